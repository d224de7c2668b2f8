/** Paragraphs of columns and pages → one sequence, in which what goes on behind a break is one paragraph again. */
import { endsSentence } from '../lines.ts';
import type { Paragraph, TextLine } from './layout.ts';

/** One column's, or a stretch of one's. */
export interface Column {
  readonly page: number;
  readonly paragraphs: readonly Paragraph[];
}

const sameSize = 0.07;

export function flowOf(columns: readonly Column[]): Paragraph[] {
  const flow: Paragraph[] = [];
  /** Where in `flow` the paragraph stands that the next column may go on with. */
  let open = -1;
  for (const { page, paragraphs } of columns) {
    const first = paragraphs.findIndex(({ isAside }) => !isAside);
    const next = paragraphs[first];
    const before = flow[open];
    if (before && next && goesOn(before, next)) {
      const asides = flow.splice(open).slice(1);
      flow.push(...joined(before, next, asides), ...paragraphs.slice(0, first), ...paragraphs.slice(first + 1));
      open = lastOpen(flow, open);
    } else {
      const from = flow.length;
      flow.push(...paragraphs);
      const isFloats = first < 0 && before?.lines.at(-1)?.page === page;
      if (!isFloats) open = lastOpen(flow, from);
    }
  }
  return flow;
}

/** The last paragraph from `from` on that isn't an aside, when it can go on. */
function lastOpen(flow: readonly Paragraph[], from: number): number {
  const at = flow.findLastIndex(({ isAside }, index) => index >= from && !isAside);
  const role = flow[at]?.role;
  return role === 'paragraph' || role === 'list' ? at : -1;
}

const isSamePage = (before: Paragraph, next: Paragraph): boolean => before.lines.at(-1)?.page === next.lines[0]?.page;

function goesOn(before: Paragraph, next: Paragraph): boolean {
  if (next.role !== 'paragraph' || Math.abs(before.size - next.size) > before.size * sameSize) return false;
  const end = before.lines.at(-1)?.text ?? '';
  const start = next.lines[0]?.text ?? '';
  if (/^["“‘(]?\p{Ll}/u.test(start)) return !before.isClosed || !endsSentence(end);
  if (/[-‐\u00ad]$/u.test(end)) return true;
  if (before.isClosed || /[:：]$/u.test(end)) return false;
  return !endsSentence(end) || (before.isIndented && !next.isIndented && before.role === 'paragraph');
}

/**
 * What stands at the foot of a page, or on top of the next, may not come between the halves; and what is on a page may not
 * stand behind the start of the next one, or its page would be wrong.
 */
function joined(before: Paragraph, next: Paragraph, asides: readonly Paragraph[]): Paragraph[] {
  if (asides.length === 0 || isSamePage(before, next)) return [merged(before, next), ...asides];
  const page = asides[0]?.lines[0]?.page;
  if (before.lines[0]?.page === page) return [...asides, merged(before, next)];
  const parts = page === undefined ? null : cutOnPage(before, page);
  return parts ? [parts[0], ...asides, merged(parts[1], next)] : [before, ...asides, next];
}

const merged = (before: Paragraph, next: Paragraph): Paragraph => ({
  ...before,
  lines: [...before.lines, ...next.lines],
  isClosed: next.isClosed,
});

/** A paragraph that fills a page and more is parted behind its last sentence that ends there. */
function cutOnPage(paragraph: Paragraph, page: number): [Paragraph, Paragraph] | null {
  const { lines } = paragraph;
  for (let at = lines.length - 1; at > 0 && lines[at]?.page === page; at--) {
    const line = lines[at] as TextLine;
    const end = [...line.text.matchAll(/\p{Ll}[.!?]["”’)]*\s(?=["“‘(]?\p{Lu})/gu)].at(-1);
    if (!end) continue;
    const cut = end.index + end[0].length;
    const [head, tail] = [line.text.slice(0, cut).trimEnd(), line.text.slice(cut)];
    return [
      { ...paragraph, lines: [...lines.slice(0, at), { ...line, text: head }], isClosed: true },
      { ...paragraph, lines: [{ ...line, text: tail }, ...lines.slice(at + 1)], isIndented: false },
    ];
  }
  return null;
}
