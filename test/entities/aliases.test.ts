import { describe, expect, test } from 'vitest';
import { aliasKeyOf, createAliases, englishNamesOf } from '../../src/entities/aliases.ts';

describe('other names of what is broadly known', () => {
  test.each([
    ['ISIS', 'Daesh'],
    ['Islamic State', 'داعش'],
    ['Aleppo', 'Halab'],
    ['the United States', 'U.S.'],
    ['Kyiv', 'Киев'],
    ['Shinzo Abe', '安倍晋三'],
    ['World War 2', 'WWII'],
    ['Türkiye', 'Turkey'],
    ['Germany', 'Deutschland'],
  ])('%s is %s', (a, b) => {
    expect(aliasKeyOf(a)).toBeDefined();
    expect(aliasKeyOf(a)).toBe(aliasKeyOf(b));
  });

  test.each([
    ['Niger', 'Nigeria'],
    ['Iran', 'Iraq'],
    ['North Korea', 'South Korea'],
    ['Austria', 'Australia'],
    ['Guinea', 'Equatorial Guinea'],
  ])('%s is not %s', (a, b) => {
    expect(aliasKeyOf(a) ?? a).not.toBe(aliasKeyOf(b) ?? b);
  });

  test('leave out what is ambiguous, and short abbreviations that are words', () => {
    for (const name of ['Congo', 'us', 'Is', 'Mahmoud', '']) expect(aliasKeyOf(name), name).toBeUndefined();
  });
});

describe('countries in other languages', () => {
  test.each([
    ['مصر', 'Egypt'],
    ['日本', 'Japan'],
    ['Ελλάδα', 'Greece'],
    ['Сирия', 'Syria'],
    ['Нигерия', 'Nigeria'],
    ['Нигер', 'Niger'],
    ['España', 'Spain'],
  ])('%s is %s', (called, name) => {
    expect(englishNamesOf(called)).toContain(name);
  });

  test('are none where the name is ambiguous, or no country', () => {
    for (const name of ['Congo', 'Baghdad', 'Москва', '']) expect(englishNamesOf(name), name).toEqual([]);
  });
});

describe('other names that a corpus gives', () => {
  test('come before the table, and go along with it', () => {
    const { keyOf } = createAliases(
      new Map([
        ['Da’ish gang', 'Daesh'],
        ['Halab', 'Halabja'],
      ]),
    );
    expect(keyOf('Da’ish gang')).toBe(keyOf('ISIS'));
    expect(keyOf('Halab')).toBe(keyOf('Halabja'));
    expect(keyOf('Halab')).not.toBe(keyOf('Aleppo'));
  });

  test('may be chained in any order', () => {
    for (const chain of [
      [
        ['A1', 'B1'],
        ['B1', 'C1'],
      ],
      [
        ['B1', 'C1'],
        ['A1', 'B1'],
      ],
    ] as [string, string][][]) {
      const { keyOf } = createAliases(new Map(chain));
      expect(keyOf('A1')).toBe(keyOf('C1'));
    }
  });
});
