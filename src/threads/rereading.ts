/**
 * What an older reader has read, and readings that are damaged, read anew from the documents' own files: behind everything
 * else, one at a time. Until then an older reading answers as it did, and a damaged one is in no answer.
 */
import { setImmediate } from 'node:timers/promises';
import type { LogLine } from '../model.ts';
import type { Shelf } from '../store/shelf.ts';
import { OutsideError } from '../store/shelf-file.ts';
import type { Workshop } from './workshop.ts';

export interface RereadingOptions {
  readonly read: Workshop['read'];
  /** Does something to a server's shelf, and tells of it when that changed what readers see. */
  readonly changing: (server: string, change: (shelf: Shelf) => Promise<void>) => Promise<void>;
  /** Told how many, and of which server: what they are called is nobody's business outside of it. */
  readonly log: LogLine;
}

export interface Rereading {
  /** Every document of these servers is looked at when its turn comes. */
  lookThrough(servers: readonly string[]): void;
  stop(): Promise<void>;
}

/** After a file that could not be used, as on a full disk. */
const againMs = 3_600_000;

export function createRereading({ read, changing, log }: RereadingOptions): Rereading {
  const waiting = new Set<string>();
  /** Nothing came of reading these bytes in this server; the next start tries again. */
  const givenUp = new Set<string>();
  let working: Promise<void> | null = null;
  let isStopped = false;

  async function work(): Promise<void> {
    for (const server of waiting) {
      waiting.delete(server);
      // Whoever waits for the keeper comes first.
      await setImmediate();
      if (isStopped) return;
      try {
        await changing(server, (shelf) => rereadAll(server, shelf));
      } catch (error) {
        log(
          `What is outdated in a library can't be read anew: ${error instanceof Error ? error.message : error}`,
          'error',
        );
        setTimeout(() => lookThrough([server]), againMs).unref();
      }
    }
    working = null;
  }

  async function rereadAll(server: string, shelf: Shelf): Promise<void> {
    let [mended, lost] = [0, 0];
    for (const id of shelf.outdated()) {
      const record = shelf.document(id)?.record;
      const key = `${server} ${record?.sha256}`;
      if (!record || givenUp.has(key)) continue;
      const bytes = wholeOriginal(shelf, id);
      const { article, problems } = bytes ? await read(record.name, bytes) : { article: null, problems: [] };
      if (isStopped) return;
      if (article && shelf.reread(id, { article, problems })) mended++;
      if (article) continue;
      givenUp.add(key);
      if (shelf.info().damaged.includes(id)) lost++;
    }
    if (mended > 0) log(`Read anew in the library of server ${server}: ${counted(mended)}.`);
    if (lost > 0)
      log(
        `Damaged in the library of server ${server}, and not to be read anew: ${counted(lost)}. Its /library list says which.`,
        'error',
      );
  }

  function lookThrough(servers: readonly string[]): void {
    for (const server of servers) waiting.add(server);
    if (!isStopped) working ??= work();
  }

  return {
    lookThrough,
    stop: async () => {
      isStopped = true;
      await working;
    },
  };
}

/** Null when its bytes are not those that were added. */
function wholeOriginal(shelf: Shelf, id: number): Uint8Array | null {
  try {
    return shelf.original(id);
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    return null;
  }
}

const counted = (documents: number): string => (documents === 1 ? 'one document' : `${documents} documents`);
