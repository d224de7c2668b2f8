/**
 * Sentences of a text as offsets, never as new strings: Intl.Segmenter proposes the boundaries and the rules below take
 * back the ones that an abbreviation, an address or a quotation made. Passages are whole sentences, so a wrong boundary
 * here is a quote that stops in the middle of a thought.
 */
import type { Sentence, Span } from '../model.ts';
import { anyAbbreviation, beforeName, beforeNumber, sentenceStarters, speechVerbs } from './abbreviations.ts';

/** Longest sentence kept whole: a passage of about 900 characters and a half. Longer ones become pieces. */
export const sentenceCharsMax = 1200;

/** Sentences within `span`, in order; together they hold every character of it that is not white space. */
export function sentencesOf(text: string, span: Span, lang: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = span.start;
  for (const end of [...boundaries(text, span, lang), span.end]) {
    const sentence = inked(text, start, end);
    if (sentence) pushPieces(sentences, text, sentence);
    start = end;
  }
  return sentences;
}

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

const space = /\s/;

/** What Unicode's grapheme rules (UAX 29, GB9 and GB9a) never part from the character before it. */
const extender = /^[\p{Grapheme_Extend}\p{Mc}\p{Emoji_Modifier}\u200d\u0e33\u0eb3]/u;
/** GB9b: what is never parted from the character after it. */
const prepended =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]$/u;

function extendsBefore(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) >= 0x300 &&
    !/[\n\r\t\u2028\u2029]/.test(text[at - 1] ?? '') &&
    extender.test(text.slice(at, at + 2))
  );
}

function joinsAfter(text: string, at: number): boolean {
  return (
    text.charCodeAt(at - 1) >= 0x600 &&
    !/[\n\r\t\u2028\u2029]/.test(text[at] ?? '') &&
    prepended.test(text.slice(Math.max(0, at - 2), at))
  );
}

// ── Boundaries ──────────────────────────────────────────────────────────────────────────────────────────────────────

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
    } catch {
      segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    }
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

/** Absolute offsets between sentences, each after the white space that ends a sentence. */
function boundaries(text: string, span: Span, lang: string): number[] {
  const slice = text.slice(span.start, span.end);
  // A line end inside a paragraph is a space to the reader; only a blank line ends a sentence. Same length, same offsets.
  const flat = slice.replace(/[\u0085\u2028\u2029]|\n(?![^\S\n]*\n)/g, ' ');
  // Most list items and table cells hold no full stop inside: the segmenter, slow to start, is not asked.
  if (!mayEndInside.test(flat)) return [];
  const ends: number[] = [];
  let sentence = 0;
  const close = (end: number) => {
    for (const glued of gluedBoundaries(flat, sentence, end)) ends.push(span.start + glued);
    if (end < flat.length) ends.push(span.start + end);
    sentence = end;
  };
  for (const { index, segment } of segmenterOf(lang).segment(flat)) {
    const end = index + segment.length;
    if (end >= flat.length) break;
    const moved = afterNoteMarks(flat, beforeOpening(flat, end));
    if (moved < flat.length && moved > sentence && !isTakenBack(flat, sentence, moved)) close(moved);
  }
  close(flat.length);
  return ends;
}

/** A full stop of any script with something behind it, a blank line, or the Greek question mark. */
const mayEndInside = /[\p{Sentence_Terminal};\u037e].|\n/su;

/** An opening quotation mark or bracket belongs to what it opens; the segmenter takes every bracket for a closing one. */
function beforeOpening(flat: string, end: number): number {
  return /[\p{Ps}\p{Pi}]/u.test(flat[end - 1] ?? '') ? end - 1 : end;
}

/** Reference marks after the full stop, as in "Turkey.[12] The next", stay with the sentence they follow. */
function afterNoteMarks(flat: string, end: number): number {
  let from = end;
  while (end - from < 4 && space.test(flat[from - 1] ?? '')) from--;
  noteMarks.lastIndex = from;
  const marks = noteMarks.exec(flat);
  return marks ? from + marks[0].length : end;
}

const noteMarks = /\s?(?:\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\])+\s*/y;

const windowChars = 48;

