/**
 * The body of a Word file → pieces of text in the order of the page, notes behind it. Between the parts of the file
 * (docx-reader.ts) and src/ingest/pieces.ts.
 */
import type { BlockRole } from '../../model.ts';
import { bylineOf } from '../byline.ts';
import { dateOfLine } from '../dates.ts';
import { type Inline, type Piece, textOfPiece } from '../pieces.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import { type Field, type ParagraphText, readInline } from './paragraph.ts';
import { levelOf, type ParagraphKind, type Styles, settingOf, styleOf } from './styles.ts';

export interface DocxParts {
  readonly body: XmlElement;
  readonly styles: Styles;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
}

export function piecesOfBody(parts: DocxParts): Piece[] {
  const walk = walkWith(parts.styles);
  walkBlocks(walk, parts.body);
  if (walk.deleted.some(isInked)) walk.pieces.push({ role: 'paragraph', items: [walk.deleted] });
  const pieces = withBoldHeadings(walk.pieces, walk.bold);
  const notes = notePieces(parts, walk.notes);
  const isHeaded = notes.length > 0 && pieces.length > 0;
  return [...pieces, ...(isHeaded ? [{ role: 'heading' as const, level: 1, items: [['Notes']] }] : []), ...notes];
}

const isInked = (inline: Inline): boolean => typeof inline === 'string' && /\S/.test(inline);

const headingCharsMax = 100;
const proseCharsMin = 80;

/** Who uses no styles sets headings in bold: a short line above prose that is not, and neither a name nor a date. */
function withBoldHeadings(pieces: readonly Piece[], bold: ReadonlySet<Piece>): Piece[] {
  if (pieces.some(({ role }) => role === 'heading')) return [...pieces];
  return pieces.map((piece, at) => {
    const next = pieces[at + 1];
    if (!bold.has(piece) || piece.role !== 'paragraph' || !next || bold.has(next)) return piece;
    const text = textOfPiece(piece);
    const isLine = text.length <= headingCharsMax && !/[.,;:]$/.test(text) && !bylineOf(text) && !dateOfLine(text);
    return isLine && textOfPiece(next).length >= proseCharsMin ? { ...piece, role: 'heading', level: 2 } : piece;
  });
}

/** A list, a quotation and code go on from paragraph to paragraph. */
interface GrowingPiece extends Piece {
  readonly items: Inline[][];
}

interface Walk {
  readonly styles: Styles;
  readonly pieces: GrowingPiece[];
  /** Those of the pieces that are set in bold from end to end. */
  readonly bold: Set<Piece>;
  readonly notes: ParagraphText['notes'];
  readonly fields: Field[];
  /** Text of paragraphs whose end was deleted: it goes on in the next one. */
  deleted: Inline[];
  /** The list that the last piece belongs to. */
  list: string | null;
}

const walkWith = (styles: Styles): Walk => ({
  styles,
  pieces: [],
  bold: new Set(),
  notes: [],
  fields: [],
  deleted: [],
  list: null,
});

function walkBlocks(walk: Walk, parent: XmlElement): void {
  for (const child of childrenOf(parent)) {
    const { name } = child;
    if (name === 'p') walkParagraph(walk, child);
    else if (name === 'tbl') walkTable(walk, child);
    else if (name === 'sdt') {
      if (!isContentsPart(child)) walkBlocks(walk, child);
    } else if (!/^(?:sdtPr|sectPr|tblPr|del|moveFrom)$/.test(name)) walkBlocks(walk, child);
  }
}

const isContentsPart = (part: XmlElement): boolean =>
  /table of contents|tables of/i.test(settingOf(childOf(childOf(part, 'sdtPr'), 'docPartObj'), 'docPartGallery') ?? '');

function walkParagraph(walk: Walk, paragraph: XmlElement): void {
  const properties = childOf(paragraph, 'pPr');
  const read: ParagraphText = {
    text: walk.deleted,
    notes: walk.notes,
    weight: { bold: 0, plain: 0 },
    boxes: [],
    fields: walk.fields,
  };
  walk.deleted = [];
  readInline(paragraph, read);
  const mark = childOf(properties, 'rPr');
  if (childOf(mark, 'del') || childOf(mark, 'moveFrom')) walk.deleted = read.text;
  else if (read.text.some(isInked)) pushParagraph(walk, properties, read);
  for (const box of read.boxes) walkBlocks(walk, box);
}

