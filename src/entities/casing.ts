/** How often each word of the library stands in small letters and in capitals: what tells a name from a sentence's start. */
import type { Passage, Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { emptyGazetteer, type Gazetteer } from './gazetteer.ts';
import { organisationHeads } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Casing {
  /** True when the word, where a capital says nothing, is better taken for an ordinary word. */
  isOrdinary(word: string): boolean;
  /** True when the word was met with a capital inside a sentence. */
  isCapitalised(word: string): boolean;
  /** True when it was met so by itself, beside no other capital and no hyphen. */
  standsAlone(word: string): boolean;
  /** True when it was met in small letters. */
  isSmall(word: string): boolean;
  /** As an article has it, which may have a capital for a body that it named before: "the Commission". */
  within(article: string): Casing;
}

interface Counts {
  small: number;
  /** With a capital that its place doesn't explain. */
  capital: number;
  alone: number;
  /** At the end of a longer name. */
  last: number;
}

/** 'title': nearly every word is capitalised; 'capitals': every letter is. Such lines tell nothing of their words. */
export type LineStyle = 'plain' | 'title' | 'capitals';

const headlineShare = 0.8;
const headlineWordsMin = 3;
/** Words shorter than this stay small in headlines. */
const shortLettersMax = 4;
const titleWordsMin = 5;
const rowNumbersMin = 2;
const listPartsMin = 3;
const listWordsMax = 3.5;

/** True for a text that ends as a sentence does. */
export const isStopped = (text: string): boolean => /[.!?…]["”’')\]*_]*\s*$/u.test(text);

export function styleOf(tokens: readonly Token[], isStopped = false): LineStyle {
  const words = tokens.filter(({ text }) => /\p{L}/u.test(text));
  if (words.length < headlineWordsMin) return words.length > 1 && words.every(isShouted) ? 'capitals' : 'plain';
  const shouted = words.filter(isShouted).length;
  if (shouted / words.length >= headlineShare && words.length > headlineWordsMin) return 'capitals';
  const long = words.filter(({ text, isCapital }) => isCapital || text.length > shortLettersMax);
  const small = words.filter((word) => !word.isCapital && word.text.length > shortLettersMax).length;
  // A row of results or of a scoreboard is no headline, nor is a list of names.
  const isScored = tokens.some(({ text }) => /^(?:b|lbw)$/.test(text));
  const parts = 1 + tokens.filter(({ gap }) => /[,;(]/.test(gap)).length;
  const isRow =
    isScored || tokens.filter(({ text }) => /^\d/.test(text)).length >= rowNumbersMin || isList(words.length, parts);
  const isTitle = !isRow && small === 0 && long.length >= 5 && long.length / words.length >= 0.5;
  const isAllCapital = !isRow && words.length >= titleWordsMin && words.every(({ isCapital }) => isCapital);
  return (isTitle && !isStopped) || isAllCapital ? 'title' : 'plain';
}

const isList = (words: number, parts: number): boolean => parts >= listPartsMin && words / parts <= listWordsMax;

const isShouted = ({ text }: Token): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** A sentence as it is read. */
export interface StyledLine {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly tokens: readonly Token[];
  readonly style: LineStyle;
}

/** Code has words in capitals for reasons of its own. */
export const styledLines = (passages: readonly Passage[]): StyledLine[] =>
  passages
    .filter(({ article, block }) => article.blocks[block]?.role !== 'code')
    .flatMap((passage) =>
      sentencesIn(passage).map((sentence) => {
        const { text } = passage.article;
        const tokens = tokensOf(text, sentence);
        return {
          passage,
          sentence,
          tokens,
          style: styleOf(tokens, isStopped(text.slice(sentence.start, sentence.end))),
        };
      }),
    );

export function casingOf(lines: readonly StyledLine[], gazetteer: Gazetteer = emptyGazetteer): Casing {
  const counts = new Map<string, Counts>();
  const bodies = new Map<string, Bodies>();
  for (const { passage, tokens, style } of lines) {
    if (style !== 'plain') continue;
    const { id } = passage.article;
    const own = bodies.get(id) ?? { named: new Set(), small: new Set() };
    bodies.set(id, own);
    count(tokens, counts, own);
  }
  const bare = (word: string): string => fold(word).replace(/'s?$/, '');
  const countOf = (word: string): Counts => counts.get(bare(word)) ?? none;
  const casing: Casing = {
    isOrdinary: (word) => {
      const { small, capital, alone, last } = countOf(word);
      if (small > capital) return true;
      // A word of the language that had its capital only within longer names has none by itself.
      if (capital > 0)
        return alone === 0 && gazetteer.isWord(word) && !gazetteer.isPersonalName(word) && !isMany(word, small, last);
      return gazetteer.isWord(word) || (isInflected(fold(word), gazetteer) && !gazetteer.isPersonalName(word));
    },
    isCapitalised: (word) => countOf(word).capital > 0,
    standsAlone: (word) => countOf(word).alone > 0,
    isSmall: (word) => countOf(word).small > 0,
    within: (article) => {
      const own = bodies.get(article);
      const named = own?.named.difference(own.small);
      if (!named?.size) return casing;
      return {
        ...casing,
        isOrdinary: (word) => !named.has(bare(word)) && casing.isOrdinary(word),
        isSmall: (word) => !named.has(bare(word)) && casing.isSmall(word),
        standsAlone: (word) => named.has(bare(word)) || casing.standsAlone(word),
      };
    },
  };
  return casing;
}

/** Nouns of bodies in one article: those that have a capital of their own after "the", and those in small letters. */
interface Bodies {
  readonly named: Set<string>;
  readonly small: Set<string>;
}

const none: Counts = { small: 0, capital: 0, alone: 0, last: 0 };

/** "Bulls", never met in small letters, after "Chicago Bulls". */
const isMany = (word: string, small: number, last: number): boolean => small === 0 && last > 0 && /[^su]s$/.test(word);

/** A form that grammar gave a word and that a list of words hasn't: "stopping"; Genting is no such form. */
const isInflected = (word: string, gazetteer: Gazetteer): boolean => {
  const stem = /^(.+?)(?:ing|ed|ly)$/.exec(word)?.[1];
  if (stem === undefined || word.length < 6) return stem !== undefined;
  const isDoubled = stem.at(-1) === stem.at(-2) && gazetteer.isWord(stem.slice(0, -1));
  return !gazetteer.isWord('the') || isDoubled || /ly$/.test(word);
};

function count(tokens: readonly Token[], counts: Map<string, Counts>, { named, small }: Bodies): void {
  tokens.forEach(({ folded, isCapital, opens, gap }, at) => {
    if (isCapital && opens) return;
    const word = folded.replace(/'s?$/, '');
    const own = counts.get(word) ?? { ...none };
    counts.set(word, own);
    if (!isCapital) own.small++;
    else own.capital++;
    const next = tokens[at + 1];
    const before = tokens[at - 1];
    // "The Commission met": the article has its capital from the sentence, and the noun has one of its own.
    const isLed = before?.isCapital && !(before.opens && before.folded === 'the');
    const hasNeighbour = gap.includes('-') || next?.gap.includes('-') || next?.isCapital || isLed;
    if (isCapital && !hasNeighbour) own.alone++;
    if (organisationHeads.has(word)) {
      if (!isCapital) small.add(word);
      else if (!hasNeighbour && before?.folded === 'the') named.add(word);
    }
    if (isCapital && isLed && /^\s+$/.test(gap) && !next?.isCapital) own.last++;
  });
}

/** The sentences of a passage that lie wholly within it. */
export const sentencesIn = ({ article, block, start, end }: Passage): readonly Span[] =>
  (article.blocks[block]?.sentences ?? []).filter((sentence) => sentence.start >= start && sentence.end <= end);

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
