/**
 * The Markdown reader: front matter, then blocks as CommonMark and GitHub tables define them, at their offsets in the file.
 */
import type { Blockquote, List, ListItem, Node, Root, RootContent, Table } from 'mdast';
import type { BlockRole, Problem, Span } from '../model.ts';
import { inked, wholeCharacters } from '../text/characters.ts';
import { strongKind } from './boilerplate.ts';
import { decodeText } from './decode.ts';
import { type Details, type Draft, type DraftBlock, shownPath, warning } from './draft.ts';
import { foundDetails } from './found-details.ts';
import { type FrontMatter, frontMatterOf } from './front-matter.ts';
import { headingTitle } from './heading-title.ts';
import { rolesOfLines } from './line-roles.ts';
import { type Line, type LineRole, lineOf, ruledCharsMax } from './lines.ts';
import { markdownTree } from './markdown-tree.ts';
import { draftOfText } from './text-reader.ts';
import { canBeTitle } from './title-lines.ts';

export function readMarkdown(path: string, bytes: Uint8Array): Draft | Problem {
  const decoded = decodeText(path, bytes);
  if ('fatal' in decoded) return decoded;
  const { text } = decoded;
  const front = frontMatterOf(path, text);
  const problems = [...decoded.problems, ...front.problems];
  const tree = markdownTree(text.slice(front.end));
  if (typeof tree !== 'string') return { text, problems, ...draftOfMarkdown(text, tree, front) };
  const asRead = warning(path, `${shownPath(path)} ${tree}, so it was read as plain text; simplify or split it.`);
  return asPlainText(text, front, [...problems, asRead]);
}

function asPlainText(text: string, { end, details }: FrontMatter, problems: readonly Problem[]): Draft {
  // Same length, same offsets: the front matter is blanked out for the line rules and stays in the text.
  const blanked = text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
  const draft = draftOfText(blanked);
  return {
    text,
    blocks: [...frontBlocks(text, end), ...draft.blocks],
    details: { ...draft.details, ...details },
    problems,
  };
}

const frontBlocks = (text: string, frontEnd: number): DraftBlock[] => {
  const span = inked(text, 0, frontEnd);
  return span ? [{ ...span, role: 'front-matter' }] : [];
};

// ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface MarkdownBlock extends DraftBlock {
  readonly node: RootContent['type'] | 'gap' | 'front-matter';
}

function draftOfMarkdown(text: string, tree: Root, front: FrontMatter): Omit<Draft, 'problems' | 'text'> {
  const frontEnd = front.end;
  const blocks: MarkdownBlock[] = frontBlocks(text, frontEnd).map((block) => ({ ...block, node: 'front-matter' }));
  let end = frontEnd;
  const push = (block: MarkdownBlock) => {
    const span = inked(text, Math.max(end, block.start), block.end);
    if (!span) return;
    const whole = wholeCharacters(text, span, end);
    fillGap(text, blocks, end, whole.start);
    const itemStarts = block.itemStarts?.map(
      (start) => wholeCharacters(text, { start, end: start }, whole.start).start,
    );
    blocks.push({ ...block, ...whole, ...(itemStarts ? { itemStarts } : {}) });
    end = whole.end;
  };
  for (const node of tree.children) for (const block of blocksOfNode(text, node, frontEnd)) push(block);
  fillGap(text, blocks, end, text.length);
  return withRoles(text, withoutRemarks(text, blocks), front.details);
}

/** "%% … %%" is shown to nobody, in programs that know it. One that is never closed hides nothing. */
function withoutRemarks(text: string, blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  const shown = [...blocks];
  let open = -1;
  for (const [at, { end, role, start }] of blocks.entries()) {
    const source = role === 'code' || role === 'front-matter' ? '' : text.slice(start, end);
    const marks = source.match(/%%/g)?.length ?? 0;
    if (marks === 0) continue;
    const isWhole = marks === 2 && source.startsWith('%%') && source.endsWith('%%');
    const closes = marks === 1 && source.endsWith('%%') && open >= 0;
    if (isWhole || closes) {
      for (let hidden = closes ? open : at; hidden <= at; hidden++) {
        const { end, start } = blocks[hidden] as MarkdownBlock;
        shown[hidden] = { start, end, role: 'boilerplate:notice', node: 'html' };
      }
    }
    open = marks === 1 && !closes && source.startsWith('%%') ? at : -1;
  }
  return shown;
}

