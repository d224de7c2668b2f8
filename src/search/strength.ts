/**
 * Whether a passage answers a question at all: the logarithm of the odds for it, by what others than the order's own features
 * tell in every library alike. Learnt as a logistic regression on the bench's training questions and on foreign ones, among the
 * bench's texts alone and among many others (`npm run bench:quality -- --texts` reports what it keeps).
 */
import { type Reading, shareOf } from './question.ts';
import { evidenceOf, holdsOf, namesMissing, nearnessOf } from './question-features.ts';

const constant = -6.55;
const worth = { holds: 4.16, evidence: 2.43, headings: 2, namesMissing: -2, unknown: -4.6, closeness: 1 } as const;
/** Rarest words that are evidence enough, in the passage with what stands over it, and in what stands over it alone. */
const evidenceMax = 2;
const headingsMax = 1;

/** A passage that holds every word of the question answers it, however small the library. */
const whole = 0.999;

export function strengthOf(reading: Reading): number {
  const { hit, question, places, inHeadings } = reading;
  if (hit.coverage >= whole) return Number.POSITIVE_INFINITY;
  const held = new Set(places.map(({ word }) => word)).union(inHeadings);
  return (
    constant +
    worth.holds * holdsOf(reading) +
    worth.evidence * Math.min(evidenceMax, evidenceOf(question, shareOf(question, held))) +
    worth.headings * Math.min(headingsMax, evidenceOf(question, shareOf(question, inHeadings))) +
    worth.namesMissing * namesMissing(reading) +
    worth.unknown * unknownShareOf(reading) +
    worth.closeness * nearnessOf(reading)
  );
}

/** Share of the words that nothing in the library holds, not even in a spelling near to theirs, or in a word of their family here. */
const unknownShareOf = ({ kindred, question: { words, rarest } }: Reading): number =>
  words.filter(({ rarity }, at) => rarity >= rarest && !kindred.has(at)).length / Math.max(1, words.length);

/**
 * Below it a passage is no answer. A question wants one answer, and is told rather that there is none, and so does who asks for a
 * happening; whoever types words wants what comes nearest. Where words bend in ways that no stemmer follows, fewer of them are found in a passage that answers.
 */
const strengthMin = { happening: -2, question: -2.5, otherwise: -5 } as const;

export function isAnswer(reading: Reading, isHappening = false): boolean {
  const { isAsked, isEnglish } = reading.question;
  const kind = !isEnglish ? 'otherwise' : isHappening ? 'happening' : isAsked ? 'question' : 'otherwise';
  return strengthOf(reading) >= strengthMin[kind];
}
