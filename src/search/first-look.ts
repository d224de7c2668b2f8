/**
 * A first look at what a question finds: which passages can be among the best, so that only those are scored, and told with
 * all that matched, by MiniSearch. Its scores are MiniSearch's but for rounding; it makes no object for any passage.
 */
import { wordAt } from '../text/word-list.ts';
import { numberOf, numbersBeginning, type Postings } from './postings.ts';

/** BM25+ (Lv and Zhai 2011) as MiniSearch takes it. */
export interface Bm25 {
  readonly k: number;
  readonly b: number;
  readonly d: number;
}

export interface LookedFor {
  readonly term: string;
  readonly boost: number;
  /** Whether words that begin so are found as well. */
  readonly isBeginning: boolean;
}

export interface Scoring {
  /** By field. */
  readonly boosts: readonly number[];
  readonly bm25: Bm25;
  /** What a word counts of which the beginning was asked, before its length is weighed. */
  readonly beginningWeight: number;
}

/** Far more than rounding, far less than scores differ by. */
const slack = 1e-9;

export type FirstLook = (lookedFor: readonly LookedFor[], limit: number) => ReadonlySet<number>;

/** The looks share their arrays: one is over before the next begins. */
export function createFirstLook(postings: Postings, { boosts, bm25, beginningWeight }: Scoring): FirstLook {
  const { counts, fieldCount, lengths, meanLengths, passageCount, passages, starts } = postings;
  const { k, b, d } = bm25;
  const scores = new Float64Array(passageCount);
  /** How many of the terms that are looked for a passage holds, and the number of the last one, from 1. */
  const held = new Uint8Array(passageCount);
  const last = new Uint8Array(passageCount);
  const touched = new Uint32Array(passageCount);

  const addTerm = (term: number, number: number, boost: number, before: number): number => {
    let touchedCount = before;
    for (let field = 0; field < fieldCount; field++) {
      const [from, to] = [starts[term * fieldCount + field]!, starts[term * fieldCount + field + 1]!];
      const rarity = Math.log(1 + (passageCount - (to - from) + 0.5) / (to - from + 0.5));
      const weight = boost * boosts[field]! * rarity;
      const perLength = (k * b) / meanLengths[field]!;
      for (let at = from; at < to; at++) {
        const passage = passages[at]!;
        const count = counts[at]!;
        const length = lengths[passage * fieldCount + field]!;
        if (held[passage] === 0) touched[touchedCount++] = passage;
        if (last[passage] !== number) held[passage]!++;
        last[passage] = number;
        scores[passage]! += weight * (d + (count * (k + 1)) / (count + k * (1 - b) + perLength * length));
      }
    }
    return touchedCount;
  };

  return (lookedFor, limit) => {
    let count = 0;
    lookedFor.forEach(({ term, boost, isBeginning }, at) => {
      const own = numberOf(postings, term);
      if (own >= 0) count = addTerm(own, at + 1, boost, count);
      if (!isBeginning) return;
      for (const longer of numbersBeginning(postings, term)) {
        const { length } = wordAt(postings.terms, longer);
        const weight = (beginningWeight * length) / (length + 0.3 * (length - term.length));
        if (longer !== own) count = addTerm(longer, at + 1, boost * weight, count);
      }
    });
    const found = touched.subarray(0, count);
    for (const passage of found) scores[passage]! *= held[passage]!;
    const least = leastOfBest(scores, found, limit) * (1 - slack);
    const best = new Set<number>();
    for (const passage of found) {
      if (scores[passage]! >= least) best.add(passage);
      scores[passage] = 0;
      held[passage] = 0;
      last[passage] = 0;
    }
    return best;
  };
}

/** The least of the `limit` greatest scores; 0 where there are fewer. */
function leastOfBest(scores: Float64Array, found: Uint32Array, limit: number): number {
  const best = new Float64Array(limit);
  for (const passage of found) {
    const score = scores[passage]!;
    if (score <= best[0]!) continue;
    let at = 0;
    for (; at + 1 < limit && best[at + 1]! < score; at++) best[at] = best[at + 1]!;
    best[at] = score;
  }
  return best[0]!;
}
