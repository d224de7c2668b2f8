/**
 * The questions about the bench's own texts, asked of Footnote and of search libraries over the same passages: how often
 * the right passage comes first, what a typing error costs, and whether a question without an answer is told so.
 */
import { answerTo } from '../src/commands/index.ts';
import type { Library, Passage } from '../src/model.ts';
import { createExactCheck } from './exact.ts';
import { entriesOf } from './score.ts';
import { type PassageText, passageText, type SearchLibrary, searchLibraries } from './search-libraries.ts';
import { textLibraryOf } from './text-library.ts';
import {
  commandFor,
  type Half,
  halves,
  isAnswerable,
  type TextQuestion,
  textQuestionsOf,
  textsFolder,
} from './text-questions.ts';
import { type Judged, judged, type TextFigures, textFiguresOf } from './text-score.ts';
import { withTypingError } from './typing-errors.ts';

/** Entries that a reader may page through. */
const shownMax = 30;

export interface TextMeasured {
  readonly name: string;
  readonly judged: Readonly<Record<Half, readonly Judged[]>>;
  /** The same questions without and with a typing error. */
  readonly misspelled: Readonly<Record<Half, { readonly clean: TextFigures; readonly wrong: TextFigures }>>;
}

type Answering = (question: TextQuestion) => Promise<Judged>;

/** Each half of a library of its own. */
export async function measureTexts(): Promise<readonly TextMeasured[]> {
  const byHalf = new Map<Half, readonly AskedHalf[]>();
  for (const half of halves) byHalf.set(half, await askedHalf(half));
  const of = <T>(at: number, take: (one: AskedHalf) => T): Record<Half, T> => ({
    training: take(byHalf.get('training')![at]!),
    'held-out': take(byHalf.get('held-out')![at]!),
  });
  return byHalf.get('training')!.map(({ name }, at) => ({
    name,
    judged: of(at, (one) => one.judged),
    misspelled: of(at, (one) => one.misspelled),
  }));
}

interface AskedHalf {
  readonly name: string;
  readonly judged: readonly Judged[];
  readonly misspelled: { readonly clean: TextFigures; readonly wrong: TextFigures };
}

async function askedHalf(half: Half): Promise<readonly AskedHalf[]> {
  const library = await textLibraryOf(half);
  const texts = library.passages.map(passageText);
  const all = [ours(library), ...searchLibraries.map((one) => theirs(one, library.passages, texts))];
  const asked: AskedHalf[] = [];
  for (const { name, answer } of all) asked.push({ name, ...(await halfBy(half, answer)) });
  return asked;
}

async function halfBy(half: Half, answer: Answering) {
  const asked: Judged[] = [];
  for (const question of textQuestionsOf(half)) asked.push(await answer(question));
  const clean: Judged[] = [];
  const wrong: Judged[] = [];
  for (const one of asked.filter(({ question }) => isMisspelled(question))) {
    const typed = withTypingError(one.question.question);
    if (typed === null) continue;
    clean.push(one);
    wrong.push(await answer({ ...one.question, question: typed }));
  }
  return { judged: asked, misspelled: { clean: textFiguresOf(clean), wrong: textFiguresOf(wrong) } };
}

/** Questions in English sentences: of a name alone a typing error may make another name. */
const isMisspelled = ({ kind }: TextQuestion): boolean => kind === 'fact' || kind === 'ask' || kind === 'news';

function ours(library: Library): { readonly name: string; readonly answer: Answering } {
  const isExact = createExactCheck(textsFolder);
  const answer: Answering = async (question) => {
    const command = commandFor(question.kind);
    const given = await answerTo(library, { command, query: question.question });
    const entries = entriesOf(given);
    // The one thing that must never pass.
    const altered = entries.flat().find((quote) => !isExact(quote));
    if (altered) throw new Error(`A quote for “${question.question}” is not in ${altered.article.path} to the letter`);
    return judged(question, entries, { isNothing: given.kind === 'nothing', topScore: null });
  };
  return { name: 'Footnote', answer };
}

function theirs(searched: SearchLibrary, passages: readonly Passage[], texts: readonly PassageText[]) {
  const { search } = searched.index(texts);
  const answer: Answering = async (question) => {
    const hits = search(question.question, shownMax);
    const entries = hits.map(({ id }) => [{ article: passages[id]!.article, text: texts[id]!.text }]);
    return judged(question, entries, { isNothing: hits.length === 0, topScore: hits[0]?.score ?? null });
  };
  return { name: searched.name, answer };
}

/** What went wrong in the training half; the held-out half judges, and is not to be looked at. */
export function textFailuresOf([own]: readonly TextMeasured[]): string {
  const training = own?.judged.training ?? [];
  const failed = training.filter(({ question, place, isNothing }) =>
    isAnswerable(question) ? place !== 1 : !isNothing,
  );
  const lines = failed.map(({ question, place, isNothing, first }) => {
    const outcome = isNothing ? 'nothing' : !isAnswerable(question) ? 'answered' : place ? `at ${place}` : 'not found';
    return `  ${question.kind} · ${question.question} · ${outcome}\n      first: ${first}`;
  });
  return [`own texts, training: ${failed.length} of ${training.length} not right`, ...lines].join('\n');
}
