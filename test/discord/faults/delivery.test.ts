/** Interactions that come twice, late, or to two processes: each reader gets one answer, and none comes out of time. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../src/discord/words.ts';
import { botIn, openedBed, patient } from './bed.ts';
import { createSimulatedTime } from './simulated-time.ts';

describe('an interaction that is delivered', () => {
  test.each([2, 3, 10])('%i times is answered once', async (copies) => {
    const bed = await openedBed();
    bed.room.faults.gateway.copies = copies;
    expect((await bed.room.member('Ann').type('/who Ada Lovell')).kind).toBe('replied');
    expect(await bed.outcomes(copies)).toEqual({ answered: 1, repeated: copies - 1 });
    expect(bed.callbacks()).toBe(1);
    expect(bed.logged).toEqual([]);
  });

  test('again after a resume is answered once', async () => {
    const bed = await openedBed();
    for (let time = 0; time < 3; time++) await bed.room.member('Ann').type('/help');
    bed.room.faults.gateway.replays = 3;
    bed.room.faults.reset();
    expect(await bed.outcomes(6)).toEqual({ answered: 3, repeated: 3 });
    expect(bed.callbacks()).toBe(3);
    expect(bed.logged).toEqual([]);
  });

  test('to two processes is answered by one, and counted by the other', async () => {
    const bed = await openedBed();
    const twin = await botIn(bed.room);
    expect((await bed.room.member('Ann').type('/help')).kind).toBe('replied');
    const outcomes = [await bed.outcomes(1), await twin.outcomes(1)];
    expect(outcomes.flatMap((one) => Object.keys(one)).sort()).toEqual(['already', 'answered']);
    expect(bed.callbacks()).toBe(2);
    expect([...bed.logged, ...twin.logged]).toEqual(['/help failed: Discord answered 400 with code 40060']);
  });

  test('twice to each of two processes, too', async () => {
    const bed = await openedBed();
    const twin = await botIn(bed.room);
    bed.room.faults.gateway.copies = 2;
    expect((await bed.room.member('Ann').type('/help')).kind).toBe('replied');
    const outcomes = [await bed.outcomes(2), await twin.outcomes(2)];
    expect(outcomes.map(({ repeated }) => repeated)).toEqual([1, 1]);
    expect(bed.callbacks()).toBe(2);
  });
});

describe('what was asked while the bot was away', () => {
  const second = 1_000;
  const minute = 60 * second;
  const ages = [
    ['a second', second, 'answered', 1],
    ['three and a half seconds', 3.5 * second, 'late', 1],
    ['six seconds', 6 * second, 'old', 0],
    ['twenty seconds', 20 * second, 'old', 0],
    ['a minute', minute, 'old', 0],
    ['a minute and a half', 1.5 * minute, 'old', 0],
  ] as const;
  const clocks = [
    ['is right', 0],
    ['is a day ahead', 24 * 60 * minute],
    ['is a day behind', -24 * 60 * minute],
  ] as const;
  const cases = ages.flatMap(([age, ageMs, outcome, callbacks]) =>
    clocks.map(([clock, aheadMs]) => [age, outcome, clock, { ageMs, callbacks, aheadMs }] as const),
  );

  test.each(cases)('%s ago is %s, on a machine whose clock %s', async (_, outcome, __, given) => {
    const { ageMs, aheadMs, callbacks } = given;
    const time = createSimulatedTime(aheadMs);
    const bed = await openedBed({ clock: time.bot }, { clock: time.room });
    const { faults } = bed.room;
    faults.gateway.isDown = true;
    faults.reset();
    await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('connecting');
    const asked = bed.room.member('Ann').type('/help');
    await time.pass(ageMs, ageMs);
    faults.gateway.isDown = false;
    expect(await bed.outcomes(1)).toEqual({ [outcome]: 1 });
    expect(bed.callbacks()).toBe(callbacks);
    expect((await asked).kind).toBe(outcome === 'answered' ? 'replied' : 'failed');
    expect(bed.bot.identifies()).toBe(1);
    expect(bed.logged).toEqual(outcome === 'late' ? ['/help failed: Discord answered 404 with code 10062'] : []);
  });

  test.each([24 * 60 * minute, -24 * 60 * minute])(
    'a second ago is answered though the clock was set by %d ms meanwhile',
    async (setMs) => {
      const time = createSimulatedTime();
      let isSet = false;
      const now = () => time.bot.now() + (isSet ? setMs : 0);
      const bed = await openedBed({ clock: { ...time.bot, now } }, { clock: time.room });
      const { faults } = bed.room;
      isSet = true;
      faults.gateway.isDown = true;
      faults.reset();
      await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('connecting');
      const asked = bed.room.member('Ann').type('/help');
      await time.pass(second, second);
      faults.gateway.isDown = false;
      expect(await bed.outcomes(1)).toEqual({ answered: 1 });
      expect((await asked).kind).toBe('replied');
    },
  );

  test('longer ago than Discord keeps it is not delivered any more', async () => {
    const time = createSimulatedTime();
    const bed = await openedBed({ clock: time.bot }, { clock: time.room });
    const { faults } = bed.room;
    faults.gateway.isDown = true;
    faults.reset();
    await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('connecting');
    const asked = bed.room.member('Ann').type('/help');
    time.room.advance(4 * minute);
    faults.gateway.isDown = false;
    expect((await asked).kind).toBe('failed');
    await expect.poll(() => bed.bot.identifies(), patient).toBe(2);
    expect(bed.observed).toEqual([]);
  });

  test.each(clocks)(
    'is not mixed up with what is asked when all is well, on a machine whose clock %s',
    async (_, aheadMs) => {
      const time = createSimulatedTime(aheadMs);
      const bed = await openedBed({ clock: time.bot }, { clock: time.room });
      await time.pass(minute, 10 * second);
      await bed.room.member('Ann').type('/help');
      expect(await bed.outcomes(1)).toEqual({ answered: 1 });
    },
  );
});

describe('a button', () => {
  test('that is delivered twice is answered once', async () => {
    const bed = await openedBed();
    const outcome = await bed.room.member('Ann').type('/who Ada Lovell');
    if (outcome.kind !== 'replied') throw new Error(outcome.kind);
    bed.room.faults.gateway.copies = 2;
    expect((await bed.room.member('Ann').press(outcome.message, words.next)).kind).toBe('updated');
    expect(await bed.outcomes(3)).toEqual({ answered: 2, repeated: 1 });
    expect(bed.callbacks()).toBe(2);
  });
});
