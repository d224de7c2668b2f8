/** The bot as a host runs it, in a process of its own, connected to a room in this one. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Room } from '../../src/room/room.ts';
import { root, started } from '../started.ts';

/** The loop's delay is told with the pause between two looks in it. */
const lookedEveryMs = 10;

export interface BotProcess {
  readonly pid: number;
  /** Bytes and seconds, as the bot tells them at its health port. */
  usage(): Promise<Usage>;
  /** Where Node's inspector listens, on loopback, for one that was started to be inspected. */
  readonly inspectorPort: number | null;
  stop(): Promise<void>;
}

export interface Usage {
  /** Of the whole process with all its threads. */
  readonly resident: number;
  /** Of the thread that is connected to Discord. */
  readonly heap: number;
  /** Seconds of a core that it has used so far. */
  readonly cpu: number;
  /** The longest that this thread's loop was away since this was last asked, in milliseconds. */
  readonly blockedMs: number;
}

export interface BotOptions {
  /** A data folder that is given stays; one that isn't goes with the bot. */
  readonly dataFolder?: string;
  readonly inspected?: boolean;
}

/** Fulfilled when it is connected and ready. Rejects with its last words when it ends before that. */
export async function startBotProcess(room: Room, corpus: string, options: BotOptions = {}): Promise<BotProcess> {
  const { dataFolder: ownFolder, inspected = false } = options;
  const port = await freePort();
  const inspectorPort = inspected ? await freePort() : null;
  const dataFolder = ownFolder ?? mkdtempSync(join(tmpdir(), 'footnote-load-'));
  const env = {
    ...process.env,
    DISCORD_TOKEN: room.token,
    DISCORD_API: room.restUrl,
    CORPUS_DIR: corpus,
    DATA_DIR: dataFolder,
    HEALTH_PORT: String(port),
  };
  const child = spawn(process.execPath, [...(inspected ? [`--inspect=127.0.0.1:${inspectorPort}`] : []), ...started], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lastWords = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      lastWords = (lastWords + data).slice(-2_000);
    });
  }
  const ended = new Promise<never>((_, reject) => {
    child.once('close', (code) => reject(new Error(`The bot has ended with ${code}: ${lastWords}`)));
  });
  ended.catch(() => {});
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    await room.untilCommands();
    for (;;) {
      if (
        await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await Promise.race([ready(), ended]);
  return {
    pid: child.pid!,
    inspectorPort,
    usage: async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return {
        resident: figureIn(text, 'process_resident_memory_bytes'),
        heap: figureIn(text, 'nodejs_heap_size_used_bytes'),
        cpu: figureIn(text, 'process_cpu_seconds_total'),
        blockedMs: Math.max(0, figureIn(text, 'nodejs_eventloop_lag_max_seconds') * 1_000 - lookedEveryMs),
      };
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended.catch(() => {});
      if (!ownFolder) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function figureIn(text: string, name: string): number {
  const figure = Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1]);
  if (!Number.isFinite(figure)) throw new Error(`The bot does not tell its ${name}`);
  return figure;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No port is free');
  return address.port;
}
