/**
 * What stands between the headline of a page and the text found below it: the standfirst, which Readability takes for a part of
 * the head, and the signature.
 */
import { strongKind, weakKind } from '../boilerplate.ts';
import { bylineOf } from '../byline.ts';
import { dateOfLine } from '../dates.ts';
import { endsSentence, lineOf } from '../lines.ts';
import { type HtmlBlock, textOf } from './blocks.ts';
import { isLinks } from './strangers.ts';

export interface Head {
  /** The text with its standfirst. */
  readonly blocks: readonly HtmlBlock[];
  /** Lines between headline and text. */
  readonly lines: readonly string[];
}

/** More of them, and the text doesn't stand below this headline. */
const betweenMax = 30;
/** Blocks of the text looked for in the page. */
const openingMax = 20;

/** `whole`: all blocks of the page; `found`: those of its article. */
export function withStandfirst(
  whole: readonly HtmlBlock[],
  found: readonly HtmlBlock[],
  title: string | null,
  description: string | null,
): Head {
  const place = title ? placeBelow(whole.map(lettersOf), found, letters(title)) : null;
  if (!place) return { blocks: found, lines: [] };
  const between = whole.slice(place.headline + 1, place.text);
  const known = found.filter(({ role }) => role !== 'heading').map(lettersOf);
  const said = letters(description ?? '');
  let isNext = true;
  const standfirst = between.flatMap((block): HtmlBlock[] => {
    const items = block.items.filter((item) => !isLinks(item) && isOwn(item.text));
    const own = { ...block, items };
    isNext &&= items.length > 0 && !block.isBeside && isProse(own);
    const isStandfirst = isNext || isStated(own, said);
    if (!isStandfirst || block.isBeside || known.some((text) => text.includes(lettersOf(own)))) return [];
    return [{ ...own, role: block.role === 'heading' ? 'paragraph' : block.role }];
  });
  const moved = new Set(standfirst.map(lettersOf));
  const rest = found.slice(place.found).filter((block) => block.role !== 'heading' || !moved.has(lettersOf(block)));
  return {
    blocks: [...found.slice(0, place.found), ...standfirst, ...rest],
    lines: between.flatMap((block) => textOf(block).split('\n')),
  };
}

interface Place {
  readonly headline: number;
  /** The first prose below it. */
  readonly text: number;
  /** The first of the found blocks below it. */
  readonly found: number;
}

function placeBelow(whole: readonly string[], found: readonly HtmlBlock[], title: string): Place | null {
  let first: number | null = null;
  for (const [at, block] of found.slice(0, openingMax).entries()) {
    const text = lettersOf(block);
    if (text === '' || text === title) continue;
    const inWhole = whole.indexOf(text);
    const headline = inWhole < 0 ? -1 : whole.lastIndexOf(title, inWhole - 1);
    if (headline < 0) continue;
    first ??= at;
    if (isProse(block)) return inWhole - headline > betweenMax ? null : { headline, text: inWhole, found: first };
  }
  return null;
}

const wordsMin = 5;
/** A third of a line of letters says that a description is the same. */
const saidLettersMin = 20;

/** The page calls it so, or describes itself with it. */
function isStated(block: HtmlBlock, description: string): boolean {
  const own = lettersOf(block);
  const isLong = textOf(block).split(/\s+/).length >= wordsMin || own.length >= saidLettersMin;
  return isLong && (block.isStandfirst === true || (own.length >= saidLettersMin && description.includes(own)));
}

function isProse(block: HtmlBlock): boolean {
  const text = textOf(block);
  return lineOf(text, { start: 0, end: text.length }, 1).shape === 'prose' && endsSentence(text);
}

/** Neither a line of the page's own, nor a signature, nor the credit of a picture. */
const isOwn = (text: string): boolean =>
  !strongKind(text) &&
  !weakKind(text) &&
  !bylineOf(text) &&
  !dateOfLine(text) &&
  !credit.test(text.slice(-creditCharsMax));

const creditCharsMax = 200;
const credit = /©|(?<!\p{L})(?:photo(?:graph)?|image|picture|foto|bild|getty)(?!\p{L})[^.!?]{0,60}\W*$/iu;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const lettersOf = (block: HtmlBlock): string => letters(textOf(block));
