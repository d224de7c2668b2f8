import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Postings, packed } from '../../src/search/postings.ts';
import { spliced } from '../../src/search/spliced-postings.ts';
import { wordAt, wordCount } from '../../src/text/word-list.ts';

/** A passage: of each field its words. */
type Words = readonly (readonly string[])[];

const fieldCount = 2;

function postingsOf(passages: readonly Words[]): Postings {
  const index = new Map<string, Map<number, Map<number, number>>>();
  passages.forEach((fields, passage) => {
    fields.forEach((words, field) => {
      for (const word of words) {
        const byField = index.get(word) ?? new Map<number, Map<number, number>>();
        const entries = byField.get(field) ?? new Map<number, number>();
        entries.set(passage, (entries.get(passage) ?? 0) + 1);
        index.set(word, byField.set(field, entries));
      }
    });
  });
  const lengthsOf = (passage: number) => passages[passage]!.map((words) => new Set(words).size);
  const meanLengths = Array.from({ length: fieldCount }, (_, field) => {
    const sum = passages.reduce((all, _fields, passage) => all + lengthsOf(passage)[field]!, 0);
    return sum / Math.max(1, passages.length);
  });
  return packed(index, lengthsOf, { passageCount: passages.length, meanLengths });
}

const words = fc.array(fc.constantFrom('canal', 'bridge', 'ferry', 'Ältester', '水'), { maxLength: 5 });
/** Those of before, of which some are gone, and new ones, in any order with them. */
const passages = fc.array(fc.record({ fields: fc.tuple(words, words), is: fc.constantFrom('kept', 'gone', 'new') }), {
  maxLength: 12,
});

test('passages that came and went leave the postings that all that are left would have', () => {
  fc.assert(
    fc.property(passages, (all) => {
      const now = all.filter(({ is }) => is !== 'gone');
      const before = all.filter(({ is }) => is !== 'new');
      const fresh = all.filter(({ is }) => is === 'new');
      const fieldsOf = (some: typeof all) => some.map(({ fields }) => fields);
      const { added, earlier, postings } = spliced(postingsOf(fieldsOf(before)), postingsOf(fieldsOf(fresh)), {
        moved: Int32Array.from(before, (one) => now.indexOf(one)),
        placed: Int32Array.from(fresh, (one) => now.indexOf(one)),
      });
      expect(postings).toEqual(postingsOf(fieldsOf(now)));
      for (const [part, numbers] of [
        [before, earlier],
        [fresh, added],
      ] as const) {
        const { terms } = postingsOf(fieldsOf(part));
        expect(numbers.length).toBe(wordCount(postings.terms));
        numbers.forEach((number, term) => {
          const word = wordAt(postings.terms, term);
          expect(number < 0 ? null : wordAt(terms, number)).toBe(
            part.some(({ fields }) => fields.flat().some((one) => one === word)) ? word : null,
          );
        });
      }
    }),
  );
});
