import { describe, expect, test } from 'vitest';
import { createLookup } from '../../src/entities/lookup.ts';
import type { EntityType } from '../../src/model.ts';

const { lookup } = createLookup(
  (
    [
      ['Weather Condition Board', 'organisation'],
      ['Merren', 'place'],
      ['Gulf', 'place'],
      ['Karsholm', 'place'],
      ['shooting of the envoy', 'event'],
      ['flood of upper Merren', 'event'],
      ['Battle of Ostrand', 'event'],
    ] as const
  ).map(([name, type], id) => ({ id, name, type, surfaces: [{ text: name, count: 1 }], mentions: [] })),
);
const namesFor = (typed: string, prefer: readonly EntityType[] = []): string[] => {
  const looked = lookup(typed, prefer);
  const entities =
    looked.kind === 'one' ? [looked.entity] : looked.kind === 'several' ? looked.entities : looked.nearest;
  return entities.map(({ name }) => name);
};

describe('the nearest names', () => {
  test('have more in common with what was typed than some letters', () => {
    expect(namesFor('London')).toEqual([]);
    expect(namesFor('Golan')).toEqual([]);
    expect(namesFor('kvt')).toEqual([]);
  });

  test('are offered where a reader may have meant them', () => {
    expect(namesFor('Morrin', ['place'])).toEqual(['Merren']);
    expect(namesFor('Karslholme')).toEqual(['Karsholm']);
  });
});

describe('an event told in the text’s own words', () => {
  test('is not whom, or the place that, was asked for', () => {
    expect(namesFor('envoy', ['person'])).toEqual([]);
    expect(namesFor('envoi', ['person'])).toEqual([]);
    expect(namesFor('upper Merren', ['place'])).toEqual([]);
  });

  test('is found by what it is of where events are asked for, and by its own words anywhere', () => {
    expect(namesFor('envoy', ['event', 'place'])).toEqual(['shooting of the envoy']);
    expect(namesFor('envoy')).toEqual(['shooting of the envoy']);
    expect(namesFor('shooting of the envoy', ['person'])).toEqual(['shooting of the envoy']);
  });

  test('and one with a name may be all that is called so', () => {
    expect(namesFor('Ostrand', ['place'])).toEqual(['Battle of Ostrand']);
  });
});