/** What the parser gives no node, such as the line under a table's head, still is in a block. */
function fillGap(text: string, blocks: MarkdownBlock[], start: number, end: number): void {
  const span = inked(text, start, end);
  if (!span) return;
  const role = /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)) ? 'paragraph' : 'boilerplate:notice';
  blocks.push({ ...span, role, node: 'gap' });
}

const startOf = (node: Node, offset: number): number => (node.position?.start.offset ?? 0) + offset;
const spanOfNode = (node: Node, offset: number): Span => ({
  start: startOf(node, offset),
  end: (node.position?.end.offset ?? 0) + offset,
});

function blocksOfNode(text: string, node: RootContent, offset: number): MarkdownBlock[] {
  const span = spanOfNode(node, offset);
  const block = (role: BlockRole, more: Partial<DraftBlock> = {}): MarkdownBlock[] => [
    { ...span, role, node: node.type, ...more },
  ];
  switch (node.type) {
    case 'heading':
      return block('heading', { level: node.depth });
    case 'list':
      if (isContents(text.slice(span.start, span.end))) return block('boilerplate:navigation');
      return block('list', { itemStarts: itemStartsOf(node, offset).filter((start) => start > span.start) });
    case 'blockquote':
      return block('quotation', { itemStarts: paragraphStartsOf(node, offset) });
    case 'code':
      return block('code', { itemStarts: lineStartsIn(text, span) });
    case 'table':
      return rowsOf(node, offset);
    case 'html':
      return block(hasWords(node.value) ? 'paragraph' : 'boilerplate:notice');
    case 'thematicBreak':
      return block('boilerplate:notice');
    case 'definition':
      return block('source-line');
    default:
      return block(isOnlyImages(text.slice(span.start, span.end)) ? 'boilerplate:notice' : 'paragraph');
  }
}

const contentsEntry = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\n]*\]\(#[^()\s]*\)\s*$/u;

/** A table of contents: each item leads to a heading of the same file, and says no more than it. */
const isContents = (list: string): boolean =>
  list.split('\n').every((line) => line.trim() === '' || contentsEntry.test(line));

const hasWords = (html: string): boolean =>
  /[\p{L}\p{N}]/u.test(withoutComments(html).replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>/giu, ' '));

/** A comment that is never closed hides nothing: the rest of the file may be in it. */
function withoutComments(html: string): string {
  let shown = '';
  let at = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', at)) {
    const close = html.indexOf('-->', open + 4);
    if (close < 0) break;
    shown += html.slice(at, open);
    at = close + 3;
  }
  return shown + html.slice(at);
}

const isOnlyImages = (source: string): boolean =>
  source.length < 2000 && /^(?:(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?|!\[\[[^\]\n]*\]\])\s*)+$/.test(source);

function itemStartsOf(list: List, offset: number): number[] {
  return list.children
    .flatMap((item: ListItem) => [
      startOf(item, offset),
      ...item.children
        .slice(1)
        .flatMap((child) => (child.type === 'list' ? itemStartsOf(child, offset) : [startOf(child, offset)])),
      ...(item.children[0]?.type === 'list' ? itemStartsOf(item.children[0], offset) : []),
    ])
    .sort((a, b) => a - b);
}

function paragraphStartsOf(quotation: Blockquote, offset: number): number[] {
  return quotation.children.flatMap((child) => {
    if (child.type === 'blockquote') return paragraphStartsOf(child, offset);
    return child.type === 'list' ? itemStartsOf(child, offset) : [startOf(child, offset)];
  });
}

function lineStartsIn(text: string, span: Span): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('\n', span.start); at >= 0 && at < span.end; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

const rowsOf = (table: Table, offset: number): MarkdownBlock[] =>
  table.children.map((row) => ({ ...spanOfNode(row, offset), role: 'table-row', node: 'table' }));

