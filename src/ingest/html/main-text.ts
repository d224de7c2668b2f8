/**
 * A page's elements → the blocks of its article. Readability finds the element that holds it; the blocks of other things in
 * there are left out; where it finds next to nothing, the run of blocks that reads most like prose is taken.
 */
import { Readability } from '@mozilla/readability';
import { strongKind } from '../boilerplate.ts';
import { endsSentence, lineOf, wordsIn } from '../lines.ts';
import { blocksOfElement, type HtmlBlock, type HtmlText, textOf } from './blocks.ts';
import type { PageDocument, PageElement } from './page.ts';

export interface MainText {
  readonly blocks: readonly HtmlBlock[];
  /** 'scan' is the way of last resort, and may have taken too much or too little. */
  readonly how: 'readability' | 'scan';
}

/** Less than this, and Readability has not found the article (measured on 1,171 pages). */
const articleCharsMin = 250;

/** Readability changes the document that it is given; `reread` gives it anew. */
export function mainTextOf(document: PageDocument, reread: () => PageDocument): MainText {
  const found = readable(document);
  if (found && charsIn(found) >= articleCharsMin) return { blocks: found, how: 'readability' };
  const scanned = withoutStrangers(densestRun(blocksOfElement(reread().body)));
  return found && charsIn(found) >= charsIn(scanned)
    ? { blocks: found, how: 'readability' }
    : { blocks: scanned, how: 'scan' };
}

const charsIn = (blocks: readonly HtmlBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.role === 'heading' ? 0 : textOf(block).length), 0);

function readable(document: PageDocument): HtmlBlock[] | null {
  const options = { disableJSONLD: true, keepClasses: true, serializer: (element: unknown) => element as PageElement };
  const content = new Readability<PageElement>(document as never, options as never).parse()?.content;
  return content ? withoutStrangers(blocksOfElement(content)) : null;
}

/** Without captions, asides, rows of links, and lines that cannot be an article's own. */
function withoutStrangers(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  return blocks.flatMap((block) => {
    if (block.isBeside) return [];
    if (block.role === 'code') return [block];
    const items = block.items.filter((item) => !isLinks(item) && !strongKind(item.text));
    return items.length > 0 ? [{ ...block, items }] : [];
  });
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
const shortLineCost = 12;
const strangerCost = 18;

function scoreOf(block: HtmlBlock): number {
  if (block.isBeside) return -strangerCost;
  const scores = block.items.map((item) => {
    if (isLinks(item) || strongKind(item.text)) return -strangerCost;
    const line = lineOf(item.text, { start: 0, end: item.text.length }, 1);
    return line.shape === 'prose' ? Math.min(Math.max(wordsIn(line), 9), proseWordsMax) : -shortLineCost;
  });
  return Math.max(
    -strangerCost,
    scores.reduce((total, score) => total + score, 0),
  );
}
