/** Passages found → pages: who or what was asked for, then each quote with its source and what can be done with it. */
import type { APIButtonComponent } from 'discord.js';
import { passageUrlOf, sourceLineOf } from '../answer/cite.ts';
import { passages as findPassages } from '../commands/passages.ts';
import { placeOf } from '../ingest/place.ts';
import type { Article, Asked, Found, FoundAnswer, Quote, When } from '../model.ts';
import { pointedOf } from './anchor.ts';
import { askedLine, lastRow, type Paging, pageWithin, withAsked } from './pages.ts';
import type { Page, Part, View } from './parts.ts';
import { accent, button, displayIds, framed, line, linkButton, rows, smallPrint, text } from './parts.ts';
import { longestRemarks, type QuoteText, quoteText, remarksOf } from './quote-text.ts';
import { lineOf, placeLineOf } from './shorten.ts';
import type { Size } from './size.ts';
import { fits, sizeOf, together, wholeMessage, without } from './size.ts';
import { words } from './words.ts';

/** What a phone shows in about two screens; one long quote may be a page of its own. */
const quotesPerPage = 3;
const comfortableChars = 1_300;

const titleCharsMax = 120;
const detailCharsMax = 160;
const alsoInMax = 3;
const spellingsMax = 3;

/** A quote with the lines under it and, in a timeline, its date above it. */
interface Entry {
  readonly date: readonly string[];
  readonly text: QuoteText;
  readonly source: string;
}

export function renderFound(answer: FoundAnswer, pageWanted: number, view: View): Page {
  const pages = pagesOf(answer);
  const page = pageWithin(pageWanted, pages.length);
  const paging = { page, pages: pages.length };
  const entries = pages[page] ?? [];
  return {
    components: framed(accent.answer, [
      ...headOf(answer, paging).map((content) => text(content)),
      ...entries.flatMap((entry, index) => [line(), ...partsOf(entry, displayIds.quotes + index)]),
      line(),
      ...withAsked(answer.asked, lastRow(answer.asked, view, paging)),
    ]),
    quotes: entries.map((entry, index) => ({
      quote: entry.text.quote,
      display: displayIds.quotes + index,
      as: 'quotation',
    })),
  };
}

/** Entries page by page: the same whoever looks, and whichever page is asked for. */
function pagesOf(answer: FoundAnswer): Entry[][] {
  const head = sizeOf([...headOf(answer, { page: 998, pages: 999 }), ...askedLine(answer.asked)]);
  const room = without(wholeMessage, head);
  const pages: Entry[][] = [];
  let chars = 0;
  const seen = new Set<string>();
  for (const found of answer.found) {
    const entry = entryOf(found, room);
    // Two long passages that overlap may be shortened to the same sentences.
    const place = `${entry.text.quote.article.id} ${entry.text.quote.start} ${entry.text.quote.end}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const current = pages.at(-1);
    chars += entry.text.quote.text.length;
    const isComfortable = current && current.length < quotesPerPage && chars <= comfortableChars;
    if (isComfortable && fitTogether([...current, entry], room)) current.push(entry);
    else {
      pages.push([entry]);
      chars = entry.text.quote.text.length;
    }
  }
  return pages;
}

/** By sizes that are quickly told, where these are enough. */
const fitTogether = (entries: readonly Entry[], room: Size): boolean =>
  fits(
    entries.map(({ date, text, source }) => together(text.sizeMax, sizeOf([...date, source]))).reduce(together),
    room,
  ) || fits(sizeOf(entries.flatMap(({ date, text, source }) => [...date, text.markdown, source])), room);

function headOf(answer: FoundAnswer, { page, pages }: Paging): string[] {
  const { asked, subject, found, note } = answer;
  const sources = new Set(found.map(({ quote }) => quote.article.id)).size;
  const spellings = (subject?.surfaces ?? []).filter((spelling) => spelling !== subject?.name);
  const shown = spellings.slice(0, spellingsMax).map((spelling) => lineOf(spelling, 40));
  const more = spellings.length - shown.length;
  const facts = [
    subject ? words.types[subject.type] : '',
    `${amountOf(answer)} ${words.inSources(sources)}`,
    shown.length > 0 ? words.alsoWritten(shown.join(', ')) + (more > 0 ? ` ${words.andMore(more)}` : '') : '',
    pages > 1 ? words.page(page + 1, pages) : '',
  ].filter(Boolean);
  return [
    `### ${lineOf(subject?.name ?? titleOf(asked), titleCharsMax)}\n${smallPrint([facts.join(' · ')])}`,
    ...(note ? [lineOf(note, 250)] : []),
  ];
}

