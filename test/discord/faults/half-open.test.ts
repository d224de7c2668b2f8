import { expect, test } from 'vitest';
import { openedBed, patient } from './bed.ts';

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
