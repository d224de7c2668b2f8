import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openShelves } from '../../src/store/shelves.ts';
import { added, ferry, stateOf, temporaryFolder } from './kept.ts';

describe('shelves', () => {
  test.each(['', '../1', '1/2', '1.sqlite', 'x', '1'.repeat(21), '１'])('refuse %j, which is no id', (id) => {
    expect(() => openShelves(temporaryFolder()).open(id)).toThrow(`"${id}" is no server's id: those are digits only.`);
  });

  test('keep every server’s documents to themselves', () => {
    const shelves = openShelves(temporaryFolder());
    for (let server = 1; server <= 5; server++) added(shelves.open(String(server)), ferry(server));
    for (let server = 1; server <= 5; server++) {
      expect(
        shelves
          .open(String(server))
          .articles()
          .map(({ path }) => path),
      ).toEqual([`ferry-${server}.md`]);
    }
    expect(shelves.open('6').articles()).toEqual([]);
    expect([...shelves.ids()].sort()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('may be more than are open at a time', () => {
    const folder = temporaryFolder();
    const shelves = openShelves(folder);
    const all = Array.from({ length: 70 }, (_, at) => shelves.open(String(at + 1)));
    for (const [at, shelf] of all.entries()) added(shelf, ferry(at));
    const logs = readdirSync(folder).filter((name) => name.endsWith('-wal'));
    expect(logs.length).toBeLessThanOrEqual(64);
    expect(all.map((shelf) => shelf.documents()[0]?.name)).toEqual(all.map((_, at) => `ferry-${at}.md`));
    shelves.close();
    expect(readdirSync(folder)).toHaveLength(70);
    expect(all[0]!.documents()).toHaveLength(1);
  });

  test('tell when a server was left, until it is back', () => {
    const folder = temporaryFolder();
    const shelves = openShelves(folder);
    for (const id of ['1', '2']) added(shelves.open(id), ferry(1));
    const at = Date.UTC(2026, 3, 13);
    shelves.open('1').mark(at);
    shelves.open('3').mark(at);
    expect(openShelves(folder).marked()).toEqual([{ serverId: '1', at }]);
    expect(shelves.open('1').info().markedAt).toBe(at);
    expect(shelves.open('1').documents()).toHaveLength(1);
    shelves.open('1').unmark();
    expect([shelves.marked(), shelves.open('1').info().markedAt]).toEqual([[], null]);
  });

  test('count a mark that says nothing from when it was made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '1.left'), 'no date');
    const [marked] = openShelves(folder).marked();
    expect(Math.abs((marked?.at ?? 0) - Date.now())).toBeLessThan(3_600_000);
  });

  test('delete everything of one server and nothing of another', () => {
    const folder = temporaryFolder();
    const shelves = openShelves(folder);
    for (const id of ['1', '12']) added(shelves.open(id), ferry(1));
    const other = stateOf(shelves.open('12'));
    shelves.open('1').mark(1);
    for (const name of ['1.damaged-20260101T000000Z.sqlite', '1.sqlite.new', '1.index'])
      writeFileSync(join(folder, name), 'x');
    shelves.open('1').destroy();
    expect(readdirSync(folder).filter((name) => !name.startsWith('12.'))).toEqual([]);
    expect(shelves.marked()).toEqual([]);
    expect(stateOf(shelves.open('12'))).toEqual(other);
    expect(shelves.open('1').documents()).toEqual([]);
    added(shelves.open('1'), ferry(2));
    expect(shelves.open('1').documents()).toMatchObject([{ name: 'ferry-2.md' }]);
  });

  test('name no file that is none of theirs', () => {
    const folder = temporaryFolder();
    for (const name of ['notes.sqlite', '7.txt', '8.damaged-20260101T000000Z.sqlite', '9.sqlite.new']) {
      writeFileSync(join(folder, name), 'x');
    }
    expect(openShelves(folder).ids()).toEqual([]);
    expect(openShelves(join(folder, 'none')).ids()).toEqual([]);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('say in a sentence when their folder can’t be used', () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, 'x');
    expect(() => openShelves(folder).open('1').add(ferry(1))).toThrow(
      /^The library of server 1 can’t be used now: .+\.$/,
    );
  });
});
