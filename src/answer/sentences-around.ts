/** From words to the sentences that they stand in, for the quote that shows them. */
import type { Article, Span } from '../model.ts';
import { contains, overlaps } from '../text/span.ts';

/** Whole sentences: nothing is quoted out of the middle of one. */
export function sentencesAround({ blocks }: Article, span: Span): Span {
  const sentences = blocks.find((block) => contains(block, span))?.sentences.filter((one) => overlaps(one, span)) ?? [];
  const [first, last] = [sentences[0], sentences.at(-1)];
  return first && last ? { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) } : span;
}
