/**
 * The libraries of the host and of all servers, for the thread that is connected to Discord: it asks the keeper's thread
 * what to answer from, and the desk's thread to answer. Nothing that takes long is done here.
 */
import { join } from 'node:path';
import { CalmError, type Desk, NotYetError, type Server } from '../discord/desk.ts';
import { ToldError } from '../discord/told-error.ts';
import { within } from '../discord/within.ts';
import { words } from '../discord/words.ts';
import type { LogLine, Problem } from '../model.ts';
import type { Keeper } from '../store/keeper.ts';
import type { Contents, DeskHandlers } from './desk-thread.ts';
import type { Edition } from './editions.ts';
import type { KeeperData, KeeperEvent, KeeperHandlers } from './keeper-thread.ts';
import { DeadlineError, LateTurnError, openThread, ThreadEndedError } from './thread.ts';

export interface LibrariesOptions {
  /** The host's folder of readings, which every server has. */
  readonly corpus: string;
  /** What servers add is kept here, and what was built. */
  readonly dataFolder: string;
  /** Whether a change in `corpus` is taken up while running. */
  readonly watches?: boolean;
  /** What the desk's thread and the keeper's run; a test gives one that breaks. */
  readonly deskFile?: URL;
  readonly keeperFile?: URL;
  /** Of a question's waiting for its turn, in milliseconds; a test that isn't about it has more. */
  readonly waitMs?: number;
  /** Gives up the opening. */
  readonly signal?: AbortSignal;
  readonly log: LogLine;
}

export interface Libraries {
  readonly desk: Desk;
  readonly keeper: Keeper;
  /** What could not be read in the host's folder. */
  readonly problems: readonly Problem[];
  /** Of the host's library. */
  contents(): Promise<Contents>;
  /** What is being written is finished first. */
  stop(): Promise<void>;
}

/** Of computing one answer; a bounded question takes milliseconds. */
const answerMs = 1_500;
/** Of waiting for its turn in the desk's thread: by then nobody waits for the answer any more. */
const ownWaitMs = 2_300;
/** Measured at 300 answers a second: with 8 MB, a fifth of the desk's time went into collecting. */
const deskYoungMb = 32;
const openMs = 20_000;
const stopMs = 5_000;
/** Between two attempts to build a library that can't be built, as on a full disk: the first, doubled up to the most. */
const firstPauseMs = 5_000;
const mostPauseMs = 5 * 60_000;
/** Of the keeper, within the quarter of an hour that Discord gives after "thinking…": files are read and packed one at a time. */
const keeperMs = { soon: 30_000, late: 10 * 60_000 } as const;
const ownDesk = new URL('./desk-thread.ts', import.meta.url);
const ownKeeper = new URL('./keeper-thread.ts', import.meta.url);

const sentences = {
  silent: 'The libraries are busy, and it can’t be told whether this was done. Look at /library list in a minute.',
  tooLong: 'That took too long to look up. Ask again with fewer words.',
} as const;

