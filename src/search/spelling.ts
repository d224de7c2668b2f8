/**
 * What a word that a library doesn't know may have been meant as: words of the library's own texts that are one slip of a thumb
 * away, two in a long word. Whole words are compared, not terms, for a slip near the end makes another stem.
 */
import { fold } from '../text/fold.ts';

/** Shorter words have too many neighbours; one of so many letters is taken for one that has lost a letter. */
const lettersMin = 4;
/** From this length on a second slip is looked for where one explains nothing. */
const lettersOfTwoSlips = 8;
const correctionsMax = 3;

export interface Spelling {
  /** Likeliest first. */
  readonly correctionsOf: (word: string, countOf: (word: string) => number) => readonly string[];
}

/** Words of one length, with the letters that each holds as bits: most are told apart without a letter being compared. */
interface SameLength {
  readonly count: number;
  /** All of them, one after the other. */
  readonly words: string;
  readonly letters: Uint32Array;
}

/** `vocabulary` as folded words, each once. */
export function createSpelling(vocabulary: Iterable<string>): Spelling {
  const byLength = groupedByLength(vocabulary);
  return {
    correctionsOf: (word, countOf) => {
      const wanted = fold(word).replace(/'s?$/u, '');
      if (wanted.length < lettersMin) return [];
      const most = wanted.length >= lettersOfTwoSlips ? 2 : 1;
      for (let slips = 1; slips <= most; slips++) {
        const found = within(byLength, wanted, slips).filter(({ length }) => length > lettersMin);
        if (found.length === 0) continue;
        const worth = (other: string) => Number(other[0] === wanted[0]) * 1e9 + countOf(other);
        return found.sort((a, b) => worth(b) - worth(a)).slice(0, correctionsMax);
      }
      return [];
    },
  };
}

function groupedByLength(vocabulary: Iterable<string>): Map<number, SameLength> {
  const groups = Map.groupBy(vocabulary, ({ length }) => length);
  return new Map(
    [...groups].map(
      ([length, words]) =>
        [length, { count: words.length, words: words.join(''), letters: Uint32Array.from(words, lettersIn) }] as const,
    ),
  );
}

function within(byLength: ReadonlyMap<number, SameLength>, wanted: string, slips: number): string[] {
  const own = lettersIn(wanted);
  const found: string[] = [];
  for (let length = wanted.length - slips; length <= wanted.length + slips; length++) {
    const group = byLength.get(length);
    if (!group) continue;
    for (let at = 0; at < group.count; at++) {
      if (bitsIn((group.letters[at]! ^ own) >>> 0) > 2 * slips) continue;
      const word = group.words.slice(at * length, (at + 1) * length);
      if (slipsBetween(wanted, word) <= slips) found.push(word);
    }
  }
  return found;
}

const lettersIn = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters >>> 0;
};

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Letters left out, put in, changed, or swapped with their neighbour (optimal string alignment; Damerau 1964). */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      let least = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + Number(!isSame));
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (isSwapped) least = Math.min(least, before[at - 2]! + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[other.length]!;
}
