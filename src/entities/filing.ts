/** Numbers filed under words, in few arrays: a Map of lists takes some hundred bytes for each word. Beneath name-index.ts. */
import { firstWordFrom, type WordList, wordAt, wordCount, wordListOf } from '../text/word-list.ts';

/** Plain data, to be kept. */
export interface Filing {
  /** In the order of their UTF-16 units. */
  readonly words: WordList;
  /** Where the numbers of each word begin, and at the end how many there are. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/** The numbers from 0 to `count`, each under all of its words. */
export function filingOf(count: number, wordsOf: (number: number) => Iterable<string>): Filing {
  const byWord = new Map<string, number[]>();
  for (let number = 0; number < count; number++) {
    for (const word of new Set(wordsOf(number))) {
      const filed = byWord.get(word);
      if (filed) filed.push(number);
      else byWord.set(word, [number]);
    }
  }
  const words = [...byWord.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    starts[at + 1] = starts[at]! + byWord.get(word)!.length;
  });
  const numbers = new Uint32Array(starts.at(-1)!);
  words.forEach((word, at) => {
    numbers.set(byWord.get(word)!, starts[at]);
  });
  return { words: wordListOf(words), starts, numbers };
}

/** Ascending; none under a word that isn't there. */
export function filedUnder({ numbers, starts, words }: Filing, word: string): Uint32Array {
  const at = firstWordFrom(words, word);
  const isThere = at < wordCount(words) && wordAt(words, at) === word;
  return isThere ? numbers.subarray(starts[at], starts[at + 1]) : none;
}

const none = new Uint32Array();
