/**
 * The full-text index over passages, and the only file that names MiniSearch: passages in, the likeliest hits out, which
 * rank.ts puts in order. A query costs what it costs because it is bounded first (query.ts), because stop words never reach
 * the index, and because the commonest words of a question are left to the order of what the rarer ones find.
 */
import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';
import type { Engine, Hit, Names, Passage, QueryWord, Searched } from '../model.ts';
import { fold } from '../text/fold.ts';
import { termOf, termsOf, wordsOf } from '../text/words.ts';
import { createSurroundings } from './neighbourhood.ts';
import { headingsOf, languageOf, passageWords } from './passage-words.ts';
import { boundedQuery, termsMax } from './query.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** The order of these is by what they were worth in `npm run bench:quality`. */
const boosts = { text: 1, names: 0.6, heading: 0.5 } as const;
type Field = keyof typeof boosts;
const fields = Object.keys(boosts) as Field[];

/** BM25+ parameters as MiniSearch ships them; findings of others and ours move less than a point. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
/** What a word that is guessed at counts of one that stands there. */
const guessBoost = 0.8;
const prefixLettersMin = 3;
/** Words of a question that are looked up, and those that the index doesn't know and guesses at. */
const searchedMax = 12;
const guessedMax = 3;
/** Entries of the index that a question may read, its rarest word aside: a few milliseconds; in a large library, a tenth of it. */
const entriesMax = 6_000;
const entriesShare = 0.1;
/** Separates terms that are made before MiniSearch sees them. */
const separator = '\u0001';

type FieldTerms = Record<Field, string> & { readonly id: number };

/** The index as plain data, to be kept. */
export interface SavedEngine {
  /** In MiniSearch's own form. */
  readonly index: AsPlainObject;
  /** In how many passages each term stands. */
  readonly documentCounts: ReadonlyMap<string, number>;
  /** Of the texts, that of most passages first. */
  readonly languages: readonly string[];
  /** Every word of the texts, folded, a line each: what a misspelled one may have been meant as. */
  readonly vocabulary: string;
}

export interface SavableEngine extends Engine {
  saved(): SavedEngine;
}

const options: Options<FieldTerms> = {
  fields,
  tokenize: (text) => text.split(separator),
  processTerm: (term) => term || null,
  searchOptions: { boost: boosts, bm25 },
};

/** `isWord` tells words that are spelt as they should be, even where no text has them. */
export function createEngine(
  passages: readonly Passage[],
  names: Names,
  isWord: (word: string) => boolean = () => false,
): SavableEngine {
  const index = new MiniSearch<FieldTerms>(options);
  const documentCounts = new Map<string, number>();
  const languages = new Map<string, number>();
  const met = new Set<string>();
  for (const passage of passages) {
    const lang = languageOf(passage.article.lang.value);
    languages.set(lang, (languages.get(lang) ?? 0) + 1);
    for (const { text: word } of wordsOf(passage.article.text, passage)) met.add(word);
    const text = termsIn(passage);
    const own = new Set(text);
    const others = otherSpellings(passage, names, lang).filter((term) => !own.has(term));
    const heading = termsOf(headingsOf(passage), lang);
    for (const term of new Set([...own, ...others])) documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1);
    // A heading stands over many passages, but it was written once.
    for (const term of heading) if (!documentCounts.has(term)) documentCounts.set(term, 1);
    const joined = (terms: readonly string[]) => terms.join(separator);
    index.add({ id: passage.id, text: joined(text), names: joined(others), heading: joined(heading) });
  }
  const bySize = [...languages].sort((a, b) => b[1] - a[1]).map(([lang]) => lang);
  const vocabulary = [...new Set([...met].map(fold))].join('\n');
  return engineOf(passages, index, { documentCounts, languages: bySize, vocabulary }, isWord);
}

/** The engine that was saved, over the same passages. */
export const restoredEngine = (
  passages: readonly Passage[],
  saved: SavedEngine,
  isWord: (word: string) => boolean = () => false,
): SavableEngine => engineOf(passages, MiniSearch.loadJS<FieldTerms>(saved.index, options), saved, isWord);

function engineOf(
  passages: readonly Passage[],
  index: MiniSearch<FieldTerms>,
  { documentCounts, languages, vocabulary }: Omit<SavedEngine, 'index'>,
  isWord: (word: string) => boolean,
): SavableEngine {
  const isKnown = (term: string): boolean => documentCounts.has(term);
  const countOf = (term: string): number => documentCounts.get(term) ?? 0;
  /** Inverse document frequency, smoothed; a term that nothing holds counts as the rarest. */
  const rarity = (term: string): number => Math.log(1 + (passages.length + 0.5) / (countOf(term) + 0.5));
  const rarest = rarity('');
  const surroundings = createSurroundings(passages);
  const spelling = createSpelling(vocabulary.split('\n'));
  const asked = (query: string): AskedWord[] => {
    const words = queryWords(query, languages, isKnown).slice(0, termsMax);
    // A word that is spelt as it should be is just not there; but where nothing else is, it may be a name that sounds like it.
    const areNoneKnown = words.every(({ terms }) => !terms.some(isKnown));
    let guessed = 0;
    return words.map((word) => {
      const isLeft = word.terms.some(isKnown) || (isWord(word.text) && !areNoneKnown);
      if (isLeft || guessed >= guessedMax) return word;
      guessed++;
      return guessedAt(word, spelling, { languages, countOf, isKnown });
    });
  };

  return {
    termCount: documentCounts.size,
    saved: () => ({ index: index.toJSON(), documentCounts, languages, vocabulary }),
    knows: (query) => queryWords(query, languages, isKnown).every(({ terms }) => terms.some(isKnown)),
    search: async (query, limit, share = 1): Promise<Searched> => {
      const words = asked(query);
      const looked = searchedWords(words, countOf, share * Math.max(entriesMax, entriesShare * passages.length));
      const terms = [...new Set(looked.flatMap((word) => word.terms))].slice(0, termsMax);
      if (terms.length === 0) return { words: [], rarest, isEnglish: true, hits: [] };
      const guessed = new Set(looked.filter(({ isGuessed }) => isGuessed).flatMap((word) => word.terms));
      const results = index.search(terms.join(separator), {
        boostTerm: (term) => (guessed.has(term) ? guessBoost : 1),
        // Exact before longer words: only a word that the index doesn't know is taken for the beginning of one.
        prefix: (term, at) => at === terms.length - 1 && !isKnown(term) && term.length >= prefixLettersMin,
      });
      const best = results.slice(0, limit);
      const found = new Set(best.flatMap((result) => result.terms));
      const read = words.map((word): QueryWord => {
        const isBegun = !word.terms.some(isKnown);
        const longer = isBegun ? [...found].filter((term) => word.terms.some((begun) => term.startsWith(begun))) : [];
        return { text: word.text, terms: new Set([...word.terms, ...longer]), rarity: rarityOf(word.terms, rarity) };
      });
      const isAllLooked = looked.length === words.length;
      const isEnglish = queryLanguage(query, languages).startsWith('en');
      const hits = hitsOf(best, read, isAllLooked, passages, surroundings(results, read, limit));
      return { words: read, rarest, isEnglish, hits };
    },
  };
}

