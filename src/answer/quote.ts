/**
 * The only maker of a Quote, and its check at the moment of sending. A quote is a pair of offsets into the body of an
 * article; its text is never anything but the article's own.
 */
import type { Article, Library, Quote, Span } from '../model.ts';
import { contains, mergedSpans, spanOf } from '../text/span.ts';

/** Throws when the span is empty, leaves the text, cuts a character, or isn't inside one block of the article's body. */
export function quote(article: Article, { start, end }: Span): Quote {
  const span = spanOf(article.text, start, end, `Quote of "${article.path}"`);
  if (!blockOf(article, span)?.body) {
    throw new Error(`Quote ${start}..${end} of "${article.path}" doesn't lie within one block of the article's body`);
  }
  return Object.freeze({ ...span, article, text: article.text.slice(start, end) }) as Quote;
}

/** Throws unless the quote is, to the letter, what the library's own article says at its place. */
export function verify(candidate: Quote, library: Library): void {
  const article = library.articleById(candidate.article.id);
  const where = `Quote ${candidate.start}..${candidate.end} of "${candidate.article.path}"`;
  if (!article) throw new Error(`${where}: the article is not in the library`);
  if (article.textSha256 !== candidate.article.textSha256) throw new Error(`${where}: the article has changed`);
  if (quote(article, candidate).text !== candidate.text) throw new Error(`${where}: the text is not the article's`);
}

/** The block that holds the whole of `span`, by binary search. */
export function blockOf(article: Article, span: Span): Article['blocks'][number] | undefined {
  let low = 0;
  let high = article.blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = article.blocks[middle]!;
    if (block.end <= span.start) low = middle + 1;
    else if (block.start > span.start) high = middle - 1;
    else return contains(block, span) ? block : undefined;
  }
  return undefined;
}

/** What stands in a quotation where something is left out that is not the author's. */
export const omission = '[…]';

/** A stretch of a quote as it is shown: the author's words, the same where they match, or what is left out. */
export interface Piece {
  readonly text: string;
  readonly kind: 'words' | 'match' | 'omission';
}

/** The quote in pieces: what is not the author's (the article's marks) shown as left out, within a match too, and `matches` told apart. */
export function piecesOf({ article, start, end }: Quote, matches: readonly Span[] = []): Piece[] {
  const matched = mergedSpans(matches);
  const pieces: Piece[] = [];
  let at = start;
  const take = (to: number, kind: 'words' | 'match') => {
    if (to > at) pieces.push({ text: article.text.slice(at, to), kind });
    at = Math.max(at, to);
  };
  const takeWords = (to: number) => {
    for (const match of matched) {
      take(Math.min(match.start, to), 'words');
      take(Math.min(match.end, to), 'match');
    }
    take(to, 'words');
  };
  for (const mark of mergedSpans(article.marks)) {
    if (mark.end <= start || mark.start >= end) continue;
    takeWords(mark.start);
    pieces.push({ text: omission, kind: 'omission' });
    at = Math.min(mark.end, end);
  }
  takeWords(end);
  return pieces;
}

export const shownText = (quote: Quote): string =>
  piecesOf(quote)
    .map(({ text }) => text)
    .join('');
