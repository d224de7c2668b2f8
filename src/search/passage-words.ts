/**
 * The words of a passage as search terms, with where each stands: what the engine and the order ask of the same passages in
 * one question after another.
 */
import type { Passage } from '../model.ts';
import { termOf, termsOf, wordsOf } from '../text/words.ts';

/** Language in which a text without a stated one is stemmed. */
export const languageAssumed = 'en';

export const languageOf = (lang: string | null): string => lang ?? languageAssumed;

export interface PassageWords {
  /** Of each word of the passage, in order; '' for a stop word. */
  readonly terms: readonly string[];
  /** Offsets into the article's text: start and end of each word, one after the other. */
  readonly offsets: Uint32Array;
  /** Of the article's title and of the heading that the passage stands under. */
  readonly headings: ReadonlySet<string>;
}

/** Passages met before; some kilobytes each, so that those of a large library don't stay for good. */
const knownMax = 4_000;
let known = new WeakMap<Passage, PassageWords>();
let knownCount = 0;

export function passageWords(passage: Passage): PassageWords {
  const before = known.get(passage);
  if (before) return before;
  const { article } = passage;
  const lang = languageOf(article.lang.value);
  const words = wordsOf(article.text, passage);
  const made: PassageWords = {
    terms: words.map(({ text }) => termOf(text, lang) ?? ''),
    offsets: Uint32Array.from(words.flatMap(({ start, end }) => [start, end])),
    headings: new Set(termsOf(headingsOf(passage), lang)),
  };
  if (knownCount >= knownMax) {
    known = new WeakMap();
    knownCount = 0;
  }
  known.set(passage, made);
  knownCount++;
  return made;
}

/** The article's title, and the heading that the passage stands under. */
export function headingsOf({ article, block }: Passage): string {
  const section = article.blocks[block]?.section;
  const heading = section === undefined ? undefined : article.blocks[section];
  return `${article.title.value ?? ''} ${heading ? article.text.slice(heading.start, heading.end) : ''}`;
}
