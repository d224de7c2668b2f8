import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const pad =
  'The registers of the harbour were kept in a tall green book that nobody was allowed to take down from its shelf without leave, and of which no copy was ever made by anyone who worked there.';
/** A block long enough for two passages, of which the first ends with the sentence that names her. */
const block = (naming: string, next: string) =>
  `${pad} ${pad} ${naming} ${next} ${pad.replace('registers', 'keys')} ${pad.replace('registers', 'lamps')}`;

async function quoted(naming: string, next: string): Promise<string> {
  const library = libraryFrom({ 'a.txt': `The book\n\n${block(naming, next)}\n` });
  expect(library.passages.length).toBeGreaterThan(1);
  const [first] = quotesOf(await answerTo(library, { command: 'who', query: 'Mira Castell' }));
  return first!;
}

const named = 'Mira Castell, the engineer who built the mill, came to the harbour as a girl.';

describe('the sentence behind a passage', () => {
  test('is quoted along where it goes on about the person', async () => {
    const quote = await quoted(named, 'She left it as an old woman.');
    expect(quote).toContain('Mira Castell, the engineer');
    expect(quote).toMatch(/She left it as an old woman\.$/);
  });

  test('is left out where it begins with anything else', async () => {
    expect(await quoted(named, 'Nobody saw her leave.')).not.toContain('Nobody');
  });

  test('is left out where the pronoun may be of another', async () => {
    const two = 'Mira Castell, the engineer who built the mill, came to the harbour with Anna Lind.';
    expect(await quoted(two, 'She left it as an old woman.')).not.toContain('old woman');
  });

  test('is not joined for another question than who', async () => {
    const library = libraryFrom({ 'a.txt': `The book\n\n${block(named, 'She left it as an old woman.')}\n` });
    const [first] = quotesOf(await answerTo(library, { command: 'what', query: 'Mira Castell' }));
    expect(first).not.toContain('old woman');
  });
});
