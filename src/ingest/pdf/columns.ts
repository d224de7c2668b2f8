/**
 * Segments of a page → its regions in reading order: recursive cuts along white strips between columns, as in Breuel,
 * "Two Geometric Algorithms for Layout Analysis" (2002), here with the strips taken from the gaps of the page itself.
 */
import type { Segment } from './layout.ts';

export interface Region {
  readonly segments: readonly Segment[];
}

/** Narrowest gutter, in the size of the body text: LaTeX leaves 10 points, into which marks at the ends of lines hang. */
const gutterMin = 0.55;
const columnRowsMin = 4;
/** Cells of a table are shorter than lines of a column: in the size of their text, about fourteen Latin letters. */
const columnWidthMin = 6.5;
/** Share of the column's width that a line of prose fills, and share of lines that do. */
const fullLine = 0.65;
const fullLinesMin = 0.4;
/** Gutters of a document stand where they stand; once seen beside this many rows, fewer are enough. */
const knownRowsMin = 8;
const sameGutter = 4;
/** A page with more pieces is a map or a drawing. */
const segmentsMax = 4_000;
const depthMax = 12;

/** Of every page; where one page shows its gutters, the others are looked at there as well. */
export function regionsOf(pages: readonly (readonly Segment[])[], bodySize: number): Region[][] {
  const gutter = bodySize * gutterMin;
  const known = new Set<number>();
  for (const segments of pages) cut(segments, { gutter, known: new Set(), seen: known }, 0);
  return pages.map((segments) => cut(segments, { gutter, known, seen: new Set() }, 0));
}

interface Gutters {
  readonly gutter: number;
  readonly known: ReadonlySet<number>;
  /** Where the columns found are parted. */
  readonly seen: Set<number>;
}

function cut(segments: readonly Segment[], gutters: Gutters, depth: number): Region[] {
  const strip = segments.length > segmentsMax || depth > depthMax ? null : bestStrip(segments, gutters);
  if (!strip) return segments.length > 0 ? [{ segments }] : [];
  if (strip.rows >= knownRowsMin) gutters.seen.add(strip.x);
  const { above, left, right, below } = strip;
  const parts = isRightToLeft(strip) ? [above, right, left, below] : [above, left, right, below];
  return parts.flatMap((part) => cut(part, gutters, depth + 1));
}

interface Strip {
  readonly x: number;
  readonly above: Segment[];
  readonly left: Segment[];
  readonly right: Segment[];
  readonly below: Segment[];
  /** Beside which text stands on both sides. */
  readonly rows: number;
}

const isRightToLeft = ({ left, right }: Strip): boolean => {
  const sample = [...left, ...right]
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 4_000);
  const leftwards = sample.match(/[\u0590-\u08ff]/g)?.length ?? 0;
  return leftwards > sample.length * 0.4;
};

/** The strip between columns that the most rows stand beside. */
function bestStrip(segments: readonly Segment[], gutters: Gutters): Strip | null {
  const { gutter, known } = gutters;
  let best: Strip | null = null;
  for (const x of gapsOf(segments, gutters)) {
    const isKnown = [...known].some((other) => Math.abs(other - x) <= sameGutter);
    for (const strip of stripsAt(segments, x, gutter)) {
      if (strip.rows > (best?.rows ?? 0) && isBetweenColumns(strip, isKnown)) best = strip;
    }
  }
  return best;
}

const votesMin = 3;
const edgesMax = 16;
const neighbours = 40;

/** Where lines begin behind a gap, or end before one, in several rows: the edges of columns. */
function gapsOf(segments: readonly Segment[], { gutter, known }: Gutters): Set<number> {
  const sorted = [...segments].sort((a, b) => a.y - b.y);
  const votes = new Map<number, number>();
  const vote = (x: number) => votes.set(Math.round(x), (votes.get(Math.round(x)) ?? 0) + 1);
  sorted.forEach((segment, at) => {
    let right = Number.POSITIVE_INFINITY;
    for (let step = -neighbours; step <= neighbours; step++) {
      const other = sorted[at + step];
      if (!other || Math.abs(other.y - segment.y) > segment.size || other.left < segment.right) continue;
      right = Math.min(right, other.left);
    }
    if (!Number.isFinite(right) || right - segment.right < gutter) return;
    vote(right - gutter / 2);
    vote(segment.right + gutter / 2);
  });
  const near = (x: number) => [...known].some((other) => Math.abs(other - x) <= sameGutter);
  const around = (x: number) => (votes.get(x - 1) ?? 0) + (votes.get(x) ?? 0) + (votes.get(x + 1) ?? 0);
  const most = [...votes.keys()].filter((x) => around(x) >= votesMin).sort((a, b) => around(b) - around(a));
  return new Set([...most.slice(0, edgesMax), ...[...votes.keys()].filter(near)]);
}

