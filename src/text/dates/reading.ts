/** What a rule reads in words of a text: a time that is told, one that lacks its year, or one that hangs on another day. */
import { daysIn, dayText, type Interval, monthsOf, yearsOf } from './calendar.ts';
import type { Part } from './words.ts';

/** How exactly a text puts it; the interval may be narrower ("mid-March" is told to the month). */
export type Precision =
  | 'day'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'range';

/** Whether the words around speak of what was or of what is to come. */
export type Tense = 'past' | 'future' | null;

export type Reading =
  | { readonly kind: 'stated'; readonly precision: Precision; readonly interval: Interval }
  /** "24 July": an interval in every year that has one. */
  | {
      readonly kind: 'yearless';
      readonly precision: Precision;
      readonly month: number;
      readonly inYear: (year: number) => Interval | null;
    }
  /** "last week": reckoned from the day on which the text was published; null where that doesn't settle it. */
  | {
      readonly kind: 'relative';
      readonly precision: Precision;
      readonly from: (published: string, tense: Tense) => Interval | null;
    }
  /** Plainly a date, but not to be told which: "03/04/2020". */
  | { readonly kind: 'untold'; readonly precision: Precision };

export const stated = (precision: Precision, interval: Interval | null): Reading | null =>
  interval && { kind: 'stated', precision, interval };

export const yearless = (precision: Precision, month: number, inYear: (year: number) => Interval | null): Reading => ({
  kind: 'yearless',
  precision,
  month,
  inYear,
});

/** With a year it is stated, without one it lacks it. */
export function inYearOf(
  year: string | undefined,
  precision: Precision,
  month: number,
  inYear: (year: number) => Interval | null,
): Reading | null {
  if (month < 1) return null;
  if (year !== undefined) return stated(precision, inYear(Number(year)));
  // 2000 is a leap year: what no leap year has, no year has.
  return inYear(2000) && yearless(precision, month, inYear);
}

/** "early", "mid" and "late" are thirds; "the start" and "the end" are less. */
export function partOfMonth(year: number, month: number, part: Part | null): Interval {
  const last = daysIn(year, month);
  const [from, to] = {
    early: [1, 10],
    mid: [11, 20],
    late: [21, last],
    start: [1, 7],
    end: [last - 6, last],
    all: [1, last],
  }[part ?? 'all'] as [number, number];
  return { from: dayText(year, month, from), to: dayText(year, month, to) };
}

export function partOfYear(year: number, part: Part | null): Interval {
  const [from, to] = { early: [1, 4], mid: [5, 8], late: [9, 12], start: [1, 2], end: [11, 12], all: [1, 12] }[
    part ?? 'all'
  ] as [number, number];
  return monthsOf(year, from, year, to);
}

/** Of a decade or a century, in whole years. */
export function partOfYears(first: number, last: number, part: Part | null): Interval {
  const length = last - first + 1;
  const third = Math.round(length / 3);
  switch (part) {
    case 'early':
      return yearsOf(first, first + third);
    case 'mid':
      return yearsOf(first + third, last - third);
    case 'late':
      return yearsOf(last - third, last);
    case 'start':
      return yearsOf(first, first + Math.round(length / 5));
    case 'end':
      return yearsOf(last - Math.round(length / 5), last);
    case null:
      return yearsOf(first, last);
  }
}

/** Winter runs from December into the next year. */
export const seasonOf = (year: number, firstMonth: number): Interval =>
  firstMonth === 12 ? monthsOf(year, 12, year + 1, 2) : monthsOf(year, firstMonth, year, firstMonth + 2);
