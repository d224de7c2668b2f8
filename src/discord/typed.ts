/**
 * What somebody typed into Discord → one clean line. At the door, before anything is asked, shown or put into a button,
 * so that all of them speak of the same words.
 */

/** As many characters of a query as are read at all; the same bound as on the options of the commands. */
export const queryCharsMax = 200;

/**
 * Without control characters and bidi controls (which would turn around what stands next to them in the message), on
 * one line, and no longer than a query may be, cut between words. Cleaning what is clean changes nothing.
 */
export function cleaned(typed: string): string {
  const line = typed
    // Far beyond any query: spare the patterns below what nobody can have meant.
    .slice(0, 8 * queryCharsMax)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= queryCharsMax) return line;
  return line
    .slice(0, queryCharsMax)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
}
