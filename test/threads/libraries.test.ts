import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { generatedArticles } from '../../bench/generated-articles.ts';
import { readerVersion } from '../../src/ingest/reader-version.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { type Libraries, openLibraries } from '../../src/threads/libraries.ts';
import { folderOf } from '../console/run.ts';
import { harbour } from '../harbour.ts';
import { added, additionOf, changeFile } from '../store/kept.ts';

const open: Libraries[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((libraries) => libraries.stop()));
});

async function opened(
  corpus: string,
  dataFolder = mkdtempSync(join(tmpdir(), 'footnote-')),
  deskFile?: URL,
  keeperFile?: URL,
) {
  const logged: string[] = [];
  const libraries = await openLibraries({
    ...{ corpus, dataFolder, log: (line) => logged.push(line) },
    ...(deskFile && { deskFile }),
    ...(keeperFile && { keeperFile }),
  });
  open.push(libraries);
  return {
    ...libraries,
    logged,
    dataFolder,
    /** What a reader in a server sees. */
    ask: async (server: string | null, command: string, query: string) =>
      JSON.stringify((await libraries.desk.answer(server, { command, query }, false)).components),
  };
}

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const lighthouse = file(
  'lighthouse.md',
  '# The lighthouse of Skerrick\n\nMarta Quellan kept the lighthouse of Skerrick for thirty years. She never left the island.\n',
);
const [one, another] = ['100000000000000001', '100000000000000002'];

const oddDesk = new URL('../discord/faults/odd-desk-thread.ts', import.meta.url);
const oddKeeper = new URL('./odd-keeper-thread.ts', import.meta.url);

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}

