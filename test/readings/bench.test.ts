/** The questions about the readings are sound, and take over no sentence of theirs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goldOf, readQuestions } from '../../bench/questions.ts';
import { soundnessOf, testSoundness } from '../bench/soundness.ts';
import { wordsOf } from '../bundled-articles.ts';
import { readingFiles, readingPath, readingsAreMissing } from './readings.ts';

/** Words in a row that a question may hold of a reading. */
const quotedWordsMax = 7;

const questions = readQuestions('readings');

test('there are at least thirty questions, and at least ten that nothing answers', () => {
  expect(questions.length).toBeGreaterThanOrEqual(30);
  expect(questions.filter(({ kind }) => kind === 'miss').length).toBeGreaterThanOrEqual(10);
});

testSoundness(questions);

test('no answer quotes more than a short phrase', () => {
  const long = questions.flatMap(goldOf).filter(({ has }) => wordsOf(has).length > quotedWordsMax);
  expect(long).toEqual([]);
});

describe.skipIf(readingsAreMissing)('with the readings at hand', () => {
  const texts = new Map(readingFiles.map((name) => [name, readFileSync(readingPath(name), 'utf8')]));

  test('each answer stands once in the reading that it names, and in no other', () => {
    expect(questions.flatMap((question) => soundnessOf(question, texts))).toEqual([]);
  });
});
