/** The plain-text reader: .txt files, most of them copied or scraped from the web, some of them whole pages or their markup. */
import type { Problem } from '../model.ts';
import { decodeText } from './decode.ts';
import { type Draft, isProblem, shownPath, warning } from './draft.ts';
import { rolesOfEbook } from './ebook-frame.ts';
import { foundDetails } from './found-details.ts';
import { draftOfPage } from './html/html-reader.ts';
import { isMarkup } from './html/markup.ts';
import { rolesOfLines } from './line-roles.ts';
import { linesOf } from './lines.ts';
import { rolesOfMail } from './mail-head.ts';
import { pastedPage } from './pasted-page.ts';
import { blocksOf } from './text-blocks.ts';
import { unwrapped } from './unwrap.ts';
import { rolesOfWiki, withoutEditButtons } from './wiki-frame.ts';

export function readText(path: string, bytes: Uint8Array): Draft | Problem {
  const decoded = decodeText(path, bytes);
  if ('fatal' in decoded) return decoded;
  const { text, problems } = decoded;
  if (isMarkup(text)) {
    const page = draftOfPage(path, text, problems);
    return isProblem(page) ? page : { ...page, problems: [...problems, warning(path, markupNote(path))] };
  }
  const { kept, ...draft } = draftOfText(text);
  return { ...draft, problems: kept ? [...problems, warning(path, pageNote(path, kept))] : problems };
}

const markupNote = (path: string): string =>
  `${shownPath(path)} holds the markup of a web page and was read as one; save it as .html to say so.`;

const pageNote = (path: string, { lines, of }: Kept): string =>
  `${shownPath(path)} reads like a whole web page: kept ${lines} of ${of} lines as its article; if some are missing, delete the page's other lines from the file.`;

/** How many lines of a pasted page are its article. */
interface Kept {
  readonly lines: number;
  readonly of: number;
}

/** Never fails: any text has lines. */
export function draftOfText(text: string): Omit<Draft, 'problems'> & { readonly kept?: Kept } {
  const lines = withoutEditButtons(unwrapped(text, linesOf(text)));
  const framed = rolesOfEbook(lines) ?? rolesOfWiki(lines) ?? rolesOfMail(lines);
  const ruled = framed ?? rolesOfLines(lines);
  const page = framed ? null : pastedPage(lines, ruled);
  const roles = page?.roles ?? ruled;
  const kept = page ? { kept: { lines: page.kept, of: lines.length } } : {};
  return { text, blocks: blocksOf(lines, roles), details: foundDetails(lines, roles), ...kept };
}
