/** Which segments are running heads, feet and page numbers: what comes again at the edge of other pages, at the same height. */
import { endsSentence } from '../lines.ts';
import type { BodyStyle, Segment } from './layout.ts';
import { keyOfMost } from './segments.ts';

/** Rows that a head or a foot may have. */
const edgeRowsMax = 4;
/** A page that holds no more than this may be nothing but a head and a number. */
const wholePageRows = 1;
const headSizeMax = 1.25;
/** Lines of the text, in their usual distance. */
const lineGap = 1.12;
const sameHeight = 4;
const headCharsMax = 120;
/** A foot parted from the text by this much of the text's size is none of it. */
const apart = 1.7;
/** Height of the margin that a head stands in, in points. */
const marginMax = 64;

interface Row {
  readonly page: number;
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly text: string;
  /** Between it and the next row towards the middle of the page. */
  readonly gap: number;
  readonly size: number;
}

/** `pages`: the segments of each page. Returns those that are the page's and not the text's. */
export function runningSegments(pages: readonly (readonly Segment[])[], body: BodyStyle): Set<Segment> {
  const running = new Set<Segment>();
  const leading = leadingOf(pages, body);
  for (const edge of ['top', 'bottom'] as const) {
    const rows = pages.map((segments) => edgeRows(segments, edge));
    const offset = numberOffset(rows);
    const seen = rowsByKey(rows.flat());
    const isHead = edge === 'top' ? headsOfSections(pages, rows, body, leading) : () => false;
    rows.forEach((own, at) => {
      const found: Row[] = [];
      for (const row of own) {
        const isRunning =
          comesAgain(row, seen) ||
          isPageNumber(row, offset, pages.length) ||
          isHead(row) ||
          (edge === 'top' && at > 0 && partsSentence(row, own[1], body));
        // Slides, with few lines each, may have one title again and again.
        const isLarge = row.size > body.size * headSizeMax;
        if (isLarge && !(isRunning && isFull(pages[at] ?? []))) break;
        if (!isRunning && !(edge === 'top' && isOnMargin(row, body))) break;
        found.push(row);
      }
      // What stands as near to the text as its lines to each other is of the text.
      while (isLineOfText(found.at(-1), leading)) found.pop();
      const segments = found.flatMap((row) => row.segments);
      // The same page twice is no page full of heads.
      if (segments.length < (pages[at]?.length ?? 0) || own.length <= wholePageRows)
        for (const each of segments) running.add(each);
    });
  }
  return running;
}

const fullRows = 20;

const isFull = (segments: readonly Segment[]): boolean =>
  new Set(segments.map(({ y }) => Math.round(y))).size >= fullRows;

const isLineOfText = (row: Row | undefined, leading: number): boolean =>
  row !== undefined && row.gap <= leading * lineGap && !numberAlone.test(row.text);

/** The commonest distance of lines that start at one margin. */
function leadingOf(pages: readonly (readonly Segment[])[], body: BodyStyle): number {
  const counts = new Map<number, number>();
  for (const segments of pages) {
    const above = new Map<number, number>();
    for (const { left, y, size } of [...segments].sort((a, b) => a.y - b.y)) {
      if (Math.abs(size - body.size) > 0.5) continue;
      const distance = Math.round((y - (above.get(Math.round(left)) ?? Number.NEGATIVE_INFINITY)) * 2) / 2;
      if (distance > 1 && distance < size * 3) counts.set(distance, (counts.get(distance) ?? 0) + 1);
      above.set(Math.round(left), y);
    }
  }
  return keyOfMost(counts) ?? body.size;
}

/** From the edge inwards. */
function edgeRows(segments: readonly Segment[], edge: 'top' | 'bottom'): Row[] {
  const sign = edge === 'top' ? 1 : -1;
  const sorted = [...segments].sort((a, b) => sign * (a.y - b.y));
  const groups: Segment[][] = [];
  for (const segment of sorted) {
    const group = groups.at(-1);
    if (group && Math.abs((group[0]?.y ?? 0) - segment.y) < 2.5) group.push(segment);
    else if (groups.length > edgeRowsMax) break;
    else groups.push([segment]);
  }
  return groups.slice(0, edgeRowsMax).map((group, at): Row => {
    const row = [...group].sort((a, b) => a.left - b.left);
    const y = group[0]?.y ?? 0;
    const next = groups[at + 1]?.[0];
    return {
      page: group[0]?.page ?? 0,
      segments: row,
      y,
      text: row.map(({ text }) => text).join(' '),
      gap: next ? Math.abs(next.y - y) : Number.POSITIVE_INFINITY,
      size: group[0]?.size ?? 10,
    };
  });
}

/** Page numbers differ, the rest doesn't. */
const keyOf = ({ text }: Row): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/(?<![\p{L}])[ivxlc]+(?![\p{L}])/gu, '#')
    .replace(/\s+/g, ' ');

function rowsByKey(rows: readonly Row[]): Map<string, Row[]> {
  const seen = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const twins = seen.get(key);
    if (twins) twins.push(row);
    else seen.set(key, [row]);
  }
  return seen;
}

function comesAgain(row: Row, seen: ReadonlyMap<string, Row[]>): boolean {
  const key = keyOf(row);
  if (!/[\p{L}]/u.test(key)) return false;
  const twins = seen.get(key) ?? [];
  return twins.some(
    (other) => other.page !== row.page && Math.abs(other.y - row.y) < sameHeight && countsPages(row, other),
  );
}

