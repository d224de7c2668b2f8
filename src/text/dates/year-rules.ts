/** Dates that name a year or more, or a season or quarter of one. Tried after those that name a day or a month. */
import { type Interval, monthsOf, yearsOf } from './calendar.ts';
import { isNumber } from './numbers.ts';
import { inYearOf, partOfYear, partOfYears, type Reading, seasonOf, stated, yearless } from './reading.ts';
import { dash, hasSeason, hasYear, type Match, pattern, type Rule, year } from './rule.ts';
import { ordinal, ordinalNumber, part, partOf, season, seasonMonth } from './words.ts';

const era = '(?:BCE?|B\\.C\\.(?:E\\.)?)';
const commonEra = '(?:AD|CE|A\\.D\\.|C\\.E\\.)';

const quartersOf = (inYear: number, nth: number, months: number): Interval | null =>
  nth >= 1 && nth * months <= 12 ? monthsOf(inYear, (nth - 1) * months + 1, inYear, nth * months) : null;

const quarterReading = ({ groups }: Match): Reading | null => {
  const isHalf = /half|[Hh]/.test(groups['unit'] ?? '');
  const nth = Number(
    groups['digit'] ?? (/last|final/i.test(groups['nth'] ?? '') ? (isHalf ? 2 : 4) : ordinalNumber(groups['nth'])),
  );
  const months = isHalf ? 6 : 3;
  return inYearOf(groups['year'], isHalf ? 'half' : 'quarter', nth * months, (inYear) =>
    quartersOf(inYear, nth, months),
  );
};

const seasonReading = ({ groups }: Match): Reading | null => {
  const [first, next] = [Number(groups['year']), groups['next']];
  const month = seasonMonth(groups['season']!);
  if (next !== undefined && (month !== 12 || (first + 1) % 100 !== Number(next) % 100)) return null;
  return stated('season', seasonOf(first, month));
};

const decadeReading = ({ groups, before }: Match): Reading | null => {
  // "a man in his 1990s" is nobody, but "in their 1950s heyday" is a decade.
  const first = Number(groups['decade']) * 10;
  return /(?:his|her|their)\s+(?:early|mid|late)?[- ]?$/.test(before)
    ? null
    : stated('decade', partOfYears(first, first + 9, partOf(groups['part'])));
};

const centuryReading = ({ groups }: Match): Reading | null => {
  const nth = ordinalNumber(groups['nth']);
  if (nth < 1 || nth > 21) return null;
  const [first, last] = groups['era'] ? [1 - nth * 100, (1 - nth) * 100] : [nth * 100 - 99, nth * 100];
  return stated('century', partOfYears(first, last, partOf(groups['part'])));
};

/** 1 BC is the year 0 of ISO 8601. */
const yearReading =
  (isBefore: boolean) =>
  ({ groups }: Match): Reading | null => {
    const [first, last] = [Number(groups['year']), Number(groups['last'] ?? groups['year'])];
    if (first === 0 || last === 0) return null;
    const [from, to] = isBefore ? [1 - first, 1 - last] : [first, last];
    return from > to ? null : stated(groups['last'] === undefined ? 'year' : 'range', yearsOf(from, to));
  };

/** "1914–18", "1991-1995"; with a hyphen "2003-11" may be a month, and is not told. */
function yearsReading({ groups, before, after, words }: Match): Reading | null {
  const first = Number(groups['year']);
  const short = groups['last']!;
  const last = short.length === 4 ? Number(short) : first - (first % 100) + Number(short);
  if (last <= first || isNumber(groups['year']!, before, after)) return null;
  if (short.length === 2 && Number(short) <= 12 && /[-‐]/u.test(words)) return { kind: 'untold', precision: 'month' };
  return stated('range', yearsOf(first, last));
}

