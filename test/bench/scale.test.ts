/** The questions by which ways of searching are timed: the same for all, and always. */
import { expect, test } from 'vitest';
import { questionsFrom, scaleTable } from '../../bench/scale.ts';
import { timesOf } from '../../bench/timing.ts';

const texts = ['Herons wade slowly.', 'Millers grind barley.', 'Glass melts late.'].map((text, id) => ({
  id,
  title: '',
  text,
}));

test('questions are of words that stand in the passages, half of them in a sentence, and the same each time', () => {
  const questions = questionsFrom(texts, 20);
  expect(questions).toHaveLength(20);
  expect(questionsFrom(texts, 20)).toEqual(questions);
  const words = new Set(texts.flatMap(({ text }) => text.replace('.', '').split(' ')));
  const loose = questions.filter((question) => !question.startsWith('what was said about '));
  expect(loose).toHaveLength(10);
  for (const word of loose.join(' ').split(' ')) expect(words).toContain(word);
});

test('a row tells seconds, megabytes and kilobytes a passage', () => {
  const times = timesOf([1, 2, 3]);
  const printed = scaleTable([{ name: 'x', passages: 2048, buildMs: 1500, bytes: 4 * 2 ** 20, times }]);
  expect(printed.split('\n').at(-1)).toMatch(
    /^\| x +\| +2,048 \| +1\.5 \| +4\.0 \| +2\.00 \| +3 \| +2\.00 \| +3\.00 \|$/u,
  );
});
