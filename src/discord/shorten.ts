/**
 * Titles, names and what was typed → one short line for a message, a label or a menu. For these only: a quotation is
 * never shortened in this way.
 */
import { escaped } from './escape.ts';
import { words } from './words.ts';

const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** On one line, cut between words (or, without any, between characters as readers see them), the cut shown as "…". */
export function shortened(text: string, charsMax: number): string {
  // Far more than is ever shown: spares the patterns below a title of a megabyte.
  const line = text
    .slice(0, 20 * charsMax)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (line.length <= charsMax) return line;
  const space = line.lastIndexOf(' ', charsMax - 1);
  return `${line.slice(0, space > charsMax / 2 ? space : wholeCharacters(line, charsMax - 1)).trimEnd()}…`;
}

/** For a label, an option or a placeholder, where Discord reads no Markdown. Never empty: an empty label is refused. */
export const labelOf = (text: string, charsMax: number): string =>
  shortened(text.replace(bidiControls, ''), charsMax) || words.noName;

/**
 * For a text display: escaped, never empty, and unable to turn around what stands next to it on the line. Bidi controls
 * go, and right-to-left script is isolated (Unicode UAX #9, first strong isolate).
 */
export const lineOf = (text: string, charsMax: number): string => isolated(escaped(labelOf(text, charsMax)));

/** A place in a source, of which no line may end between "¶" and its number. */
export const placeLineOf = (place: string, charsMax: number): string =>
  lineOf(place, charsMax).replace(/(?<=¶|\bpp?\.) /gu, '\u00a0');

export const isolated = (line: string): string => (rightToLeft.test(line) ? `\u2068${line}\u2069` : line);

/** As long as before: offsets into the text stay what they are. */
export const withoutBidiControls = (text: string): string => text.replace(bidiControls, ' ');

/** The longest length up to `charsMax` that doesn't cut a character as readers see it. */
function wholeCharacters(line: string, charsMax: number): number {
  let length = 0;
  for (const { index, segment } of graphemes.segment(line.slice(0, charsMax + 1))) {
    if (index + segment.length > charsMax) break;
    length = index + segment.length;
  }
  // One character of a hundred combining marks: better cut between code points than shown not at all.
  if (length === 0) return line.slice(0, charsMax).replace(/[\ud800-\udbff]$/u, '').length;
  return length;
}
