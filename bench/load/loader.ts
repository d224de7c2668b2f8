/** People in many servers who ask at a steady rate, whether they are answered or not: waiting for each other would hide a pause. */
import type { Member } from '../../src/room/member.ts';
import type { Room } from '../../src/room/room.ts';
import { count, milliseconds } from '../table.ts';
import { type Times, timesOf } from '../timing.ts';
import type { Work } from '../workload.ts';
import type { Row } from './reliability-page.ts';

export interface Load {
  readonly work: readonly Work[];
  readonly perSecond: number;
}

export interface Timed {
  /** When the question was due, in milliseconds from when the load began. */
  readonly dueMs: number;
  /** From then to its answer, so that a late loader doesn't flatter the bot. */
  readonly ms: number;
}

export interface Answered {
  readonly timed: readonly Timed[];
  readonly times: Times;
  /** Those that weren't answered, by what was said instead. */
  readonly failures: ReadonlyMap<string, number>;
}

/** So many that each stays below what a member and a server may ask, at a thousand questions a second. */
const servers = 20;
const membersEach = 12;
const tickMs = 5;

export interface Loader {
  /** Asks at the rates of all `loads` side by side; what came of each. */
  run(loads: readonly Load[], seconds: number): Promise<readonly Answered[]>;
}

export function createLoader(room: Room): Loader {
  const members = Array.from({ length: servers * membersEach }, (_, at) =>
    room.server(`Group ${at % servers}`).member(`Reader ${at}`),
  );
  const optionOf = new Map(room.commands.map(({ name, options }) => [name, options?.[0]?.name ?? '']));
  const ask = async (member: Member, { command, kind, query }: Work): Promise<string | null> => {
    if (kind === 'autocomplete') return member.complete(`/${command} ${query}`).then(() => null, String);
    const outcome = await member.run(command, { [optionOf.get(command) ?? '']: query });
    return outcome.kind === 'replied'
      ? calmSentenceIn(outcome.message)
      : outcome.kind === 'failed'
        ? outcome.reason
        : outcome.kind;
  };
  let asked = 0;
  const runOne = async ({ perSecond, work }: Load, seconds: number): Promise<Answered> => {
    const timed: Timed[] = [];
    const failures = new Map<string, number>();
    const begun = performance.now();
    const pending = new Set<Promise<void>>();
    const total = Math.round(perSecond * seconds);
    for (let at = 0; at < total; ) {
      // The first is due at once.
      const due = Math.min(total, 1 + Math.floor(((performance.now() - begun) / 1_000) * perSecond));
      for (; at < due; at++) {
        const dueMs = (at / perSecond) * 1_000;
        const one = ask(members[asked++ % members.length]!, work[at % work.length]!).then((failure) => {
          timed.push({ dueMs, ms: performance.now() - begun - dueMs });
          if (failure !== null) failures.set(failure, (failures.get(failure) ?? 0) + 1);
          pending.delete(one);
        });
        pending.add(one);
      }
      await new Promise((resolve) => setTimeout(resolve, tickMs));
    }
    await Promise.all(pending);
    return { timed, times: timesOf(timed.map(({ ms }) => ms)), failures };
  };
  return { run: (loads, seconds) => Promise.all(loads.map((load) => runOne(load, seconds))) };
}

/** An answer says something; a sentence to its asker alone says why there is none. */
const calmSentenceIn = ({ ephemeral, text }: { readonly ephemeral: boolean; readonly text: string }): string | null =>
  ephemeral ? text : null;

/** Of Discord. */
const deadlineMs = 3_000;

/** What came of a load, and whether it is as promised. */
export function answeredFinding(what: string, { failures, times }: Answered, p99Max: number): Row {
  const unanswered = [...failures.values()].reduce((sum, some) => sum + some, 0);
  const why = [...failures].map(([reason, some]) => `${count(some)} × “${reason}”`).join(', ');
  return {
    what,
    floor: `p99 under ${p99Max} ms, none over 3 s, all answered`,
    measured: `${count(times.count)} asked: p50 ${milliseconds(times.p50)}, p99 ${milliseconds(times.p99)}, most ${milliseconds(times.most)} ms; ${unanswered === 0 ? 'all answered' : `not answered: ${why}`}`,
    isMet: times.p99 < p99Max && times.most < deadlineMs && unanswered === 0,
  };
}
