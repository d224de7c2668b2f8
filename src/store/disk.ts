/**
 * The few things done to files, each durable when it returns. Every one is announced as a step first, so that a test can
 * make any of them fail as a full or broken disk would.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Called before each statement and each change of a file; what it throws is taken for the disk's own fault. */
export type Step = (what: string) => void;

export interface Disk {
  readonly step: Step;
  makeFolder(path: string): void;
  /** The whole of a file at once: whoever opens it, at any moment, finds the old bytes or the new. */
  replace(file: string, chunks: readonly Uint8Array[]): void;
  rename(from: string, to: string): void;
  /** None there is no fault. */
  remove(file: string): void;
}

export function createDisk(step: Step = () => {}): Disk {
  const rename = (from: string, to: string) => {
    step('rename');
    renameSync(from, to);
    step('fsync folder');
    syncFolder(dirname(to));
  };
  const remove = (file: string) => {
    if (!existsSync(file)) return;
    step('remove');
    rmSync(file);
    syncFolder(dirname(file));
  };
  const replace = (file: string, chunks: readonly Uint8Array[]) => {
    const fresh = `${file}.tmp`;
    try {
      writeWhole(fresh, chunks, step);
      rename(fresh, file);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
  };
  const makeFolder = (path: string) => {
    step('make folder');
    mkdirSync(path, { recursive: true, mode: 0o700 });
  };
  return { step, makeFolder, replace, rename, remove };
}

function writeWhole(file: string, chunks: readonly Uint8Array[], step: Step): void {
  step('open');
  const handle = openSync(file, 'w', 0o600);
  try {
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; ) {
        step('write');
        at += writeSync(handle, chunk, at, chunk.length - at);
      }
    }
    step('fsync');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A name is on the disk when its folder is. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
