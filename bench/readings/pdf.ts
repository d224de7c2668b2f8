/** How well PDF files are read: sentences found to the letter, their page, and milliseconds a page, over printed documents. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageAt } from '../../src/ingest/place.ts';
import type { Article } from '../../src/model.ts';
import { launch } from '../../test/room-page/browser.ts';
import { percent, table } from '../table.ts';
import { readFixture } from './pace.ts';
import { settings } from './pdf/styles.ts';
import { partsOf } from './pdf/texts.ts';
import { type Part, typeset } from './pdf/typeset.ts';

const documents = 40;

interface Counts {
  sentences: number;
  found: number;
  onPage: number;
  pages: number;
  ms: number;
  readonly missed: string[];
}

/** `keep`: a folder for the printed files; else they go with the run. */
export async function measurePdf(keep?: string): Promise<string> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'footnote-pdf-'));
  const browser = await launch();
  const rows: [string, number, Counts][] = [];
  try {
    for (const { style, wanted } of settings(documents)) {
      const parts = await partsOf(style.name.length + rows.length, wanted);
      const page = await browser.newPage();
      const printed = await typeset(page, parts, style);
      await page.close();
      const path = join(folder, `${style.name.replace(/\W+/g, '-')}.pdf`);
      writeFileSync(path, printed.bytes);
      const started = performance.now();
      const { article } = await readFixture('a.pdf', readFileSync(path));
      const ms = performance.now() - started;
      rows.push([style.name, style.columns, compared(parts, printed.pages, article, ms)]);
    }
  } finally {
    await browser.close();
    if (!keep) rmSync(folder, { recursive: true });
  }
  return report(rows, keep !== undefined);
}

function compared(
  parts: readonly Part[],
  pages: readonly (readonly number[])[],
  article: Article | null,
  ms: number,
): Counts {
  const counts: Counts = { sentences: 0, found: 0, onPage: 0, pages: Math.max(...pages.flat()) + 1, ms, missed: [] };
  if (!article) return counts;
  const places = placesOf(article);
  parts.forEach((part, at) => {
    if (part.kind === 'title' || part.kind === 'heading') return;
    part.sentences.forEach((sentence, index) => {
      counts.sentences++;
      const words = part.kind === 'item' ? sentence.replace(/^(?:•|\d\.) /, '') : sentence;
      const found = places(words);
      if (found.length === 0) counts.missed.push(words);
      else counts.found++;
      const label = String((pages[at]?.[index] ?? 0) + 1);
      if (found.some((start) => pageAt(article.pages, start)?.label === label)) counts.onPage++;
      else if (found.length > 0) counts.missed.push(`page ${label}: ${words}`);
    });
  });
  return counts;
}

/** Where a sentence stands to the letter within one block of the body. */
function placesOf(article: Article): (sentence: string) => number[] {
  const bodies = article.blocks.filter(({ body }) => body);
  return (sentence) =>
    bodies.flatMap(({ start, end }) => {
      const found: number[] = [];
      const text = article.text.slice(start, end);
      for (let at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + 1)) found.push(start + at);
      return found;
    });
}

const floors: Readonly<Record<number, number>> = { 1: 0.97, 2: 0.96, 3: 0.96 };

function report(rows: readonly [string, number, Counts][], withMissed: boolean): string {
  const sum = (some: typeof rows, part: 'sentences' | 'found' | 'onPage' | 'pages' | 'ms') =>
    some.reduce((total, [, , counts]) => total + counts[part], 0);
  const lineOf = (name: string, some: typeof rows, floor = '') => [
    name,
    String(sum(some, 'pages')),
    String(sum(some, 'sentences')),
    percent(sum(some, 'found') / sum(some, 'sentences')),
    floor,
    percent(sum(some, 'onPage') / Math.max(1, sum(some, 'found'))),
    (sum(some, 'ms') / sum(some, 'pages')).toFixed(1),
  ];
  const head = ['PDF', 'pages', 'sentences', 'to the letter', 'wanted', 'page right', 'ms a page'];
  const groups = [1, 2, 3].map((columns) =>
    lineOf(
      `${columns} col.`,
      rows.filter((row) => row[1] === columns),
      percent(floors[columns] ?? 0),
    ),
  );
  const details = withMissed
    ? [
        table(
          head,
          rows.map((row) => lineOf(row[0], [row])),
        ),
        ...rows.flatMap(([name, , { missed }]) => missed.map((each) => `${name}: ${each}`)),
      ]
    : [];
  return [table(head, groups), ...details].join('\n\n');
}
