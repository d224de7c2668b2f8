/** The files of all libraries in the data folder, and whether one is whole: looked at from outside, and left as they are. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsIn } from '../store/check.ts';
import { type Database, faultOf, isDamage, openDatabase } from '../store/database.ts';
import { markEnding } from '../store/mark.ts';
import { applicationId, migrations, versionOf } from '../store/schema.ts';
import { endings } from '../store/shelf-file.ts';

export const librariesFolder = (dataFolder: string): string => join(dataFolder, 'libraries');

const isNamed = (name: string, tails: readonly string[]): boolean =>
  tails.some((tail) => name.endsWith(tail) && /^\d{1,20}$/.test(name.slice(0, -tail.length)));

/** Libraries proper; each is a SQLite file. */
export const isLibrary = (name: string): boolean => isNamed(name, endings);
/** What has to be kept: libraries, and marks of servers that the bot has left. Never a path. */
export const isKept = (name: string): boolean => isNamed(name, [...endings, markEnding]);
/** A damaged file that was put out of the way once what could be read of it had been carried over. */
export const isSetAside = (name: string): boolean => /^\d{1,20}\.damaged-.*\.sqlite$/.test(name);

/** Names of files, in order; none where there is no such folder yet. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Everything in the file against its hashes: one sentence for each fault, none when all is whole. Changes nothing. */
export function faultsInLibrary(file: string): readonly string[] {
  let database: Database | undefined;
  try {
    database = openDatabase(unchanging(file), () => {}, { readOnly: true });
    const row = database.get<{ application_id: number }>('PRAGMA application_id');
    if (row?.application_id !== applicationId) return ['The file is no library.'];
    const version = versionOf(database);
    if (version <= migrations.length) return faultsIn(database);
    return [`It was written by a newer Footnote (version ${version}; this one knows ${migrations.length}).`];
  } catch (error) {
    return [isDamage(error) ? 'The file is damaged.' : `It can’t be used now: ${faultOf(error) ?? String(error)}.`];
  } finally {
    database?.close();
  }
}

/** Without a log beside it nobody has the file open, and none is made for looking (https://sqlite.org/uri.html, immutable). */
const unchanging = (file: string): string =>
  existsSync(`${file}-wal`) ? file : `${pathToFileURL(file).href}?immutable=1`;
