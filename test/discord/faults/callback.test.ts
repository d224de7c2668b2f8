/** What Discord makes of the answer to an interaction: how often it is sent, what the reader sees, and what is told of it. */
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/discord/dispatch.ts';
import { words } from '../../../src/discord/words.ts';
import { createManualClock } from '../../../src/room/clock.ts';
import { limited, type RestHappening } from '../../../src/room/faults.ts';
import { openedBed } from './bed.ts';

const refused = (status: number, code: number): RestHappening => ({
  kind: 'answer',
  status,
  body: { message: 'No', code },
});
const broken = (status: number): RestHappening => ({ kind: 'answer', status, body: '<html>Bad gateway</html>' });

type Sees = 'the answer' | 'nothing' | 'that it failed';

interface Case {
  readonly name: string;
  readonly what: RestHappening;
  /** To how many callbacks it happens; to all when left out. */
  readonly times?: number;
  /** To those after them. */
  readonly afterwards?: RestHappening;
  readonly outcome: Outcome;
  readonly callbacks: number;
  readonly sees: Sees;
  /** Lines of the log. */
  readonly logged: readonly string[];
}

const failed = (what: string) => `/help failed: ${what}`;
const untold = (what: string) => `/help could not even be told so: ${what}`;

const cases: readonly Case[] = [
  {
    name: '500 once is tried again',
    ...{ what: broken(500), times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer', logged: [] },
  },
  {
    name: '502 once is tried again',
    ...{ what: broken(502), times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer', logged: [] },
  },
  {
    name: '503 once is tried again',
    ...{ what: refused(503, 0), times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer', logged: [] },
  },
  {
    name: '500 twice is owned up to',
    ...{ what: broken(500), times: 2, outcome: 'failed', callbacks: 3, sees: 'that it failed' },
    logged: [failed('Discord answered 500')],
  },
  {
    name: '500 always is given up after the answer and the apology',
    ...{ what: broken(500), outcome: 'refused', callbacks: 4, sees: 'nothing' },
    logged: [failed('Discord answered 500'), untold('Discord answered 500')],
  },
  {
    name: 'a limit of 5 s is not waited for',
    ...{ what: limited(5), outcome: 'rate-limited', callbacks: 1, sees: 'nothing' },
    logged: [failed('Discord asks to wait 5050 ms')],
  },
  {
    name: 'a global limit of 5 s is not waited for',
    ...{ what: limited(5, true), outcome: 'rate-limited', callbacks: 1, sees: 'nothing' },
    logged: [failed('Discord asks to wait 5050 ms')],
  },
  {
    name: 'a ban of an hour, told in HTML, is not waited for',
    what: { kind: 'answer', status: 429, body: '<html>1015</html>', headers: { 'retry-after': '3600' } },
    ...{ outcome: 'rate-limited', callbacks: 1, sees: 'nothing' },
    logged: [failed('Discord asks to wait 3600050 ms')],
  },
  {
    name: '401 is no reason to forget the token',
    ...{ what: refused(401, 0), times: 1, outcome: 'failed', callbacks: 2, sees: 'that it failed' },
    logged: [failed('Discord answered 401 with code 0')],
  },
  {
    name: '401 always leaves nothing to say',
    ...{ what: refused(401, 50_027), outcome: 'refused', callbacks: 2, sees: 'nothing' },
    logged: [failed('Discord answered 401 with code 50027'), untold('Discord answered 401 with code 50027')],
  },
  {
    name: '403 is owned up to',
    ...{ what: refused(403, 50_013), times: 1, outcome: 'failed', callbacks: 2, sees: 'that it failed' },
    logged: [failed('Discord answered 403 with code 50013')],
  },
  {
    name: 'a form that Discord finds invalid is owned up to',
    ...{ what: refused(400, 50_035), times: 1, outcome: 'failed', callbacks: 2, sees: 'that it failed' },
    logged: [failed('Discord answered 400 with code 50035')],
  },
  {
    name: '10062 is not followed by another try',
    ...{ what: refused(404, 10_062), outcome: 'late', callbacks: 1, sees: 'nothing' },
    logged: [failed('Discord answered 404 with code 10062')],
  },
  {
    name: '40060 is not followed by another try',
    ...{ what: refused(400, 40_060), outcome: 'already', callbacks: 1, sees: 'nothing' },
    logged: [failed('Discord answered 400 with code 40060')],
  },
  {
    name: '40060 after 500 says that the first attempt has answered',
    ...{
      what: broken(500),
      times: 1,
      afterwards: refused(400, 40_060),
      outcome: 'answered',
      callbacks: 2,
      sees: 'nothing',
    },
    logged: [],
  },
  {
    name: '10062 after silence says that it was too late, and not that it is answered',
    ...{
      what: { kind: 'hang' },
      times: 1,
      afterwards: refused(404, 10_062),
      outcome: 'late',
      callbacks: 2,
      sees: 'nothing',
    },
    logged: [failed('Discord answered 404 with code 10062')],
  },
  {
    name: 'a connection that is reset before anything happened is tried again',
    ...{ what: { kind: 'reset' }, times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer', logged: [] },
  },
  {
    name: 'a connection that is reset after the answer was taken has it taken once',
    ...{ what: { kind: 'reset', isDone: true }, times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer' },
    logged: [],
  },
  {
    name: 'a connection that is closed after the answer was taken is not followed by another try',
    ...{ what: { kind: 'close', isDone: true }, outcome: 'unknown', callbacks: 1, sees: 'the answer' },
    logged: [expect.stringMatching(/^\/help failed: SocketError \(UND_ERR_SOCKET\)/)],
  },
  {
    name: 'a connection that is closed before anything happened may have brought the answer all the same',
    ...{ what: { kind: 'close' }, outcome: 'unknown', callbacks: 1, sees: 'nothing' },
    logged: [expect.stringMatching(/^\/help failed: SocketError \(UND_ERR_SOCKET\)/)],
  },
  {
    name: 'connections that are reset over and over are given up',
    ...{ what: { kind: 'reset' }, outcome: 'unknown', callbacks: 2, sees: 'nothing' },
    logged: [expect.stringMatching(/^\/help failed: .*ECONNRESET/)],
  },
  {
    name: 'silence is tried again after two seconds',
    ...{ what: { kind: 'hang' }, times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer', logged: [] },
  },
  {
    name: 'silence after the answer was taken has it taken once',
    ...{ what: { kind: 'hang', isDone: true }, times: 1, outcome: 'answered', callbacks: 2, sees: 'the answer' },
    logged: [],
  },
  {
    name: 'silence for ever is given up',
    ...{ what: { kind: 'hang' }, outcome: 'unknown', callbacks: 2, sees: 'nothing' },
    logged: [expect.stringMatching(/^\/help failed: .*abort/i)],
  },
  {
    name: 'a Discord that takes half a second has the answer all the same',
    ...{ what: { kind: 'slow', ms: 500 }, outcome: 'answered', callbacks: 1, sees: 'the answer', logged: [] },
  },
  {
    name: 'a page in its place is owned up to once',
    what: { kind: 'answer', status: 200, body: '{"half":', headers: { 'content-type': 'text/html' } },
    ...{ outcome: 'refused', callbacks: 2, sees: 'nothing' },
    logged: [
      '/help failed: A page came in place of Discord',
      '/help could not even be told so: A page came in place of Discord',
    ],
  },
];

describe('the answer meets a Discord where', () => {
  test.each(cases)('$name', async ({ callbacks, logged, outcome, sees, times, what, afterwards }) => {
    // The reader's three seconds pass when the test says so, however slow the machine is.
    const clock = createManualClock();
    const bed = await openedBed({}, what.kind === 'slow' ? {} : { clock });
    const mendLater = afterwards && bed.room.faults.rest({ path: '/callback', what: afterwards });
    const mend = bed.room.faults.rest({ path: '/callback', what, ...(times !== undefined && { times }) });
    const asked = bed.room.member('Ann').type('/help');
    expect(await bed.outcomes(1)).toEqual({ [outcome]: 1 });
    expect(bed.callbacks()).toBe(callbacks);
    expect(bed.logged).toEqual(logged);
    clock.advance(3_000);
    const seen = await asked;
    if (sees === 'nothing') expect(seen.kind).toBe('failed');
    else if (sees === 'that it failed')
      expect(seen).toMatchObject({ message: { text: words.failed, ephemeral: true } });
    else expect(seen).toMatchObject({ kind: 'replied', message: { ephemeral: false } });
    mend();
    mendLater?.();
    if (!('body' in what) || what.kind !== 'answer' || what.status !== 429) await bed.isWell();
  });
});

describe('suggestions', () => {
  test.each([
    ['500 twice', { what: broken(500), times: 2 }, 'failed', 3, []],
    ['10062', { what: refused(404, 10_062) }, 'late', 1, null],
  ] as const)('that meet %s come to their end quietly', async (_, fault, outcome, callbacks, choices) => {
    const bed = await openedBed();
    bed.room.faults.rest({ path: '/callback', ...fault });
    const suggested = await bed.room
      .member('Ann')
      .complete('/who ada')
      .catch(() => null);
    expect(await bed.outcomes(1)).toEqual({ [outcome]: 1 });
    expect(suggested).toEqual(choices);
    expect(bed.callbacks()).toBe(callbacks);
  });
});

describe('a message that is to be removed', () => {
  const removing = async (what: RestHappening, times?: number) => {
    const bed = await openedBed();
    const asked = await bed.room.member('Ann').type('/who Ada Lovell');
    if (asked.kind !== 'replied') throw new Error(asked.kind);
    bed.room.faults.rest({ path: '/messages/', what, ...(times !== undefined && { times }) });
    const pressed = await bed.room.member('Ann').press(asked.message, { customId: '1:remove' });
    return { bed, pressed };
  };

  test('and can’t be: who pressed is told, by a message more', async () => {
    const { bed, pressed } = await removing(broken(500));
    expect(pressed).toMatchObject({ kind: 'replied', message: { text: words.failed, ephemeral: true } });
    expect(await bed.outcomes(2)).toEqual({ answered: 1, failed: 1 });
    expect(bed.callbacks()).toBe(2);
    expect(bed.logged).toEqual(['a button failed: Discord answered 500']);
  });

  test('and is, before the connection breaks: that it is gone is what was wanted', async () => {
    const { bed } = await removing({ kind: 'reset', isDone: true }, 1);
    expect(await bed.outcomes(2)).toEqual({ answered: 2 });
    expect(bed.logged).toEqual([]);
  });

  test('and for whose removal nobody hears a word is acknowledged once more', async () => {
    const bed = await openedBed();
    const asked = await bed.room.member('Ann').type('/who Ada Lovell');
    if (asked.kind !== 'replied') throw new Error(asked.kind);
    bed.room.faults.rest({ path: '/callback', what: { kind: 'close', isDone: true }, times: 1 });
    expect((await bed.room.member('Ann').press(asked.message, { customId: '1:remove' })).kind).toBe('removed');
    expect(await bed.outcomes(2)).toEqual({ answered: 2 });
  });
});

test('five hundred refusals are told: after ten thousand Discord closes its doors', async () => {
  const clock = createManualClock();
  const bed = await openedBed({}, { clock });
  bed.room.faults.rest({ path: '/callback', what: refused(403, 50_013) });
  const asked = [];
  // Both the answer and the apology are refused.
  for (let round = 1; round <= 26; round++) {
    asked.push(...Array.from({ length: 10 }, () => bed.room.member(`Reader ${round}`).type('/help')));
    await bed.outcomes(asked.length);
  }
  expect(bed.logged).toContainEqual(expect.stringMatching(/^Discord has refused \d*[05]00 requests of late/));
  clock.advance(3_000);
  await Promise.all(asked);
});

test('an answer that a page takes in place of Discord doesn’t count as one', async () => {
  const bed = await openedBed();
  const headers = { 'content-type': 'text/html' };
  const page = { kind: 'answer', status: 200, body: '<title>Sign in to this network</title>', headers } as const;
  bed.room.faults.rest({ path: '/callback', times: 1, what: page });
  expect(await bed.room.member('Ann').type('/help')).toMatchObject({ message: { text: words.failed } });
  expect(await bed.outcomes(1)).toEqual({ failed: 1 });
  expect(bed.logged).toEqual(['/help failed: A page came in place of Discord']);
});
