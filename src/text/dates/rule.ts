/** The form of a rule: a pattern, what it reads, why it is there, and an example. */
import type { Reading } from './reading.ts';

export interface Match {
  /** Named groups of the pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly words: string;
  /** The rest of the sentence on either side. */
  readonly before: string;
  readonly after: string;
}

export interface Rule {
  readonly name: string;
  readonly why: string;
  readonly example: string;
  /** Found in every sentence that the pattern can match in, and cheaper: most sentences have no date of most kinds. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  /** Null where the words turn out to be no date. */
  readonly read: (match: Match) => Reading | null;
}

export const year = '(?:1\\d{3}|20\\d\\d)';
/** Never inside a word or a longer number. */
export const edge = '(?<![\\p{L}\\p{N}_$€£#@/.-])(?<!\\d[,:])';
export const rim = '(?![\\p{L}\\p{N}_%°]|[.,:/]\\d|-\\d)';
export const day = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
export const dash = '\\s*[-‐‑–—]\\s*';

export const pattern = (source: string): RegExp => new RegExp(`${edge}${source}${rim}`, 'gu');

export const dayNumber = (text: string | undefined): number => Number.parseInt(text ?? '', 10);

/** What sentences with many kinds of dates have: see `Rule.needs`. */
export const hasMonth =
  /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/;
export const hasYear = /1\d{3}|20\d\d/;
export const hasSeason = /[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter/;
