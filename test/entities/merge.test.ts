import { describe, expect, test } from 'vitest';
import { fitsInitials } from '../../src/entities/merge.ts';
import { libraryFrom } from '../library-from.ts';

const groupsIn = (...texts: readonly string[]) => {
  const { names } = libraryFrom(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text])));
  return names.entities.map(({ surfaces }) => surfaces.map(({ text }) => text).sort());
};

describe('one thing under several names', () => {
  test.each([
    ['a surname', 'Ilka Brandt, the mayor, came. Brandt said little.', ['Brandt', 'Ilka Brandt']],
    [
      'an initial',
      'Ilka Brandt, the mayor, came. The letter was signed by Mayor I. Brandt.',
      ['I. Brandt', 'Ilka Brandt'],
    ],
    ['a ruler without the number', 'King Oswin III died. Oswin had reigned long.', ['Oswin', 'Oswin III']],
    [
      'two romanisations',
      'Minister Karim Hadadi spoke. Later Minister Kareem Haddadi left.',
      ['Kareem Haddadi', 'Karim Hadadi'],
    ],
    [
      'an abbreviation in brackets',
      'The Coastal Guard Union (CGU) met. The CGU voted.',
      ['CGU', 'Coastal Guard Union'],
    ],
    [
      'an abbreviation of syllables',
      'The UN Relief Mission in Peru (UNREMIP) came. UNREMIP left.',
      ['UN Relief Mission in Peru', 'UNREMIP'],
    ],
    ['another name that is broadly known', 'She came to Bombay in 1950. He left Mumbai in 2001.', ['Bombay', 'Mumbai']],
    ['capitals', 'NAIROBI, Kenya (AFP) - The rain fell. It fell in Nairobi all day.', ['NAIROBI', 'Nairobi']],
    ['what it is', 'They landed at Qorveth Airport near the city of Qorveth.', ['Qorveth', 'Qorveth Airport']],
  ])('is one by %s', (_, text, expected) => {
    expect(groupsIn(text)).toContainEqual([...expected].sort());
  });
});

describe('two things', () => {
  test.each([
    ['two people with one surname', 'Ilka Brandt and Piet Brandt came.', 'Ilka Brandt', 'Piet Brandt'],
    [
      'a people that differs by one initial',
      'President Ilka W. Brandt met President Ilka H. W. Brandt.',
      'Ilka W. Brandt',
      'Ilka H. W. Brandt',
    ],
    ['two known towns that sound alike', 'The road from Samara to Samarra is long.', 'Samara', 'Samarra'],
    [
      'a force and a force with one word more',
      'The Qorveth Army fought the Free Qorveth Army.',
      'Qorveth Army',
      'Free Qorveth Army',
    ],
    ['a lake and its town', 'The city of Qorveth lies far from Lake Qorveth.', 'Qorveth', 'Lake Qorveth'],
    [
      'two parts of an unknown region',
      'In Eastern Qorveth and in Western Qorveth it rained.',
      'Eastern Qorveth',
      'Western Qorveth',
    ],
  ])('stay two: %s', (_, text, one, other) => {
    const groups = groupsIn(text);
    expect(
      groups.find((group) => group.includes(one)),
      one,
    ).toBeDefined();
    expect(groups.find((group) => group.includes(one))).not.toContain(other);
  });

  test('of one surname in two articles are told apart by the article', () => {
    const groups = groupsIn(
      'Ilka Brandt, the mayor, came. Brandt spoke.',
      'Piet Brandt, the baker, came. Brandt sang.',
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        ['Brandt', 'Ilka Brandt'],
        ['Brandt', 'Piet Brandt'],
      ]),
    );
  });

  test('of one surname in one article leave the surname to neither', () => {
    const groups = groupsIn('Mayor Ilka Brandt met the baker Piet Brandt. Brandt spoke.');
    expect(groups).toEqual(expect.arrayContaining([['Brandt'], ['Ilka Brandt'], ['Piet Brandt']]));
  });

  test('called by relation leave the surname to the one first named', () => {
    const groups = groupsIn('Mayor Ilka Brandt came with her brother Piet Brandt. Brandt spoke.');
    expect(groups).toContainEqual(['Brandt', 'Ilka Brandt']);
  });
});

describe('initials', () => {
  test.each([
    ['CGU', 'Coastal Guard Union', true],
    ['MoD', 'Ministry of Defence', true],
    ['UNREMIP', 'UN Relief Mission in Peru', true],
    ['CGU', 'Leading Guard Union', false],
    ['CG', 'Coastal Guard Union', false],
    ['C', 'Coastal Guard', false],
    ['CGU', 'Coastal', false],
  ])('%s for %s: %s', (short, long, fits) => {
    expect(fitsInitials(short, long)).toBe(fits);
  });
});
