/**
 * What a running bot takes of memory, by articles in its corpus and servers that it is in: started as by `npm start` in a process of its
 * own, in the room, its own word for it at /metrics once answers flow. Run by `npx node bench/memory.ts`; `--save` keeps the run.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openRoom } from '../src/room/room.ts';
import { generatedArticles } from './generated-articles.ts';
import { saveRun } from './run-file.ts';
import { root, started } from './started.ts';
import { count, table } from './table.ts';

const questions = 50;
const soonMs = 2_000;
/** Readers and builders that have nothing to do end after half a minute. */
const laterMs = 45_000;

interface Setting {
  readonly articles: number;
  readonly servers: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Resident bytes: once a start that builds the index is over, when the builder has gone, and after a start that finds it built. */
async function measured({ articles, servers }: Setting): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-memory-'));
  try {
    for (const { path, text } of generatedArticles(articles)) {
      const file = join(folder, 'corpus', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const first = await residentBytes(folder, servers, [soonMs, laterMs]);
    return [...first, ...(await residentBytes(folder, servers, [soonMs]))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** After each of the pauses. */
async function residentBytes(folder: string, servers: number, pauses: readonly number[]): Promise<number[]> {
  const room = await openRoom();
  for (let number = 1; number < servers; number++) room.server(`Server ${number}`);
  const healthPort = await freePort();
  const env = {
    ...process.env,
    DISCORD_TOKEN: room.token,
    DISCORD_API: room.restUrl,
    CORPUS_DIR: join(folder, 'corpus'),
    DATA_DIR: join(folder, 'data'),
    HEALTH_PORT: String(healthPort),
  };
  const bot = spawn(process.execPath, started, { cwd: root, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => bot.once('close', resolve));
  try {
    await room.untilCommands();
    const reader = room.member('Ada');
    for (let number = 0; number < questions; number++) await reader.type('/names people');
    const measurements: number[] = [];
    for (const pause of pauses) {
      await setTimeout(pause);
      const metrics = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text();
      const bytes = /^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1];
      if (!bytes) throw new Error('The bot does not say how much memory it takes');
      measurements.push(Number(bytes));
    }
    return measurements;
  } finally {
    bot.kill('SIGTERM');
    await ended;
    await room.close();
  }
}

const { save, settings } = parseArgs({
  options: {
    save: { type: 'boolean', default: false },
    settings: { type: 'string', default: '25x1,500x1,2000x1,25x10000' },
  },
}).values;
const rows: string[][] = [];
for (const setting of settings.split(',')) {
  const [articles = 0, servers = 0] = setting.split('x').map(Number);
  const megabytes = (await measured({ articles, servers })).map((bytes) => count(Math.round(bytes / 1e6)));
  rows.push([count(articles), count(servers), ...megabytes]);
  console.log(rows.at(-1)?.join('  '));
}
const report = table(['articles', 'servers', 'first start, MB', 'a minute later', 'later starts'], rows);
console.log(report);
if (save)
  console.log(
    saveRun({ what: 'memory', command: `npx node bench/memory.ts --settings ${settings}`, report }, new Date()),
  );
