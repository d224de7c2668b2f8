import { describe, expect, test } from 'vitest';
import { aliasKeyOf, createAliases } from '../../src/entities/aliases.ts';

describe('other names of what is broadly known', () => {
  test.each([
    ['ISIS', 'Daesh'],
    ['Islamic State', 'داعش'],
    ['Aleppo', 'Halab'],
    ['the United States', 'U.S.'],
    ['Kyiv', 'Киев'],
    ['Türkiye', 'Turkey'],
    ['Germany', 'Deutschland'],
    ['Egypt', 'مصر'],
    ['Japan', '日本'],
    ['Greece', 'Ελλάδα'],
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
    expect(aliasKeyOf(a)).not.toBe(aliasKeyOf(b));
  });

  test('leave out what is ambiguous, and short abbreviations that are words', () => {
    for (const name of ['Congo', 'us', 'Is', 'Mahmoud', '']) expect(aliasKeyOf(name), name).toBeUndefined();
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
