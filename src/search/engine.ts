/**
 * The full-text index over passages, and the only file that names MiniSearch: passages in, the likeliest hits out, which
 * rank.ts puts in order. A query costs what it costs because it is bounded first (query.ts), because stop words never reach
 * the index, and because the commonest words of a question are left to the order of what the rarer ones find.
 */
import { distance } from 'fastest-levenshtein';
import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';
import type { Engine, Hit, Names, Passage, QueryWord, Searched } from '../model.ts';
import { termOf, termsOf, wordsOf } from '../text/words.ts';
import { createSurroundings } from './neighbourhood.ts';
import { boundedQuery, termsMax } from './query.ts';

/** The order of these is by what they were worth in `npm run bench:quality`. */
const boosts = { text: 1, names: 0.6, heading: 0.5 } as const;
type Field = keyof typeof boosts;
const fields = Object.keys(boosts) as Field[];

/** BM25+ parameters as MiniSearch ships them; findings of others and ours move less than a point. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
/** Words shorter than this are too ambiguous to be guessed at when misspelled. */
const fuzzyLettersMin = 5;
const fuzzyEditsMax = 2;
const prefixLettersMin = 3;
/** Words of a question that are looked up, and those among them that the index doesn't know and guesses at. */
const searchedMax = 12;
const guessedMax = 3;
/** Entries of the index that a question may read, its rarest word aside: a few milliseconds; in a large library, a tenth of it. */
const entriesMax = 6_000;
const entriesShare = 0.1;
/** Separates terms that are made before MiniSearch sees them. */
const separator = '\u0001';

/** Language in which a text without a stated one is stemmed. */
export const languageAssumed = 'en';

type FieldTerms = Record<Field, string> & { readonly id: number };

/** The index as plain data, to be kept. */
export interface SavedEngine {
  /** In MiniSearch's own form. */
  readonly index: AsPlainObject;
  /** In how many passages each term stands. */
  readonly documentCounts: ReadonlyMap<string, number>;
  /** Of the texts, that of most passages first. */
  readonly languages: readonly string[];
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

export function createEngine(passages: readonly Passage[], names: Names): SavableEngine {
  const index = new MiniSearch<FieldTerms>(options);
  const documentCounts = new Map<string, number>();
  const languages = new Map<string, number>();
  for (const passage of passages) {
    const lang = languageOf(passage.article.lang.value);
    languages.set(lang, (languages.get(lang) ?? 0) + 1);
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
  return engineOf(passages, index, documentCounts, bySize);
}

/** The engine that was saved, over the same passages. */
export const restoredEngine = (passages: readonly Passage[], saved: SavedEngine): SavableEngine =>
  engineOf(passages, MiniSearch.loadJS<FieldTerms>(saved.index, options), saved.documentCounts, saved.languages);

function engineOf(
  passages: readonly Passage[],
  index: MiniSearch<FieldTerms>,
  documentCounts: ReadonlyMap<string, number>,
  languages: readonly string[],
): SavableEngine {
  const isKnown = (term: string): boolean => documentCounts.has(term);
  const countOf = (term: string): number => documentCounts.get(term) ?? 0;
  /** Inverse document frequency, smoothed; a term that nothing holds counts as the rarest. */
  const rarity = (term: string): number => Math.log(1 + (passages.length + 0.5) / (countOf(term) + 0.5));
  const rarest = rarity('');
  const surroundings = createSurroundings(passages);

  return {
    termCount: documentCounts.size,
    saved: () => ({ index: index.toJSON(), documentCounts, languages }),
    knows: (query) => queryWords(query, languages, isKnown).every(({ terms }) => terms.some(isKnown)),
    search: async (query, limit, share = 1): Promise<Searched> => {
      const asked = queryWords(query, languages, isKnown).slice(0, termsMax);
      const looked = searchedWords(asked, countOf, share * Math.max(entriesMax, entriesShare * passages.length));
      const terms = [...new Set(looked.flatMap((word) => word.terms))].slice(0, termsMax);
      if (terms.length === 0) return { words: [], rarest, hits: [] };
      const results = index.search(terms.join(separator), {
        // Exact before fuzzy: only a word that the index doesn't know is guessed at.
        fuzzy: (term) => (!isKnown(term) && term.length >= fuzzyLettersMin ? 0.2 : false),
        maxFuzzy: fuzzyEditsMax,
        prefix: (term, at) => at === terms.length - 1 && !isKnown(term) && term.length >= prefixLettersMin,
      });
      const best = results.slice(0, limit);
      const guesses = new Set(best.flatMap((result) => result.terms.filter((term) => !terms.includes(term))));
      const words = asked.map(({ text, terms: own }): QueryWord => {
        const isGuessed = !own.some(isKnown);
        const spellings = isGuessed ? [...guesses].filter((term) => isLikelyFor(own, term, asked, isKnown)) : [];
        return { text, terms: new Set([...own, ...spellings]), rarity: Math.min(...own.map(rarity)) };
      });
      const isAllLooked = looked.length === asked.length;
      return { words, rarest, hits: hitsOf(best, words, isAllLooked, passages, surroundings(results, words, limit)) };
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
    const held = new Set(isAllLooked ? terms : [...terms, ...termsIn(passage)]);
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

export const languageOf = (lang: string | null): string => lang ?? languageAssumed;

interface AskedWord {
  readonly text: string;
  /** The term that it would be in each of the library's languages; only known ones where any is known. */
  readonly terms: readonly string[];
}

function queryWords(query: string, languages: readonly string[], isKnown: (term: string) => boolean): AskedWord[] {
  const all = wordsOf(boundedQuery(query));
  // A stop word of the question's language may be a rare word of another: "die", "the", "or".
  const stopWords = (lang: string) => all.filter(({ text }) => termOf(text, lang) === null).length;
  const isRather = (lang: string, other: string) => stopWords(lang) > Math.max(1, stopWords(other));
  const own = languages.reduce((best, lang) => (isRather(lang, best) ? lang : best), languages[0] ?? '');
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

/** True where, of the words that nothing holds, the guess is nearest to this one. */
function isLikelyFor(
  own: readonly string[],
  guess: string,
  asked: readonly AskedWord[],
  isKnown: (term: string) => boolean,
): boolean {
  const far = (terms: readonly string[]) =>
    Math.min(...terms.map((term) => (guess.startsWith(term) ? 0 : distance(term, guess))));
  return asked.every(({ terms }) => terms.some(isKnown) || far(own) <= far(terms));
}

/** Other spellings and longer forms of the names in a passage: "Castell" also answers to "Mira Castell". */
const otherSpellings = (passage: Passage, names: Names, lang: string): string[] => [
  ...new Set(
    names.inPassage(passage.id).flatMap((entity) => entity.surfaces.flatMap((surface) => termsOf(surface.text, lang))),
  ),
];

/** The article's title, and the heading that the passage stands under. */
export function headingsOf({ article, block }: Passage): string {
  const section = article.blocks[block]?.section;
  const heading = section === undefined ? undefined : article.blocks[section];
  return `${article.title.value ?? ''} ${heading ? article.text.slice(heading.start, heading.end) : ''}`;
}
