/** How an answer is scored against its question. */
import { describe, expect, test } from 'vitest';
import type { Question } from '../../bench/questions.ts';
import { figuresOf, isRight, outcomeOf, placeOf, type Result, resultOf } from '../../bench/score.ts';
import type { Answer } from '../../src/model.ts';

const excerpt = (path: string, text: string) => ({ article: { path }, text });
const who: Question = { kind: 'who', ask: '/who Varga', answers: [{ path: 'a.md', has: 'Varga is a pilot' }] };
const miss: Question = { kind: 'miss', ask: '/who Nobody' };
const choose: Question = { kind: 'choose', ask: '/who Ana', choices: ['Ana Berg', 'Ana Dal'] };

const asked = { command: 'who', query: 'Ana' };
const searched = { articles: 1, passages: 1 };
const nothing: Answer = { kind: 'nothing', asked, reason: 'Nothing.', searched, nearest: [] };
const choiceOf = (label: string) => ({ label, detail: '', ask: asked });

describe('the place of an answer', () => {
  test('is that of the first passage which holds the words, from the article that they are of', () => {
    const gold = [{ path: 'a.md', has: 'is a pilot' }];
    const entries = [
      [excerpt('a.md', 'Varga left.')],
      [excerpt('b.md', 'Varga is a pilot.')],
      [excerpt('a.md', 'Varga is a pilot.')],
    ];
    expect(placeOf(gold, entries)).toBe(3);
  });

  test('counts a copy in another article as the same place', () => {
    expect(placeOf([{ path: 'b.md', has: 'pilot' }], [[excerpt('a.md', 'a pilot'), excerpt('b.md', 'a pilot')]])).toBe(
      1,
    );
  });

  test('takes whichever acceptable passage comes first', () => {
    const gold = [
      { path: 'a.md', has: 'one' },
      { path: 'b.md', has: 'two' },
    ];
    expect(placeOf(gold, [[excerpt('b.md', 'two')], [excerpt('a.md', 'one')]])).toBe(1);
  });

  test('is none where no passage holds the words', () => {
    expect(placeOf([{ path: 'a.md', has: 'x' }], [[excerpt('a.md', 'y')]])).toBeNull();
    expect(placeOf([{ path: 'a.md', has: 'x' }], [])).toBeNull();
  });
});

describe('an outcome', () => {
  test('of a question with several readings is right when all of them are offered', () => {
    const offers = (...labels: string[]): Answer => ({ kind: 'choose', asked, choices: labels.map(choiceOf) });
    expect(outcomeOf(choose, offers('Ana Berg', 'Ana Dal', 'Ana Ek')).place).toBe(1);
    expect(outcomeOf(choose, offers('Ana Berg', 'Ana Ek')).place).toBeNull();
    expect(outcomeOf(choose, nothing).place).toBeNull();
  });

  test('of asking back where one answer was wanted is not right', () => {
    const outcome = outcomeOf(who, { kind: 'choose', asked, choices: [choiceOf('Varga')] });
    expect(isRight(resultOf(outcome))).toBe(false);
  });

  test('of a miss is right when the answer is that there is nothing', () => {
    expect(isRight(resultOf(outcomeOf(miss, nothing)))).toBe(true);
    expect(isRight(resultOf(outcomeOf(miss, { kind: 'found', asked, subject: null, total: 0, found: [] })))).toBe(
      false,
    );
  });
});

describe('the figures', () => {
  const result = (question: Question, place: number | null, isNothing = false): Result => ({
    question,
    place,
    isNothing,
  });

  test('count hits among the questions that have an answer, and honest misses among the others', () => {
    const results = [
      result(who, 1),
      result(who, 3),
      result(who, 9),
      result(who, null, true),
      result(miss, null, true),
      result(miss, null),
    ];
    expect(figuresOf(results)).toEqual({
      questions: 6,
      hitAt1: 0.25,
      hitAt3: 0.5,
      found: 0.75,
      wronglyNothing: 0.25,
      honestMisses: 0.5,
    });
  });

  test('say nothing where nothing was asked', () => {
    expect(figuresOf([result(miss, null, true)])).toMatchObject({ hitAt1: null, found: null, honestMisses: 1 });
    expect(figuresOf([result(who, 1)]).honestMisses).toBeNull();
  });
});
