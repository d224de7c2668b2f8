/** Days in calendars other than the Gregorian one, as papers date themselves by them: the solar years of Iran, the eras of Japan. */

/** Year, month and day. */
type Day = readonly [year: number, month: number, day: number];

const solarMonths = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
export const solarDay = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})\\s+(${solarMonths.join('|')})(?:\\s+ماه)?\\s+(1[34]\\d\\d)(?!\\d)`,
  'u',
);

const dayMs = 86_400_000;

/** A solar year begins on one of three days in March; the platform knows on which. */
export function fromSolar(year: number, monthName: string, day: number): Day | null {
  const month = solarMonths.indexOf(monthName) + 1;
  const before = Math.min(month - 1, 6) * 31 + Math.max(0, month - 7) * 30;
  const wanted = `${month}/${day}/${year}`;
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  for (const first of [20, 21, 22]) {
    const date = new Date(Date.UTC(year + 621, 2, first) + (before + day - 1) * dayMs);
    if (format.format(date).startsWith(wanted))
      return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  return null;
}

/** The year before the first of each era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 };
export const eraDay = /(令和|平成|昭和|大正|明治)\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u;

export const eraYear = (era: string, year: string): number => (eras[era] ?? 0) + (year === '元' ? 1 : Number(year));
