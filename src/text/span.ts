/** Spans: pairs of offsets into a text, the only form in which a quotation travels along the line. */
import type { Span } from '../model.ts';

/** A checked span; throws when it is empty, backwards, outside `text`, or cuts a surrogate pair. */
export function spanOf(text: string, start: number, end: number, what = 'Span'): Span {
  const name = `${what} ${start}..${end}`;
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw new Error(`${name} is not a pair of whole numbers`);
  if (start < 0 || end > text.length) throw new Error(`${name} lies outside the text of ${text.length} characters`);
  if (end <= start) throw new Error(`${name} ends before it starts`);
  if (isInsidePair(text, start) || isInsidePair(text, end)) throw new Error(`${name} cuts a character in two`);
  return { start, end };
}

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The span without white space at its ends, or null when nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return to > from ? { start: from, end: to } : null;
}

/** Sorted, with overlapping and touching spans joined. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
