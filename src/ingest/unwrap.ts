/**
 * Hard-wrapped lines → the paragraphs they were: a line that is full and whose sentence goes on belongs to the next one.
 * Stands between lines and roles in the plain-text reader, so that the line rules see paragraphs.
 */
import { strongKind } from './boilerplate.ts';
import { isListLine, isTime } from './line-marks.ts';
import { endsSentence, type Line, lineOf } from './lines.ts';

const wrapCharsMin = 40;
const wrapCharsMax = 120;

export function unwrapped(text: string, lines: readonly Line[]): Line[] {
  const runs = runsOf(lines);
  const widths = new Map(runs.map((run) => [run, wrapWidthOf(run)]));
  let documentWidth = 0;
  for (const width of widths.values()) documentWidth = Math.max(documentWidth, width ?? 0);
  return runs.flatMap((run) => joined(text, run, widths.get(run) ?? documentWidth));
}

/** Lines with no blank line between. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    if (line.follows) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** How wide a run was wrapped, or null when its lines end where their authors ended them. */
function wrapWidthOf(run: readonly Line[]): number | null {
  if (run.length < 3) return null;
  let width = 0;
  for (const line of run) width = Math.max(width, line.text.length);
  if (width < wrapCharsMin || width > wrapCharsMax) return null;
  const ends = run.slice(0, -1).map((line, at) => ({ line, next: run[at + 1] as Line }));
  const full = ends.filter(({ line, next }) => isFull(line, next, width));
  const open = full.filter(({ line }) => !endsSentence(line.text));
  return full.length >= ends.length * 0.8 && open.length >= ends.length * 0.3 ? width : null;
}

/** The next line's first word would not have fitted. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.text.length + 1 + (/^\S+/.exec(next.text.slice(0, width))?.[0].length ?? 0) > width;

function joined(text: string, run: readonly Line[], width: number): Line[] {
  const paragraphs: Line[][] = [];
  const indent = run.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  for (const line of run) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, line, width, indent)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((paragraph) => {
    const [first, last] = [paragraph[0] as Line, paragraph.at(-1) as Line];
    if (first === last) return first;
    return {
      ...lineOf(text, { start: first.start, end: last.end }, first.number),
      indent: first.indent,
      follows: first.follows,
    };
  });
}

function goesOn(paragraph: readonly Line[], next: Line, width: number, indent: number): boolean {
  const [first, line] = [paragraph[0] as Line, paragraph.at(-1) as Line];
  if (isTime(line.text) || isTime(next.text)) return false;
  const open = !endsSentence(line.text) && !/[:;]$/.test(line.text);
  const isCut = open && /^["“'‘(]?(?!https?:|www\.)\p{Ll}/u.test(next.text);
  const fits = width > 0 && line.text.length <= width;
  const full = fits && (isFull(line, next, width) || (open && line.text.length >= width * 0.7));
  if (isListLine(next.text) && !(open && full && !startsItem(first, next))) return false;
  if (!isCut && (strongKind(line.text) || strongKind(next.text))) return false;
  const inItem = isListLine(first.text);
  if (inItem && next.indent > first.indent) return true;
  if (!inItem && next.indent >= indent + 2 && line.indent === indent && !isCut) return false;
  if (full) return open || line.text.length >= width * 0.6;
  // Lines that nobody wrapped: only a sentence that plainly goes on joins them.
  return isCut && (width > 0 || !inItem);
}

/** A number that a wrapped line happens to begin with starts no item: "… in section / 7. This requirement …". */
function startsItem(first: Line, next: Line): boolean {
  const number = numberOf(next.text);
  return number === null || number === 1 || number === (numberOf(first.text) ?? -1) + 1;
}

const numberOf = (text: string): number | null => {
  const digits = /^\(?(\d{1,3})[.)]\s/.exec(text)?.[1];
  return digits ? Number(digits) : null;
};
