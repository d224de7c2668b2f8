import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readerVersion } from '../../src/ingest/reader-version.ts';
import type { Shelf } from '../../src/store/shelf.ts';
import { openShelves, type ShelvesOptions } from '../../src/store/shelves.ts';
import { added, additionOf, changeFile, ferry, ferryText, stateOf, temporaryFolder } from './kept.ts';

function shelfIn(folder: string, options: ShelvesOptions = {}): Shelf {
  return openShelves(folder, options).open('1');
}

const emptyShelf = (options: ShelvesOptions = {}): Shelf => shelfIn(join(temporaryFolder(), 'libraries'), options);

describe('a shelf that nothing was added to', () => {
  test('is empty in every way and has no file', () => {
    const folder = join(temporaryFolder(), 'libraries');
    const shelf = shelfIn(folder);
    expect(shelf.info()).toMatchObject({ documents: 0, bytes: 0, settings: { usesCorpus: true }, markedAt: null });
    expect([shelf.documents(), shelf.articles(), shelf.document(1), shelf.original(1)]).toEqual([[], [], null, null]);
    expect([shelf.remove(1), shelf.purge(Date.now()), shelf.edits(1), shelf.outdated()]).toEqual([null, 0, {}, []]);
    expect([shelf.restore(1).kind, shelf.edit(1, { title: 'x' }).kind]).toEqual(['refused', 'refused']);
    shelf.mark(0);
    shelf.unmark();
    shelf.destroy();
    expect([shelf.revision, shelf.check(), existsSync(folder)]).toEqual([0, [], false]);
  });
});