/** Of a message are looked for the words that tell something, which nobody has said like that. */
const titleOf = ({ command, query }: Asked): string =>
  command === findPassages.name ? words.nearMessage : words.quoted(query);

/** Of a name every passage is counted; of words, those that are found last hold too few of them to be worth a number. */
function amountOf({ subject, total, found }: FoundAnswer): string {
  const shown = found.length;
  if (found[0]?.when) return shown < total ? words.firstDates(shown, total) : words.dates(total);
  if (shown === total) return words.passages(total);
  return subject ? words.bestPassages(shown, total) : words.best(shown);
}

function entryOf({ quote, matches, best, alsoIn: copies, when }: Found, room: Size): Entry {
  const alsoIn = copies.map(({ article }) => article);
  // What stands under the quote tells of the part that is shown, which depends on the room that is left: so the room
  // is taken with the longest that can stand there.
  const date = when ? [whenLine(when)] : [];
  const around = sizeOf([...date, sourceText(quote, alsoIn, longestRemarks)]);
  const shown = quoteText(quote, best ? [best] : matches, without(room, around));
  return { date, text: shown, source: sourceText(shown.quote, alsoIn, remarksOf(shown)) };
}

/** Title; publisher, date and place; labels; where else it stands; what was left out. */
export function sourceText(quote: Quote, alsoIn: readonly Article[], remarks: readonly string[]): string {
  const { article } = quote;
  const { title, by, labels } = sourceOf(article);
  const others = [...new Map(alsoIn.map((other) => [other.id, other])).values()].filter(({ id }) => id !== article.id);
  return smallPrint([
    title,
    `${by} · ${placeLineOf(placeOf(article, quote), detailCharsMax)}`,
    ...labels,
    ...(others.length > 0 ? [words.alsoIn(titlesOf(others))] : []),
    ...(remarks.length > 0 ? [remarks.join(' ')] : []),
  ]);
}

interface SourceLines {
  readonly title: string;
  readonly by: string;
  /** One line, or none. */
  readonly labels: readonly string[];
}

/** The same under each of an article's quotes. */
const sources = new WeakMap<Article, SourceLines>();

function sourceOf(article: Article): SourceLines {
  const known = sources.get(article);
  if (known) return known;
  const { title, by } = sourceLineOf(article);
  const labels = article.labels.slice(0, 3).map((label) => words.warning(lineOf(label.text, 40)));
  const made = {
    title: `**${lineOf(title, titleCharsMax)}**`,
    by: lineOf(by, detailCharsMax),
    labels: labels.length > 0 ? [labels.join(' · ')] : [],
  };
  sources.set(article, made);
  return made;
}

/** The source's own words for it; the days where these don't say them; or that no year is stated. */
function whenLine({ text, from, to, isReckoned }: When): string {
  const said = `**${lineOf(text, 80)}**`;
  if (from === null || to === null) return words.when(said, words.noYear);
  return isReckoned ? words.when(said, words.days(from, to)) : said;
}

function titlesOf(articles: readonly Article[]): string {
  const titles = articles.slice(0, alsoInMax).map((article) => lineOf(sourceLineOf(article).title, 60));
  const more = articles.length - titles.length;
  return titles.join(', ') + (more > 0 ? ` ${words.andMore(more)}` : '');
}

const partsOf = (entry: Entry, display: number): Part[] => [
  ...entry.date.map((date) => text(date)),
  text(entry.text.markdown, display),
  text(entry.source),
  ...rows(buttonsOf(entry.text.quote)),
];

export function buttonsOf(quote: Quote): APIButtonComponent[] {
  const passage = pointedOf(quote.article, quote);
  const article = quote.article.id;
  return [
    button(words.around, { kind: 'reading', act: 'open', article, at: quote.start, mark: passage }),
    button(words.cite, { kind: 'cite', article, passage }),
    ...linkButton(words.open, passageUrlOf(quote)),
  ];
}