// ── Roles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Paragraphs and headings go through the line rules of plain text: scrapes are saved as Markdown, too. */
function withRoles(
  text: string,
  blocks: readonly MarkdownBlock[],
  stated: Partial<Details>,
): Pick<Draft, 'blocks' | 'details'> {
  const ruled = blocks.filter(({ node, role }) => (node === 'paragraph' && role === 'paragraph') || node === 'heading');
  let lines = 1;
  let at = 0;
  const ruledLines = ruled.map((block): Line => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < block.start; next = text.indexOf('\n', at)) {
      lines++;
      at = next + 1;
    }
    return lineOf(text, withoutEmphasis(text, block), lines);
  });
  const roles = rolesOfLines(ruledLines).map(
    (role, index): LineRole => (canTake(ruled[index], ruledLines[index] as Line, role) ? role : 'text'),
  );
  const given = new Map(ruled.map((block, index) => [block, roles[index] ?? 'text']));
  const title = titleBlockOf(blocks, given) ?? (stated.title ? undefined : boldTitle(text, blocks));
  const finished = blocks.map((block): DraftBlock => {
    const { node: _, ...draft } = block;
    const role = given.get(block) ?? 'text';
    if (block === title) return { ...draft, role: 'title' };
    return role === 'text' ? draft : { ...draft, role };
  });
  const titleField = title && {
    value: headingTitle(text, title),
    from: title.role === 'heading' ? 'heading' : 'bold line',
    span: { start: title.start, end: title.end },
  };
  const details = { ...foundDetails(ruledLines, roles), ...(titleField ? { title: titleField } : {}), ...stated };
  return { blocks: withLeadIns(text, finished), details };
}

/** A heading is a heading unless it cannot be one; a title is told from headings, not from paragraphs. */
function canTake(block: MarkdownBlock | undefined, line: Line, role: LineRole): boolean {
  if (!block || role === 'title') return false;
  return block.node !== 'heading' || /^(?:comment-form|share|counter|log-in)$/.test(strongKind(line.text) ?? '');
}

/** The first heading of level 1, or a heading on top of everything. */
function titleBlockOf(
  blocks: readonly MarkdownBlock[],
  given: ReadonlyMap<MarkdownBlock, LineRole>,
): MarkdownBlock | undefined {
  const isHeading = (block: MarkdownBlock) => block.role === 'heading' && given.get(block) === 'text';
  return (
    blocks.find((block) => isHeading(block) && block.level === 1) ??
    blocks
      .filter(({ node }) => node !== 'front-matter')
      .slice(0, 1)
      .find(isHeading)
  );
}

/** Where nothing is a heading of the whole, a bold line on top of everything may be its title. */
function boldTitle(text: string, blocks: readonly MarkdownBlock[]): MarkdownBlock | undefined {
  const [first, ...below] = blocks.filter(({ node }) => node !== 'front-matter');
  if (first?.node !== 'paragraph' || first.role !== 'paragraph' || below.length === 0) return undefined;
  const words = lineOf(text, withoutEmphasis(text, first), 1);
  const isBold = words.start - first.start >= boldChars;
  return isBold && !words.text.includes('\n') && canBeTitle(words) ? first : undefined;
}

const boldChars = 2;
const emphasis = /^(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]*[^\s*_]\1$/u;

/** A signature or a title may be set in italic or bold from end to end. */
function withoutEmphasis(text: string, { start, end }: Span): Span {
  const marks = end - start <= ruledCharsMax ? emphasis.exec(text.slice(start, end))?.[1]?.length : undefined;
  return marks ? { start: start + marks, end: end - marks } : { start, end };
}

const leadInCharsMax = 400;

/** A paragraph that ends in ":" belongs to the list it leads into. */
function withLeadIns(text: string, blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const leads =
      before?.role === 'paragraph' &&
      before.end - before.start <= leadInCharsMax &&
      /[:：]$/.test(text.slice(before.start, before.end));
    if (block.role === 'list' && before && leads) {
      joined[joined.length - 1] = {
        ...block,
        start: before.start,
        itemStarts: [block.start, ...(block.itemStarts ?? [])],
      };
    } else joined.push(block);
  }
  return joined;
}
