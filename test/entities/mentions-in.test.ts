import { expect, test } from 'vitest';
import { mentionsIn } from '../../src/entities/mentions-in.ts';
import type { Entity } from '../../src/model.ts';

const mentions = [1, 4, 4, 4, 9].map((passage, at) => ({ passage, start: 10 * at, end: 10 * at + 3 }));
const entity: Entity = { id: 0, name: 'Harrow', type: 'place', surfaces: [{ text: 'Harrow', count: 5 }], mentions };

test('the mentions in a passage are all of them and no others', () => {
  for (let passage = 0; passage < 11; passage++)
    expect(mentionsIn(entity, passage)).toEqual(mentions.filter((mention) => mention.passage === passage));
});
