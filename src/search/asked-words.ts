/**
 * What a question asks the index for: its words as terms of the library's languages, those that it doesn't know as what they may
 * have been meant as, and which of them are looked up. Beneath engine.ts.
 */
import { termOf, wordsOf } from '../text/words.ts';
import { boundedQuery } from './query.ts';
import type { Spelling } from './spelling.ts';

/** Words of a question that are looked up, and those that the index doesn't know and guesses at. */
const searchedMax = 12;
export const guessedMax = 3;

export interface AskedWord {
  readonly text: string;
  /** The term that it would be in each of the library's languages; only known ones where any is known. */
  readonly terms: readonly string[];
  /** True where the terms are those of words that it may have been meant as. */
  readonly isGuessed?: boolean;
}

export interface Known {
  readonly languages: readonly string[];
  readonly countOf: (term: string) => number;
  readonly isKnown: (term: string) => boolean;
  /** Of a word of the library's texts: whether somebody may have meant it. */
  readonly isMeant: (word: string) => boolean;
}

/** A word that the index doesn't know, as what it may have been meant as. */
export function guessedAt(
  word: AskedWord,
  spelling: Spelling,
  { languages, countOf, isKnown, isMeant }: Known,
): AskedWord {
  const termsFor = (meant: string) => languages.flatMap((lang) => termOf(meant, lang) ?? []).filter(isKnown);
  const countOfWord = (meant: string) => Math.max(0, ...termsFor(meant).map(countOf));
  const terms = [...new Set(spelling.correctionsOf(word.text, countOfWord).filter(isMeant).flatMap(termsFor))];
  return terms.length > 0 ? { text: word.text, terms, isGuessed: true } : word;
}

/** The language of most passages, unless the question has clearly more stop words of another. */
export function queryLanguage(query: string, languages: readonly string[]): string {
  const all = wordsOf(boundedQuery(query));
  // A stop word of the question's language may be a rare word of another: "die", "the", "or".
  const stopWords = (lang: string) => all.filter(({ text }) => termOf(text, lang) === null).length;
  const isRather = (lang: string, other: string) => stopWords(lang) > Math.max(1, stopWords(other));
  return languages.reduce((best, lang) => (isRather(lang, best) ? lang : best), languages[0] ?? '');
}

export function queryWords(
  query: string,
  languages: readonly string[],
  isKnown: (term: string) => boolean,
): AskedWord[] {
  const all = wordsOf(boundedQuery(query));
  const own = queryLanguage(query, languages);
  const words = all.flatMap(({ text }) => {
    if (termOf(text, own) === null) return [];
    const terms = [...new Set(languages.flatMap((lang) => termOf(text, lang) ?? []))];
    const known = terms.filter(isKnown);
    return terms.length === 0 ? [] : [{ text, terms: known.length > 0 ? known : terms }];
  });
  const byTerms = new Map(words.map((word) => [word.terms.join(' '), word]));
  return [...byTerms.values()];
}

/**
 * The words that find the passage: all of a short question; of a long one, or where words are common, those that stand in
 * the fewest passages, since common words cost the most and tell the least. In the order of the question, for the last may
 * still be being typed.
 */
export function searchedWords(
  words: readonly AskedWord[],
  countOf: (term: string) => number,
  most: number,
): AskedWord[] {
  const rarest = words
    .map((word) => ({ word, count: word.terms.reduce((sum, term) => sum + countOf(term), 0) }))
    .sort((a, b) => a.count - b.count);
  const unknown = rarest.filter(({ count }) => count === 0).slice(0, guessedMax);
  let entries = 0;
  const known = rarest
    .filter(({ count }) => count > 0)
    .slice(0, searchedMax - unknown.length)
    .filter(({ count }, at) => {
      entries += count;
      return at === 0 || entries <= most;
    });
  const kept = new Set([...unknown, ...known].map(({ word }) => word));
  return words.filter((word) => kept.has(word));
}
