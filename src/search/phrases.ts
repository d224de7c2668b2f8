/**
 * Exact wordings: a scan of the letters of every article's body, with the way back to the original offsets. Line breaks,
 * hyphens (of words broken at a line's end, too), the shapes of marks and case don't count; words do.
 */
import type { Article, Phrases, Span } from '../model.ts';
import { fold, foldWithOrigin } from '../text/fold.ts';
import { areSame, lettersOf, type Unit, unitsOf } from '../text/units.ts';

interface BlockLetters {
  readonly article: Article;
  readonly span: Span;
  readonly letters: string;
}

export function createPhrases(articles: readonly Article[]): Phrases {
  const blocks = articles.flatMap((article) =>
    article.blocks
      .filter(({ body }) => body)
      .map(
        ({ start, end }): BlockLetters => ({
          article,
          span: { start, end },
          letters: lettersOf(fold(article.text.slice(start, end))),
        }),
      ),
  );
  return {
    find: (phrase, limit) => {
      const found: { article: Article; span: Span }[] = [];
      const wanted = lettersOf(fold(phrase));
      if (!wanted) return found;
      const units = wordsAlone(phrase);
      for (const block of blocks) {
        if (!block.letters.includes(wanted)) continue;
        for (const span of spansOf(block, wanted)) {
          if (!areSame(wordsAlone(block.article.text, span), units)) continue;
          if (found.length >= limit) return found;
          found.push({ article: block.article, span });
        }
      }
      return found;
    },
  };
}

/** Without signs, which may stand before or after what was found. */
const wordsAlone = (text: string, span?: Span): Unit[] =>
  unitsOf(text, span).filter(({ key }) => /[\p{L}\p{N}]/u.test(key));

/** Where the letters stand, from the beginning of a word to the end of one. */
function* spansOf({ article, span, letters }: BlockLetters, wanted: string): Generator<Span> {
  const { text } = article;
  const folded = foldWithOrigin(text.slice(span.start, span.end));
  const offsets = [...folded.text.matchAll(/[\p{L}\p{N}\p{M}]/gu)].flatMap(({ index, 0: { length } }) =>
    length === 1 ? [index] : [index, index + 1],
  );
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) {
    const inFolded = { start: offsets[at]!, end: offsets[at + wanted.length - 1]! + 1 };
    const origin = folded.originOf(inFolded);
    const found = { start: span.start + origin.start, end: span.start + origin.end };
    if (!joins(text, found.start) && !joins(text, found.end)) yield found;
  }
}

/** True inside a word or a number, where a phrase may neither start nor end. Scripts without spaces have no such place. */
const joins = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  return (
    /^\p{M}/u.test(after) ||
    (/[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) && !unspaced.test(after)) ||
    (/\p{N}[.,:]$/u.test(before) && /^\p{N}/u.test(after)) ||
    (/\p{N}$/u.test(before) && /^[.,:]\p{N}/u.test(after))
  );
};

const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