export async function openLibraries(options: LibrariesOptions): Promise<Libraries> {
  const { corpus, dataFolder, deskFile = ownDesk, keeperFile = ownKeeper, log } = options;
  const { waitMs = ownWaitMs, watches = true } = options;
  const data: KeeperData = { corpus, dataFolder, watches };
  const onEvent = (event: unknown) => {
    const told = event as KeeperEvent;
    if (told.kind === 'log') return log(told.line, told.level);
    if (told.server !== null) ownFrom(told.server);
    if (told.server === null || current.has(told.server)) bringAtLast(told.server);
  };
  /** A library of its own from now on; what served until now serves until that stands. */
  const ownFrom = (server: string): void => {
    const host = current.get(null);
    if (!servers.has(server) && host) current.set(server, host);
    servers.add(server);
  };
  /** As often as it takes, so that what was changed is in the answers some day. */
  const bringAtLast = (server: Server, pauseMs = firstPauseMs): void => {
    const mine = (attempts.get(server) ?? 0) + 1;
    attempts.set(server, mine);
    bring(server).catch((error: Error) => {
      if (stopped.aborted || attempts.get(server) !== mine) return;
      log(`A library can't be built anew: ${error.message}. Trying again in ${Math.ceil(pauseMs / 1_000)} s.`, 'error');
      setTimeout(() => {
        if (!stopped.aborted && attempts.get(server) === mine) bringAtLast(server, Math.min(2 * pauseMs, mostPauseMs));
      }, pauseMs).unref();
    });
  };
  /** Another thread watches and keeps from here on, and what has changed meanwhile is in the answers. */
  const keepAgain = (why: string): void => {
    // At the start, whoever waits for it is told.
    if (!current.has(null)) return;
    const pauseMs = losses.next();
    log(
      `What keeps the libraries has ended: ${why}. It is started again within ${Math.ceil(pauseMs / 1_000)} s; what was added just now may have to be added again.`,
      'error',
    );
    setTimeout(() => {
      if (stopped.aborted) return;
      keeping.call('start', []).catch(() => {});
      for (const server of current.keys()) bringAtLast(server);
    }, pauseMs).unref();
  };
  // A thread that was ended is there again in half the time.
  const codeFolder = join(dataFolder, 'index', 'code');
  const keeping = openThread<KeeperHandlers>(keeperFile, { codeFolder, data, onEvent, onLost: keepAgain });
  const desk = openThread<DeskHandlers>(deskFile, {
    codeFolder,
    youngMb: deskYoungMb,
    isDiscreet: true,
    onLost: (why) => log(`A look-up has ended its thread, and another was started. ${why}.`, 'warn'),
  });
  /** What answers now: open at the desk, unless it was closed for want of memory. */
  const current = new Map<Server, Edition>();
  const servers = new Set<string>();
  const attempts = new Map<Server, number>();
  const losses = createPauses();
  const stopping = new AbortController();
  const stopped = stopping.signal;

  const bring = latest(async (server: Server): Promise<Edition> => {
    const edition = await keeping.call('edition', [server]);
    // The file may have been written anew since: then there is a newer edition to ask for.
    if (!(await desk.call('open', [edition], { deadlineMs: openMs, isRepeatable: true }))) {
      throw new Error('the built library is not in its file');
    }
    const before = current.get(server);
    current.set(server, edition);
    const inUse = new Set([...current.values()].flatMap(keysOf));
    for (const key of before ? keysOf(before) : [])
      if (!inUse.has(key)) await desk.call('close', [key], { isRepeatable: true });
    return edition;
  });
  const ownerOf = (server: Server): Server => (server !== null && servers.has(server) ? server : null);
  const bringFor = (server: Server): Promise<Edition> => bring(ownerOf(server));
  const editionFor = async (server: Server): Promise<Edition> =>
    current.get(ownerOf(server)) ?? (await bringFor(server));
  /** Asks the desk of a library; opens it there where it was closed, or where the desk's thread is a new one. */
  const asking = async <T>(server: Server, ask: (key: string) => Promise<T | 'not open'>): Promise<T> => {
    const edition = await editionFor(server);
    const reply = await ask(edition.key);
    if (reply !== 'not open') return reply;
    const isOpen = await desk.call('open', [edition], { deadlineMs: openMs, isRepeatable: true });
    // Its file is damaged or gone: it is built anew.
    const { key } = isOpen ? edition : await bringFor(server);
    const again = await ask(key);
    if (again === 'not open') throw new NotYetError(words.beingOpened);
    return again;
  };
  // Who has been told to ask again needs no answer: without this a desk that is behind stays behind.
  const call = { deadlineMs: answerMs, isRepeatable: true, waitMs };
  const calmly = async <T>(answering: Promise<T>): Promise<T> => {
    try {
      return await answering;
    } catch (error) {
      if (error instanceof LateTurnError) throw new NotYetError(words.busy);
      if (error instanceof DeadlineError) throw new CalmError(sentences.tooLong);
      throw error instanceof ThreadEndedError ? new ToldError(error.message) : error;
    }
  };

  const silent = () => new CalmError(sentences.silent);
  const soon = <T>(keeping: Promise<T>): Promise<T> => within(keeperMs.soon, keeping, silent);
  const late = <T>(keeping: Promise<T>): Promise<T> => within(keeperMs.late, keeping, silent);

  const open = async (): Promise<readonly Problem[]> => {
    // The desk's code is loaded while the keeper reads.
    const loaded = desk.call('close', [''], { isRepeatable: true });
    loaded.catch(() => {});
    const { problems } = await keeping.call('start', []);
    for (const server of await keeping.call('servers', [])) servers.add(server);
    await loaded;
    const { key } = await bring(null);
    // Once: a desk that a question has ended is not asked others of its own accord.
    desk.call('warm', [key]).catch(() => {});
    return problems;
  };
  let ended: Promise<unknown> | undefined;
  const end = (): Promise<unknown> => {
    stopping.abort();
    ended ??= Promise.all([keeping.stop(), desk.stop()]);
    return ended;
  };
  options.signal?.addEventListener('abort', end, { once: true });
  const problems = await open().catch(async (error: unknown) => {
    // Nothing is written any more when this has failed.
    await end();
    options.signal?.throwIfAborted();
    throw error;
  });
  options.signal?.removeEventListener('abort', end);
  return {
    problems,
    desk: {
      ready: async (server) => void (await editionFor(server)),
      answer: (server, asked, isPrivate) =>
        calmly(asking(server, (key) => desk.call('answer', [key, asked, isPrivate], call))),
      press: (server, pressed) => calmly(asking(server, (key) => desk.call('press', [key, pressed], call))),
      suggest: (server, asked) => calmly(asking(server, (key) => desk.call('suggest', [key, asked], call))),
    },
    keeper: {
      info: (...args) => soon(keeping.call('info', args)),
      documents: (...args) => soon(keeping.call('documents', args)),
      document: (...args) => soon(keeping.call('document', args)),
      add: (...args) => late(keeping.call('add', args)),
      remove: (...args) => soon(keeping.call('remove', args)),
      restore: (...args) => soon(keeping.call('restore', args)),
      edit: (...args) => soon(keeping.call('edit', args)),
      set: (...args) => soon(keeping.call('set', args)),
      planExport: (...args) => late(keeping.call('planExport', args)),
      exportPart: (...args) => late(keeping.call('exportPart', args)),
      destroy: (...args) => soon(keeping.call('destroy', args)),
      servers: (...args) => soon(keeping.call('servers', args)),
      left: (...args) => soon(keeping.call('left', args)),
      returned: (...args) => soon(keeping.call('returned', args)),
      settled: async (server) => {
        ownFrom(server);
        await bring(server);
      },
    },
    contents: async () => {
      const { key } = await editionFor(null);
      const contents = await desk.call('contents', [key], { isRepeatable: true });
      if (!contents) throw new Error('The library of the host is not open');
      return contents;
    },
    stop: async () => {
      stopping.abort();
      await within(stopMs, keeping.call('stop', []), () => new Error('late')).catch(() => {});
      await end();
    },
  };
}

