/** From what someone types to the name meant: how often it comes first, how often it is offered, and how long it takes. */
import { createLookup } from '../../src/entities/lookup.ts';
import type { Lookup } from '../../src/model.ts';
import { type Times, timesOf } from '../timing.ts';
import { entitiesOf, indexOf } from './plausible-names.ts';
import { type Failure, share } from './score.ts';
import { readLines, type SetName } from './texts.ts';

export interface TypedLookup {
  readonly typed: string;
  /** The name meant; null where the index has nothing of the kind. */
  readonly name: string | null;
  /** "spelling", "typing error", "script" … */
  readonly kind: string;
  readonly set: SetName;
}

export interface LookupCounts {
  readonly count: number;
  /** The name meant comes first: alone, first of a choice, or first of the nearest. */
  readonly hit1: number | null;
  readonly hit5: number | null;
  /** It is taken without asking back. */
  readonly accepted: number | null;
  /** Another is. */
  readonly wronglyAccepted: number | null;
}

export interface LookupScores {
  readonly size: number;
  readonly byKind: Readonly<Record<string, LookupCounts>>;
  /** Every kind in Latin letters that sound or spelling can join; and other scripts. */
  readonly latin: LookupCounts;
  readonly otherScripts: LookupCounts;
  readonly times: Times;
  readonly failures: readonly Failure[];
}

export const readLookups = (): TypedLookup[] => readLines<TypedLookup>('lookups.jsonl');

/** Kinds that can be told from letters and sound alone, in Latin letters. */
const latinKinds = new Set(['spelling', 'typing error', 'part', 'acronym']);
const repeats = 3;

export function scoreLookups(lookups: readonly TypedLookup[], size: number): LookupScores {
  const { lookup } = createLookup(entitiesOf(indexOf(size)));
  const times: number[] = [];
  const judged = lookups.map((asked) => {
    let found: Lookup = { kind: 'none', nearest: [] };
    for (let again = 0; again < repeats; again++) {
      const before = performance.now();
      found = lookup(asked.typed, []);
      times.push(performance.now() - before);
    }
    const offered = found.kind === 'one' ? [found.entity] : found.kind === 'several' ? found.entities : found.nearest;
    return { asked, isOne: found.kind === 'one', offered: offered.map(({ name }) => name) };
  });
  type Judged = (typeof judged)[number];
  const isFirst = ({ asked, offered }: Judged) => asked.name !== null && offered[0] === asked.name;
  const isWrong = ({ asked, isOne, offered }: Judged) => isOne && offered[0] !== asked.name;
  const countsOf = (some: readonly Judged[]): LookupCounts => {
    const shareOf = (is: (one: Judged) => boolean) => share(some.filter(is).length, some.length);
    return {
      count: some.length,
      hit1: shareOf(isFirst),
      hit5: shareOf(({ asked, offered }) => asked.name !== null && offered.slice(0, 5).includes(asked.name)),
      accepted: shareOf((one) => one.isOne && isFirst(one)),
      wronglyAccepted: shareOf(isWrong),
    };
  };
  const named = judged.filter(({ asked }) => asked.name !== null);
  return {
    size,
    byKind: Object.fromEntries(
      [...Map.groupBy(judged, ({ asked }) => asked.kind)].map(([kind, some]) => [kind, countsOf(some)]),
    ),
    latin: countsOf(named.filter(({ asked }) => latinKinds.has(asked.kind))),
    otherScripts: countsOf(named.filter(({ asked }) => asked.kind === 'script')),
    times: timesOf(times),
    failures: judged
      .filter((one) => (one.asked.name === null ? one.isOne : !isFirst(one)))
      .map(({ asked, isOne, offered }) => ({
        kind: `lookup among ${size}: ${asked.kind}`,
        what: `"${asked.typed}" for ${asked.name ?? 'nobody'}: ${offered.length === 0 ? 'nothing' : `${isOne ? 'took' : 'offered'} ${offered.slice(0, 3).join(', ')}`}`,
      })),
  };
}
