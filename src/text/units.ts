/**
 * Words as wordings are compared by: case, accents, the shapes of marks, line breaks and hyphens don't count, while a word
 * more, a word less or another number do. A word broken by a hyphen is two units that may stand for one.
 */
import type { Span } from '../model.ts';
import { everyMatch } from './every-match.ts';
import { fold } from './fold.ts';

export interface Unit extends Span {
  /** Folded, of letters and digits alone but for an inner apostrophe or the points of a number. */
  readonly key: string;
  /** True where nothing but a hyphen, or nothing at all, stands between it and the unit before. */
  readonly isJoined: boolean;
}

/**
 * A number with its points (1,204), a character of a script without spaces, a word with an inner apostrophe (don't), a sign
 * that changes what a number says.
 */
const pattern =
  /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}&&[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]\p{M}*|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+(?:['’‘ʼʻ′`][\p{L}\p{M}]+)*|[\p{Sc}%‰°]|(?<![^\s\(\[])[\-−–](?=\p{N})/gv;
/** What readers of Markdown don't see: where a link leads. */
const unseen = /\]\([^()\s]*\)/gu;
const hyphenAtLineEnd = /^[-‐‑\u00ad]\s+$/u;
/** Units that one broken or hyphenated word may be. */
export const unitsJoinedMax = 4;

/** Units of `text` within `span` in order; offsets are into `text`. */
export function unitsOf(text: string, span: Span = { start: 0, end: text.length }): Unit[] {
  const slice = text.slice(span.start, span.end);
  const targets = slice.includes('](')
    ? [...slice.matchAll(unseen)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    : [];
  const units: Unit[] = [];
  for (const { 0: found, index } of everyMatch(slice, pattern)) {
    if (targets.some(({ start, end }) => start <= index && index < end)) continue;
    const key = fold(found).trim();
    if (!key) continue;
    const start = span.start + index;
    const before = units.at(-1);
    const between = before ? text.slice(before.end, start) : ' ';
    units.push({ key, start, end: start + found.length, isJoined: between !== ' ' && isJoined(before, between, key) });
  }
  return units;
}

function isJoined(before: Unit | undefined, between: string, key: string): boolean {
  const isNumber = /\p{N}$/u.test(before?.key ?? '') && /^\p{N}/u.test(key);
  return !isNumber && (!/\s/u.test(between) || hyphenAtLineEnd.test(between));
}

/** How many units of `b` from `j` on are the one at `i` of `a`, or the reverse: [1, 1], [1, 2] …; null when they differ. */
export function sameAt(a: readonly Unit[], i: number, b: readonly Unit[], j: number): readonly [number, number] | null {
  const one = a[i]!.key;
  const other = b[j]!.key;
  if (one === other) return [1, 1];
  if (one.length > other.length) {
    const count = one.startsWith(other) ? partsOf(one, b, j) : 0;
    return count > 0 ? [1, count] : null;
  }
  const count = other.startsWith(one) ? partsOf(other, a, i) : 0;
  return count > 0 ? [count, 1] : null;
}

/** How many joined units from `at` on make up `key`; 0 when they don't. */
function partsOf(key: string, units: readonly Unit[], at: number): number {
  let made = units[at]!.key;
  for (let count = 2; count <= unitsJoinedMax; count++) {
    const next = units[at + count - 1];
    if (!next?.isJoined) return 0;
    made += next.key;
    if (made === key) return count;
    if (!key.startsWith(made)) return 0;
  }
  return 0;
}

export function areSame(a: readonly Unit[], b: readonly Unit[]): boolean {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const same = sameAt(a, i, b, j);
    if (!same) return false;
    i += same[0];
    j += same[1];
  }
  return i === a.length && j === b.length;
}
