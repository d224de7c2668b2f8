/**
 * Exact wordings: a scan of the letters of every article's body. Line breaks, hyphens (of words broken at a line's end, too),
 * the shapes of marks and case don't count; words do. No phrase, however short or frequent its letters, costs much.
 */
import type { Article, Phrases, Span } from '../model.ts';
import { areSame, type Unit, unitsOf } from '../text/units.ts';
import { bitBytes, type Letters, lettersOf, placesOf, runsOf } from './letter-runs.ts';
import { type Signatures, signaturesOf, textsWith } from './signatures.ts';

/** Plain data, to be kept. A stretch is a run of an article's blocks; stretches are in the order of the library. */
export interface SavedPhrases {
  /** Of each stretch: the letters of its words. */
  readonly letters: readonly string[];
  /** The bits that go with the letters, those of each stretch from a byte of its own on. */
  readonly begins: Uint8Array;
  readonly apart: Uint8Array;
  readonly signatures: Signatures;
  /** Of each stretch, the number of its article; and of its first block among `blocks`, with the number of all blocks at the end. */
  readonly articles: Uint32Array;
  readonly firstBlocks: Uint32Array;
  /** Of each block in a stretch: its index in its article, and where its letters begin in the stretch. */
  readonly blocks: Uint32Array;
  readonly blockStarts: Uint32Array;
}

export interface SavablePhrases extends Phrases {
  saved(): SavedPhrases;
}

/** Letters of one stretch: its signature tells most phrases that don't stand in it. */
const stretchLetters = 4_000;

export const createPhrases = (articles: readonly Article[]): SavablePhrases => phrasesOf(articles, read(articles));

/** The phrases that were saved, of the same articles; null for those in which nothing is to be found any more. */
export const restoredPhrases = (articles: readonly (Article | null)[], saved: SavedPhrases): SavablePhrases =>
  phrasesOf(articles, saved);

/** Those of several at once, in the order of the articles' places. */
export const joinedPhrases = (parts: readonly Phrases[], placeOf: (article: Article) => number): Phrases => ({
  find: (phrase, limit) =>
    parts
      .flatMap((part) => part.find(phrase, limit))
      .sort((a, b) => placeOf(a.article) - placeOf(b.article))
      .slice(0, limit),
});

function phrasesOf(articles: readonly (Article | null)[], saved: SavedPhrases): SavablePhrases {
  const { signatures, letters: allLetters } = saved;
  const firstBytes = new Uint32Array(allLetters.length + 1);
  allLetters.forEach((letters, at) => {
    firstBytes[at + 1] = firstBytes[at]! + bitBytes(letters);
  });
  const lettersIn = (stretch: number): Letters => ({
    letters: allLetters[stretch]!,
    begins: saved.begins.subarray(firstBytes[stretch], firstBytes[stretch + 1]),
    apart: saved.apart.subarray(firstBytes[stretch], firstBytes[stretch + 1]),
  });
  /** The block of an article's stretch that the letter at `at` stands in, and where the block's letters begin. */
  const blockAt = (article: Article, stretch: number, at: number): { readonly span: Span; readonly start: number } => {
    let block = saved.firstBlocks[stretch + 1]! - 1;
    while (saved.blockStarts[block]! > at) block--;
    const span = article.blocks[saved.blocks[block]!]!;
    return { span, start: saved.blockStarts[block]! };
  };
  return {
    saved: () => saved,
    find: (phrase, limit) => {
      const found: { article: Article; span: Span }[] = [];
      const units = wordsAlone(phrase);
      const wanted = lettersOf([units]);
      if (!wanted.letters) return found;
      for (const stretch of textsWith(signatures, allLetters.length, runsOf(wanted.letters))) {
        const article = articles[saved.articles[stretch]!];
        if (!article) continue;
        for (const at of placesOf(wanted, lettersIn(stretch))) {
          const { span, start } = blockAt(article, stretch, at);
          const own = unitsBetween(wordsAlone(article.text, span), at - start, wanted.letters.length);
          if (!areSame(own, units)) continue;
          if (found.length >= limit) return found;
          found.push({ article, span: { start: own[0]!.start, end: own.at(-1)!.end } });
        }
      }
      return found;
    },
  };
}

/** Without signs, which may stand before or after what was found. */
const wordsAlone = (text: string, span?: Span): Unit[] =>
  unitsOf(text, span).filter(({ key }) => /[\p{L}\p{N}]/u.test(key));

function read(articles: readonly Article[]): SavedPhrases {
  const stretches = articles.flatMap((article, number) =>
    stretchesOf(article).map((stretch) => ({ number, ...stretch })),
  );
  const letters = stretches.map((stretch) => stretch.letters);
  const blocks = stretches.flatMap((stretch) => stretch.blocks);
  const firstBlocks = new Uint32Array(stretches.length + 1);
  stretches.forEach((stretch, at) => {
    firstBlocks[at + 1] = firstBlocks[at]! + stretch.blocks.length;
  });
  return {
    letters: letters.map((one) => one.letters),
    begins: joined(letters.map(({ begins }) => begins)),
    apart: joined(letters.map(({ apart }) => apart)),
    signatures: signaturesOf(letters.length, (stretch) => runsOf(letters[stretch]!.letters)),
    articles: Uint32Array.from(stretches, ({ number }) => number),
    firstBlocks,
    blocks: Uint32Array.from(blocks, ({ block }) => block),
    blockStarts: Uint32Array.from(blocks, ({ at }) => at),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

interface Stretch {
  readonly letters: Letters;
  readonly blocks: readonly { readonly block: number; readonly at: number }[];
}

function stretchesOf(article: Article): Stretch[] {
  const stretches: Stretch[] = [];
  let words: Unit[][] = [];
  let blocks: { block: number; at: number }[] = [];
  let length = 0;
  const close = () => {
    if (blocks.length > 0) stretches.push({ blocks, letters: lettersOf(words) });
    [words, blocks, length] = [[], [], 0];
  };
  article.blocks.forEach(({ body, end, start }, block) => {
    if (!body) return;
    const units = wordsAlone(article.text, { start, end });
    words.push(units);
    blocks.push({ block, at: length });
    for (const { key } of units) length += key.length;
    // What stands between the letters of two blocks.
    length++;
    if (length >= stretchLetters) close();
  });
  close();
  return stretches;
}

/** Those that hold the letters from `at` on. */
function unitsBetween(units: readonly Unit[], at: number, length: number): Unit[] {
  let offset = 0;
  return units.filter(({ key }) => {
    const start = offset;
    offset += key.length;
    return start >= at && offset <= at + length;
  });
}
