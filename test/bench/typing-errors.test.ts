/** Typing errors are one each, in a word that matters, and always the same. */
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { halves, textQuestionsOf } from '../../bench/text-questions.ts';
import { withTypingError } from '../../bench/typing-errors.ts';

const questions = halves.flatMap(textQuestionsOf).filter(({ kind }) => kind === 'fact' || kind === 'ask');

test('a typing error changes one word, by at most two edits, and keeps its first letter', () => {
  for (const { question } of questions) {
    const wrong = withTypingError(question);
    if (wrong === null) continue;
    expect(distance(question, wrong), wrong).toBeGreaterThan(0);
    // Two letters swapped are two edits.
    expect(distance(question, wrong), wrong).toBeLessThanOrEqual(2);
    const [before, after] = [question.split(' '), wrong.split(' ')];
    const changed = before.filter((word, index) => word !== after[index]);
    expect(changed, wrong).toHaveLength(1);
    expect(changed[0]!.match(/\p{L}/u)?.[0]).toBe(
      after.find((word, index) => word !== before[index])!.match(/\p{L}/u)?.[0],
    );
  }
});

test('nearly every question can be misspelled, and in the same way each time', () => {
  const wrong = questions.map(({ question }) => withTypingError(question));
  expect(wrong.filter((one) => one === null).length).toBeLessThan(questions.length / 20);
  expect(questions.map(({ question }) => withTypingError(question))).toEqual(wrong);
});

test('short words and function words stay', () => {
  expect(withTypingError('Who is there about the cat?')).toBeNull();
});
