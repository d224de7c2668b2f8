/** Words with their offsets, and the search terms that they stand for: the common ground of index, query and bold. */
import snowball from 'snowball-stemmers';
import * as stopword from 'stopword';
import type { Span } from '../model.ts';
import { everyMatch } from './every-match.ts';
import { fold } from './fold.ts';
import { plainFormOf } from './word-forms.ts';

export interface Word extends Span {
  readonly text: string;
}

/** A word, with an inner apostrophe (don't, Qa'im); an abbreviation with stops (U.S.) is one word. */
const wordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*/gu;
const firstWord = new RegExp(wordPattern, 'u');
/** Scripts written without spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Where those scripts begin: the test for a script costs more than the rest of reading a word. */
const mayBeUnspaced = /[\u0e00-\uffff]/;
const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words of `text` within `span` in order; offsets are into `text`. */
export function wordsOf(text: string, span: Span = { start: 0, end: text.length }): Word[] {
  const words: Word[] = [];
  for (const match of everyMatch(text.slice(span.start, span.end), wordPattern)) {
    const start = span.start + match.index;
    if (mayBeUnspaced.test(match[0]) && unspaced.test(match[0])) words.push(...segmented(match[0], start));
    else words.push({ text: match[0], start, end: start + match[0].length });
  }
  return words;
}

/** '' where there is none; of a script without spaces, the first run of it. */
export const firstWordOf = (text: string): string => text.match(firstWord)?.[0] ?? '';

function segmented(run: string, start: number): Word[] {
  return [...wordSegmenter.segment(run)]
    .filter((segment) => segment.isWordLike)
    .map((segment) => ({
      text: segment.segment,
      start: start + segment.index,
      end: start + segment.index + segment.segment.length,
    }));
}

interface Language {
  /** Of a word in small letters, folded save where the language is one of `unfolded`. */
  readonly stem: (word: string) => string;
  readonly isStemmedUnfolded: boolean;
  readonly stopWords: ReadonlySet<string>;
  /** Words met before and their terms: most words of a library are the same few thousand. */
  readonly terms: Map<string, string | null>;
}

const termsKeptMax = 200_000;

/** ISO 639-1 → the stemmer's and the stop-word list's own names for the language. */
const languageNames: Readonly<Record<string, readonly [stemmer: string | null, stopWords: string]>> = {
  ar: ['arabic', 'ara'],
  cs: ['czech', 'ces'],
  da: ['danish', 'dan'],
  de: ['german', 'deu'],
  en: ['english', 'eng'],
  es: ['spanish', 'spa'],
  fa: [null, 'fas'],
  fi: ['finnish', 'fin'],
  fr: ['french', 'fra'],
  he: [null, 'heb'],
  hu: ['hungarian', 'hun'],
  it: ['italian', 'ita'],
  nl: ['dutch', 'nld'],
  no: ['norwegian', 'nob'],
  pl: [null, 'pol'],
  pt: ['portuguese', 'por'],
  ro: ['romanian', 'ron'],
  ru: ['russian', 'rus'],
  sv: ['swedish', 'swe'],
  tr: ['turkish', 'tur'],
  uk: [null, 'ukr'],
};

/** Languages whose endings tell letters apart that folding makes one: Russian й and и. */
const unfolded = new Set(['ru']);

const stopWordLists = stopword as unknown as Readonly<Record<string, readonly string[] | undefined>>;
/** Function words that the list for English lacks, question words above all. */
const moreEnglish =
  'been did does doing done having how it its me not nor off then there these this those until upon via when whether whom whose why yet'.split(
    ' ',
  );
/** Words that the list for English has, but that carry meaning in a question. */
const notStopWords = new Set(['make', 'never', 'now', 'way', 'well', 'take', 'get', 'still']);

const languages = new Map<string, Language>();

function languageOf(lang: string): Language {
  const known = languages.get(lang);
  if (known) return known;
  const code = lang.toLowerCase().split('-')[0] ?? '';
  if (code !== lang) {
    const language = languageOf(code);
    languages.set(lang, language);
    return language;
  }
  const [stemmer, list] = languageNames[code] ?? [null, ''];
  const words = [...(stopWordLists[list] ?? []), ...(code === 'en' ? moreEnglish : [])].map(fold);
  const algorithm = stemmer ? snowball.newStemmer(stemmer) : null;
  const language: Language = {
    stem: (word) => algorithm?.stem(code === 'en' ? plainFormOf(word) : word) ?? word,
    isStemmedUnfolded: unfolded.has(code),
    stopWords: new Set(words.filter((word) => !(code === 'en' && notStopWords.has(word)))),
    terms: new Map(),
  };
  languages.set(code, language);
  return language;
}

/**
 * The search term of a word in a language: folded, without a possessive, stemmed (Snowball). Null for a stop word;
 * a short one in capitals (IS, US, WHO) never is one.
 */
export function termOf(word: string, lang: string): string | null {
  const language = languageOf(lang);
  const known = language.terms.get(word);
  if (known !== undefined) return known;
  const term = newTermOf(word, language);
  if (language.terms.size >= termsKeptMax) language.terms.clear();
  language.terms.set(word, term);
  return term;
}

/** Longer words in capitals are shouted, or stay what they are when they are stemmed: "UNICEF". */
const abbreviationMax = 4;

function newTermOf(word: string, language: Language): string | null {
  const isAbbreviation = /^(?:\p{Lu}[\p{Lu}\p{N}]+|(?:\p{Lu}\.)+)$/u.test(word);
  const folded = fold(word).replaceAll('.', '').replace(/'s?$/, '');
  if (!folded) return null;
  if (isAbbreviation && folded.length <= abbreviationMax) return folded;
  if (language.stopWords.has(folded) || (/^\p{L}$/u.test(folded) && !unspaced.test(folded))) return null;
  if (language.isStemmedUnfolded) {
    return fold(language.stem(word.normalize('NFC').toLowerCase().replaceAll('ё', 'е'))) || null;
  }
  return language.stem(folded.replaceAll("'", '')) || null;
}

/** Terms of a text in order, stop words out. */
export function termsOf(text: string, lang: string): string[] {
  return wordsOf(text).flatMap(({ text: word }) => termOf(word, lang) ?? []);
}
