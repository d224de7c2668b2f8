/** The check that a quote is what its file says trusts nothing but the file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createExactCheck } from '../../bench/exact.ts';
import type { Quote } from '../../src/model.ts';

/** A quote that says of itself what a faulty maker would. */
const claimed = (path: string, start: number, end: number, text: string) =>
  ({ article: { path }, start, end, text }) as Quote;

test('a quote is exact when its offsets give its text in the file, with line ends as LF and no byte order mark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-exact-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.txt'), '\ufeffOne.\r\nTwo “😀”.\rThree.');
  const isExact = createExactCheck(folder);
  const text = 'One.\nTwo “😀”.\nThree.';
  for (const words of ['One.', 'Two “😀”.', 'Three.', 'One.\nTwo']) {
    const start = text.indexOf(words);
    const end = start + words.length;
    expect(isExact(claimed('a.txt', start, end, words)), words).toBe(true);
    expect(isExact(claimed('a.txt', start + 1, end + 1, words)), words).toBe(false);
    expect(isExact(claimed('a.txt', start, end, `${words.slice(0, -1)}!`)), words).toBe(false);
  }
  expect(isExact(claimed('a.txt', 4, 4, ''))).toBe(false);
});