const yearWordBefore =
  /(?:^|[\s(“"‘'/—–-])(?:in|b\.|d\.|r\.|fl\.|born|died|est\.|established|founded|since|of|by|until|till|from|to|before|after|during|between|around|circa|c\.|ca\.|through|throughout|late|early|mid|fiscal|year|season|class of|as of|pre|post|autumn|spring|summer|winter|budget|and in|or|on|for|copyright|©)(?:\s+|[-‐])$/iu;
const determinerBefore =
  /(?:^|[\s(“"—–-])(?:the|a|an|its|his|her|our|their|this|that|\p{L}+['’]s|\p{L}+s['’])\s+(?:\p{Ll}[\p{Ll}-]*\s+){0,2}$/iu;
const nameBefore = /(?:\p{Lu}[\p{L}.’'-]+|\))\s*,\s+$/u;
const openBefore = /[([]\s*(?:[^()[\]]*[,;]\s*|\p{Lu}[\p{L}.\s&’'-]*\s)?$/u;
const closeAfter = /^\s*(?:[).,;:!?\]—–]|$)/u;

/** Four digits are a year where the words around them say so. */
function aloneReading({ groups, before, after }: Match): Reading | null {
  const digits = groups['year']!;
  if (isNumber(digits, before, after)) return null;
  if (/\bto\s+$/u.test(before) && /\d\s+to\s+$/u.test(before) && Number(digits) % 50 === 0) return null;
  const isTimed = yearWordBefore.test(before);
  const isAttribute = determinerBefore.test(before) && /^(?:\s+|[-‐])\p{L}/u.test(after);
  const isOwner = /^['’]s\s/u.test(after);
  const isPlaced = nameBefore.test(before) && closeAfter.test(after);
  const isBracketed = openBefore.test(before) && closeAfter.test(after);
  const isOpening =
    /^[-*•\s“"]*$/u.test(before) &&
    /^\s*(?:[:—–-]|(?:to|until)\s+\d{4}|(?:was|saw|brought|began|ended|marked|is|has|will)\b)/u.test(after);
  // "Argentina, 1976 to 1983,": the first of a span.
  const isSpan = /[,(;:—–]\s*$/u.test(before) && /^\s+(?:to|until|till|through)\s+(?:1\d{3}|20\d\d)(?!\d)/u.test(after);
  const isTitle = /\p{Lu}\p{Ll}+\s+$/u.test(before) && closeAfter.test(after) && Number(digits) % 50 !== 0;
  return isTimed || isAttribute || isOwner || isPlaced || isBracketed || isOpening || isSpan || isTitle
    ? stated('year', yearsOf(Number(digits), Number(digits)))
    : null;
}

export const yearRules: readonly Rule[] = [
  {
    name: 'season of a year',
    why: 'seasons as in the northern half of the world, where nearly all texts that name them are from',
    example: 'the summer of 2015',
    needs: hasSeason,
    pattern: pattern(
      `(?:[Tt]he\\s+)?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?(?<season>${season})(?:,|\\s+of|\\s+in)?\\s+(?<year>${year})(?:[-–/](?<next>\\d{4}|\\d{2}))?`,
    ),
    read: seasonReading,
  },
  {
    name: 'season of that year',
    why: 'a season gets its year where the words after it point back to one',
    example: 'the autumn',
    needs: hasSeason,
    pattern: pattern(
      `(?:[Tt]he\\s+)?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?(?<season>${season})(?=,?\\s+(?:of\\s+)?(?:that|the\\s+same)\\s+year)`,
    ),
    read: ({ groups }) => {
      const month = seasonMonth(groups['season']!);
      return yearless('season', month, (inYear) => seasonOf(inYear, month));
    },
  },
  {
    name: 'quarter or half of a year',
    why: 'reports reckon in quarters and halves',
    example: 'the second half of 2018',
    needs: /quarter|half|[QH][1-4]|[1-4][QH]/,
    pattern: pattern(
      `(?:(?:[Tt]he\\s+)?(?<nth>${ordinal}|last|final|First|Second|Third|Fourth)[- ](?<unit>quarter|half)\\s+(?:of\\s+)?|(?<unit2>Q|H)(?<digit>[1-4])\\s+(?:of\\s+)?|(?<digit2>[1-4])(?<unit3>Q|H)\\s+(?:of\\s+)?)(?<year>${year})`,
    ),
    read: (match) => {
      const { unit, unit2, unit3, digit, digit2 } = match.groups;
      return quarterReading({
        ...match,
        groups: { ...match.groups, unit: unit ?? unit2 ?? unit3, digit: digit ?? digit2 },
      });
    },
  },
  {
    name: 'decade',
    why: 'told to ten years, or to a part of them',
    example: 'the late 1990s',
    needs: /\d0['’]?s/,
    pattern: pattern(`(?:[Tt]he\\s+)?(?<part>${part}(?:the\\s+)?)?(?<decade>1\\d\\d|20\\d)0['’]?s`),
    read: decadeReading,
  },
  {
    name: 'century',
    why: 'the nineteenth century began with 1801',
    example: 'the early nineteenth century',
    needs: /century/,
    pattern: pattern(
      `(?:[Tt]he\\s+)?(?<part>${part}(?:the\\s+)?)?(?<nth>${ordinal}|[A-Z][a-z]+(?:th|st|nd|rd))[-\\s]+century(?:\\s+(?<era>${era})|\\s+${commonEra})?`,
    ),
    read: centuryReading,
  },
  {
    name: 'years before Christ',
    why: 'small numbers are years only with their era',
    example: '431–404 BC',
    needs: /B\.?C/,
    pattern: pattern(`(?<year>\\d{1,4})(?:${dash}(?<last>\\d{1,4}))?\\s*${era}`),
    read: yearReading(true),
  },
  {
    name: 'years of the common era',
    why: 'the same on this side',
    example: 'AD 70',
    needs: /A\.?D|C\.?E/,
    pattern: pattern(
      `(?:A\\.?D\\.?\\s*(?<year>\\d{1,4})(?:${dash}(?<last>\\d{1,4}))?|(?<year2>\\d{1,4})(?:${dash}(?<last2>\\d{1,4}))?\\s+${commonEra})`,
    ),
    read: (match) => {
      const { year: first = match.groups['year2'], last = match.groups['last2'] } = match.groups;
      return yearReading(false)({ ...match, groups: { year: first, last } });
    },
  },
  {
    name: 'years of a season or an account',
    why: 'a slash joins two years that follow each other',
    example: '1995/96',
    needs: /\d{4}\//,
    pattern: pattern(`(?<year>${year})/(?<last>${year}|\\d{2})`),
    read: ({ groups }) => {
      const [first, last] = [Number(groups['year']), Number(groups['last'])];
      return (first + 1) % 100 === last % 100 ? stated('range', yearsOf(first, first + 1)) : null;
    },
  },
  {
    name: 'years',
    why: 'two years with a dash between them',
    example: '1914–18',
    needs: /\d{4}\s*[-‐‑–—]/u,
    pattern: pattern(`(?<year>${year})${dash}(?<last>${year}|\\d{2})`),
    read: yearsReading,
  },
  {
    name: 'part of a year',
    why: 'a part is only said of a time',
    example: 'late 2015',
    needs: hasYear,
    pattern: pattern(`(?<part>${part})(?:the\\s+year\\s+)?(?<year>${year})`),
    read: ({ groups, before, after }) =>
      isNumber(groups['year']!, before, after)
        ? null
        : stated('year', partOfYear(Number(groups['year']), partOf(groups['part']))),
  },
  {
    name: 'year',
    why: 'four digits are more often a year than anything else, but only beside words of time',
    example: 'in 1979',
    needs: hasYear,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_$€£#@/.])(?<!\\d[,:])(?<!\\d[-–])(?<year>${year})(?![\\p{L}\\p{N}_%°]|[.,:/]\\d|-\\d)`,
      'gu',
    ),
    read: aloneReading,
  },
];
