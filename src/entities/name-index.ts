/**
 * The spellings of a library, filed so that those like what someone types are found without looking at all of them: by
 * key, by word, by abbreviation, by consonants and by pairs of letters. Beneath lookup.ts.
 */

import type { Entity } from '../model.ts';
import { fold } from '../text/fold.ts';
import { type WordList, wordAt, wordCount, wordListOf } from '../text/word-list.ts';
import { plainInitialsOf } from './abbreviations.ts';
import { type Filing, filedUnder, filingOf } from './filing.ts';
import { initialsOf, nameTokens, spellingKeys } from './keys.ts';
import { romanise } from './romanise.ts';
import { type NameSound, nameSoundOf } from './sound-distance.ts';

/** One spelling of one entity. */
export interface Entry {
  readonly entity: Entity;
  /** As it stands in the library. */
  readonly text: string;
  /** In Latin letters, folded, without articles. */
  readonly tokens: readonly string[];
  readonly joined: string;
  readonly sound: () => NameSound;
}

/** Plain data, to be kept: what takes long to make of the spellings of some entities, in the order of both. */
export interface SavedNameIndex {
  /** Of each spelling, its words as they are compared. */
  readonly joined: WordList;
  readonly keys: Filing;
  readonly words: Filing;
  readonly initials: Filing;
  readonly abbreviations: Filing;
  readonly consonants: Filing;
  readonly letters: Filing;
}

export interface NameIndex {
  saved(): SavedNameIndex;
  /** Whose name begins so, or has a word like the last and all others; once for each spelling, in order. */
  beginning(tokens: readonly string[]): readonly Beginning[];
  /** By a key of their texts that few have. */
  by(keyOf: (text: string) => string | undefined): (key: string) => readonly Entry[];
  /** Spelled so, but for hyphens, doubled letters and the like. */
  byKey(key: string): readonly Entry[];
  /** With this very word. */
  byToken(token: string): readonly Entry[];
  /** With these initials. */
  byInitials(letters: string): readonly Entry[];
  /** The abbreviation itself. */
  byAbbreviation(letters: string): readonly Entry[];
  /** Most alike first, by consonants and by letters: a superset of what is near. */
  like(tokens: readonly string[]): readonly Entry[];
  /** Most alike first: with a word that may begin like this. */
  beginningLike(word: string): readonly Entry[];
}

export interface Beginning {
  readonly entity: Entity;
  /** False where another word than the first begins so. */
  readonly isWhole: boolean;
}

const abbreviation = /^(?:\p{Lu}[\p{Lu}\p{N}]{1,6}|(?:\p{Lu}\.){2,})$/u;
const initialsMin = 2;
/** Measured among 10,000 names: half as many again find one name in a hundred more, and take a quarter longer. */
const candidatesMax = 150;

/** `saved`: what was made of the same entities. */
export function createNameIndex(
  entities: readonly Entity[],
  saved: SavedNameIndex = filedSpellings(entities),
): NameIndex {
  const count = wordCount(saved.joined);
  /** Of each spelling, the number of its entity; of each entity, the number of its first spelling. */
  const owners = new Uint32Array(count);
  const firsts = new Uint32Array(entities.length);
  let next = 0;
  entities.forEach(({ surfaces }, number) => {
    firsts[number] = next;
    for (let left = surfaces.length; left > 0; left--) owners[next++] = number;
  });
  const entityAt = (number: number): Entity => entities[owners[number]!]!;
  const textAt = (number: number): string => entityAt(number).surfaces[number - firsts[owners[number]!]!]!.text;
  const entryAt = (number: number): Entry => {
    const [joined, text] = [wordAt(saved.joined, number), textAt(number)];
    return { entity: entityAt(number), text, tokens: tokensIn(joined), joined, sound: () => nameSoundOf(text) };
  };
  const entriesAt = (numbers: Iterable<number>): Entry[] => Array.from(numbers, entryAt);
  const consonants = sharing(saved.consonants, count);
  const letters = sharing(saved.letters, count);
  return {
    saved: () => saved,
    beginning: (tokens) => {
      const found: Beginning[] = [];
      for (let number = 0; number < count; number++) {
        const begun = beginsWith(wordAt(saved.joined, number), tokens);
        if (begun) found.push({ entity: entityAt(number), isWhole: begun === 'whole' });
      }
      return found;
    },
    by: (keyOf) => {
      const filed = new Map<string, number[]>();
      for (let number = 0; number < count; number++) {
        const key = keyOf(textAt(number));
        if (key !== undefined) filed.set(key, [...(filed.get(key) ?? []), number]);
      }
      return (key) => entriesAt(filed.get(key) ?? []);
    },
    byKey: (key) => entriesAt(filedUnder(saved.keys, key)),
    byToken: (token) => entriesAt(filedUnder(saved.words, token)),
    byInitials: (own) => entriesAt(filedUnder(saved.initials, own)),
    byAbbreviation: (own) => entriesAt(filedUnder(saved.abbreviations, own)),
    like: (tokens) =>
      entriesAt(
        new Set([
          ...consonants(tokens.flatMap(consonantPairs), candidatesMax),
          ...(tokens.some(hasBreath)
            ? consonants(tokens.map(withoutBreath).flatMap(consonantPairs), candidatesMax / 2)
            : []),
          ...letters(tokens.flatMap(letterPairs), candidatesMax / 2),
        ]),
      ),
    beginningLike: (word) =>
      entriesAt(
        new Set([
          ...consonants(consonantPairs(word).filter(isNoEnd), candidatesMax),
          ...letters(letterPairs(word).filter(isNoEnd), candidatesMax / 2),
        ]),
      ),
  };
}

