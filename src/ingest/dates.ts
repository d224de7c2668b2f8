/**
 * Dates as people write them → StatedDate, only as precise as stated and never a guess: 03/04/2020 is no date. Used for
 * date lines, front matter and addresses.
 */
import type { StatedDate } from '../model.ts';
import { isWeekdayName, monthNumber } from '../text/dates/words.ts';
import { eraDay, eraYear, fromSolar, solarDay } from './other-calendars.ts';

export interface FoundDate {
  readonly date: StatedDate;
  /** Offsets of the date itself in the string that was searched. */
  readonly start: number;
  readonly end: number;
}

const word = String.raw`(\p{L}{3,})\.?`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const year = String.raw`(\d{4})`;
const edge = String.raw`(?<![\p{L}\d])`;
/** "30 February 2016" is not February 2016. */
const dayless = String.raw`(?<!\d(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?)`;
const rim = String.raw`(?![\p{L}\d])`;

type Reading = (match: RegExpExecArray) => StatedDate | null;

/** In the order in which they are tried; each knows which of its parts is what. */
const forms: readonly (readonly [RegExp, Reading])[] = [
  [new RegExp(`${edge}${year}[-/.](\\d{1,2})[-/.](\\d{1,2})(?:(?=T\\d)|${rim})`, 'u'), (m) => dayOf(m[1], m[2], m[3])],
  [/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u, (m) => dayOf(m[1], m[2], m[3])],
  [eraDay, (m) => dayOf(String(eraYear(m[1] ?? '', m[2] ?? '')), m[3], m[4])],
  [solarDay, (m) => solar(m[3], m[2], m[1])],
  [new RegExp(`${edge}${year}\\.\\s+${word}\\s+${day}${rim}`, 'u'), (m) => dayOf(m[1], monthNumber(m[2]), m[3])],
  [
    new RegExp(`${edge}${day}\\s+(?:de\\s+|of\\s+)?${word}[,،]?\\s+(?:de\\s+|del\\s+)?${year}${rim}`, 'u'),
    (m) => dayOf(m[3], monthNumber(m[2]), m[1]),
  ],
  [new RegExp(`${edge}${day}[-/]${word}[-/]${year}${rim}`, 'u'), (m) => dayOf(m[3], monthNumber(m[2]), m[1])],
  [new RegExp(`${edge}${word}\\s+${day},?\\s+${year}${rim}`, 'u'), (m) => dayOf(m[3], monthNumber(m[1]), m[2])],
  [new RegExp(`${edge}(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${year}${rim}`, 'u'), (m) => dayOf(m[3], m[2], m[1])],
  [new RegExp(`${edge}(\\d{1,2})([-/])(\\d{1,2})\\2${year}${rim}`, 'u'), (m) => slashed(m[1], m[3], m[4])],
  [
    new RegExp(`${edge}${dayless}${word},?\\s+(?:de\\s+)?${year}${rim}`, 'u'),
    (m) => monthStated(m[2], monthNumber(m[1])),
  ],
  [new RegExp(`${edge}${year}-(\\d{2})${rim}`, 'u'), (m) => monthStated(m[1], m[2])],
];

/** The first date in `text`, by the most precise form that fits; null when there is none or it can be read two ways. */
export function dateIn(text: string): FoundDate | null {
  const plain = withPlainDigits(text);
  for (const [form, read] of forms) {
    const match = form.exec(plain);
    const date = match && read(match);
    if (match && date) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Blocks of ten digits, from nought: Arabic, Persian, Devanagari, Bengali, full width. */
const digits = ['\u0660', '\u06f0', '\u0966', '\u09e6', '\uff10'];

/** With the digits of other scripts as our own, each in its place. */
const withPlainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g, (sign) => {
    const nought = digits.findLast((first) => first <= sign) ?? '0';
    return String(sign.charCodeAt(0) - nought.charCodeAt(0));
  });

/** A date, or several, and nothing else but weekdays, times and words such as "Published on"; null for any other line. */
export function dateOfLine(line: string): DateOnLine | null {
  if (line.length > 160 || !/\p{Nd}/u.test(line)) return null;
  const dates = datesOf(line);
  if (!isDateDress(withoutDates(line))) return null;
  return dates.find(({ updated }) => !updated) ?? dates[0] ?? null;
}

export interface DateOnLine extends FoundDate {
  /** The words before it say that it is the day of a change. */
  readonly updated: boolean;
}

/** Every date on a line, in order; at most four. */
export function datesOf(line: string): DateOnLine[] {
  const dates: DateOnLine[] = [];
  let rest = line;
  for (let found = dateIn(rest); found && dates.length < 4; found = dateIn(rest)) {
    dates.push({ ...found, updated: false });
    rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end);
  }
  dates.sort((a, b) => a.start - b.start);
  return dates.map((date, at) => {
    const lead = line.slice(dates[at - 1]?.end ?? 0, date.start);
    return {
      ...date,
      updated:
        /updated|modified|edited|aktualisiert|bearbeitet|geändert|(?<!\p{L})stand:?\s+(?:(?:vom|am)\s+)?$|mis à jour|actualizado|atualizado|aggiornat|обновлен|güncelle|تحديث|更新|修改/iu.test(
          lead,
        ),
    };
  });
}

