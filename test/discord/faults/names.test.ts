/** Names that stop resolving, at the start, while the bot runs, and when an answer is to be sent. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../src/discord/words.ts';
import { botIn, openedBed, openedRoom, patient } from './bed.ts';

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
