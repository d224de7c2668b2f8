/** `npm run backup`: every library copied into a new folder, each as it stood at one moment, while the bot runs or not. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { createDisk } from '../store/disk.ts';
import { type BackedUp, freeFolder, sha256OfFile, stampOf, unfinishedEnding, writeManifest } from './backup-folder.ts';
import { faultsInLibrary, filesIn, isKept, isLibrary, librariesFolder } from './library-files.ts';
import { counted, runProgram, sentenceOf, sizeOf } from './program.ts';
import { foldersOfRestore } from './restoring.ts';

const disk = createDisk();
/** More than any file has. */
const pagesMost = 2 ** 31 - 1;

async function run({ to }: { readonly to: string | undefined }): Promise<number> {
  const { dataFolder } = readConfig();
  if (!existsSync(dataFolder)) throw new Error(`There is no data folder ${dataFolder}; set DATA_DIR to the bot’s own.`);
  const unsettled = foldersOfRestore(dataFolder);
  if (unsettled.length > 0)
    throw new Error(
      `A restore is under way, or was broken off: ${unsettled}. If none runs, start the bot, which settles it.`,
    );
  const folder = librariesFolder(dataFolder);
  const names = filesIn(folder).filter(isKept);
  if (names.length === 0) {
    console.log(`No server has added anything yet: there is nothing in ${folder} to back up.`);
    return 0;
  }
  const made = await makeBackup(folder, names, resolve(to ?? join(dataFolder, 'backups')));
  const damaged = made.files.filter(({ faults }) => faults.length > 0);
  for (const { faults, name } of damaged) console.error(`! ${name} is damaged, and was kept as it is: ${faults[0]}`);
  const libraries = made.files.filter(({ name }) => isLibrary(name)).length;
  const bytes = made.files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${made.folder}: ${counted(libraries, 'library', 'libraries')}, ${sizeOf(bytes)}`);
  return damaged.length > 0 ? 1 : 0;
}

/** In a folder that has another name until all of it is on the disk. */
async function makeBackup(from: string, names: readonly string[], to: string) {
  const at = new Date();
  const { ino } = statSync(from);
  const folder = freeFolder(join(to, `footnote-${stampOf(at)}`));
  const unfinished = folder + unfinishedEnding;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    const files: BackedUp[] = [];
    for (const name of names) {
      const copied = await copy(join(from, name), join(unfinished, name));
      if (copied) files.push({ name, ...copied });
    }
    // Else what vanished with it would be taken for deleted.
    if (statSync(from).ino !== ino) throw new Error('another backup was restored meanwhile; take this one again');
    writeManifest(unfinished, { format: 'footnote-backup', version: 1, madeAt: at.toISOString(), files });
    disk.rename(unfinished, folder);
    return { folder, files };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`The backup could not be made: ${sentenceOf(error)}`, { cause: error });
  }
}

/** Null for a file that was deleted meanwhile. */
async function copy(from: string, to: string): Promise<Omit<BackedUp, 'name'> | null> {
  try {
    const faults = isLibrary(basename(from)) ? await copyLibrary(from, to) : copyMark(from, to);
    return { bytes: statSync(to).size, sha256: await sha256OfFile(to), faults };
  } catch (error) {
    if (existsSync(from)) throw error;
    rmSync(to, { force: true });
    return null;
  }
}

function copyMark(from: string, to: string): readonly string[] {
  disk.replace(to, [readFileSync(from)]);
  return [];
}

/** Gives what is wrong with the library: the copy is what can be had of it. */
async function copyLibrary(from: string, to: string): Promise<readonly string[]> {
  try {
    await copyDatabase(from, to);
  } catch (error) {
    const faults = faultsInLibrary(from);
    if (faults.length === 0) throw error;
    copyFileSync(from, to);
    chmodSync(to, 0o600);
    return faults;
  }
  return faultsInLibrary(to);
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    // All in one step: one moment's state, for which no writer waits; in several it would begin anew with each change.
    await backup(source, to, { rate: pagesMost });
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
  // A log beside it would be no part of the backup.
  const copied = new DatabaseSync(to);
  copied.exec('PRAGMA journal_mode = DELETE');
  copied.close();
}

await runProgram({
  usage: 'Usage: npm run backup -- [--to FOLDER]   (a new folder is made in FOLDER; DATA_DIR/backups without it)',
  options: ['to'],
  read: (args) => ({ to: parseArgs({ args, options: { to: { type: 'string' } } }).values.to }),
  work: run,
});
