/**
 * The letters of a text's words in one string, with where each word begins: in it a phrase is found whatever stands between
 * its words. The runs of three letters in it tell at once what can't be in it (signatures.ts).
 */
import type { Unit } from '../text/units.ts';

/** Letters, and their words' beginnings as bits, one a letter. */
export interface Letters {
  readonly letters: string;
  /** A word begins here. */
  readonly begins: Uint8Array;
  /** A word begins here that white space sets apart from the one before: no one word goes on over this place. */
  readonly apart: Uint8Array;
}

/** The signature of a phrase or of a text: the numbers of its runs of three letters, each once. */
export type Runs = Uint16Array;

const between = '\n';
const runLength = 3;
/** Numbers that runs are hashed to: of 4,000 letters, a quarter of them. */
export const runNumbers = 8_192;

/** Of several texts, with a letter between them that no phrase has. */
export function lettersOf(texts: readonly (readonly Unit[])[]): Letters {
  const letters = compact(texts.map((units) => units.map(({ key }) => key).join('')).join(between));
  const begins = new Uint8Array(bitBytes(letters));
  const apart = new Uint8Array(begins.length);
  let at = 0;
  for (const units of texts) {
    for (const { isJoined, key } of units) {
      set(begins, at);
      if (!isJoined) set(apart, at);
      at += key.length;
    }
    if (at < letters.length) {
      set(begins, at);
      set(apart, at);
    }
    at += between.length;
  }
  return { letters, begins, apart };
}

/** Bytes of the bits that go with some letters: one more than they need, for what begins behind the last. */
export const bitBytes = (letters: string): number => (letters.length >> 3) + 1;

/** Parts of a text with one letter beyond Latin-1 take two bytes a letter, whatever letters they have themselves. */
const compact = (letters: string): string =>
  /^[\0-\xff]*$/.test(letters) ? Buffer.from(letters, 'latin1').toString('latin1') : letters;

export function runsOf(letters: string): Runs {
  const runs = new Set<number>();
  for (let at = 0; at + runLength <= letters.length; at++) runs.add(runAt(letters, at));
  return Uint16Array.from(runs);
}

/** Offsets of all places where the letters of `wanted` stand as words of their own, broken where those of `wanted` are. */
export function placesOf(wanted: Letters, own: Letters): readonly number[] {
  const { begins, letters } = own;
  const places: number[] = [];
  let at = letters.indexOf(wanted.letters);
  while (at >= 0) {
    const end = at + wanted.letters.length;
    const isThere = has(begins, at) && (end === letters.length || has(begins, end)) && isBrokenAlike(own, at, wanted);
    if (isThere) places.push(at);
    at = letters.indexOf(wanted.letters, isThere ? end : at + 1);
  }
  return places;
}

/** What is set apart on one side begins a word on the other. */
function isBrokenAlike(own: Letters, at: number, wanted: Letters): boolean {
  for (let offset = 1; offset < wanted.letters.length; offset++) {
    if (has(own.apart, at + offset) && !has(wanted.begins, offset)) return false;
    if (has(wanted.apart, offset) && !has(own.begins, at + offset)) return false;
  }
  return true;
}

/** Three letters as a number. */
function runAt(letters: string, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < runLength; offset++)
    hash = Math.imul(hash ^ letters.charCodeAt(at + offset), 0x9e3779b1);
  return (hash >>> 15) & (runNumbers - 1);
}

const set = (bits: Uint8Array, at: number): void => {
  bits[at >> 3]! |= 1 << (at & 7);
};
const has = (bits: Uint8Array, at: number): boolean => (bits[at >> 3]! & (1 << (at & 7))) !== 0;
