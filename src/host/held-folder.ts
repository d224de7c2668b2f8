/** The data folder is one process's at a time: two would write over each other what they have told their members that they keep. */
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite holds the lock of the system for us; it goes with the process, however that ends. */
const lockFile = 'in-use.sqlite';

/** Another process works in the folder. */
export class HeldError extends Error {}

/** Kept from being collected as garbage. */
const held: DatabaseSync[] = [];

/** Held as long as this process lives. Throws a HeldError, with a sentence for the host, where another one holds it. */
export function holdDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    held.push(locked(folder));
    giveToOwner(folder, join(folder, lockFile));
  } catch (error) {
    // Where nothing can be written, those say so who have something to write.
    if (error instanceof HeldError) throw error;
  }
}

/** What root makes in the data folder is the bot's all the same. */
export function giveToOwner(dataFolder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { gid, uid } = statSync(dataFolder);
  chownSync(path, uid, gid);
}

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
