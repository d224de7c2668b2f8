import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import type { Step } from '../../src/store/disk.ts';
import { migrate, versionOf } from '../../src/store/schema.ts';
import type { Shelf } from '../../src/store/shelf.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { changeFile, ferry, stateOf, temporaryFolder } from './kept.ts';

/** As SQLite's own testing does (https://sqlite.org/testing.html): each step fails in turn, once or from then on. */
const ways = ['once', 'from then on'] as const;
/** What the disk says, and what people are told. */
const faults = { ENOSPC: 'the disk is full', EIO: 'the disk reports an error' } as const;
type Fault = keyof typeof faults;

/** Throws at one step, or from it on; tells how many steps there were. */
function failingAt(
  step: number,
  way: (typeof ways)[number],
  fault: Fault,
): { readonly step: Step; taken(): number; mend(): void } {
  let taken = 0;
  let isMended = false;
  return {
    step() {
      taken++;
      if (!isMended && (way === 'once' ? taken === step : taken >= step))
        throw Object.assign(new Error(`${fault}: write`), { code: fault });
    },
    taken: () => taken,
    mend() {
      isMended = true;
    },
  };
}

/** Whether it was done; a fault is told in a sentence. */
function attempt(work: () => unknown, fault: Fault): boolean {
  try {
    work();
    return true;
  } catch (error) {
    expect(String(error)).toContain(`The library of server 1 can’t be used now: ${faults[fault]}.`);
    return false;
  }
}

const changes: Readonly<Record<string, (shelf: Shelf) => unknown>> = {
  add: (shelf) => shelf.add(ferry(9)),
  'add under a name that is taken': (shelf) => shelf.add({ ...ferry(9), name: 'ferry-1.md' }),
  remove: (shelf) => shelf.remove(1),
  restore: (shelf) => shelf.restore(2),
  edit: (shelf) => shelf.edit(1, { title: 'At dawn', labels: { 'other-language': true } }),
  'read again': (shelf) => shelf.reread(1, ferry(1)),
  set: (shelf) => shelf.set({ usesCorpus: false }),
  purge: (shelf) => shelf.purge(Date.now() + 1000),
};

/** Three documents, of which one is removed; marked. */
function filledFolder(): string {
  const folder = temporaryFolder();
  const shelves = openShelves(folder);
  const shelf = shelves.open('1');
  for (const number of [1, 2, 3]) shelf.add(ferry(number));
  shelf.remove(2);
  shelf.mark(1_600_000_000_000);
  shelves.close();
  return folder;
}

/** What can be seen, and whether the removed document is still there. */
const seenIn = (shelf: Shelf) => ({ ...stateOf(shelf), edition: shelf.revision, removed: shelf.original(2) !== null });

function seenAnew(folder: string): ReturnType<typeof seenIn> {
  const shelves = openShelves(folder);
  const shelf = shelves.open('1');
  expect(shelf.check()).toEqual([]);
  expect(shelf.info().setAside).toEqual([]);
  const seen = seenIn(shelf);
  shelves.close();
  return seen;
}

const cases = (['ENOSPC', 'EIO'] as const).flatMap((fault) => ways.map((way) => [fault, way] as const));

