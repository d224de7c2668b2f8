/** More at one moment than can be answered: some are, the others are told so at once, and each comes to a counted outcome. */
import { expect, test } from 'vitest';
import { createDesk, type Desk } from '../../../src/discord/desk.ts';
import { words } from '../../../src/discord/words.ts';
import type { Room } from '../../../src/room/room.ts';
import { town } from '../town.ts';
import { openedBed, patient } from './bed.ts';

const minute = 60_000;

/** A question of each of so many readers, in one turn of the event loop. */
const asksOfAll = (room: Room, readers: number) =>
  Array.from({ length: readers }, (_, at) => room.member(`Reader ${at}`).type('/help'));

test('of 450 who ask at one moment, those beyond the queue are told so at once, and nobody is forgotten', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const desk = createDesk(() => town);
  const held: Desk = {
    ...desk,
    answer: async (...asked) => {
      await released;
      return desk.answer(...asked);
    },
  };
  const bed = await openedBed({ desk: held, patienceMs: minute }, { responseMs: minute });
  const asked = asksOfAll(bed.room, 450);
  // Four are at the desk, and 400 wait for it.
  expect(await bed.outcomes(46)).toEqual({ postponed: 46 });
  release();
  const seen = (await Promise.all(asked)).map((one) => (one.kind === 'replied' ? one.message.text : one.kind));
  expect(seen.filter((text) => text === words.busy)).toHaveLength(46);
  expect(await bed.outcomes(450)).toEqual({ answered: 404, postponed: 46 });
  expect(bed.logged).toEqual([]);
});

test('while Discord is silent, no more than a hundred answers are on their way, and those behind are not sent late', async () => {
  const bed = await openedBed();
  bed.room.faults.rest({ path: '/callback', what: { kind: 'hang' } });
  asksOfAll(bed.room, 150);
  await expect.poll(() => bed.callbacks(), patient).toBe(100);
  const { late = 0, unknown = 0, ...others } = await bed.outcomes(150);
  expect(others).toEqual({});
  expect(late).toBeGreaterThan(0);
  expect(late + unknown).toBe(150);
});
