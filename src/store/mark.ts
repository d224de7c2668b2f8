/** When the bot was removed from a server: a small file beside its library, so that telling whose time is up opens none. */
import { readFileSync, statSync } from 'node:fs';

export const markEnding = '.left';

export const markOf = (at: number): Uint8Array => Buffer.from(`${new Date(at).toISOString()}\n`);

/** In milliseconds since 1970; null without a mark. One that somebody wrote otherwise counts from when they did. */
export function markedAt(file: string): number | null {
  try {
    const stated = Date.parse(readFileSync(file, 'utf8').trim());
    return Number.isNaN(stated) ? Math.floor(statSync(file).mtimeMs) : stated;
  } catch {
    return null;
  }
}
