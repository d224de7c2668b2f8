/** The narrow door to node:sqlite: statements that are announced before they run, transactions, and what a fault means. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Step } from './disk.ts';

export interface Database {
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  /** One at a time, for rows that are large. */
  each<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** The id of the row that was inserted last, and how many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): { readonly id: number; readonly changes: number };
  /** Statements without values or results. */
  execute(sql: string): void;
  /** All that `work` does, or nothing of it. Not to be nested. */
  change<T>(work: () => T): T;
  close(): void;
}

const busyMs = 5_000;

/** The file must be there, or its folder. Anything may be in it: the first statement tells. */
export function openDatabase(file: string, step: Step, { readOnly = false } = {}): Database {
  step('open database');
  const database = new DatabaseSync(file, { timeout: busyMs, enableForeignKeyConstraints: true, readOnly });
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    step(sql);
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const execute = (sql: string) => {
    step(sql);
    database.exec(sql);
  };
  const rollBack = () => {
    try {
      if (database.isTransaction) execute('ROLLBACK');
    } catch {
      // Closing rolls back too, and the next use opens the file anew.
      database.close();
    }
  };
  return {
    all: (sql, ...values) => statement(sql).all(...values) as never,
    each: (sql, ...values) => statement(sql).iterate(...values) as never,
    get: (sql, ...values) => statement(sql).get(...values) as never,
    run(sql, ...values) {
      const { lastInsertRowid, changes } = statement(sql).run(...values);
      return { id: Number(lastInsertRowid), changes: Number(changes) };
    },
    execute,
    change(work) {
      execute('BEGIN IMMEDIATE');
      try {
        const result = work();
        execute('COMMIT');
        return result;
      } catch (error) {
        rollBack();
        throw error;
      }
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

/** SQLite's result code (https://sqlite.org/rescode.html), without the bits of its extensions. */
const resultOf = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

/** A file that SQLite may well read, but that is not what it should be. */
export class DamagedFile extends Error {}

/** SQLITE_CORRUPT, SQLITE_NOTADB. */
const damage: ReadonlySet<number | null> = new Set([11, 26]);

/** True when the file itself is at fault, and not the disk, the rights or another process. */
export const isDamage = (error: unknown): boolean => error instanceof DamagedFile || damage.has(resultOf(error));

/** True when a statement names what the file doesn't have: a table, a column. */
export const isMisfit = (error: unknown): boolean => resultOf(error) === 1;

/** True when a row breaks a rule of its table. */
export const isConflict = (error: unknown): boolean => resultOf(error) === 19;

const faults: ReadonlyMap<number | string, string> = new Map<number | string, string>([
  [5, 'another process keeps it busy'],
  [8, 'it may not be written'],
  [10, 'the disk reports an error'],
  [13, 'the disk is full'],
  [14, 'it can’t be opened'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EIO', 'the disk reports an error'],
  ['EACCES', 'it may not be written'],
  ['EPERM', 'it may not be written'],
  ['EROFS', 'it may not be written'],
]);

/** The outside's fault in a few words; null for an error of our own, whose sentence stands. */
export function faultOf(error: unknown): string | null {
  const result = resultOf(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (result === null && code === null) return null;
  const known = faults.get(result ?? code ?? '');
  if (known) return known;
  // The system's own message names a path of the host's, which is nobody's business.
  return result === null ? `the system reports ${code}` : error instanceof Error ? error.message : String(error);
}
