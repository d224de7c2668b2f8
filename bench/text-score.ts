/** Places of the right passages → the figures that collections of questions are judged by. Pure; no ranking here. */
import type { GoldPassage } from './questions.ts';
import { type Excerpt, oneLine, placeOf } from './score.ts';
import { isAnswerable, type TextQuestion } from './text-questions.ts';

/** What one way of searching made of a question. */
export interface Judged {
  readonly question: TextQuestion;
  /** 1-based place of the first passage that answers; null where none does. */
  readonly place: number | null;
  /** By documents, 0 to 1; see `gainOf`. */
  readonly gain: number;
  /** True where the reader was told that there is nothing. */
  readonly isNothing: boolean;
  /** Of the first passage, where what searches gives one. */
  readonly topScore: number | null;
  /** What came first, in one line, for people who look at failures. */
  readonly first: string;
}

const gainDepth = 10;

/**
 * nDCG@10 with documents that answer or don't, each counted at its first passage: Järvelin and Kekäläinen, Cumulated
 * gain-based evaluation of IR techniques (2002).
 */
export function gainOf(gold: readonly GoldPassage[], entries: readonly (readonly Excerpt[])[]): number {
  const right = new Set(gold.map(({ path }) => path));
  const documents = [...new Set(entries.flat().map(({ article }) => article.path))].slice(0, gainDepth);
  const gains = documents.map((path, at) => (right.has(path) ? discounted(at) : 0));
  const most = Array.from({ length: Math.min(right.size, gainDepth) }, (_, at) => discounted(at));
  return most.length === 0 ? 0 : sum(gains) / sum(most);
}

const discounted = (at: number): number => 1 / Math.log2(at + 2);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : sum(numbers) / numbers.length;

export function judged(
  question: TextQuestion,
  entries: readonly (readonly Excerpt[])[],
  told: Pick<Judged, 'isNothing' | 'topScore'>,
): Judged {
  const gold = 'answers' in question ? question.answers : [];
  const first = entries[0]?.[0];
  return {
    question,
    place: placeOf(gold, entries),
    gain: gainOf(gold, entries),
    ...told,
    first: first ? `${first.article.path}: ${oneLine(first.text)}` : 'none',
  };
}

/** Shares and means, 0 to 1; null where there is nothing to count. */
export interface TextFigures {
  readonly questions: number;
  readonly first: number | null;
  readonly firstThree: number | null;
  readonly reciprocalRank: number | null;
  readonly gain: number | null;
}

/** Of the questions that have an answer. */
export function textFiguresOf(all: readonly Judged[]): TextFigures {
  const answerable = all.filter(({ question }) => isAnswerable(question));
  const within = (places: number) => mean(answerable.map(({ place }) => Number(place !== null && place <= places)));
  return {
    questions: all.length,
    first: within(1),
    firstThree: within(3),
    reciprocalRank: mean(answerable.map(({ place }) => (place === null ? 0 : 1 / place))),
    gain: mean(answerable.map(({ gain }) => gain)),
  };
}

/** How honest the misses are. */
export interface Refusals {
  /** Share of the questions with an answer that got passages. */
  readonly kept: number | null;
  /** Share of the questions of other matters, and of matters that the texts touch, that got passages nonetheless. */
  readonly foreign: number | null;
  readonly near: number | null;
}

export function refusalsOf(all: readonly Judged[], isAnswered: (one: Judged) => boolean): Refusals {
  const answered = (some: readonly Judged[]) => mean(some.map((one) => Number(isAnswered(one))));
  return {
    kept: answered(all.filter(({ question }) => isAnswerable(question))),
    foreign: answered(all.filter(({ question }) => question.kind === 'foreign')),
    near: answered(all.filter(({ question }) => question.kind === 'near')),
  };
}

/** The score of a first passage at which the wanted share of the questions with an answer is kept; null without scores. */
export function thresholdAt(all: readonly Judged[], kept: number): number | null {
  const scores = all.filter(({ question }) => isAnswerable(question)).map(({ topScore }) => topScore ?? 0);
  if (all.every(({ topScore }) => topScore === null) || scores.length === 0) return null;
  return scores.sort((a, b) => b - a)[Math.max(0, Math.ceil(kept * scores.length) - 1)]!;
}
