/**
 * The reader of EPUB books (2 and 3): a zip of web pages in an order that its package states. Each page is read in memory and
 * within bounds; nothing is rendered, run or fetched.
 */
import type { BlockRole, Problem } from '../../model.ts';
import { type Details, type Draft, type DraftBlock, fatal, shownPath, warning } from '../draft.ts';
import { draftOfPieces, type Piece, textCharsMax, tooLong } from '../pieces.ts';
import { readZip, type ZipFiles } from '../zip.ts';
import { piecesOfItem } from './chapters.ts';
import { contentsOf } from './contents.ts';
import { detailsOf } from './metadata.ts';
import { isLocked, packageOf } from './package.ts';

const format = 'EPUB';

export async function readEpub(path: string, bytes: Uint8Array): Promise<Draft | Problem> {
  const files = await readZip(path, bytes, format, isRead);
  return 'fatal' in files ? files : draftOfFiles(path, files);
}

/** Pictures, fonts, sounds and styles are never unpacked. */
const isRead = (name: string): boolean =>
  !/\.(?:jpe?g|png|gif|svgz?|webp|bmp|tiff?|ico|css|js|mp[34]|m4[abv]|og[gv]|opus|wav|webm|ttf|otf|woff2?|eot|pdf|smil|pls)$/i.test(
    name,
  );

function draftOfFiles(path: string, files: ZipFiles): Draft | Problem {
  const refused = (what: string) => fatal(path, `${shownPath(path)} ${what}.`);
  if (isLocked(files))
    return refused('is locked by copy protection (DRM), so its text cannot be read; add a copy without it');
  const found = packageOf(files);
  if (typeof found === 'string') return refused(`${found}; download or export it again`);
  const contents = contentsOf(files, found);
  const pieces: Piece[] = [];
  const unread: string[] = [];
  for (const item of found.spine) {
    const read = piecesOfItem(files, found, contents, item);
    if (typeof read === 'string') unread.push(`“${shownPath(item.name)}”, which ${read}`);
    else for (const piece of read) pieces.push(piece);
  }
  const { text, blocks, pages = [] } = draftOfPieces(pieces);
  if (text.length > textCharsMax) return refused(tooLong(text.length));
  if (blocks.length === 0 && found.spine.length > 0)
    return refused('holds no text, only pictures of pages or empty ones; add a copy with text');
  const details = detailsOf(found.metadata, text);
  return {
    text,
    blocks: withTitle(text, blocks, details),
    pages,
    details,
    problems: unread.length > 0 ? [lacking(path, unread)] : [],
  };
}

function lacking(path: string, unread: readonly string[]): Problem {
  const more = unread.length > 1 ? `, and ${unread.length - 1} more of its files` : '';
  return warning(path, `${shownPath(path)} was read without ${unread[0]}${more}; get another copy if that matters.`);
}

const mayBeTitle: ReadonlySet<BlockRole> = new Set(['heading', 'paragraph', 'boilerplate:notice']);

/** The title page says the book's title and authors again, before any text. */
function withTitle(text: string, blocks: readonly DraftBlock[], { title, authors }: Partial<Details>): DraftBlock[] {
  const folded = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const names = (authors?.value ?? []).map(folded);
  const titled = folded(title?.value ?? '');
  const first = blocks.findIndex(({ start, end, role }) => role === 'paragraph' && end - start > 200);
  return blocks.map((block, at): DraftBlock => {
    if ((first >= 0 && at >= first) || !mayBeTitle.has(block.role)) return block;
    const words = folded(text.slice(block.start, Math.min(block.end, block.start + 400)));
    const { level: _, ...plain } = block;
    if (words && words === titled) return { ...plain, role: 'title' };
    return names.some((name) => words === name || words === `by${name}`) ? { ...plain, role: 'byline' } : block;
  });
}
