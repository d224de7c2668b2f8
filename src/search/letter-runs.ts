/**
 * The letters of a text's words in one string, with where each word begins: in it a phrase is found whatever stands between
 * its words. A signature of the runs of three letters in it tells at once what can't be in it (a Bloom filter, 1970).
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

/** A phrase to be looked for. */
export interface Wanted extends Letters {
  /** Its runs of three letters, as bits of a signature. */
  readonly runs: Uint16Array;
}

export interface LetterRuns {
  /** Offsets of all places where the letters of `wanted` stand as words of their own, broken where those of `wanted` are. */
  placesOf(wanted: Wanted): readonly number[];
}

const between = '\n';
const runLength = 3;
/** Bits of a signature: at 4,000 letters a quarter of them is set. */
const signatureBits = 8_192;

/** Of several texts, with a letter between them that no phrase has. */
function lettersOf(texts: readonly (readonly Unit[])[]): Letters {
  const letters = texts.map((units) => units.map(({ key }) => key).join('')).join(between);
  const begins = new Uint8Array((letters.length >> 3) + 1);
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

export function wantedOf(units: readonly Unit[]): Wanted {
  const own = lettersOf([units]);
  const runs = new Set<number>();
  for (let at = 0; at + runLength <= own.letters.length; at++) runs.add(runAt(own.letters, at));
  return { ...own, runs: Uint16Array.from(runs) };
}

export function createLetterRuns(texts: readonly (readonly Unit[])[]): LetterRuns {
  const own = lettersOf(texts);
  const { letters, begins } = own;
  const signature = new Uint8Array(signatureBits >> 3);
  for (let at = 0; at + runLength <= letters.length; at++) set(signature, runAt(letters, at));
  return {
    placesOf: (wanted) => {
      for (let index = 0; index < wanted.runs.length; index++) if (!has(signature, wanted.runs[index]!)) return nowhere;
      let at = letters.indexOf(wanted.letters);
      if (at < 0) return nowhere;
      const places: number[] = [];
      while (at >= 0) {
        const end = at + wanted.letters.length;
        const isThere =
          has(begins, at) && (end === letters.length || has(begins, end)) && isBrokenAlike(own, at, wanted);
        if (isThere) places.push(at);
        at = letters.indexOf(wanted.letters, isThere ? end : at + 1);
      }
      return places;
    },
  };
}

const nowhere: readonly number[] = [];

/** What is set apart on one side begins a word on the other. */
function isBrokenAlike(own: Letters, at: number, wanted: Letters): boolean {
  for (let offset = 1; offset < wanted.letters.length; offset++) {
    if (has(own.apart, at + offset) && !has(wanted.begins, offset)) return false;
    if (has(wanted.apart, offset) && !has(own.begins, at + offset)) return false;
  }
  return true;
}

/** Three letters as a bit's number. */
function runAt(letters: string, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < runLength; offset++)
    hash = Math.imul(hash ^ letters.charCodeAt(at + offset), 0x9e3779b1);
  return (hash >>> 15) & (signatureBits - 1);
}

const set = (bits: Uint8Array, at: number): void => {
  bits[at >> 3]! |= 1 << (at & 7);
};
const has = (bits: Uint8Array, at: number): boolean => (bits[at >> 3]! & (1 << (at & 7))) !== 0;
