/**
 * What an index of many passages takes and how long a question takes in it: Footnote, names and all, beside search
 * libraries over the same generated passages. Part of `npm run bench:speed`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerTo } from '../src/commands/index.ts';
import { readCorpus } from '../src/ingest/corpus.ts';
import { passagesOf } from '../src/ingest/passages.ts';
import { knownNames, libraryOf } from '../src/library.ts';
import { wordsOf } from '../src/text/words.ts';
import { writeGeneratedArticles } from './generated-articles.ts';
import { heapUsed } from './heap.ts';
import { createRandom } from './random.ts';
import { type PassageText, passageText, searchLibraries } from './search-libraries.ts';
import { count, megabytes, milliseconds, table } from './table.ts';
import { commandFor } from './text-questions.ts';
import { type Times, timesOf } from './timing.ts';

/** Passages of a generated article, about. */
const passagesEach = 9.34;
/** Hits that a search library is asked for. */
const hits = 30;
/** No way of searching is asked for longer: the slowest would take most of an hour. */
const askedMsMax = 30_000;

export interface ScaleMeasured {
  readonly name: string;
  readonly passages: number;
  readonly buildMs: number;
  /** Bytes that the index holds on to; the articles were there before. */
  readonly bytes: number;
  readonly times: Times;
}

export async function measureScale(passages: number, questions: number): Promise<readonly ScaleMeasured[]> {
  const corpus = await readGenerated(Math.max(1, Math.round(passages / passagesEach)));
  const texts = corpus.articles.flatMap(passagesOf).map((passage, id) => passageText({ ...passage, id }));
  const asked = questionsFrom(texts, questions);
  // Of the process, whatever the library: read before anything is measured.
  knownNames();
  const measured = [
    await measuredBy('Footnote, names included', asked, () => {
      const library = libraryOf(corpus);
      return { ask: (query) => answerTo(library, { command: commandFor('ask'), query }) };
    }),
  ];
  for (const { name, index } of searchLibraries) {
    const build = () => {
      const { search, bytesOutside } = index(texts);
      return { ask: (query: string) => search(query, hits), bytesOutside };
    };
    measured.push(await measuredBy(name, asked, build));
  }
  return measured.map((one) => ({ ...one, passages: texts.length }));
}

async function readGenerated(articles: number) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-scale-'));
  try {
    writeGeneratedArticles(folder, articles);
    return await readCorpus(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Built {
  readonly ask: (question: string) => unknown;
  readonly bytesOutside?: () => number;
}

async function measuredBy(
  name: string,
  asked: readonly string[],
  build: () => Built,
): Promise<Omit<ScaleMeasured, 'passages'>> {
  const before = heapUsed();
  const start = performance.now();
  const { ask, bytesOutside } = build();
  const buildMs = performance.now() - start;
  const bytes = heapUsed() - before + (bytesOutside?.() ?? 0);
  const times: number[] = [];
  const first = performance.now();
  for (const question of asked) {
    const begun = performance.now();
    if (begun - first > askedMsMax) break;
    await ask(question);
    times.push(performance.now() - begun);
  }
  return { name, buildMs, bytes, times: timesOf(times) };
}

/** Words of three passages, by themselves or within a question: what every way of searching takes. */
export function questionsFrom(texts: readonly PassageText[], number: number): readonly string[] {
  const random = createRandom(1);
  const word = () => random.pick(wordsOf(random.pick(texts).text)).text;
  return Array.from({ length: number }, (_, index) =>
    index % 2 === 0 ? `${word()} ${word()} ${word()}` : `what was said about ${word()} and ${word()} in the ${word()}`,
  );
}

export function scaleTable(measured: readonly ScaleMeasured[]): string {
  const rows = measured.map(({ name, passages, buildMs, bytes, times }) => [
    name,
    count(passages),
    (buildMs / 1000).toFixed(1),
    megabytes(bytes),
    (bytes / passages / 1024).toFixed(2),
    String(times.count),
    milliseconds(times.p50),
    milliseconds(times.p99),
  ]);
  return table(['', 'passages', 'build, s', 'index, MB', 'KB a passage', 'asked', 'p50, ms', 'p99, ms'], rows);
}
