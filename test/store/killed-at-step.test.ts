/** `kill -9` at every step in turn: what is on the disk then is what was there before, or all of what was done. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { versionOf } from '../../src/store/schema.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot.ts';
import { childEnded } from '../child.ts';
import { additionOf, changeFile, temporaryFolder } from './kept.ts';
import { additionFile, newSnapshot, oldSnapshot, type Work } from './step-works.ts';

const child = join(import.meta.dirname, 'step-child.ts');
/** So that each child is there sooner; only one that comes to its end keeps its compiled code. */
const compiled = mkdtempSync(join(tmpdir(), 'footnote-'));
beforeAll(async () => {
  await run(['snapshot', temporary(), '0']);
});
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

const textOf = (number: number) =>
  additionOf(`ferry-${number}.md`, `# Ferry ${number}\n\nFerry ${number} leaves Osby at dawn. It waits for nobody.\n`);

/** With what is to be added. */
function temporary(): string {
  const folder = mkdtempSync(join(compiled, 'at-'));
  writeFileSync(join(folder, additionFile), serialize(textOf(9)));
  return folder;
}

/** Three documents, of which one is removed, and an index. */
function filled(): string {
  const folder = temporary();
  const shelves = openShelves(folder);
  const shelf = shelves.open('1');
  for (const number of [1, 2, 3]) shelf.add(textOf(number));
  shelf.remove(2);
  shelves.close();
  writeSnapshot(oldSnapshot.file(folder), oldSnapshot.key, oldSnapshot.payload);
  return folder;
}

/** Titles of the documents that are there, each found whole. */
function titlesIn(folder: string): string[] {
  const shelves = openShelves(folder);
  const shelf = shelves.open('1');
  expect(shelf.check()).toEqual([]);
  const titles = shelf.documents().map(({ id, title }) => {
    expect(shelf.original(id)?.length).toBeGreaterThan(0);
    return title.value ?? '';
  });
  shelves.close();
  return titles;
}

const run = (args: readonly string[]) => childEnded([child, ...args], { NODE_COMPILE_CACHE: compiled });

/** A copy of the folder after each kill, whether it said that it was done, and at last after a run that nobody killed. */
async function* killedAtEach(work: Work, template: string) {
  for (let step = 1; ; step++) {
    const folder = temporaryFolder();
    cpSync(template, folder, { recursive: true });
    const { code, out, signal } = await run([work, folder, String(step)]);
    const isKilled = signal === 'SIGKILL';
    if (!isKilled) expect(code, out).toBe(0);
    yield { folder, step, isKilled, isDone: out.includes('did') };
    if (isKilled) continue;
    expect(step).toBeGreaterThan(2);
    return;
  }
}

/** Also what of a shelf is no title: whether the removed document could come back, and a setting. */
function stateIn(folder: string): string[] {
  const titles = titlesIn(folder);
  const shelves = openShelves(folder);
  const shelf = shelves.open('1');
  const removed = shelf.original(2) === null ? 'nothing removed' : 'one to come back';
  const { usesCorpus } = shelf.info().settings;
  shelves.close();
  return [...titles, removed, usesCorpus ? 'with the corpus' : 'alone'];
}

const before = ['Ferry 1', 'Ferry 3'];
const stateBefore = [...before, 'one to come back', 'with the corpus'];

describe('killed at each step of', { timeout: 240_000 }, () => {
  test.each([
    ['add', ['Ferry 1', 'Ferry 3', 'Ferry 9', 'one to come back', 'with the corpus']],
    ['edit', ['At dawn', 'Ferry 3', 'one to come back', 'with the corpus']],
    ['remove', ['Ferry 3', 'one to come back', 'with the corpus']],
    ['restore', ['Ferry 1', 'Ferry 2', 'Ferry 3', 'one to come back', 'with the corpus']],
    ['purge', ['Ferry 1', 'Ferry 3', 'nothing removed', 'with the corpus']],
    ['set', ['Ferry 1', 'Ferry 3', 'one to come back', 'alone']],
  ] as const)('%s, the shelf is as before or as after', async (work, after) => {
    const seen = new Set<string>();
    for await (const { folder, isDone, isKilled } of killedAtEach(work, filled())) {
      const state = stateIn(folder);
      expect([stateBefore, after]).toContainEqual(state);
      if (isDone) expect(state).toEqual(after);
      if (isKilled) seen.add(String(state));
      else expect(isDone).toBe(true);
    }
    expect(seen).toContain(String(stateBefore));
  });

  test('the first addition, there is a shelf that takes one', async () => {
    for await (const { folder, isDone } of killedAtEach('add', temporary())) {
      const titles = titlesIn(folder);
      expect([[], ['Ferry 9']]).toContainEqual(titles);
      if (isDone) expect(titles).toEqual(['Ferry 9']);
      const shelves = openShelves(folder);
      shelves.open('1').add(textOf(5));
      shelves.close();
      expect(titlesIn(folder)).toEqual([...titles, 'Ferry 5']);
    }
  });

  test('a rescue, nothing that can be read is lost', async () => {
    const template = filled();
    changeFile(template, 'ALTER TABLE documents DROP COLUMN fetched_from');
    for await (const { folder } of killedAtEach('rescue', template)) expect(titlesIn(folder)).toEqual(before);
  });

  test('a migration, the file is of one version, whole', async () => {
    const versions = new Set<number>();
    for await (const { folder, isDone } of killedAtEach('migrate', filled())) {
      const database = openDatabase(join(folder, '1.sqlite'), () => {});
      const version = versionOf(database);
      const columns = database.all<{ name: string }>('PRAGMA table_info(notes)').map(({ name }) => name);
      expect(columns).toEqual([[], ['document', 'note'], ['document', 'note', 'page']][version - 1]);
      if (version > 1) expect(database.all('SELECT * FROM notes')).toHaveLength(3);
      if (isDone) expect(version).toBe(3);
      versions.add(version);
      database.close();
    }
    expect([...versions]).toEqual([1, 2, 3]);
  });

  test('a snapshot, the old one or the new one is there, to the last byte', async () => {
    for await (const { folder, isDone } of killedAtEach('snapshot', filled())) {
      const [old, fresh] = [oldSnapshot, newSnapshot].map(
        (one) => Buffer.compare(readSnapshot(one.file(folder), one.key).payload ?? Buffer.of(), one.payload) === 0,
      );
      expect([old, fresh]).toEqual(fresh ? [false, true] : [true, false]);
      if (isDone) expect(fresh).toBe(true);
      writeSnapshot(newSnapshot.file(folder), newSnapshot.key, newSnapshot.payload);
      expect(readSnapshot(newSnapshot.file(folder), newSnapshot.key).why).toBeNull();
    }
  });
});