/** True when the boundary proposed at `end` is none. */
function isTakenBack(flat: string, start: number, end: number): boolean {
  const before = flat.slice(Math.max(start, end - windowChars), end).trimEnd();
  const after = flat.slice(end, end + windowChars);
  if (flat[end - 1] === '\n') return false;
  if (extendsBefore(flat, end)) return true;
  const opening = /^[\s"'“”‘’«»„([{¿¡—–-]*/u.exec(after)?.[0].length ?? 0;
  const next = after.slice(opening);
  const hasSpace = /\s$/.test(flat.slice(end - 1, end));
  // "http://a.example/?id=3" and "3.a": Latin full stops end a sentence only before white space.
  if (
    !hasSpace &&
    /[.?!…]["'”’»)\]]*$/.test(before) &&
    !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(after)
  )
    return true;
  if (/^\p{Ll}/u.test(next)) return true;
  const whole = before.length >= end - start ? before : flat.slice(start, Math.min(end, start + windowChars)).trim();
  if (end - start <= 12 && listNumber.test(whole.trim())) return true;
  if (/[?!]["”’»]$/u.test(before)) return speech.test(after);
  return /\.$/.test(before) && isAbbreviation(before, next);
}

const listNumber = /^[([]?(?:\d{1,3}|[ivxlc]{1,5}|[IVXLC]{1,5}|\p{L})[.)\]]{1,2}$/u;
const speech = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3}\\s(?:${speechVerbs.join('|')})\\b`,
  'u',
);

function isAbbreviation(before: string, next: string): boolean {
  const word = /([\p{L}.]+)\.$/u.exec(before)?.[1] ?? '';
  if (!word) return false;
  const lower = word.toLowerCase();
  const starter = sentenceStarters.has(/^[\p{L}’']+/u.exec(next)?.[0].toLowerCase() ?? '');
  if (beforeName.has(lower) && /^\p{Lu}/u.test(word)) return true;
  if (beforeNumber.has(lower) && /^[\p{N}§]/u.test(next)) return true;
  if (anyAbbreviation.has(lower)) return !starter;
  // "J. Smith", "U.S. forces": a single initial or a row of them, unless a new sentence plainly starts.
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) && !starter;
}

/** Full stops that a scrape lost the space behind: "the war.The next", "the war.12 The next". */
function* gluedBoundaries(flat: string, start: number, end: number): Generator<number> {
  if (end - start < gluedCharsMin) return;
  for (const match of flat.slice(start, end).matchAll(glued)) {
    const at = start + match.index + match[0].length;
    const before = flat.slice(Math.max(start, at - windowChars), at).trimEnd();
    if (/[/@\\_]\S*$|www\.\S*$/.test(before)) continue;
    const word = /(\p{L}+)\.["”’]?\d+$/u.exec(before)?.[1];
    if (word && beforeNumber.has(word.toLowerCase())) continue;
    yield at;
  }
}

const gluedCharsMin = 20;
// The stop is looked for first and the word behind it: the other way round, a million letters take minutes.
const glued =
  /[.!?](?<=\p{Ll}{3}.)["”’]?(?:(?=\p{Lu}\p{Ll}*[\s,’'])(?!(?:Com|Net|Org|Js|Io)\b)|\d{1,3}\s+(?=["“]?\p{Lu}))/gu;

// ── Pieces ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function pushPieces(sentences: Sentence[], text: string, sentence: Span): void {
  let start = sentence.start;
  while (sentence.end - start > sentenceCharsMax) {
    const cut = cutBefore(text, start, start + sentenceCharsMax);
    const piece = inked(text, start, cut);
    if (piece) sentences.push({ ...piece, goesOn: true });
    const rest = inked(text, cut, sentence.end);
    if (!rest) break;
    start = rest.start;
  }
  sentences.push({ start, end: sentence.end });
}

/** Where a piece that starts at `start` ends at the latest by `limit`: after a clause, else between words. */
function cutBefore(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit + 1);
  const clause = lastMatch(window, /[;:,，、；：—](?=\s|[^\p{ASCII}])/gu, Math.floor(sentenceCharsMax * 0.6));
  if (clause > 0 && !extendsBefore(text, start + clause)) return start + clause;
  for (let at = window.length - 1; at > 0; at--) {
    if (space.test(window[at] ?? '') && !extendsBefore(text, start + at + 1) && !joinsAfter(text, start + at))
      return start + at;
  }
  return start + graphemeCut(text.slice(start, limit + graphemeCharsMax), limit - start);
}

function lastMatch(window: string, pattern: RegExp, from: number): number {
  let found = 0;
  for (const match of window.matchAll(pattern)) if (match.index >= from) found = match.index + match[0].length;
  return found < window.length ? found : 0;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longest character looked for; nothing that people write comes near it. */
const graphemeCharsMax = 64;

/** The last boundary between characters at or before `limit`; one character longer than that is cut between code points. */
function graphemeCut(window: string, limit: number): number {
  const at = graphemes.segment(window).containing(limit)?.index ?? 0;
  if (at > 0) return at;
  return isLowSurrogate(window, limit) ? limit - 1 : limit;
}