describe('adding', () => {
  test('keeps bytes, article and problems, also when opened again', () => {
    const folder = temporaryFolder();
    const shelves = openShelves(folder);
    const problem = { path: 'ferry.md', message: 'ferry.md is short.', fatal: false };
    const addition = { ...ferry(1), problems: [problem], fetchedFrom: 'https://example.org/ferry' };
    const document = added(shelves.open('1'), addition);
    shelves.close();
    const shelf = shelfIn(folder);
    expect(shelf.documents()).toEqual([document]);
    expect(document).toMatchObject({
      name: 'ferry-1.md',
      problems: [problem],
      fetchedFrom: 'https://example.org/ferry',
    });
    expect(shelf.original(document.id)).toEqual(addition.bytes);
    expect(shelf.articles()).toEqual([{ ...addition.article, id: document.articleId }]);
    expect(shelf.info()).toMatchObject({ documents: 1, bytes: addition.bytes.length });
    expect(shelf.check()).toEqual([]);
  });

  test('gives articles oldest first', () => {
    const shelf = emptyShelf();
    for (const number of [3, 1, 2]) added(shelf, ferry(number));
    expect(shelf.articles().map(({ path }) => path)).toEqual(['ferry-3.md', 'ferry-1.md', 'ferry-2.md']);
  });

  test('of the very same bytes changes nothing and names the document that has them', () => {
    const shelf = emptyShelf();
    const document = added(shelf, ferry(1));
    const before = stateOf(shelf);
    expect(shelf.add({ ...ferry(1), name: 'other.md' })).toEqual({ kind: 'already there', document });
    expect(stateOf(shelf)).toEqual(before);
  });

  test('under a name that is taken gives it a number', () => {
    const shelf = emptyShelf();
    const names = [1, 2, 3].map(
      (number) => added(shelf, { ...ferry(number), name: number === 2 ? 'FERRY.md' : 'ferry.md' }).name,
    );
    expect(names).toEqual(['ferry.md', 'FERRY (2).md', 'ferry (3).md']);
    const ids = shelf.articles().map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(shelf.articles().map(({ path }) => path)).toEqual(names);
  });

  test('makes a name safe that is a path', () => {
    expect(added(emptyShelf(), { ...ferry(1), name: '../../2.sqlite' }).name).toBe('2.sqlite');
  });

  test('of more documents than a shelf may hold is refused in a sentence', () => {
    const shelf = emptyShelf({ limits: { documentsMax: 2, bytesMax: 10_000 } });
    added(shelf, ferry(1));
    const second = added(shelf, ferry(2));
    const before = stateOf(shelf);
    expect(shelf.add(ferry(3))).toEqual({
      kind: 'refused',
      message: 'This library holds 2 documents, and 2 is the most; remove some first.',
    });
    expect(stateOf(shelf)).toEqual(before);
    shelf.remove(second.id);
    expect(shelf.add(ferry(3)).kind).toBe('added');
    expect(shelf.restore(second.id).kind).toBe('refused');
  });

  test('of more bytes than a shelf may hold is refused in a sentence', () => {
    const shelf = emptyShelf({ limits: { documentsMax: 100, bytesMax: 300_000 } });
    const long = (number: number) => additionOf(`long-${number}.txt`, `Line ${number}. ${'word '.repeat(50_000)}`);
    expect(shelf.add(additionOf('huge.txt', 'word '.repeat(61_000)))).toEqual({
      kind: 'refused',
      message: 'This file has 0.4 MB, and a library holds at most 0.3 MB; add a smaller one.',
    });
    expect(shelf.info().documents).toBe(0);
    added(shelf, long(1));
    expect(shelf.add(long(2))).toEqual({
      kind: 'refused',
      message: 'This file has 0.3 MB, and this library already holds 0.3 MB of at most 0.3 MB; remove something first.',
    });
  });

  test('and removing again and again does not fill the disk', () => {
    const shelf = emptyShelf({ limits: { documentsMax: 2, bytesMax: 10_000 } });
    for (const number of [1, 2, 3, 4]) shelf.remove(added(shelf, ferry(number)).id);
    expect(shelf.add(ferry(5))).toMatchObject({ kind: 'refused', message: expect.stringContaining('last hour') });
    vi.useFakeTimers({ now: Date.now() + 2 * 3_600_000, toFake: ['Date'] });
    try {
      expect(shelf.add(ferry(5)).kind).toBe('added');
    } finally {
      vi.useRealTimers();
    }
  });

  test('an article that was not read from these bytes is a mistake of the caller', () => {
    const shelf = emptyShelf();
    expect(() => shelf.add({ ...ferry(1), bytes: ferry(2).bytes })).toThrow(/"ferry-1.md" was not read from the bytes/);
    expect(shelf.revision).toBe(0);
  });
});

