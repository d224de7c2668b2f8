import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { createRandom } from '../../bench/random.ts';
import { exportPart, planExport } from '../../src/store/export.ts';
import type { Shelf } from '../../src/store/shelf.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { added, additionOf, changeFile, ferry, ferryText, temporaryFolder } from './kept.ts';

const emptyShelf = (): Shelf => openShelves(temporaryFolder()).open('1');

interface Unpacked {
  readonly name: string;
  readonly bytes: number;
  readonly files: ReadonlyMap<string, Buffer>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever stands in the file
  readonly told: any;
}

async function exported(shelf: Shelf, bytesMax: number): Promise<readonly Unpacked[]> {
  const plan = await planExport(shelf, { bytesMax });
  return Promise.all(plan.parts.map(async (_, at) => unpacked(await exportPart(shelf, plan, at))));
}

async function unpacked({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Unpacked> {
  const files = new Map<string, Buffer>();
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  const told = JSON.parse(files.get('library.json')?.toString('utf8') ?? '');
  files.delete('library.json');
  return { name, bytes: bytes.length, files, told };
}

/** Letters that hardly pack, so that a part is as full as its plan. */
function dense(number: number, chars: number): string {
  const random = createRandom(number);
  const letters = Array.from({ length: chars }, () => String.fromCharCode(33 + random.below(90)));
  return `Text ${number} begins.\n\n${letters.join('').replace(/(.{60})/g, '$1 ')}\n`;
}

describe('an export', () => {
  test('of an empty shelf has no part', async () => {
    expect(await planExport(emptyShelf(), { bytesMax: 1e6 })).toEqual({ parts: [], leftOut: [] });
  });

  test('holds every file to the byte, and what was read and corrected', async () => {
    const shelf = emptyShelf();
    added(shelf, { ...ferry(1), fetchedFrom: 'https://example.org/1' });
    added(shelf, { ...ferry(2), name: 'Überfahrt – ‘zwei’.md' });
    shelf.remove(added(shelf, ferry(3)).id);
    shelf.edit(1, { title: 'At dawn', authors: [] });
    const [part, ...others] = await exported(shelf, 1e6);
    expect([part?.name, others]).toEqual(['library.zip', []]);
    expect([...(part?.files ?? [])].map(([name, bytes]) => [name, bytes.toString('utf8')])).toEqual([
      ['ferry-1.md', ferryText(1)],
      ['Überfahrt – ‘zwei’.md', ferryText(2)],
    ]);
    expect(part?.told).toMatchObject({ format: 'footnote-library', version: 1, part: 1, parts: 1 });
    expect(part?.told.documents[0]).toMatchObject({
      file: 'ferry-1.md',
      leftOut: null,
      sha256: createHash('sha256').update(ferryText(1)).digest('hex'),
      addedAt: new Date(shelf.documents()[0]!.addedAt).toISOString(),
      fetchedFrom: 'https://example.org/1',
      read: { title: { value: 'Ferry 1', from: 'heading' }, authors: { value: ['Ana Lind'] } },
      corrected: { title: 'At dawn', authors: [] },
    });
    expect(part?.told.documents[1].corrected).toEqual({});
  });

  test('of more than fits is parted, and no part is larger than allowed', async () => {
    const shelf = emptyShelf();
    for (let number = 1; number <= 30; number++) added(shelf, additionOf(`text-${number}.txt`, dense(number, 9000)));
    const bytesMax = 60_000;
    const parts = await exported(shelf, bytesMax);
    expect(parts.length).toBeGreaterThan(3);
    for (const { bytes } of parts) expect(bytes).toBeLessThanOrEqual(bytesMax);
    for (const { bytes } of parts.slice(0, -1)) expect(bytes).toBeGreaterThan(bytesMax / 2);
    expect(parts.map(({ name }) => name)).toEqual(parts.map((_, at) => `library-${at + 1}-of-${parts.length}.zip`));
    const names = parts.flatMap(({ files }) => [...files.keys()]);
    expect(names).toEqual(shelf.documents().map(({ name }) => name));
  });

  test('counts what a zip file takes beside the bytes, however small the files are', async () => {
    const shelf = emptyShelf();
    for (let number = 1; number <= 40; number++)
      added(shelf, { ...ferry(number), name: `${'long '.repeat(20)}${number}.md` });
    for (const { bytes } of await exported(shelf, 9000)) expect(bytes).toBeLessThanOrEqual(9000);
  });

  test('names a file that is too large by itself, and tells of it all the same', async () => {
    const shelf = emptyShelf();
    added(shelf, ferry(1));
    const large = added(shelf, additionOf('large.txt', dense(1, 30_000)));
    added(shelf, ferry(2));
    const bytesMax = 20_000;
    const { leftOut } = await planExport(shelf, { bytesMax });
    expect(leftOut).toEqual([{ id: large.id, name: 'large.txt', bytes: large.bytes, why: 'too large' }]);
    const parts = await exported(shelf, bytesMax);
    expect(parts.flatMap(({ files }) => [...files.keys()])).toEqual(['ferry-1.md', 'ferry-2.md']);
    expect(parts.flatMap(({ told }) => told.documents.map((one: { leftOut: string | null }) => one.leftOut))).toEqual([
      null,
      'too large',
      null,
    ]);
  });

  test('goes on past a file that is damaged, and without what was removed meanwhile', async () => {
    const folder = temporaryFolder();
    const shelf = openShelves(folder).open('1');
    for (const number of [1, 2, 3]) added(shelf, ferry(number));
    changeFile(folder, "UPDATE originals SET content = x'00' WHERE document = 2");
    const plan = await planExport(shelf, { bytesMax: 1e6 });
    expect(plan.leftOut).toMatchObject([{ name: 'ferry-2.md', why: 'damaged' }]);
    shelf.remove(1);
    const { files, told } = await unpacked(await exportPart(shelf, plan, 0));
    expect([...files.keys()]).toEqual(['ferry-3.md']);
    expect(told.documents.map(({ file }: { file: string }) => file)).toEqual(['ferry-2.md', 'ferry-3.md']);
  });

  test('has no part that was not planned', async () => {
    await expect(exportPart(emptyShelf(), { parts: [], leftOut: [] }, 0)).rejects.toThrow(
      'An export of 0 parts has no part 0.',
    );
  });
});
