/** Rows of a shelf's file ↔ documents: the statements, and nothing of what is allowed. */
import type { Edits } from '../ingest/edited.ts';
import { withEdits } from '../ingest/edited.ts';
import type { Article, Problem } from '../model.ts';
import type { Database } from './database.ts';
import { articleIdOnShelf, nameKey } from './document-name.ts';
import { type ArticleDetails, articleOf, type Reading, readingOf } from './reading.ts';
import type { DocumentRecord } from './shelf.ts';

export interface RecordRow {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly added_at: number;
  readonly fetched_from: string | null;
  readonly edits: string;
  readonly problems: string;
  readonly details: string;
}

interface ArticleRow extends RecordRow {
  readonly reader_version: number;
  readonly reading_sha256: string;
  readonly layout: string;
  readonly text: Uint8Array;
}

const recordColumns = 'id, name, bytes, documents.sha256 AS sha256, added_at, fetched_from, edits, problems, details';
const articleColumns = `${recordColumns}, reader_version, readings.sha256 AS reading_sha256, layout, text`;
const joined = 'FROM documents JOIN readings ON readings.document = documents.id';

export const liveRecords = (database: Database): DocumentRecord[] =>
  database.all<RecordRow>(`SELECT ${recordColumns} ${joined} WHERE removed_at IS NULL ORDER BY id`).map(recordOf);

export function liveRecord(database: Database, by: 'id' | 'sha256', value: number | string): DocumentRecord | null {
  const row = database.get<RecordRow>(
    `SELECT ${recordColumns} ${joined} WHERE documents.${by} = ? AND removed_at IS NULL`,
    value,
  );
  return row ? recordOf(row) : null;
}

export interface KeptArticle {
  readonly record: DocumentRecord;
  /** As read; null when it fails its hash. */
  readonly article: Article | null;
  readonly readerVersion: number;
  readonly edits: Edits;
}

/** One at a time: the texts of a whole library are large. */
export function* liveArticles(database: Database): Iterable<KeptArticle> {
  const sql = `SELECT ${articleColumns} ${joined} WHERE removed_at IS NULL ORDER BY id`;
  for (const row of database.each<ArticleRow>(sql)) yield keptArticleOf(row);
}

export function liveArticle(database: Database, id: number): KeptArticle | null {
  const sql = `SELECT ${articleColumns} ${joined} WHERE id = ? AND removed_at IS NULL`;
  const row = database.get<ArticleRow>(sql, id);
  return row ? keptArticleOf(row) : null;
}

function keptArticleOf(row: ArticleRow): KeptArticle {
  const reading: Reading = { details: row.details, layout: row.layout, text: row.text, sha256: row.reading_sha256 };
  const article = articleOf(reading, { id: articleIdOnShelf(row.name), path: row.name });
  return {
    record: recordOf(row),
    article,
    readerVersion: row.reader_version,
    edits: parsed<Edits>(row.edits, {}),
  };
}

function recordOf(row: RecordRow): DocumentRecord {
  const edits = parsed<Edits>(row.edits, {});
  const read = { ...unknownDetails(row.name), ...parsed<Partial<ArticleDetails>>(row.details, {}) };
  const { format, title, authors, publisher, via, published, url, lang, licence, labels } = withEdits(read, edits);
  return {
    id: row.id,
    name: row.name,
    articleId: articleIdOnShelf(row.name),
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at,
    fetchedFrom: row.fetched_from,
    isEdited: Object.keys(edits).length > 0,
    problems: parsed<readonly Problem[]>(row.problems, []),
    ...{ format, title, authors, publisher, via, published, url, lang, licence, labels },
  };
}

/** What a list shows of a document whose reading is damaged: it can still be removed, or read again. */
function unknownDetails(name: string) {
  const unknown = { value: null, from: 'not stated' } as const;
  return {
    format: 'unknown',
    title: { value: name, from: 'file-name' },
    authors: unknown,
    publisher: unknown,
    via: unknown,
    published: unknown,
    url: unknown,
    lang: unknown,
    licence: unknown,
    labels: [],
  };
}

function parsed<T>(json: string, otherwise: T): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    return otherwise;
  }
}

export interface NewDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly article: Article;
  readonly problems: readonly Problem[];
  readonly fetchedFrom: string | null;
  readonly addedAt: number;
  readonly readerVersion: number;
}

