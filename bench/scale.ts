/**
 * What an index of many passages takes and how long a question takes in it: Footnote, names and all, beside search
 * libraries over the same generated passages. Part of `npm run bench:speed`.
 */
import { answerTo } from '../src/commands/index.ts';
import { noCorrections } from '../src/entities/corrections.ts';
import type { Corpus } from '../src/ingest/corpus.ts';
import { passagesOf } from '../src/ingest/passages.ts';
import { readArticle } from '../src/ingest/read-article.ts';
import { libraryOf } from '../src/library.ts';
import { wordsOf } from '../src/text/words.ts';
import { generatedArticles } from './generated-articles.ts';
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

/** `tell` hears of each way as it has been measured: the largest libraries take minutes. */
export async function measureScale(
  passages: number,
  questions: number,
  tell: (measured: ScaleMeasured) => void = () => {},
): Promise<readonly ScaleMeasured[]> {
  const corpus = await readGenerated(Math.max(1, Math.round(passages / passagesEach)));
  const texts = corpus.articles.flatMap(passagesOf).map((passage, id) => passageText({ ...passage, id }));
  const asked = questionsFrom(texts, questions);
  // What a process makes once, whatever the library, is none of an index's.
  libraryOf({ ...corpus, articles: corpus.articles.slice(0, 3) });
  const ways: readonly { readonly name: string; readonly build: () => Built }[] = [
    {
      name: 'Footnote, names included',
      build: () => {
        const library = libraryOf(corpus);
        return { ask: (query) => answerTo(library, { command: commandFor('ask'), query }) };
      },
    },
    ...searchLibraries.map(({ name, index }) => ({
      name,
      build: () => {
        const { search, bytesOutside } = index(texts);
        return { ask: (query: string) => search(query, hits), bytesOutside };
      },
    })),
  ];
  const measured: ScaleMeasured[] = [];
  for (const { name, build } of ways) {
    const one = { name, passages: texts.length, ...(await measuredBy(asked, build)) };
    tell(one);
    measured.push(one);
  }
  return measured;
}

/** Without a folder between: a corpus holds fewer files than the greatest library here. */
async function readGenerated(articles: number): Promise<Corpus> {
  const read = generatedArticles(articles).map(({ path, text }) => readArticle(path, Buffer.from(text)));
  const found = (await Promise.all(read)).flatMap(({ article }) => article ?? []);
  return { articles: found, problems: [], corrections: noCorrections };
}

interface Built {
  readonly ask: (question: string) => unknown;
  readonly bytesOutside?: () => number;
}

async function measuredBy(
  asked: readonly string[],
  build: () => Built,
): Promise<Pick<ScaleMeasured, 'buildMs' | 'bytes' | 'times'>> {
  const before = heapUsed();
  const start = processorMs();
  const { ask, bytesOutside } = build();
  const buildMs = processorMs() - start;
  const bytes = heapUsed() - before + (bytesOutside?.() ?? 0);
  const times: number[] = [];
  const first = processorMs();
  for (const question of asked) {
    const begun = processorMs();
    if (begun - first > askedMsMax) break;
    await ask(question);
    times.push(processorMs() - begun);
  }
  return { buildMs, bytes, times: timesOf(times) };
}

/** Of a processor's time, the collection of garbage included: other work on the machine doesn't count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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
