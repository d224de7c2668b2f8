import { expect, test } from 'vitest';
import { hastyClock, openedBed, patient } from './bed.ts';

const many = () => openedBed({ clock: hastyClock }, { shards: 16, crowd: 20_000, concurrency: 16 });

test('a bot in many servers knows how many, on all of its shards, and answers in each', async () => {
  const bed = await many();
  expect(bed.bot.servers()).toBe(20_001);
  expect(bed.bot.shards().filter(({ state }) => state === 'ready')).toHaveLength(16);
  for (let at = 0; at < 20; at++) {
    expect((await bed.room.server(`Group ${at}`).member('Ann').type('/help')).kind).toBe('replied');
  }
  expect(await bed.outcomes(20)).toEqual({ answered: 20 });
});

test('all shards that are cut off at once resume, and nobody takes it for a Discord that closes its doors', async () => {
  const bed = await many();
  const before = bed.room.faults.identifies;
  for (let time = 1; time <= 2; time++) {
    const { connects } = bed.room.faults;
    bed.room.faults.reconnect();
    await expect.poll(() => bed.room.faults.connects - connects, patient).toBe(16);
    await expect.poll(() => bed.bot.shards().every(({ state }) => state === 'ready'), patient).toBe(true);
  }
  await bed.isWell();
  expect(bed.room.faults.identifies - before).toBe(0);
  expect(bed.logged).toEqual([]);
});
