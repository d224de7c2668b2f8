/**
 * Pieces of text with roles, as a reader of Word or EPUB files finds them → an article's canonical text, its blocks and
 * pages: white space is collapsed as a browser shows it, and blank lines stand between blocks.
 */
import type { BlockRole, Page } from '../model.ts';
import { inked } from '../text/characters.ts';
import type { Draft, DraftBlock } from './draft.ts';

/** A break of the line that a reader sees. */
export const lineBreak = '\u2028';

/** Text with its white space as the file has it, or the place where a printed page starts. */
export type Inline = string | { readonly page: string };

export interface Piece {
  readonly role: BlockRole;
  readonly level?: number;
  /** Paragraphs have one; lists, quotations and rows one for each item, paragraph and cell. */
  readonly items: readonly (readonly Inline[])[];
}

/** About 2,000 pages of a book. */
export const textCharsMax = 5_000_000;

export const tooLong = (chars: number): string =>
  `has ${chars} characters, and at most ${textCharsMax} are read; split it into smaller files`;

/** As a browser joins the cells of a row, the items of a list, the paragraphs of a quotation. */
const separatorOf = (role: BlockRole): string => (role === 'table-row' ? '\t' : '\n');

export function draftOfPieces(pieces: readonly Piece[]): Pick<Draft, 'text' | 'blocks' | 'pages'> {
  const blocks: DraftBlock[] = [];
  const pages: Page[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const { role, level, items } of withLeadIns(pieces)) {
    const start = length === 0 ? 0 : length + 2;
    const starts: number[] = [];
    for (const item of items) {
      const collapsed = collapsedItem(item, role === 'code');
      const separator = starts.length > 0 ? separatorOf(role) : length > 0 ? '\n\n' : '';
      const at = length + (collapsed.text ? separator.length : 0);
      for (const { label, offset } of collapsed.pages) pages.push({ label, start: at + offset });
      if (!collapsed.text) continue;
      add(separator + collapsed.text);
      starts.push(at);
      if (role === 'code') for (const line of lineStartsIn(collapsed.text)) starts.push(at + line);
    }
    if (starts.length === 0) continue;
    const itemStarts = role === 'table-row' ? [] : starts.slice(1);
    blocks.push({
      start,
      end: length,
      role,
      ...(level ? { level } : {}),
      ...(itemStarts.length > 0 ? { itemStarts } : {}),
    });
  }
  return { text: parts.join(''), blocks, pages };
}

const leadInCharsMax = 400;

/** A paragraph that ends in ":" belongs to the list it leads into. */
function withLeadIns(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const lead = piece.role === 'list' && before?.role === 'paragraph' ? textOfPiece(before) : '';
    if (before && lead.length <= leadInCharsMax && /[:：]$/.test(lead))
      joined[joined.length - 1] = { ...piece, items: [...before.items, ...piece.items] };
    else joined.push(piece);
  }
  return joined;
}

/** What a piece says, on one line. */
export const textOfPiece = ({ items }: Piece): string =>
  items
    .map((item) => collapsedItem(item, false).text.replaceAll('\n', ' '))
    .filter(Boolean)
    .join(' ');

/** The text of an item as a browser shows it, and the pages that start in it. */
function collapsedItem(
  item: readonly Inline[],
  isCode: boolean,
): { text: string; pages: { label: string; offset: number }[] } {
  const found: { label: string; offset: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  let last = '';
  for (const inline of item) {
    if (typeof inline !== 'string') {
      found.push({ label: inline.page, offset: length });
      continue;
    }
    const words = clean(inline);
    let part = isCode ? words.replaceAll(lineBreak, '\n') : collapsed(words);
    if (!isCode && isGap(last) && isGap(part[0])) {
      // One gap is seen where two meet, and a break of the line outdoes a space.
      if (part[0] === '\n') {
        parts.push((parts.pop() ?? '').slice(0, -1));
        length--;
      } else part = part.slice(1);
    }
    if (!part) continue;
    parts.push(part);
    length += part.length;
    last = part.at(-1) ?? '';
  }
  const text = parts.join('');
  const whole = (isCode ? trimmedLines(text) : inked(text, 0, text.length)) ?? { start: 0, end: 0 };
  const pages = found.map(({ label, offset }) => ({
    label,
    offset: Math.min(Math.max(offset - whole.start, 0), whole.end - whole.start),
  }));
  return { text: text.slice(whole.start, whole.end), pages };
}

const isGap = (sign: string | undefined): boolean => sign === ' ' || sign === '\n';

/** Soft hyphens, breaks without width and signs that no font has are not seen; a half character is no character. */
const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.toWellFormed().replace(/[\0-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]/g, '');

/** A no-break space is not collapsed. */
const collapsed = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ').replace(/(?: ?\u2028)+ ?/g, '\n');

/** Code keeps its indent: only blank lines around it go. */
function trimmedLines(text: string): { start: number; end: number } | null {
  const ink = inked(text, 0, text.length);
  return ink && { start: text.lastIndexOf('\n', ink.start - 1) + 1, end: ink.end };
}

function lineStartsIn(text: string): number[] {
  return [...text.matchAll(/\n(?=.*\S)/g)].map(({ index }) => index + 1);
}