describe('the host’s readings', () => {
  test('answer in every server, and in private messages', async () => {
    const { ask, contents } = await opened(folderOf(harbour));
    for (const server of [null, one])
      expect(await ask(server, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
    expect(await contents()).toMatchObject({ articles: 3 });
  });

  test('are not built again where nothing has changed', async () => {
    const corpus = folderOf(harbour);
    const { dataFolder } = await opened(corpus);
    const index = join(dataFolder, 'index/corpus.index');
    const before = statSync(index, { bigint: true });
    const { ask } = await opened(corpus, dataFolder);
    expect(statSync(index, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
    expect(await ask(null, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
  });

  test('are built again where what was built is damaged', async () => {
    const corpus = folderOf(harbour);
    const { dataFolder } = await opened(corpus);
    const index = join(dataFolder, 'index/corpus.index');
    damage(index);
    const { ask } = await opened(corpus, dataFolder);
    expect(await ask(null, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
  });

  test.each(['damaged', 'gone'] as const)(
    'are built again where the file is %s by the time that the desk’s thread is a new one',
    async (how) => {
      const { ask, dataFolder, desk } = await opened(folderOf(harbour), undefined, oddDesk);
      const index = join(dataFolder, 'index/corpus.index');
      if (how === 'gone') rmSync(index);
      else damage(index);
      await desk.answer(null, { command: 'who', query: 'leave' }, false).catch(() => {});
      const answer = () => ask(null, 'who', 'Vandermeer').catch((error: Error) => error.message);
      await expect.poll(answer, { timeout: 20_000 }).toContain('the chairman of the Dockers');
    },
  );

  test('are watched by another thread when the one that keeps them has ended, which is told', async () => {
    const corpus = folderOf(harbour);
    const { ask, keeper, logged } = await opened(corpus, undefined, undefined, oddKeeper);
    expect((await keeper.add(one, file('mill.md', 'Odo Brask built the mill of Tarn.\n'))).kind).toBe('added');
    await keeper.settled(one);
    await expect(keeper.info('13')).rejects.toThrow();
    // Nobody watches now, and nobody asks the keeper anything.
    writeFileSync(join(corpus, lighthouse.name), lighthouse.bytes);
    for (const server of [null, one])
      await expect.poll(() => ask(server, 'who', 'Quellan'), { timeout: 30_000 }).toContain('for thirty years');
    expect(await ask(one, 'who', 'Brask')).toContain('the mill of Tarn');
    expect(logged.filter((line) => line.startsWith('What keeps the libraries has ended'))).toHaveLength(1);
    // And it goes on watching.
    rmSync(join(corpus, lighthouse.name));
    for (const server of [null, one])
      await expect.poll(() => ask(server, 'who', 'Quellan'), { timeout: 30_000 }).not.toContain('for thirty years');
  });

  test('are in the answers as they change: added, edited, removed', async () => {
    const corpus = folderOf(harbour);
    const { ask, logged } = await opened(corpus);
    expect(await ask(null, 'who', 'Quellan')).not.toContain('kept the lighthouse');
    writeFileSync(join(corpus, lighthouse.name), lighthouse.bytes);
    const answers = () => ask(null, 'who', 'Quellan');
    await expect.poll(answers, { timeout: 10_000 }).toContain('for thirty years');
    expect(logged.at(-1)).toMatch(/^The readings have changed, and are \d articles now\.$/);
    writeFileSync(join(corpus, lighthouse.name), 'Marta Quellan kept the lighthouse for forty years.\n');
    await expect.poll(answers, { timeout: 10_000 }).toContain('for forty years');
    rmSync(join(corpus, lighthouse.name));
    await expect.poll(answers, { timeout: 10_000 }).not.toContain('for forty years');
    expect(await ask(null, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
    writeFileSync(join(corpus, 'broken.md'), new Uint8Array([0, 1, 2, 0]));
    await expect.poll(() => logged.join('\n'), { timeout: 10_000 }).toContain('broken.md is not text');
  });
});

// What is written to /dev/full finds no room.
test('the desk warms itself on the host’s library, once it is open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const [deskFile, mark] = [join(folder, 'desk.mjs'), join(folder, 'warmed')];
  writeFileSync(
    deskFile,
    `import { writeFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ name, args }) => name === 'warm' && writeFileSync(${JSON.stringify(mark)}, args[0]));
    await import(${JSON.stringify(new URL('../../src/threads/desk-thread.ts', import.meta.url).href)});`,
  );
  const { ask } = await opened(folderOf(harbour), undefined, pathToFileURL(deskFile));
  expect(await ask(null, 'who', 'Nobody')).toContain('Nothing in this library');
  expect(readFileSync(mark, 'utf8')).not.toBe('');
});

test.skipIf(!existsSync('/dev/full'))('a full disk keeps no reader from the host’s readings', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'footnote-'));
  mkdirSync(join(dataFolder, 'index'));
  for (const name of ['corpus.index.tmp', 'corpus.files.tmp'])
    symlinkSync('/dev/full', join(dataFolder, 'index', name));
  const { ask, logged } = await opened(folderOf(harbour), dataFolder);
  expect(await ask(one, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
  const told = logged.find((line) => line.includes('until the next start'));
  expect(told).toContain('(ENOSPC)');
  const spare = /are built in (\S+) until/u.exec(told ?? '')?.[1] ?? '';
  expect(existsSync(join(spare, 'corpus.index'))).toBe(true);
  await open.pop()?.stop();
  await expect.poll(() => existsSync(spare)).toBe(false);
});

describe('a large corpus', { timeout: 300_000 }, () => {
  test('has what changes in the answers before it is built anew, there and in a server’s own library', async () => {
    const corpus = folderOf(Object.fromEntries(generatedArticles(100).map(({ path, text }) => [path, text] as const)));
    const { ask, dataFolder, keeper, logged } = await opened(corpus);
    const written = new Set<string | null>();
    const watcher = watch(join(dataFolder, 'index'), (_, name) => written.add(name));
    onTestFinished(() => watcher.close());
    const patient = { timeout: 120_000 };
    writeFileSync(join(corpus, lighthouse.name), lighthouse.bytes);
    await expect.poll(() => ask(null, 'quote', '"lighthouse of Skerrick"'), patient).toContain('for thirty years');
    await keeper.add(one, file('dyke.md', '# The dyke\n\nTamsin Orrell mended the dyke with clay.\n'));
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Orrell')).toContain('with clay');
    expect(await ask(one, 'who', 'Quellan')).toContain('for thirty years');
    expect(await ask(another, 'who', 'Orrell')).not.toContain('with clay');
    rmSync(join(corpus, lighthouse.name));
    for (const server of [null, one])
      await expect
        .poll(() => ask(server, 'quote', '"lighthouse of Skerrick"'), patient)
        .not.toContain('for thirty years');
    expect(await ask(one, 'who', 'Orrell')).toContain('with clay');
    expect([...written]).toEqual(expect.arrayContaining(['corpus.interim', `${one}.interim`]));
    expect(logged.filter((line) => !/the same title|^The readings have changed/u.test(line))).toEqual([]);
    // Where that can't be, all of it is built anew.
    mkdirSync(join(dataFolder, 'index', 'corpus.interim.tmp', 'x'), { recursive: true });
    writeFileSync(join(corpus, 'weir.md'), '# The weir\n\nTamsin Orrell mended the weir with oak.\n');
    await expect.poll(() => ask(null, 'quote', '"mended the weir"'), patient).toContain('with oak');
    expect(logged.join('\n')).toContain('all of it is built anew');
  });
});

describe('what a server adds', () => {
  test('is in the answers once it can be built; until then the readings of before answer', async () => {
    const { ask, dataFolder, keeper, logged } = await opened(folderOf(harbour));
    const inTheWay = join(dataFolder, 'index', `${one}.index.tmp`);
    mkdirSync(join(inTheWay, 'x'), { recursive: true });
    await keeper.add(one, lighthouse);
    await expect(keeper.settled(one)).rejects.toThrow();
    expect(await ask(one, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
    expect(await ask(one, 'who', 'Quellan')).not.toContain('kept the lighthouse');
    await expect.poll(() => logged.join('\n')).toContain('Trying again in');
    rmSync(inTheWay, { recursive: true });
    await expect.poll(() => ask(one, 'who', 'Quellan'), { timeout: 30_000 }).toContain('for thirty years');
    expect(await ask(one, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
  });

  test('is understood, and answers there and nowhere else', async () => {
    const { ask, desk, keeper } = await opened(folderOf(harbour));
    const added = await keeper.add(one, lighthouse);
    expect(added).toMatchObject({
      kind: 'added',
      document: { record: { title: { value: 'The lighthouse of Skerrick' } }, passages: 1 },
    });
    expect(JSON.stringify(added)).toContain('Marta Quellan');
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Quellan')).toContain('for thirty years');
    expect(await ask(one, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
    for (const server of [another, null]) {
      for (const command of ['who', 'where', 'quote', 'source', 'sources', 'names']) {
        const answer = await ask(server, command, command === 'where' ? 'Skerrick' : 'Quellan');
        expect(answer.replaceAll(/“(?:Quellan|Skerrick)”/gu, '')).not.toMatch(/Marta|lighthouse/u);
      }
      expect(JSON.stringify(await desk.suggest(server, { command: 'who', query: 'Quell' }))).not.toContain('Quellan');
    }
  });

  test('is read anew from its file where its reading is damaged or an older reader’s; what can’t be is told', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'footnote-'));
    const folder = join(dataFolder, 'libraries');
    const shelves = openShelves(folder);
    const shelf = shelves.open(one);
    const add = (name: string, text: string) => added(shelf, additionOf(name, text)).id;
    const damaged = add(
      'lamp.md',
      '# The lamp of Skerrick\n\nMarta Quellan kept the lamp of Skerrick for thirty years.\n',
    );
    const lost = add('mill.md', '# The mill of Orrin\n\nTobias Crake ran the mill of Orrin until it burnt.\n');
    const old = add('quay.md', '# The quay of Orrin\n\nSelma Hoyt built the quay of Orrin in two summers.\n');
    shelf.edit(damaged, { title: 'A keeper’s years' });
    shelves.close();
    changeFile(folder, `UPDATE readings SET text = x'00' WHERE document IN (${damaged}, ${lost})`, one);
    changeFile(folder, `UPDATE originals SET content = x'00' WHERE document = ${lost}`, one);
    changeFile(folder, `UPDATE readings SET reader_version = ${readerVersion - 1} WHERE document = ${old}`, one);

    const { ask, keeper, logged } = await opened(folderOf(harbour), dataFolder);
    await expect.poll(() => logged.at(-1), { timeout: 30_000 }).toMatch(/^Damaged in .*: one document\. /);
    expect(logged).toContain(`Read anew in the library of server ${one}: 2 documents.`);
    expect(logged.join()).not.toMatch(/lamp|keeper|mill|quay/);
    await keeper.settled(one);
    const answer = await ask(one, 'who', 'Quellan');
    expect(answer).toContain('for thirty years');
    expect(answer).toContain('A keeper’s years');
    expect((await keeper.info(one)).damaged).toEqual([lost]);
    const stored = new DatabaseSync(join(folder, `${one}.sqlite`), { readOnly: true });
    onTestFinished(() => stored.close());
    const by = stored.prepare('SELECT reader_version AS version FROM readings WHERE document = ?').get(old);
    expect(by).toEqual({ version: readerVersion });
  });

  test('is there after a restart, gone when removed, and back when that is undone', async () => {
    const corpus = folderOf(harbour);
    const first = await opened(corpus);
    const added = await first.keeper.add(one, lighthouse);
    if (added.kind !== 'added') throw new Error(added.kind);
    const { id } = added.document.record;
    await first.stop();
    const { ask, keeper } = await opened(corpus, first.dataFolder);
    // Asked at once, it would say so when the machine is too busy to open it in time.
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Quellan')).toContain('for thirty years');
    await keeper.remove(one, id);
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Quellan')).not.toContain('for thirty years');
    await keeper.restore(one, id);
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Quellan')).toContain('for thirty years');
    await keeper.destroy(one);
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Quellan')).not.toContain('for thirty years');
    expect(await ask(one, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
  });

  test('can stand alone, without the host’s readings', async () => {
    const { ask, keeper } = await opened(folderOf(harbour));
    await keeper.add(one, lighthouse);
    await keeper.set(one, { usesCorpus: false });
    await keeper.settled(one);
    expect(await ask(one, 'who', 'Quellan')).toContain('for thirty years');
    expect(await ask(one, 'who', 'Vandermeer')).not.toContain('the chairman of the Dockers');
    expect(await ask(another, 'who', 'Vandermeer')).toContain('the chairman of the Dockers');
  });

  test('carries what the group corrects', async () => {
    const { ask, keeper } = await opened(folderOf(harbour));
    const added = await keeper.add(one, lighthouse);
    if (added.kind !== 'added') throw new Error(added.kind);
    await keeper.edit(one, added.document.record.id, { title: 'Skerrick Light', published: '1931' });
    await keeper.settled(one);
    const answer = await ask(one, 'who', 'Quellan');
    expect(answer).toContain('Skerrick Light');
    expect(answer).toContain('1931');
  });

  test('and can’t be read, says why', async () => {
    const { keeper } = await opened(folderOf(harbour));
    const added = await keeper.add(one, { name: 'x.md', bytes: new Uint8Array([0, 1, 2, 0]) });
    expect(added).toMatchObject({ kind: 'unreadable' });
    expect(JSON.stringify(added)).toContain('x.md is not text');
    expect(await keeper.documents(one)).toEqual([]);
  });
});

test('a data folder that can’t be written to is named', async () => {
  const taken = join(mkdtempSync(join(tmpdir(), 'footnote-')), 'file');
  writeFileSync(taken, '');
  onTestFinished(() => rmSync(taken));
  await expect(openLibraries({ corpus: folderOf(harbour), dataFolder: taken, log: () => {} })).rejects.toThrow(taken);
});
