/** Dates that name a day or a month, with or without its year. Earlier rules take their words from later ones. */
import { dayOf, dayText, type Interval, monthOf, monthsOf, weekdayOf } from './calendar.ts';
import { isCount } from './numbers.ts';
import { inYearOf, partOfMonth, type Reading, stated, yearless } from './reading.ts';
import { dash, day, dayNumber, hasMonth, hasYear, type Match, pattern, type Rule, rim, year } from './rule.ts';
import {
  englishMonth,
  englishMonthInFull,
  monthNumber,
  ordinal,
  ordinalNumber,
  part,
  partOf,
  weekdayNumber,
  weekdayOrShort,
} from './words.ts';

/** A month of any language in question, with the small words around it: "de julio de", "of July,". */
const anyMonth = '(?:of\\s+|de\\s+|d[ei]\\s+)?(?<month>\\p{L}{3,})\\.?';
const english = `(?<month>${englishMonth})`;
const beforeDay = `(?:(?<weekday>${weekdayOrShort}),?\\s+(?:the\\s+)?)?`;
const yearAfter = `(?:,?\\s+(?:de\\s+|del\\s+|of\\s+)?(?<year>${year}))`;

const dayIn =
  (month: number, from: number, to = from) =>
  (inYear: number): Interval | null => {
    const [first, last] = [dayOf(inYear, month, from), dayOf(inYear, month, to)];
    return first && last && from <= to ? { from: first.from, to: last.to } : null;
  };

const dayReading = ({ groups }: Match): Reading | null => {
  const month = monthNumber(groups['month']);
  const inYear = dayIn(month, dayNumber(groups['day']));
  const weekday = weekdayNumber(groups['weekday']);
  // A weekday beside a date without a year tells which years it can be.
  const onWeekday = (candidate: number): Interval | null => {
    const interval = inYear(candidate);
    return interval && weekdayOf(interval.from) === weekday ? interval : null;
  };
  if (weekday >= 0 && groups['year'] === undefined && inYear(2000)) return yearless('day', month, onWeekday);
  const reading = inYearOf(groups['year'], 'day', month, inYear);
  // "31 April 2016" is a slip of the source's: a date, but not to be told.
  return reading ?? (month > 0 && groups['year'] !== undefined ? { kind: 'untold', precision: 'day' } : null);
};

/** "On 3 and 17 March" are two days, "between 3 and 17 March" a span. */
const daysReading = ({ groups, words, before }: Match): Reading | null => {
  const month = monthNumber(groups['month']);
  const isPair = /\s(?:and|or)\s/u.test(words) && dayNumber(groups['last']) !== dayNumber(groups['day']) + 1;
  if (isPair && !/\b[Bb]etween\s+(?:the\s+)?$/u.test(before)) return null;
  return inYearOf(groups['year'], 'range', month, dayIn(month, dayNumber(groups['day']), dayNumber(groups['last'])));
};

/** "March 10 miles" and "June 20 fighters" count something. */
const unlessCount =
  (read: (match: Match) => Reading | null) =>
  (match: Match): Reading | null =>
    match.groups['year'] === undefined && isCount(match.after) ? null : read(match);

const partReading = ({ groups }: Match): Reading | null => {
  const month = monthNumber(groups['month']);
  return inYearOf(groups['year'], 'month', month, (inYear) => partOfMonth(inYear, month, partOf(groups['part'])));
};

const weekReading = ({ groups }: Match): Reading | null => {
  const month = monthNumber(groups['month']);
  const nth = ordinalNumber(groups['nth']);
  const last = (inYear: number) => partOfMonth(inYear, month, 'end');
  const weekOf = (inYear: number): Interval | null => {
    if (nth === 0) return last(inYear);
    return nth > 4 ? null : { from: dayText(inYear, month, nth * 7 - 6), to: dayText(inYear, month, nth * 7) };
  };
  return inYearOf(groups['year'], 'week', month, weekOf);
};

const monthsReading = ({ groups }: Match): Reading | null => {
  const [first, last] = [monthNumber(groups['first']), monthNumber(groups['month'])];
  if (first < 1 || last < 1) return null;
  return inYearOf(groups['year'], 'range', last, (inYear) =>
    monthsOf(first <= last ? inYear : inYear - 1, first, inYear, last),
  );
};

