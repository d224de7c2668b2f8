/** Blocks of an article → the same with its title, signature and date told from its text: they are shown, and never quoted. */
import { bylineOf } from '../byline.ts';
import { dateOfLine, datesOf, isAmbiguousDate } from '../dates.ts';
import { endsSentence } from '../lines.ts';
import { type HtmlBlock, textOf } from './blocks.ts';
import { isOfToday, isOfWeb, ownDateOf } from './own-date.ts';

/** Above this many blocks of prose, a signature may stand. */
const openingProseMax = 1;

/** `published`: the day that the page's own data give, in ISO 8601. */
export function withOpening(blocks: readonly HtmlBlock[], title: string | null, published: string | null): HtmlBlock[] {
  let prose = 0;
  let titled = false;
  const rest = blocks.flatMap((block, at): HtmlBlock[] => {
    const text = textOf(block);
    if (title && block.role !== 'code' && letters(text) === letters(title) && prose <= openingProseMax) {
      if (titled) return [];
      titled = true;
      return [{ ...block, role: 'title' }];
    }
    const isLast = at === blocks.length - 1 && blocks[at - 1]?.role !== 'heading';
    const isEdge = prose <= openingProseMax || isLast;
    const role = block.role === 'paragraph' ? signatureRole(text, published) : null;
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

function signatureRole(text: string, published: string | null): 'byline' | 'date' | null {
  if (bylineOf(text)) return 'byline';
  if (isAmbiguousDate(text)) return 'date';
  if (!dateOfLine(text) && !isShort(text)) return null;
  // Of an older day something is told.
  const iso = ownDateOf(text)?.date.iso;
  return (iso && (isOfWeb(iso) || iso === published)) || (isOfToday(text) && datesOf(text).length > 0) ? 'date' : null;
}

const dateRowWordsMax = 8;

/** "14 September 2011 in Ships": hardly more than its date. */
const isShort = (text: string): boolean => !endsSentence(text) && text.split(' ').length <= dateRowWordsMax;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
