/** Pieces of a page → segments: what stands side by side on one baseline, with raised note numbers and drop caps put back. */

import type { Piece, Segment, Sheet } from './layout.ts';
import { lineText, narrowestSpace } from './line-text.ts';

/** A wider gap parts segments, in the size of the text. */
const gapMax = 0.9;
/** LaTeX parts its columns by 10 points whatever the size of the text: such a gap is told by where the text goes on. */
const gapAtEdge = 0.6;
const edgeRowsMin = 8;
const edgeShareMin = 0.05;
/** What stands before a gap in a column, in the size of its text; in front of a list stand labels. */
const columnWidthMin = 6.5;
/** Baselines nearer than this are one. */
const baselineDrift = 0.18;
const raisedSizeMin = 0.42;
const raisedSizeMax = 0.88;
/** Browsers hardly shrink the number of a note. */
const noteSizeMax = 0.92;

interface Row {
  readonly pieces: Piece[];
  readonly y: number;
  readonly size: number;
  readonly font: string;
  left: number;
  right: number;
}

/** Of every sheet. */
export function segmentsOf(sheets: readonly Sheet[]): Segment[][] {
  const baselines = sheets.map(({ pieces }) => baselinesOf(pieces));
  const edges = columnEdges(baselines.flat());
  return sheets.map(({ page }, at) => {
    const rows = (baselines[at] ?? []).flatMap((baseline) => partedByGaps(baseline, edges));
    return withDropCaps(withRaised(rows)).map((row) => segmentOf(page, row));
  });
}

/** Where, rounded to points, text goes on behind a gap again and again. */
function columnEdges(baselines: readonly (readonly Piece[])[]): Set<number> {
  const votes = new Map<number, number>();
  for (const baseline of baselines) {
    const sorted = [...baseline].sort((a, b) => a.left - b.left);
    let right = Number.POSITIVE_INFINITY;
    for (const { left, right: end, size } of sorted) {
      if (left - right > gapAtEdge * size) votes.set(Math.round(left), (votes.get(Math.round(left)) ?? 0) + 1);
      right = Number.isFinite(right) ? Math.max(right, end) : end;
    }
  }
  const min = Math.max(edgeRowsMin, baselines.length * edgeShareMin);
  return new Set([...votes.keys()].filter((x) => (votes.get(x) ?? 0) >= min));
}

function baselinesOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.left - b.left);
  const baselines: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of sorted) {
    if (last && piece.y - last.y <= baselineDrift * Math.min(piece.size, last.size)) baselines.at(-1)?.push(piece);
    else baselines.push([piece]);
    last = piece;
  }
  return baselines;
}

function partedByGaps(baseline: readonly Piece[], edges: ReadonlySet<number>): Row[] {
  const rows: Row[] = [];
  const isEdge = (x: number) => [-1, 0, 1].some((step) => edges.has(Math.round(x) + step));
  for (const piece of [...baseline].sort((a, b) => a.left - b.left)) {
    const row = rows.at(-1);
    const isColumn = row && row.right - row.left > columnWidthMin * piece.size && isEdge(piece.left);
    const gap = (isColumn ? gapAtEdge : gapMax) * Math.min(piece.size, row?.size ?? piece.size);
    const isInitial = row && row.pieces.length === 1 && row.size > piece.size * dropCapSizeMin;
    if (row && piece.left - row.right <= gap && !isInitial) {
      row.pieces.push(piece);
      row.right = Math.max(row.right, piece.right);
    } else rows.push({ ...piece, pieces: [piece] });
  }
  return rows.map((row) => ({ ...row, ...mostUsed(row.pieces) }));
}

/** The size and the font of most characters. */
export function mostUsed(parts: readonly { readonly text: string; readonly size: number; readonly font: string }[]): {
  size: number;
  font: string;
} {
  const [first] = parts;
  if (parts.length === 1 && first) return { size: first.size, font: first.font };
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { text, size, font } of parts) {
    sizes.set(size, (sizes.get(size) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  return { size: keyOfMost(sizes) ?? 10, font: keyOfMost(fonts) ?? '' };
}

export function keyOfMost<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = -1;
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count];
  return best;
}

