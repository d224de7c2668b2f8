import { cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import type { DocumentRecord, Shelf } from '../../src/store/shelf.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { added, additionOf, changeFile, ferry, ferryText, stateOf, temporaryFolder } from './kept.ts';

/** Two servers with documents each. */
function filledFolder(documents = 3): string {
  const folder = temporaryFolder();
  const shelves = openShelves(folder);
  for (const server of ['1', '2']) {
    for (let number = 1; number <= documents; number++) added(shelves.open(server), ferry(number));
  }
  shelves.open('1').edit(1, { title: 'At dawn' });
  shelves.open('1').set({ usesCorpus: false });
  shelves.close();
  return folder;
}

interface Opened {
  readonly shelf: Shelf;
  readonly told: readonly string[];
}

function opened(folder: string): Opened {
  const told: string[] = [];
  const shelf = openShelves(folder, { report: (sentence) => told.push(sentence) }).open('1');
  return { shelf, told };
}

const file = (folder: string) => join(folder, '1.sqlite');
const aside = (folder: string) => readdirSync(folder).filter((name) => name.includes('.damaged-'));

describe('a file that is no shelf', () => {
  test.each([
    ['random bytes', Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 251))],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(40_000)],
    ['a text', Buffer.from('This is no database.\n')],
    ['a picture of SQLite’s head', Buffer.from(`SQLite format 3\0${'\u0001'.repeat(5000)}`)],
  ])('%s: is set aside in one sentence, and the other servers don’t notice', (_, bytes) => {
    const folder = filledFolder();
    writeFileSync(file(folder), bytes);
    const { shelf, told } = opened(folder);
    expect(shelf.documents()).toEqual([]);
    const [name] = aside(folder);
    expect(told).toEqual([
      `The library of server 1 was damaged; its file was set aside as ${name}, and no document could be carried over into a new one.`,
    ]);
    expect(readFileSync(join(folder, name ?? '')).equals(bytes)).toBe(true);
    expect(shelf.info().setAside).toEqual([name]);
    added(shelf, ferry(1));
    expect([shelf.check(), told.length]).toEqual([[], 1]);
    const other = openShelves(folder).open('2');
    expect([other.documents().length, other.info().setAside, other.check()]).toEqual([3, [], []]);
  });

  test('a database of something else is set aside too', () => {
    const folder = filledFolder();
    writeFileSync(file(folder), '');
    changeFile(folder, 'CREATE TABLE mail (subject TEXT); INSERT INTO mail VALUES (1)');
    const { shelf, told } = opened(folder);
    expect([shelf.documents(), told.length, aside(folder).length]).toEqual([[], 1, 1]);
  });

  test.each(['DROP TABLE originals', 'ALTER TABLE documents RENAME COLUMN edits TO notes', 'DELETE FROM shelf'])(
    'a shelf that lacks a part is set aside: %s',
    (sql) => {
      const folder = filledFolder();
      changeFile(folder, sql);
      const { shelf, told } = opened(folder);
      expect(shelf.check()).toEqual([]);
      expect([told.length, shelf.info().setAside.length]).toEqual([1, 1]);
      expect(shelf.documents()).toHaveLength(sql.startsWith('DROP') ? 0 : 3);
    },
  );

  test('two in the same second are both kept', () => {
    const folder = filledFolder();
    for (const text of ['first', 'second']) {
      writeFileSync(file(folder), text);
      expect(opened(folder).shelf.documents()).toEqual([]);
    }
    const kept = aside(folder).filter((name) => name.endsWith('.sqlite'));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual(['first', 'second']);
  });
});

test('a file of a newer Footnote is left alone, and the sentence says what to do', () => {
  const folder = filledFolder();
  changeFile(folder, 'PRAGMA user_version = 7');
  const before = readFileSync(file(folder));
  const { shelf } = opened(folder);
  const sentence =
    'The library of server 1 was written by a newer Footnote (its file has version 7, and this Footnote knows 1); run that Footnote again. The file was left as it is.';
  expect(() => shelf.articles()).toThrow(sentence);
  expect(() => shelf.add(ferry(9))).toThrow(sentence);
  expect([readFileSync(file(folder)).equals(before), aside(folder)]).toEqual([true, []]);
  expect(openShelves(folder).open('2').documents()).toHaveLength(3);
  changeFile(folder, 'PRAGMA user_version = 1');
  expect(shelf.documents()).toHaveLength(3);
});

const idOf = ({ record }: { readonly record?: DocumentRecord }): number => record?.id ?? 0;

