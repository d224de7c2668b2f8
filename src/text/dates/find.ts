/** The dates of one sentence: rules applied in their order, single years joined by their neighbours, ranges made one. */
import { everyMatch } from '../every-match.ts';
import { yearsOf } from './calendar.ts';
import { calendarRules } from './calendar-rules.ts';
import { isNumber } from './numbers.ts';
import type { Reading } from './reading.ts';
import { stated } from './reading.ts';
import { relativeRules } from './relative-rules.ts';
import type { Rule } from './rule.ts';
import { shortRules } from './short-rules.ts';
import { yearRules } from './year-rules.ts';

export const rules: readonly Rule[] = [...shortRules, ...calendarRules, ...yearRules, ...relativeRules];

/** Where in the sentence, and what it says. */
export interface Find {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

/** Without one of these a sentence has no date; most have none. */
const hint =
  /\d{3}|\d[/.]\d|['’‘]\d\d|FY|\d\s?(?:BC|AD|CE|AH|A\.H|SH|AP|[Hh]ijri|[년年])|AH\s|[Pp]ast\s|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b|[Yy]esterday|[Tt]omorrow|[Tt]onight|\b(?:week|month|year|day)s?\b|[Cc]entury|\bsame\s+year|AD\s|(?:[Ll]ast|[Tt]his|[Nn]ext)\s/u;

export function findsIn(sentence: string): Find[] {
  if (!hint.test(sentence)) return [];
  const finds: Find[] = [];
  const isTaken = (start: number, end: number) => finds.some((one) => one.start < end && start < one.end);
  for (const rule of rules) {
    if (!rule.needs.test(sentence)) continue;
    for (const match of everyMatch(sentence, rule.pattern)) {
      const words = match[0].trimEnd();
      const [start, end] = [match.index, match.index + words.length];
      if (isTaken(start, end)) continue;
      const reading = rule.read({
        groups: match.groups ?? {},
        words,
        before: sentence.slice(0, start),
        after: sentence.slice(end),
      });
      if (reading) finds.push({ start, end, reading });
    }
  }
  return withNeighbours(
    sentence,
    finds.sort((a, b) => a.start - b.start),
  );
}

const listed =
  /^\s*(?:,|,?\s+(?:and|or|to|until|till|through|&)|[-–—/])\s*(?<year>1\d{3}|20\d\d)(?![\p{L}\p{N}_%]|[.,:]\d|-\d)/u;

/** "2011, 2013 and 2015": four digits in a row with a year are one as well. */
function withNeighbours(sentence: string, finds: readonly Find[]): Find[] {
  const all = [...finds];
  for (let at = 0; at < all.length; at++) {
    const { end, reading } = all[at]!;
    const match = reading.kind === 'stated' ? listed.exec(sentence.slice(end)) : null;
    if (!match) continue;
    const year = match.groups!['year']!;
    const last = end + match[0].length;
    if (all.some((one) => one.start < last && end < one.end)) continue;
    if (isNumber(year, '', sentence.slice(last))) continue;
    const found = stated('year', yearsOf(Number(year), Number(year)))!;
    all.splice(at + 1, 0, { start: last - year.length, end: last, reading: found });
  }
  return all;
}
