/** Names that stop resolving, at the start, while the bot runs, and when an answer is to be sent. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../src/discord/words.ts';
import { type Bed, botIn, hastyClock, openedBed, openedRoom, patient } from './bed.ts';

/** The sentence at the beginning, with its reason in it. */
const outage = (why: string): unknown =>
  expect.stringMatching(new RegExp(`^Discord's gateway can't be reached: .*${why}.* The bot goes on trying`));
const outageIsOver: unknown = expect.stringMatching(/^Discord's gateway is there again, after \d+ s\.$/);

/** Once it is cut off: told of in two lines, and without a new session. */
async function isResumed(bed: Bed, line: unknown): Promise<void> {
  bed.room.faults.reset();
  await expect.poll(() => bed.logged.length, patient).toBe(2);
  await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('ready');
  await bed.isWell();
  expect(bed.logged).toEqual([line, outageIsOver]);
  expect(bed.room.faults.identifies).toBe(1);
}

/** What the library says of the code; of some it says nothing. */
const reasons = { ENOTFOUND: 'ENOTFOUND', EAI_AGAIN: 'there is no name server' };
const codes = ['ENOTFOUND', 'EAI_AGAIN'] as const;

describe.each(codes)('at the start, %s', (code) => {
  test('for the name of the REST side is told, and tried again until there is one', async () => {
    const room = await openedRoom({ isNamed: true });
    const mend = room.faults.name({ side: 'rest', code });
    const logged: string[] = [];
    const starting = botIn(room, { pauses: { firstMs: 10, mostMs: 20 }, log: (line) => logged.push(line) });
    await expect.poll(() => logged.length, patient).toBeGreaterThan(2);
    expect(logged[0]).toMatch(new RegExp(`^Discord can't be reached: getaddrinfo ${code} .* Trying again in 1 s\\.$`));
    mend();
    await (await starting).isWell();
  });

  test('for the name of the gateway is told once, and so is its end', async () => {
    const room = await openedRoom({ isNamed: true });
    room.faults.name({ side: 'gateway', code, times: 3 });
    const logged: string[] = [];
    const bed = await botIn(room, { clock: hastyClock, log: (line) => logged.push(line) });
    expect(logged.filter((line) => line.startsWith("Discord's gateway"))).toEqual([
      outage(reasons[code]),
      outageIsOver,
    ]);
    await bed.isWell();
    expect(bed.bot.identifies()).toBe(1);
  });
});

describe('while the bot runs,', () => {
  test.each(codes)('%s for more than a dozen attempts is told once, and the session resumed', async (code) => {
    const bed = await openedBed({ clock: hastyClock }, { isNamed: true });
    // The library dials twice a second.
    bed.room.faults.name({ side: 'gateway', code, times: 14 });
    await isResumed(bed, outage(reasons[code]));
  });

  test('a gateway where nobody answers for more than a dozen attempts is, too', async () => {
    const bed = await openedBed({ clock: hastyClock });
    const { faults } = bed.room;
    faults.gateway.isDown = true;
    const before = faults.connects;
    const up = expect.poll(() => faults.connects - before, patient).toBeGreaterThan(13);
    await Promise.all([
      isResumed(bed, outage('')),
      up.then(() => {
        faults.gateway.isDown = false;
      }),
    ]);
  });
});

describe.each(codes)('at the callback, %s', (code) => {
  const failed = `/help failed: Error (${code})`;
  const untold = `/help could not even be told so: Error (${code})`;

  test.each([
    ['once is tried again', 1, 'answered', 'the answer', []],
    ['twice is owned up to', 2, 'failed', words.failed, [failed]],
    ['for ever leaves nothing to say', undefined, 'refused', null, [failed, untold]],
  ] as const)('%s', async (_, times, outcome, sees, logged) => {
    const bed = await openedBed({}, { isNamed: true, responseMs: 2_000 });
    const mend = bed.room.faults.name({ side: 'rest', code, ...(times && { times }) });
    const seen = await bed.room.member('Ann').type('/help');
    expect(await bed.outcomes(1)).toEqual({ [outcome]: 1 });
    expect(bed.logged).toEqual(logged);
    if (sees === null) expect(seen.kind).toBe('failed');
    else if (sees === 'the answer') expect(seen).toMatchObject({ kind: 'replied', message: { ephemeral: false } });
    else expect(seen).toMatchObject({ kind: 'replied', message: { text: sees, ephemeral: true } });
    expect(bed.callbacks()).toBe(sees === null ? 0 : 1);
    mend();
    await bed.isWell();
  });
});
