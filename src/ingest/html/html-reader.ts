/** The reader of saved web pages: bytes → the article on the page, with what the page says of it. */
import type { Field, Problem } from '../../model.ts';
import { decodeText } from '../decode.ts';
import { type Draft, fatal, shownPath, type TextReader } from '../draft.ts';
import { draftOf } from './blocks.ts';
import { declaredCharset } from './declared-charset.ts';
import { mainTextOf } from './main-text.ts';
import { detailsOf } from './metadata.ts';
import { withOpening } from './opening.ts';
import { type Page, pageOf } from './page.ts';

export const htmlReader: TextReader = {
  format: 'web page',
  extensions: ['.html', '.htm', '.xhtml'],
  bytesMax: 5_000_000,
  read(path, bytes) {
    const decoded = decodeText(path, bytes, declaredCharset(bytes));
    if ('fatal' in decoded) return decoded;
    return draftOfPage(path, decoded.text, decoded.problems);
  },
};

export function draftOfPage(path: string, source: string, problems: readonly Problem[]): Draft | Problem {
  const page = pageOf(source);
  if ('refused' in page)
    return fatal(path, `${shownPath(path)} ${page.refused}; save its text as .txt and add that file instead.`);
  const details = detailsOf(page);
  const main = mainTextOf(page.document, () => (pageOf(source) as Page).document);
  const blocks = main.blocks.length > 0 ? withOpening(main.blocks, details.title?.value ?? null) : [];
  const draft = draftOf(blocks);
  return { ...draft, details: { ...details, ...titleIn(draft, details.title) }, problems };
}

/** The title with the place where it stands in the text. */
function titleIn({ blocks }: Pick<Draft, 'blocks'>, title: Field<string> | undefined): { title?: Field<string> } {
  const block = blocks.find(({ role }) => role === 'title');
  return title && block ? { title: { ...title, span: { start: block.start, end: block.end } } } : {};
}
