/**
 * Editions: built libraries in files, one for the host's corpus and one for each server with documents of its own. An
 * edition is made when it is asked for or its articles have changed, one at a time; the one before serves until then.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../store/snapshot.ts';
import type { Materials } from './workshop-thread.ts';

/** A built library: what it is of, and the file that holds it under this key. */
export interface Edition {
  readonly key: string;
  readonly file: string;
}

export interface EditionsOptions {
  readonly folder: string;
  /** What the articles and the code that reads them are, in one key. */
  readonly keyOf: (server: string | null) => string;
  readonly materialsOf: (server: string | null) => Materials;
  readonly build: (materials: Materials, file: string, key: string) => Promise<void>;
}

export interface Editions {
  /** As the articles are now: kept, or built. */
  current(server: string | null): Promise<Edition>;
  /** Servers whose edition was asked for. */
  asked(): readonly string[];
  /** Deletes the file of a server's edition. */
  forget(server: string): void;
}

export function createEditions({ folder, keyOf, materialsOf, build }: EditionsOptions): Editions {
  const made = new Set<string | null>();
  const making = new Map<string | null, Promise<Edition>>();
  const fileOf = (server: string | null) => join(folder, `${server ?? 'corpus'}.index`);

  const bring = async (server: string | null): Promise<Edition> => {
    for (let built = ''; ; ) {
      const key = keyOf(server);
      const edition = { key, file: fileOf(server) };
      // Looked at each time it is asked for: a file may be damaged or gone.
      const { payload, why } = readSnapshot(edition.file, key);
      if (payload) {
        made.add(server);
        return edition;
      }
      if (built === key) throw new Error(`A library that was built can't be read from its file: it is ${why}`);
      await build(materialsOf(server), edition.file, key);
      // What has changed while it was built is in the next.
      built = key;
    }
  };
  return {
    current: (server) => {
      const under = making.get(server);
      if (under) return under;
      const bringing = bring(server).finally(() => making.delete(server));
      making.set(server, bringing);
      return bringing;
    },
    asked: () => [...made].filter((server) => server !== null),
    forget: (server) => {
      made.delete(server);
      rmSync(fileOf(server), { force: true });
    },
  };
}

/** One key of several. */
export const keyFrom = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');
