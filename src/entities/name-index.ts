/**
 * The spellings of a library, filed so that those like what someone types are found without looking at all of them: by
 * key, by word, by abbreviation, by consonants and by pairs of letters. Beneath lookup.ts.
 */

import type { Entity } from '../model.ts';
import { fold } from '../text/fold.ts';
import { plainInitialsOf } from './abbreviations.ts';
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

export interface NameIndex {
  readonly entries: readonly Entry[];
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

const abbreviation = /^(?:\p{Lu}[\p{Lu}\p{N}]{1,6}|(?:\p{Lu}\.){2,})$/u;
const initialsMin = 2;
/** Measured among 10,000 names: half as many again find one name in a hundred more, and take a quarter longer. */
const candidatesMax = 150;

export function createNameIndex(entities: readonly Entity[]): NameIndex {
  const entries = entities.flatMap((entity) => entity.surfaces.map(({ text }) => entryOf(entity, text)));
  const keys = new Map<string, Entry[]>();
  const words = new Map<string, Entry[]>();
  const initials = new Map<string, Entry[]>();
  const abbreviations = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(textsOf(entry).flatMap(spellingKeys))) file(keys, key, entry);
    for (const token of new Set(textsOf(entry).flatMap(nameTokens))) file(words, token, entry);
    if (abbreviation.test(entry.text)) file(abbreviations, plainLetters(entry.text), entry);
    if (entry.tokens.length < initialsMin) continue;
    for (const letters of new Set([initialsOf(entry.text), allInitialsOf(entry.text), plainInitialsOf(entry.text)]))
      file(initials, letters, entry);
  }
  const consonants = filed(entries, ({ tokens }) => tokens.flatMap(consonantPairs));
  const letters = filed(entries, ({ tokens }) => tokens.flatMap(letterPairs));
  return {
    entries,
    byKey: (key) => keys.get(key) ?? [],
    byToken: (token) => words.get(token) ?? [],
    byInitials: (own) => initials.get(own) ?? [],
    byAbbreviation: (own) => abbreviations.get(own) ?? [],
    like: (tokens) => [
      ...new Set([
        ...consonants(tokens.flatMap(consonantPairs), candidatesMax),
        ...(tokens.some(hasBreath)
          ? consonants(tokens.map(withoutBreath).flatMap(consonantPairs), candidatesMax / 2)
          : []),
        ...letters(tokens.flatMap(letterPairs), candidatesMax / 2),
      ]),
    ],
    beginningLike: (word) => [
      ...new Set([
        ...consonants(consonantPairs(word).filter(isNoEnd), candidatesMax),
        ...letters(letterPairs(word).filter(isNoEnd), candidatesMax / 2),
      ]),
    ],
  };
}

export const plainLetters = (text: string): string => fold(text).replaceAll('.', '');

/** As it is, and in Latin letters where it isn't in them. */
const textsOf = ({ text }: Entry): string[] => [...new Set([text, romanise(text).text])];

function entryOf(entity: Entity, text: string): Entry {
  const tokens = nameTokens(romanise(text).text);
  let sound: NameSound | undefined;
  return {
    entity,
    text,
    tokens,
    joined: tokens.join(' '),
    sound: () => {
      sound ??= nameSoundOf(text);
      return sound;
    },
  };
}

/** "Organization of the Petroleum Exporting Countries": OPEC leaves the small words out, ECOWAS doesn't. */
const allInitialsOf = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word[0] ?? '')
    .join('');

function file<T>(files: Map<string, T[]>, key: string, value: T): void {
  const filed = files.get(key);
  if (filed) filed.push(value);
  else files.set(key, [value]);
}

/** By features: those that share most with what is asked, rare features counting more (inverse document frequency). */
function filed(entries: readonly Entry[], featuresOf: (entry: Entry) => readonly string[]) {
  const postings = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    for (const feature of new Set(featuresOf(entry))) file(postings, feature, at);
  });
  const shared = new Float32Array(entries.length);
  const touched = new Int32Array(entries.length);
  return (asked: readonly string[], limit: number): Entry[] => {
    let count = 0;
    let most = 0;
    for (const feature of new Set(asked)) {
      const posting = postings.get(feature) ?? [];
      const rarity = Math.log(1 + entries.length / (posting.length + 1));
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
    return buckets
      .flat()
      .slice(0, limit)
      .map((at) => entries[at]!);
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
