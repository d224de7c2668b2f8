/**
 * Structural XHTML → pieces of text: headings, paragraphs, lists, quotations, rows of tables, code, notes. Used for the chapters
 * of an EPUB book, whose markup says what is what; a web page, which has to be searched for its article, has a reader of its own.
 */
import type { BlockRole } from '../model.ts';
import { type Inline, lineBreak, type Piece, textOfPiece } from './pieces.ts';
import { isElement, type XmlElement, type XmlNode } from './xml.ts';

export interface Structure {
  readonly pieces: readonly Piece[];
  /** Footnotes, which the file has among the text: they belong behind it. */
  readonly notes: readonly Piece[];
}

/** `pageAt` says which printed page starts at an element with that id. */
export function structureOf(root: XmlElement, pageAt: (id: string) => string | undefined): Structure {
  const walk: Walk = { pieces: [], notes: [], open: [], pageAt };
  walkChildren(walk, root, 'paragraph');
  flush(walk, 'paragraph');
  return { pieces: walk.pieces, notes: walk.notes };
}

interface Walk {
  readonly pieces: Piece[];
  readonly notes: Piece[];
  /** Inline text since the last block ended. */
  open: Inline[];
  pageAt(id: string): string | undefined;
}

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const blocks: ReadonlySet<string> = new Set(
  'address article aside body center details dialog div fieldset figure footer form header hgroup html main p section summary'.split(
    ' ',
  ),
);
/** What is no text, or not for readers. */
const unseen: ReadonlySet<string> = new Set(
  'head script style template noscript audio video iframe object svg annotation annotation-xml img canvas map rt rp nav select textarea button input'.split(
    ' ',
  ),
);

function walkChildren(walk: Walk, parent: XmlElement, role: BlockRole): void {
  for (const node of parent.children) walkNode(walk, node, role);
}

function walkNode(walk: Walk, node: XmlNode, role: BlockRole): void {
  if (!isElement(node)) {
    walk.open.push(node);
    return;
  }
  const page = pageOf(walk, node);
  if (page !== null) walk.open.push({ page });
  if (isPageBreak(node) || isUnseen(node) || isNoteMark(node, walk.open)) return;
  const { name } = node;
  if (name === 'br') breakLine(walk, role);
  else if (headings.has(name)) own(walk, role, () => pushHeading(walk, node));
  else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dl')
    own(walk, role, () => walkList(walk, node));
  else if (name === 'pre') own(walk, role, () => walk.pieces.push({ role: 'code', items: [inlineOf(walk, node)] }));
  else if (name === 'table') own(walk, role, () => walkTable(walk, node, role));
  else if (name === 'blockquote') own(walk, role, () => walkQuotation(walk, node));
  else if (name === 'figcaption' || name === 'caption')
    own(walk, role, () => walkInto(walk, node, 'boilerplate:credit'));
  else if (isNote(node)) own(walk, role, () => walkNote(walk, node));
  else if (name === 'hr') flush(walk, role);
  else if (isLicence(node)) own(walk, role, () => walkLicence(walk, node));
  else if (blocks.has(name)) own(walk, role, () => walkInto(walk, node, isCaption(node) ? 'boilerplate:credit' : role));
  else if (name === 'sup') pushAll(walk.open, raised(inlineOf(walk, node), walk.open));
  else if (name === 'mfrac') joinChildren(walk, node, role, '/');
  else if (name === 'q') {
    walk.open.push('“');
    walkChildren(walk, node, role);
    walk.open.push('”');
  } else walkChildren(walk, node, role);
}

/** A block ends what was open before it. */
function own(walk: Walk, role: BlockRole, take: () => void): void {
  flush(walk, role);
  take();
}

function walkInto(walk: Walk, element: XmlElement, role: BlockRole): void {
  walkChildren(walk, element, role);
  flush(walk, role);
}

function flush(walk: Walk, role: BlockRole): void {
  const item = walk.open;
  walk.open = [];
  if (item.some((inline) => typeof inline !== 'string' || isInked(inline))) walk.pieces.push({ role, items: [item] });
}

const isInked = (inline: Inline): boolean => typeof inline === 'string' && /\S/.test(inline);

/** Not by spreading: a call takes about 100,000 arguments, and a hostile file has more. */
function pushAll<T>(to: T[], from: readonly T[]): void {
  for (const each of from) to.push(each);
}

