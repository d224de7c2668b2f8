/**
 * When: the dates in a text, each with the words it stands in, first and last day, how exactly it is put, and where its
 * year comes from. A date whose year nothing states is kept as such. The grammar stands in dates/, rule by rule.
 */
import type { Article, Block, Span, StatedDate } from '../model.ts';
import { type Anchor, nowhere, relativeOf, type StatedYear, yearOf } from './dates/anchor.ts';
import { type Interval, monthOf, partsOf, yearsOf } from './dates/calendar.ts';
import { datelineOf } from './dates/dateline.ts';
import { type Find, findsIn } from './dates/find.ts';
import { after, type Joined, joined } from './dates/join.ts';
import type { Precision, Tense } from './dates/reading.ts';
import { tenseOf } from './dates/tense.ts';

export type { Anchor } from './dates/anchor.ts';
export { nowhere } from './dates/anchor.ts';
export { byDay, type Interval } from './dates/calendar.ts';
export type { Precision } from './dates/reading.ts';

export interface DateMention extends Span {
  /** First and last day, '2016-04-13', before Christ as in ISO 8601 ('-0043-03-15'); null where no year is stated. */
  readonly value: Interval | null;
  readonly precision: Precision;
  /** Where the year comes from: these very words, the text around them or its day of publication, or nowhere. */
  readonly year: 'stated' | 'anchored' | 'not stated';
  /** Reckoned from another day ("last week"): no date by itself. */
  readonly isRelative: boolean;
  /** Of a range: the dates that it runs from and to. */
  readonly ends?: readonly [DateMention, DateMention];
}

/** Dates within `span`, which is taken for one sentence; what is known around it stands in `anchor`. */
export const datesIn = (text: string, span: Span, anchor: Anchor = nowhere): DateMention[] =>
  readSentence(text, span, span.start, anchor).dates;

const known = new WeakMap<Article, readonly DateMention[]>();

/** Of articles whose dates were worked out elsewhere, and that nobody has asked for yet. */
const kept = new WeakMap<Article, string>();

/** All dates of an article's body, in order; worked out once. */
export function datesOf(article: Article): readonly DateMention[] {
  const before = known.get(article);
  if (before) return before;
  const saved = kept.get(article);
  const dates = saved === undefined ? readArticle(article) : (JSON.parse(saved) as DateMention[]);
  kept.delete(article);
  known.set(article, dates);
  return dates;
}

/** The dates as text, to be kept: working them out takes as long as all the rest of an answer. */
export const savedDates = (article: Article): string => JSON.stringify(datesOf(article));
export const keepDates = (article: Article, saved: string): void => void kept.set(article, saved);

/** Dates of an article that lie within a span. */
export const datesWithin = (article: Article, { start, end }: Span): DateMention[] =>
  datesOf(article).filter((date) => start <= date.start && date.end <= end);

function readArticle(article: Article): DateMention[] {
  const { text, blocks } = article;
  const published = article.published.value ? intervalOf(article.published.value) : datelineOf(article);
  const isNews = tellsNews(text, blocks, published);
  let anchor: Anchor = { ...nowhere, published, isNews };
  const dates: DateMention[] = [];
  blocks.forEach((block, paragraph) => {
    if (!block.body && block.role !== 'title' && block.role !== 'heading') return;
    anchor = { ...anchor, paragraph };
    for (const sentence of block.body ? block.sentences : [block]) {
      const read = readSentence(text, sentence, block.start, anchor);
      if (block.body) dates.push(...read.dates);
      anchor = read.anchor;
    }
  });
  return dates;
}

const intervalOf = ({ iso }: StatedDate): Interval => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number?, number?];
  if (month !== undefined && day !== undefined) return { from: iso, to: iso };
  return month === undefined ? yearsOf(year, year) : monthOf(year, month);
};

