/**
 * Whether a passage answers a question at all: how much it reached of what the question could reach at most. The share says
 * the same in every library, where a bare score doesn't.
 */

import type { Reading } from './question.ts';
import { namesMissing } from './question-features.ts';

/** On questions of their own, nine in ten that have an answer reach it, and one in ten that has nothing to do with the library. */
export const strengthMin = 0.7;

/** The engine's score by the sum of the words' rarities, with the article's, less for a name that is missing. */
export const strengthOf = (reading: Reading): number =>
  reading.hit.score / reading.question.possible + 0.5 * reading.hit.article - 0.3 * namesMissing(reading);
