import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readArticle } from '../../src/ingest/read-article.ts';
import { openCorpus } from '../../src/threads/corpus.ts';
import { lookAt } from '../../src/threads/watched-folder.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A folder that is watched while it changes; `toHold` waits until what was read of it is that. */
async function watched(files: Readonly<Record<string, string>>) {
  const told: string[] = [];
  let lateMs = 0;
  const folder = newFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const corpus = await openCorpus(folder, readArticle, {
    report: (line) => told.push(line),
    elapsed: () => performance.now() + lateMs,
  });
  let refreshing = Promise.resolve(true);
  corpus.watch((found) => {
    refreshing = refreshing.then(() => corpus.refresh(found));
  });
  ends.unshift(() => corpus.stop());
  return {
    folder,
    corpus,
    write,
    told,
    pass: (ms: number) => {
      lateMs += ms;
    },
    /** As an editor saves: the new text beside it, and then in its place. */
    replace: (path: string, text: string) => {
      write('.saving', text);
      renameSync(join(folder, '.saving'), join(folder, path));
    },
    remove: (path: string) => rmSync(join(folder, path), { recursive: true }),
    toHold: (texts: Readonly<Record<string, string>>) =>
      vi.waitFor(
        () => expect(Object.fromEntries(corpus.current.articles.map(({ path, text }) => [path, text]))).toEqual(texts),
        { timeout: 20_000, interval: 20 },
      ),
  };
}

describe('a watched folder', { timeout: 60_000 }, () => {
  test.each(['empty', 'gone'] as const)('that is %s for a while answers from what was in it', async (state) => {
    const { corpus, folder, pass, told, toHold } = await watched({ 'kept.txt': 'The kept one.' });
    renameSync(folder, `${folder}-away`);
    if (state === 'empty') mkdirSync(folder);
    await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 20_000 });
    expect(told[0]).toContain(`There are no readings in ${folder} any more.`);
    expect(await corpus.refresh(null)).toBe(false);
    await toHold({ 'kept.txt': 'The kept one.' });
    // So that whoever took all of it out has it out.
    pass(10 * 60_000);
    expect(await corpus.refresh(null)).toBe(true);
    await toHold({});
    if (state === 'empty') rmSync(folder, { recursive: true });
    renameSync(`${folder}-away`, folder);
    await toHold({ 'kept.txt': 'The kept one.' });
    expect(told).toHaveLength(1);
  });

  test('a file that is created, edited and removed', async () => {
    const { write, remove, toHold } = await watched({ 'kept.txt': 'The kept one.' });
    write('new.txt', 'The first text.');
    await toHold({ 'kept.txt': 'The kept one.', 'new.txt': 'The first text.' });
    write('new.txt', 'The other text.');
    await toHold({ 'kept.txt': 'The kept one.', 'new.txt': 'The other text.' });
    remove('new.txt');
    await toHold({ 'kept.txt': 'The kept one.' });
  });

  test('a file that is replaced by another again and again, then edited, then removed', async () => {
    const { write, replace, remove, toHold } = await watched({ 'a.txt': 'Written.', 'b.txt': 'Beside it.' });
    for (const text of ['Replaced once.', 'Replaced twice.', 'Replaced thrice.']) {
      replace('a.txt', text);
      await toHold({ 'a.txt': text, 'b.txt': 'Beside it.' });
    }
    write('a.txt', 'Edited in its place.');
    await toHold({ 'a.txt': 'Edited in its place.', 'b.txt': 'Beside it.' });
    remove('a.txt');
    await toHold({ 'b.txt': 'Beside it.' });
  });

  test('files in a folder that is new, moved, and removed', async () => {
    const { folder, write, replace, remove, toHold } = await watched({ 'a.txt': 'At the top.' });
    write('deep/deeper/b.txt', 'Far down.');
    await toHold({ 'a.txt': 'At the top.', 'deep/deeper/b.txt': 'Far down.' });
    write('deep/deeper/b.txt', 'Far down, and edited.');
    await toHold({ 'a.txt': 'At the top.', 'deep/deeper/b.txt': 'Far down, and edited.' });
    renameSync(join(folder, 'deep'), join(folder, 'moved'));
    await toHold({ 'a.txt': 'At the top.', 'moved/deeper/b.txt': 'Far down, and edited.' });
    replace('moved/deeper/b.txt', 'Moved and replaced.');
    await toHold({ 'a.txt': 'At the top.', 'moved/deeper/b.txt': 'Moved and replaced.' });
    remove('moved');
    await toHold({ 'a.txt': 'At the top.' });
  });

  test('the folder itself, deleted and made anew', async () => {
    const { write, remove, told, toHold } = await watched({ 'a.txt': 'Before.' });
    remove('.');
    await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 20_000 });
    write('a.txt', 'After.');
    await toHold({ 'a.txt': 'After.' });
    write('a.txt', 'And later.');
    await toHold({ 'a.txt': 'And later.' });
  });

  test('what the owner says of names', async () => {
    const { corpus, write } = await watched({ 'a.txt': 'Mary Ellison sailed.' });
    write('aliases.yaml', 'hide: [Ellison]\n');
    await vi.waitFor(() => expect(corpus.current.corrections.hide).toEqual(['Ellison']), { timeout: 20_000 });
  });
});

test('what a look finds as it was is not opened again, until all is read', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'a.txt'), 'One.');
  const asItWas = await lookAt(folder);
  const corpus = await openCorpus(folder, readArticle);
  const texts = () => corpus.current.articles.map(({ text }) => text);
  writeFileSync(join(folder, 'a.txt'), 'Two.');
  writeFileSync(join(folder, 'b.txt'), 'New.');
  expect(await corpus.refresh(asItWas)).toBe(true);
  expect(texts()).toEqual(['One.', 'New.']);
  expect(await corpus.refresh(await lookAt(folder))).toBe(true);
  expect(texts()).toEqual(['Two.', 'New.']);
  expect(await corpus.refresh(null)).toBe(false);
});

describe('a look', () => {
  test('is the same where nothing that is read has changed', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.txt'), 'One.');
    const before = await lookAt(folder);
    writeFileSync(join(folder, '.a.txt.swp'), 'Saving.');
    const after = await lookAt(folder);
    expect(after).toEqual(before);
  });

  test('differs where a file has the size and the time of the one before it', async () => {
    const folder = newFolder();
    const save = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      utimesSync(join(folder, name), 1e9, 1e9);
    };
    save('a.txt', 'One.');
    const before = await lookAt(folder);
    save('.new', 'Two.');
    renameSync(join(folder, '.new'), join(folder, 'a.txt'));
    const after = await lookAt(folder);
    expect(after.state).not.toBe(before.state);
  });
});