describe.each(cases)('a disk that says %s at some step, %s', (fault, way) => {
  test.each(Object.entries(changes))('tears nothing of: %s', (_, change) => {
    const template = filledFolder();
    const before = seenAnew(template);
    for (let step = 1; ; step++) {
      const folder = temporaryFolder();
      cpSync(template, folder, { recursive: true });
      const failing = failingAt(step, way, fault);
      const shelves = openShelves(folder, { step: failing.step });
      const shelf = shelves.open('1');
      const isDone = attempt(() => change(shelf), fault);
      failing.mend();
      if (!isDone) {
        expect(seenIn(shelf)).toEqual(before);
        shelves.close();
        expect(seenAnew(folder)).toEqual(before);
        change(shelf);
      }
      const after = seenIn(shelf);
      expect(after).not.toEqual(before);
      shelves.close();
      expect(seenAnew(folder)).toEqual(after);
      if (step > failing.taken()) {
        expect(step).toBeGreaterThan(2);
        break;
      }
    }
  });

  test('leaves no shelf, or one that can be used, when the first document is added', () => {
    for (let step = 1; ; step++) {
      const folder = join(temporaryFolder(), 'libraries');
      const failing = failingAt(step, way, fault);
      const shelf = openShelves(folder, { step: failing.step }).open('1');
      const isAdded = attempt(() => shelf.add(ferry(1)), fault);
      expect(seenAnew(folder).documents).toHaveLength(isAdded ? 1 : 0);
      failing.mend();
      if (!isAdded) shelf.add(ferry(1));
      expect(seenAnew(folder).documents).toHaveLength(1);
      expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
      if (step > failing.taken()) break;
    }
  });

  test('loses nothing of a damaged file that can be rescued, nor the file', () => {
    const template = filledFolder();
    const before = seenAnew(template).documents;
    changeFile(template, 'ALTER TABLE documents DROP COLUMN fetched_from');
    const damaged = readFileSync(join(template, '1.sqlite'));
    for (let step = 1; ; step++) {
      const folder = temporaryFolder();
      cpSync(template, folder, { recursive: true });
      const failing = failingAt(step, way, fault);
      attempt(() => openShelves(folder, { step: failing.step }).open('1').documents(), fault);
      expect(openShelves(folder).ids()).toEqual(['1']);
      const told: string[] = [];
      const shelf = openShelves(folder, { report: (sentence) => told.push(sentence) }).open('1');
      expect(stateOf(shelf).documents).toEqual(before);
      const aside = shelf.info().setAside;
      expect(aside.map((name) => readFileSync(join(folder, name)).equals(damaged))).toEqual([true]);
      if (step > failing.taken()) break;
      if (told.length > 0) expect(told).toEqual([expect.stringMatching(/ and 3 documents were carried over/)]);
    }
  });

  test('leaves a mark as it was or as it should be', () => {
    for (let step = 1; ; step++) {
      const folder = filledFolder();
      const failing = failingAt(step, way, fault);
      const shelf = openShelves(folder, { step: failing.step }).open('1');
      expect(attempt(() => shelf.mark(1_700_000_000_000), fault)).toBe(step > failing.taken());
      expect([1_600_000_000_000, 1_700_000_000_000]).toContain(openShelves(folder).marked()[0]?.at);
      attempt(() => shelf.unmark(), fault);
      failing.mend();
      shelf.unmark();
      expect([openShelves(folder).marked(), readdirSync(folder).filter((name) => name.includes('.left'))]).toEqual([
        [],
        [],
      ]);
      if (step > failing.taken()) break;
    }
  });

  test('takes a file from one version to the next, or leaves it as it is', () => {
    const template = filledFolder();
    const before = seenAnew(template);
    const later = [
      'unused',
      'CREATE TABLE notes (document INTEGER REFERENCES documents, note TEXT) STRICT; INSERT INTO notes SELECT id, name FROM documents;',
      'ALTER TABLE notes ADD COLUMN page TEXT; UPDATE notes SET page = document;',
    ];
    const seenVersions = new Set<number>();
    for (let step = 1; ; step++) {
      const folder = temporaryFolder();
      cpSync(template, folder, { recursive: true });
      const failing = failingAt(step, way, fault);
      try {
        const database = openDatabase(join(folder, '1.sqlite'), failing.step);
        try {
          migrate(database, later);
        } finally {
          database.close();
        }
      } catch {
        // What counts is what is on the disk then.
      }
      const database = openDatabase(join(folder, '1.sqlite'), () => {});
      const version = versionOf(database);
      const columns = database.all<{ name: string }>('PRAGMA table_info(notes)').map(({ name }) => name);
      expect(columns).toEqual([[], ['document', 'note'], ['document', 'note', 'page']][version - 1]);
      if (version > 1) expect(database.all('SELECT * FROM notes')).toHaveLength(3);
      database.execute('DROP TABLE IF EXISTS notes; PRAGMA user_version = 1');
      database.close();
      expect(seenAnew(folder)).toEqual(before);
      seenVersions.add(version);
      if (step > failing.taken()) break;
    }
    expect([...seenVersions]).toEqual([1, 2, 3]);
  });
});

test('a library is deleted from its file on: what a fault leaves is none', () => {
  for (let step = 1; ; step++) {
    const folder = filledFolder();
    const failing = failingAt(step, 'once', 'EIO');
    const shelf = openShelves(folder, { step: failing.step }).open('1');
    try {
      shelf.destroy();
    } catch {
      expect(openShelves(folder).open('1').documents()).toHaveLength(step === 1 ? 2 : 0);
    }
    shelf.destroy();
    expect(readdirSync(folder)).toEqual([]);
    if (step > failing.taken()) break;
  }
});