/** Day and month may stand in either order: told only when one is over 12 or both are the same. */
function slashed({ groups }: Match): Reading | null {
  const [a, b] = [Number(groups['a']), Number(groups['b'])];
  const inYear = Number(groups['year']);
  const european = dayOf(inYear, b, a);
  const american = dayOf(inYear, a, b);
  if (european && american && a !== b && groups['mark'] !== '.') return { kind: 'untold', precision: 'day' };
  return stated('day', groups['mark'] === '.' ? european : (european ?? american));
}

const numbered = ({ groups }: Match): Reading | null =>
  stated('day', dayOf(Number(groups['year']), Number(groups['month']), Number(groups['day'])));

/** What stands before a month that is alone: "in March", "since May"; "the July election". */
const monthPreposition =
  /(?:^|[\s(“"—–-])(?:in|since|until|till|by|from|during|of|for|to|through|throughout|before|after|between|around|and|or|that|every|each|both|late|early|mid|was|as of|on)\s+$/iu;
const monthNounAfter =
  /^\s+(?:elections?|talks|summit|meeting|meetings|agreement|accord|deal|contract|offensive|attacks?|vote|referendum|ceasefire|truce|deadline|session|hearing|conference|report|visit|strikes?|protests?|raids?|coup|budget|figures?|rally|polls?|ballot|round|issue|bombing|killing|uprising|revolution|invasion|operation|decision|ruling|statement|speech|letter|interview|trip|storms?|floods?|earthquake|game|match|final|race|date)\b/u;
const plainNames = /^May$/;

const timeOnlyBefore = new RegExp(
  `(?:^|[\\s(“"—–-])(?:(?:in|since|until|till|during|late|early|mid|through)|(?:from|between)\\s+(?:${part})?(?:${englishMonthInFull})(?:\\s+\\d{4})?\\s+(?:to|and|until))\\s+$`,
  'iu',
);
const rangeAfter = new RegExp(`^\\s+(?:to|until|till|and)\\s+(?:${part})?(?:${englishMonthInFull})`, 'u');

/** "May" is a person and a verb as well: it needs a word that goes with a time and with no name. */
function aloneReading(match: Match): Reading | null {
  const { groups, before, after } = match;
  const isName = plainNames.test(groups['month'] ?? '');
  const isTimed = isName
    ? timeOnlyBefore.test(before) || (/\b(?:from|between)\s+$/iu.test(before) && rangeAfter.test(after))
    : monthPreposition.test(before) || /^\s+and\s+(?:the\s+\p{L}+\s+\p{L}+\s+of\s+)?\p{Lu}/u.test(after);
  const isOfYear = !isName && /\bin\s+the\s+$/iu.test(before) && /^\s+of\s/u.test(after);
  const isAttribute = /\b(?:the|a|an|its|his|her|their|last|’s|'s)\s+$/iu.test(before) && monthNounAfter.test(after);
  if (!isTimed && !isAttribute && !isOfYear) return null;
  if (/^\s+\p{Lu}\p{Ll}+/u.test(after) && isName) return null;
  if (/^(?:\s+\d|['’]s\s+\p{Ll})/u.test(after) && isName) return null;
  return partReading(match);
}

export const calendarRules: readonly Rule[] = [
  {
    name: 'iso day',
    why: 'the one numeric form that reads the same everywhere',
    example: '2016-04-13',
    needs: /\d{4}[-/.]\d/,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}/-])(?<year>${year})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?=T\\d|${rim})`,
      'gu',
    ),
    read: numbered,
  },
  {
    name: 'east asian day',
    why: 'year, month and day are marked by their own characters',
    example: '2016年4月13日',
    needs: /[年년]/,
    pattern: /(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/gu,
    read: numbered,
  },
  {
    name: 'numeric day',
    why: 'told where only one order gives a day, else withheld; with full stops the day comes first',
    example: '13/04/2016',
    needs: /\d[-/.]\d/,
    pattern: pattern(`(?<a>\\d{1,2})(?<mark>[-/.])(?<b>\\d{1,2})\\k<mark>(?<year>${year})`),
    read: slashed,
  },
  {
    name: 'days of a month, day first',
    why: 'several days of one month are written with the month once',
    example: '16–18 September 1982',
    needs: hasMonth,
    pattern: pattern(
      `(?<day>${day})(?:(?:,\\s+${day})*(?:${dash}|,?\\s+(?:to|and|or|until|till|through)\\s+(?:the\\s+)?))(?<last>${day})\\s+(?:of\\s+)?${english}${yearAfter}?`,
    ),
    read: daysReading,
  },
  {
    name: 'days of a month, month first',
    why: 'the same in American order',
    example: 'July 24–26, 2015',
    needs: hasMonth,
    pattern: pattern(
      `${english}\\s+(?<day>${day})(?:${dash}|\\s+(?:to|and|or|until|till|through)\\s+)(?<last>${day})${yearAfter}?`,
    ),
    read: unlessCount(daysReading),
  },
  {
    name: 'day, month and year',
    why: 'the commonest full date; months of many languages, for no other word fits there',
    example: '13 April 2016',
    needs: hasYear,
    pattern: pattern(
      `${beforeDay}(?:the\\s+)?(?<day>${day})\\.?[-\\s]+${anyMonth}[-\\s,]+(?:de\\s+|del\\s+|of\\s+)?(?<year>${year})`,
    ),
    read: dayReading,
  },
  {
    name: 'month, day and year',
    why: 'the same in American order',
    example: 'April 13, 2016',
    needs: hasMonth,
    pattern: pattern(`${beforeDay}${english}\\s+(?:the\\s+)?(?<day>${day})${yearAfter}`),
    read: dayReading,
  },
  {
    name: 'months of a year',
    why: 'several months of one year are written with the year once',
    example: 'March–April 2016',
    needs: hasMonth,
    pattern: pattern(`(?<first>${englishMonth})(?:${dash})${english}${yearAfter}?`),
    read: monthsReading,
  },
  {
    name: 'week of a month',
    why: 'a week that is counted within its month',
    example: 'the first week of December 2016',
    needs: /week/,
    pattern: pattern(
      `(?:[Tt]he\\s+)?(?:(?<nth>${ordinal})|last|final)\\s+week\\s+(?:of|in)\\s+${english}${yearAfter}?`,
    ),
    read: weekReading,
  },
  {
    name: 'month and year',
    why: 'a month with its year needs no other word; part of it may be said',
    example: 'mid-March 2016',
    needs: hasMonth,
    pattern: pattern(
      `(?<part>${part})?${english}(?:,?\\s+(?:of\\s+|in\\s+)?(?<year>${year}))(?!\\s+(?:men|people|troops|fighters)\\b)`,
    ),
    read: partReading,
  },
  {
    name: 'month and year in other languages',
    why: 'French, Spanish, Russian and others write months small, and a year after them',
    example: 'juillet 2015',
    needs: hasYear,
    pattern: pattern(`(?<month>\\p{Ll}{3,})\\s+(?:de\\s+|del\\s+)?(?<year>${year})`),
    read: ({ groups, before }) => {
      const month = monthNumber(groups['month']);
      // In English text these words mean something else.
      if (/^(?:may|march|mar|set|out|jun|jan|dec|mai|mart|sept?|auk|kis|lip)$/.test(groups['month'] ?? '')) return null;
      return before.endsWith("'") ? null : stated('month', month > 0 ? monthOf(Number(groups['year']), month) : null);
    },
  },
  {
    name: 'part of a month',
    why: 'a part is only said of a time, so that the month needs no preposition',
    example: 'mid-December',
    needs: hasMonth,
    pattern: pattern(`(?<part>${part})(?<month>${englishMonthInFull})`),
    read: partReading,
  },
  {
    name: 'day and month',
    why: 'in news the year is the one of the day it appeared',
    example: '24 July',
    needs: hasMonth,
    pattern: pattern(`${beforeDay}(?:the\\s+)?(?<day>${day})\\.?(?:\\s+of)?\\s+${english}`),
    read: dayReading,
  },
  {
    name: 'month and day',
    why: 'the same in American order',
    example: 'July 24',
    needs: hasMonth,
    pattern: pattern(`${beforeDay}${english}\\s+(?:the\\s+)?(?<day>${day})`),
    read: unlessCount(dayReading),
  },
  {
    name: 'month alone',
    why: 'a month counts only where the words beside it speak of time',
    example: 'in March',
    needs: hasMonth,
    pattern: pattern(`(?<month>${englishMonthInFull})`),
    read: aloneReading,
  },
];
