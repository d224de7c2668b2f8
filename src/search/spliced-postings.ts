/**
 * Postings of passages of which some are gone and some are new, out of those that were and those of the new passages alone:
 * numbers are copied, no text is read. Beneath engine.ts.
 */
import { wordAt, wordCount, wordListOf } from '../text/word-list.ts';
import { type Postings, smallestCounts } from './postings.ts';

/** Where passages stand now; both ascend. */
export interface Moves {
  /** Of each passage as it was: its number now, or -1 when it is gone. */
  readonly moved: Int32Array;
  /** Of each new one, by its number among the new. */
  readonly placed: Int32Array;
}

export interface Spliced {
  readonly postings: Postings;
  /** Of each term, its number in the postings before and in those of the new; -1 where it had none. */
  readonly earlier: Int32Array;
  readonly added: Int32Array;
}

export function spliced(before: Postings, fresh: Postings, { moved, placed }: Moves): Spliced {
  // Where nothing was ever added, no field is known.
  const fieldCount = Math.max(before.fieldCount, fresh.fieldCount);
  const passageCount = moved.reduce((count, now) => count + Number(now >= 0), placed.length);
  const entriesMax = before.passages.length + fresh.passages.length;
  const passages = new Uint32Array(entriesMax);
  const counts = new Uint16Array(entriesMax);
  const [words, starts, earlier, added]: [string[], number[], number[], number[]] = [[], [0], [], []];
  const ends = new Uint32Array(fieldCount);
  let next = 0;
  const copy = (from: Postings, at: number, now: number) => {
    passages[next] = now;
    counts[next++] = from.counts[at]!;
  };
  /** The entries of a term in a field, in the order of passages. */
  const merge = (old: number, own: number, field: number) => {
    let [at, end] = entriesAt(before, old, field);
    let [other, otherEnd] = entriesAt(fresh, own, field);
    while (at < end || other < otherEnd) {
      const now = at < end ? moved[before.passages[at]!]! : none;
      const placedAt = other < otherEnd ? placed[fresh.passages[other]!]! : none;
      if (now < 0) at++;
      else if (now < placedAt) copy(before, at++, now);
      else copy(fresh, other++, placedAt);
    }
  };
  const [oldCount, ownCount] = [wordCount(before.terms), wordCount(fresh.terms)];
  for (let old = 0, own = 0; old < oldCount || own < ownCount; ) {
    const oldWord = old < oldCount ? wordAt(before.terms, old) : null;
    const ownWord = own < ownCount ? wordAt(fresh.terms, own) : null;
    const isOld = oldWord !== null && (ownWord === null || oldWord <= ownWord);
    const isOwn = ownWord !== null && (oldWord === null || ownWord <= oldWord);
    const [oldTerm, ownTerm] = [isOld ? old++ : -1, isOwn ? own++ : -1];
    const first = next;
    for (let field = 0; field < fieldCount; field++) {
      merge(oldTerm, ownTerm, field);
      ends[field] = next;
    }
    // What no passage holds any more is no term.
    if (next === first) continue;
    words.push(isOld ? oldWord : ownWord!);
    for (const end of ends) starts.push(end);
    earlier.push(oldTerm);
    added.push(ownTerm);
  }
  const lengths = new Uint16Array(passageCount * fieldCount);
  const take = (from: Postings, now: number, passage: number) => {
    if (now >= 0)
      lengths.set(from.lengths.subarray(passage * fieldCount, (passage + 1) * fieldCount), now * fieldCount);
  };
  moved.forEach((now, passage) => {
    take(before, now, passage);
  });
  placed.forEach((now, passage) => {
    take(fresh, now, passage);
  });
  const meanLengths = Array.from({ length: fieldCount }, (_, field) => {
    let sum = 0;
    for (let at = field; at < lengths.length; at += fieldCount) sum += lengths[at]!;
    return sum / Math.max(1, passageCount);
  });
  const postings: Postings = {
    ...{ terms: wordListOf(words), fieldCount, passageCount, meanLengths },
    ...{ starts: Uint32Array.from(starts), passages: passages.slice(0, next) },
    ...{ counts: smallestCounts(counts.subarray(0, next)), lengths: smallestCounts(lengths) },
  };
  return { postings, earlier: Int32Array.from(earlier), added: Int32Array.from(added) };
}

/** Behind every passage. */
const none = 2 ** 31 - 1;

/** From the first to behind the last; none of a term below 0. */
const entriesAt = ({ fieldCount, starts }: Postings, term: number, field: number): [number, number] =>
  term < 0 ? [0, 0] : [starts[term * fieldCount + field]!, starts[term * fieldCount + field + 1]!];
