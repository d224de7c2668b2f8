/** Exact wordings: a scan of the folded body of every article, with the way back to the original offsets. */
import type { Article, Phrases, Span } from '../model.ts';
import { fold, foldWithOrigin } from '../text/fold.ts';

interface FoldedBlock {
  readonly article: Article;
  readonly span: Span;
  readonly folded: string;
}

export function createPhrases(articles: readonly Article[]): Phrases {
  const blocks = articles.flatMap((article) =>
    article.blocks
      .filter(({ body }) => body)
      .map(
        ({ start, end }): FoldedBlock => ({
          article,
          span: { start, end },
          folded: fold(article.text.slice(start, end)),
        }),
      ),
  );
  return {
    find: (phrase, limit) => {
      const wanted = fold(phrase).trim();
      const found: { article: Article; span: Span }[] = [];
      if (!wanted) return found;
      for (const block of blocks) {
        if (!block.folded.includes(wanted)) continue;
        for (const span of spansOf(block, wanted)) {
          if (found.length >= limit) return found;
          found.push({ article: block.article, span });
        }
      }
      return found;
    },
  };
}

function* spansOf({ article, span, folded }: FoldedBlock, wanted: string): Generator<Span> {
  const { originOf } = foldWithOrigin(article.text.slice(span.start, span.end));
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if (joins(folded, at) || joins(folded, end)) continue;
    const origin = originOf({ start: at, end });
    yield { start: span.start + origin.start, end: span.start + origin.end };
  }
}

/** True inside a word, where a phrase may neither start nor end. Scripts without spaces have no such place. */
const joins = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') &&
  /[\p{L}\p{N}]/u.test(text[at] ?? '') &&
  !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text[at] ?? '');
