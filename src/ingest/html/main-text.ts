/**
 * A page's elements → the blocks of its article. Readability finds the element that holds it; the blocks of other things in
 * there are left out; where it finds next to nothing, the run of blocks that reads most like prose is taken.
 */
import { Readability } from '@mozilla/readability';
import { strongKind } from '../boilerplate.ts';
import { dateOfLine } from '../dates.ts';
import { endsSentence, lineOf, wordsIn } from '../lines.ts';
import { blocksOfElement, type HtmlBlock, type HtmlText, textOf } from './blocks.ts';
import type { PageDocument, PageElement } from './page.ts';

export interface MainText {
  readonly blocks: readonly HtmlBlock[];
  /** Why too much or too little may have been taken, in a sentence. */
  readonly doubt: string | null;
}

/** Less than this, and Readability has not found the article (measured on 1,171 pages). */
const articleCharsMin = 250;

/**
 * Readability changes the document that it is given; `reread` gives it anew. `stated` is the text that the page gives to
 * machines: all there is where a program draws the page.
 */
export function mainTextOf(document: PageDocument, reread: () => PageDocument, stated: string | null): MainText {
  const found = readable(document);
  if (found && charsIn(found) >= articleCharsMin) return { blocks: found, doubt: null };
  if (stated && stated.length >= articleCharsMin && !/<\/?[a-z][^>]*>/i.test(stated))
    return { blocks: paragraphsOf(stated), doubt: null };
  const scanned = withoutStrangers(densestRun(blocksOfElement(reread().body)));
  if (found && charsIn(scanned) <= charsIn(found) * sameTextMax) return { blocks: found, doubt: null };
  return {
    blocks: scanned,
    doubt: 'The page has no part that is plainly its article, so the passage that reads most like one was taken.',
  };
}

/** A short article, of which both ways find the same. */
const sameTextMax = 1.2;

const paragraphsOf = (stated: string): HtmlBlock[] =>
  stated
    .split(/\s*\n\s*/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ role: 'paragraph', items: [{ text, linkChars: 0 }], isBeside: false }));

const charsIn = (blocks: readonly HtmlBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.role === 'heading' ? 0 : textOf(block).length), 0);

function readable(document: PageDocument): HtmlBlock[] | null {
  const options = { disableJSONLD: true, keepClasses: true, serializer: (element: unknown) => element as PageElement };
  const content = new Readability<PageElement>(document as never, options as never).parse()?.content;
  return content ? withoutStrangers(blocksOfElement(content)) : null;
}

/** Without captions, asides, rows of links, and lines that cannot be an article's own. */
function withoutStrangers(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const isRepeated = repeatedLines(blocks);
  const own = blocks.map((block): HtmlBlock => {
    if (block.isBeside) return { ...block, items: [] };
    if (block.role === 'code') return block;
    const items = block.items.filter((item) => !isLinks(item) && !strongKind(item.text) && !isRepeated(item.text));
    return { ...block, items };
  });
  return own.filter((block, at) => block.items.length > 0 && !(block.role === 'heading' && isVacant(own, at)));
}

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
function isLinks({ text, linkChars }: HtmlText): boolean {
  const share = linkChars / text.replace(/\s+/g, ' ').length;
  return share > 0.9 || (share > 0.6 && text.length < rowCharsMax && !endsSentence(text));
}

/** The stretch with the highest sum of scores (Kadane): prose counts its words, short lines and lines of links against. */
function densestRun(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  blocks.forEach((block, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += scoreOf(block);
    if (sum > best.sum) best = { sum, from, to: at + 1 };
  });
  const lead = blocks[best.from - 1];
  return blocks.slice(lead?.role === 'heading' ? best.from - 1 : best.from, best.to);
}

const proseWordsMax = 60;
const proseWordsMin = 9;
const shortLineCost = 12;
const linksCost = 18;
/** A name, a date or a button stands over each post of a thread. */
const rowCost = 6;
const rowOfThreadCharsMax = 40;

function scoreOf(block: HtmlBlock): number {
  if (block.isBeside) return -linksCost;
  const sum = block.items.reduce((total, item) => total + scoreOfText(item), 0);
  return Math.max(-linksCost, sum);
}

function scoreOfText(item: HtmlText): number {
  if (isLinks(item) || strongKind(item.text)) return item.text.length <= rowOfThreadCharsMax ? -rowCost : -linksCost;
  const line = lineOf(item.text, { start: 0, end: item.text.length }, 1);
  return line.shape === 'prose' ? Math.min(Math.max(wordsIn(line), proseWordsMin), proseWordsMax) : -shortLineCost;
}