/** Small rows that hang on a larger one, above or below its baseline, are its note numbers, ordinals and formulas. */
function withRaised(rows: readonly Row[]): Row[] {
  const sorted = [...rows].sort((a, b) => a.y - b.y);
  const taken = new Set<Row>();
  sorted.forEach((small, at) => {
    const host = [...around(sorted, at, small)].find((row) => !taken.has(row) && hangsOn(small, row));
    if (!host) return;
    host.pieces.push(...small.pieces);
    host.left = Math.min(host.left, small.left);
    host.right = Math.max(host.right, small.right);
    taken.add(small);
  });
  return mergedRows(sorted.filter((row) => !taken.has(row)));
}

const rowsAround = 60;

function* around(rows: readonly Row[], at: number, small: Row): Generator<Row> {
  for (let step = 1; step < rowsAround; step++)
    for (const row of [rows[at + step], rows[at - step]])
      if (row && Math.abs(row.y - small.y) < small.size * 2) yield row;
}

function hangsOn(small: Row, row: Row): boolean {
  const sizeMax = small.pieces.every(({ text }) => noteMark.test(text)) ? noteSizeMax : raisedSizeMax;
  if (small.size > row.size * sizeMax || small.size < row.size * raisedSizeMin) return false;
  const rise = row.y - small.y;
  const near = row.size * 0.35;
  const isBeside = small.left <= row.right + near && small.right >= row.left - near;
  return isBeside && rise < row.size * 0.65 && rise > -row.size * 0.3;
}

const noteMark = /^[\d\s*†‡§,[\]()]+$/u;

/** A raised number between two words may have kept them apart. */
function mergedRows(rows: readonly Row[]): Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const before = merged.slice(-rowsAround).findLast(({ y }) => Math.abs(y - row.y) < 0.01);
    const overlaps = before && row.left < before.right + row.size * 0.3 && before.left < row.right + row.size * 0.3;
    if (before && overlaps && Math.abs(before.size - row.size) < 0.2) {
      before.pieces.push(...row.pieces);
      before.left = Math.min(before.left, row.left);
      before.right = Math.max(before.right, row.right);
    } else merged.push(row);
  }
  return merged;
}

const dropCapSizeMin = 1.7;
/** On one page. */
const dropCapsMax = 20;

const isCapital = (piece: Piece | undefined): boolean => /^["“«‘„]?\s?\p{Lu}$/u.test(piece?.text.trim() ?? '');

/** A letter as high as several lines opens the first of those beside it. */
function withDropCaps(rows: readonly Row[]): Row[] {
  const taken = new Set<Row>();
  const { size: usual } = mostUsed(rows.flatMap(({ pieces }) => pieces));
  const caps = rows.filter(({ pieces, size }) => pieces.length === 1 && size >= usual * 1.4 && isCapital(pieces[0]));
  for (const cap of caps.slice(0, dropCapsMax)) {
    const [piece] = cap.pieces;
    if (!piece) continue;
    const beside = rows.filter(
      (row) =>
        row !== cap &&
        cap.size >= row.size * dropCapSizeMin &&
        row.y > cap.y - cap.size * 0.85 &&
        row.y <= cap.y + row.size * 1.2 &&
        row.left >= cap.left &&
        row.left - cap.right < row.size * 1.2 &&
        row.left > cap.left + cap.size * 0.2,
    );
    const host = beside.sort((a, b) => a.y - b.y)[0];
    // Beside a single line it is a large initial of a heading, or a letter of something else.
    if (!host || (beside.length < 2 && rows.some((row) => row !== cap && row.y > cap.y && row.y < cap.y + 4))) continue;
    taken.add(cap);
    host.pieces.push({
      ...piece,
      text: piece.text.trim(),
      right: host.left,
      size: host.size,
      font: host.pieces[0]?.font ?? '',
    });
    // The lines beside it start where it does, as far as paragraphs go.
    for (const row of beside) row.left = cap.left;
  }
  return rows.filter((row) => !taken.has(row));
}

function segmentOf(page: number, row: Row): Segment {
  return {
    page,
    text: lineText(row.pieces),
    left: row.left,
    right: row.right,
    y: row.y,
    size: row.size,
    font: row.font,
    space: narrowestSpace(row.pieces),
  };
}