/** Each number is the same on both pages, or as much higher as the page: "1 Ibid., p. 12" is a note. */
function countsPages(row: Row, other: Row): boolean {
  const [own, others] = [row, other].map(({ text }) => (text.match(/\d+/g) ?? []).map(Number));
  return (own ?? []).every((number, at) => {
    const twin = others?.[at] ?? Number.NaN;
    return number === twin || number - row.page === twin - other.page;
  });
}

const headsMin = 3;
const headShareMin = 0.4;
const headGap = 2;
/** Share of pages whose text begins where others have a line above theirs: such lines are of the text. */
const textShareMax = 1 / 3;

/** Heads that name the section, another on each page: where most pages have one line above their text, at one height. */
function headsOfSections(
  pages: readonly (readonly Segment[])[],
  tops: readonly (readonly Row[])[],
  body: BodyStyle,
  leading: number,
): (row: Row) => boolean {
  const firsts = tops.flatMap(([first]) => first ?? []);
  const above = firsts.filter((row) => isAbove(row, body) && !isOfProse(row, body));
  const texts = firsts.filter((row) => isLineOfText(row, leading) && isSetAsBody(row, body));
  const min = Math.max(headsMin, pages.length * headShareMin);
  const going = new Set(tops.flatMap(([first, next], at) => (goesOnBelow(next, pages[at - 1], body) ? [first] : [])));
  return (row) => {
    const isLevel = ({ y }: Row) => Math.abs(y - row.y) < 1;
    const heads = above.filter(isLevel);
    if (!heads.includes(row) || heads.length < min) return false;
    if (texts.filter(isLevel).length > heads.length * textShareMax) return false;
    // Where the text makes a new start, a line above it may be its heading.
    return going.has(row) || heads.filter((head) => going.has(head)).length > heads.length / 2;
  };
}

const isSetAsBody = ({ size, segments }: Row, body: BodyStyle): boolean =>
  Math.abs(size - body.size) < 0.5 && segments[0]?.font === body.font;

const startsInside = /^["“‘«(]?\p{Ll}/u;

/** The end of a paragraph that began on the page before. */
const isOfProse = (row: Row, body: BodyStyle): boolean =>
  isSetAsBody(row, body) &&
  (startsInside.test(row.text) || (endsSentence(row.text) && /[\p{Ll}\p{Lo}]/u.test(row.text)));

/** Below a head, the text goes on from the page before. */
function goesOnBelow(next: Row | undefined, before: readonly Segment[] | undefined, body: BodyStyle): boolean {
  if (!next || !before) return false;
  if (startsInside.test(next.text)) return true;
  const last = edgeRows(before, 'bottom').find((row) => isSetAsBody(row, body) && !numberAlone.test(row.text));
  return last !== undefined && !endsSentence(last.text);
}

/** The second of two pages has a head that the first, with the title, has not: it parts a sentence in two. */
const partsSentence = (row: Row, next: Row | undefined, body: BodyStyle): boolean =>
  next !== undefined && next.y > row.y && isAbove(row, body) && !isOfProse(row, body) && startsInside.test(next.text);

const isAbove = ({ gap, size, text }: Row, body: BodyStyle): boolean =>
  size <= body.size * 1.05 && gap > body.size * headGap && text.length <= headCharsMax;

/** One line in small print high above the text: the head of a first page is seldom that of the others. */
const isOnMargin = (row: Row, body: BodyStyle): boolean =>
  row.y < marginMax && row.size < body.size * 0.85 && row.gap > body.size * 2.5 && row.text.length <= headCharsMax;

// ── Page numbers ────────────────────────────────────────────────────────────────────────────────────────────────────

const numberAlone =
  /^[\s\-–—|[(·•]*(?:(?:page|seite|pagina|página|p\.|pg\.?|s\.|стр\.?|صفحة)\s*)?(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\s*(?:\/|of|von|de|sur|di|из|من)\s*\d{1,4})?[\s\-–—|\])·•]*$/iu;
const numberAtEnd = /^(\d{1,4})(?=\s)|\s(\d{1,4})$/u;

/** Numbers that a row may count its page by. */
function numbersIn(text: string): number[] {
  const alone = numberAlone.exec(text)?.[1];
  if (alone) return [/^\d/.test(alone) ? Number(alone) : romanValue(alone)];
  return [...text.matchAll(new RegExp(numberAtEnd, 'gu'))].map((match) => Number(match[1] ?? match[2]));
}

function romanValue(numeral: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...numeral.toLowerCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** By how much printed numbers are ahead of the pages, for as many pages as agree; front matter may have its own. */
function numberOffset(pages: readonly (readonly Row[])[]): Set<number> {
  const votes = new Map<number, number>();
  for (const rows of pages) {
    const offsets = new Set(rows.flatMap((row) => numbersIn(row.text).map((number) => number - row.page)));
    for (const offset of offsets) votes.set(offset, (votes.get(offset) ?? 0) + 1);
  }
  return new Set([...votes].filter(([, count]) => count >= 2).map(([offset]) => offset));
}

function isPageNumber(row: Row, offsets: ReadonlySet<number>, pages: number): boolean {
  const isCounted = numbersIn(row.text).some((number) => offsets.has(number - row.page));
  const isApart = row.gap > row.size * apart;
  if (numberAlone.test(row.text)) return isCounted || (isApart && pages <= 2);
  // "1 The prices are those of the market" is a note: a number of pages stands by itself.
  const standsAlone = row.segments.some(({ text }) => /^\d{1,4}$/.test(text));
  return isCounted && isApart && standsAlone && row.text.length <= headCharsMax;
}
