/**
 * Where sentences end: Intl.Segmenter proposes, and the rules below take back the boundaries that an abbreviation, a date,
 * an address or a quotation made, and add those where a scrape lost the space. src/text/sentences.ts makes spans of them.
 */
import type { Span } from '../model.ts';
import {
  anyAbbreviation,
  beforeName,
  beforeNumber,
  monthNames,
  sentenceStarters,
  speechVerbs,
} from './abbreviations.ts';
import { extendsBefore, isSpace } from './characters.ts';

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
export function boundaries(text: string, span: Span, lang: string): number[] {
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
    const moved = afterClosing(flat, afterNoteMarks(flat, beforeOpening(flat, end)));
    if (moved < flat.length && moved > sentence && !isTakenBack(flat, sentence, moved, lang)) close(moved);
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
  while (end - from < 4 && isSpace(flat, from - 1)) from--;
  noteMarks.lastIndex = from;
  const marks = noteMarks.exec(flat);
  return marks ? from + marks[0].length : end;
}

const noteMarks = /\s?(?:\[(?:\d{1,3}|\^[\w-]{1,20}|[a-z]|note \d{1,3}|citation needed)\]|[¹²³⁰⁴-⁹])+\s*/y;

/** "« Les prix, je les invente. »": a closing mark that a space parts from the full stop closes the sentence all the same. */
function afterClosing(flat: string, end: number): number {
  closing.lastIndex = end;
  return end + (closing.exec(flat)?.[0].length ?? 0);
}

const closing = /(?:[»”’›)\]](?=\s|$))+\s*/y;

const windowChars = 48;

/** True when the boundary proposed at `end` is none. */
function isTakenBack(flat: string, start: number, end: number, lang: string): boolean {
  if (flat[end - 1] === '\n') return false;
  if (extendsBefore(flat, end)) return true;
  const before = flat.slice(Math.max(start, end - windowChars), end).trimEnd();
  const after = flat.slice(end, end + windowChars);
  const next = after.replace(/^[\s"'“”‘’«»„([{¿¡—–-]*/u, '');
  // "http://a.example/?id=3" and "3.a": a Latin full stop ends a sentence only before white space.
  if (!isSpace(flat, end - 1) && /[.?!…]["'”’»)\]]*$/.test(before) && !unspaced.test(after)) return true;
  if (/^\p{Ll}/u.test(next)) return true;
  if (end - start <= listNumberCharsMax && listNumber.test(flat.slice(start, end).trim())) return true;
  if (/[」』]$/u.test(before)) return japaneseGoesOn.test(after);
  if (/[?!]["”’»]$/u.test(before)) return speech.test(after);
  return before.endsWith('.') && (isAbbreviation(before, next) || isOrdinal(before, next, lang));
}

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** 「…。」と言った is one sentence: a particle follows the quotation. */
const japaneseGoesOn = /^(?:と|って|など|を|が|は|も|に|の|、)/u;
const listNumberCharsMax = 12;
const listNumber = /^[([]?(?:\d{1,3}|[ivxlc]{1,5}|[IVXLC]{1,5}|\p{L})[.)\]]{1,2}$/u;
const speech = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3}\\s(?:${speechVerbs.join('|')})\\b`,
  'u',
);

/** `before` ends with a full stop, `next` is what follows without quotation marks. */
function isAbbreviation(before: string, next: string): boolean {
  const [, earlier = '', word = ''] = /(?:([\p{L}]{1,5})\.\s)?([\p{L}.]+)\.$/u.exec(before) ?? [];
  if (!word) return false;
  const lower = word.toLowerCase();
  const nextWord = /^[\p{L}’']+/u.exec(next)?.[0].toLowerCase() ?? '';
  if (beforeNumber.has(lower) && /^[\p{N}§]/u.test(next)) return true;
  // "Gen. Smith", "Gen. Sec. Smith".
  if (/^\p{Lu}/u.test(word) && (beforeName.has(lower) || (word.length <= 4 && beforeName.has(earlier.toLowerCase()))))
    return true;
  // "z. B.", "d. h."
  if (/^\p{Ll}$/u.test(word) && /^\p{L}\./u.test(next)) return true;
  if (sentenceStarters.has(nextWord)) return false;
  // "J. Smith", "U.S. forces": a single initial or a row of them, unless a new sentence plainly starts.
  return anyAbbreviation.has(lower) || /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word);
}

/** "am 3. Mai", "im 19. Jahrhundert": in German and its neighbours a full stop makes an ordinal. */
function isOrdinal(before: string, next: string, lang: string): boolean {
  if (!/(?<!\d)\d{1,2}\.$/.test(before)) return false;
  if (monthNames.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? '')) return true;
  return (
    /^de\b/.test(lang) &&
    /(?:^|\s)(?:am|im|vom|zum|zur|beim|seit|bis|der|die|das|des|dem|den|und|oder)\s\d{1,2}\.$/i.test(before)
  );
}

/** Full stops that a scrape lost the space behind, "the war.The next", or that a mark stands behind: "the war.12 The next". */
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
  /[.!?](?<=\p{Ll}{3}.)["”’]?(?:(?=\p{Lu}\p{Ll}*[\s,’'])(?!(?:Com|Net|Org|Js|Io)\b)|(?:\d{1,3}|\[\^[\w-]{1,20}\])\s+(?=["“]?\p{Lu}))/gu;
