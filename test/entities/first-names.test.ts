import { describe, expect, test } from 'vitest';
import { createLookup } from '../../src/entities/lookup.ts';
import type { EntityType } from '../../src/model.ts';

const lookupAmong = (...named: readonly (readonly [name: string, type: EntityType, ...others: string[]])[]) =>
  createLookup(
    named.map(([name, type, ...others], id) => ({
      id,
      name,
      type,
      surfaces: [name, ...others].map((text) => ({ text, count: 1 })),
      mentions: [],
    })),
  ).lookup;
const foundIn = (lookup: ReturnType<typeof lookupAmong>, typed: string): string[] => {
  const looked = lookup(typed, ['person']);
  return (looked.kind === 'several' ? looked.entities : looked.kind === 'one' ? [looked.entity] : []).map(
    ({ name }) => name,
  );
};

describe('a first name', () => {
  const lookup = lookupAmong(
    ['Yusuf Tandel', 'person'],
    ['Marit Yosef', 'person'],
    ['Josef Okembe', 'person'],
    ['Youssef Brandao', 'person'],
    ['Katherine Moss', 'person'],
    ['Cathal Moor', 'person'],
    ['Carl Denholm', 'person'],
    ['Karl', 'person', 'Karl'],
    ['Port Catherine', 'place'],
  );

  test('is that of all who bear it, however they spell it', () => {
    expect(foundIn(lookup, 'yusuf')).toEqual(['Yusuf Tandel', 'Josef Okembe', 'Youssef Brandao']);
    expect(foundIn(lookup, 'Youssef')).toEqual(['Yusuf Tandel', 'Josef Okembe', 'Youssef Brandao']);
  });

  test('of one alone is that one’s', () => {
    expect(foundIn(lookup, 'katherine')).toEqual(['Katherine Moss']);
  });

  test('asks for nobody more where it is a surname, a whole name, or stands beside another', () => {
    expect(foundIn(lookup, 'Yosef')).toEqual(['Marit Yosef']);
    expect(foundIn(lookup, 'Karl')).toEqual(['Karl']);
    expect(foundIn(lookup, 'Yusuf Tandel')).toEqual(['Yusuf Tandel']);
  });
});
