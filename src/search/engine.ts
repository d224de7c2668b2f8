/**
 * The full-text index over passages, and the only file that names MiniSearch: passages in, ranked hits out.
 * A query costs what it costs because it is bounded first (query.ts) and because stop words never reach the index.
 */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Engine, Hit, Names, Passage } from '../model.ts';
import { termOf, termsOf, wordsOf } from '../text/words.ts';
import { boundedQuery, termsMax } from './query.ts';

/** The order of these is by what they were worth in `npm run bench:quality`. */
const boosts = { text: 1, names: 0.6, title: 0.5, section: 0.3 } as const;
type Field = keyof typeof boosts;
const fields = Object.keys(boosts) as Field[];

/** BM25+ parameters as MiniSearch ships them; findings of others and ours move less than a point. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
/** Words shorter than this are too ambiguous to be guessed at when misspelled. */
const fuzzyLettersMin = 5;
const fuzzyEditsMax = 2;
const prefixLettersMin = 3;
/** Words of a question that are looked up, and those among them that the index doesn't know and guesses at. */
const searchedMax = 8;
const guessedMax = 3;
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
  const languages = new Set<string>();
  for (const passage of passages) {
    languages.add(languageOf(passage.article.lang.value));
    const terms = fields.map((field) => fieldTerms(passage, field, names));
    for (const term of new Set(terms.flat())) documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1);
    const [text, names_, title, section] = terms.map((list) => list.join(separator)) as [
      string,
      string,
      string,
      string,
    ];
    index.add({ id: passage.id, text, names: names_, title, section });
  }
  return engineOf(passages, index, documentCounts, [...languages]);
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
  /** Inverse document frequency, smoothed; a term that nothing holds counts as the rarest. */
  const rarity = (term: string): number =>
    Math.log(1 + (passages.length + 0.5) / ((documentCounts.get(term) ?? 0) + 0.5));

  return {
    termCount: documentCounts.size,
    saved: () => ({ index: index.toJSON(), documentCounts, languages }),
    knows: (query) => queryWords(query, languages, isKnown).every((word) => word.some(isKnown)),
    search: async (query, limit): Promise<readonly Hit[]> => {
      const words = searchedWords(queryWords(query, languages, isKnown), (term) => documentCounts.get(term) ?? 0);
      const terms = [...new Set(words.flat())].slice(0, termsMax);
      if (terms.length === 0) return [];
      const results = index.search(terms.join(separator), {
        // Exact before fuzzy: only a word that the index doesn't know is guessed at.
        fuzzy: (term) => (!isKnown(term) && term.length >= fuzzyLettersMin ? 0.2 : false),
        maxFuzzy: fuzzyEditsMax,
        prefix: (term, at) => at === terms.length - 1 && !isKnown(term) && term.length >= prefixLettersMin,
      });
      const weights = words.map((alternatives) => Math.min(...alternatives.map(rarity)));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return results.slice(0, limit).map((result) => {
        const held = new Set(result.queryTerms);
        const reached = words.map((word, at) => (word.some((term) => held.has(term)) ? weights[at]! : 0));
        const coverage = reached.reduce((sum, weight) => sum + weight, 0) / total;
        return { passage: passages[Number(result.id)]!, score: result.score, coverage };
      });
    },
  };
}

export const languageOf = (lang: string | null): string => lang ?? languageAssumed;

/** Each word of the query as the terms it would be in the library's languages; only known ones where any is known. */
function queryWords(query: string, languages: readonly string[], isKnown: (term: string) => boolean): string[][] {
  return wordsOf(boundedQuery(query)).flatMap(({ text }) => {
    const terms = [...new Set(languages.flatMap((lang) => termOf(text, lang) ?? []))];
    const known = terms.filter(isKnown);
    return terms.length === 0 ? [] : [known.length > 0 ? known : terms];
  });
}

/**
 * The words that find the passage: all of a short question; of a long one those that stand in the fewest passages, since
 * common words cost the most and tell the least. In the order of the question, for the last may still be being typed.
 */
function searchedWords(words: readonly string[][], countOf: (term: string) => number): string[][] {
  const rarest = words
    .map((word) => ({ word, count: Math.max(...word.map(countOf)) }))
    .sort((a, b) => a.count - b.count);
  const unknown = rarest.filter(({ count }) => count === 0).slice(0, guessedMax);
  const known = rarest.filter(({ count }) => count > 0).slice(0, searchedMax - unknown.length);
  const kept = new Set([...unknown, ...known].map(({ word }) => word));
  return words.filter((word) => kept.has(word));
}

function fieldTerms(passage: Passage, field: Field, names: Names): string[] {
  const { article } = passage;
  const lang = languageOf(article.lang.value);
  switch (field) {
    case 'text':
      return termsOf(article.text.slice(passage.start, passage.end), lang);
    case 'title':
      return termsOf(article.title.value ?? '', lang);
    case 'section':
      return termsOf(sectionOf(passage), lang);
    case 'names':
      return names
        .inPassage(passage.id)
        .flatMap((entity) => [...new Set(entity.surfaces.flatMap((surface) => termsOf(surface.text, lang)))]);
  }
}

function sectionOf({ article, block }: Passage): string {
  const section = article.blocks[block]?.section;
  const heading = section === undefined ? undefined : article.blocks[section];
  return heading ? article.text.slice(heading.start, heading.end) : '';
}