describe('what can still be read of a damaged file', () => {
  test('is carried over into a new one, with edits and settings', () => {
    const folder = filledFolder();
    const before = stateOf(openShelves(folder).open('1'));
    changeFile(folder, 'ALTER TABLE documents DROP COLUMN fetched_from');
    const { shelf, told } = opened(folder);
    expect(shelf.info().settings).toEqual({ usesCorpus: false });
    expect(stateOf(shelf).documents).toEqual(before.documents);
    expect(shelf.edition).not.toBe(before.edition);
    expect(told).toEqual([expect.stringMatching(/and 3 documents were carried over into a new one\.$/)]);
    expect(shelf.check()).toEqual([]);
    // Not even one that stood behind the last that can be read.
    expect(added(shelf, ferry(9)).id).toBeGreaterThan(1_000 + Math.max(...before.documents.map(idOf)));
  });

  test('never gives another text than what was added, wherever bytes are damaged', () => {
    const template = filledFolder(12);
    const texts = new Set(Array.from({ length: 12 }, (_, at) => ferryText(at + 1)));
    const { size, bytes } = { size: readFileSync(file(template)).length, bytes: readFileSync(file(template)) };
    const random = createRandom(7);
    const ends = { whole: 0, 'set aside': 0, 'read again': 0, carried: 0 };
    for (let round = 0; round < 90; round++) {
      const folder = temporaryFolder();
      cpSync(template, folder, { recursive: true });
      const damaged = Buffer.from(bytes);
      const start = random.below(size);
      const length = round % 3 === 0 ? 1 : 1 + random.below(6000);
      for (let at = start; at < Math.min(size, start + length); at++)
        damaged[at] = damaged[at]! ^ (1 + random.below(255));
      writeFileSync(file(folder), damaged);
      if (round % 10 === 9) truncateSync(file(folder), start);
      const { shelf } = opened(folder);
      const articles = shelf.articles();
      for (const { text } of articles) expect(texts).toContain(text);
      for (const { id } of shelf.documents()) {
        try {
          expect(texts).toContain(Buffer.from(shelf.original(id) ?? []).toString('utf8'));
        } catch (error) {
          expect(String(error)).toMatch(/The original file of “.+” is damaged/);
        }
      }
      if (shelf.info().setAside.length > 0) ends['set aside']++;
      if (shelf.info().setAside.length > 0 && articles.length > 0) ends.carried++;
      if (shelf.outdated().length > 0) ends['read again']++;
      if (articles.length === 12) ends.whole++;
      added(shelf, ferry(99));
      expect(openShelves(folder).open('2').documents()).toHaveLength(12);
    }
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(0);
  });
});

describe('a document that is damaged in a file that is not', () => {
  test('is told of once, left out of the answers, and read again from its own bytes', () => {
    const folder = filledFolder();
    changeFile(folder, "UPDATE readings SET text = CAST(replace(text, 'dawn', 'noon') AS BLOB) WHERE document = 2");
    const { shelf, told } = opened(folder);
    for (let time = 0; time < 2; time++) {
      expect(shelf.articles().map(({ path }) => path)).toEqual(['ferry-1.md', 'ferry-3.md']);
    }
    expect(told).toEqual(['What was read of a document in the library of server 1 is damaged; it is read anew.']);
    expect(shelf.document(2)).toMatchObject({ record: { name: 'ferry-2.md' }, article: null, asRead: null });
    expect(shelf.check()).toEqual(['What was read of “ferry-2.md” is damaged; it has to be read again.']);
    expect([shelf.outdated(), shelf.info().damaged]).toEqual([[2], [2]]);
    const { article, problems } = additionOf('ferry-2.md', Buffer.from(shelf.original(2) ?? []).toString('utf8'));
    expect(shelf.reread(2, { article, problems })).toBe(true);
    expect([shelf.articles().length, shelf.check(), shelf.outdated(), shelf.info().damaged]).toEqual([3, [], [], []]);
  });

  test('can be listed and removed though nothing of its reading is left', () => {
    const folder = filledFolder();
    changeFile(folder, "UPDATE readings SET details = '{', layout = '', text = x'' WHERE document = 2");
    const { shelf } = opened(folder);
    expect(shelf.documents()[1]).toMatchObject({
      title: { value: 'ferry-2.md', from: 'file-name' },
      format: 'unknown',
    });
    expect(shelf.remove(2)).toMatchObject({ name: 'ferry-2.md' });
  });

  test('is not exported or read as another file', () => {
    const folder = filledFolder();
    changeFile(folder, "UPDATE originals SET content = CAST('something else' AS BLOB) WHERE document = 2");
    const { shelf } = opened(folder);
    expect(() => shelf.original(2)).toThrow('The original file of “ferry-2.md” is damaged; add the file again.');
    expect(shelf.check()).toEqual(['The original file of “ferry-2.md” is damaged; add the file again.']);
    expect(shelf.articles()).toHaveLength(3);
  });
});

test('a log that somebody left beside no file is not played into a new one', () => {
  const folder = temporaryFolder();
  const shelves = openShelves(folder);
  added(shelves.open('1'), ferry(1));
  const log = readFileSync(`${file(folder)}-wal`);
  shelves.open('1').destroy();
  writeFileSync(`${file(folder)}-wal`, log);
  const { shelf, told } = opened(folder);
  expect(shelf.documents()).toEqual([]);
  added(shelf, ferry(2));
  expect([shelf.documents().length, shelf.check(), told]).toEqual([1, [], []]);
});
