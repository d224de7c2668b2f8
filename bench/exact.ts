/**
 * Whether a quote is what its source says: its offsets applied to the file itself, read again from the disk without
 * any of the code that made the quote.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quote } from '../src/model.ts';

/** Takes quotes of the articles in one folder; UTF-8 files, whose line ends count as LF. */
export function createExactCheck(folder: string): (quote: Quote) => boolean {
  const texts = new Map<string, string>();
  return ({ article, start, end, text }) => {
    const file = texts.get(article.path) ?? canonicalTextOf(join(folder, article.path));
    texts.set(article.path, file);
    return text.length > 0 && file.slice(start, end) === text;
  };
}

/** `TextDecoder` leaves a byte order mark out. */
const canonicalTextOf = (path: string): string =>
  new TextDecoder('utf-8').decode(readFileSync(path)).replace(/\r\n?/gu, '\n');
