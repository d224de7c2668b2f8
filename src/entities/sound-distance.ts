/**
 * How far apart two names sound, whatever the spelling or script: what tells a spelling of one name from another name.
 * A weighted edit distance over sound units (Wagner & Fischer 1974, with costs by likeness of sound as in Zobel & Dart's
 * Editex, SIGIR 1996, and without vowels across Arabic and Latin as in Freeman, Condon & Ackerman, HLT-NAACL 2006).
 */

import { remembered } from '../text/remembered.ts';
import { oneSpelling } from './keys.ts';
import { articles, titles } from './lexicon.ts';
import { romanise, type Writing } from './romanise.ts';
import { costOfHearing, type Hearing, unitCount } from './sound-costs.ts';
import { omittedCosts, type Sounds, silencedCost, soundsOf } from './sounds.ts';

/** Names and words whose sounds are remembered: some ten megabytes. */
const soundsMax = 5_000;

/** At most this far apart, two spellings may be taken for one name. */
export const sameNameDistanceMax = 0.12;

/** Bounds that no name reaches, so that no input costs much. */
const tokensMax = 12;
const lettersMax = 40;
/** Words that another language writes as one: "Xi Jinping" / 习近平, "Abol Hassan" / "Abolhassan". */
const joinedMax = 4;

/** A name ready to be compared. */
export interface NameSound {
  readonly writing: Writing;
  readonly readings: readonly Reading[];
}

interface Reading {
  readonly words: readonly string[];
  /** By first word and number of words: how they sound as one. */
  readonly joined: Map<number, Sounds>;
  readonly writing: Writing;
}

/** 0: sounds the same; 1: nothing alike. Articles and titles in front don't count; a missing or added word does. */
export const nameDistance = (a: string, b: string): number => soundDistance(nameSoundOf(a), nameSoundOf(b));

export const nameSoundOf = remembered((name): NameSound => {
  const { text, writing } = romanise(name);
  const all = wordsOf(text);
  const first = all.findIndex((word) => !titles.has(word));
  // A title may be part of the name, and another script's titles aren't known as such: Sheikh Hasina, শেখ হাসিনা.
  const spoken = first > 0 ? [all.slice(first), all] : [all];
  const readings = spoken.flatMap((words) => {
    const bare = withoutArticles(words, () => []);
    const glued = withoutArticles(words, (article) => [article]);
    return glued.join(' ') === bare.join(' ') ? [bare] : [bare, glued];
  });
  return { writing, readings: readings.map((words) => ({ words, joined: new Map(), writing })) };
}, soundsMax);

/** Words in the sounds they have in Latin letters; in other writings they are met too seldom. */
const latinSounds = remembered((letters) => soundsOf(letters), soundsMax);

