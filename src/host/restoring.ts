/**
 * The libraries of a backup, put in place of those that are there. Killed at any step it leaves the old ones or the new
 * ones, and names of folders tell how far it had come: the next start, or the next restore, finishes or undoes it.
 */
import { constants, copyFileSync, existsSync, rmdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createDisk, type Disk } from '../store/disk.ts';
import { type BackedUp, freeFolder, isSame, stampOf, sync } from './backup-folder.ts';
import { giveToOwner } from './held-folder.ts';
import { filesIn, librariesFolder } from './library-files.ts';
import { sentenceOf } from './program.ts';

/** Not all is copied. */
const restoringFolder = (dataFolder: string): string => `${librariesFolder(dataFolder)}.restoring`;
/** All is copied and on the disk, and not in place. */
const restoredFolder = (dataFolder: string): string => `${librariesFolder(dataFolder)}.restored`;

/** Folders of a restore that is under way, or was broken off. */
export const foldersOfRestore = (dataFolder: string): readonly string[] =>
  [restoringFolder(dataFolder), restoredFolder(dataFolder)].filter((folder) => existsSync(folder));

/** Of the folder to which the libraries of before are moved. */
const asideTail = '.before-';

/** Folders with libraries that nobody uses any more. */
export const setAsideByRestore = (dataFolder: string): readonly string[] =>
  filesIn(dataFolder)
    .filter((name) => name.startsWith(`${basename(librariesFolder(dataFolder))}${asideTail}`))
    .map((name) => join(dataFolder, name));

/** For who holds the data folder. Gives the folder to which the libraries of before were moved, if there were any. */
export async function restoreLibraries(
  backup: string,
  files: readonly BackedUp[],
  dataFolder: string,
  disk: Disk = createDisk(),
): Promise<string | null> {
  const restoring = restoringFolder(dataFolder);
  const restored = restoredFolder(dataFolder);
  try {
    disk.makeFolder(restoring);
    giveToOwner(dataFolder, restoring);
    for (const file of files) {
      const to = join(restoring, file.name);
      disk.step('copy');
      copyFileSync(join(backup, file.name), to, constants.COPYFILE_EXCL);
      giveToOwner(dataFolder, to);
      sync(to);
      if (!(await isSame(to, file))) throw new Error(`${file.name} was not copied as it is`);
    }
    sync(restoring);
    disk.rename(restoring, restored);
  } catch (error) {
    for (const folder of [restored, restoring]) rmSync(folder, { recursive: true, force: true });
    throw new Error(`Nothing was restored: ${sentenceOf(error)}.`, { cause: error });
  }
  try {
    return putInPlace(dataFolder, disk);
  } catch (error) {
    const rest = 'mend that, and start the bot, which does the rest';
    throw new Error(`All is copied, and could not be put in place: ${sentenceOf(error)}; ${rest}.`, { cause: error });
  }
}

/** For who holds the data folder: one sentence for people, where an earlier restore was broken off; else null. */
export function settleRestore(dataFolder: string, disk: Disk = createDisk()): string | null {
  if (existsSync(restoredFolder(dataFolder))) {
    const aside = putInPlace(dataFolder, disk);
    const before = aside === null ? '' : `; what was there is in ${aside}`;
    return `A restore was broken off when all had been copied, and is finished now${before}.`;
  }
  const restoring = restoringFolder(dataFolder);
  if (!existsSync(restoring)) return null;
  disk.step('remove');
  rmSync(restoring, { recursive: true });
  return 'A restore was broken off before all had been copied, and is undone now: nothing of it was restored.';
}

function putInPlace(dataFolder: string, disk: Disk): string | null {
  const place = librariesFolder(dataFolder);
  const isTaken = filesIn(place).length > 0;
  const aside = isTaken ? freeFolder(`${place}${asideTail}${stampOf(new Date())}`) : null;
  if (aside !== null) disk.rename(place, aside);
  else if (existsSync(place)) rmdirSync(place);
  disk.rename(restoredFolder(dataFolder), place);
  return aside;
}
