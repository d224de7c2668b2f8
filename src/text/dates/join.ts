/**
 * Dates of a sentence that hang together: ranges made one ("May 2015 until March 2016"), and dates that share the year
 * of the one after or before them ("March and April 2016", "from December 2015 to March").
 */
import { type Interval, partsOf } from './calendar.ts';
import type { Find } from './find.ts';
import type { Reading } from './reading.ts';

/** One date, or two as a range; `start` takes "between" along. */
export interface Joined {
  readonly start: number;
  readonly end: number;
  readonly first: Find;
  readonly last?: Find;
}

const through = /^\s*(?:[-‐‑–—]|,?\s*(?:until|till|through|up\s+to|to))\s*(?:the\s+)?$/u;
const and = /^,?\s+and\s+(?:the\s+)?$/u;
const list = /^(?:,\s+|,?\s+(?:and|or|or in|and in)\s+)$/u;
const betweenBefore = /\b[Bb]etween\s+(?:the\s+)?$/u;

export function joined(sentence: string, finds: readonly Find[]): Joined[] {
  const shared = finds.map((find, at) => withSharedYear(sentence, find, finds[at + 1]));
  const all: Joined[] = [];
  for (let at = 0; at < shared.length; at++) {
    const [first, last] = [shared[at]!, shared[at + 1]];
    const between = betweenBefore.exec(sentence.slice(0, first.start));
    if (!last || !isRange(sentence.slice(first.end, last.start), first.reading, last.reading, between !== null)) {
      all.push({ start: first.start, end: first.end, first });
      continue;
    }
    all.push({ start: between?.index ?? first.start, end: last.end, first, last });
    at++;
  }
  return all;
}

function isRange(gap: string, first: Reading, last: Reading, isBetween: boolean): boolean {
  if (!through.test(gap) && !(isBetween && and.test(gap))) return false;
  const isDate = ({ kind }: Reading) => kind === 'stated' || kind === 'yearless';
  if (!isDate(first) || !isDate(last)) return false;
  // "The 2015 to 1990 figures" run backwards and are two dates.
  return first.kind !== 'stated' || last.kind !== 'stated' || isInOrder(first.interval, last.interval);
}

function isInOrder(first: Interval, last: Interval): boolean {
  const [a, b] = [partsOf(first.from), partsOf(last.to)];
  return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) < 0;
}

/** "March and April 2016", "24 July to 3 August 2015": the year stands behind the last. */
function withSharedYear(sentence: string, find: Find, next: Find | undefined): Find {
  if (find.reading.kind !== 'yearless' || next?.reading.kind !== 'stated') return find;
  const gap = sentence.slice(find.end, next.start);
  if (!list.test(gap) && !through.test(gap) && !and.test(gap)) return find;
  if (!['day', 'month', 'range', 'week'].includes(next.reading.precision)) return find;
  const interval = before(find.reading, next.reading.interval);
  return interval ? { ...find, reading: { kind: 'stated', precision: find.reading.precision, interval } } : find;
}

type Yearless = Extract<Reading, { kind: 'yearless' }>;

const before = ({ inYear, month }: Yearless, { from }: Interval): Interval | null => {
  const [year, next] = partsOf(from);
  return inYear(month <= next ? year : year - 1);
};

/** The end of a range whose beginning is known. */
export const after = ({ inYear, month }: Yearless, { from }: Interval): Interval | null => {
  const [year, previous] = partsOf(from);
  return inYear(month >= previous ? year : year + 1);
};
