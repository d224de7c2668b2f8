/**
 * Text → Discord Markdown that shows exactly that text, and back. Stands between an answer's own characters and the
 * message: whatever a source holds, Discord must show those characters and do nothing else with them.
 *
 * Discord shows the character after a backslash as it is, unless that is one of [0-9A-Za-z] or white space (the escape
 * rule of simple-markdown, on which Discord's clients build). Since 4,000 characters are all a message has, only what
 * would start something is escaped.
 */
import { omission } from '../answer/quote.ts';
import type { Span } from '../model.ts';
import { mergedSpans } from '../text/span.ts';

// Bold, italics, underline, strikethrough, spoiler, code, mention, timestamp, emoji, link, and the escape itself.
const anywhere = new Set(['\\', '`', '*', '_', '~', '|', '<', '[']);
// Quotation, heading, list and subtext: only the first thing on a line.
const atLineStart = new Set(['>', '#', '-', '+']);

/** All that may have to be escaped, for the rest needn't be looked at. */
const candidates = /[\\`*_~|<[>#+:@.-]/g;

/** Discord Markdown that shows `text`, on as many lines as `text` has. */
export function escaped(text: string): string {
  return marked(text, []);
}

/** `text` as a quotation: each line behind "> ", with `bold` spans (of `text`) in bold. */
export function quotation(text: string, bold: readonly Span[] = []): string {
  return `> ${marked(text, bold).replaceAll('\n', '\n> ')}`;
}

/**
 * The text that Discord shows for Markdown made here: the inverse of `escaped` and `quotation`, also for a line behind
 * "### " or "-# ". Not a reader of Markdown in general.
 */
export function unrendered(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(/^(?:> |-# |#{1,3} )/u, ''))
    .join('\n')
    .replace(/\\([^0-9A-Za-z\s])|\*\*/gu, (_, character: string | undefined) => character ?? '');
}

/** `text` without `gaps` (spans of `text`), each shown as an omission, and the spans of `kept` moved along. */
export function withOmissions(
  text: string,
  gaps: readonly Span[],
  kept: readonly Span[],
): { readonly text: string; readonly kept: readonly Span[] } {
  const parts: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let shown = '';
  let from = 0;
  for (const gap of mergedSpans(gaps)) {
    parts.push({ from, to: gap.start, at: shown.length });
    shown += text.slice(from, gap.start) + omission;
    from = gap.end;
  }
  parts.push({ from, to: text.length, at: shown.length });
  shown += text.slice(from);
  const moved = kept.flatMap((span) =>
    parts.flatMap((part) => {
      const start = Math.max(span.start, part.from);
      const end = Math.min(span.end, part.to);
      return end > start ? [{ start: part.at + start - part.from, end: part.at + end - part.from }] : [];
    }),
  );
  return { text: shown, kept: moved };
}

function marked(text: string, bold: readonly Span[]): string {
  const runs = boldRuns(text, bold);
  const edges = runs.flatMap(({ start, end }) => [start, end]);
  // Discord's parser starts afresh inside bold, so the first character there counts as the first on a line.
  const starts = new Set(runs.map(({ start }) => start));
  let out = '';
  let from = 0;
  let edge = 0;
  const insert = (at: number, mark: string) => {
    out += text.slice(from, at) + mark;
    from = at;
  };
  for (const { index } of text.matchAll(candidates)) {
    while (edge < edges.length && edges[edge]! <= index) insert(edges[edge++]!, '**');
    if (isSpecial(text, index, starts)) insert(index, '\\');
  }
  while (edge < edges.length) insert(edges[edge++]!, '**');
  return out + text.slice(from);
}

function isSpecial(text: string, at: number, starts: ReadonlySet<number>): boolean {
  const character = text[at] ?? '';
  if (anywhere.has(character)) return true;
  if (character === ':') return isLinkOrEmoji(text, at);
  if (character === '@') return /^@(?:everyone|here)/iu.test(text.slice(at, at + 9));
  if (character === '.') return isListNumber(text, at, starts);
  return atLineStart.has(character) && isFirst(text, at, starts);
}

/**
 * The colon of "https://…", and each colon with another one before the next white space: Discord takes ":anything:" as
 * the name of an emoji and, when it knows none of that name, shows what stands between literally, backslashes too.
 */
function isLinkOrEmoji(text: string, at: number): boolean {
  if (text.startsWith('://', at)) return true;
  for (let next = at + 1; next < text.length; next++) {
    const character = text[next] ?? '';
    if (character === ':') return true;
    if (/\s/u.test(character)) return false;
  }
  return false;
}

function isListNumber(text: string, at: number, starts: ReadonlySet<number>): boolean {
  let digit = at;
  while (digit > 0 && /[0-9]/u.test(text[digit - 1] ?? '')) digit--;
  return digit < at && isFirst(text, digit, starts);
}

/**
 * Whether a character that is no space is the first on its line, or one of `starts`. Lines as JavaScript's /^/m sees them,
 * since Discord's parser takes the marks of a quotation off with it.
 */
function isFirst(text: string, at: number, starts: ReadonlySet<number>): boolean {
  if (starts.has(at)) return true;
  let before = at - 1;
  while (before >= 0 && isSpaceWithin(text[before]!)) before--;
  return before < 0 || isLineEnd(text[before]!);
}

const isLineEnd = (character: string): boolean => /[\n\r\u2028\u2029]/u.test(character);
const isSpaceWithin = (character: string): boolean => /\s/u.test(character) && !isLineEnd(character);

/** Bold spans in order, joined where they touch, without white space at their ends and none across a line's end. */
function boldRuns(text: string, bold: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of mergedSpans(bold)) {
    for (const match of text.slice(span.start, span.end).matchAll(/[^\s](?:[^\n]*[^\s])?/gu)) {
      runs.push({ start: span.start + match.index, end: span.start + match.index + match[0].length });
    }
  }
  return runs;
}