describe('removing', () => {
  test('takes a document out of everything at once, and can be undone', () => {
    const shelf = emptyShelf();
    const [first, second] = [added(shelf, ferry(1)), added(shelf, ferry(2))];
    shelf.edit(first.id, { title: 'The first' });
    const before = stateOf(shelf).documents;
    expect(shelf.remove(first.id)).toMatchObject({ id: first.id, name: first.name });
    expect(shelf.documents()).toEqual([second]);
    expect([shelf.articles().length, shelf.document(first.id), shelf.info().documents]).toEqual([1, null, 1]);
    expect([shelf.remove(first.id), shelf.edit(first.id, { title: 'x' }).kind]).toEqual([null, 'refused']);
    expect(shelf.restore(first.id)).toMatchObject({ kind: 'restored', document: { id: first.id } });
    expect(stateOf(shelf).documents).toEqual(before);
    expect(shelf.restore(first.id)).toMatchObject({ kind: 'already there', document: { id: first.id } });
  });

  test('leaves the name and the bytes to others, and undoing makes way', () => {
    const shelf = emptyShelf();
    const first = added(shelf, { ...ferry(1), name: 'ferry.md' });
    shelf.remove(first.id);
    const other = added(shelf, { ...ferry(2), name: 'ferry.md' });
    expect(other).toMatchObject({ name: 'ferry.md', articleId: first.articleId });
    expect(shelf.restore(first.id)).toMatchObject({ kind: 'restored', document: { name: 'ferry (2).md' } });
    shelf.remove(first.id);
    const again = added(shelf, ferry(1));
    expect(shelf.restore(first.id)).toEqual({ kind: 'already there', document: again });
    expect(again.id).not.toBe(first.id);
  });

  test('leaves a list of what can be brought back, each text once', () => {
    const shelf = emptyShelf();
    const removed = () => shelf.info().removed.map(({ id }) => id);
    const [first, second] = [added(shelf, ferry(1)), added(shelf, ferry(2))];
    for (const { id } of [second, first]) shelf.remove(id);
    expect(removed()).toEqual([first.id, second.id]);
    const again = added(shelf, ferry(2));
    expect(removed()).toEqual([first.id]);
    shelf.remove(again.id);
    expect(removed()).toEqual([again.id, first.id]);
    shelf.restore(first.id);
    shelf.purge(Date.now() + 1);
    expect(removed()).toEqual([]);
  });

  test('is for good once it is purged, and gives its room back', () => {
    const folder = temporaryFolder();
    const shelf = shelfIn(folder);
    const kept = added(shelf, ferry(1));
    const large = additionOf('large.txt', `${'A long line of words. '.repeat(100_000)}\n`);
    const gone = added(shelf, large);
    shelf.remove(gone.id);
    const { edition } = shelf;
    expect(shelf.purge(Date.now() - 60_000)).toBe(0);
    expect(shelf.original(gone.id)).toHaveLength(large.bytes.length);
    expect(shelf.purge(Date.now() + 1)).toBe(1);
    expect([shelf.original(gone.id), shelf.restore(gone.id).kind]).toEqual([null, 'refused']);
    expect([shelf.documents(), shelf.edition]).toEqual([[kept], edition]);
    expect(sizeOf(folder)).toBeLessThan(200_000);
    expect(added(shelf, ferry(3)).id).toBeGreaterThan(gone.id);
    expect(shelf.check()).toEqual([]);
  });

  test('leaves no trace in the file once it is purged', () => {
    const folder = temporaryFolder();
    const shelves = openShelves(folder);
    const shelf = shelves.open('1');
    added(shelf, ferry(1));
    const gone = added(shelf, additionOf('zanzibar.txt', 'The word xylophone stands here.\n'));
    added(shelf, ferry(2));
    shelf.remove(gone.id);
    shelf.purge(Date.now() + 1);
    shelves.close();
    const bytes = readFileSync(join(folder, '1.sqlite'));
    for (const word of ['zanzibar', 'xylophone']) expect(bytes.includes(word), word).toBe(false);
    expect(bytes.includes('ferry-1')).toBe(true);
  });
});

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('editing', () => {
  test('shows the group’s word and keeps the file’s beside it', () => {
    const folder = temporaryFolder();
    const { id } = added(shelfIn(folder), ferry(1));
    const edited = shelfIn(folder).edit(id, { title: 'At dawn', published: '2016-04' });
    expect(edited).toMatchObject({ kind: 'edited', edits: { title: 'At dawn', published: '2016-04' } });
    const shelf = shelfIn(folder);
    expect(shelf.articles()[0]).toMatchObject({ title: { value: 'At dawn', from: 'set by the group' } });
    expect(shelf.documents()[0]).toMatchObject({ isEdited: true, title: { value: 'At dawn' } });
    expect(shelf.document(id)).toMatchObject({
      asRead: { title: { value: 'Ferry 1' } },
      article: { title: { value: 'At dawn' } },
      edits: { title: 'At dawn', published: '2016-04' },
    });
    expect(shelf.edit(id, { title: null, published: null })).toMatchObject({
      document: { isEdited: false },
      edits: {},
    });
    expect(shelf.document(id)?.article).toEqual(shelf.document(id)?.asRead);
  });

  test('back to what was read, by hand, leaves no correction', () => {
    const shelf = emptyShelf();
    const { id } = added(shelf, ferry(1));
    shelf.edit(id, { title: 'At noon', authors: [], publisher: 'Quay Post', labels: { 'no-text-layer': true } });
    const read = { title: 'Ferry 1', authors: ['Ana Lind'], publisher: '', labels: { 'no-text-layer': false } };
    expect(shelf.edit(id, read)).toMatchObject({ edits: {}, document: { isEdited: false } });
  });

  test('that can’t stand is refused and changes nothing', () => {
    const shelf = emptyShelf();
    const { id } = added(shelf, ferry(1));
    const before = stateOf(shelf);
    expect(shelf.edit(id, { title: 'Good', published: 'soon' })).toMatchObject({ kind: 'refused' });
    expect(shelf.edit(99, { title: 'x' })).toEqual({
      kind: 'refused',
      message: 'That document is not in this library any more.',
    });
    expect(stateOf(shelf)).toEqual(before);
  });
});

