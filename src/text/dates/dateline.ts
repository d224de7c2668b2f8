/** The day on which a text was written, where a line at its head says so: "LAHORE, March 20, 2015". */
import type { Article } from '../../model.ts';
import { type Interval, numberOf } from './calendar.ts';
import { type Find, findsIn } from './find.ts';
import type { Reading } from './reading.ts';

/** Blocks looked at; a head is short. */
const headBlocks = 6;
const lineCharsMax = 100;
/** What a report covers at most, to be dated by it. */
const daysMax = 31;

type Stated = Extract<Reading, { kind: 'stated' }>;

const introduced =
  /(?:^|[,|·:(–—-]\s*|\b(?:prepared|published|updated|filed|dated|issued|released|posted|written|as of|on)\s+)$/iu;
/** "LONDON 1996-08-30". */
const placeInCapitals = /^\p{Lu}[\p{Lu}\s.,'/-]*\s$/u;
const isWord = /\p{Ll}/u;

/** A full date on a line of its own, with a place, a desk or "prepared" before it; or one that opens the first paragraph. */
export function datelineOf({ text, blocks }: Article): Interval | null {
  for (const block of blocks.slice(0, headBlocks)) {
    if (block.role === 'title' || block.role === 'front-matter' || block.role.startsWith('boilerplate')) continue;
    const line = text.slice(block.start, Math.min(block.end, block.start + 3 * lineCharsMax));
    const found = findsIn(line.slice(0, lineCharsMax))[0];
    if (found?.reading.kind === 'stated' && isDay(found.reading) && isDateline(line, found))
      return found.reading.interval;
    if (block.body && block.end - block.start > lineCharsMax) return null;
  }
  return null;
}

/** A day, or the days that a report covers. */
const isDay = ({ precision, interval }: Stated): boolean =>
  precision === 'day' || (precision === 'range' && numberOf(interval.to) - numberOf(interval.from) <= daysMax);

function isDateline(line: string, { start, end }: Find): boolean {
  const [before, after] = [line.slice(0, start), line.slice(end)];
  if (!introduced.test(before) && !placeInCapitals.test(before)) return false;
  if (line.length <= lineCharsMax) return !/[.!?]$/u.test(line) && before.split(/\s+/u).length <= 8;
  // "BAGHDAD, April 13, 2016 (AP) — …": the place in capitals.
  return /^\)?\s*(?:\([^)]{1,20}\)\s*)?[–—-]/u.test(after) && before.length > 2 && !isWord.test(before.slice(0, 4));
}
