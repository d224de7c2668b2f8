/** The data folder is one process's at a time: two would write over each other what they have told their members that they keep. */
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite holds the lock of the system for us; it goes with the process, however that ends. */
const lockFile = 'in-use.sqlite';

/** Another process works in the folder. */
export class HeldError extends Error {}

/** There can be no folder there: a file stands in its place or on the way to it, or the system takes none. */
export class NoFolderError extends Error {
  /** EX_CONFIG of sysexits.h. */
  readonly exitCode = 78;
  /** The system's word for it. */
  readonly code: string;

  constructor(folder: string, code: string, cause: unknown) {
    super(`There can be no folder at ${folder} (${code}); set DATA_DIR to another one.`, { cause });
    this.code = code;
  }
}

/** What no waiting and no room on the disk mends. */
const noFolder = /^(?:EEXIST|EINVAL|ELOOP|ENAMETOOLONG|ENOENT|ENOTDIR)\b/u;

/** Kept from being collected as garbage. */
const held: DatabaseSync[] = [];

/**
 * Held as long as this process lives. Gives a sentence for the host where no lock can be had, as on a full disk or a share
 * that knows none: what only reads works all the same. Throws, with a sentence as well, a HeldError where another one holds
 * it, and a NoFolderError where it can't be.
 */
export function holdDataFolder(folder: string): string | null {
  try {
    makeFolder(folder);
    held.push(locked(folder));
    giveToOwner(folder, join(folder, lockFile));
    return null;
  } catch (error) {
    if (error instanceof HeldError || error instanceof NoFolderError) throw error;
    const why = error instanceof Error ? error.message : error;
    return `The folder ${folder} can't be locked (${why}); see to it that nothing else works in it: no other Footnote, no restore.`;
  }
}

/** What root makes in the data folder is the bot's all the same. */
export function giveToOwner(dataFolder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { gid, uid } = statSync(dataFolder);
  chownSync(path, uid, gid);
}

/** Gives the first folder that had to be made. Step by step: `recursive` never comes back where a folder takes no other, as /proc. */
export function makeFolder(folder: string): string | undefined {
  try {
    if (isFolder(folder)) return undefined;
    const first = makeFolder(dirname(folder));
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      // Somebody else has made it meanwhile.
      if (!isFolder(folder)) throw error;
    }
    return first ?? folder;
  } catch (error) {
    const code = error instanceof Error && noFolder.exec(error.message)?.[0];
    if (!code) throw error;
    throw new NoFolderError(folder, code, error);
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function locked(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, lockFile));
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (!(error instanceof Error) || !/locked/u.test(error.message)) throw error;
    throw new HeldError(`Another Footnote works in ${folder}. Stop it first, or set DATA_DIR to another folder.`, {
      cause: error,
    });
  }
}
