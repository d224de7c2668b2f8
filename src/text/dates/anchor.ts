/**
 * Which year a date without one belongs to: that of publication, or the last one that the document states before it.
 * Where the two speak against each other, or nothing speaks, the date stays without a year: never a guess.
 */
import { type Interval, numberOf, partsOf } from './calendar.ts';
import type { Reading, Tense } from './reading.ts';

/** A year that the text states, which dates after it may belong to. */
export interface StatedYear {
  readonly year: number;
  /** The month that it was last known to stand at. */
  readonly month: number | null;
  readonly paragraph: number;
  /** True for several years told at once: dates behind them may belong to any. */
  readonly isVague: boolean;
  /** Where in the article it stands. */
  readonly at: number;
}

/** What is known where a date stands. */
export interface Anchor {
  /** First and last day of publication as far as it is stated: a day, a month or a year. */
  readonly published: Interval | null;
  readonly stated: StatedYear | null;
  readonly paragraph: number;
  /** False for a text that tells of years long before its publication, as an encyclopaedia does; null where nothing tells. */
  readonly isNews: boolean | null;
}

export const nowhere: Anchor = { published: null, stated: null, paragraph: 0, isNews: false };

type Yearless = Extract<Reading, { kind: 'yearless' }>;
type Relative = Extract<Reading, { kind: 'relative' }>;

/** The words around a date without a year, where it stands. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly sentenceStart: number;
  readonly isSpoken: boolean;
  readonly tense: Tense;
}

/** Nearer than this a date is taken for the nearest one, whatever the verbs: nobody leaves out the year of another. */
const daysNear = 45;
/** Up to here the nearest is taken when nothing speaks against it. */
const daysNearEnough = 123;

const openingChars = 20;
/** How far back a story's year is looked for; further on it may have gone on to another. */
const paragraphsMax = 2;

const sameYearAfter = /^,?\s+(?:of\s+)?(?:that|the\s+same)\s+year\b/u;
/** Not a time but its memory, or any year's: "the anniversary of the 14 July …", "every 1 May". */
const recurring =
  /(?:\banniversar\w*\s+of\b.{0,40}|\bcommemorat\w+\b.{0,40}|\bmarks?\b.{0,20}|\b(?:every|each|annual\w*|yearly|usually|always|traditionally)\b.{0,25})$/iu;
/** "the 7 October attacks", "the 14 March alliance": a name, whose year everybody is taken to know. */
const nameAfter =
  /^\s+(?:attacks?|revolution|uprising|movement|alliance|coalition|coup|massacre|war|bridge|street|square|brigades?|martyrs|camp|forces?|bloc|organi[sz]ation|group|hospital|stadium|university|holiday)\b/iu;

export function yearOf(reading: Yearless, anchor: Anchor, around: Around): Interval | null {
  const { stated, published, paragraph, isNews } = anchor;
  if (stated && sameYearAfter.test(around.after)) return stated.isVague ? null : reading.inYear(stated.year);
  if (recurring.test(around.before) || (/\b(?:the|a)\s+$/iu.test(around.before) && nameAfter.test(around.after)))
    return null;
  if (!published || isYearOnly(published) || isNews === false) {
    // News without its day: the years that it names are others'.
    const isStory = stated && paragraph - stated.paragraph <= paragraphsMax && (published || !isNews);
    return isStory && around.tense !== 'future' ? narrated(reading, stated) : null;
  }
  const near = byPublication(reading, published, around.tense, isNews === true);
  // "In 2011 … in March": a year that opens the sentence rules all of it.
  if (stated && stated.at - around.sentenceStart <= openingChars && stated.at >= around.sentenceStart)
    return around.tense === 'future' ? null : narrated(reading, stated);
  const isOnlyOne = yearsAround(published).filter((year) => reading.inYear(year)).length === 1;
  if (!near || !stated || isOnlyOne) return near;
  const isOther = partsOf(near.from)[0] !== stated.year && partsOf(near.to)[0] !== stated.year;
  if (isOther && stated.paragraph === paragraph) return null;
  return near;
}

/** In a story told in order, a month before the last one belongs to a later year, or the story goes back: not told. */
const narrated = ({ inYear, month }: Yearless, { year, month: last, isVague }: StatedYear): Interval | null =>
  isVague || (last !== null && month < last) ? null : inYear(year);

const isYearOnly = ({ from, to }: Interval): boolean => numberOf(to) - numberOf(from) > 31;

function byPublication({ inYear }: Yearless, published: Interval, tense: Tense, isNews: boolean): Interval | null {
  const near = yearsAround(published)
    .flatMap((candidate) => inYear(candidate) ?? [])
    .map((interval) => ({ interval, days: daysBetween(interval, published), isAhead: interval.from > published.to }))
    .sort((a, b) => a.days - b.days);
  const [first, second] = near;
  if (!first) return null;
  const isClear = !second || second.days - first.days >= 60;
  const disagrees = first.isAhead ? tense === 'past' : tense === 'future';
  // "Friday, 1 November": the weekday leaves one year.
  const isOnlyOne = !second && first.days <= daysNearEnough;
  if (isOnlyOne || (first.days <= daysNear && isClear && !disagrees && (isNews || !first.isAhead)))
    return first.interval;
  if (first.days <= daysNear || isNews === false) return null;
  const agrees = tense === null ? !first.isAhead : !disagrees;
  if (first.days <= daysNearEnough && isClear && agrees) return first.interval;
  return tense === null ? null : (near.find(({ isAhead }) => isAhead === (tense === 'future'))?.interval ?? null);
}

const yearsAround = ({ from }: Interval): number[] => [-1, 0, 1].map((step) => partsOf(from)[0] + step);

const daysBetween = (a: Interval, b: Interval): number =>
  Math.max(0, numberOf(a.from) - numberOf(b.to), numberOf(b.from) - numberOf(a.to));

/** Told only by the author and from a day of publication; in a story of long ago "Tuesday" is that story's. */
export function relativeOf(reading: Relative, anchor: Anchor, around: Around): Interval | null {
  const { published, stated } = anchor;
  if (!published || published.from !== published.to || around.isSpoken || !anchor.isNews) return null;
  const isOfThen = stated && stated.at >= around.sentenceStart && stated.year < partsOf(published.from)[0] - 1;
  if (isOfThen) return null;
  return reading.from(published.from, around.tense);
}
