/** Is a line a row of a table: cells parted by wide gaps, set under or over those of a neighbour? */
import type { Segment, TextLine } from './layout.ts';

const aligned = 3;

export function isTableRow(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at];
  if (!line || line.cells.length < 2 || isItem(line) || isJustified(lines, at)) return false;
  return [lines[at - 1], lines[at + 1]].some((other) => other && other.cells.length >= 2 && sharesColumn(line, other));
}

/** A number or a bullet and its text. */
const isItem = ({ cells }: TextLine): boolean =>
  cells.length === 2 && /^(?:[-–—*•●○■▪‣·]|[([]?[\p{L}\d]{1,3}[.)\]])$/u.test(cells[0]?.text ?? '');

const linesAround = 8;
const sameMargin = 1.5;

/** Prose that was drawn out to both margins: near lines do so, too, and no column runs down through it. */
function isJustified(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at] as TextLine;
  if (!isDrawnOut(line) || isInGrid(lines, at)) return false;
  const near = lines.slice(Math.max(0, at - linesAround), at + linesAround);
  const full = near.filter(({ right }) => Math.abs(right - line.right) < sameMargin);
  // One gap is always as wide as itself, and tells nothing.
  const telling = full.filter((each) => each.cells.length === 1 || (each.cells.length > 2 && isDrawnOut(each))).length;
  return telling >= 2 || (telling === 1 && full.length >= near.length * 0.6);
}

/** Of a row, the words of a cell stand near each other; of a line that was drawn out, none nearer than the cells. */
const evenMax = 1.35;

function isDrawnOut({ cells }: TextLine): boolean {
  const numbers = cells.filter(({ text }) => /^[\p{Sc}(−–-]?\d[\d.,]*\s?[%)]?$/u.test(text)).length;
  if (numbers * 2 >= cells.length) return false;
  const gaps = cells.slice(1).map((cell, at) => cell.left - (cells[at]?.right ?? 0));
  // TeX leaves more behind a stop.
  const inside = gaps.filter((_, at) => !/[.,:;!?]["”’)]*$/u.test(cells[at]?.text ?? ''));
  const narrowest = Math.min(...gaps, ...cells.flatMap(({ space }) => space ?? []));
  return Math.max(...(inside.length > 0 ? inside : gaps)) <= narrowest * evenMax;
}

/** One of three lines with two columns in common; what stands on the margins tells nothing, as all lines do. */
function isInGrid(lines: readonly TextLine[], at: number): boolean {
  const startsOf = (line: TextLine | undefined) => line?.cells.slice(1, -1).map(({ left }) => left) ?? [];
  return [at - 2, at - 1, at].some((from) => {
    const others = [lines[from + 1], lines[from + 2]].map(startsOf);
    const isShared = (x: number) => others.every((starts) => starts.some((start) => Math.abs(start - x) < aligned));
    return startsOf(lines[from]).filter(isShared).length >= 2;
  });
}

/** A column besides the first: the first cells stand on the margin, as all lines do. */
function sharesColumn(line: TextLine, other: TextLine): boolean {
  if (Math.abs(line.y - other.y) > line.size * 4) return false;
  const cells = line.cells.slice(1);
  return cells.some((cell, at) =>
    other.cells.slice(1).some((twin) => {
      if (Math.abs(cell.left - twin.left) < aligned) return true;
      const isLast = at === cells.length - 1;
      if (isLast && !isNarrow(cell)) return false;
      return Math.abs(cell.right - twin.right) < aligned && (!isLast || isNarrow(twin));
    }),
  );
}

const isNarrow = ({ text }: Segment): boolean => text.length <= 14;