function hitsOf(
  results: readonly SearchResult[],
  words: readonly QueryWord[],
  isAllLooked: boolean,
  passages: readonly Passage[],
  around: (passage: Passage) => Pick<Hit, 'article' | 'section'>,
): Hit[] {
  const possible = words.reduce((sum, word) => sum + word.rarity, 0);
  return results.map(({ id, score, terms }) => {
    const passage = passages[Number(id)]!;
    // Words that weren't looked up may stand in the passage all the same.
    const held = new Set(isAllLooked ? terms : [...terms, ...passageWords(passage).terms]);
    const reached = words.reduce((sum, word) => sum + (holds(held, word) ? word.rarity : 0), 0);
    return { passage, score, coverage: reached / possible, ...around(passage) };
  });
}

const termsIn = ({ article, start, end }: Passage): string[] =>
  termsOf(article.text.slice(start, end), languageOf(article.lang.value));

const holds = (held: ReadonlySet<string>, { terms }: QueryWord): boolean => {
  for (const term of terms) if (held.has(term)) return true;
  return false;
};

interface AskedWord {
  readonly text: string;
  /** The term that it would be in each of the library's languages; only known ones where any is known. */
  readonly terms: readonly string[];
  /** True where the terms are those of words that it may have been meant as. */
  readonly isGuessed?: boolean;
}

interface Known {
  readonly languages: readonly string[];
  readonly countOf: (term: string) => number;
  readonly isKnown: (term: string) => boolean;
}

/** A word that the index doesn't know, as what it may have been meant as. */
function guessedAt(word: AskedWord, spelling: Spelling, { languages, countOf, isKnown }: Known): AskedWord {
  const termsFor = (meant: string) => languages.flatMap((lang) => termOf(meant, lang) ?? []).filter(isKnown);
  const countOfWord = (meant: string) => Math.max(0, ...termsFor(meant).map(countOf));
  const terms = [...new Set(spelling.correctionsOf(word.text, countOfWord).flatMap(termsFor))];
  return terms.length > 0 ? { text: word.text, terms, isGuessed: true } : word;
}

/** A word that may mean several tells no more than the commonest of them. */
const rarityOf = (terms: readonly string[], rarity: (term: string) => number): number =>
  terms.length === 0 ? 0 : Math.min(...terms.map(rarity));

/** The language of most passages, unless the question has clearly more stop words of another. */
function queryLanguage(query: string, languages: readonly string[]): string {
  const all = wordsOf(boundedQuery(query));
  // A stop word of the question's language may be a rare word of another: "die", "the", "or".
  const stopWords = (lang: string) => all.filter(({ text }) => termOf(text, lang) === null).length;
  const isRather = (lang: string, other: string) => stopWords(lang) > Math.max(1, stopWords(other));
  return languages.reduce((best, lang) => (isRather(lang, best) ? lang : best), languages[0] ?? '');
}

function queryWords(query: string, languages: readonly string[], isKnown: (term: string) => boolean): AskedWord[] {
  const all = wordsOf(boundedQuery(query));
  const own = queryLanguage(query, languages);
  const words = all.flatMap(({ text }) => {
    if (termOf(text, own) === null) return [];
    const terms = [...new Set(languages.flatMap((lang) => termOf(text, lang) ?? []))];
    const known = terms.filter(isKnown);
    return terms.length === 0 ? [] : [{ text, terms: known.length > 0 ? known : terms }];
  });
  const byTerms = new Map(words.map((word) => [word.terms.join(separator), word]));
  return [...byTerms.values()];
}

/**
 * The words that find the passage: all of a short question; of a long one, or where words are common, those that stand in
 * the fewest passages, since common words cost the most and tell the least. In the order of the question, for the last may
 * still be being typed.
 */
function searchedWords(words: readonly AskedWord[], countOf: (term: string) => number, most: number): AskedWord[] {
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

/** Other spellings and longer forms of the names in a passage: "Castell" also answers to "Mira Castell". */
const otherSpellings = (passage: Passage, names: Names, lang: string): string[] => [
  ...new Set(
    names.inPassage(passage.id).flatMap((entity) => entity.surfaces.flatMap((surface) => termsOf(surface.text, lang))),
  ),
];
