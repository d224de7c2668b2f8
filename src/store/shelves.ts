/** A folder of shelves, one SQLite file a server: opened when asked for, the least used closed again. */
import type { ShelfLimits, Shelves } from './shelf.ts';

export interface ShelvesOptions {
  readonly limits?: ShelfLimits;
  /** Told in one sentence what went wrong with a file, for the host's log. */
  readonly report?: (sentence: string) => void;
}

/** `folder` is made when the first file is. */
export declare function openShelves(folder: string, options?: ShelvesOptions): Shelves;
