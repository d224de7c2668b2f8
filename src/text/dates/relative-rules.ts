/** Times reckoned from the day on which a text appeared: "Tuesday", "last week", "three days ago". Tried last. */
import { dayAt, type Interval, monthOf, numberOf, partsOf, plusDays, weekdayOf, yearsOf } from './calendar.ts';
import type { Precision, Reading, Tense } from './reading.ts';
import { hasSeason, type Match, pattern, type Rule } from './rule.ts';
import { count, countNumber, englishMonthInFull, monthNumber, season, weekday, weekdayNumber } from './words.ts';

const relative = (precision: Precision, from: (published: string, tense: Tense) => Interval | null): Reading => ({
  kind: 'relative',
  precision,
  from,
});
const unsettled = (precision: Precision): Reading => relative(precision, () => null);

const one = (day: string): Interval => ({ from: day, to: day });

/** The weekday nearest behind the day of publication, that day included; or nearest ahead. */
function weekdayReading({ groups, before }: Match): Reading | null {
  const wanted = weekdayNumber(groups['weekday']);
  const which = groups['which']?.toLowerCase();
  const isHabit = /\b(?:every|each|most|any|bloody|black|good|ash|palm)\s+$/iu.test(before);
  if (isHabit) return null;
  // "Next Friday" said on a Wednesday is this week's to some and the next to others.
  if (which === 'next' || which === 'following' || which === 'previous') return unsettled('day');
  return relative('day', (published, tense) => {
    const back = (weekdayOf(published) - wanted + 7) % 7;
    if (which === 'last') return back <= 1 ? null : one(plusDays(published, -back));
    if (which === 'this' || which === 'coming')
      return tense === 'future' ? one(plusDays(published, (7 - back) % 7)) : null;
    if (tense === null) return null;
    return one(plusDays(published, tense === 'past' ? -back : (7 - back) % 7));
  });
}

const nearDays: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };
const steps: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  next: 1,
};

function unitReading({ groups }: Match): Reading | null {
  const step = steps[groups['which']!.toLowerCase()];
  const unit = groups['unit'] as 'week' | 'month' | 'year';
  if (step === undefined) return null;
  return relative(unit, (published) => {
    const [year, month] = partsOf(published);
    if (unit === 'year') return yearsOf(year + step, year + step);
    if (unit === 'month') return monthAt(year * 12 + month - 1 + step);
    const monday = plusDays(published, -((weekdayOf(published) + 6) % 7) + step * 7);
    return { from: monday, to: plusDays(monday, 6) };
  });
}

const monthAt = (index: number): Interval => monthOf(Math.floor(index / 12), (index % 12) + 1);

/** "last November", said in December, may be of this year or the one before. */
function monthReading({ groups }: Match): Reading | null {
  const month = monthNumber(groups['month']);
  const isNext = groups['which']!.toLowerCase() === 'next';
  return relative('month', (published) => {
    const [year, now] = partsOf(published);
    const away = isNext ? (month - now + 12) % 12 : (now - month + 12) % 12;
    if (away < 3) return null;
    return monthAt(year * 12 + now - 1 + (isNext ? away : -away));
  });
}

function agoReading({ groups }: Match): Reading | null {
  const unit = groups['unit'] as 'day' | 'week' | 'month' | 'year';
  const many = countNumber(groups['count']);
  if (many < 1 || groups['more'] !== undefined) return unsettled(unit);
  return relative(unit, (published) => {
    const [year, month] = partsOf(published);
    if (unit === 'year') return many > 99 ? null : yearsOf(year - many, year - many);
    if (unit === 'month') return monthAt(year * 12 + month - 1 - many);
    if (unit === 'day') return one(plusDays(published, -many));
    return { from: dayAt(numberOf(published) - many * 7 - 3), to: dayAt(numberOf(published) - many * 7 + 3) };
  });
}

export const relativeRules: readonly Rule[] = [
  {
    name: 'month beside this one',
    why: 'reckoned from the month of publication where that leaves no choice',
    example: 'last November',
    needs: /[Ll]ast|[Nn]ext/,
    pattern: pattern(`(?<which>[Ll]ast|[Nn]ext)\\s+(?<month>${englishMonthInFull})`),
    read: monthReading,
  },
  {
    name: 'weekday',
    why: 'news names days by their weekday: the last one for what was, the next for what is to come',
    example: 'Tuesday',
    needs: /day/,
    pattern: pattern(
      `(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]revious|[Ff]ollowing)\\s+)?(?<weekday>${weekday})(?!s)`,
    ),
    read: weekdayReading,
  },
  {
    name: 'day beside yesterday or tomorrow',
    why: 'reckoned from the day of publication',
    example: 'the day before yesterday',
    needs: /day\s+(?:before|after)\s/,
    pattern: pattern('[Tt]he\\s+day\\s+(?:before\\s+yesterday|after\\s+tomorrow)'),
    read: ({ words }) => relative('day', (published) => one(plusDays(published, /before/.test(words) ? -2 : 2))),
  },
  {
    name: 'day beside this one',
    why: 'reckoned from the day of publication',
    example: 'yesterday',
    needs: /[Yy]esterday|[Tt]o(?:morrow|night|day)/,
    pattern: pattern("(?<word>[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]oday)(?!’s|'s)"),
    read: ({ groups, words }) => {
      const step = nearDays[words.toLowerCase()]!;
      // "Today" is as often these years as this day.
      return groups['word']?.toLowerCase() === 'today'
        ? null
        : relative('day', (published) => one(plusDays(published, step)));
    },
  },
  {
    name: 'week, month or year beside this one',
    why: 'reckoned from the day of publication',
    example: 'last year',
    needs: /week|month|year/,
    pattern: pattern('(?:[Tt]he\\s+)?(?<which>[Ll]ast|[Tt]his|[Nn]ext)\\s+(?<unit>week|month|year)'),
    read: unitReading,
  },
  {
    name: 'week, month or year behind this day',
    why: 'a date, but without a first and a last day',
    example: 'the past week',
    needs: /[Pp]ast/,
    pattern: pattern('(?:[Tt]he\\s+)?[Pp]ast\\s+(?<unit>week|month|year)'),
    read: ({ groups }) => unsettled(groups['unit'] as Precision),
  },
  {
    name: 'season beside this one',
    why: 'a date, but whose year is not settled: last summer is this one’s or the one before',
    example: 'last summer',
    needs: hasSeason,
    pattern: pattern(`(?:[Ll]ast|[Tt]his|[Nn]ext)\\s+${season}`),
    read: () => unsettled('season'),
  },
  {
    name: 'so long ago',
    why: 'reckoned from the day of publication, as exactly as it is put',
    example: 'three days ago',
    needs: /ago/,
    pattern: pattern(
      `(?<more>[Mm]ore\\s+than\\s+|[Oo]ver\\s+|[Aa]bout\\s+|[Aa]lmost\\s+|[Nn]early\\s+|[Ss]ome\\s+)?(?<count>${count})\\s+(?<unit>day|week|month|year)s?\\s+ago`,
    ),
    read: agoReading,
  },
  {
    name: 'so long after',
    why: 'hangs on what was told before, which a rule can’t tell for sure: found, and not told',
    example: 'two days later',
    needs: /later|earlier/,
    pattern: pattern(`(?<count>${count})\\s+(?<unit>day|week|month|year)s?\\s+(?:later|earlier)`),
    read: ({ groups }) => unsettled(groups['unit'] as Precision),
  },
];
