/** Many words in one string, each a few bytes and not an object: what an index of a library has thousands of. */

/** Plain data, to be kept. */
export interface WordList {
  readonly letters: string;
  /** Where each word begins in `letters`, and at the end their length. */
  readonly starts: Uint32Array;
}

export function wordListOf(words: readonly string[]): WordList {
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    starts[at + 1] = starts[at]! + word.length;
  });
  return { letters: words.join(''), starts };
}

export const wordCount = ({ starts }: WordList): number => starts.length - 1;

export const wordAt = ({ letters, starts }: WordList, at: number): string => letters.slice(starts[at], starts[at + 1]);

/** Of words in the order of their UTF-16 units: the place of the first that doesn't come before `word`. */
export function firstWordFrom(list: WordList, word: string): number {
  let [low, high] = [0, wordCount(list)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wordAt(list, middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
