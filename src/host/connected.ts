/** The bot as a host runs it: connected to Discord, with a log, with figures, and with a place to ask how it is. */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bot, type Figures, startBot } from '../discord/bot.ts';
import type { RefusedError } from '../discord/connection.ts';
import type { Desk } from '../discord/desk.ts';
import { within } from '../discord/within.ts';
import type { Keeper } from '../store/keeper.ts';
import { type Check, type Health, openHealth } from './health.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';

export interface ConnectedOptions {
  readonly token: string;
  readonly restUrl: string;
  readonly allowsUrls: boolean;
  readonly dataFolder: string;
  /** Null: nobody can ask. */
  readonly healthPort: number | null;
  /** The host's readings. */
  readonly corpus: string;
  /** Given once the host's library is there; until then a supervisor is told that it is being read. */
  readonly libraries: Promise<{ readonly desk: Desk; readonly keeper: Keeper }>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Supervisors wait for some seconds. */
const askMs = 3_000;

export interface Connected {
  /** Given when Discord has closed the connection for good. */
  readonly ended: Promise<RefusedError>;
  stop(): Promise<void>;
}

export async function connect(options: ConnectedOptions): Promise<Connected> {
  const { allowsUrls, corpus, dataFolder, healthPort, libraries, log, restUrl, signal, token } = options;
  let bot: Bot | undefined;
  let figures: Figures | undefined;
  let opened: Awaited<ConnectedOptions['libraries']> | undefined;
  const metrics = createMetrics({
    // Told from the beginning, so that whoever waits for a 1 sees the 0.
    shards: () => {
      const shards = figures?.shards() ?? [];
      return shards.length > 0 ? shards : [{ id: 0, state: 'connecting', latencyMs: null }];
    },
    servers: () => figures?.servers() ?? 0,
    identifies: () => figures?.identifies() ?? 0,
  });
  const readiness: readonly Check[] = [
    { name: 'discord', fault: () => shardFault(figures) },
    {
      name: 'library',
      fault: async () => {
        if (!opened) return 'The library is being read.';
        if (!existsSync(corpus)) return `There is no folder of readings at ${corpus}.`;
        const { desk, keeper } = opened;
        // The way of every answer, and the one who keeps the libraries: who can't be asked throws.
        const asking = Promise.all([desk.suggest(null, { command: 'who', query: 'a' }), keeper.servers()]);
        await within(askMs, asking, () => new Error('The library doesn’t answer.'));
        return null;
      },
    },
    { name: 'disk', fault: () => diskFault(dataFolder) },
  ];
  const health = await openedHealth(healthPort, (port) => openHealth({ port, readiness, metrics }), log);
  try {
    opened = await libraries;
    const { desk, keeper } = opened;
    bot = await startBot({
      ...{ token, restUrl, desk, keeper, allowsUrls, signal },
      log: log.line,
      onFigures: (told) => {
        figures = told;
      },
      observe: (observed) => {
        metrics.observe(observed);
        log.interaction(observed);
      },
    });
  } catch (error) {
    await health?.close();
    throw error;
  }
  return {
    ended: bot.ended,
    stop: async () => {
      await bot?.stop();
      await health?.close();
    },
  };
}

async function openedHealth(
  port: number | null,
  open: (port: number) => Promise<Health>,
  log: Log,
): Promise<Health | null> {
  if (port === null) return null;
  try {
    return await open(port);
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 'is taken' : 'can’t be opened';
    log.line(
      `Port ${port} ${why}, so nobody can ask there how the bot is; set HEALTH_PORT to another one, or to off.`,
      'warn',
    );
    return null;
  }
}

function shardFault(figures: Figures | undefined): string | null {
  const shards = figures?.shards() ?? [];
  if (shards.length === 0) return 'The bot is not connected yet.';
  const down = shards.filter(({ state }) => state !== 'ready');
  return down.length === 0 ? null : `${down.length} of ${shards.length} shards are not connected.`;
}

const looks = new Map<string, Promise<string | null>>();

/** One look at a time, for all who ask meanwhile. */
function diskFault(folder: string): Promise<string | null> {
  const look = looks.get(folder) ?? lookedAt(folder).finally(() => looks.delete(folder));
  looks.set(folder, look);
  return look;
}

/** A small file, written and taken away again. */
async function lookedAt(folder: string): Promise<string | null> {
  const file = join(folder, `.write-test-${process.pid}`);
  try {
    await writeFile(file, 'x');
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return `The data folder can't be written to (${code}).`;
  } finally {
    // On a full disk it is there, and empty.
    await rm(file, { force: true }).catch(() => {});
  }
}
