/** The questions about the bench's own texts are sound: halved by text, asked once, and answered where they say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  answerableKinds,
  answersOf,
  commandFor,
  type Half,
  halves,
  isAnswerable,
  isAskedInWords,
  missKinds,
  textKinds,
  textQuestionIn,
  textQuestionsOf,
  textsFolder,
} from '../../bench/text-questions.ts';
import { commands } from '../../src/commands/index.ts';
import { queryCharsMax } from '../../src/search/query.ts';

const pathsOf = (half: Half) => readdirSync(join(textsFolder, half)).map((file) => `${half}/${file}`);
const paths = halves.flatMap(pathsOf);
const bodies = new Map(
  paths.map((path) => [path, readFileSync(join(textsFolder, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '')]),
);
const all = halves.flatMap(textQuestionsOf);

test('there are at least three hundred questions on sixty texts, and the half that judges is not small', () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(paths.length).toBeGreaterThanOrEqual(60);
  for (const half of halves) {
    expect(textQuestionsOf(half).length / all.length, half).toBeGreaterThan(0.3);
    // The training half has more of the short texts.
    expect(pathsOf(half).length / paths.length, half).toBeGreaterThan(0.3);
  }
});

test.each(halves)('the %s half asks of its own texts alone, and of each of them', (half) => {
  const asked = new Set(textQuestionsOf(half).flatMap((question) => answersOf(question).map(({ path }) => path)));
  expect([...asked].sort()).toEqual(pathsOf(half).sort());
});

test.each(halves)('the %s half has every kind of question', (half) => {
  const kinds = new Set(textQuestionsOf(half).map(({ kind }) => kind));
  expect(textKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('no question is asked twice', () => {
  const asked = all.map(({ kind, question }) => `${kind} ${question.toLowerCase()}`);
  expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
});

test('each answer stands once in the text that it names', () => {
  const faults = all.flatMap((question) =>
    answersOf(question).flatMap(({ path, has }) => {
      const times = (bodies.get(path) ?? '').split(has).length - 1;
      return times === 1 ? [] : [`${question.question}: “${has}” stands ${times} times in ${path}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('every question fits the option of a command that there is', () => {
  for (const { kind, question } of all) {
    expect(commands.map(({ name }) => name)).toContain(commandFor(kind));
    expect(question.length, question).toBeLessThanOrEqual(queryCharsMax);
  }
});

test('a name goes by its own command, and what is asked in words by /ask or /quote', () => {
  for (const question of all) {
    const command = commandFor(question.kind);
    expect(isAskedInWords(question), question.kind).toBe(command === 'ask' || command === 'quote');
  }
  expect(new Set(all.filter((one) => !isAskedInWords(one)).map(({ kind }) => kind)).size).toBe(4);
});

test('a kind is of questions with an answer or of questions without one', () => {
  for (const question of all) {
    expect(isAnswerable(question)).toBe(answerableKinds.some((kind) => kind === question.kind));
    expect(isAnswerable(question)).not.toBe(missKinds.some((kind) => kind === question.kind));
  }
});

describe('a line of the question files', () => {
  test.each([
    ['no JSON', '{', 'no JSON'],
    ['an unknown kind', '{"kind":"riddle","question":"x","answers":[{"path":"a","has":"b"}]}', 'kind'],
    ['no question', '{"kind":"fact","question":"","answers":[{"path":"a","has":"b"}]}', 'question'],
    ['no answers', '{"kind":"fact","question":"x","answers":[]}', 'answers'],
    ['answers to what nothing answers', '{"kind":"near","question":"x","answers":[]}', 'answers'],
  ])('with %s is refused by its place and fault', (_, line, fault) => {
    expect(() => textQuestionIn(line, 'file, line 3')).toThrow(new RegExp(`^file, line 3 .*${fault}`, 'u'));
  });
});
