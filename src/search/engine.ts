/**
 * The full-text index over passages, and the only file that names MiniSearch: passages in, the likeliest hits out, which
 * rank.ts puts in order. A query costs what it costs because it is bounded first (query.ts), because stop words never reach
 * the index, and because the commonest words of a question are left to the order of what the rarer ones find.
 */
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { Engine, Entity, Hit, Names, Passage, QueryWord, Searched } from '../model.ts';
import { fold } from '../text/fold.ts';
import { noRelatedWords, type RelatedWords } from '../text/related-words.ts';
import { wordAt, wordCount } from '../text/word-list.ts';
import { termOf, termsOf, wordsOf } from '../text/words.ts';
import { type AskedWord, guessedAt, guessedMax, queryLanguage, queryWords, searchedWords } from './asked-words.ts';
import { createFirstLook } from './first-look.ts';
import { createGrowingIndex } from './growing-index.ts';
import { createSurroundings } from './neighbourhood.ts';
import { headingsOf, languageOf, passageWords } from './passage-words.ts';
import { entriesOf, numberOf, numbersBeginning, type Postings, passagesWith } from './postings.ts';
import { termsMax } from './query.ts';
import { relatedWordsIn } from './related-in-passage.ts';
import { createSpelling } from './spelling.ts';
import { type Moves, spliced } from './spliced-postings.ts';

/** The order of these is by what they were worth in `npm run bench:quality`. */
const boosts = { text: 1, names: 0.6, heading: 0.5 } as const;
type Field = keyof typeof boosts;
const fields = Object.keys(boosts) as Field[];

/** BM25+ parameters as MiniSearch ships them; findings of others and ours move less than a point. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
/** What a word that is guessed at counts of one that stands there. */
const guessBoost = 0.8;
const prefixLettersMin = 3;
/** What a word that begins as it was typed counts, as MiniSearch ships it. */
const prefixWeight = 0.375;
/** Entries of the index that a question may read, its rarest word aside: a few milliseconds; in a large library, a tenth of it. */
const entriesMax = 6_000;
const entriesShare = 0.1;
/** Separates terms that are made before MiniSearch sees them. */
const separator = '\u0001';

const inFields = <T>(byField: Record<Field, T>): T[] => fields.map((field) => byField[field]);

/** The index as plain data, to be kept. */
export interface SavedEngine {
  readonly postings: Postings;
  /** Of each term, in how many passages it stands, or what a name in them is called so. */
  readonly documentCounts: Uint32Array;
  /** Of the texts, that of most passages first. */
  readonly languages: readonly string[];
  /** Every word of the texts, folded, a line each: what a misspelled one may have been meant as. */
  readonly vocabulary: string;
}

export interface SavableEngine extends Engine {
  saved(): SavedEngine;
}

const options: Options = {
  fields,
  tokenize: (text) => text.split(separator),
  processTerm: (term) => term || null,
  searchOptions: { boost: boosts, bm25, weights: { fuzzy: 0, prefix: prefixWeight } },
};

/** MiniSearch over postings in place of its own maps, of which it finds here what it reads when it searches. */
class PackedIndex extends MiniSearch {
  constructor(postings: Postings) {
    super(options);
    const { fieldCount, lengths, meanLengths, passageCount, terms } = postings;
    const found = (term: number) => (term < 0 ? undefined : entriesOf(postings, term));
    const index = {
      get: (term: string) => found(numberOf(postings, term)),
      atPrefix: (prefix: string) =>
        numbersBeginning(postings, prefix).map((term) => [wordAt(terms, term), entriesOf(postings, term)]),
    };
    this._index = index as unknown as typeof this._index;
    this._documentCount = passageCount;
    this._avgFieldLength = [...meanLengths];
    // Passages are added in the order of their ids, which are then MiniSearch's own numbers as well.
    const ids = { has: (id: number) => id < passageCount, get: (id: number) => id };
    this._documentIds = ids as unknown as typeof this._documentIds;
    const lengthsOf = (id: number) => lengths.subarray(id * fieldCount, (id + 1) * fieldCount);
    this._fieldLength = { get: lengthsOf } as unknown as typeof this._fieldLength;
  }
}

/** What is known of English beforehand. */
export interface KnownWords {
  /** Tells words that are spelt as they should be, even where no text has them. */
  readonly isWord: (word: string) => boolean;
  /** Tells a country, a capital or a large city. */
  readonly isPlace: (word: string) => boolean;
  readonly related: RelatedWords;
}

const nothingKnown: KnownWords = { isWord: () => false, isPlace: () => false, related: noRelatedWords };

