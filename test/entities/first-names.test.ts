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
const foundIn = (lookup: ReturnType<typeof lookupAmong>, typed: string, prefer: readonly EntityType[] = ['person']) => {
  const looked = lookup(typed, prefer);
  if (looked.kind === 'several') return looked.entities.map(({ name }) => name);
  return looked.kind === 'one' ? looked.entity.name : null;
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
    ['Karl', 'person'],
    ['Oda Brenn', 'person', 'Oda'],
    ['Lincoln', 'place'],
    ['Ada Lincoln', 'person', 'Lincoln Ada'],
    ['Lincoln Frey', 'person'],
  );

  test('is that of all who bear it, however they spell it', () => {
    expect(foundIn(lookup, 'yusuf')).toEqual(['Yusuf Tandel', 'Josef Okembe', 'Youssef Brandao']);
    expect(foundIn(lookup, 'Youssef')).toEqual(['Yusuf Tandel', 'Josef Okembe', 'Youssef Brandao']);
  });

  test('of one alone is that one’s', () => {
    expect(foundIn(lookup, 'katherine')).toBe('Katherine Moss');
  });

  test('asks for nobody more where it is a surname, a whole name, or stands beside another', () => {
    expect(foundIn(lookup, 'Yosef')).toBe('Marit Yosef');
    expect(foundIn(lookup, 'Karl')).toBe('Karl');
    expect(foundIn(lookup, 'Oda')).toBe('Oda Brenn');
    expect(foundIn(lookup, 'Yusuf Tandel')).toBe('Yusuf Tandel');
    expect(foundIn(lookup, 'Lincoln', ['place'])).toBe('Lincoln');
  });

  test('and a surname is a person’s where it is asked who that is, though a town is called so too', () => {
    expect(foundIn(lookup, 'Lincoln')).toBe('Ada Lincoln');
    expect(foundIn(lookup, 'Lincoln', [])).toBe('Lincoln');
  });
});
