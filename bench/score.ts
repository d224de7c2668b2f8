/** How well an answer meets its question: at which place the passage stands that answers it. Pure; no ranking here. */
import type { Answer, Quote } from '../src/model.ts';
import { type GoldPassage, goldOf, type Question } from './questions.ts';

export interface Outcome {
  readonly question: Question;
  readonly answer: Answer['kind'];
  /** 1-based place of the first quote that answers; null where none does. */
  readonly place: number | null;
  /** Every quote that the reader was given, copies included. */
  readonly quotes: readonly Quote[];
  /** What came first, in one line, for people who look at failures. */
  readonly first: string;
}

/** What a reader's question came to, whoever answered it. */
export interface Result {
  readonly question: Question;
  readonly place: number | null;
  readonly isNothing: boolean;
}

export function outcomeOf(question: Question, answer: Answer): Outcome {
  const entries = entriesOf(answer);
  return {
    question,
    answer: answer.kind,
    place: question.kind === 'choose' ? placeOfChoices(question.choices, answer) : placeOf(goldOf(question), entries),
    quotes: entries.flat(),
    first: firstOf(answer, entries),
  };
}

export const resultOf = ({ question, place, answer }: Outcome): Result => ({
  question,
  place,
  isNothing: answer === 'nothing',
});

/** One list a place in the answer: the quote and its copies in other articles. */
export function entriesOf(answer: Answer): readonly (readonly Quote[])[] {
  switch (answer.kind) {
    case 'found':
      return answer.found.map(({ quote, alsoIn }) => [quote, ...alsoIn]);
    case 'source':
      return answer.opening.map((quote) => [quote]);
    case 'reading':
      return answer.quotes.map((quote) => [quote]);
    default:
      return [];
  }
}

export interface Excerpt {
  readonly article: { readonly path: string };
  readonly text: string;
}

export function placeOf(gold: readonly GoldPassage[], entries: readonly (readonly Excerpt[])[]): number | null {
  const at = entries.findIndex((excerpts) =>
    excerpts.some(({ article, text }) => gold.some(({ path, has }) => article.path === path && text.includes(has))),
  );
  return at < 0 ? null : at + 1;
}

/** Asking back is right when all that the reader may have meant is offered. */
function placeOfChoices(wanted: readonly string[], answer: Answer): number | null {
  if (answer.kind !== 'choose') return null;
  return wanted.every((name) => answer.choices.some(({ label }) => label.includes(name))) ? 1 : null;
}

function firstOf(answer: Answer, entries: readonly (readonly Quote[])[]): string {
  const quote = entries[0]?.[0];
  if (quote) return `${subjectOf(answer)}${quote.article.path}: ${oneLine(quote.text)}`;
  if (answer.kind === 'choose') return `asked back: ${answer.choices.map(({ label }) => label).join(', ')}`;
  return answer.kind;
}

/** What the question was taken to ask about, when that is a name. */
const subjectOf = (answer: Answer): string =>
  answer.kind === 'found' && answer.subject ? `(${answer.subject.name}, ${answer.subject.type}) ` : '';

const shownChars = 160;
export const oneLine = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= shownChars ? line : `${line.slice(0, shownChars)}…`;
};

// ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Figures {
  readonly questions: number;
  /** Shares of the questions that have an answer, 0 to 1; null where there is no such question. */
  readonly hitAt1: number | null;
  readonly hitAt3: number | null;
  readonly found: number | null;
  readonly wronglyNothing: number | null;
  /** Share of the questions without an answer that were told so. */
  readonly honestMisses: number | null;
}

export function figuresOf(results: readonly Result[]): Figures {
  const misses = results.filter(({ question }) => question.kind === 'miss');
  const answerable = results.filter(({ question }) => question.kind !== 'miss');
  const within = (places: number) => share(answerable, ({ place }) => place !== null && place <= places);
  return {
    questions: results.length,
    hitAt1: within(1),
    hitAt3: within(3),
    found: within(Number.POSITIVE_INFINITY),
    wronglyNothing: share(answerable, ({ isNothing }) => isNothing),
    honestMisses: share(misses, ({ isNothing }) => isNothing),
  };
}

export const share = <T>(all: readonly T[], test: (one: T) => boolean): number | null =>
  all.length === 0 ? null : all.filter(test).length / all.length;

/** The first passage answers, or a question without an answer is told so. */
export const isRight = ({ question, place, isNothing }: Result): boolean =>
  question.kind === 'miss' ? isNothing : place === 1;
