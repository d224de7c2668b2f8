/**
 * Whether a passage answers a question at all: the logarithm of the odds for it, by what others than the order's own features
 * tell in every library alike. Learnt as a logistic regression on the bench's training questions and on its foreign ones, as if there
 * were as many of these as of those (`npm run bench:quality -- --texts` reports what it keeps).
 */
import { matterHeldBy, type Reading, shareOf } from './question.ts';
import { evidenceOf, holdsOf, namesMissing } from './question-features.ts';

const constant = -4.4;
const worth = {
  holds: 2.51,
  evidence: 1.23,
  headings: 1.73,
  section: 1.82,
  namesMissing: -2.56,
  unknown: -1.39,
} as const;
/** Rarest words that are evidence enough, in the passage with what stands over it, in what stands over it alone, and around it. */
const evidenceMax = 2;
const headingsMax = 1;
const sectionMax = 1.5;

/** A passage that holds every word of the question, or of its matter, answers it, however small the library. */
const whole = 0.999;

export function strengthOf(reading: Reading): number {
  const { hit, question, inHeadings } = reading;
  if (hit.coverage >= whole || matterHeldBy(reading) >= whole) return Number.POSITIVE_INFINITY;
  const holds = holdsOf(reading);
  return (
    constant +
    worth.holds * holds +
    worth.evidence * Math.min(evidenceMax, evidenceOf(question, holds)) +
    worth.headings * Math.min(headingsMax, evidenceOf(question, shareOf(question, inHeadings))) +
    worth.section * Math.min(sectionMax, evidenceOf(question, hit.section)) +
    worth.namesMissing * namesMissing(reading) +
    worth.unknown * unknownShareOf(reading)
  );
}

/** Share of the words that nothing in the library holds, not even in a spelling near to theirs, or in a kindred word here. */
const unknownShareOf = ({ kindred, question: { words, rarest } }: Reading): number =>
  words.filter(({ rarity }, at) => rarity >= rarest && !kindred.has(at)).length / Math.max(1, words.length);

/**
 * Below it a passage is no answer. A question wants one answer, and is told rather that there is none, and so does who asks for a
 * happening; whoever types words wants what comes nearest. Where words bend in ways that no stemmer follows, fewer of them are found in a passage that answers.
 */
const strengthMin = { happening: -0.3, question: -0.5, otherwise: -2.3 } as const;

export function isAnswer(reading: Reading, isHappening = false): boolean {
  const { isAsked, isEnglish } = reading.question;
  const kind = !isEnglish ? 'otherwise' : isHappening ? 'happening' : isAsked ? 'question' : 'otherwise';
  return strengthOf(reading) >= strengthMin[kind];
}
