/** What someone typed → a query of bounded length, so that no single question can take long. */
import { wordsOf } from '../text/words.ts';

/** Measured without these bounds: one option of 6,000 characters kept the index busy for seconds. */
export const queryCharsMax = 200;
export const termsMax = 16;

/** Well-formed, in one line, without control characters, at most `queryCharsMax` long, cut between words. */
export function boundedQuery(typed: string): string {
  const line = typed
    .slice(0, 4 * queryCharsMax)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (line.length <= queryCharsMax) return line;
  const cut = line.slice(0, queryCharsMax + 1);
  const space = cut.lastIndexOf(' ');
  return [...line.slice(0, space > queryCharsMax / 2 ? space : queryCharsMax)]
    .join('')
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
}

/** The words inside quotation marks of any shape, when the whole query stands in them. */
export function exactPhraseOf(query: string): string | null {
  const quoted = /^\s*["“”„«»‟](.+)["“”„«»‟]\s*$/u.exec(query);
  const phrase = quoted?.[1]?.trim();
  return phrase && wordsOf(phrase).length > 0 ? phrase : null;
}
