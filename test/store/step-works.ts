/** What is done to a shelf's folder in a process that is killed while it does so. */
import { join } from 'node:path';

export const works = ['add', 'edit', 'remove', 'restore', 'purge', 'set', 'rescue', 'migrate', 'snapshot'] as const;
export type Work = (typeof works)[number];

/** Throws for what is none. */
export function workOf(name: string): Work {
  const work = works.find((one) => one === name);
  if (!work) throw new Error(`"${name}" is none of ${works.join(', ')}`);
  return work;
}

/** In the folder, what is to be added, by v8. */
export const additionFile = 'addition.bin';

/** After the first version come two more. */
export const laterVersions = [
  'unused',
  'CREATE TABLE notes (document INTEGER REFERENCES documents, note TEXT) STRICT; INSERT INTO notes SELECT id, name FROM documents;',
  'ALTER TABLE notes ADD COLUMN page TEXT; UPDATE notes SET page = document;',
];

const snapshotOf = (key: string, letter: string) => ({
  key,
  payload: Buffer.alloc(300_000, letter),
  file: (folder: string) => join(folder, 'corpus.index'),
});
export const oldSnapshot = snapshotOf('old', 'a');
export const newSnapshot = snapshotOf('new', 'b');
