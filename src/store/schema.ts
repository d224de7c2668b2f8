/** What stands in a shelf's file, and how an older file becomes a newer one. */
import type { Database } from './database.ts';

/** 'Ftnt': tells a shelf from any other SQLite file (https://sqlite.org/fileformat2.html#application_id). */
export const applicationId = 0x46746e74;

/**
 * The first makes a file; each other one changes a file of the version before it. None is ever edited once released.
 *
 * A reading's `sha256` is that of its details, layout and text. What is large stands in tables of its own, and last in its
 * row, so that a list of documents reads none of it.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE shelf (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     revision INTEGER NOT NULL,
     stamp TEXT NOT NULL,
     uses_corpus INTEGER NOT NULL
   ) STRICT;
   INSERT INTO shelf VALUES (1, 0, '', 1);
   CREATE TABLE documents (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     name TEXT NOT NULL,
     name_key TEXT NOT NULL,
     bytes INTEGER NOT NULL,
     sha256 TEXT NOT NULL,
     added_at INTEGER NOT NULL,
     removed_at INTEGER,
     fetched_from TEXT,
     edits TEXT NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX documents_by_name ON documents (name_key) WHERE removed_at IS NULL;
   CREATE UNIQUE INDEX documents_by_bytes ON documents (sha256) WHERE removed_at IS NULL;
   CREATE TABLE readings (
     document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
     reader_version INTEGER NOT NULL,
     sha256 TEXT NOT NULL,
     problems TEXT NOT NULL,
     details TEXT NOT NULL,
     layout TEXT NOT NULL,
     text BLOB NOT NULL
   ) STRICT;
   CREATE TABLE originals (
     document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
     content BLOB NOT NULL
   ) STRICT;`,
];

/** The newest version's own, so that a file that lacks one is told at once, and a damaged file's others are passed over. */
export const columns = {
  shelf: ['one', 'revision', 'stamp', 'uses_corpus'],
  documents: ['id', 'name', 'name_key', 'bytes', 'sha256', 'added_at', 'removed_at', 'fetched_from', 'edits'],
  readings: ['document', 'reader_version', 'sha256', 'problems', 'details', 'layout', 'text'],
  originals: ['document', 'content'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const versionOf = (database: Database): number =>
  database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

/** Each step is one transaction: a file is of one version or of the next, never between. */
export function migrate(database: Database, steps: readonly string[] = migrations): void {
  for (let version = versionOf(database); version < steps.length; version++) {
    database.change(() => {
      database.execute(steps[version] as string);
      database.execute(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