/** Passages that are only some of a library's give an engine to be spliced into another, for it numbers them anew. */
export function createEngine(
  passages: readonly Passage[],
  names: Names,
  known: KnownWords = nothingKnown,
): SavableEngine {
  const index = createGrowingIndex(fields.length);
  const documentCounts = new Map<string, number>();
  const met = new Set<string>();
  const spellings = otherSpellingsIn(names);
  for (const passage of passages) {
    const lang = languageOf(passage.article.lang.value);
    const words = wordsOf(passage.article.text, passage);
    for (const { text: word } of words) met.add(word);
    const text = words.flatMap(({ text: word }) => termOf(word, lang) ?? []);
    const own = new Set(text);
    const others = spellings(passage, lang).filter((term) => !own.has(term));
    const heading = termsOf(headingsOf(passage), lang);
    for (const term of [...own, ...others]) documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1);
    // A heading stands over many passages, but it was written once.
    for (const term of heading) if (!documentCounts.has(term)) documentCounts.set(term, 1);
    index.add(inFields({ text, names: others, heading }));
  }
  const languages = languagesOf(passages);
  const vocabulary = [...new Set([...met].map(fold))].join('\n');
  const postings = index.packed();
  const counts = new Uint32Array(wordCount(postings.terms)).map(
    (_, term) => documentCounts.get(wordAt(postings.terms, term))!,
  );
  return engineOf(passages, { postings, documentCounts: counts, languages, vocabulary }, known);
}

/** The engine that was saved, over the same passages. */
export const restoredEngine = (
  passages: readonly Passage[],
  saved: SavedEngine,
  known: KnownWords = nothingKnown,
): SavableEngine => engineOf(passages, saved, known);

export interface Splice extends Moves {
  /** What was saved of the engine of the new ones. */
  readonly fresh: SavedEngine;
}

/** The engine of `passages` out of the one of before: as if it had been made of them. */
export function splicedEngine(
  passages: readonly Passage[],
  before: SavedEngine,
  { fresh, ...moves }: Splice,
  known: KnownWords = nothingKnown,
): SavableEngine {
  const { added, earlier, postings } = spliced(before.postings, fresh.postings, moves);
  const documentCounts = earlier.map((old, term) => {
    const ofHeadings = Math.max(headingCountOf(before, old), headingCountOf(fresh, added[term]!));
    return Math.max(1, holdersOf(postings, term) + ofHeadings);
  });
  // Words that only gone texts had stay: taken for a misspelled one's likely spelling, they find nothing.
  const vocabulary = [...new Set([before, fresh].flatMap((part) => part.vocabulary.split('\n')))].join('\n');
  const languages = languagesOf(passages);
  return engineOf(
    passages,
    { postings, documentCounts: Uint32Array.from(documentCounts), languages, vocabulary },
    known,
  );
}

/** How many passages hold a term, or a name that is called so: each once. */
const holdersOf = (postings: Postings, term: number): number =>
  passagesWith(postings, term, fields.indexOf('text')).length +
  passagesWith(postings, term, fields.indexOf('names')).length;

/** What `documentCounts` has of a term for a heading alone. */
const headingCountOf = ({ documentCounts, postings }: SavedEngine, term: number): number =>
  term < 0 ? 0 : documentCounts[term]! - holdersOf(postings, term);

/** Of the texts, that of most passages first. */
function languagesOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>();
  for (const { article } of passages) {
    const lang = languageOf(article.lang.value);
    counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([lang]) => lang);
}