/** Of what is lost now and then the first pause; of what is lost over and over a longer one each time. */
function createPauses() {
  let [pauseMs, at] = [firstPauseMs, Number.NEGATIVE_INFINITY];
  return {
    next: (): number => {
      const now = performance.now();
      pauseMs = now - at < 2 * mostPauseMs ? Math.min(2 * pauseMs, mostPauseMs) : firstPauseMs;
      at = now;
      return pauseMs;
    },
  };
}

/** Of an edition, and of the one that it is laid over. */
const keysOf = ({ key, since }: Edition): string[] => (since ? [key, since.key] : [key]);

/** One at a time for each server; a call that comes while one is under way gets what the next gives, made after it. */
function latest<T>(make: (server: Server) => Promise<T>): (server: Server) => Promise<T> {
  const running = new Map<Server, Promise<T>>();
  const waiting = new Map<Server, Promise<T>>();
  const run = (server: Server): Promise<T> => {
    const made = make(server).finally(() => running.delete(server));
    running.set(server, made);
    return made;
  };
  return (server) => {
    const under = running.get(server);
    if (!under) return run(server);
    const next =
      waiting.get(server) ??
      under
        .catch(() => {})
        .then(() => {
          waiting.delete(server);
          return run(server);
        });
    waiting.set(server, next);
    return next;
  };
}
