/**
 * An index that nothing is added to any more: which term stands in which passages, in a few typed arrays of five bytes
 * an entry, where a Map of Maps takes some fifty. Beneath engine.ts, which has MiniSearch read it.
 */
import { firstWordFrom, type WordList, wordAt, wordCount, wordListOf } from '../text/word-list.ts';

/** Plain data, to be kept and handed from thread to thread. */
export interface Postings {
  /** Each once, in the order of their UTF-16 units. */
  readonly terms: WordList;
  readonly fieldCount: number;
  readonly passageCount: number;
  /** By term and, within it, by field: the number of its first entry; at the end the number of all entries. */
  readonly starts: Uint32Array;
  /** Of each entry, the passage's id: ascending within a term and field. */
  readonly passages: Uint32Array;
  /** Of each entry, how often the term stands there. */
  readonly counts: Counts;
  /** By passage and, within it, by field: how many different terms it has. */
  readonly lengths: Counts;
  /** By field: the mean of its lengths. */
  readonly meanLengths: readonly number[];
}

/** A byte each, or two where one of them is above 255. */
type Counts = Uint8Array | Uint16Array;

/** The passages that hold a term in a field, and how often: of a `Map`, what MiniSearch reads of one. */
export interface Entries {
  readonly size: number;
  keys(): Iterable<number>;
  get(passage: number): number | undefined;
}

/** The same by field. */
export type FieldEntries = Pick<ReadonlyMap<number, Entries>, 'get'>;

type TermEntries = readonly [
  term: string,
  byField: Iterable<readonly [field: number, entries: ReadonlyMap<number, number>]>,
];

const countMax = 0xffff;

/** `lengthsOf` gives the lengths of a passage's fields; passages are numbered from 0 to `passageCount`. */
export function packed(
  index: Iterable<TermEntries>,
  lengthsOf: (passage: number) => readonly number[],
  { passageCount, meanLengths }: Pick<Postings, 'passageCount' | 'meanLengths'>,
): Postings {
  const fieldCount = meanLengths.length;
  const byTerm = [...index].sort(([a], [b]) => (a < b ? -1 : 1));
  const starts = new Uint32Array(byTerm.length * fieldCount + 1);
  byTerm.forEach(([, byField], at) => {
    for (const [field, { size }] of byField) starts[at * fieldCount + field + 1] = size;
  });
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const entryCount = starts.at(-1)!;
  const passages = new Uint32Array(entryCount);
  const counts = new Uint16Array(entryCount);
  byTerm.forEach(([, byField], at) => {
    for (const [field, entries] of byField) {
      let next = starts[at * fieldCount + field]!;
      for (const [passage, count] of [...entries].sort(([a], [b]) => a - b)) {
        passages[next] = passage;
        counts[next++] = Math.min(countMax, count);
      }
    }
  });
  const lengths = new Uint16Array(passageCount * fieldCount);
  for (let passage = 0; passage < passageCount; passage++)
    lengthsOf(passage).forEach((length, field) => {
      lengths[passage * fieldCount + field] = Math.min(countMax, length);
    });
  return {
    ...{ terms: wordListOf(byTerm.map(([term]) => term)), fieldCount, passageCount, starts, passages, meanLengths },
    ...{ counts: smallestCounts(counts), lengths: smallestCounts(lengths) },
  };
}

/** Of its own, however small a window on others was given. */
export const smallestCounts = (counts: Uint16Array): Counts =>
  counts.every((count) => count <= 0xff) ? Uint8Array.from(counts) : counts.slice();

/** The number of a term; below 0 for one that isn't there. */
export function numberOf({ terms }: Postings, term: string): number {
  const at = firstWordFrom(terms, term);
  return at < wordCount(terms) && wordAt(terms, at) === term ? at : -1;
}

/** The numbers of the terms that begin so, in order. */
export function* numbersBeginning({ terms }: Postings, prefix: string): Generator<number> {
  for (let at = firstWordFrom(terms, prefix); at < wordCount(terms) && wordAt(terms, at).startsWith(prefix); at++)
    yield at;
}

/** The ids of the passages that hold a term in a field, ascending. */
export function passagesWith(postings: Postings, term: number, field: number): Uint32Array {
  const { fieldCount, passages, starts } = postings;
  const at = term * fieldCount + field;
  return passages.subarray(starts[at], starts[at + 1]);
}

/** The place of the first that isn't less, in an ascending array. */
export function firstFrom(ascending: ArrayLike<number>, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of a term by its number. */
export const entriesOf = (postings: Postings, term: number): FieldEntries => ({
  get: (field) => {
    const ids = passagesWith(postings, term, field);
    if (ids.length === 0) return undefined;
    const first = postings.starts[term * postings.fieldCount + field]!;
    return {
      size: ids.length,
      keys: () => ids.values(),
      get: (passage) => {
        const at = firstFrom(ids, passage);
        return ids[at] === passage ? postings.counts[first + at] : undefined;
      },
    };
  },
});
