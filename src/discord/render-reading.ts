/**
 * A stretch of one article → a message: its paragraphs in order. The quote that the reader came from is in bold within a
 * paragraph; where it is all of one, it has a line above it instead, since a paragraph of bold is hard to read.
 */

import { passageUrlOf, sourceLineOf } from '../answer/cite.ts';
import { quote as quoteOf } from '../answer/quote.ts';
import { placeOf } from '../ingest/place.ts';
import type { Quote, ReadingAnswer, Span } from '../model.ts';
import { contains, overlaps } from '../text/span.ts';
import { pointedOf } from './anchor.ts';
import type { Act, Address } from './custom-id.ts';
import { shareOrRemove } from './pages.ts';
import type { Page, View } from './parts.ts';
import { accent, button, displayIds, framed, linkButton, rows, smallPrint, text } from './parts.ts';
import { longestRemarks, type QuoteText, quoteText, remarksOf } from './quote-text.ts';
import { lineOf, placeLineOf } from './shorten.ts';
import type { Size } from './size.ts';
import { sizeOf, wholeMessage, without } from './size.ts';
import { words } from './words.ts';

/** Far below the limit of 40 components, with the frame, the head and the buttons. */
const paragraphsMax = 12;
/** Less room than this isn't worth another paragraph. */
const worthwhile: Size = { chars: 300, bytes: 900 };

export function renderReading(answer: ReadingAnswer, view: View): Page {
  const { article, mark } = answer;
  const { title, by } = sourceLineOf(article);
  const labels = article.labels.slice(0, 3).map((label) => words.warning(lineOf(label.text, 40)));
  const head = (shown: readonly Quote[]) =>
    `### ${lineOf(title, 120)}\n${smallPrint([
      [lineOf(by, 160), ...labels].join(' · '),
      placeLineOf(placesOf(shown), 200),
    ])}`;
  const shown = fitting(answer, without(wholeMessage, sizeOf([head([answer.quotes[0]!, answer.quotes.at(-1)!])])));
  const quotes = shown.map(({ quote }) => quote);
  // Sentences left out are not remarked on here: Later goes on with them.
  const startsWithin = shown[0]?.startsWithin === true;
  const goesOn = shown.at(-1)?.goesOn === true;
  const remarks = remarksOf({ left: 0, startsWithin, goesOn });
  const first = quotes[0];
  const marked = mark && first ? quotes.find((quote) => overlaps(quote, mark)) : undefined;
  return {
    components: framed(accent.answer, [
      text(head(quotes)),
      ...shown.flatMap(({ markdown, quote }, index) => [
        ...labelOf(quote, quotes[index - 1], mark).map((label) => text(smallPrint([label]))),
        text(markdown, displayIds.quotes + index),
      ]),
      ...(remarks.length > 0 ? [text(smallPrint(remarks))] : []),
      ...rows([
        ...turnButtons(answer, quotes),
        ...linkButton(words.open, first ? passageUrlOf(marked ?? first) : null),
        shareOrRemove(view, addressOf(answer, 'share')),
      ]),
    ]),
    quotes: quotes.map((quote, index) => ({ quote, display: displayIds.quotes + index, as: 'quotation' })),
  };
}

/** Above a paragraph that is the quote, or the first of several; and above the one that follows them. */
function labelOf(quote: Quote, before: Quote | undefined, mark: Span | undefined): string[] {
  const isAllOf = (one: Quote | undefined) => one !== undefined && mark !== undefined && contains(mark, one);
  if (isAllOf(quote) === isAllOf(before)) return [];
  return [isAllOf(quote) ? words.thePassage : words.afterPassage];
}

/** From where to where: "Conflict of Interests, ¶ 2 – ¶ 5". */
function placesOf(quotes: readonly Quote[]): string {
  const [first, last] = [quotes[0], quotes.at(-1)].map((quote) => quote && placeOf(quote.article, quote));
  if (!first || !last || first === last) return first ?? '';
  const section = first.slice(0, first.lastIndexOf('¶'));
  return `${first} – ${section && last.startsWith(section) ? last.slice(section.length) : last}`;
}

/** This very stretch. */
function addressOf({ article, quotes, mark }: ReadingAnswer, act: Act): Address {
  return {
    kind: 'reading',
    act,
    article: article.id,
    at: quotes[0]?.start ?? 0,
    ...(mark && { mark: pointedOf(article, mark) }),
  };
}

function turnButtons(answer: ReadingAnswer, shown: readonly Quote[]) {
  const end = shown.at(-1)?.end ?? 0;
  const isCut = end < (answer.quotes.at(-1)?.end ?? 0);
  const turn = (label: string, at: number | undefined) =>
    at === undefined ? [] : [button(label, { kind: 'reading', act: 'turn', article: answer.article.id, at })];
  return [...turn(words.earlier, answer.earlier), ...turn(words.later, isCut ? end : answer.later)];
}

/** As many paragraphs, in order, as there is room for; with a mark, from where the mark can be seen. */
function fitting(answer: ReadingAnswer, room: Size): QuoteText[] {
  const { mark } = answer;
  const remarks = sizeOf([smallPrint([...longestRemarks, words.thePassage, words.afterPassage])]);
  const fromStart = take(answer.quotes, mark, without(room, remarks));
  if (!mark || fromStart.some(({ quote }) => quote.end >= Math.min(mark.end, endOf(answer)))) return fromStart;
  const first = answer.quotes.findIndex((quote) => overlaps(quote, mark));
  const [holding, ...after] = answer.quotes.slice(Math.max(0, first));
  if (!holding) return fromStart;
  const start = Math.max(holding.start, mark.start);
  return take([quoteOf(answer.article, { start, end: holding.end }), ...after], mark, without(room, remarks));
}

const endOf = ({ quotes }: ReadingAnswer): number => quotes.at(-1)?.end ?? 0;

function take(quotes: readonly Quote[], mark: Span | undefined, room: Size): QuoteText[] {
  const taken: QuoteText[] = [];
  let left = room;
  for (const quote of quotes.slice(0, paragraphsMax)) {
    if (taken.length > 0 && (left.chars < worthwhile.chars || left.bytes < worthwhile.bytes)) break;
    const isAll = mark !== undefined && contains(mark, quote);
    const part = quoteText(quote, mark && !isAll ? [mark] : [], left, Number.POSITIVE_INFINITY);
    // With matches, a quote that is too long starts at the match; reading on must not leave out what stands before.
    if (taken.length > 0 && part.quote.start > quote.start) break;
    taken.push(part);
    left = without(left, sizeOf([part.markdown]));
    if (part.quote.end < quote.end) break;
  }
  return taken;
}
