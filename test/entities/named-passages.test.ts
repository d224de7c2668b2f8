import { expect, test } from 'vitest';
import { savedEntities } from '../../src/entities/kept-entities.ts';
import { entitiesByPassage } from '../../src/entities/named-passages.ts';
import type { Entity } from '../../src/model.ts';

const entityIn = (id: number, ...passages: number[]): Entity => ({
  id,
  name: `N${id}`,
  type: 'person',
  surfaces: [{ text: `N${id}`, count: passages.length }],
  mentions: passages.map((passage) => ({ passage, start: 0, end: 2 })),
});

test('a passage has its entities once each, in their order', () => {
  const entities = [entityIn(0, 1, 1, 4), entityIn(1, 0, 4), entityIn(2, 4)];
  const inPassage = entitiesByPassage(savedEntities(entities), entities);
  const ids = [0, 1, 2, 3, 4, 5, 99].map((passage) => inPassage(passage).map(({ id }) => id));
  expect(ids).toEqual([[1], [0], [], [], [0, 1, 2], [], []]);
  expect(entitiesByPassage(savedEntities([]), [])(0)).toEqual([]);
});
