import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf, placesOf as placesIn } from '../../src/search/letter-runs.ts';
import { unitsOf } from '../../src/text/units.ts';

const placesOf = (phrase: string, ...texts: string[]) =>
  placesIn(lettersOf([unitsOf(phrase)]), lettersOf(texts.map((text) => unitsOf(text))));

describe('letters in a row are words in a row', () => {
  test('where words begin and end on both sides', () => {
    expect(placesOf('the mill', 'At the mill the miller')).toEqual([2]);
    expect(placesOf('the', 'the other then the')).toEqual([0, 12]);
    expect(placesOf('a', 'papa has a bar')).toEqual([7]);
  });

  test('where white space that sets words apart does so on both', () => {
    expect(placesOf('ofthe', 'of the mill of the town')).toEqual([]);
    expect(placesOf('in to', 'into the town')).toEqual([]);
    expect(placesOf('gunpowder', 'the gun-powder')).toEqual([3]);
    expect(placesOf('gun-powder', 'the gunpowder')).toEqual([3]);
  });

  test('within one text, not from the end of one to the beginning of the next', () => {
    expect(placesOf('mill of', 'the mill', 'of the town')).toEqual([]);
    expect(placesOf('town', 'the mill', 'of the town')).toEqual([13]);
  });

  test('wherever words are taken from', () => {
    const words = fc.array(fc.constantFrom('a', 'ab', 'aba', 'b', 'ba', '中', 'Ωα'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, from, count) => {
        const first = from % all.length;
        const phrase = all.slice(first, first + 1 + (count % 9));
        const before = all.slice(0, first).join('').length;
        // An occurrence that overlaps one before it is not told.
        const places = placesOf(phrase.join(' '), all.join(' '));
        expect(places.some((at) => at <= before && before < at + phrase.join('').length)).toBe(true);
      }),
    );
  });
});
