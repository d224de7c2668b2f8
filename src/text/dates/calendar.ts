/**
 * Days as ISO strings and what is reckoned with them: the ground that dates in texts stand on. A year before Christ has
 * the sign and the year 0 of ISO 8601: 44 BC is "-0043".
 */

/** First and last day, both included, as '2016-04-13' or '-0043-03-15'. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const yearText = (year: number): string => (year < 0 ? `-${padded(-year, 4)}` : padded(year, 4));

export const dayText = (year: number, month: number, day: number): string =>
  `${yearText(year)}-${padded(month, 2)}-${padded(day, 2)}`;

/** Days of a month in the Gregorian calendar, reckoned backwards where need be. */
export function daysIn(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

/** Null for a day that the month doesn't have. */
export function dayOf(year: number, month: number, day: number): Interval | null {
  if (day < 1 || month < 1 || month > 12 || day > daysIn(year, month)) return null;
  return { from: dayText(year, month, day), to: dayText(year, month, day) };
}

export const monthsOf = (fromYear: number, fromMonth: number, toYear: number, toMonth: number): Interval => ({
  from: dayText(fromYear, fromMonth, 1),
  to: dayText(toYear, toMonth, daysIn(toYear, toMonth)),
});

export const monthOf = (year: number, month: number): Interval => monthsOf(year, month, year, month);

export const yearsOf = (from: number, to: number): Interval => monthsOf(from, 1, to, 12);

/** Year, month and day of a text made here. */
export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  const [, year, month, date] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) throw new Error(`"${day}" is not a day`);
  return [Number(year), Number(month), Number(date)];
}

/** Days since 1970-01-01. */
export function numberOf(day: string): number {
  const [year, month, date] = partsOf(day);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return Math.round(at.getTime() / 86_400_000);
}

export function dayAt(number: number): string {
  const at = new Date(number * 86_400_000);
  return dayText(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

export const plusDays = (day: string, days: number): string => dayAt(numberOf(day) + days);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => (((numberOf(day) + 4) % 7) + 7) % 7;

/** In order of time; years before Christ first. */
export function byDay(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
