/** Dates with a year of two figures, and years of other reckonings: fiscal, Islamic and Persian ones. Tried before all others. */
import { dayAt, dayOf, monthOf, numberOf, partsOf, yearsOf } from './calendar.ts';
import { isCount } from './numbers.ts';
import { partOfYears, type Reading, stated } from './reading.ts';
import { dash, day, dayNumber, type Match, pattern, type Rule, year } from './rule.ts';
import { englishMonth, monthNumber, part, partOf } from './words.ts';

/** Of a century nobody states: from 40 on it is taken for the twentieth, up to 29 for this one, and between not told. */
const inFull = (figures: string | undefined): number | null => {
  const short = Number(figures);
  return short >= 40 ? 1900 + short : short <= 29 ? 2000 + short : null;
};

/** After an apostrophe "'14" is a hundred years ago as often as not. */
const afterApostrophe = (figures: string | undefined): number | null =>
  Number(figures) >= 30 ? 1900 + Number(figures) : null;

const untold = (precision: Reading['precision']): Reading => ({ kind: 'untold', precision });

/** Day and month in either order: told only where one order gives a day, or both the same. */
function numericReading({ groups, before, after }: Match): Reading | null {
  const [a, b, inYear] = [Number(groups['a']), Number(groups['b']), inFull(groups['year'])];
  if (isCount(after) || /\b(?:version|v|section|chapter|no|nos|article|release|type|model|ip)\.?\s*$/iu.test(before))
    return null;
  const dayFirst = dayOf(inYear ?? 2000, b, a);
  const monthFirst = groups['mark'] === '.' ? null : dayOf(inYear ?? 2000, a, b);
  if (!dayFirst && !monthFirst) return null;
  return inYear === null || (dayFirst && monthFirst && a !== b) ? untold('day') : stated('day', dayFirst ?? monthFirst);
}

function namedReading({ groups, after }: Match): Reading | null {
  if (isCount(after)) return null;
  const inYear = inFull(groups['year']);
  const month = monthNumber(groups['month']);
  return inYear === null ? untold('day') : stated('day', dayOf(inYear, month, dayNumber(groups['day'])));
}