/** A fraction's parts run together would be another number. */
function joinChildren(walk: Walk, parent: XmlElement, role: BlockRole, sign: string): void {
  parent.children.filter(isElement).forEach((child, at) => {
    if (at > 0) walk.open.push(sign);
    walkNode(walk, child, role);
  });
}

/** Two breaks on end part paragraphs. */
function breakLine(walk: Walk, role: BlockRole): void {
  const before = walk.open.findLast(
    (inline) => typeof inline !== 'string' || /\S/.test(inline) || inline === lineBreak,
  );
  if (before === lineBreak) flush(walk, role);
  else walk.open.push(lineBreak);
}

function pushHeading(walk: Walk, element: XmlElement): void {
  const item = inlineOf(walk, element).map((inline) => (inline === lineBreak ? ' ' : inline));
  if (item.some(isInked)) walk.pieces.push({ role: 'heading', level: Number(element.name.slice(1)), items: [item] });
}

/** All text within, as one run; blocks inside it part it by a break of the line. */
function inlineOf(walk: Walk, element: XmlElement): Inline[] {
  return piecesWithin(walk, element).flatMap(({ items }, at) => [
    ...(at > 0 ? [lineBreak] : []),
    ...items.flatMap((item, index) => (index > 0 ? [lineBreak, ...item] : item)),
  ]);
}

function piecesWithin(walk: Walk, element: XmlElement): Piece[] {
  const inner: Walk = { ...walk, pieces: [], open: [] };
  walkInto(inner, element, 'paragraph');
  return inner.pieces;
}

/** An item for each entry, and for each further paragraph and entry within it; what lists headings is no list but a part. */
function walkList(walk: Walk, list: XmlElement): void {
  const pieces = list.children.filter(isElement).flatMap((entry) => piecesWithin(walk, entry));
  if (pieces.some(({ role }) => role === 'heading')) pushAll(walk.pieces, pieces);
  else walk.pieces.push({ role: 'list', items: pieces.flatMap(({ items }) => items) });
}

const quotedCharsMax = 4_000;

/** Some books set whole chapters in: what holds headings, or is that long, is no quotation. */
function walkQuotation(walk: Walk, element: XmlElement): void {
  const pieces = piecesWithin(walk, element);
  const chars = pieces.reduce((sum, piece) => sum + textOfPiece(piece).length, 0);
  if (chars > quotedCharsMax || pieces.some(({ role }) => role === 'heading' || role === 'table-row'))
    pushAll(walk.pieces, pieces);
  else walk.pieces.push({ role: 'quotation', items: pieces.flatMap(({ items }) => items) });
}

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const cellCharsMax = 400;

/** A table of one column, or with much prose in a cell, only places its text on the page. */
function walkTable(walk: Walk, table: XmlElement, role: BlockRole): void {
  for (const caption of table.children.filter(isElement).filter(({ name }) => name === 'caption'))
    walkNode(walk, caption, role);
  const rows = rowsOf(table).map((row) =>
    row.children.filter(isElement).map((cell) => ({ pieces: piecesWithin(walk, cell) })),
  );
  const isLayout =
    rows.every((cells) => cells.length <= 1) ||
    rows.some((cells) =>
      cells.some(({ pieces }) =>
        pieces.some((piece) => piece.role === 'heading' || textOfPiece(piece).length > cellCharsMax),
      ),
    );
  for (const cells of rows) {
    if (isLayout) for (const { pieces } of cells) pushAll(walk.pieces, pieces);
    else
      walk.pieces.push({
        role: 'table-row',
        items: cells.flatMap(({ pieces }) => pieces.flatMap(({ items }) => items)),
      });
  }
}

const rowsOf = (table: XmlElement): XmlElement[] =>
  table.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [],
    );

// ── Notes and pages ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 'footnote noteref', from `epub:type` and `role`, without the prefix of the latter. */
export const kindsOf = ({ attributes }: XmlElement): readonly string[] =>
  `${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`
    .trim()
    .split(/\s+/)
    .map((kind) => kind.replace(/^doc-/, ''));

const isKind = (element: XmlElement, ...kinds: string[]): boolean =>
  kindsOf(element).some((kind) => kinds.includes(kind));

const isNote = (element: XmlElement): boolean => isKind(element, 'footnote', 'endnote', 'rearnote', 'note');

