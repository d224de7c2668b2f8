/** Texts, Word files and EPUB books keep what the bench measures: nearly every sentence to the letter, and every heading. */
import { expect, test } from 'vitest';
import { measureDocx } from '../../bench/readings/docx.ts';
import { measureEpub } from '../../bench/readings/epub.ts';
import { measureText } from '../../bench/readings/text.ts';

test.each([
  ['Word files', measureDocx],
  ['EPUB books', measureEpub],
])('%s', async (_, measure) => {
  const rows = await measure();
  expect(rows.slice(1)).toEqual(['Floors (sentences 99.9 %, every heading): held']);
});

test('text and Markdown, with every offset into the file itself, and no line of a pasted page', async () => {
  const rows = await measureText();
  expect(rows.slice(1)).toEqual(['Floors (every offset, sentences 99.9 %, every heading, no line of a page): held']);
});