function engineOf(
  passages: readonly Passage[],
  saved: SavedEngine,
  { isPlace, isWord, related }: KnownWords,
): SavableEngine {
  const { documentCounts, languages, postings, vocabulary } = saved;
  const index = new PackedIndex(postings);
  const scoring = { boosts: fields.map((field) => boosts[field]), bm25, beginningWeight: prefixWeight };
  const firstLook = createFirstLook(postings, scoring);
  const isKnown = (term: string): boolean => numberOf(postings, term) >= 0;
  const countOf = (term: string): number => documentCounts[numberOf(postings, term)] ?? 0;
  /** Inverse document frequency, smoothed; a term that nothing holds counts as the rarest. */
  const rarity = (term: string): number => Math.log(1 + (passages.length + 0.5) / (countOf(term) + 0.5));
  const rarest = rarity('');
  const surroundings = createSurroundings(passages, (term) => {
    const number = numberOf(postings, term);
    return number < 0 ? [] : passagesWith(postings, number, fields.indexOf('text'));
  });
  const spelling = createSpelling(vocabulary.split('\n'));
  /** As it should be: neither a slip of the thumb nor the beginning of another word. */
  const isSpelt = ({ text }: AskedWord): boolean => isWord(text) || isPlace(text);
  const asked = (query: string): AskedWord[] => {
    const words = queryWords(query, languages, isKnown).slice(0, termsMax);
    // A word that is spelt as it should be is just not there; but where nothing else is, it may be a name that sounds like it.
    const areNoneKnown = words.every(({ terms }) => !terms.some(isKnown));
    let guessed = 0;
    return words.map((word) => {
      const isLeft = word.terms.some(isKnown) || (isWord(word.text) && !areNoneKnown);
      if (isLeft || guessed >= guessedMax) return word;
      guessed++;
      // Paris, of which nothing is said, is no slip of the thumb for "parts".
      const isMeant = (meant: string) => !(isSpelt(word) && isWord(meant));
      return guessedAt(word, spelling, { languages, countOf, isKnown, isMeant });
    });
  };

  return {
    termCount: wordCount(postings.terms),
    saved: () => saved,
    knows: (query) => queryWords(query, languages, isKnown).every(({ terms }) => terms.some(isKnown)),
    search: async (query, limit, share = 1): Promise<Searched> => {
      const words = asked(query);
      const looked = searchedWords(words, countOf, share * Math.max(entriesMax, entriesShare * passages.length));
      const terms = [...new Set(looked.flatMap((word) => word.terms))].slice(0, termsMax);
      if (terms.length === 0) return { words: [], rarest, isEnglish: true, hits: [] };
      const guessed = new Set(looked.filter(({ isGuessed }) => isGuessed).flatMap((word) => word.terms));
      const boostOf = (term: string) => (guessed.has(term) ? guessBoost : 1);
      // Exact before longer words: only a word that the index doesn't know is taken for the beginning of one.
      const isOpen = !isSpelt(looked.at(-1)!);
      const isBeginning = (term: string, at: number) =>
        isOpen && at === terms.length - 1 && !isKnown(term) && term.length >= prefixLettersMin;
      const lookedFor = terms.map((term, at) => ({ term, boost: boostOf(term), isBeginning: isBeginning(term, at) }));
      const likely = firstLook(lookedFor, limit);
      const results = index.search(terms.join(separator), {
        boostTerm: boostOf,
        boostDocument: (id) => Number(likely.has(id)),
        prefix: isBeginning,
      });
      const best = results.slice(0, limit);
      const found = new Set(best.flatMap((result) => result.terms));
      const read = words.map((word): QueryWord => {
        const isBegun = !(word.terms.some(isKnown) || isSpelt(word));
        const longer = isBegun ? [...found].filter((term) => word.terms.some((begun) => term.startsWith(begun))) : [];
        return { text: word.text, terms: new Set([...word.terms, ...longer]), rarity: rarityOf(word.terms, rarity) };
      });
      const isAllLooked = looked.length === words.length;
      const isEnglish = queryLanguage(query, languages).startsWith('en');
      const near = best.map(({ id }) => passages[id]!);
      const around = surroundings(near, read, new Set([...terms, ...found]));
      const relatedIn = relatedWordsIn(read, related);
      const besides = (passage: Passage) => ({ ...around(passage), related: relatedIn(passage) });
      const hits = hitsOf(best, read, isAllLooked, passages, besides);
      return { words: read, rarest, isEnglish, hits };
    },
  };
}

function hitsOf(
  results: readonly SearchResult[],
  words: readonly QueryWord[],
  isAllLooked: boolean,
  passages: readonly Passage[],
  besides: (passage: Passage) => Pick<Hit, 'article' | 'section' | 'related'>,
): Hit[] {
  const possible = words.reduce((sum, word) => sum + word.rarity, 0);
  return results.map(({ id, score, terms }) => {
    const passage = passages[Number(id)]!;
    // Words that weren't looked up may stand in the passage all the same.
    const held = new Set(isAllLooked ? terms : [...terms, ...passageWords(passage).terms]);
    const reached = words.reduce((sum, word) => sum + (holds(held, word) ? word.rarity : 0), 0);
    return { passage, score, coverage: reached / possible, ...besides(passage) };
  });
}

const holds = (held: ReadonlySet<string>, { terms }: QueryWord): boolean => {
  for (const term of terms) if (held.has(term)) return true;
  return false;
};

/** A word that may mean several tells no more than the commonest of them. */
const rarityOf = (terms: readonly string[], rarity: (term: string) => number): number =>
  terms.length === 0 ? 0 : Math.min(...terms.map(rarity));

/** Other spellings and longer forms of the names in a passage, each term once: "Castell" also answers to "Mira Castell". */
function otherSpellingsIn(names: Names): (passage: Passage, lang: string) => string[] {
  const termsByEntity = new Map<string, Map<Entity, readonly string[]>>();
  return (passage, lang) => {
    const known = termsByEntity.get(lang) ?? new Map<Entity, readonly string[]>();
    termsByEntity.set(lang, known);
    const all = new Set<string>();
    for (const entity of names.inPassage(passage.id)) {
      const own = known.get(entity) ?? entity.surfaces.flatMap(({ text }) => termsOf(text, lang));
      known.set(entity, own);
      for (const term of own) all.add(term);
    }
    return [...all];
  };
}
