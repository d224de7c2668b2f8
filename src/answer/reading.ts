/** A stretch of one article in order: to read on, and to see what stands before and after a quote. */
import type { Article, Block, Quote, ReadingAnswer, Sentence, Span } from '../model.ts';
import { overlaps } from '../text/span.ts';
import { quote } from './quote.ts';

/** Characters of one stretch: a phone's screen and a half, and far below a message's limit even when escaped. */
const stretchChars = 1_400;
/** Characters kept before a marked quote. */
const leadChars = 500;

interface Place {
  readonly block: Block;
  readonly sentence: Sentence;
}

/** The stretch that starts at the first sentence ending after `at`; with `mark`, one that has the mark in its midst. */
export function readingOf(article: Article, at: number, mark?: Span): ReadingAnswer {
  const places = article.blocks.flatMap((block) => block.sentences.map((sentence): Place => ({ block, sentence })));
  if (places.length === 0) throw new Error(`"${article.path}" has no sentence to read`);
  const wanted = mark ? leadStart(places, mark) : places.findIndex(({ sentence }) => sentence.end > at);
  const first = wanted < 0 ? places.length - 1 : wanted;
  let last = first;
  const chars = (to: number) => places[to]!.sentence.end - places[first]!.sentence.start;
  while (last + 1 < places.length && (chars(last + 1) <= stretchChars || isMarked(places[last + 1]!, mark))) last++;
  const earlier = first > 0 ? places[backwards(places, first)]!.sentence.start : undefined;
  return {
    kind: 'reading',
    article,
    quotes: quotesOf(article, places.slice(first, last + 1)),
    ...(mark && { mark }),
    ...(earlier !== undefined && { earlier }),
    ...(last + 1 < places.length && { later: places[last + 1]!.sentence.start }),
  };
}

/** One quote a block. */
function quotesOf(article: Article, places: readonly Place[]): Quote[] {
  const quotes: Quote[] = [];
  for (let from = 0; from < places.length; ) {
    let to = from;
    while (places[to + 1]?.block === places[from]!.block) to++;
    quotes.push(quote(article, { start: places[from]!.sentence.start, end: places[to]!.sentence.end }));
    from = to + 1;
  }
  return quotes;
}

const isMarked = ({ sentence }: Place, mark: Span | undefined): boolean =>
  mark !== undefined && overlaps(sentence, mark);

/** Index of the sentence from which `leadChars` lead to the mark. */
function leadStart(places: readonly Place[], mark: Span): number {
  const marked = places.findIndex(({ sentence }) => sentence.end > mark.start);
  let first = marked < 0 ? places.length - 1 : marked;
  while (first > 0 && mark.start - places[first - 1]!.sentence.start <= leadChars) first--;
  return first;
}

/** Index of the sentence at which the stretch before `first` starts. */
function backwards(places: readonly Place[], first: number): number {
  const end = places[first - 1]!.sentence.end;
  let from = first - 1;
  while (from > 0 && end - places[from - 1]!.sentence.start <= stretchChars) from--;
  return from;
}
