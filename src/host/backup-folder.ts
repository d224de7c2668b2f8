/**
 * A backup is a folder: copies of all libraries, and a manifest, written last, that holds the size and the hash of each.
 * Whoever restores one compares every byte with it first.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createDisk } from '../store/disk.ts';
import { faultsInLibrary, isKept, isLibrary } from './library-files.ts';

export interface BackedUp {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** A library that was damaged before is kept as it was; what is wrong with it stands here. */
  readonly faults: readonly string[];
}

export interface Manifest {
  readonly format: 'footnote-backup';
  readonly version: 1;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly files: readonly BackedUp[];
}

const manifestName = 'manifest.json';
/** Of a folder in the making. */
export const unfinishedEnding = '.unfinished';

/** What makes a folder a backup. It guards itself by its own hash. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = JSON.stringify({ sha256: sha256Of(JSON.stringify(manifest)), manifest }, null, 2);
  createDisk().replace(join(folder, manifestName), [Buffer.from(`${text}\n`)]);
}

/** Throws one sentence where there is no whole one. */
export function readManifest(folder: string): Manifest {
  if (basename(folder).endsWith(unfinishedEnding))
    throw new Error(`${folder} is a backup that was broken off; take another one.`);
  let text: string;
  try {
    text = readFileSync(join(folder, manifestName), 'utf8');
  } catch (error) {
    const fault = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new Error(`${folder} is no backup: its ${manifestName} can’t be read (${fault}). Name the folder itself.`);
  }
  const manifest = wholeManifest(text);
  if (!manifest) throw new Error(`The ${manifestName} of ${folder} is damaged; take another backup.`);
  if (manifest.version !== 1)
    throw new Error(`${folder} was made by a newer Footnote (version ${manifest.version}); restore it with that one.`);
  return manifest;
}

function wholeManifest(text: string): Manifest | null {
  try {
    const { manifest, sha256 } = JSON.parse(text) as { manifest: Manifest; sha256: string };
    const isWhole = manifest.format === 'footnote-backup' && sha256 === sha256Of(JSON.stringify(manifest));
    return isWhole ? manifest : null;
  } catch {
    return null;
  }
}

/** One sentence for each fault: a file that is not the one backed up, or that this Footnote can't use. */
export async function faultsInBackup(folder: string, { files }: Manifest): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, bytes, sha256, faults: known } of files) {
    const file = join(folder, name);
    if (!isKept(name)) faults.push(`"${name}" is no name of a library’s file.`);
    else if (!(await isSame(file, { bytes, sha256 }))) faults.push(`${name} is not as it was backed up.`);
    else if (isLibrary(name) && known.length === 0) {
      faults.push(...faultsInLibrary(file).map((fault) => `${name}: ${fault}`));
    }
  }
  return faults;
}

/** False for one that can't be read, too. */
export async function isSame(file: string, { bytes, sha256 }: Pick<BackedUp, 'bytes' | 'sha256'>): Promise<boolean> {
  try {
    return statSync(file).size === bytes && (await sha256OfFile(file)) === sha256;
  } catch {
    return false;
  }
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file's bytes, or a folder's names, are on the disk when this returns. */
export function sync(path: string): void {
  const isFolder = statSync(path).isDirectory();
  // Windows has no such call for a folder and needs none.
  if (isFolder && process.platform === 'win32') return;
  const handle = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** For names of folders: '20261122T120500Z'. */
export const stampOf = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

/** The name that is wished for, or with a number behind it. */
export function freeFolder(wished: string): string {
  for (let number = 1; ; number++) {
    const folder = number === 1 ? wished : `${wished}-${number}`;
    if (!existsSync(folder) && !existsSync(folder + unfinishedEnding)) return folder;
  }
}
