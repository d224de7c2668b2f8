/** Folding: case, accents, the shapes of quotation marks, dashes and white space made one, so that texts compare as people read them. */
import { remembered } from './remembered.ts';

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

/** Most texts have nothing else in them. */
const asTyped = /^[\x20-\x21\x23-\x29\x2b-\x7e]*$/;

export function fold(text: string): string {
  const bare = asTyped.test(text)
    ? text
    : text.replace(/[^\x20-\x21\x23-\x29\x2b-\x7e]+/g, (run) => [...run].map(foldedChar).join(''));
  const folded = bare.toLowerCase();
  return folded.includes('  ') ? folded.replace(/ {2,}/g, ' ') : folded;
}

const foldedChar = remembered(foldChar);

function foldChar(char: string): string {
  if (around.test(char)) return '';
  if (plain.test(char)) return char.toLowerCase();
  if (/\s/u.test(char)) return ' ';
  const bare = char.normalize('NFKD').replace(optional, '').replace(invisible, '').toLowerCase();
  let folded = '';
  for (const part of bare) folded += letters[part] ?? part;
  return folded.replace(optional, '');
}
