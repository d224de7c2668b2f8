/** Words of which dates are made: months of many languages, weekdays, numbers, seasons, and parts of a time. */
import { fold } from '../fold.ts';

const englishMonths = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** Languages whose months are known by the names that the platform has for them (ICU, by way of Intl). */
const locales = 'en de fr es it pt nl pl ru uk tr sv da nb fi cs ro hu id el ar ar-LB ar-DZ he bg sk ca'.split(' ');

/** Made when first asked for: the names of all these languages take a twentieth of a start. */
let monthNumbers: ReadonlyMap<string, number> | undefined;
let weekdayNames: ReadonlySet<string> | undefined;

function monthNames(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const locale of locales) {
    const namesFor = namesIn(locale, 'month');
    for (let month = 1; month <= 12; month++) {
      for (const name of namesFor(new Date(Date.UTC(2020, month - 1, 15)))) {
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  }
  return names;
}

/** Long and short. With a day beside it a month is declined in Slavic languages: "апреля", not "апрель". */
function namesIn(locale: string, unit: 'month' | 'weekday'): (date: Date) => string[] {
  // Made once for all dates: a format takes as long to make as hundreds of dates to write.
  const formats = (['long', 'short'] as const).map((width) => {
    const options: Intl.DateTimeFormatOptions = { [unit]: width, timeZone: 'UTC' };
    const alone = new Intl.DateTimeFormat(locale, options);
    return { alone, withDay: new Intl.DateTimeFormat(locale, { ...options, day: 'numeric' }) };
  });
  return (date) =>
    formats.flatMap(({ alone, withDay }) => {
      const declined = withDay.formatToParts(date).find(({ type }) => type === unit)?.value ?? '';
      return [alone.format(date), declined].map((name) => fold(name).replace(/\.$/, ''));
    });
}

function weekdaysNamed(): Set<string> {
  return new Set([
    ...['tues', 'thurs', 'weds'],
    ...locales.flatMap((locale) => {
      const namesFor = namesIn(locale, 'weekday');
      return [1, 2, 3, 4, 5, 6, 7]
        .flatMap((day) => namesFor(new Date(Date.UTC(2020, 1, day))))
        .filter((name) => /^\p{L}{2,}(?:-\p{L}+)?$/u.test(name));
    }),
  ]);
}

/** True for the name of a weekday in any of the languages. */
export function isWeekdayName(word: string): boolean {
  weekdayNames ??= weekdaysNamed();
  return weekdayNames.has(fold(word));
}

/** 1 to 12, or 0 for a word that is no month. */
export function monthNumber(name: string | undefined): number {
  monthNumbers ??= monthNames();
  const folded = fold(name ?? '').replace(/\.$/, '');
  // "In May" is one word in Hebrew.
  return monthNumbers.get(folded) ?? monthNumbers.get(folded.replace(/^ב(?=[א-ת])/u, '')) ?? 0;
}

/** 0 is Sunday; -1 for another word. */
export const weekdayNumber = (name: string | undefined): number =>
  name ? weekdays.findIndex((day) => day.startsWith(fold(name).slice(0, 3))) : -1;

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  );
const cardinals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "third" and "3rd" → 3; 0 for another word. */
export const ordinalNumber = (word: string | undefined): number => {
  const folded = fold(word ?? '').replace(' ', '-');
  return Number(/^(\d+)(?:st|nd|rd|th)$/.exec(folded)?.[1] ?? ordinals.indexOf(folded) + 1);
};

/** "three" and "3" → 3, "a" → 1; 0 for another word. */
export const countNumber = (word: string | undefined): number => {
  const folded = fold(word ?? '');
  return /^an?$/.test(folded) ? 1 : /^\d+$/.test(folded) ? Number(folded) : cardinals.indexOf(folded) + 1;
};

const either = (words: readonly string[]): string => words.join('|');
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** English months as they are written, with a capital: "march" is a verb. */
export const englishMonth = either([
  ...englishMonths.flatMap((name) => [capital(name), name.toUpperCase()]),
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec'].flatMap((name) => [
    `${name}\\b\\.?`,
    `${name.toUpperCase()}\\b\\.?`,
  ]),
]);
/** Full names only, for where nothing else speaks for a month. */
export const englishMonthInFull = either(englishMonths.map(capital));
export const weekday = either(weekdays.map(capital));
export const weekdayOrShort = `(?:${weekday}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\b\\.?)`;
export const ordinal = `(?:${either(ordinals.toReversed())}|\\d{1,2}(?:st|nd|rd|th))`;
export const count = `(?:\\d{1,3}|[Aa]n?|${either(cardinals.flatMap((word) => [word, capital(word)]))})`;

/** What a text may say of a longer time: its part, from the share where it begins to the share where it ends. */
export type Part = 'early' | 'mid' | 'late' | 'start' | 'end';

export const part =
  '(?:[Ee]nd[-‐–]|(?:very\\s+)?(?:[Ee]arly|[Ll]ater?|[Mm]id|[Mm]iddle)(?:\\s*[-‐–]\\s*|\\s+)(?:to[- ]late\\s+)?|(?:[Tt]he\\s+)?(?:beginning|start|middle|end|close|opening)\\s+of\\s+)';

export function partOf(words: string | undefined): Part | null {
  const folded = fold(words ?? '');
  if (/early/.test(folded)) return 'early';
  if (/\blate/.test(folded)) return 'late';
  if (/mid/.test(folded)) return 'mid';
  if (/beginning|start|opening/.test(folded)) return 'start';
  return /end|close/.test(folded) ? 'end' : null;
}

export const season = '(?:[Ss]pring(?:time)?|[Ss]ummer(?:time)?|[Aa]utumn|[Ff]all|[Ww]inter(?:time)?)';

/** First month of a season in the northern half of the world; a winter begins in December. */
export const seasonMonth = (word: string): number => {
  const folded = fold(word);
  if (folded.startsWith('spring')) return 3;
  if (folded.startsWith('summer')) return 6;
  return folded.startsWith('winter') ? 12 : 9;
};