/** Lower case, accents kept, no apostrophes or possessives. */
const wordsOf = (text: string): string[] =>
  text
    .slice(0, tokensMax * lettersMax)
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]s$/gu, '')
    .replace(/['’‘ʼʻ`´ʿʾ.]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, tokensMax)
    .map((word) => oneSpelling(word.slice(0, lettersMax)));

/** Persian's joining vowel, as in Mazar-e Sharif. */
const joiners: ReadonlySet<string> = new Set(['e', 'i', 'ye', 'yi']);

function withoutArticles(words: readonly string[], keep: (article: string) => string[]): string[] {
  const bare: string[] = [];
  let prefix = '';
  words.forEach((word, at) => {
    const isInner = at > 0 && at < words.length - 1;
    if (word === 'the' && words.length > 1) return;
    if (isInner && joiners.has(word)) return;
    if (at < words.length - 1 && articles.has(word)) {
      // Abd al-Aziz is Abdulaziz: "servant of the".
      if (bare.at(-1) === 'abd') bare[bare.length - 1] = 'abdul';
      else prefix = keep(word).join('');
      return;
    }
    bare.push(prefix + word);
    prefix = '';
  });
  return bare;
}

/** `limit`: farther than that is 1, and found out sooner. */
export function soundDistance(a: NameSound, b: NameSound, limit = 1): number {
  const hearing = hearingOf(a.writing, b.writing);
  let best = 1;
  for (const one of a.readings) {
    for (const other of b.readings) {
      alignWords(one, other, hearing, false, Math.min(best, limit));
      best = Math.min(best, worst[cellAt(one.words.length, other.words.length)]!);
    }
  }
  return best;
}

/** Of all the typed words to some of the name's, in order; `isAtEnd`: to its last. */
export function partDistance(typed: NameSound, name: NameSound, limit = 1): { distance: number; isAtEnd: boolean } {
  const hearing = hearingOf(typed.writing, name.writing);
  let [best, isAtEnd] = [1, false];
  for (const one of typed.readings) {
    for (const other of name.readings) {
      alignWords(one, other, hearing, true, Math.min(best, limit));
      const row = one.words.length;
      let distance = 1;
      for (let column = 0; column <= other.words.length; column++)
        distance = Math.min(distance, worst[cellAt(row, column)]!);
      if (distance >= best) continue;
      [best, isAtEnd] = [distance, worst[cellAt(row, other.words.length)]! <= distance];
    }
  }
  return { distance: best, isAtEnd };
}

/** Of one typed word to the beginning of any word of the name, or of the name as a whole. */
export function prefixDistance(typed: NameSound, name: NameSound, limit = 1): number {
  const hearing = hearingOf(typed.writing, name.writing);
  let best = 1;
  for (const one of typed.readings) {
    const sounds = joinedSounds(one, 0, one.words.length);
    for (const other of name.readings) {
      best = Math.min(best, unitsDistance(sounds, joinedSounds(other, 0, other.words.length), hearing, limit, true));
      if (one.words.length > 1) continue;
      for (let at = 0; at < other.words.length; at++) {
        best = Math.min(best, unitsDistance(sounds, joinedSounds(other, at, 1), hearing, limit, true));
      }
    }
  }
  return best;
}

const hearingOf = (a: Writing, b: Writing): Hearing =>
  a === 'syllables' || b === 'syllables'
    ? 'syllabic'
    : a === 'consonants' || b === 'consonants'
      ? 'vowelless'
      : a === 'inherent' || b === 'inherent'
        ? 'inherent'
        : 'strict';

/** By words of `a` taken, then of `b`: the worst pair so far. One table for all comparisons, which follow one another. */
const worst = new Float64Array((tokensMax + 1) ** 2);
const cellAt = (row: number, column: number): number => row * (tokensMax + 1) + column;

/**
 * Words in order, one to one or one to several; the worst pair decides, for one other word makes another name. Leaves in the last
 * row of `worst`, by number of words of `b`, the distance of all of `a` to so many, or with `skips` to some of them up to there.
 */
function alignWords(a: Reading, b: Reading, hearing: Hearing, skips: boolean, limit: number): void {
  const [rows, columns] = [a.words.length, b.words.length];
  worst.fill(1, 0, cellAt(rows, columns) + 1);
  if (rows === 0 || columns === 0) return;
  if (!canFollow(0, 0)) return;
  worst[0] = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const soFar = worst[cellAt(row, column)]!;
      if (soFar >= 1) continue;
      if (skips) worst[cellAt(row, column + 1)] = Math.min(soFar, worst[cellAt(row, column + 1)]!);
      for (let more = 1; more <= joinedMax; more++) {
        reach(row, more, column, 1, soFar);
        if (more > 1) reach(row, 1, column, more, soFar);
      }
    }
  }

  /** Whether the words that are left on either side are few enough to stand for each other. */
  function canFollow(row: number, column: number): boolean {
    return rows - row <= joinedMax * (columns - column) && (skips || columns - column <= joinedMax * (rows - row));
  }

  function reach(row: number, ofA: number, column: number, ofB: number, soFar: number): void {
    if (row + ofA > rows || column + ofB > columns || !canFollow(row + ofA, column + ofB)) return;
    if ((ofA > 1 || ofB > 1) && isFarLonger(a, row, ofA, b, column, ofB)) return;
    if (ofA > 1 && hasInitial(a, row, ofA)) return;
    if (ofB > 1 && hasInitial(b, column, ofB)) return;
    const target = cellAt(row + ofA, column + ofB);
    const known = worst[target]!;
    if (known <= soFar) return;
    const most = Math.min(known, limit);
    const distance = unitsDistance(joinedSounds(a, row, ofA), joinedSounds(b, column, ofB), hearing, most);
    worst[target] = Math.min(known, Math.max(soFar, distance));
  }
}