/** EPUB 3 has a word for it; older books have a class, most often one of these, round "[Pg 12]" or nothing. */
const isPageBreak = (element: XmlElement): boolean =>
  isKind(element, 'pagebreak') ||
  (/(?:^|[\s_-])(?:pagenum(?:ber)?|page-?no|page-?break|page-number)(?:$|\s)/i.test(
    element.attributes['class'] ?? '',
  ) &&
    /^\W*(?:(?:pg|p|page|seite|s)\b\W*)?(?:\d{1,4}|[ivxlc]{1,8})?\W*$/i.test(bareText(element)));

const isUnseen = (element: XmlElement): boolean =>
  unseen.has(element.name) ||
  element.attributes['hidden'] !== undefined ||
  /(?:^|;)\s*display\s*:\s*none/i.test(element.attributes['style'] ?? '') ||
  isKind(element, 'toc', 'landmarks', 'page-list', 'backlink') ||
  (element.name === 'a' && /^\s*[↩↑⏎^]\ufe0e?\s*$/u.test(bareText(element)));

const isCaption = ({ attributes }: XmlElement): boolean =>
  /(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])/i.test(attributes['class'] ?? '');

/** What Project Gutenberg puts before and behind each of its books. */
const isLicence = ({ attributes }: XmlElement): boolean =>
  /(?:^|\s)pg-?(?:boilerplate|header|footer)(?:$|\s)/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);

function walkLicence(walk: Walk, element: XmlElement): void {
  for (const piece of piecesWithin(walk, element)) walk.pieces.push({ ...piece, role: 'boilerplate:notice' });
}

function walkNote(walk: Walk, element: XmlElement): void {
  pushAll(walk.notes, piecesWithin(walk, element));
}

/** A raised number or sign that leads to a note: no part of the sentence. At the start of a note it is the note's own. */
function isNoteMark(element: XmlElement, before: readonly Inline[]): boolean {
  if (isKind(element, 'noteref')) return true;
  const link = element.name === 'a' ? element : element.name === 'sup' ? onlyChild(element, 'a') : null;
  if (!link || !(link.attributes['href'] ?? '').includes('#')) return false;
  // A style sheet may raise what leads to a note.
  const isRaised =
    element.name === 'sup' || onlyChild(element, 'sup') !== null || noteAddress.test(link.attributes['href'] ?? '');
  const text = bareText(link);
  const isMark = isRaised ? /^\s*[[(]?(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z]|[ivxl]{1,5})[\])]?\s*$/iu : /^\s*\[\d{1,4}\]\s*$/;
  return isMark.test(text) && before.some(isInked);
}

/** What programs call the places of notes. */
export const noteAddress = /#_?(?:ftn|edn|fn|(?:cite|foot|end)[_-]?(?:note|ref)|note)/i;

function onlyChild(element: XmlElement, name: string): XmlElement | null {
  const children = element.children.filter((node) => isElement(node) || /\S/.test(node));
  const [child] = children;
  return children.length === 1 && child !== undefined && isElement(child) && child.name === name ? child : null;
}

const bareText = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? bareText(node) : node)).join('');

function pageOf(walk: Walk, element: XmlElement): string | null {
  const { id, title } = element.attributes;
  const listed = id === undefined ? undefined : walk.pageAt(id);
  const own = isPageBreak(element)
    ? [element.attributes['aria-label'], title, bareText(element)].find(Boolean)
    : undefined;
  const label = (listed ?? own ?? '').replace(/^\W*(?:pg|p|page|seite|s)\b\W*|[[\](){}]/gi, '');
  return label.replace(/\s+/g, ' ').trim() || null;
}

// ── Raised figures ──────────────────────────────────────────────────────────────────────────────────────────────────

const raisedSigns: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-−'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'][at] as string]),
);

/** Behind a figure, a raised one stays raised: 10⁶ is not 106. */
export function raised(item: readonly Inline[], before: readonly Inline[]): readonly Inline[] {
  const text = item.filter((inline) => typeof inline === 'string').join('');
  const last = before.findLast((inline) => typeof inline === 'string' && inline !== '');
  if (!/^\s*[+\-−]?\d{1,4}\s*$/.test(text) || typeof last !== 'string' || !/\d$/.test(last)) return item;
  return [[...text.trim()].map((sign) => raisedSigns[sign] ?? sign).join('')];
}
