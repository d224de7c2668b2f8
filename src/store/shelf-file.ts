/**
 * One shelf's file: made whole or not at all, opened when it is asked for, put out of the way when it is damaged, with all
 * that can still be read of it carried over into a new one.
 */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../model.ts';
import { DamagedFile, type Database, faultOf, isDamage, isMisfit, openDatabase } from './database.ts';
import type { Disk } from './disk.ts';
import { held, startNumbers } from './documents.ts';
import { markEnding, markedAt, markOf } from './mark.ts';
import { rescue } from './rescue.ts';
import { applicationId, columns, migrate, migrations, versionOf } from './schema.ts';

export interface ShelfFile {
  readonly serverId: string;
  /** Null without a file. */
  read<T>(work: (database: Database) => T): T | null;
  /** One transaction; makes the file when there is none. */
  change<T>(work: (database: Database) => T): T;
  /** Gives room that was freed back to the disk, as far as that can be done now. */
  tidy(): void;
  exists(): boolean;
  /** Names of damaged files, oldest first. */
  setAside(): string[];
  /** When the server was left, in milliseconds since 1970. */
  markedAt(): number | null;
  mark(at: number | null): void;
  /** Everything of this server in the folder. */
  destroy(): void;
  close(): void;
}

/** Of the disk or the file, and no mistake of ours: its sentence may be told to whom it concerns. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
}

export interface ShelfFileOptions {
  readonly folder: string;
  readonly serverId: string;
  readonly disk: Disk;
  readonly report: LogLine;
  /** Told before the file is used. */
  readonly onUse: () => void;
  /** Of a new file: the number before its first document's. */
  readonly numbersAfter: () => number;
}

const ending = '.sqlite';
const waitingTail = '.rescued';
/** A server with one of these has a library. */
export const endings: readonly string[] = [ending, ending + waitingTail];

export function createShelfFile(options: ShelfFileOptions): ShelfFile {
  const { disk, folder, numbersAfter, onUse, report, serverId } = options;
  const path = join(folder, `${serverId}${ending}`);
  const fresh = `${path}.new`;
  /** What was rescued, whole, and not yet in the damaged file's place. */
  const waiting = path + waitingTail;
  const markFile = join(folder, serverId + markEnding);
  let database: Database | null = null;

  const exists = () => existsSync(path) || existsSync(waiting);
  const close = () => {
    database?.close();
    database = null;
  };

  function use<T>(work: (database: Database) => T): T {
    onUse();
    for (let attempt = 1; ; attempt++) {
      try {
        database ??= opened();
        return work(database);
      } catch (error) {
        const fault = faultOf(error);
        if (fault === null && !isDamage(error)) throw error;
        close();
        if (!isDamage(error) || attempt > 1) throw toldError(fault ?? 'its file is damaged', error);
        guarded(rescueAll);
      }
    }
  }

  function opened(): Database {
    const aside = existsSync(waiting) ? setDamagedAside() : null;
    const shelf = openedShelf(path, serverId, disk);
    if (aside) report(asideSentence(serverId, aside, held(shelf, 'all').documents), 'error');
    return shelf;
  }

  const toldError = (fault: string, cause: unknown) =>
    new OutsideError(`The library of server ${serverId} can’t be used now: ${fault}.`, { cause });

  /** For what is done to files and not in a database. */
  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toldError(faultOf(error) ?? String(error), error);
    }
  }

  /** A database that nothing else knows of yet: it gets its name when it is whole. */
  function make(fill: (database: Database) => void): void {
    disk.makeFolder(folder);
    disk.remove(fresh);
    disk.remove(`${fresh}-journal`);
    const made = openDatabase(fresh, disk.step);
    try {
      made.execute(`PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = ${applicationId}`);
      migrate(made);
      startNumbers(made, numbersAfter());
      fill(made);
    } finally {
      made.close();
    }
  }

  /** A log that was left behind would be played into the new file. */
  function bringIn(whole: string): void {
    disk.remove(`${path}-wal`);
    disk.remove(`${path}-shm`);
    disk.rename(whole, path);
  }

  function ensure(): void {
    if (exists()) return;
    close();
    make(() => {});
    bringIn(fresh);
  }

  function rescueAll(): void {
    make((into) => rescue(path, into));
    disk.rename(fresh, waiting);
  }

  /** Can be broken off anywhere and done again: what was rescued waits until the place is free. */
  function setDamagedAside(): string {
    const aside = freeAside();
    for (const tail of ['-wal', '-shm', '']) {
      if (existsSync(path + tail)) disk.rename(path + tail, join(folder, aside) + tail);
    }
    bringIn(waiting);
    return aside;
  }

  function freeAside(): string {
    const day = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    for (let number = 1; ; number++) {
      const name = `${serverId}.damaged-${day}${number === 1 ? '' : `-${number}`}${ending}`;
      if (!existsSync(join(folder, name))) return name;
    }
  }

  const own = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${serverId}.`)) : []);

  return {
    serverId,
    exists,
    close,
    read: (work) => (database || exists() ? use(work) : null),
    change(work) {
      guarded(ensure);
      return use((opened) => opened.change(() => work(opened)));
    },
    tidy() {
      try {
        database?.execute('PRAGMA incremental_vacuum');
        database?.execute('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // The change is done; the room is given back another time.
      }
    },
    setAside: () =>
      own()
        .filter((name) => name.includes('.damaged-') && name.endsWith(ending))
        .sort(),
    markedAt: () => markedAt(markFile),
    mark: (at) => guarded(() => (at === null ? disk.remove(markFile) : disk.replace(markFile, [markOf(at)]))),
    destroy: () =>
      guarded(() => {
        close();
        // The file first: without it, what a fault leaves of the others is no library.
        for (const file of [waiting, path]) disk.remove(file);
        for (const name of own()) disk.remove(join(folder, name));
      }),
  };
}

function asideSentence(serverId: string, aside: string, kept: number): string {
  const rescued = kept === 0 ? 'no document could be' : kept === 1 ? 'one document was' : `${kept} documents were`;
  return `The library of server ${serverId} was damaged; its file was set aside as ${aside}, and ${rescued} carried over into a new one.`;
}

/** Throws a DamagedFile for what is no shelf, and a sentence for a shelf of a newer Footnote. */
function openedShelf(path: string, serverId: string, disk: Disk): Database {
  const database = openDatabase(path, disk.step);
  try {
    const id = database.get<{ application_id: number }>('PRAGMA application_id')?.application_id;
    if (id !== applicationId) throw new DamagedFile(`${path} is no shelf`);
    const version = versionOf(database);
    if (version > migrations.length) throw newer(serverId, version);
    database.execute(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA journal_size_limit = 4194304;
      PRAGMA secure_delete = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
    `);
    migrate(database);
    if (!isComplete(database)) throw new DamagedFile(`${path} lacks a part`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Every column there is, and the one row that says in which state the shelf is. */
function isComplete(database: Database): boolean {
  try {
    for (const [table, names] of Object.entries(columns))
      database.get(`SELECT ${names.join(', ')} FROM ${table} LIMIT 0`);
    return database.get('SELECT 1 FROM shelf') !== undefined;
  } catch (error) {
    if (isMisfit(error)) return false;
    throw error;
  }
}

const newer = (serverId: string, version: number): Error =>
  new Error(
    `The library of server ${serverId} was written by a newer Footnote (its file has version ${version}, and this Footnote knows ${migrations.length}); run that Footnote again. The file was left as it is.`,
  );