/** Words run together that can't be the other's, by their length alone: a script without vowels halves it at most. */
function isFarLonger(a: Reading, row: number, ofA: number, b: Reading, column: number, ofB: number): boolean {
  let [lettersOfA, lettersOfB] = [0, 0];
  for (let at = row; at < row + ofA; at++) lettersOfA += a.words[at]!.length;
  for (let at = column; at < column + ofB; at++) lettersOfB += b.words[at]!.length;
  return Math.abs(lettersOfA - lettersOfB) > 2 + Math.max(lettersOfA, lettersOfB) / 2;
}

/** An initial is a word of its own: George H. W. Bush is not George W. Bush. */
const hasInitial = ({ words }: Reading, first: number, count: number): boolean =>
  words.slice(first, first + count).some(({ length }) => length === 1);

/** Words with a figure in them are names of their own: the 104th is not the 105th. */
const noSounds: Sounds = { ...soundsOf(''), weight: Number.NaN };

function joinedSounds(reading: Reading, first: number, count: number): Sounds {
  const key = first * (tokensMax + 1) + count;
  const known = reading.joined.get(key);
  if (known) return known;
  const letters = reading.words.slice(first, first + count).join('');
  const sounds = /\p{N}/u.test(letters) ? numbered(letters) : heard(letters.slice(0, lettersMax), reading.writing);
  reading.joined.set(key, sounds);
  return sounds;
}

const heard = (letters: string, writing: Writing): Sounds =>
  writing === 'latin' ? latinSounds(letters) : soundsOf(letters, writing);

const byFigure = new Map<string, Sounds>();
/** One object for each such word: they are equal or they are not. */
function numbered(letters: string): Sounds {
  const known = byFigure.get(letters);
  if (known) return known;
  if (byFigure.size > 10_000) byFigure.clear();
  const sounds = { ...noSounds };
  byFigure.set(letters, sounds);
  return sounds;
}

let above = new Float64Array(lettersMax + 2);
let current = new Float64Array(lettersMax + 2);

/** Edit distance of two rows of sounds, as a share of the weight of the heavier; of `a` to the beginning of `b`. */
function unitsDistance(a: Sounds, b: Sounds, hearing: Hearing, limit = 1, isPrefix = false): number {
  if (a === b) return 0;
  const weight =
    isPrefix || hearing === 'strict'
      ? Math.max(a.weight, isPrefix ? 0 : b.weight)
      : Math.max(a.consonantWeight, b.consonantWeight) + 0.5;
  if (!(weight > 0)) return 1;
  const most = limit * weight + 1e-9;
  if (limit < 1) {
    const more = silencedCost(a, hearing) - silencedCost(b, hearing);
    if ((isPrefix ? more : Math.abs(more)) > most) return 1;
  }
  const costs = costOfHearing(hearing);
  const omittedA = omittedCosts(a, hearing);
  const omittedB = omittedCosts(b, hearing);
  const columns = b.units.length;
  above[0] = 0;
  for (let column = 0; column < columns; column++) above[column + 1] = above[column]! + omittedB[column]!;
  for (let row = 0; row < a.units.length; row++) {
    const base = a.units[row]! * unitCount;
    const omitted = omittedA[row]!;
    current[0] = above[0]! + omitted;
    let least = current[0];
    for (let column = 0; column < columns; column++) {
      const replaced = above[column]! + costs[base + b.units[column]!]!;
      const left = current[column]! + omittedB[column]!;
      const up = above[column + 1]! + omitted;
      const cost = replaced < left ? (replaced < up ? replaced : up) : left < up ? left : up;
      current[column + 1] = cost;
      if (cost < least) least = cost;
    }
    [above, current] = [current, above];
    if (least > most) return 1;
  }
  const cost = isPrefix ? Math.min(...above.subarray(0, columns + 1)) : above[columns]!;
  return Math.min(1, cost / weight);
}