function filedSpellings(entities: readonly Entity[]): SavedNameIndex {
  const texts = entities.flatMap(({ surfaces }) => surfaces.map(({ text }) => text));
  const tokens = texts.map((text) => nameTokens(romanise(text).text));
  const filed = (wordsOf: (text: string, tokens: readonly string[]) => Iterable<string>): Filing =>
    filingOf(texts.length, (number) => wordsOf(texts[number]!, tokens[number]!));
  return {
    joined: wordListOf(tokens.map((own) => own.join(' '))),
    keys: filed((text) => writingsOf(text).flatMap(spellingKeys)),
    words: filed((text) => writingsOf(text).flatMap(nameTokens)),
    initials: filed((text, own) =>
      own.length < initialsMin ? [] : [initialsOf(text), allInitialsOf(text), plainInitialsOf(text)],
    ),
    abbreviations: filed((text) => (abbreviation.test(text) ? [plainLetters(text)] : [])),
    consonants: filed((_, own) => own.flatMap(consonantPairs)),
    letters: filed((_, own) => own.flatMap(letterPairs)),
  };
}

const tokensIn = (joined: string): readonly string[] => (joined === '' ? [] : joined.split(' '));

/** What of a name begins so: all of it, or one of its words where the words before are there as well. */
function beginsWith(joined: string, tokens: readonly string[]): 'whole' | 'word' | null {
  if (joined.startsWith(tokens.join(' '))) return 'whole';
  const last = tokens.at(-1) ?? '';
  if (!` ${joined}`.includes(` ${last}`)) return null;
  const own = tokensIn(joined);
  return tokens.slice(0, -1).every((token) => own.includes(token)) ? 'word' : null;
}

export const plainLetters = (text: string): string => fold(text).replaceAll('.', '');

/** As it is, and in Latin letters where it isn't in them. */
const writingsOf = (text: string): string[] => [...new Set([text, romanise(text).text])];

/** "Organization of the Petroleum Exporting Countries": OPEC leaves the small words out, ECOWAS doesn't. */
const allInitialsOf = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word[0] ?? '')
    .join('');

/** Spellings that share most with what is asked, features of few spellings counting more (inverse document frequency). */
function sharing(filing: Filing, entryCount: number) {
  const shared = new Float32Array(entryCount);
  const touched = new Int32Array(entryCount);
  return (asked: readonly string[], limit: number): number[] => {
    let count = 0;
    let most = 0;
    for (const feature of new Set(asked)) {
      const posting = filedUnder(filing, feature);
      const rarity = Math.log(1 + entryCount / (posting.length + 1));
      most += rarity;
      for (const at of posting) {
        if (shared[at] === 0) touched[count++] = at;
        shared[at]! += rarity;
      }
    }
    const bucketOf = (at: number): number => Math.min(bucketCount, Math.floor((shared[at]! / most) * bucketCount));
    const sizes = new Int32Array(bucketCount + 1);
    for (let index = 0; index < count; index++) sizes[bucketOf(touched[index]!)]!++;
    let lowest = bucketCount;
    for (let taken = sizes[lowest]!; lowest > bucketMin && taken < limit; taken += sizes[lowest]!) lowest--;
    const buckets = Array.from({ length: bucketCount + 1 - lowest }, (): number[] => []);
    for (let index = 0; index < count; index++) {
      const at = touched[index]!;
      const bucket = bucketOf(at);
      shared[at] = 0;
      if (bucket >= lowest && buckets[bucketCount - bucket]!.length < limit) buckets[bucketCount - bucket]!.push(at);
    }
    return buckets.flat().slice(0, limit);
  };
}

/** Scores are told apart so finely. */
const bucketCount = 40;
/** A spelling has this much in common with what is asked, at least: 0.3. */
const bucketMin = 12;

/** Consonants in six classes that sounds and scripts seldom cross; vowels, h, y and w fall away. */
const classes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ B: 'bpfv', K: 'kgqc', S: 'szxj', T: 'td', N: 'mn', R: 'lr' }).flatMap(([name, letters]) =>
    [...letters].map((letter) => [letter, name]),
  ),
);

export function consonantsOf(token: string): string {
  let skeleton = '';
  for (let at = 0; at < token.length; at++) {
    const [letter, next] = [token[at]!, token[at + 1] ?? ''];
    const isSibilant =
      (letter === 'c' && /[eiyhsz]/.test(next)) ||
      ((letter === 't' || letter === 'd') && (/[szj]/.test(next) || token.startsWith('ch', at + 1)));
    const own = isSibilant ? 'S' : letter === 'p' && next === 'h' ? 'B' : classes[letter];
    if (own !== undefined && !skeleton.endsWith(own)) skeleton += own;
  }
  return skeleton;
}

function consonantPairs(token: string): string[] {
  const skeleton = consonantsOf(token);
  return skeleton === '' ? [`~${token.slice(0, 2)}`] : pairsOf(`^${skeleton}$`);
}

/** A kh may be heard as a plain h, which is no consonant here: Khaifa, Haifa. */
const hasBreath = (token: string): boolean => token.includes('kh');
const withoutBreath = (token: string): string => token.replaceAll('kh', 'h');

const isNoEnd = (pair: string): boolean => !pair.endsWith('$');

const letterPairs = (token: string): string[] => pairsOf(`^${token}$`);

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
