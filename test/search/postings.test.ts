import { describe, expect, test } from 'vitest';
import { entriesOf, numberOf, numbersBeginning, packed, passagesWith } from '../../src/search/postings.ts';
import { wordAt } from '../../src/text/word-list.ts';

const index = new Map([
  ['canal', new Map([[0, new Map([[2, 1], [0, 3]])]])],
  ['bridge', new Map([[1, new Map([[1, 1]])], [0, new Map([[1, 2]])]])],
  ['can', new Map([[1, new Map([[0, 1]])]])],
]); // biome-ignore format: a table
const lengths = [
  [1, 1],
  [1, 1],
  [1, 0],
];
const postings = packed(index, (passage) => lengths[passage]!, { passageCount: 3, meanLengths: [1, 0.7] });

describe('packed postings', () => {
  test('hold what the maps held', () => {
    for (const [term, fields] of index) {
      const own = entriesOf(postings, numberOf(postings, term));
      for (const field of [0, 1]) {
        const entries = fields.get(field);
        expect(own.get(field)?.size).toBe(entries?.size);
        if (!entries) continue;
        expect([...own.get(field)!.keys()]).toEqual([...entries.keys()].sort());
        for (const [passage, count] of entries) expect(own.get(field)!.get(passage)).toBe(count);
        expect(own.get(field)!.get(7)).toBeUndefined();
      }
    }
    expect([...postings.lengths]).toEqual([1, 1, 1, 1, 1, 0]);
  });

  test('find a term, and those that begin like one', () => {
    expect(numberOf(postings, 'cana')).toBe(-1);
    expect(numberOf(postings, 'zebra')).toBe(-1);
    const beginning = (prefix: string) =>
      [...numbersBeginning(postings, prefix)].map((term) => wordAt(postings.terms, term));
    expect(beginning('can')).toEqual(['can', 'canal']);
    expect(beginning('cab')).toEqual([]);
    expect(beginning('')).toEqual(['bridge', 'can', 'canal']);
  });

  test('tell the passages of one field in order', () => {
    expect([...passagesWith(postings, numberOf(postings, 'canal'), 0)]).toEqual([0, 2]);
    expect([...passagesWith(postings, numberOf(postings, 'canal'), 1)]).toEqual([]);
  });

  test('take two bytes for counts that one doesn’t hold', () => {
    const many = packed(new Map([['canal', new Map([[0, new Map([[0, 300]])]])]]), () => [1], {
      passageCount: 1,
      meanLengths: [1],
    });
    expect(entriesOf(many, 0).get(0)?.get(0)).toBe(300);
    expect(postings.counts.BYTES_PER_ELEMENT).toBe(1);
  });
});