/** The line with its dates blanked out. */
export function withoutDates(line: string): string {
  return datesOf(line).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    line,
  );
}

/** "03/04/2020" alone on a line, or with the day of a change: a date that cannot be told. */
export const isAmbiguousDate = (line: string): boolean =>
  dateOfLine(line) === null &&
  /^\D{0,40}\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b/u.test(line) &&
  isDateDress(line.replace(/\b\d{1,2}[-/]\d{1,2}[-/]\d{4}\b/g, ' '));

/** True when nothing is left once clock times, weekdays and the usual words round a date are taken away. */
function isDateDress(rest: string): boolean {
  const bare = withoutTimes(withPlainDigits(rest)).replace(dress, ' ').replace(dressAbroad, ' ');
  const words = bare.match(/[\p{L}\d]+(?:-\p{L}+)?/gu) ?? [];
  return words.every((each) => isWeekdayName(each) || zones.test(each));
}

/** The line with its clock times blanked out. */
export const withoutTimes = (line: string): string =>
  line
    .replace(
      /T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?(?![\p{L}\d])/giu,
      ' ',
    )
    .replace(/(?<!\d)\d{1,2}\s?[ap]\.?m\.?(?!\p{L})/giu, ' ');

const dress =
  /(?<!\p{L})(?:(?:first|originally) published|last (?:updated|modified)|date published|publication date|published|posted|updated|modified|created|added|date|on|at|time|the|of|publi[ée]e? le|mis à jour le|veröffentlicht am|aktualisiert am|stand|publicado el|actualizado el|am|um|uhr|le|à|el|a las|г|года?|в|опубликовано)(?!\p{L})/giu;
const dressAbroad =
  /(?<!\p{L})(?:publicad[oa]|em|en|pubblicat[oa]|il|alle|gepubliceerd|geplaatst|op|om|publicerad|publisert|offentliggjort|den|kl|opublikowano|data(?: publikacji)?|yayınlanma|tarihi?|fecha|datum|veröffentlicht|erschienen|julkaistu|publikováno|zveřejněno|δημοσιεύθηκε|פורסם|نشرت?|تاريخ|النشر|في|بتاريخ|发布(?:时间|日期|于)?|發布(?:時間|日期)?|发表于|时间|時間|日期|公開日?|掲載日?|投稿日?|입력|게시)(?!\p{L})/giu;
const zones = /^(?:[ECMP][SD]T|UTC|GMT|BST|CES?T|EES?T|MSK|IST|JST|ET|PT)$/;

/** The date in an address: "/2016/04/13/", "/2016/04/", "2016-04-13", "/20160413". */
export function dateInUrl(url: string): FoundDate | null {
  for (const [form, read] of urlForms) {
    const match = form.exec(url);
    const date = match && read(match);
    if (match && date) return { date, start: match.index + 1, end: match.index + match[0].length };
  }
  return null;
}

const urlForms: readonly (readonly [RegExp, Reading])[] = [
  [/[/_-](\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/, (m) => dayOf(m[1], m[3], m[4])],
  [/[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/, (m) => dayOf(m[1], m[2], m[3])],
  [/\/(\d{4})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/, (m) => dayOf(m[1], monthNumber(m[2]), m[3])],
  [/\/((?:19|20)\d{2})\/(\d{2})(?=\/)/, (m) => monthStated(m[1], m[2])],
];

/** "2016", "2016-04", "2016-04-13" or a written date, and nothing else. */
export function statedDateOf(value: string): StatedDate | null {
  const trimmed = value.trim();
  if (/^\d{4}$/.test(trimmed)) return plausibleYear(Number(trimmed)) ? { iso: trimmed, precision: 'year' } : null;
  return dateOfLine(trimmed)?.date ?? null;
}

const plausibleYear = (value: number): boolean => value >= 1400 && value <= 2199;
const padded = (value: number): string => String(value).padStart(2, '0');

function monthStated(yearText: string | undefined, monthText: string | number | undefined): StatedDate | null {
  const month = Number(monthText);
  if (!plausibleYear(Number(yearText)) || !(month >= 1 && month <= 12)) return null;
  return { iso: `${yearText}-${padded(month)}`, precision: 'month' };
}

function dayOf(
  yearText: string | undefined,
  monthText: string | number | undefined,
  dayText: string | undefined,
): StatedDate | null {
  const stated = monthStated(yearText, monthText);
  const date = Number(dayText);
  if (!stated || date < 1 || date > new Date(Date.UTC(Number(yearText), Number(monthText), 0)).getUTCDate())
    return null;
  return { iso: `${stated.iso}-${padded(date)}`, precision: 'day' };
}

function solar(year: string | undefined, month: string | undefined, day: string | undefined): StatedDate | null {
  const found = fromSolar(Number(year), month ?? '', Number(day));
  return found && dayOf(String(found[0]), found[1], String(found[2]));
}

/** Day and month with slashes stand in either order: only told when one is over 12, or both are one number. */
function slashed(
  first: string | undefined,
  second: string | undefined,
  yearText: string | undefined,
): StatedDate | null {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12) return dayOf(yearText, b, first);
  return b > 12 || a === b ? dayOf(yearText, a, second) : null;
}
