/**
 * The files of an EPUB book in reading order → pieces of text: each with its heading, from the table of contents where the file
 * has none; tables of contents and covers are left out, and what stands on the copyright page is no text of the author's.
 */
import type { BlockRole } from '../../model.ts';
import { type Inline, type Piece, textOfPiece } from '../pieces.ts';
import { kindsOf, structureOf } from '../structure.ts';
import { childOf, childrenOf, decodedXml, descendantsOf, parsedXhtml, textOf, type XmlElement } from '../xml.ts';
import type { ZipFiles } from '../zip.ts';
import type { Chapter, Contents } from './contents.ts';
import type { Item, Package } from './package.ts';

/** The pieces of one file, or in words what is wrong with it. */
export function piecesOfItem(
  files: ZipFiles,
  { guide }: Package,
  contents: Contents,
  item: Item,
): readonly Piece[] | string {
  if (isPicture(item)) return [];
  const bytes = files.get(item.name);
  const root = bytes ? parsedXhtml(decodedXml(bytes)) : 'is missing';
  if (typeof root === 'string') return root;
  const [html] = childrenOf(root).filter(({ name }) => name === 'html');
  const body = childOf(html, 'body') ?? root;
  const kind = kindOf(
    body,
    `${guide.get(item.name) ?? ''} ${contents.landmarks.get(item.name) ?? ''} ${item.properties}`,
  );
  if (kind === 'contents') return [];
  const { pieces, notes } = structureOf(body, (id) => contents.pages.get(`${item.name}#${id}`));
  const page = contents.pages.get(`${item.name}#`);
  const opening: Piece[] = page === undefined ? [] : [{ role: 'paragraph', items: [[{ page }]] }];
  const chars = pieces.reduce((sum, piece) => sum + charsOf(piece), 0);
  if (chars < noticeCharsMax && (kind === 'notice' || isNotice(pieces)))
    return [...opening, ...pieces.map((piece) => ({ ...piece, role: 'boilerplate:notice' as const }))];
  const headed = withHeadings(pieces, contents.chapters.get(item.name) ?? []);
  return [...opening, ...headed, ...notes];
}

const isPicture = ({ mediaType, name }: Item): boolean =>
  /^(?:image|audio|video|font)\//.test(mediaType) && !/\.x?html?$/i.test(name);

type Kind = 'contents' | 'notice' | 'text';

/** By the words of EPUB 3 on the body or on its only section, or by the guide and landmarks of the package. */
function kindOf(body: XmlElement, said: string): Kind {
  const sections = childrenOf(body);
  const kinds = [
    ...kindsOf(body),
    ...(sections.length === 1 && sections[0] ? kindsOf(sections[0]) : []),
    ...said.split(/\s+/),
  ];
  const is = (...names: string[]) => names.some((name) => kinds.includes(name));
  if (is('toc', 'landmarks', 'page-list', 'loi', 'lot', 'nav', 'index') || isListOfLinks(body)) return 'contents';
  return is(...notices) ? 'notice' : 'text';
}

/** Pages of the publisher's: the reader of the book finds its title and its author's name among them. */
const notices = [
  'copyright-page',
  'imprint',
  'imprimatur',
  'colophon',
  'cover',
  'titlepage',
  'title-page',
  'halftitlepage',
];

/** A page that is mostly links to other files is a table of contents, whatever it is called. */
function isListOfLinks(body: XmlElement): boolean {
  const links = descendantsOf(body, 'a').filter(({ attributes }) =>
    /^[^#:]+\.x?html?(?:#|$)/i.test(attributes['href'] ?? ''),
  );
  if (links.length < 4) return false;
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return linked > textOf(body).length * 0.7;
}

/** Longer than that, a page is not the publisher's, whatever is said of it. */
const noticeCharsMax = 6_000;

/** A copyright page says so: with the sign, and with an ISBN or the reservation of rights. */
function isNotice(pieces: readonly Piece[]): boolean {
  const text = pieces.map(textOfPiece).join('\n');
  return (
    /©|\(c\)\s*\d{4}|copyright/i.test(text) &&
    /\bISBN\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|все права защищены/i.test(
      text,
    )
  );
}

// ── Headings ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How far down a file its title may stand. */
const openingPieces = 6;
const lineCharsMax = 300;

/** Chapters that the file does not mark as headings: the lines that say the same are, else the title is put above. */
function withHeadings(pieces: readonly Piece[], chapters: readonly Chapter[]): readonly Piece[] {
  const said = pieces.map((piece) => (charsOf(piece) <= lineCharsMax ? folded(textOfPiece(piece)) : ''));
  const headings = saidBy(pieces, said, 'heading');
  const lines = saidBy(pieces, said, 'paragraph');
  const given = new Map<number, { readonly lines: number; readonly level: number }>();
  let opening: Chapter | undefined;
  chapters.forEach((chapter, at) => {
    const title = folded(chapter.title);
    if (!title || headings.has(title)) return;
    const line = lines.get(title);
    if (line) given.set(line.at, { ...line, level: chapter.level });
    else if (at === 0) opening = chapter;
  });
  const headed: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const heading = given.get(at);
    const taken = pieces.slice(at, at + (heading?.lines ?? 1));
    if (heading) headed.push({ role: 'heading', level: heading.level, items: [joinedItems(taken)] });
    else headed.push(...taken);
    at += taken.length - 1;
  }
  const isHeaded = headed.slice(0, openingPieces).some(({ role }) => role === 'heading');
  return opening && !isHeaded && headed.length > 0
    ? [{ role: 'heading', level: opening.level, items: [[opening.title]] }, ...headed]
    : headed;
}

/** What pieces of a role say, alone or with the one below ("CHAPTER I", "The Bridge") → the first that says so. */
function saidBy(pieces: readonly Piece[], said: readonly string[], role: BlockRole) {
  const found = new Map<string, { readonly at: number; readonly lines: number }>();
  pieces.forEach((piece, at) => {
    const words = said[at];
    if (piece.role !== role || !words) return;
    if (!found.has(words)) found.set(words, { at, lines: 1 });
    const next = pieces[at + 1]?.role === role ? said[at + 1] : '';
    if (next && !found.has(words + next)) found.set(words + next, { at, lines: 2 });
  });
  return found;
}

const joinedItems = (pieces: readonly Piece[]): Inline[] =>
  pieces.flatMap(({ items }, at) => [...(at > 0 ? [' '] : []), ...items.flat()]);

const charsOf = ({ items }: Piece): number =>
  items.reduce(
    (sum, item) => sum + item.reduce((chars, inline) => chars + (typeof inline === 'string' ? inline.length : 0), 0),
    0,
  );

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
