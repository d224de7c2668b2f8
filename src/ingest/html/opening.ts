/** Blocks of an article → the same with its title, signature and date told from its text: they are shown, and never quoted. */
import { bylineOf } from '../byline.ts';
import { dateOfLine, datesOf, isAmbiguousDate } from '../dates.ts';
import { endsSentence } from '../lines.ts';
import { type HtmlBlock, textOf } from './blocks.ts';
import { isOfToday, isOfWeb, ownDateOf, saysPublished } from './own-date.ts';

/** Above this many blocks of prose, a signature may stand. */
const openingProseMax = 1;
const openingBlocksMax = 6;

/** `published`: the day that the page's own data give, in ISO 8601. */
export function withOpening(blocks: readonly HtmlBlock[], title: string | null, published: string | null): HtmlBlock[] {
  let prose = 0;
  let titled = false;
  const parted = blocks.flatMap((block, at) =>
    at <= openingBlocksMax ? lineByLine(block, title, published) : [block],
  );
  const rest = parted.flatMap((block, at): HtmlBlock[] => {
    const text = textOf(block);
    if (title && block.role !== 'code' && letters(text) === letters(title) && prose <= openingProseMax) {
      if (titled) return [];
      titled = true;
      return [{ ...block, role: 'title' }];
    }
    const isLast = at === parted.length - 1 && parted[at - 1]?.role !== 'heading';
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

/** On pages of an older kind, title, names and day are lines of one block. */
function lineByLine(block: HtmlBlock, title: string | null, published: string | null): HtmlBlock[] {
  const lines = textOf(block).split('\n');
  if (block.role !== 'paragraph' || lines.length < 2 || lines.length > signatureLinesMax) return [block];
  const isTitle = (line: string) => title !== null && letters(line) === letters(title);
  const isHead = lines.some(isTitle) && lines.every((line) => isTitle(line) || lineRole(line, published) !== null);
  return isHead ? lines.map((text) => ({ ...block, items: [{ text, linkChars: 0 }] })) : [block];
}

/** A signature may go over a few lines, each of them one. */
const signatureLinesMax = 4;

function signatureRole(text: string, published: string | null): 'byline' | 'date' | null {
  const lines = text.split('\n');
  const roles = lines.length > signatureLinesMax ? [null] : lines.map((line) => lineRole(line, published));
  if (roles.every((role) => role !== null)) return roles.includes('byline') ? 'byline' : 'date';
  return bylineOf(text) ? 'byline' : null;
}

function lineRole(text: string, published: string | null): 'byline' | 'date' | null {
  if (bylineOf(text)) return 'byline';
  if (isAmbiguousDate(text)) return 'date';
  const own = ownDateOf(text);
  const isDated = dateOfLine(text) || isRow(text) || (own && isSaid(text.slice(0, own.start)));
  if (!isDated || (endsSentence(text) && !dateOfLine(text))) return null;
  // Of an older day something is told.
  const iso = own?.date.iso;
  return (iso && (isOfWeb(iso) || iso === published)) || (isOfToday(text) && datesOf(text).length > 0) ? 'date' : null;
}

const rowWordsMax = 8;
const saidWordsMax = 4;

/** "14 September 2011 in Ships | 4 minutes": hardly more than its date. */
const isRow = (text: string): boolean => text.split(/\s[|·•]\s/).every((part) => wordsOf(part) <= rowWordsMax);

/** "Published in Ships on", and the day of a change may follow. */
const isSaid = (lead: string): boolean => wordsOf(lead) <= saidWordsMax && saysPublished(lead);

const wordsOf = (text: string): number => text.trim().split(/\s+/).length;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