/** "On Tuesday", "this week": words of one who writes for the day. */
const ofTheDay =
  /\b(?:(?:on|late|early|by|since|until|last|this|next|said)\s+(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:[Tt]his|[Ll]ast|[Nn]ext)\s+(?:week|month|year)|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b/;

/**
 * News speaks of the year it appeared in or the one before, or names weekdays more than years long gone. A text without
 * either doesn't tell; nor does one without a day of publication, but by words of the day.
 */
function tellsNews(text: string, blocks: readonly Block[], published: Interval | null): boolean | null {
  const body = blocks.filter((block) => block.body).map(({ start, end }) => text.slice(start, end));
  if (!published) return body.some((paragraph) => ofTheDay.test(paragraph));
  const [now] = partsOf(published.from);
  const years = body.flatMap((paragraph) => paragraph.match(/\b(?:1\d|20)\d\d\b/g) ?? []).map(Number);
  if (years.some((year) => Math.abs(now - year) <= 1)) return true;
  const days = body.flatMap((paragraph) => paragraph.match(/\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g) ?? []);
  return years.length + days.length === 0 ? null : years.length <= 2 * days.length;
}

interface Read {
  readonly dates: DateMention[];
  /** What is known behind the sentence. */
  readonly anchor: Anchor;
}

/** `paragraphStart` is where quotation marks are counted from. */
function readSentence(text: string, span: Span, paragraphStart: number, given: Anchor): Read {
  const sentence = text.slice(span.start, span.end);
  const dates: DateMention[] = [];
  let anchor = given;
  for (const one of joined(sentence, findsIn(sentence))) {
    const around = {
      before: sentence.slice(0, one.start),
      after: sentence.slice(one.end),
      sentenceStart: span.start,
      isSpoken: isSpoken(text.slice(paragraphStart, span.start + one.start)),
      get tense(): Tense {
        return tenseOf(this.before, this.after);
      },
    };
    const resolve = ({ start, end, reading }: Find): DateMention => {
      const at = { start: span.start + start, end: span.start + end, precision: reading.precision };
      const isRelative = reading.kind === 'relative';
      const value =
        reading.kind === 'stated'
          ? reading.interval
          : reading.kind === 'yearless'
            ? yearOf(reading, anchor, around)
            : isRelative
              ? relativeOf(reading, anchor, around)
              : null;
      const year = reading.kind === 'stated' ? 'stated' : value ? 'anchored' : 'not stated';
      return { ...at, value, year, isRelative };
    };
    const date = dateOf(one, span.start, resolve);
    dates.push(date);
    const stated = statedBy(date, one, around.before, around.after);
    if (stated) anchor = { ...anchor, stated: { ...stated, paragraph: anchor.paragraph } };
  }
  return { dates, anchor };
}

function dateOf({ start, end, first, last }: Joined, at: number, resolve: (find: Find) => DateMention): DateMention {
  const from = resolve(first);
  if (!last) return from;
  const own = resolve(last);
  const isOpen = last.reading.kind === 'yearless';
  const value = isOpen ? from.value && after(last.reading, from.value) : own.value;
  const to: DateMention = isOpen ? { ...own, value, year: value ? 'anchored' : 'not stated' } : own;
  const isTold = from.value !== null && to.value !== null;
  return {
    start: at + start,
    end: at + end,
    value: isTold ? { from: from.value.from, to: to.value.to } : null,
    precision: 'range',
    year: isTold ? (from.year === 'stated' || to.year === 'stated' ? 'stated' : 'anchored') : 'not stated',
    isRelative: false,
    ends: [from, to],
  };
}

/** "Since 2011", "until 2011", "(1868–1926)", "the 1979 revolution": the story is not in that year. */
const aside = /(?:\b(?:since|until|till|before|after|by|from|like|unlike|as in)\s+(?:the\s+)?|\([^)]*)$/iu;
/** "Who left the board in 2011", "had made his name in 2014": told of another time. */
const backstory = /(?:\b(?:who|which|whose|where|whom)\b[^,;:.]*|\bhad\s+(?:\p{L}+\s+){1,2}[^,;:.]*)$/iu;
const asideName = /\b(?:the|a|an|its|his|her|their|\p{L}+['’]s)\s+(?:\p{L}+\s+)?$/iu;

/** The year that dates behind this one may belong to. */
function statedBy(
  date: DateMention,
  one: Joined,
  before: string,
  behind: string,
): Omit<StatedYear, 'paragraph'> | null {
  if (!date.value || date.isRelative) return null;
  const [[year, first], [lastYear]] = [partsOf(date.value.from), partsOf(date.value.to)];
  const at = date.start;
  // A span of years rules out that the last single year goes on, and is none itself.
  const isVague = year !== lastYear && date.precision !== 'season';
  if (isVague) return /\([^)]*$/u.test(before) ? null : { year, month: null, isVague, at };
  if (
    date.year === 'stated' &&
    (aside.test(before) || backstory.test(before) || (one.last && date.precision === 'range' && first === 1))
  )
    return null;
  if (date.precision === 'year' && /\p{L}\s+of\s+$/u.test(before)) return null;
  if (date.precision === 'year' && asideName.test(before) && /^\s+\p{L}/u.test(behind)) return null;
  const month = ['day', 'month', 'week', 'range', 'season', 'quarter'].includes(date.precision) ? first : null;
  return { year, month, isVague, at };
}

/** True inside quotation marks: whoever speaks there reckons from another day. */
function isSpoken(before: string): boolean {
  const straight = (before.match(/"/g) ?? []).length % 2 === 1;
  const curly = (before.match(/[“„«]/gu) ?? []).length > (before.match(/[”»]/gu) ?? []).length;
  return straight || curly;
}
