/** The bundled articles against the readings they are about: everything in our own words, every source real. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BundledArticle, bundledArticles, sourcesOf, wordsOf } from '../bundled-articles.ts';
import { readingFiles, readingPath, readingsAreMissing } from './readings.ts';

const runWords = 8;

function runsOf(text: string): readonly string[] {
  const words = wordsOf(text.replaceAll('\u2019', "'"));
  return words.slice(runWords - 1).map((_, index) => words.slice(index, index + runWords).join(' '));
}

const readings = new Map(readingFiles.map((name) => [name, readFileSync(readingPath(name), 'utf8')]));
const readingRuns = new Map([...readings].flatMap(([name, text]) => runsOf(text).map((run) => [run, name] as const)));

/** "Title (publisher, date; file name.txt)" → title and file name. */
function citedBy(article: BundledArticle): readonly { readonly title: string; readonly file: string }[] {
  return sourcesOf(article).map((source) => {
    const parts = /^(.+) \([^()]*; file (\S+\.txt)\)$/u.exec(String(source));
    return { title: parts?.[1] ?? '', file: parts?.[2] ?? '' };
  });
}

/** A long title is cited with "[…]" in its midst: even a title isn't taken over whole. */
const isTitled = (line: string, cited: string): boolean => {
  const [head = '', tail = ''] = cited.split('[…]').map((part) => part.trim());
  return cited.includes('[…]') ? line.startsWith(head) && line.endsWith(tail) : line === cited;
};

describe.skipIf(readingsAreMissing)('the bundled articles and the readings', () => {
  test.each(bundledArticles)('$file shares no run of eight words with a reading', (article) => {
    const taken = runsOf(article.text).filter((run) => readingRuns.has(run));
    expect(taken.map((run) => `${run} (${readingRuns.get(run)})`)).toEqual([]);
  });

  test.each(bundledArticles)('$file cites each source by a title that stands in it', (article) => {
    for (const { title, file } of citedBy(article)) {
      const lines = (readings.get(file) ?? '').split('\n').map((line) => line.replaceAll('\u00a0', ' ').trim());
      expect(
        lines.some((line) => isTitled(line, title)),
        `${file}: ${title}`,
      ).toBe(true);
    }
  });

  test('every reading has its note', () => {
    const notes = bundledArticles.filter((article) => article.file.startsWith('note-'));
    expect(notes.flatMap((note) => citedBy(note).map((cited) => cited.file)).sort()).toEqual(readingFiles);
  });

  test('the comparison sees a sentence that was taken over', () => {
    for (const [name, text] of readings) {
      const line = text.split('\n').find((each) => wordsOf(each).length > 20) ?? '';
      expect(runsOf(`Before. ${line} After.`).filter((run) => readingRuns.has(run)).length, name).toBeGreaterThan(10);
    }
  });
});
