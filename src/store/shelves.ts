/** A folder of shelves, one SQLite file a server: opened when asked for, the least used closed again. */

import { randomInt } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../model.ts';
import { createDisk, type Step } from './disk.ts';
import { markEnding, markedAt } from './mark.ts';
import { type Shelf, type ShelfLimits, type Shelves, shelfLimits } from './shelf.ts';
import { createShelfFile, endings, type ShelfFile } from './shelf-file.ts';
import { createShelf } from './stored-shelf.ts';

export interface ShelvesOptions {
  readonly limits?: ShelfLimits;
  /** Told in one sentence what went wrong with a file, for the host's log. */
  readonly report?: LogLine;
  /** Told of which server a document's reading is found damaged. */
  readonly onDamage?: (serverId: string) => void;
  /** Of a new file: the number before its first document's; 0 when left out. */
  readonly numbersAfter?: () => number;
  /** Called before every statement and every change of a file; for tests, which throw from it. */
  readonly step?: Step;
}

/** Each takes some hundred kilobytes of memory, and two or three file handles. */
const openMax = 64;

/**
 * Drawn, so that buttons of a library that was deleted mean nothing in the one that is filled after it. A number of seven
 * digits fits a button ten times, and a million is left to count on.
 */
export const drawnNumber = (): number => randomInt(9_000_000);

/** `folder` is made when the first file is. */
export function openShelves(
  folder: string,
  { limits = shelfLimits, report = () => {}, onDamage = () => {}, numbersAfter = () => 0, step }: ShelvesOptions = {},
): Shelves {
  const disk = createDisk(step);
  const shelves = new Map<string, Shelf>();
  /** Files in use, the least lately used first. */
  const inUse = new Map<string, ShelfFile>();

  function used(file: ShelfFile): void {
    inUse.delete(file.serverId);
    inUse.set(file.serverId, file);
    for (const [id, oldest] of inUse) {
      if (inUse.size <= openMax) break;
      inUse.delete(id);
      oldest.close();
    }
  }

  function create(serverId: string): Shelf {
    const file = createShelfFile({ folder, serverId, disk, report, numbersAfter, onUse: () => used(file) });
    return createShelf(file, { limits, report, onDamage: () => onDamage(serverId) });
  }

  const idsWith = (tail: string) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(tail))
          .map((name) => name.slice(0, -tail.length))
          .filter(isServerId)
      : [];

  return {
    open(serverId) {
      if (!isServerId(serverId)) throw new Error(`"${serverId}" is no server's id: those are digits only.`);
      const shelf = shelves.get(serverId) ?? create(serverId);
      shelves.set(serverId, shelf);
      return shelf;
    },
    ids: () => [...new Set(endings.flatMap(idsWith))],
    marked: () =>
      idsWith(markEnding).flatMap((serverId) => {
        const at = markedAt(join(folder, serverId + markEnding));
        return at === null ? [] : [{ serverId, at }];
      }),
    close() {
      for (const file of inUse.values()) file.close();
      inUse.clear();
    },
  };
}

/** Never a path: Discord's ids are numbers of 64 bits. */
const isServerId = (id: string): boolean => /^\d{1,20}$/.test(id);