function pushParagraph(walk: Walk, properties: XmlElement | undefined, { text, weight }: ParagraphText): void {
  const style = styleOf(walk.styles, settingOf(properties, 'pStyle'));
  if (style.kind === 'contents') return;
  const level = levelOf(properties) ?? style.level;
  const list = listOf(properties) ?? style.list ?? null;
  const before = walk.pieces.at(-1);
  const isListed = !level && list !== null && list !== '0' && style.kind === 'paragraph';
  const role = level ? 'heading' : isListed ? 'list' : roles[style.kind];
  const isNested = Number(settingOf(childOf(properties, 'numPr'), 'ilvl') ?? 0) > 0;
  const goesOn =
    before?.role === role && (isListed ? walk.list === list || isNested : role === 'code' || role === 'quotation');
  walk.list = isListed && (!goesOn || !isNested) ? list : isListed ? walk.list : null;
  if (goesOn && before) before.items.push(text);
  else {
    const piece: GrowingPiece = { role, ...(level ? { level: Math.min(level, 6) } : {}), items: [text] };
    walk.pieces.push(piece);
    if (weight.bold > 0 && weight.plain === 0) walk.bold.add(piece);
  }
}

const listOf = (properties: XmlElement | undefined): string | undefined =>
  settingOf(childOf(properties, 'numPr'), 'numId');

const roles: Readonly<Record<ParagraphKind, BlockRole>> = {
  title: 'title',
  subtitle: 'title',
  byline: 'byline',
  date: 'date',
  quotation: 'quotation',
  code: 'code',
  caption: 'boilerplate:credit',
  contents: 'boilerplate:navigation',
  paragraph: 'paragraph',
};

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const cellCharsMax = 400;

/** A table of one column, or with much prose in a cell, only places its text on the page. */
function walkTable(walk: Walk, table: XmlElement): void {
  const rows = rowsOf(table).map((row) => cellsOf(row));
  const isLayout =
    rows.every((cells) => cells.length <= 1) ||
    rows.some((cells) => cells.some((cell) => textOf(cell).length > cellCharsMax));
  for (const cells of rows) {
    if (isLayout) for (const cell of cells) walkBlocks(walk, cell);
    else pushRow(walk, cells);
  }
}

function pushRow(walk: Walk, cells: readonly XmlElement[]): void {
  const inner: Walk = { ...walk, pieces: [], deleted: [], list: null };
  const items = cells.flatMap((cell) => {
    inner.pieces.length = 0;
    walkBlocks(inner, cell);
    return inner.pieces.flatMap(({ items: own }) => own);
  });
  walk.list = null;
  if (items.length > 0) walk.pieces.push({ role: 'table-row', items });
}

/** Rows and cells, also within controls; a deleted row is gone. */
const rowsOf = (table: XmlElement): XmlElement[] =>
  childrenOf(table).flatMap((child) =>
    child.name === 'tr'
      ? childOf(childOf(child, 'trPr'), 'del')
        ? []
        : [child]
      : /^(?:sdt|sdtContent|customXml|ins)$/.test(child.name)
        ? rowsOf(child)
        : [],
  );

const cellsOf = (row: XmlElement): XmlElement[] =>
  childrenOf(row).flatMap((child) =>
    child.name === 'tc' ? [child] : /^(?:sdt|sdtContent|customXml)$/.test(child.name) ? cellsOf(child) : [],
  );

// ── Notes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** In the order in which the text refers to them. */
function notePieces(parts: DocxParts, referred: ParagraphText['notes']): Piece[] {
  const notes = new Map<string, XmlElement>();
  for (const kind of ['footnote', 'endnote'] as const)
    for (const note of childrenOf(parts[`${kind}s`] ?? noElement))
      notes.set(`${kind} ${note.attributes['id'] ?? ''}`, note);
  const inner = walkWith(parts.styles);
  for (const key of new Set(referred.map(({ kind, id }) => `${kind} ${id}`))) {
    const note = notes.get(key);
    if (note) walkBlocks(inner, note);
  }
  return inner.pieces;
}

const noElement: XmlElement = { name: '', attributes: {}, children: [] };
