/**
 * A quote → the Markdown of its quotation, within the room there is. A quote that is too long becomes a smaller one
 * that ends at a sentence; what was left out is told for the reader to see outside the quotation.
 */
import { omission, quote as quoteOf } from '../answer/quote.ts';
import type { Quote, Sentence, Span } from '../model.ts';
import { contains, overlaps } from '../text/span.ts';
import { quotation, withOmissions } from './escape.ts';
import type { Size } from './size.ts';
import { fits, sizeOf } from './size.ts';
import { words } from './words.ts';

/** What a phone shows of one quotation without making it a wall of text. */
const comfortableChars = 900;

export interface QuoteText {
  /** What is shown: the quote itself or, where it is too long, a part of it. */
  readonly quote: Quote;
  /** Worked out when it is first asked for: most quotes of an answer stand on pages that nobody turns to. */
  readonly markdown: string;
  /** Of `markdown`, no less than it is. */
  readonly sizeMax: Size;
  /** Sentences of the quote that were left out. */
  readonly left: number;
  /** True where a sentence is not whole, at the beginning and at the end. */
  readonly startsWithin: boolean;
  readonly goesOn: boolean;
}

/** The quote with `matches` (spans of its article) in bold. Throws when not even a word fits the room. */
export function quoteText(whole: Quote, matches: readonly Span[], room: Size, charsMax = comfortableChars): QuoteText {
  const shown = fitting(whole, matches, room, charsMax);
  let markdown: string | undefined;
  return {
    quote: shown,
    get markdown() {
      markdown ??= markdownOf(shown, matches);
      return markdown;
    },
    sizeMax: sizeMaxOf(shown, matches),
    ...edgesOf(whole, shown),
  };
}

/** Of the quotation in Markdown, without making it: every character escaped, every bold run and omission on a line of its own. */
function sizeMaxOf({ article, start, end, text }: Quote, matches: readonly Span[]): Size {
  const inside = (spans: readonly Span[]) => spans.filter((span) => overlaps(span, { start, end })).length;
  const lines = text.split('\n').length;
  const omissions = inside(article.marks);
  const runs = inside(matches) + omissions + lines;
  const added = text.length + 2 * omission.length * omissions + '> '.length * lines + 2 * '**'.length * runs;
  const { chars, bytes } = sizeOf([text]);
  return { chars: chars + added, bytes: bytes + added };
}

/** The quotation in Markdown; what is not the author's (the article's marks) is shown as an omission. */
function markdownOf({ article, start, end, text }: Quote, matches: readonly Span[]): string {
  const within = (span: Span): Span => ({
    start: Math.max(span.start, start) - start,
    end: Math.min(span.end, end) - start,
  });
  const inside = (spans: readonly Span[]) => spans.filter((span) => overlaps(span, { start, end })).map(within);
  const shown = withOmissions(text, inside(article.marks), inside(matches));
  return quotation(shown.text, shown.kept);
}

function fitting(whole: Quote, matches: readonly Span[], room: Size, charsMax: number): Quote {
  const isFit = (part: Quote) =>
    fits(sizeMaxOf(part, matches), room) || fits(sizeOf([markdownOf(part, matches)]), room);
  if (whole.text.length <= charsMax && isFit(whole)) return whole;
  const sentences = sentencesOf(whole);
  const first = sentences[0];
  const last = sentences.at(-1);
  if (!first || !last) return cutBetweenWords(whole, isFit);
  const part = (from: Sentence, to: Sentence) =>
    quoteOf(whole.article, { start: Math.max(from.start, whole.start), end: Math.min(to.end, whole.end) });
  // From the beginning; or, when the first match would not be seen, from the sentence that holds it.
  const matched = sentences.findIndex((sentence) => matches.some((match) => overlaps(match, sentence)));
  for (const from of new Set([0, Math.max(0, matched)])) {
    let longest: { quote: Quote; to: number } | undefined;
    for (let to = from; to < sentences.length; to++) {
      const candidate = part(sentences[from]!, sentences[to]!);
      // One sentence may be longer than is comfortable, as long as there is room for it.
      if ((to > from && candidate.text.length > charsMax) || !isFit(candidate)) break;
      longest = { quote: candidate, to };
    }
    if (longest && (matched < 0 || (from <= matched && matched <= longest.to))) return longest.quote;
  }
  const from = sentences[Math.max(0, matched)]!;
  return cutBetweenWords(part(from, from), isFit);
}

/** For a sentence without an end in sight: its beginning, up to the end of a word. */
function cutBetweenWords(whole: Quote, isFit: (part: Quote) => boolean): Quote {
  const { article, start, end } = whole;
  const ends = [...article.text.slice(start, end).matchAll(/\S(?=\s|$)/gu)].map(
    ({ index, 0: character }) => start + index + character.length,
  );
  return (
    longestFit(article, start, ends, isFit) ??
    longestFit(article, start, characterEnds(article.text, start, end), isFit) ??
    fail(whole)
  );
}

function longestFit(
  article: Quote['article'],
  start: number,
  ends: readonly number[],
  isFit: (part: Quote) => boolean,
): Quote | null {
  let fit: Quote | null = null;
  let low = 0;
  let high = ends.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = quoteOf(article, { start, end: ends[middle]! });
    if (isFit(candidate)) {
      fit = candidate;
      low = middle + 1;
    } else high = middle - 1;
  }
  return fit;
}

/** Ends of characters as readers see them, for a text without spaces. */
function characterEnds(text: string, start: number, end: number): number[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(start, end));
  return Array.from(segments, ({ index, segment }) => start + index + segment.length);
}

function fail({ article, start, end }: Quote): never {
  throw new Error(`There is no room in the message for any of the quote ${start}..${end} of "${article.path}"`);
}

/** The sentences of the quote's block that it holds at least a part of. */
function sentencesOf(whole: Quote): readonly Sentence[] {
  const block = whole.article.blocks.find((one) => contains(one, whole));
  return block?.sentences.filter((sentence) => overlaps(sentence, whole)) ?? [];
}

function edgesOf(whole: Quote, shown: Quote): Pick<QuoteText, 'left' | 'startsWithin' | 'goesOn'> {
  const all = whole.article.blocks.find((block) => contains(block, whole))?.sentences ?? [];
  const first = all.findIndex((sentence) => overlaps(sentence, shown));
  const last = all.findLast((sentence) => overlaps(sentence, shown));
  return {
    left: sentencesOf(whole).filter((sentence) => !sentence.goesOn && !overlaps(sentence, shown)).length,
    startsWithin: all[first - 1]?.goesOn === true || shown.start > (all[first]?.start ?? shown.start),
    goesOn: last !== undefined && (shown.end < last.end || last.goesOn === true),
  };
}

/** To stand outside the quotation: what was left out, and where a sentence is not whole. */
export const remarksOf = ({
  left,
  startsWithin,
  goesOn,
}: Omit<QuoteText, 'quote' | 'markdown' | 'sizeMax'>): string[] => [
  ...(startsWithin ? [words.startsWithin] : []),
  ...(left > 0 ? [words.shortened(left)] : []),
  ...(goesOn ? [words.goesOn] : []),
];

/** The longest remarks there can be, to keep room for them. */
export const longestRemarks: readonly string[] = remarksOf({ left: 99, startsWithin: true, goesOn: true });
