/** What must hold of the answers to the bench's questions whatever is changed; the figures come from bench:quality. */
import { expect, test } from 'vitest';
import { askAll } from '../../bench/ask-all.ts';
import { createExactCheck } from '../../bench/exact.ts';
import { collectionOf } from '../../bench/questions.ts';
import { figuresOf, resultOf } from '../../bench/score.ts';
import { openLibrary } from '../../src/library.ts';

/** Well below what is measured: only a break falls under them. */
const hitAt1Min = 0.75;
const honestMissesMin = 0.9;

const { folder, questions } = collectionOf('corpus');
const outcomes = await askAll(questions, await openLibrary(folder));

test('every quote of every answer stands in its file to the letter, where it says', () => {
  const quotes = outcomes.flatMap((outcome) => outcome.quotes);
  const isExact = createExactCheck(folder);
  expect(quotes.length).toBeGreaterThan(questions.length);
  expect(quotes.filter((quote) => !isExact(quote))).toEqual([]);
});

test('the first passage mostly answers, and a question without an answer is told so', () => {
  const figures = figuresOf(outcomes.map(resultOf));
  expect(figures.hitAt1).toBeGreaterThanOrEqual(hitAt1Min);
  expect(figures.honestMisses).toBeGreaterThanOrEqual(honestMissesMin);
});
