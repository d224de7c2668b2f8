/**
 * Where a character, as people see it, begins and ends: an accent, a joined emoji or a vowel sign is never parted from what
 * carries it. Everything that makes spans stands on this.
 */
import type { Span } from '../model.ts';

/** The span without white space at its ends, or null when nothing is left; a space that carries an accent is ink. */
export function inked(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && space.test(text[from] ?? '') && !(from + 1 < to && extendsBefore(text, from + 1))) from++;
  while (to > from && space.test(text[to - 1] ?? '') && !(to - 1 > from && joinsAfter(text, to - 1))) to--;
  return to > from ? { start: from, end: to } : null;
}

/** The span widened to whole characters as people see them, not before `from`: an accent on a space takes the space along. */
export function wholeCharacters(text: string, span: Span, from: number): Span {
  let { start, end } = span;
  const cuts = (at: number) => extendsBefore(text, at) || joinsAfter(text, at);
  while (start > from && cuts(start)) start -= start - 1 > from && isLowSurrogate(text, start - 1) ? 2 : 1;
  while (end < text.length && cuts(end)) end += isLowSurrogate(text, end + 1) ? 2 : 1;
  return { start, end };
}

const isLowSurrogate = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');

/** True at white space, which ends nothing else. */
export const isSpace = (text: string, at: number): boolean => space.test(text[at] ?? '');

const space = /\s/;

/** What Unicode's grapheme rules (UAX 29, GB9 and GB9a) never part from the character before it. */
const extender = /^(?:[\p{Grapheme_Extend}\p{Mc}\p{Emoji_Modifier}\u0e33\u0eb3]|\u200d)/u;
/** GB9b: what is never parted from the character after it. */
const prepended =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]$/u;

/** True when the character at `at` belongs to the one before it. */
export function extendsBefore(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) >= 0x300 &&
    !/[\n\r\t\u2028\u2029]/.test(text[at - 1] ?? '') &&
    extender.test(text.slice(at, at + 2))
  );
}

/** True when the character before `at` takes the one at `at` along. */
export function joinsAfter(text: string, at: number): boolean {
  return (
    text.charCodeAt(at - 1) >= 0x600 &&
    !/[\n\r\t\u2028\u2029]/.test(text[at] ?? '') &&
    prepended.test(text.slice(Math.max(0, at - 2), at))
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longest character looked for; nothing that people write comes near it. */
export const graphemeCharsMax = 64;

/** The last boundary between characters at or before `limit`; one character longer than that is cut between code points. */
export function graphemeCut(window: string, limit: number): number {
  const at = graphemes.segment(window).containing(limit)?.index ?? 0;
  if (at > 0) return at;
  return isLowSurrogate(window, limit) ? limit - 1 : limit;
}
