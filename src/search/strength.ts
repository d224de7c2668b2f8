/**
 * Whether a passage answers a question at all: how much it reached of what the question could reach at most, and how much
 * evidence that is. Both are shares, which say the same in every library, where a bare score doesn't.
 */

import type { Reading } from './question.ts';
import { namesMissing } from './question-features.ts';

/** Below it, a question's best passage is no answer to it. Set on the training questions and checked on those of the corpus. */
export const strengthMin = 1.5;

/** So many of the rarest words there could be are evidence enough. */
const evidentWords = 2.2;

/** A passage that holds every word of the question answers it, however small the library. */
const whole = 0.999;

/** The engine's score by its sum of rarities; what is held, by the rarest there could be; less for names that are missing. */
export function strengthOf(reading: Reading): number {
  const { hit, question } = reading;
  if (hit.coverage >= whole) return Number.POSITIVE_INFINITY;
  const share = hit.score / question.possible;
  const evidence = Math.min(1, (hit.coverage * question.possible) / (evidentWords * question.rarest));
  return share + 2 * evidence - namesMissing(reading);
}
