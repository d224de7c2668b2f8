/** What is learnt is what the questions show: the feature that tells weighs, the one that doesn't does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestRidge, firstOf, type LearningCase, learnedWeights, meanOf, placeBy } from '../../bench/learning.ts';
import { createRandom } from '../../bench/random.ts';

const caseOf = (group: string, ...candidates: readonly (readonly [isRight: boolean, ...values: number[]])[]) => ({
  group,
  candidates: candidates.map(([isRight, ...values]) => ({ isRight, values })),
});

/** The first feature is higher in the right passage; the second is chance. */
function casesWith(seed: number, count = 60): LearningCase[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) =>
    caseOf(
      `text ${index % 12}`,
      [true, 0.5 + random.next() / 2, random.next()],
      ...Array.from({ length: 8 }, () => [false, 0.7 * random.next(), random.next()] as const),
    ),
  );
}

const free = { ridge: 0.001, signs: [0, 0] as const };

describe('learning', () => {
  test('gives weight to what tells right passages from wrong ones, and hardly any to chance', () => {
    const [telling = 0, chance = 0] = learnedWeights(casesWith(1), free);
    expect(telling).toBeGreaterThan(2);
    expect(Math.abs(chance)).toBeLessThan(telling / 4);
  });

  test('puts right passages first in questions that it has not seen', () => {
    const weights = learnedWeights(casesWith(1), free);
    const others = casesWith(2);
    expect(meanOf(others, weights, firstOf)).toBeGreaterThan(meanOf(others, [0, 1], firstOf) + 0.3);
  });

  test('gives a weight against where a feature speaks against, and none where that is not allowed', () => {
    const cases = [caseOf('a', [true, 0], [false, 1]), caseOf('b', [true, 0.2], [false, 0.9])];
    expect(learnedWeights(cases, { ridge: 0.01, signs: [0] })[0]).toBeLessThan(0);
    expect(learnedWeights(cases, { ridge: 0.01, signs: [-1] })[0]).toBeLessThan(0);
    expect(learnedWeights(cases, { ridge: 0.01, signs: [1] })[0]).toBe(0);
  });

  test('pulls weights towards nought, the more so the stronger', () => {
    const sizes = [0.001, 0.1, 1].map((ridge) => Math.abs(learnedWeights(casesWith(1), { ...free, ridge })[0]!));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('learns nothing from questions without a right candidate, and says so where there is no other', () => {
    const empty = caseOf('z', [false, 1, 0], [false, 0, 1]);
    expect(learnedWeights([...casesWith(1), empty], free)).toEqual(learnedWeights(casesWith(1), free));
    expect(() => learnedWeights([empty], free)).toThrow('nothing can be learnt');
  });
});

describe('a place', () => {
  test('is that of the first right candidate, behind wrong ones of the same score', () => {
    expect(placeBy(caseOf('a', [true, 2], [false, 1]), [1])).toBe(1);
    expect(placeBy(caseOf('a', [true, 1], [false, 1]), [1])).toBe(2);
    expect(placeBy(caseOf('a', [true, 0], [true, 3], [false, 1]), [1])).toBe(1);
    expect(placeBy(caseOf('a', [false, 1]), [1])).toBeNull();
  });

  test('is between one and the number of candidates, whatever the weights', () => {
    const candidate = fc.record({
      isRight: fc.boolean(),
      values: fc.tuple(fc.double({ noNaN: true, min: -9, max: 9 })),
    });
    fc.assert(
      fc.property(
        fc.array(candidate, { minLength: 1 }),
        fc.double({ noNaN: true, min: -9, max: 9 }),
        (candidates, weight) => {
          const place = placeBy({ group: '', candidates }, [weight]);
          expect(place === null).toBe(candidates.every(({ isRight }) => !isRight));
          if (place !== null) expect(place).toBeLessThanOrEqual(candidates.length);
        },
      ),
    );
  });

  test('of a question without a right candidate counts as nothing in a mean', () => {
    const cases = [caseOf('a', [true, 1], [false, 0]), caseOf('b', [false, 1])];
    expect(meanOf(cases, [1], firstOf)).toBe(0.5);
  });
});

test('the pull is chosen on texts that were not learnt on: few questions of many features want a strong one', () => {
  const random = createRandom(5);
  const chance = () => Array.from({ length: 30 }, () => random.next());
  const cases = casesWith(3, 20).map(({ group, candidates }) => ({
    group,
    candidates: candidates.map(({ isRight, values }) => ({ isRight, values: [values[0]!, ...chance()] })),
  }));
  const signs = cases[0]!.candidates[0]!.values.map(() => 0 as const);
  expect(bestRidge(cases, signs, [1e-6, 0.1])).toBe(0.1);
});
