/**
 * A page's elements → the blocks of its article. Readability finds the element that holds it; the blocks of other things in
 * there are left out; where it finds next to nothing, the run of blocks that reads most like prose is taken.
 */
import { Readability } from '@mozilla/readability';
import { strongKind } from '../boilerplate.ts';
import { lineOf, wordsIn } from '../lines.ts';
import { blocksOfElement, type HtmlBlock, type HtmlText, textOf } from './blocks.ts';
import type { PageDocument, PageElement } from './page.ts';
import { postsOf } from './posts.ts';
import { withStandfirst } from './standfirst.ts';
import { isLinks, withoutStrangers } from './strangers.ts';
import { isTyped } from './word-processor.ts';

export interface MainText {
  readonly blocks: readonly HtmlBlock[];
  /** Why too much or too little may have been taken, in a sentence. */
  readonly doubt: string | null;
  /** Lines in which it may be signed that no longer stand in the text: what Readability found, what stands below the headline. */
  readonly head: readonly string[];
}

/** Less than this, and Readability has not found the article (measured on 1,171 pages). */
const articleCharsMin = 250;

/** What a page says of its text to machines. */
export interface StatedText {
  /** All of it, and all there is where a program draws the page. */
  readonly body: string | null;
  readonly title: string | null;
  /** What it is about: often its first sentence. */
  readonly description: string | null;
}

/** Changes the document. */
export function mainTextOf(document: PageDocument, stated: StatedText): MainText {
  const posts = withoutStrangers(postsOf(document));
  const whole = blocksOfElement(document.body);
  if (isTyped(document)) return { blocks: withoutStrangers(whole), doubt: null, head: [] };
  const { blocks, byline } = readable(document);
  if (posts.length > 0 && proseIn(posts) >= proseIn(blocks ?? [])) return { blocks: posts, doubt: null, head: [] };
  const main = mainBlocksOf(blocks, whole, stated);
  const head = withStandfirst(whole, main.blocks, stated.title, stated.description);
  return { ...main, blocks: head.blocks, head: [...(byline ? [byline] : []), ...head.lines] };
}

function mainBlocksOf(
  found: readonly HtmlBlock[] | null,
  whole: readonly HtmlBlock[],
  stated: StatedText,
): Omit<MainText, 'head'> {
  const isFound = found !== null && charsIn(found) >= articleCharsMin;
  if (isFound && isArticle(found, stated.description)) return { blocks: found, doubt: null };
  const { body } = stated;
  if (!isFound && body && body.length >= articleCharsMin && !/<\/?[a-z][^>]*>/i.test(body))
    return { blocks: paragraphsOf(body), doubt: null };
  const run = densestRun(whole);
  const scanned = withoutStrangers(run);
  const isDescribed = holds(run, stated.description) && proseIn(scanned) > proseIn(found ?? []);
  if (isDescribed) return { blocks: scanned, doubt: null };
  if (found && (isFound ? !isPoorer(found, scanned) : charsIn(scanned) <= charsIn(found) * sameTextMax))
    return { blocks: found, doubt: null };
  return {
    blocks: scanned,
    doubt: 'The page has no part that is plainly its article, so the passage that reads most like one was taken.',
  };
}

/** Less prose than this may be a table of rates or a box for logging in, and the article stand elsewhere. */
const proseCharsMin = 1000;
/** Hardly a sentence. */
const sentenceCharsMin = 200;

const isArticle = (found: readonly HtmlBlock[], description: string | null): boolean =>
  proseIn(found) >= proseCharsMin || holds(found, description) || (proseIn(found) >= sentenceCharsMin && !description);

/** Hardly a sentence, beside a stretch of the page with prose by far. */
const isPoorer = (found: readonly HtmlBlock[], scanned: readonly HtmlBlock[]): boolean =>
  proseIn(found) < sentenceCharsMin && proseIn(scanned) > charsIn(found) * 2;

const openingLetters = 50;

/** The first words of the page's description. */
function holds(blocks: readonly HtmlBlock[], description: string | null): boolean {
  const opening = letters(description ?? '').slice(0, openingLetters);
  return opening.length === openingLetters && blocks.some((block) => letters(textOf(block)).includes(opening));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const proseIn = (blocks: readonly HtmlBlock[]): number =>
  blocks.reduce((sum, { role, items }) => sum + (role === 'heading' ? 0 : items.reduce(proseInText, 0)), 0);

const proseInText = (sum: number, { text }: HtmlText): number =>
  lineOf(text, { start: 0, end: text.length }, 1).shape === 'prose' ? sum + text.length : sum;

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

/** Readability takes whatever is called so for the head of the page, "section-header" too. */
function unnameHeadings(document: PageDocument): void {
  for (const heading of document.querySelectorAll('h2, h3, h4, h5, h6'))
    for (const name of ['class', 'id']) {
      const value = heading.getAttribute(name);
      if (value) heading.setAttribute(name, value.replace(/header/gi, 'heading'));
    }
}

function readable(document: PageDocument): { readonly blocks: HtmlBlock[] | null; readonly byline: string | null } {
  const options = { disableJSONLD: true, keepClasses: true, serializer: (element: unknown) => element as PageElement };
  unnameHeadings(document);
  const parsed = new Readability<PageElement>(document as never, options as never).parse();
  const content = parsed?.content;
  return { blocks: content ? withoutStrangers(blocksOfElement(content)) : null, byline: parsed?.byline ?? null };
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
