/** What is to be gone after its time is deleted: of all libraries, one after the other, with room for others between two of them. */
import { setImmediate as turn } from 'node:timers/promises';
import type { LogLine } from '../model.ts';
import type { Shelves } from '../store/shelf.ts';

const dayMs = 24 * 3_600_000;
/** What was removed can come back for so long. */
const undoMs = dayMs;
/** A library stays for so long after the bot has left its server. */
const leftMs = 30 * dayMs;

/** After the start, when who waits for the first answers has them. A bot that is started anew each day deletes all the same. */
const firstMs = 60_000;
const everyMs = 3_600_000;

export interface Sweep {
  readonly shelves: Pick<Shelves, 'ids' | 'marked' | 'open'>;
  readonly destroy: (server: string) => void;
  readonly log: LogLine;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Soon, and then each hour; until what is given is called. */
export function sweepRegularly({ log, ...all }: Omit<Sweep, 'now'>): () => void {
  const once = () => {
    sweep({ log, ...all, now: Date.now() }).catch((error: unknown) =>
      log(`The libraries can't be swept: ${error instanceof Error ? error.message : error}`, 'error'),
    );
  };
  const first = setTimeout(once, firstMs).unref();
  const timer = setInterval(once, everyMs).unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** A library that can't be opened keeps no other one from being swept. Rejects where the folder can't be read. */
export async function sweep({ destroy, log, now, shelves }: Sweep): Promise<void> {
  const each = async <T>(all: readonly T[], work: (one: T) => void): Promise<void> => {
    for (const one of all) {
      try {
        work(one);
      } catch (error) {
        log(`A library can't be swept: ${error instanceof Error ? error.message : error}`, 'error');
      }
      await turn();
    }
  };
  await each(shelves.marked(), ({ at, serverId }) => {
    if (at >= now - leftMs) return;
    destroy(serverId);
    log('A library was deleted: the bot left its server 30 days ago.');
  });
  await each(shelves.ids(), (server) => shelves.open(server).purge(now - undoMs));
}
