/**
 * What a shelf costs: adding with every byte on the disk, opening a library again and getting all its articles back, and
 * the size of its file; and which way of keeping the layout of an article is read fastest. Run by
 * `npx node bench/store.ts`; `--save` keeps the run.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { readArticle } from '../src/ingest/read-article.ts';
import { articleOf, readingOf } from '../src/store/reading.ts';
import type { Addition } from '../src/store/shelf.ts';
import { openShelves } from '../src/store/shelves.ts';
import { readSnapshot, writeSnapshot } from '../src/store/snapshot.ts';
import { generatedArticles } from './generated-articles.ts';
import { saveRun } from './run-file.ts';
import { count, megabytes, milliseconds, table } from './table.ts';
import { timesOf } from './timing.ts';

const limits = { documentsMax: 1_000_000, bytesMax: 1e12 };
/** A run is repeated, for the file may not be in the system's memory the first time. */
const rounds = 7;

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const timesOfRounds = (work: () => unknown) => timesOf(Array.from({ length: rounds }, () => timed(work).ms));

/** A generated text of 400 words, with half of the next one behind it. */
async function additionsOf(documents: number): Promise<Addition[]> {
  const texts = generatedArticles(documents + 1);
  const encoder = new TextEncoder();
  const additions: Addition[] = [];
  for (let at = 0; at < documents; at++) {
    const { path, text } = texts[at]!;
    const next = texts[at + 1]!.text.replace(/^---\n[\s\S]*?\n---\n\n/, '').split('\n\n');
    const bytes = encoder.encode(`${text}\n${next.slice(0, Math.ceil(next.length / 2)).join('\n\n')}\n`);
    const { article, problems } = await readArticle(path, bytes);
    if (!article) throw new Error(`"${path}" gave no article`);
    additions.push({ name: path, bytes, article, problems });
  }
  return additions;
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

function measureShelf(folder: string, additions: readonly Addition[]): string {
  const shelves = openShelves(folder, { limits });
  const shelf = shelves.open('1');
  const adding = timesOf(additions.map((addition) => timed(() => shelf.add(addition)).ms));
  shelves.close();
  const again = (work: (shelf: ReturnType<typeof shelves.open>) => unknown) =>
    timesOfRounds(() => {
      const opened = openShelves(folder, { limits });
      work(opened.open('1'));
      opened.close();
    });
  const articles = again((opened) => opened.articles());
  const documents = again((opened) => opened.documents());
  const one = again((opened) => opened.document(1));
  const checked = again((opened) => opened.check());
  const row = (what: string, { p50, p99, most }: typeof adding) => [what, ...[p50, p99, most].map(milliseconds)];
  const file = sizeOf(folder);
  const originals = additions.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const perDocument = Math.round(file / additions.length);
  return [
    table(
      ['', 'p50, ms', 'p99', 'most'],
      [
        row('add one, on the disk', adding),
        row('open, all articles', articles),
        row('open, list of documents', documents),
        row('open, one document', one),
        row('open, check everything', checked),
      ],
    ),
    `The file has ${megabytes(file)} MB, ${count(perDocument)} bytes a document; the originals in it have ${megabytes(originals)} MB.`,
  ].join('\n\n');
}

/** The layout of every article, and the way back from it. */
function measureLayouts(additions: readonly Addition[]): string {
  const layouts = additions.map(({ article: { blocks, pages, joins, marks } }) => ({ blocks, pages, joins, marks }));
  const readings = additions.map(({ article }) => ({ article, reading: readingOf(article) }));
  const packed = readings.map(({ reading }) => JSON.parse(reading.layout));
  const row = <Kept>(
    what: string,
    kept: readonly Kept[],
    bytesOf: (one: Kept) => number,
    read: (one: Kept) => unknown,
  ) => [
    what,
    milliseconds(timesOfRounds(() => kept.map(read)).p50),
    count(Math.round(kept.reduce((sum, one) => sum + bytesOf(one), 0) / kept.length)),
  ];
  const jsonOf = (one: unknown) => Buffer.from(JSON.stringify(one));
  const length = (one: Uint8Array) => one.length;
  return table(
    ['layout of all articles as', 'read, ms', 'bytes a document'],
    [
      row('JSON', layouts.map(jsonOf), length, (one) => JSON.parse(one.toString())),
      row('JSON, packed sentences', packed.map(jsonOf), length, (one) => JSON.parse(one.toString())),
      row(
        'v8.serialize',
        layouts.map((one) => serialize(one)),
        length,
        (one) => deserialize(one),
      ),
      row(
        'v8.serialize, packed sentences',
        packed.map((one) => serialize(one)),
        length,
        (one) => deserialize(one),
      ),
      row(
        'as kept, unpacked, with text and hash',
        readings,
        ({ reading }) => reading.layout.length,
        ({ article, reading }) => articleOf(reading, article),
      ),
    ],
  );
}

function measureSnapshot(folder: string): string {
  const payload = Buffer.alloc(50 * 2 ** 20, 'An index that was built. ');
  const file = join(folder, 'snapshot');
  const writing = timesOfRounds(() => writeSnapshot(file, 'key', payload));
  const reading = timesOfRounds(() => readSnapshot(file, 'key'));
  const row = (what: string, { p50, most }: typeof writing) => [what, milliseconds(p50), milliseconds(most)];
  return table(
    ['a snapshot of 50 MB', 'p50, ms', 'most'],
    [row('write, on the disk', writing), row('read, checked', reading)],
  );
}

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '1000' }, save: { type: 'boolean', default: false } },
});
const documents = Number(values.documents);
if (!Number.isInteger(documents) || documents < 1)
  throw new Error(`--documents ${values.documents} is not a number above 0`);

const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
try {
  const additions = await additionsOf(documents);
  const words = additions.reduce((sum, { article }) => sum + article.text.split(/\s+/).length, 0) / documents;
  const report = [
    `${count(documents)} documents of ${Math.round(words)} words each.`,
    measureShelf(join(folder, 'libraries'), additions),
    measureLayouts(additions),
    measureSnapshot(folder),
  ].join('\n\n');
  console.log(report);
  if (values.save) {
    const command = `npx node bench/store.ts --documents ${documents}`;
    console.error(`Kept in ${saveRun({ what: 'store', command, report }, new Date())}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
