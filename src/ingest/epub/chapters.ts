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
  if (kind === 'notice' || isNotice(pieces))
    return [...opening, ...pieces.map((piece) => ({ ...piece, role: noticeRole(piece) }))];
  const headed = withHeadings(pieces, contents.chapters.get(item.name) ?? []);
  return [...opening, ...headed, ...withOwnHeading(headed, notes)];
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
  return is('copyright-page', 'imprint', 'imprimatur', 'colophon') ? 'notice' : 'text';
}

/** A page that is mostly links to other files is a table of contents, whatever it is called. */
function isListOfLinks(body: XmlElement): boolean {
  const links = descendantsOf(body, 'a').filter(({ attributes }) =>
    /^[^#:]+\.x?html?(?:#|$)/i.test(attributes['href'] ?? ''),
  );
  if (links.length < 4) return false;
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return linked > textOf(body).length * 0.7;
}

const noticeCharsMax = 6_000;

/** A copyright page says so: with the sign, and with an ISBN or the reservation of rights. */
function isNotice(pieces: readonly Piece[]): boolean {
  const text = pieces.map(textOfPiece).join('\n');
  return (
    text.length < noticeCharsMax &&
    /©|\(c\)\s*\d{4}|copyright/i.test(text) &&
    /\bISBN\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|все права защищены/i.test(
      text,
    )
  );
}

const noticeRole = ({ role }: Piece): BlockRole =>
  role === 'heading' ? 'boilerplate:navigation' : 'boilerplate:notice';

// ── Headings ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How far down a file its title may stand. */
const openingPieces = 6;

/** Chapters that the file does not mark as headings: the lines that say the same are, else the title is put above. */
function withHeadings(pieces: readonly Piece[], chapters: readonly Chapter[]): readonly Piece[] {
  let headed = pieces;
  chapters.forEach(({ title, level }, at) => {
    const found = piecesSaying(headed, title);
    if (!title || found?.length === 0) return;
    if (found) {
      const items = [
        found.flatMap((index, nth): Inline[] => [...(nth > 0 ? [' '] : []), ...(headed[index]?.items.flat() ?? [])]),
      ];
      const [first = 0] = found;
      headed = [...headed.slice(0, first), { role: 'heading', level, items }, ...headed.slice(first + found.length)];
    } else if (
      at === 0 &&
      !headed.slice(0, openingPieces).some(({ role }) => role === 'heading') &&
      headed.length > 0
    ) {
      headed = [{ role: 'heading', level, items: [[title]] }, ...headed];
    }
  });
  return headed;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Which lines say a chapter's title, alone or two together; none where a heading says it; null where nothing does. */
function piecesSaying(pieces: readonly Piece[], title: string): number[] | null {
  const wanted = folded(title);
  const lengthMax = title.length * 3 + 20;
  const said = pieces.map((piece) => {
    const length = piece.items
      .flat()
      .reduce((sum, inline) => sum + (typeof inline === 'string' ? inline.length : 0), 0);
    return length > lengthMax ? null : folded(textOfPiece(piece));
  });
  if (
    pieces.some(
      ({ role }, at) => role === 'heading' && (said[at] === wanted || `${said[at - 1] ?? ''}${said[at]}` === wanted),
    )
  )
    return [];
  const isLine = (at: number) => pieces[at]?.role === 'paragraph';
  const alone = said.findIndex((each, at) => each === wanted && isLine(at));
  if (alone >= 0) return [alone];
  const together = said.findIndex(
    (each, at) =>
      isLine(at) &&
      isLine(at + 1) &&
      each !== null &&
      said[at + 1] !== null &&
      `${each}${said[at + 1]}` === wanted &&
      each !== '',
  );
  return together >= 0 ? [together, together + 1] : null;
}

/** Notes from among the text stand behind it, under a heading of their own where there is none. */
function withOwnHeading(pieces: readonly Piece[], notes: readonly Piece[]): readonly Piece[] {
  if (notes.length === 0 || pieces.at(-1)?.role === 'heading') return notes;
  return [{ role: 'heading', level: 6, items: [['Notes']] }, ...notes];
}
