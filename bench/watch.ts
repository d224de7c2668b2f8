/**
 * How long a change in the folder of readings takes to be in the answers, the bot asked all the while. Run by
 * `npx node bench/watch.ts`; `--articles` takes several sizes, `--corpus` a folder instead; `--save` keeps the run.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bundledCorpus } from '../src/config.ts';
import { type Libraries, openLibraries } from '../src/threads/libraries.ts';
import { writeGeneratedArticles } from './generated-articles.ts';
import { saveRun } from './run-file.ts';
import { count, milliseconds, table } from './table.ts';
import { timesOf } from './timing.ts';

/** Between two questions. */
const askMs = 10;
const lateMs = 120_000;

/** On a busy machine a reader may be told to ask again, which is an answer, too, and a slow one. */
const answerOf = ({ desk }: Libraries, words: string): Promise<string> =>
  desk.answer(null, { command: 'quote', query: words }, false).then(
    ({ components }) => JSON.stringify(components),
    (error: Error) => error.message,
  );

/** Milliseconds from writing a file to the first answer that has it, and the slowest answer until then. */
async function change(libraries: Libraries, file: string, round: number): Promise<{ ms: number; slowest: number }> {
  const words = `wrote number ${round} into the book`;
  const start = performance.now();
  writeFileSync(file, `# The warden of Quellmouth\n\nThe warden of Quellmouth ${words} of tides.\n`);
  for (let slowest = 0; performance.now() - start < lateMs; ) {
    const asked = performance.now();
    const answer = await answerOf(libraries, `"${words}"`);
    slowest = Math.max(slowest, performance.now() - asked);
    // In bold: what was asked for stands in the quotation.
    if (answer.includes(`**${words}**`)) return { ms: performance.now() - start, slowest };
    await sleep(askMs);
  }
  throw new Error(`A change was not in the answers after ${lateMs / 1000} s`);
}

async function measure(corpus: string, rounds: number): Promise<string[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const libraries = await openLibraries({ corpus, dataFolder, log: () => {} });
  const { articles, passages } = await libraries.contents();
  const times: { ms: number; slowest: number }[] = [];
  for (let round = 0; round < rounds; round++) times.push(await change(libraries, join(corpus, 'warden.md'), round));
  await libraries.stop();
  rmSync(dataFolder, { recursive: true, force: true });
  const { most, p50 } = timesOf(times.map(({ ms }) => ms));
  const slowest = Math.max(...times.map((one) => one.slowest));
  return [count(articles), count(passages), milliseconds(p50), milliseconds(most), milliseconds(slowest)];
}

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '300,2000' },
    corpus: { type: 'string', default: bundledCorpus },
    rounds: { type: 'string', default: '9' },
    save: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const rows: string[][] = [];
for (const size of ['bundled', ...values.articles.split(',')]) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  if (size === 'bundled') cpSync(values.corpus, folder, { recursive: true });
  else writeGeneratedArticles(folder, Number(size));
  rows.push([size === 'bundled' ? size : 'generated', ...(await measure(folder, rounds))]);
  rmSync(folder, { recursive: true, force: true });
}
const report = `${rounds} changes of one file each, on ${cpus().length} cores.\n\n${table(
  ['', 'articles', 'passages', 'in the answers, p50 ms', 'most', 'slowest answer meanwhile'],
  rows,
)}`;
console.log(report);
if (values.save) {
  const command = `npx node bench/watch.ts --articles ${values.articles} --rounds ${values.rounds}`;
  console.log(`Kept in ${saveRun({ what: 'watch', command, report }, new Date())}`);
}
