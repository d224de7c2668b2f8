/** How answers about the bench's own texts are judged. */
import { expect, test } from 'vitest';
import type { TextQuestion } from '../../bench/text-questions.ts';
import { gainOf, type Judged, judged, refusalsOf, textFiguresOf, thresholdAt } from '../../bench/text-score.ts';

const entry = (path: string, text = '') => [{ article: { path }, text }];
const gold = (...paths: string[]) => paths.map((path) => ({ path, has: 'x' }));
const fact: TextQuestion = { kind: 'fact', question: 'Who?', answers: gold('a') };
const foreign: TextQuestion = { kind: 'foreign', question: 'Whence?' };
const near: TextQuestion = { kind: 'near', question: 'Whither?' };

const one = (question: TextQuestion, place: number | null, topScore: number | null = null): Judged => ({
  question,
  place,
  topScore,
  gain: 0,
  isNothing: false,
  first: '',
});

test('gain is 1 for the right document first, and falls with the logarithm of its place', () => {
  expect(gainOf(gold('a'), [entry('a'), entry('b')])).toBe(1);
  expect(gainOf(gold('a'), [entry('b'), entry('a')])).toBeCloseTo(1 / Math.log2(3));
  expect(gainOf(gold('a'), [entry('b')])).toBe(0);
});

test('gain counts a document once, at its first passage, and no further than the tenth', () => {
  expect(gainOf(gold('a'), [entry('b'), entry('b'), entry('a'), entry('a')])).toBeCloseTo(1 / Math.log2(3));
  const ten = Array.from({ length: 10 }, (_, index) => entry(`other ${index}`));
  expect(gainOf(gold('a'), [...ten, entry('a')])).toBe(0);
  expect(gainOf(gold('a', 'b'), [entry('b'), entry('a')])).toBe(1);
});

test('a question is judged by the first passage that holds the words of its answer', () => {
  const entries = [entry('a', 'no'), entry('a', 'the x is here')];
  expect(judged(fact, entries, { isNothing: false, topScore: 3 })).toMatchObject({ place: 2, gain: 1, topScore: 3 });
  expect(judged(foreign, entries, { isNothing: false, topScore: 3 })).toMatchObject({ place: null, gain: 0 });
});

test('figures are of the questions that have an answer', () => {
  const figures = textFiguresOf([one(fact, 1), one(fact, 3), one(fact, 4), one(fact, null), one(foreign, null)]);
  expect(figures).toMatchObject({ questions: 5, first: 0.25, firstThree: 0.5 });
  expect(figures.reciprocalRank).toBeCloseTo((1 + 1 / 3 + 1 / 4) / 4);
  expect(textFiguresOf([one(foreign, null)]).first).toBeNull();
});

test('refusals count what was answered, apart by whether there is an answer', () => {
  const all = [one(fact, 1, 5), one(fact, 1, 1), one(foreign, null, 5), one(foreign, null, 1), one(near, null, 5)];
  expect(refusalsOf(all, ({ topScore }) => topScore! > 2)).toEqual({ kept: 0.5, foreign: 0.5, near: 1 });
});

test('the threshold keeps the wanted share of the questions that have an answer', () => {
  const all = [...Array.from({ length: 10 }, (_, index) => one(fact, 1, index + 1)), one(foreign, null, 100)];
  expect(thresholdAt(all, 0.9)).toBe(2);
  expect(thresholdAt(all, 1)).toBe(1);
  expect(thresholdAt([one(fact, 1)], 0.9)).toBeNull();
});
