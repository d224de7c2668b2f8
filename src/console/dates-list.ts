/** The dates of a library as lines for a terminal or as one JSON object each: what `npm run names -- --dates` prints. */
import type { Library } from '../model.ts';
import { datesOf } from '../text/dates.ts';

export interface JsonDate {
  readonly path: string;
  /** UTF-16 offsets into the article's canonical text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** First and last day; null where no year is stated. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: string;
  readonly text: string;
}

/** In the order of the library. */
export const datesListed = ({ articles }: Library): JsonDate[] =>
  articles.flatMap((article) =>
    datesOf(article).map(({ start, end, value, precision }) => ({
      path: article.path,
      start,
      end,
      from: value?.from ?? null,
      to: value?.to ?? null,
      precision,
      text: article.text.slice(start, end),
    })),
  );

/** A head for each article, then its dates; an article without any is left out. */
export function datesPrinted(library: Library): string {
  const byPath = Map.groupBy(datesListed(library), ({ path }) => path);
  return [...byPath].map(([path, dates]) => [path, ...dates.map(lineOf)].join('\n')).join('\n\n');
}

function lineOf({ from, to, precision, text }: JsonDate): string {
  const days = from === null ? 'year not stated' : from === to ? from : `${from} to ${to}`;
  return `  ${text.replace(/\s+/gu, ' ')}: ${days} (${precision})`;
}