/** What crosses x parts the page into bands; each band with text on both sides is a strip. */
function* stripsAt(segments: readonly Segment[], x: number, gutter: number): Generator<Strip> {
  const crosses = ({ left, right }: Segment) => left < x + gutter / 2 - 0.6 && right > x - gutter / 2 + 0.6;
  const blockers = segments
    .filter(crosses)
    .map(({ y }) => y)
    .sort((a, b) => a - b);
  const limits = [Number.NEGATIVE_INFINITY, ...blockers, Number.POSITIVE_INFINITY];
  for (let at = 1; at < limits.length; at++) {
    const [top, bottom] = [limits[at - 1] as number, limits[at] as number];
    if (bottom - top < gutter) continue;
    const strip = { above: [] as Segment[], left: [] as Segment[], right: [] as Segment[], below: [] as Segment[] };
    for (const segment of segments) {
      const side = crosses(segment) ? null : segment.right <= x ? strip.left : strip.right;
      if (segment.y <= top) strip.above.push(segment);
      else if (segment.y >= bottom || !side) strip.below.push(segment);
      else side.push(segment);
    }
    for (const last of endsOfWide(segments, strip, top)) {
      strip.above.push(last);
      for (const side of [strip.left, strip.right]) if (side.includes(last)) side.splice(side.indexOf(last), 1);
    }
    if (strip.left.length === 0 || strip.right.length === 0) continue;
    yield { ...strip, x, rows: Math.min(rowsOf(strip.left), rowsOf(strip.right)) };
  }
}

/** The short last line of a title or a summary over both columns crosses no gutter, and belongs to what is above it. */
function endsOfWide(segments: readonly Segment[], { left, right }: { left: Segment[]; right: Segment[] }, top: number) {
  const wide = segments.find(({ y }) => y === top);
  if (!wide) return [];
  const isNext = ({ y, size, font }: Segment) =>
    y - top < wide.size * 1.7 && Math.abs(size - wide.size) < 0.3 && font === wide.font;
  const next = [...left, ...right].filter(isNext);
  const isCentred = ({ left: from, right: to }: Segment) => Math.abs(from + to - wide.left - wide.right) < 4;
  const [only] = next;
  return next.length === 1 && only && (Math.abs(only.left - wide.left) < 1.5 || isCentred(only)) ? [only] : [];
}

const rowsOf = (segments: readonly Segment[]): number => new Set(segments.map(({ y }) => Math.round(y))).size;

function isBetweenColumns({ left, right }: Strip, isKnown: boolean): boolean {
  const [one, other] = [columnOf(left), columnOf(right)];
  if (Math.min(one.bottom, other.bottom) < Math.max(one.top, other.top)) return false;
  if (isKnown) return Math.max(one.width, other.width) >= columnWidthMin;
  return (
    Math.min(one.rows, other.rows) >= columnRowsMin &&
    Math.min(one.width, other.width) >= columnWidthMin &&
    Math.max(one.full, other.full) >= fullLinesMin
  );
}

function columnOf(segments: readonly Segment[]) {
  const rows = Map.groupBy(segments, ({ y }) => Math.round(y));
  let [left, right, top, bottom, width] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
  ];
  for (const segment of segments) {
    left = Math.min(left, segment.left);
    right = Math.max(right, segment.right);
    top = Math.min(top, segment.y);
    bottom = Math.max(bottom, segment.y);
    width += (segment.right - segment.left) / segment.size;
  }
  let full = 0;
  for (const row of rows.values()) if (reachOf(row) >= (right - left) * fullLine) full++;
  return { rows: rows.size, width: width / rows.size, full: full / rows.size, top, bottom };
}

const reachOf = (row: readonly Segment[]): number =>
  Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ left }) => left));
