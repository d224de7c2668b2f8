/**
 * Exact wordings: a scan of the letters of every article's body. Line breaks, hyphens (of words broken at a line's end, too),
 * the shapes of marks and case don't count; words do. No phrase, however short or frequent its letters, costs much.
 */
import type { Article, Phrases, Span } from '../model.ts';
import { areSame, type Unit, unitsOf } from '../text/units.ts';
import { createLetterRuns, type LetterRuns, wantedOf } from './letter-runs.ts';

interface Stretch {
  readonly article: Article;
  /** Of consecutive blocks, and where the letters of each begin. */
  readonly runs: LetterRuns;
  readonly blocks: readonly { readonly at: number; readonly span: Span }[];
}

/** Letters of one stretch: its signature tells most phrases that don't stand in it. */
const stretchLetters = 4_000;

export function createPhrases(articles: readonly Article[]): Phrases {
  const stretches = articles.flatMap(stretchesOf);
  return {
    find: (phrase, limit) => {
      const found: { article: Article; span: Span }[] = [];
      const units = wordsAlone(phrase);
      const wanted = wantedOf(units);
      if (!wanted.letters) return found;
      for (const { article, blocks, runs } of stretches) {
        for (const at of runs.placesOf(wanted)) {
          const block = blocks.findLast((one) => one.at <= at)!;
          const own = unitsBetween(wordsAlone(article.text, block.span), at - block.at, wanted.letters.length);
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

function stretchesOf(article: Article): Stretch[] {
  const stretches: Stretch[] = [];
  let words: Unit[][] = [];
  let blocks: { at: number; span: Span }[] = [];
  let length = 0;
  const close = () => {
    if (blocks.length > 0) stretches.push({ article, blocks, runs: createLetterRuns(words) });
    [words, blocks, length] = [[], [], 0];
  };
  for (const { body, end, start } of article.blocks) {
    if (!body) continue;
    const units = wordsAlone(article.text, { start, end });
    words.push(units);
    blocks.push({ at: length, span: { start, end } });
    for (const { key } of units) length += key.length;
    // What stands between the letters of two blocks.
    length++;
    if (length >= stretchLetters) close();
  }
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