const timeBefore =
  /(?:(?:^|[\s(“"–—-])(?:in|of|since|by|until|till|from|to|through|during|before|after|around|and|or|spring|summer|autumn|fall|winter|early|late|mid|class of|the)\s+|\p{Lu}\p{L}+\s+)$/iu;

function apostropheReading({ groups, before, after }: Match): Reading | null {
  if (/^(?:['’]|\s*(?:per\s?cent|percent|%))/u.test(after) || isCount(after)) return null;
  const [inYear, month] = [afterApostrophe(groups['year']), monthNumber(groups['month'])];
  if (month > 0) return inYear === null ? untold('month') : stated('month', monthOf(inYear, month));
  if (!timeBefore.test(before)) return null;
  return inYear === null ? untold('year') : stated('year', yearsOf(inYear, inYear));
}

/** 1 Muharram of a year by the tabular calendar (the civil epoch, 19 July 622), in days since 1970. */
const islamicNewYear = (inYear: number): number =>
  numberOf('0622-07-19') + (inYear - 1) * 354 + Math.floor((11 * inYear + 3) / 30);

const yearOfDay = (number: number): number => partsOf(dayAt(number))[0];

function otherCalendar({ groups }: Match): Reading | null {
  const inYear = Number(groups['year'] ?? groups['after']);
  const isSolar = /^(?:A\.?P\.?|S\.?H\.?|solar)/iu.test(groups['era'] ?? '');
  if (inYear < 1 || inYear > 1600) return null;
  return isSolar
    ? stated('year', yearsOf(inYear + 621, inYear + 622))
    : stated('year', yearsOf(yearOfDay(islamicNewYear(inYear)), yearOfDay(islamicNewYear(inYear + 1) - 1)));
}

/** Three figures are a year only where hardly anything else could stand. */
function earlyReading({ groups, before, after }: Match): Reading | null {
  const isAlone =
    (/(?:^|\s)(?:in|since|until)\s+$/iu.test(before) && /^\s*(?:[,.;:)]|$)/u.test(after)) ||
    (/(?:^|\s)(?:since|until)\s+$/iu.test(before) && /^\s+(?:of|by|when|and|the|he|she|it|they|under)\s/u.test(after));
  const isBracketed =
    /\p{Lu}[\p{L}’'-]*\s\((?:r\.\s|d\.\s|b\.\s|c\.\s|died\s)?$/u.test(before) && /^\s*[);,]/u.test(after);
  if (!isAlone && !isBracketed) return null;
  const [first, last] = [Number(groups['year']), Number(groups['last'] ?? groups['year'])];
  return first > last ? null : stated(first === last ? 'year' : 'range', yearsOf(first, last));
}

const islamicMonths =
  "(?:Muharram|Safar|Rabi[ʿ'’]?\\s(?:al-\\p{L}+|I{1,2})|Jumada\\s(?:al-\\p{L}+|I{1,2})|Rajab|Sha[ʿ'’]?ban|Ramadan|Shawwal|Dhu['’]?\\sal-\\p{L}+)";

export const shortRules: readonly Rule[] = [
  {
    name: 'fiscal year',
    why: 'a date, but every country and company has its own: found, and not told',
    example: 'fiscal 1996',
    needs: /[Ff]iscal|FISCAL|[Ff]inancial|FINANCIAL|FY/,
    pattern: pattern(
      `(?:[Tt]he\\s+)?(?:(?:[Ff]iscal|FISCAL|[Ff]inancial|FINANCIAL)(?:\\s+(?:[Yy]ear|YEAR)s?)?\\s+${year}(?:[-–/]\\d{2,4})?|FY\\s?['’]?(?:${year}|\\d{2})(?:[-–/]\\d{2,4})?|${year}(?:[-–/]\\d{2,4})?\\s+(?:fiscal|financial)(?:\\s+year)?)`,
    ),
    read: () => untold('year'),
  },
  {
    name: 'numeric day with a short year',
    why: 'told only where one order gives a day, else withheld; with full stops the day comes first',
    example: '31/10/96',
    needs: /\d[/.]\d/,
    pattern: pattern(
      '(?:(?<a>\\d{1,2})(?<mark>/)(?<b>\\d{1,2})/(?<year>\\d\\d)|(?<a2>\\d\\d)\\.(?<b2>\\d\\d)\\.(?<year2>\\d\\d))',
    ),
    read: (match) => {
      const { a2, b2, year2 } = match.groups;
      return numericReading(a2 === undefined ? match : { ...match, groups: { a: a2, b: b2, year: year2, mark: '.' } });
    },
  },
  {
    name: 'day, month and short year',
    why: 'how armies and offices write: with two figures and nothing counted behind them',
    example: '4 Oct 96',
    needs: /\d[- ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i,
    pattern: pattern(
      `(?<day>${day})(?<gap>[- ])(?<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\.?)\\k<gap>(?<year>\\d\\d)(?=\\s*(?:[,.;:)\\]]|$|[–—]|(?:to|and|until|of|when|the)\\b))`,
    ),
    read: namedReading,
  },
  {
    name: 'decade after an apostrophe',
    why: 'the thirties and later are of the last century to nearly everybody',
    example: "the '60s",
    needs: /\d0s/,
    pattern: pattern(`(?:[Tt]he\\s+)?(?<part>${part}(?:the\\s+)?)?['’‘](?<decade>\\d)0['’]?s`),
    read: ({ groups }) => {
      const first = 1900 + Number(groups['decade']) * 10;
      return first < 1930 ? untold('decade') : stated('decade', partOfYears(first, first + 9, partOf(groups['part'])));
    },
  },
  {
    name: 'year after an apostrophe',
    why: 'told from 1930 on: before, the century is open',
    example: "'66",
    needs: /['’‘]\d\d/,
    pattern: pattern(`(?:(?<month>${englishMonth})\\s+)?['’‘](?<year>\\d\\d)`),
    read: apostropheReading,
  },
  {
    name: 'Islamic or Persian year',
    why: 'only where it is marked; it reaches over two of ours, or is one of them',
    example: '1358 AH',
    needs: /A\.?H|A\.?P\.?|S\.?H|[Hh]ijri/,
    pattern: pattern(
      `(?:(?:\\d{1,2}\\s+)?${islamicMonths},?\\s+)?(?:(?<year>\\d{1,4})\\s*(?<era>A\\.H\\.S\\.|A\\.H\\.|AH|A\\.P\\.|AP|S\\.H\\.|SH|[Ss]olar\\s[Hh]ijri|[Hh]ijri)|(?:AH|A\\.H\\.)\\s?(?<after>\\d{1,4}))`,
    ),
    read: otherCalendar,
  },
  {
    name: 'year of three figures',
    why: 'histories of the early centuries name them as years',
    example: '632',
    needs: /(?<!\d)[2-9]\d\d(?!\d)/,
    pattern: pattern(`(?<year>[2-9]\\d\\d)(?:${dash}(?<last>[2-9]\\d\\d))?`),
    read: earlyReading,
  },
];
