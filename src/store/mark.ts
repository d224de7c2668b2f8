/** When the bot was removed from a server: a small file beside its library, so that telling whose time is up opens none. */
import { readFileSync, statSync } from 'node:fs';
import type { Disk } from './disk.ts';

export const markEnding = '.left';

export interface Mark {
  /** Milliseconds since 1970; null when the bot was not removed. */
  read(): number | null;
  write(at: number): void;
  remove(): void;
}

export const createMark = (path: string, disk: Disk): Mark => ({
  read: () => markedAt(path),
  write: (at) => disk.replace(path, [Buffer.from(`${new Date(at).toISOString()}\n`)]),
  remove: () => disk.remove(path),
});

/** A mark that somebody wrote otherwise counts from when they did. */
export function markedAt(path: string): number | null {
  try {
    const stated = Date.parse(readFileSync(path, 'utf8').trim());
    return Number.isNaN(stated) ? Math.floor(statSync(path).mtimeMs) : stated;
  } catch {
    return null;
  }
}
