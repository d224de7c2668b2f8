/** A damaged shelf → every document of it that is whole by its hashes, carried over into a new one. */
import { createHash } from 'node:crypto';
import { type Database, isConflict, openDatabase } from './database.ts';
import { skipNumbers } from './documents.ts';
import { articleOf, type Reading } from './reading.ts';
import { columns } from './schema.ts';
import { grow, putSettings, stateOf } from './state.ts';

/** Numbers of documents that can't even be counted any more, and that no other one shall have: a shelf holds no more. */
const unseenMax = 1_000;

type Row = Record<string, string | number | Uint8Array | null>;

interface Rows {
  readonly documents: Row;
  readonly readings: Row;
  readonly originals: Row;
}

/** What can't be read is passed over: only writing can fail. */
export function rescue(damagedFile: string, into: Database): void {
  const from = tried(() => openDatabase(damagedFile, () => {}, { readOnly: true }));
  if (!from) return;
  try {
    into.change(() => {
      copyState(from, into);
      const ids = idsIn(from);
      for (const id of ids) {
        const rows = wholeDocument(from, id);
        if (rows) insert(into, rows);
      }
      skipNumbers(into, (ids.at(-1) ?? 0) + unseenMax);
    });
  } finally {
    from.close();
  }
}

function tried<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** From both ends, and from every table: each way goes as far as the first damaged page. */
function idsIn(from: Database): number[] {
  const found = new Set<number>();
  for (const [table, column] of Object.entries(keyOf)) {
    for (const order of ['ASC', 'DESC']) {
      tried(() => {
        for (const { id } of from.each<{ id: unknown }>(
          `SELECT ${column} AS id FROM ${table} ORDER BY ${column} ${order}`,
        )) {
          if (Number.isSafeInteger(id)) found.add(id as number);
        }
      });
    }
  }
  return [...found].sort((a, b) => a - b);
}

const keyOf: Readonly<Record<keyof Rows, string>> = { documents: 'id', readings: 'document', originals: 'document' };
const tables = Object.keys(keyOf) as (keyof Rows)[];

/** Null unless the file's bytes are whole; a reading that isn't can be made again from them. */
function wholeDocument(from: Database, id: number): Rows | null {
  const [documents, readings, originals] = tables.map(
    (table) => tried(() => from.get<Row>(`SELECT * FROM ${table} WHERE ${keyOf[table]} = ?`, id)) ?? null,
  );
  const content = originals?.['content'];
  if (!documents || !originals || !(content instanceof Uint8Array)) return null;
  if (createHash('sha256').update(content).digest('hex') !== documents['sha256']) return null;
  const isRead = readings && tried(() => articleOf(readings as unknown as Reading, { id: '', path: '' }));
  return { documents, originals, readings: isRead ? readings : unread(id) };
}

/** Fails its hash, so that it is read again. */
const unread = (document: number): Row => ({
  document,
  reader_version: 0,
  sha256: '',
  problems: '[]',
  details: '{}',
  layout: '{}',
  text: new Uint8Array(),
});

/** Without a document that the new file's own rules refuse. */
function insert(into: Database, rows: Rows): void {
  try {
    for (const table of tables) {
      const names = columns[table];
      const values = names.map((name) => rows[table][name] ?? (name === 'edits' ? '{}' : null));
      into.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...values);
    }
  } catch (error) {
    if (!isConflict(error)) throw error;
    into.run('DELETE FROM documents WHERE id = ?', rows.documents['id'] ?? null);
  }
}

/** As far as they can be read; the state is another one in any case. */
function copyState(from: Database, into: Database): void {
  const state = tried(() => stateOf(from));
  if (state && Number.isSafeInteger(state.revision)) {
    into.run('UPDATE shelf SET revision = ?', state.revision);
    putSettings(into, state.settings);
  }
  grow(into);
}
