/** A folder → the files in it that may be read, and one file → its bytes; refuses what is no plain file of that folder. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from '../model.ts';
import { aliasesFile } from './aliases-file.ts';
import { fatal, shownPath } from './draft.ts';
import { type Format, formatOf, tooLarge, unreadable } from './formats.ts';

/** More would take more than a second to list and minutes to read. */
export const filesMax = 5_000;
const entriesMax = 50_000;

export interface Listing {
  /** The folder itself, links resolved. */
  readonly root: string;
  /** Relative, with '/', sorted. */
  readonly files: readonly string[];
  /** All that were listed, the folder itself first (''). */
  readonly folders: readonly string[];
  /** Whether `aliases.yaml` stands at the top. */
  readonly hasAliases: boolean;
  readonly problems: readonly Problem[];
}

/** Files and systems' own leavings that are no articles; the first two are for what the owner says of names. */
const passedOver: ReadonlySet<string> = new Set([aliasesFile, 'aliases.json', 'Thumbs.db', 'desktop.ini', 'Icon\r']);

export async function listFiles(folder: string): Promise<Listing | Problem> {
  const shown = shownPath(folder);
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await lstat(root)).isDirectory()) {
      return fatal(folder, `${shown} is a file, not a folder; give the folder that holds the articles.`);
    }
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? 'does not exist' : `cannot be opened (${codeOf(error)})`;
    return fatal(folder, `The folder ${shown} ${why}; create it, or give another one.`);
  }
  const files: string[] = [];
  const problems: Problem[] = [];
  const waiting = [''];
  let entries = 0;
  let hasAliases = false;
  for (let at = 0; at < waiting.length && entries <= entriesMax; at++) {
    const parent = waiting[at] as string;
    let found: { name: string; isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean }[];
    try {
      found = await readdir(join(root, parent), { withFileTypes: true });
    } catch (error) {
      problems.push(
        fatal(
          parent || folder,
          `The folder ${shownPath(parent || folder)} cannot be listed (${codeOf(error)}); check its permissions.`,
        ),
      );
      continue;
    }
    entries += found.length;
    for (const entry of found) {
      const path = parent ? `${parent}/${entry.name}` : entry.name;
      if (path === aliasesFile && !entry.isDirectory()) hasAliases = true;
      if (entry.name.startsWith('.') || passedOver.has(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) problems.push(notPlain(path, 'is a link'));
      else if (!entry.isFile()) problems.push(notPlain(path, 'is a pipe, socket or device'));
      else if (formatOf(path)) files.push(path);
      else problems.push(unreadable(path));
    }
  }
  if (entries > entriesMax)
    problems.push(
      fatal(
        folder,
        `${shown} holds more than ${entriesMax} entries, and the rest was not looked at; give a folder that holds articles only.`,
      ),
    );
  files.sort(byCodeUnits);
  if (files.length > filesMax) {
    const message = `${shown} holds ${files.length} files of articles, and only the first ${filesMax} by name were read; move the rest out.`;
    problems.push(fatal(folder, message));
  }
  return { root, files: files.slice(0, filesMax), folders: waiting, hasAliases, problems };
}

/** The same order on every machine. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const notPlain = (path: string, what: string): Problem =>
  fatal(path, `${shownPath(path)} ${what}, and only plain files are read; put the file itself there.`);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

/** Opens without following links or waiting on pipes, and reads what it measured: the file may change between looks. */
export async function readBytes(root: string, path: string): Promise<Uint8Array | Problem> {
  const format = formatOf(path);
  return format ? readPlainFile(root, path, format) : unreadable(path);
}

/** Of any plain file in the folder; `limit` says how large it may be, and what to call its format. */
export async function readPlainFile(
  root: string,
  path: string,
  limit: Pick<Format, 'name' | 'bytesMax'>,
): Promise<Uint8Array | Problem> {
  const absolute = join(root, path);
  let file: FileHandle | undefined;
  try {
    if (!(await realpath(absolute)).startsWith(root.endsWith(sep) ? root : root + sep))
      return notPlain(path, 'lies outside the folder');
    const listed = await lstat(absolute);
    if (!listed.isFile()) return notPlain(path, 'is no plain file');
    if (listed.size > limit.bytesMax) return tooLarge(path, listed.size, limit);
    file = await open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const opened = await file.stat();
    if (!opened.isFile() || opened.ino !== listed.ino || opened.dev !== listed.dev)
      return notPlain(path, 'changed while it was opened');
    const bytes = await readUpTo(file, limit.bytesMax + 1);
    return bytes.length > limit.bytesMax ? tooLarge(path, bytes.length, limit) : bytes;
  } catch (error) {
    return fatal(path, `${shownPath(path)} cannot be read (${codeOf(error)}); check that it is there and may be read.`);
  } finally {
    await file?.close();
  }
}

/** At most `limit` bytes, however large the file says it is or grows. */
async function readUpTo(file: FileHandle, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total < limit) {
    const chunk = new Uint8Array(Math.min(65_536, limit - total));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
  }
  return Buffer.concat(chunks);
}
