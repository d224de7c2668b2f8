import { expect, test } from 'vitest';
import { keptEntities, savedEntities } from '../../src/entities/kept-entities.ts';
import type { Entity } from '../../src/model.ts';

const entityWith = (id: number, count: number): Entity => ({
  id,
  name: `N${id}`,
  type: 'place',
  surfaces: [{ text: `N${id}`, count }],
  mentions: Array.from({ length: count }, (_, at) => ({ passage: at, start: 3 * at + id, end: 3 * at + id + 2 })),
});

const plainly = (entities: readonly Entity[]) => entities.map(({ mentions, ...entity }) => ({ ...entity, mentions }));

test('entities are kept with all of their mentions', () => {
  const entities = [entityWith(0, 2), entityWith(1, 0), entityWith(2, 3)];
  expect(plainly(keptEntities(savedEntities(entities)))).toEqual(entities);
});

test('mentions that are no longer at hand are made again', () => {
  const entities = [entityWith(0, 60_000), entityWith(1, 60_000), entityWith(2, 1)];
  const kept = keptEntities(savedEntities(entities));
  const first = kept[0]!.mentions;
  expect(kept[0]!.mentions).toBe(first);
  expect(kept[1]!.mentions).toEqual(entities[1]!.mentions);
  expect(kept[0]!.mentions).not.toBe(first);
  expect(kept[0]!.mentions).toEqual(entities[0]!.mentions);
});
