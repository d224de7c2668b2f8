/**
 * Weights of named features, learnt from questions whose right passages are known: conditional logit, which makes it likely
 * that a right passage comes first among its candidates (McFadden 1974; of one right passage it is ListNet's top one,
 * Cao et al. 2007). Pure, convex and without chance: the same questions give the same weights. Knows no ranker.
 */

export interface LearningCandidate {
  /** In the order of the features' names. */
  readonly values: readonly number[];
  readonly isRight: boolean;
}

/** One question. Without a right candidate, or with nothing but right ones, it teaches nothing, but counts when judged. */
export interface LearningCase {
  /** Cases of one group are never torn apart: questions on one text. */
  readonly group: string;
  readonly candidates: readonly LearningCandidate[];
}

export interface LearningSettings {
  /** Strength of the pull towards nought (ridge), a question. */
  readonly ridge: number;
  /** Of each feature: 1 or −1 where its weight may only speak for or against, 0 where either. */
  readonly signs: readonly (-1 | 0 | 1)[];
}

const rounds = 400;
/** As its authors recommend: Kingma and Ba, Adam, 2015. */
const adam = { rate: 0.05, mean: 0.9, spread: 0.999, tiny: 1e-8 } as const;

export function learnedWeights(cases: readonly LearningCase[], { ridge, signs }: LearningSettings): number[] {
  const telling = cases.filter(({ candidates }) => candidates.some(({ isRight }) => isRight));
  if (telling.length === 0)
    throw new Error('No question has a right passage among its candidates: nothing can be learnt');
  const weights = signs.map(() => 0);
  const mean = signs.map(() => 0);
  const spread = signs.map(() => 0);
  for (let round = 1; round <= rounds; round++) {
    const slope = slopeOf(telling, weights);
    for (let at = 0; at < weights.length; at++) {
      const down = slope[at]! / telling.length - ridge * weights[at]!;
      mean[at] = adam.mean * mean[at]! + (1 - adam.mean) * down;
      spread[at] = adam.spread * spread[at]! + (1 - adam.spread) * down * down;
      const step =
        mean[at]! / (1 - adam.mean ** round) / (Math.sqrt(spread[at]! / (1 - adam.spread ** round)) + adam.tiny);
      weights[at] = allowed(weights[at]! + adam.rate * step, signs[at]!);
    }
  }
  return weights;
}

const allowed = (weight: number, sign: -1 | 0 | 1): number => (sign === 0 || weight * sign > 0 ? weight : 0);

/** The gradient of the logarithm of the right candidates' share of all. */
function slopeOf(cases: readonly LearningCase[], weights: readonly number[]): number[] {
  const slope = weights.map(() => 0);
  for (const { candidates } of cases) {
    const shares = sharesOf(candidates.map((one) => scoreOf(one, weights)));
    const right = candidates.reduce((sum, { isRight }, index) => (isRight ? sum + shares[index]! : sum), 0);
    candidates.forEach(({ values, isRight }, index) => {
      const pull = (isRight ? shares[index]! / Math.max(right, Number.MIN_VALUE) : 0) - shares[index]!;
      for (let at = 0; at < slope.length; at++) slope[at]! += pull * values[at]!;
    });
  }
  return slope;
}

/** Softmax. */
function sharesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

const scoreOf = ({ values }: LearningCandidate, weights: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * weights[at]!, 0);

// ── Judging ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Place of the first right candidate, 1-based; of equal scores the right one comes last. Null where none is right. */
export function placeBy({ candidates }: LearningCase, weights: readonly number[]): number | null {
  const right = candidates.filter(({ isRight }) => isRight).map((one) => scoreOf(one, weights));
  if (right.length === 0) return null;
  const best = Math.max(...right);
  return 1 + candidates.filter((one) => !one.isRight && scoreOf(one, weights) >= best).length;
}

/** Mean over all cases, those without a right candidate included. */
export const meanOf = (
  cases: readonly LearningCase[],
  weights: readonly number[],
  worth: (place: number) => number,
): number => {
  const places = cases.map((one) => placeBy(one, weights));
  return (
    places.reduce((sum: number, place) => sum + (place === null ? 0 : worth(place)), 0) / Math.max(1, cases.length)
  );
};

export const firstOf = (place: number): number => Number(place === 1);
export const reciprocalOf = (place: number): number => 1 / place;

/** The setting that does best on groups it was not learnt on, by reciprocal rank; the earlier one of equals. */
export function bestRidge(
  cases: readonly LearningCase[],
  signs: LearningSettings['signs'],
  ridges: readonly number[],
  folds = 5,
): number {
  const groups = [...new Set(cases.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, index) => [group, index % folds]));
  const worthOf = (ridge: number): number => {
    let sum = 0;
    for (let fold = 0; fold < folds; fold++) {
      const [others, own] = [cases.filter(isIn(fold, false)), cases.filter(isIn(fold, true))];
      sum += own.length * meanOf(own, learnedWeights(others, { ridge, signs }), reciprocalOf);
    }
    return sum;
  };
  const isIn = (fold: number, wanted: boolean) => (one: LearningCase) => (foldOf.get(one.group) === fold) === wanted;
  return ridges.map((ridge) => ({ ridge, worth: worthOf(ridge) })).reduce((a, b) => (b.worth > a.worth ? b : a)).ridge;
}
