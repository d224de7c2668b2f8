/**
 * The words of a passage as search terms, with where each stands: what the engine and the order ask of the same passages in
 * one question after another.
 */
import type { Article, Passage } from '../model.ts';
import { termOf, termsOf, wordsOf } from '../text/words.ts';

/** Language in which a text without a stated one is stemmed. */
const languageAssumed = 'en';

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
  const offsets = new Uint32Array(2 * words.length);
  words.forEach(({ start, end }, at) => {
    offsets[2 * at] = start;
    offsets[2 * at + 1] = end;
  });
  const made: PassageWords = {
    terms: words.map(({ text }) => termOf(text, lang) ?? ''),
    offsets,
    headings: headingTermsOf(passage, lang),
  };
  if (knownCount >= knownMax) {
    known = new WeakMap();
    headingTerms = new WeakMap();
    knownCount = 0;
  }
  known.set(passage, made);
  knownCount++;
  return made;
}

let headingTerms = new WeakMap<Article, Map<number | undefined, ReadonlySet<string>>>();

/** Many passages stand under one heading. */
function headingTermsOf(passage: Passage, lang: string): ReadonlySet<string> {
  const { article, block } = passage;
  const section = article.blocks[block]?.section;
  const ofArticle = headingTerms.get(article) ?? new Map<number | undefined, ReadonlySet<string>>();
  headingTerms.set(article, ofArticle);
  const before = ofArticle.get(section);
  if (before) return before;
  const made = new Set(termsOf(headingsOf(passage), lang));
  ofArticle.set(section, made);
  return made;
}

/** The article's title, and the heading that the passage stands under. */
export function headingsOf({ article, block }: Passage): string {
  const section = article.blocks[block]?.section;
  const heading = section === undefined ? undefined : article.blocks[section];
  return `${article.title.value ?? ''} ${heading ? article.text.slice(heading.start, heading.end) : ''}`;
}
