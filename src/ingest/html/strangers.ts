/** Blocks of the element that holds an article → those that are its own: the last look before they become its text. */
import { strongKind, weakKind } from '../boilerplate.ts';
import { dateOfLine } from '../dates.ts';
import { endsSentence, lineOf } from '../lines.ts';
import { type HtmlBlock, type HtmlText, textOf } from './blocks.ts';

/** Without captions, asides, rows of links, and lines that cannot be an article's own. */
export function withoutStrangers(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const isRepeated = repeatedLines(blocks);
  const isPulled = pulledQuotations(blocks);
  const isOfPage = linesOfPage(blocks);
  const own = blocks.map((block, at): HtmlBlock => {
    if (block.isBeside || isTeasers(block) || isPulled(block) || isOfPage(block, at)) return { ...block, items: [] };
    if (block.role === 'code') return block;
    const items = block.items.filter(({ text }) => !strongKind(text) && !isRepeated(text) && !isForMachines(text));
    // Of a list with words of its own, an item that is a link is one like the others.
    const isKept = block.role === 'list' && !items.every(isLinks);
    return { ...block, items: isKept ? items : items.filter((item) => !isLinks(item)) };
  });
  return own.filter((block, at) => block.items.length > 0 && !(block.role === 'heading' && isVacant(own, at)));
}

/** Words of menus, forms and rows for sharing before the first prose and behind the last; a button stands between prose too. */
function linesOfPage(blocks: readonly HtmlBlock[]): (block: HtmlBlock, at: number) => boolean {
  const isProse = (block: HtmlBlock) => {
    const text = textOf(block);
    return !block.isBeside && lineOf(text, { start: 0, end: text.length }, 1).shape === 'prose';
  };
  const [first, last] = [blocks.findIndex(isProse), blocks.findLastIndex(isProse)];
  return ({ role, items }, at) => {
    if (!/^(?:paragraph|list)$/.test(role) || first < 0) return false;
    const isEdge = at < first || at > last;
    return items.every(({ text }) => {
      // "Help!" may be the last word of a story.
      if (endsSentence(text) && !/\s\S+\s/.test(text)) return false;
      const kind = weakKind(text);
      return isEdge || isRuled(blocks[at - 1]) || isRuled(blocks[at + 1])
        ? kind !== null
        : kind === 'share' || kind === 'counter';
    });
  };
}

/** In such company, a word of a menu is one. */
const isRuled = (block: HtmlBlock | undefined): boolean =>
  block?.role === 'paragraph' && (strongKind(textOf(block)) ?? weakKind(textOf(block))) !== null;

/** Nothing is left of what it headed: a table of contents, a row of other articles. */
function isVacant(blocks: readonly HtmlBlock[], heading: number): boolean {
  const level = blocks[heading]?.level ?? 0;
  for (let at = heading + 1; at < blocks.length; at++) {
    const { role, items, level: below = 0 } = blocks[at] as HtmlBlock;
    if (role === 'heading' && below <= level) return true;
    if (items.length > 0) return false;
  }
  return true;
}

const repeatedCharsMax = 40;
const repeatedMin = 3;

/** What stands under each of many posts: "Posts: 31", "Reply", "Member since 2009". */
function repeatedLines(blocks: readonly HtmlBlock[]): (text: string) => boolean {
  const counts = new Map<string, number>();
  const shape = (text: string) => text.replace(/\d+/g, '0');
  for (const { role, items } of blocks) {
    const text = items.length === 1 ? items[0]?.text : undefined;
    if (!text || text.length > repeatedCharsMax || !/^(?:paragraph|list)$/.test(role)) continue;
    // A diary has its dates, and a play its short answers.
    if (endsSentence(text) || dateOfLine(text)) continue;
    counts.set(shape(text), (counts.get(shape(text)) ?? 0) + 1);
  }
  return (text) => text.length <= repeatedCharsMax && (counts.get(shape(text)) ?? 0) >= repeatedMin;
}

const rowCharsMax = 160;

/** Link shares from a comparison on 1,171 pages. */
export function isLinks({ text, linkChars }: HtmlText): boolean {
  const share = linkChars / text.replace(/\s+/g, ' ').length;
  return share > 0.9 || (share > 0.6 && text.length < rowCharsMax && !endsSentence(text));
}

/** A list of links to other articles, with a line on each. */
const isTeasers = ({ role, items }: HtmlBlock): boolean =>
  role === 'list' && items.filter(isLinks).length * 3 >= items.length * 2;

/** Settings that a script reads, in an element that no reader sees. */
const isForMachines = (text: string): boolean =>
  /^\s*[[{]/.test(text) && (text.match(/"[\w-]+"\s*:/g)?.length ?? 0) >= 3;

const pulledLettersMin = 25;
const pulledLettersMax = 300;
/** A page with more quotations is about them. */
const pulledMax = 100;

/** Words of the article set large between its paragraphs: they stand in one of these already. */
function pulledQuotations(blocks: readonly HtmlBlock[]): (block: HtmlBlock) => boolean {
  const flow = blocks
    .filter(({ role, isBeside }) => role === 'paragraph' && !isBeside)
    .map((block) => lettersOf(block));
  let looked = 0;
  return (block) => {
    const isQuotation = block.role === 'quotation' || (block.role === 'paragraph' && quoted.test(textOf(block)));
    if (!isQuotation || ++looked > pulledMax) return false;
    const letters = lettersOf(block);
    if (letters.length < pulledLettersMin || letters.length > pulledLettersMax) return false;
    return flow.some((text) => text.length > letters.length && text.includes(letters));
  };
}

const quoted = /^["“”„«‘'].*["”“»’']$/su;

const lettersOf = (block: HtmlBlock): string =>
  textOf(block)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
