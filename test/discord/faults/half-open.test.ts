import { expect, test } from 'vitest';
import { hastyClock, openedBed, patient } from './bed.ts';

test('a connection that says nothing more and isn’t closed is noticed by its heart, left, and resumed', async () => {
  const bed = await openedBed({}, {}, ({ faults }) => {
    faults.gateway.heartbeatMs = 100;
  });
  const { faults } = bed.room;
  const before = faults.connects;
  faults.freeze();
  // The library waits half a minute for the other side to say goodbye.
  await expect.poll(() => faults.connects - before, { ...patient, timeout: 50_000 }).toBe(1);
  await bed.isWell();
  expect(bed.bot.identifies()).toBe(1);
});

test('a shard whose heart has stopped is left, though it says that it is ready', async () => {
  const bed = await openedBed({ clock: hastyClock, beatlessMax: 500 }, {}, ({ faults }) => {
    // The library's next beat would come in a quarter of an hour.
    faults.gateway.heartbeatMs = 900_000;
  });
  expect(bed.bot.shards()).toMatchObject([{ state: 'ready' }]);
  bed.room.faults.gateway.heartbeatMs = 50;
  await expect.poll(() => bed.logged, patient).toContain('Connected to Discord again.');
  expect(bed.logged).toEqual([
    'Discord has acknowledged no heartbeat for 1 s. A new connection is made.',
    'Connected to Discord again.',
  ]);
  await bed.isWell();
  expect(bed.bot.identifies()).toBe(2);
});

test('a shard that is left is not ready any more, also while there is no other', async () => {
  const bed = await openedBed({ clock: hastyClock, beatlessMax: 500 }, {}, ({ faults }) => {
    faults.gateway.heartbeatMs = 900_000;
  });
  const { faults } = bed.room;
  faults.freeze();
  faults.gateway.isDown = true;
  await expect
    .poll(() => bed.logged, patient)
    .toContain('Discord has acknowledged no heartbeat for 1 s. A new connection is made.');
  const before = faults.connects;
  const states = new Set<string | undefined>();
  await expect
    .poll(() => {
      states.add(bed.bot.shards()[0]?.state);
      return faults.connects - before;
    }, patient)
    .toBeGreaterThan(1);
  expect([...states]).toEqual(['closed']);
  faults.gateway.isDown = false;
  await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('ready');
  await bed.isWell();
});