export function insertDocument(database: Database, document: NewDocument): number {
  const { name, bytes, article, fetchedFrom, addedAt } = document;
  const { id } = database.run(
    `INSERT INTO documents (name, name_key, bytes, sha256, added_at, fetched_from, edits) VALUES (?, ?, ?, ?, ?, ?, '{}')`,
    name,
    nameKey(name),
    bytes.length,
    article.sha256,
    addedAt,
    fetchedFrom,
  );
  putReading(database, id, document);
  database.run('INSERT INTO originals (document, content) VALUES (?, ?)', id, bytes);
  return id;
}

/** Of a new file: the first document gets the number after this one. */
export function startNumbers(database: Database, number: number): void {
  database.run("INSERT INTO sqlite_sequence (name, seq) VALUES ('documents', ?)", number);
}

/** No document to come gets a number up to this one. */
export function skipNumbers(database: Database, upTo: number): void {
  database.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'documents'", upTo);
}

export function putReading(
  database: Database,
  id: number,
  { article, problems, readerVersion }: Pick<NewDocument, 'article' | 'problems' | 'readerVersion'>,
): void {
  const { details, layout, text, sha256 } = readingOf(article);
  database.run(
    'INSERT OR REPLACE INTO readings (document, reader_version, sha256, problems, details, layout, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[id, readerVersion, sha256, JSON.stringify(problems), details, layout, text],
  );
}

export interface Held {
  readonly documents: number;
  readonly bytes: number;
}

export function held(database: Database, which: 'live' | 'all'): Held {
  const where = which === 'live' ? 'WHERE removed_at IS NULL' : '';
  const row = database.get<Held>(
    `SELECT count(*) AS documents, coalesce(sum(bytes), 0) AS bytes FROM documents ${where}`,
  );
  return row ?? { documents: 0, bytes: 0 };
}

export const isNameTaken = (database: Database, key: string): boolean =>
  database.get('SELECT 1 FROM documents WHERE name_key = ? AND removed_at IS NULL', key) !== undefined;

interface RemovedRow {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const removedRow = (database: Database, id: number): RemovedRow | undefined =>
  database.get('SELECT name, bytes, sha256 FROM documents WHERE id = ? AND removed_at IS NOT NULL', id);

const removedMax = 25;

/** Removed last first, and each text once: none that stands on the shelf again, and of two the one that was added later. */
export const removedRecords = (database: Database): DocumentRecord[] =>
  database
    .all<RecordRow>(
      `SELECT ${recordColumns} ${joined} WHERE removed_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM documents AS other WHERE other.sha256 = documents.sha256
           AND (other.removed_at IS NULL OR other.id > documents.id)
       ) ORDER BY removed_at DESC, id DESC LIMIT ${removedMax}`,
    )
    .map(recordOf);

export function takeAway(database: Database, id: number, at: number): void {
  database.run('UPDATE documents SET removed_at = ? WHERE id = ?', at, id);
}

export function bringBack(database: Database, id: number, name: string): void {
  database.run('UPDATE documents SET removed_at = NULL, name = ?, name_key = ? WHERE id = ?', name, nameKey(name), id);
}

/** Readings and originals go with their document; gives how many documents that were. */
export const deleteRemoved = (database: Database, before: number): number =>
  database.run('DELETE FROM documents WHERE removed_at < ?', before).changes;

export function editsOf(database: Database, id: number): Edits | null {
  const row = database.get<{ edits: string }>('SELECT edits FROM documents WHERE id = ? AND removed_at IS NULL', id);
  return row ? parsed<Edits>(row.edits, {}) : null;
}

/** Without the group's corrections. */
export function recordAsRead(database: Database, id: number): DocumentRecord | null {
  const sql = `SELECT ${recordColumns} ${joined} WHERE id = ? AND removed_at IS NULL`;
  const row = database.get<RecordRow>(sql, id);
  return row ? recordOf({ ...row, edits: '{}' }) : null;
}

export function putEdits(database: Database, id: number, edits: Edits): void {
  database.run('UPDATE documents SET edits = ? WHERE id = ?', JSON.stringify(edits), id);
}

interface Original {
  readonly name: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

export const originalOf = (database: Database, id: number): Original | undefined =>
  database.get('SELECT name, sha256, content FROM documents JOIN originals ON document = id WHERE id = ?', id);
