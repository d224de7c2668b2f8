/**
 * `npm run bench:speed`: how long a library takes to build, what it weighs, and how long answers take — within the
 * process, and from interaction to reply through the local Discord — for the bundled articles and for generated ones.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerTo, commands } from '../src/commands/index.ts';
import { createDesk } from '../src/discord/desk.ts';
import { readCorpus } from '../src/ingest/corpus.ts';
import { builtLibrary, restoredLibrary } from '../src/library.ts';
import type { Library } from '../src/model.ts';
import { warmUp } from '../src/threads/warming.ts';
import { articleWords, writeGeneratedArticles } from './generated-articles.ts';
import { heapUsed } from './heap.ts';
import { collectionOf } from './questions.ts';
import { machine, saveRun } from './run-file.ts';
import { measureScale, type ScaleMeasured, scaleTable } from './scale.ts';
import { count, megabytes, milliseconds, table } from './table.ts';
import { throughRoom } from './through-room.ts';
import { type Times, timesOf } from './timing.ts';
import { type Work, type WorkKind, workKinds, workloadOf } from './workload.ts';

interface Measured {
  readonly name: string;
  readonly articles: number;
  readonly passages: number;
  readonly names: number;
  readonly terms: number;
  /** Milliseconds: files → articles, articles → library. */
  readonly readMs: number;
  readonly buildMs: number;
  /** Bytes that the library holds on to, after a collection of garbage. */
  readonly heap: number;
  readonly inProcess: readonly Timed[];
  readonly room: readonly Timed[];
}

interface Timed {
  readonly kind: WorkKind;
  readonly ms: number;
}

/** As the bot has it: a library from what was built and kept, and a desk that has warmed itself. */
async function measure(name: string, folder: string, questionsEach: number): Promise<Measured> {
  const before = heapUsed();
  const start = performance.now();
  const corpus = await readCorpus(folder);
  const read = performance.now();
  const library = restoredLibrary(builtLibrary(corpus));
  const built = performance.now();
  const heap = heapUsed() - before;
  const work = workloadOf(library, questionsEach);
  await warmUp(
    createDesk(() => library),
    null,
    library,
    () => false,
  );
  const inProcess = await timed(work, (one) => answerInProcess(library, one));
  const asker = await throughRoom(library);
  const room = await timed(work, asker.ask).finally(asker.close);
  return {
    name,
    articles: library.articles.length,
    passages: library.passages.length,
    names: library.names.entities.length,
    terms: library.engine.termCount,
    readMs: read - start,
    buildMs: built - read,
    heap,
    inProcess,
    room,
  };
}

/** One after another. */
async function timed(work: readonly Work[], ask: (one: Work) => Promise<unknown>): Promise<Timed[]> {
  const times: Timed[] = [];
  for (const one of work) {
    const start = performance.now();
    await ask(one);
    times.push({ kind: one.kind, ms: performance.now() - start });
  }
  return times;
}

async function answerInProcess(library: Library, { kind, command, query }: Work): Promise<unknown> {
  if (kind !== 'autocomplete') return answerTo(library, { command, query });
  return commands.find(({ name }) => name === command)?.suggest?.(library, query);
}

const allTimes = (timed: readonly Timed[]): Times => timesOf(timed.map(({ ms }) => ms));
const ofKind = (timed: readonly Timed[], kind: WorkKind): Times => allTimes(timed.filter((one) => one.kind === kind));

function librariesTable(measured: readonly Measured[]): string {
  const rows = measured.map((one) => [
    one.name,
    ...[one.articles, one.passages, one.names, one.terms].map(count),
    ...[one.readMs, one.buildMs].map(milliseconds),
    megabytes(one.heap),
  ]);
  return table(['', 'articles', 'passages', 'names', 'terms', 'read, ms', 'build, ms', 'heap, MB'], rows);
}

function answersTable({ inProcess, room }: Measured): string {
  const cells = (own: Times, sent: Times) => [
    String(own.count),
    ...[own.p50, own.p99, own.most, sent.p50, sent.p99, sent.most].map(milliseconds),
  ];
  const rows = workKinds.map((kind) => [kind, ...cells(ofKind(inProcess, kind), ofKind(room, kind))]);
  const head = ['', 'asked', 'answer p50, ms', 'p99', 'most', 'to reply p50, ms', 'p99', 'most'];
  return table(head, [...rows, ['all', ...cells(allTimes(inProcess), allTimes(room))]]);
}

const reportOf = (measured: readonly Measured[], scaled: readonly ScaleMeasured[]): string =>
  [
    ...(measured.length > 0 ? [librariesTable(measured)] : []),
    ...measured.flatMap((one) => [`## Answers from ${one.name}`, answersTable(one)]),
    ...(measured.length > 0 ? [aboutAnswers] : []),
    '## Beside search libraries, by passages',
    scaleTable(scaled),
    aboutIndexes,
  ].join('\n\n');

const aboutAnswers =
  '“answer” is the time within the process; “to reply” runs from interaction to accepted reply, through the local Discord: gateway and REST over loopback sockets, with every check that it makes.';
const aboutIndexes =
  'Of generated articles, in the processor’s own time: “index” is what is held beside them, questions are of three words, by themselves or within a sentence.';

const jsonOf = ({ inProcess, room, ...facts }: Measured): object => ({
  ...facts,
  machine: machine(),
  inProcess: allTimes(inProcess),
  room: allTimes(room),
  kinds: Object.fromEntries(
    workKinds.map((kind) => [kind, { inProcess: ofKind(inProcess, kind), room: ofKind(room, kind) }]),
  ),
});

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    each: { type: 'string', default: '200' },
    /** The last table alone. */
    indexes: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    passages: { type: 'string', default: '1000,10000,100000' },
    save: { type: 'boolean', default: false },
  },
});

function positive(name: string, given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${given} is not a number above 0`);
  return number;
}

const articles = positive('articles', options.articles);
const each = positive('each', options.each);
const sizes = options.passages.split(',').map((size) => positive('passages', size));
const tell = ({ name, passages }: ScaleMeasured) => console.error(`Measured: ${name}, ${count(passages)} passages`);
const scaled: ScaleMeasured[] = [];
for (const size of sizes) scaled.push(...(await measureScale(size, each, tell)));
const measured = options.indexes ? [] : await measureLibraries();
const report = reportOf(measured, scaled);
console.log(options.json ? JSON.stringify({ libraries: measured.map(jsonOf), scaled }) : report);
const words = options.indexes ? '--indexes' : `--articles ${articles}`;
const command = `npm run bench:speed -- ${words} --each ${each} --passages ${sizes.join()}`;
if (options.save) console.error(`Kept in ${saveRun({ what: 'speed', command, report }, new Date())}`);

async function measureLibraries(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  try {
    writeGeneratedArticles(folder, articles);
    return [
      await measure('the bundled articles', collectionOf('corpus').folder, each),
      await measure(`${count(articles)} generated articles of ${articleWords} words`, folder, each),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
