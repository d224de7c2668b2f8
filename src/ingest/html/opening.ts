/** Blocks of an article → the same with its title, signature and date told from its text: they are shown, and never quoted. */
import { bylineOf } from '../byline.ts';
import { dateOfLine, datesOf, isAmbiguousDate } from '../dates.ts';
import { endsSentence } from '../lines.ts';
import { type HtmlBlock, textOf } from './blocks.ts';

/** Above this many blocks of prose, a signature may stand. */
const openingProseMax = 1;

export function withOpening(blocks: readonly HtmlBlock[], title: string | null): HtmlBlock[] {
  let prose = 0;
  let titled = false;
  const rest = blocks.flatMap((block, at): HtmlBlock[] => {
    const text = textOf(block);
    if (title && block.role !== 'code' && letters(text) === letters(title) && prose <= openingProseMax) {
      if (titled) return [];
      titled = true;
      return [{ ...block, role: 'title' }];
    }
    const isEdge = prose <= openingProseMax || at === blocks.length - 1;
    const role = block.role === 'paragraph' ? signatureRole(text) : null;
    // Below the opening they sign a post of a thread, or something else than the article.
    if (role && !isEdge) return bylineOf(text)?.date ? [] : [block];
    if (block.role === 'paragraph' && !role && endsSentence(text)) prose++;
    return [role ? { ...block, role } : block];
  });
  if (!title) return rest;
  if (!titled) return [{ role: 'title', items: [{ text: title, linkChars: 0 }], isBeside: false }, ...rest];
  // Above its title stand the names of site and section.
  const at = rest.findIndex(({ role }) => role === 'title');
  return rest.filter((block, index) => index >= at || endsSentence(textOf(block)));
}

function signatureRole(text: string): 'byline' | 'date' | null {
  if (bylineOf(text)) return 'byline';
  return dateOfLine(text) || isAmbiguousDate(text) || isDateRow(text) ? 'date' : null;
}

const dateRowWordsMax = 8;

/** "14 September 2011 in Ships": hardly more than its date. */
const isDateRow = (text: string): boolean =>
  !endsSentence(text) && text.split(' ').length <= dateRowWordsMax && datesOf(text).length > 0;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
