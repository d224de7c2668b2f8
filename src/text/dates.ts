/** Dates as a sentence states them: enough to put dated sentences in order. A date without a year is not one here. */
import type { Span, StatedDate } from '../model.ts';

export interface DateMention extends Span, StatedDate {}

const months = 'january february march april may june july august september october november december'.split(' ');
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '(?<year>1[0-9]\\d\\d|20\\d\\d)';
const day = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';

/** Most precise first; a later pattern never takes what an earlier one took. */
const patterns = [
  `(?<year>1[0-9]\\d\\d|20\\d\\d)-(?<number>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])`,
  `\\b${day}(?:\\s+of)?\\s+${month},?\\s+${year}`,
  `\\b${month}\\s+${day},?\\s+${year}`,
  `\\b${month},?(?:\\s+of)?\\s+${year}`,
  `(?<![\\d.,:/$€£-])${year}(?![\\d:/%]|,\\d|\\.\\d)(?!\\s+(?:\\p{Ll}+\\s+)?(?:people|civilians|fighters|troops|soldiers|men|women|children|families|km|kilomet\\w+|miles|met\\w+|feet|dollars|euros|tons|tonnes|percent))`,
].map((pattern) => new RegExp(`${pattern}\\b`, 'giu'));

export function datesIn(text: string, { start, end }: Span): DateMention[] {
  const slice = text.slice(start, end);
  const found: DateMention[] = [];
  for (const pattern of patterns) {
    for (const match of slice.matchAll(pattern)) {
      const span = { start: start + match.index, end: start + match.index + match[0].length };
      if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
      found.push({ ...span, ...dateOf(match.groups ?? {}) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function dateOf(groups: Record<string, string | undefined>): StatedDate {
  const monthAt = groups['month']
    ? months.findIndex((name) => name.startsWith(groups['month']!.toLowerCase().slice(0, 3))) + 1
    : Number(groups['number'] ?? 0);
  const iso = [groups['year'], monthAt || null, groups['day'] ?? null].filter((part) => part !== null);
  const [y, m, d] = iso.map((part) => String(part).padStart(2, '0'));
  if (d) return { iso: `${y}-${m}-${d}`, precision: 'day' };
  return m ? { iso: `${y}-${m}`, precision: 'month' } : { iso: `${y}`, precision: 'year' };
}
