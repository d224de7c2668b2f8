/** Pieces on one baseline → the line as it is read: spaces where there are gaps, right to left where that is the script's way. */
import { raised } from '../structure.ts';
import type { Piece } from './layout.ts';
import { spelledTogether } from './letter-spacing.ts';

/** A gap as wide as this is a space: the narrowest spaces of justified lines, and wider than any kerning. In the text's size. */
const spaceMin = 0.17;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = /[\p{L}\p{N}]/u;

export function lineText(pieces: readonly Piece[]): string {
  const sorted = [...pieces].sort((a, b) => a.left - b.left || a.order - b.order);
  const words = sorted.some(({ text }) => rightToLeft.test(text)) ? inReadingOrder(sorted) : joined(sorted);
  return words.replace(/ +/g, ' ').trim();
}

/** A space that the file leaves between two pieces drawn one after the other, or a gap on the page. */
function isGap(before: Piece, next: Piece): boolean {
  if (next.order === before.order + 1 || next.isSpaced || before.isSpaced) {
    const later = next.order > before.order ? next : before;
    const earlier = later === next ? before : next;
    if (later.isSpaced && later.order - earlier.order <= 2) return true;
  }
  return next.left - before.right > spaceMin * Math.min(before.size, next.size);
}

/** pdf.js parts words that stand further apart than this, in the size of the text: what it leaves in one piece is nearer. */
const spaceInPieceMax = 0.6;

/** The narrowest distance between two words; of those within a piece, the widest it can be. */
export function narrowestSpace(pieces: readonly Piece[]): number | null {
  const sorted = [...pieces].sort((a, b) => a.left - b.left);
  const spaces = sorted.flatMap(({ text, size, left }, at) => {
    const before = sorted[at - 1];
    const gap = before ? left - before.right : 0;
    return [...(text.trim().includes(' ') ? [spaceInPieceMax * size] : []), ...(gap > spaceMin * size ? [gap] : [])];
  });
  return spaces.length > 0 ? Math.min(...spaces) : null;
}

function joined(sorted: readonly Piece[]): string {
  let line = '';
  let before: Piece | undefined;
  for (const piece of withRaisedFigures(spelledTogether(sorted))) {
    if (before && isGap(before, piece)) line += ' ';
    line += piece.text;
    before = piece;
  }
  return line;
}

/** Share of the size of the text by which a figure is raised at least, and which it has at most. */
const riseMin = 0.15;
const raisedSizeMax = 0.92;

const isRaised = (piece: Piece, base: Piece): boolean =>
  piece.size <= base.size * raisedSizeMax && base.y - piece.y > base.size * riseMin && !isGap(base, piece);

/** "10" and a raised "6" are no 106. */
function withRaisedFigures(pieces: readonly Piece[]): readonly Piece[] {
  const shown: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const [piece, base] = [pieces[at] as Piece, shown.at(-1)];
    const run = [piece];
    if (base && isRaised(piece, base)) {
      for (let next = pieces[at + 1]; next && isBeside(run.at(-1) as Piece, next); next = pieces[++at + 1])
        run.push(next);
      const text = run.map((each) => each.text).join('');
      const [figures] = raised([text], [base.text]);
      if (typeof figures === 'string' && figures !== text) {
        shown.push({ ...(run.at(-1) as Piece), text: figures, left: piece.left, isSpaced: piece.isSpaced });
        continue;
      }
    }
    shown.push(...run);
  }
  return shown;
}

const isBeside = (piece: Piece, next: Piece): boolean => Math.abs(piece.y - next.y) < 0.5 && !isGap(piece, next);

// ── Right to left ───────────────────────────────────────────────────────────────────────────────────────────────────

type Direction = 'right' | 'left' | 'neutral';

const directionOf = (text: string): Direction =>
  rightToLeft.test(text) ? 'left' : leftToRight.test(text) ? 'right' : 'neutral';

/** The file places glyphs from left to right, whatever the script; each piece is in reading order in itself. */
function inReadingOrder(sorted: readonly Piece[]): string {
  const letters = (direction: Direction) =>
    sorted.reduce((sum, { text }) => sum + (directionOf(text) === direction ? text.length : 0), 0);
  const base: Direction = letters('left') >= letters('right') * 0.6 ? 'left' : 'right';
  const runs: { direction: Direction; pieces: Piece[] }[] = [];
  sorted.forEach((piece, at) => {
    const own = directionOf(piece.text);
    const direction = own === 'neutral' ? neutralAmong(sorted, at, base) : own;
    const run = runs.at(-1);
    if (run?.direction === direction) run.pieces.push(piece);
    else runs.push({ direction, pieces: [piece] });
  });
  const ordered = base === 'left' ? runs.reverse() : runs;
  return ordered
    .map(({ direction, pieces }) => (direction === 'left' ? leftwards(pieces) : joined(pieces)))
    .reduce((line, words, at) => {
      const [before, next] = [ordered[at - 1]?.pieces, ordered[at]?.pieces];
      return line + (before && next && isApart(before, next) ? ' ' : '') + words;
    }, '');
}

/** Signs between two runs of one direction belong to it, others to the line. */
function neutralAmong(sorted: readonly Piece[], at: number, base: Direction): Direction {
  const strong = (piece: Piece) => directionOf(piece.text) !== 'neutral';
  const before = sorted.slice(Math.max(0, at - 4), at).findLast(strong);
  const next = sorted.slice(at + 1, at + 5).find(strong);
  const sides = [before, next].map((piece) => (piece ? directionOf(piece.text) : base));
  return sides[0] === sides[1] ? (sides[0] ?? base) : base;
}

function leftwards(pieces: readonly Piece[]): string {
  let line = '';
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as Piece;
    const before = pieces[at + 1];
    if (before && isGap(piece, before)) line += ' ';
    line += directionOf(piece.text) === 'neutral' ? mirrored(piece.text) : piece.text;
  }
  return line;
}

const isApart = (before: readonly Piece[], next: readonly Piece[]): boolean => {
  const [a, b] = [before, next].map((run) => run) as [readonly Piece[], readonly Piece[]];
  const isLeftOf = (a[0]?.left ?? 0) < (b[0]?.left ?? 0);
  const [first, second] = isLeftOf ? [a.at(-1), b[0]] : [b.at(-1), a[0]];
  return first !== undefined && second !== undefined && isGap(first, second);
};

const mirrors: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([open = '', close = '']) => [
    [open, close],
    [close, open],
  ]),
);

const mirrored = (signs: string): string =>
  [...signs]
    .reverse()
    .map((sign) => mirrors.get(sign) ?? sign)
    .join('');
