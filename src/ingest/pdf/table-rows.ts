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

/** A line of prose that was drawn out to both margins has the same wide gap between all its words. */
function isJustified(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at] as TextLine;
  const words = line.text.split(' ').length;
  const numbers = line.cells.filter(({ text }) => /^[\p{Sc}(−–-]?\d[\d.,]*\s?[%)]?$/u.test(text)).length;
  if (words > line.cells.length * 2 || numbers * 2 >= line.cells.length) return false;
  const near = lines.slice(Math.max(0, at - linesAround), at + linesAround);
  const full = near.filter(({ right }) => Math.abs(right - line.right) < 1.5);
  const whole = full.filter(({ cells }) => cells.length === 1).length;
  return whole >= 2 || (whole === 1 && full.length >= near.length * 0.6);
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
