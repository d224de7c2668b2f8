import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { passageCharsMax } from '../../src/ingest/passages.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const pad =
  'The registers of the harbour were kept in a tall green book that nobody was allowed to take down from its shelf without leave, and of which no copy was ever made by anyone who worked there.';
/** A block of more than one passage, of which the second starts with `start`. */
const block = (start: string) => `${pad} ${pad} The organ was built by Mira Castell. ${start} ${pad} ${pad}`;

async function quoted(start: string, query: string): Promise<string> {
  const library = libraryFrom({ 'a.txt': `The book\n\n${block(start)}\n` });
  const begins = library.passages.some((one) => one.article.text.startsWith(start, one.start));
  expect(begins).toBe(true);
  return quotesOf(await answerTo(library, { command: 'quote', query }))[0]!;
}

describe('a passage that is quoted', () => {
  test('takes the sentence along whose noun its beginning means', async () => {
    const quote = await quoted('It has eleven stops and a bellows of goatskin.', 'bellows goatskin');
    expect(quote).toMatch(/^The organ was built by Mira Castell\. It has eleven stops/);
    expect(quote.length).toBeLessThanOrEqual(passageCharsMax);
  });

  test('takes it along, too, where the person is meant only behind a date', async () => {
    expect(await quoted('In the May of 1904, she sold eleven stops and a bellows.', 'bellows stops')).toMatch(
      /^The organ was built by Mira Castell\. In the May of 1904, she sold/,
    );
    expect(await quoted('In the May of 1904, Ann sold eleven stops and a bellows.', 'bellows stops')).toMatch(
      /^In the May/,
    );
  });

  test('starts with its own sentence where that can be read alone', async () => {
    expect(await quoted('Eleven stops and a bellows of goatskin are left.', 'bellows goatskin')).toMatch(
      /^Eleven stops/,
    );
  });
});
