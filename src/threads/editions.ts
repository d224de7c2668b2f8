/**
 * Editions: built libraries in files, one for the host's corpus and one for each server with documents of its own. An
 * edition is made when it is asked for or its articles have changed, one at a time; the one before serves until then. Of a
 * large library in which little has changed there is one for the moment first, and the whole one as soon as it is made.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readSnapshot } from '../store/snapshot.ts';
import type { Materials } from './workshop-thread.ts';

/** A built library: what it is of, and the file that holds it under this key. */
export interface Edition {
  readonly key: string;
  readonly file: string;
  /** Of one for the moment: the whole one that it is laid over, for it holds only what has changed since. */
  readonly since?: Edition;
}

export interface EditionsOptions {
  readonly folder: string;
  /** Another folder, asked for when nothing can be written to the first: a full disk keeps no reader from what is there to be read. */
  readonly spareFolder: (why: Error) => string;
  /** What the articles and the code that reads them are, in one key. */
  readonly keyOf: (server: string | null) => string;
  readonly materialsOf: (server: string | null) => Materials;
  readonly build: (materials: Materials, edition: Edition) => Promise<void>;
  /** The same while others go on. */
  readonly buildBeside: EditionsOptions['build'];
  /** False where it is of no use. */
  readonly buildInterim: (materials: Materials, edition: Edition, since: Edition) => Promise<boolean>;
  /** The whole edition of a server is there, after one for the moment; or can't be made. */
  readonly onWhole: (server: string | null, error: Error | null) => void;
}

export interface Editions {
  /** As the articles are now: kept, or built. */
  current(server: string | null): Promise<Edition>;
  /** Servers whose edition was asked for. */
  asked(): readonly string[];
  /** Deletes the files of a server's edition. */
  forget(server: string): void;
}

const interimEnding = '.interim';

export function createEditions(options: EditionsOptions): Editions {
  const { build, buildBeside, buildInterim, keyOf, materialsOf, onWhole, spareFolder } = options;
  let { folder } = options;
  /** The last whole ones. */
  const made = new Map<string | null, Edition>();
  const making = new Map<string | null, Promise<Edition>>();
  const wholes = new Map<string | null, Promise<void>>();
  const wholeOf = (server: string | null, key: string): Edition => ({
    key,
    file: join(folder, `${server ?? 'corpus'}.index`),
  });
  const interimFile = (server: string | null) => join(folder, `${server ?? 'corpus'}${interimEnding}`);
  // What a run was ended over is of no use to the next, and may hold what is removed meanwhile.
  for (const name of readdirSync(folder)) if (name.endsWith(interimEnding)) rmSync(join(folder, name));
  const interimOf = (server: string | null, key: string, since: Edition): Edition => ({
    ...{ key: keyFrom(key, 'since', since.key), file: interimFile(server), since },
  });
  /** Looked at each time: a file may be damaged or gone. */
  const isThere = ({ file, key }: Edition): boolean => readSnapshot(file, key).payload !== null;

  const makeWhole = async (server: string | null): Promise<void> => {
    // Handing over a large library takes a while: who waits for the one for the moment is answered first.
    await setImmediate();
    const edition = wholeOf(server, keyOf(server));
    await buildBeside(materialsOf(server), edition);
    made.set(server, edition);
    rmSync(interimFile(server), { force: true });
  };
  const goOnToWhole = (server: string | null): void => {
    if (wholes.has(server)) return;
    const building = makeWhole(server).then(
      () => null,
      (error: Error) => error,
    );
    const told = building.then((error) => {
      wholes.delete(server);
      onWhole(server, error);
    });
    wholes.set(server, told);
  };
  const bring = async (server: string | null): Promise<Edition> => {
    for (let built = ''; ; ) {
      const key = keyOf(server);
      const whole = wholeOf(server, key);
      if (isThere(whole)) {
        made.set(server, whole);
        return whole;
      }
      if (built === key) throw new Error("A library that was built can't be read from its file");
      // A server's first documents are laid over the corpus.
      const before = made.get(server) ?? made.get(null);
      const interim = before && interimOf(server, key, before);
      if (interim && (isThere(interim) || (await buildInterim(materialsOf(server), interim, before)))) {
        // What has changed meanwhile is told of by itself.
        goOnToWhole(server);
        return interim;
      }
      // Another whole one was made meanwhile, and stands in the file of that which was to be amended.
      if ((made.get(server) ?? made.get(null)) !== before) continue;
      try {
        if (!isThere(whole)) await build(materialsOf(server), whole);
        // What has changed while it was built is in the next.
        built = key;
      } catch (error) {
        if (folder !== options.folder || !isOfDisk(error)) throw error;
        folder = spareFolder(error);
      }
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
    asked: () => [...made.keys()].filter((server) => server !== null),
    forget: (server) => {
      const remove = () => {
        made.delete(server);
        for (const file of [wholeOf(server, '').file, interimFile(server)]) rmSync(file, { force: true });
      };
      remove();
      // What is being made of it now is to leave nothing either.
      const underWay = [making.get(server), wholes.get(server)].filter((one) => one !== undefined);
      if (underWay.length > 0) void Promise.allSettled(underWay).then(remove);
    },
  };
}

/** By its words, 'ENOSPC: no space left on device, write': of another thread's error there is no more. */
const isOfDisk = (error: unknown): error is Error =>
  error instanceof Error && /^(?:ENOSPC|EDQUOT|EROFS|EIO)\b/u.test(error.message);

/** One key of several. */
export const keyFrom = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');