describe('the edition', () => {
  test('is another one after each change that readers see, and the same after none', () => {
    const folder = temporaryFolder();
    const shelf = shelfIn(folder);
    const seen = [shelf.edition];
    const changes: (() => unknown)[] = [
      () => shelf.add(ferry(1)),
      () => shelf.edit(1, { title: 'x' }),
      () => shelf.remove(1),
      () => shelf.restore(1),
      () => shelf.set({ usesCorpus: false }),
      () => shelf.reread(1, ferry(1)),
    ];
    changes.forEach((change, at) => {
      change();
      expect(shelf.revision).toBe(at + 1);
      seen.push(shelf.edition);
    });
    shelf.edit(1, { title: 'x' });
    shelf.set({ usesCorpus: false });
    shelf.purge(Date.now() + 1);
    shelf.add(ferry(1));
    shelf.mark(5);
    expect([shelf.edition, shelfIn(folder).edition]).toEqual([seen.at(-1), seen.at(-1)]);
    shelf.destroy();
    expect(shelf.revision).toBe(0);
    shelf.add(ferry(1));
    expect(seen).not.toContain(shelf.edition);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

test('settings are kept', () => {
  const folder = temporaryFolder();
  expect(shelfIn(folder).set({ usesCorpus: false })).toEqual({ usesCorpus: false });
  expect(shelfIn(folder).info()).toMatchObject({ documents: 0, settings: { usesCorpus: false } });
  expect(shelfIn(folder).set({})).toEqual({ usesCorpus: false });
});

describe('a newer reader', () => {
  test('finds what an older one read, and reads it again; edits stay', () => {
    const folder = temporaryFolder();
    const shelf = shelfIn(folder);
    const { id } = added(shelf, ferry(1));
    added(shelf, ferry(2));
    shelf.edit(id, { publisher: 'Quay Post' });
    changeFile(folder, `UPDATE readings SET reader_version = ${readerVersion - 1} WHERE document = ${id}`);
    expect(shelf.outdated()).toEqual([id]);
    const { article } = additionOf('ferry-1.md', ferryText(1));
    const better = { ...article, title: { value: 'Read anew', from: 'heading' } };
    expect(shelf.reread(id, { article: better, problems: [] })).toBe(true);
    expect(shelf.document(id)).toMatchObject({
      article: { title: { value: 'Read anew' }, publisher: { value: 'Quay Post' } },
    });
    expect([shelf.outdated(), shelf.check()]).toEqual([[], []]);
  });

  test('is not told of what is gone, and takes no other file’s article', () => {
    const shelf = emptyShelf();
    const { id } = added(shelf, ferry(1));
    expect(() => shelf.reread(id, ferry(2))).toThrow('not read from the bytes of document 1, "ferry-1.md"');
    shelf.remove(id);
    expect(shelf.reread(id, ferry(1))).toBe(false);
  });
});
