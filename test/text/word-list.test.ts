import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWordFrom, wordAt, wordCount, wordListOf } from '../../src/text/word-list.ts';

const words = fc.array(fc.string({ maxLength: 6 }), { maxLength: 30 });

test('a list of words gives each of them back', () => {
  fc.assert(
    fc.property(words, (all) => {
      const list = wordListOf(all);
      expect(Array.from({ length: wordCount(list) }, (_, at) => wordAt(list, at))).toEqual(all);
    }),
  );
});

test('in order, it tells where a word stands or would stand', () => {
  fc.assert(
    fc.property(words, fc.string({ maxLength: 6 }), (all, word) => {
      const sorted = [...all].sort();
      expect(firstWordFrom(wordListOf(sorted), word)).toBe(sorted.filter((other) => other < word).length);
    }),
  );
});
