/** What must hold of every file, whatever stands in it: a sound article, or one sentence for people that says why not. */

import { shownPath } from '../../src/ingest/draft.ts';
import type { ReadFile } from '../../src/ingest/read-article.ts';
import { expectSound } from '../ingest/soundness.ts';

const sentenceCharsMax = 500;
/** Words of a program that went wrong, of which a reader can make nothing. */
const programWords = /call stack|is not a function|Cannot read prop|\[object |\bundefined\b/u;

/** Throws, saying what does not hold. */
export function expectReadOrRefused(path: string, { article, problems }: ReadFile): void {
  for (const { message, path: of } of problems) {
    if (of !== path) throw new Error(`A problem names "${of}" and not "${path}"`);
    const isClear = message.includes(shownPath(path)) && message.endsWith('.') && /[;,] /.test(message);
    if (
      !isClear ||
      programWords.test(message) ||
      message.length > sentenceCharsMax ||
      /[\p{Cc}\u2028\u2029]/u.test(message) ||
      !message.isWellFormed()
    )
      throw new Error(`No clear sentence: ${JSON.stringify(message)}`);
  }
  const fatal = problems.filter((problem) => problem.fatal);
  if (article) {
    if (fatal.length > 0) throw new Error(`Read, and refused as well: ${fatal[0]?.message}`);
    expectSound(article);
  } else if (fatal.length !== 1) {
    throw new Error(`Refused in ${fatal.length} sentences: ${problems.map(({ message }) => message).join(' ')}`);
  }
}
