/**
 * Folding: case, accents, the shapes of quotation marks, dashes and white space made one, so that texts compare as
 * people read them, and the way back from the folded text to the offsets of the original.
 */
import type { Span } from '../model.ts';

export interface Folded {
  readonly text: string;
  /** The span of the original that a span of the folded text came from. */
  originOf(span: Span): Span;
}

/** What Unicode doesn't decompose: letters typed without their stroke or ligature, and those that keyboards write in two ways. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ə: 'e', ħ: 'h', ŋ: 'n',
  ی: 'ي', ى: 'ي', ک: 'ك', ہ: 'ه', ٱ: 'ا',
  '٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9',
  '۰': '0', '۱': '1', '۲': '2', '۳': '3', '۴': '4', '۵': '5', '۶': '6', '۷': '7', '۸': '8', '۹': '9',
  '‘': "'", '’': "'", '‛': "'", ʼ: "'", ʻ: "'", '′': "'", '`': "'", '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '…': '...',
}; // biome-ignore format: a table

/** Accents and points that may be left out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs. */
const optional = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/gu;
/** Characters that have no width: soft hyphen, joiners, direction marks, byte order mark. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Quotation marks and the stars of emphasis stand round words and say nothing of them. */
const around = /["“”„‟«»″*]/u;
const plain = /^[\x21-\x7e]$/;

/** The folded text alone. */
export function fold(text: string): string {
  if (/^[\x21\x23-\x29\x2b-\x7e]*$/.test(text)) return text.toLowerCase();
  const folded = text.replace(/[^\x21\x23-\x29\x2b-\x7e]+/g, (run) =>
    run === ' ' ? run : [...run].map(foldChar).join(''),
  );
  return folded.toLowerCase().replace(/ {2,}/g, ' ');
}

/** The folded text with its way back; runs of white space become one space. */
export function foldWithOrigin(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const char of text) {
    const folded = foldChar(char);
    const end = at + char.length;
    if (folded === ' ' && parts.at(-1) === ' ') ends[ends.length - 1] = end;
    else {
      // An accent belongs to the letter before it, so that no span ends between the two.
      if (folded === '' && ends.length > 0 && !around.test(char)) ends[ends.length - 1] = end;
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(at);
        ends.push(end);
      }
      if (folded) parts.push(folded);
    }
    at = end;
  }
  return {
    text: parts.join(''),
    originOf: (span) => ({ start: starts[span.start] ?? text.length, end: ends[span.end - 1] ?? text.length }),
  };
}

function foldChar(char: string): string {
  if (around.test(char)) return '';
  if (plain.test(char)) return char.toLowerCase();
  if (/\s/u.test(char)) return ' ';
  const bare = char.normalize('NFKD').replace(optional, '').replace(invisible, '').toLowerCase();
  let folded = '';
  for (const part of bare) folded += letters[part] ?? part;
  return folded.replace(optional, '');
}
