import { expect, test } from 'vitest';
import { readerVersion } from '../../src/ingest/reader-version.ts';
import type { Shelf } from '../../src/store/shelf.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { createRereading } from '../../src/threads/rereading.ts';
import { added, additionOf, changeFile, ferry, temporaryFolder } from '../store/kept.ts';

/** A server with so many documents, all read by an older reader, and who reads them again. */
function outdated(count: number, read?: (name: string) => Promise<void>) {
  const folder = temporaryFolder();
  const shelves = openShelves(folder);
  const shelf = shelves.open('1');
  for (let number = 1; number <= count; number++) added(shelf, ferry(number));
  changeFile(folder, `UPDATE readings SET reader_version = ${readerVersion - 1}`);
  const [asked, logged]: [string[], string[]] = [[], []];
  const rereading = createRereading({
    read: async (name, bytes) => {
      asked.push(name);
      await read?.(name);
      return additionOf(name, Buffer.from(bytes).toString('utf8'));
    },
    changing: (server: string, change: (shelf: Shelf) => Promise<void>) => change(shelves.open(server)),
    log: (line) => logged.push(line),
  });
  return { folder, shelf, asked, logged, rereading };
}

const doneWith = (shelf: Shelf) => expect.poll(() => shelf.outdated(), { timeout: 30_000 });

test('an older reading answers until the newer one is there; one document is read at a time', async () => {
  let [under, most] = [0, 0];
  const seen: number[] = [];
  const { asked, logged, rereading, shelf } = outdated(3, async () => {
    most = Math.max(most, ++under);
    seen.push(shelf.articles().length);
    await new Promise(setImmediate);
    under--;
  });
  rereading.lookThrough(['1', '1']);
  rereading.lookThrough(['1']);
  await doneWith(shelf).toEqual([]);
  await rereading.stop();
  expect([most, seen, asked]).toEqual([1, [3, 3, 3], ['ferry-1.md', 'ferry-2.md', 'ferry-3.md']]);
  expect(logged).toEqual(['Read anew in the library of server 1: 3 documents.']);
});

test('what is found damaged and can’t be read anew is told once, and not tried for ever', async () => {
  const { asked, folder, logged, rereading, shelf } = outdated(2);
  changeFile(folder, "UPDATE readings SET text = x'00' WHERE document = 1");
  changeFile(folder, "UPDATE originals SET content = x'00' WHERE document = 1");
  rereading.lookThrough(['1']);
  await doneWith(shelf).toEqual([1]);
  added(shelf, ferry(3));
  changeFile(folder, `UPDATE readings SET reader_version = ${readerVersion - 1} WHERE document = 3`);
  rereading.lookThrough(['1']);
  await doneWith(shelf).toEqual([1]);
  await rereading.stop();
  expect(asked).toEqual(['ferry-2.md', 'ferry-3.md']);
  expect(logged.filter((line) => line.startsWith('Damaged in'))).toEqual([expect.stringContaining('server 1, ')]);
  expect(shelf.articles()).toHaveLength(2);
});

test('told to stop, it touches no library any more', async () => {
  let stopped: Promise<void> | undefined;
  const { asked, rereading, shelf } = outdated(2, async () => {
    stopped = rereading.stop();
  });
  rereading.lookThrough(['1']);
  await expect.poll(() => stopped !== undefined, { timeout: 30_000 }).toBe(true);
  await stopped;
  rereading.lookThrough(['1']);
  expect([asked, shelf.outdated()]).toEqual([['ferry-1.md'], [1, 2]]);
});

test('a document that is removed while it is read stays removed', async () => {
  const { logged, rereading, shelf } = outdated(1, async () => void shelf.remove(1));
  rereading.lookThrough(['1']);
  await doneWith(shelf).toEqual([]);
  await rereading.stop();
  expect([shelf.documents(), logged]).toEqual([[], []]);
});
