import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createDesk } from '../../src/discord/desk.ts';
import { type Connected, connect } from '../../src/host/connected.ts';
import { openHealth } from '../../src/host/health.ts';
import { createLog } from '../../src/host/log.ts';
import type { Library } from '../../src/model.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import type { Keeper } from '../../src/store/keeper.ts';
import { town } from '../discord/town.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A port that nobody has. */
async function freePort(): Promise<number> {
  const metrics = { text: async () => '', contentType: 'text/plain', observe: () => {} };
  const health = await openHealth({ port: 0, readiness: [], metrics });
  await health.close();
  return health.port;
}

const answering = (library: () => Library): Reading => ({
  desk: createDesk(library),
  // None of these tests adds anything.
  keeper: { servers: async () => [] } as Partial<Keeper> as Keeper,
});
type Reading = Awaited<Parameters<typeof connect>[0]['libraries']>;

async function host(library: () => Library = () => town, dataFolder = mkdtempSync(join(tmpdir(), 'footnote-'))) {
  const room: Room = await openRoom();
  ends.push(room.close);
  const healthPort = await freePort();
  let written = '';
  const log = createLog({
    isForPeople: false,
    secrets: [room.token],
    write: (text) => {
      written += text;
    },
  });
  const connected: Connected = await connect({
    ...{ token: room.token, restUrl: room.restUrl, allowsUrls: false, dataFolder, healthPort, log },
    corpus: tmpdir(),
    libraries: Promise.resolve(answering(library)),
    signal: new AbortController().signal,
  });
  ends.push(connected.stop);
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${healthPort}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { ask, room, connected, healthPort, written: () => written };
}

describe('a supervisor', () => {
  test('is told that the bot lives and is ready', async () => {
    const { ask } = await host();
    expect(await ask('/livez')).toEqual({ status: 200, text: 'event loop: ok\n' });
    expect(await ask('/readyz')).toEqual({ status: 200, text: 'discord: ok\nlibrary: ok\ndisk: ok\n' });
    expect((await ask('/other')).status).toBe(404);
  });

  test('is told that a shard has lost its connection, and that it has it again', async () => {
    const { ask, room } = await host();
    room.gateway.drop();
    await expect.poll(async () => (await ask('/readyz')).text).toContain('1 of 1 shards are not connected');
    expect((await ask('/readyz')).status).toBe(503);
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 20_000 }).toBe(200);
  });

  test('is told of a library that can’t be asked, and of a folder that can’t be written to', async () => {
    const broken = () => {
      throw new Error('The library is not open');
    };
    const without = await host(broken);
    expect(await without.ask('/readyz')).toEqual({
      status: 503,
      text: 'discord: ok\nlibrary: The library is not open\ndisk: ok\n',
    });
    const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
    const { ask } = await host(undefined, folder);
    expect((await ask('/readyz')).status).toBe(200);
    rmSync(folder, { recursive: true });
    expect(await ask('/readyz')).toEqual({
      status: 503,
      text: "discord: ok\nlibrary: ok\ndisk: The data folder can't be written to (ENOENT).\n",
    });
    mkdirSync(folder);
    expect((await ask('/readyz')).status).toBe(200);
  });

  test('reads figures: connections, servers, interactions by outcome, seconds', async () => {
    const { ask, room } = await host();
    await room.untilCommands();
    await room.member('Ann').type('/who Ada Lovell');
    await expect
      .poll(async () => (await ask('/metrics')).text)
      .toContain(
        'discord_event_on_interaction_total{shard="0",interaction="application_command",command="who",outcome="answered"} 1',
      );
    await room.member('Ann').complete('/where ada');
    await expect
      .poll(async () => (await ask('/metrics')).text)
      .toContain('interaction="autocomplete",command="where",outcome="answered"} 1');
    const { text } = await ask('/metrics');
    expect(text).toContain('discord_connected{shard="0"} 1');
    expect(text).toContain('discord_stat_total_guilds 1');
    expect(text).toContain('footnote_identifies_recent 1');
    expect(text).toMatch(/footnote_answer_seconds_bucket\{le="3",command="\/who"\} 1/);
    expect(text).not.toContain(room.guildId);
  });
});

test('no question, answer or token is logged, whatever goes wrong', async () => {
  const { room, written } = await host(() => ({
    ...town,
    names: {
      ...town.names,
      lookup: () => {
        throw new Error('It broke over canary Ada Lovell');
      },
    },
  }));
  await room.untilCommands();
  await room.member('Ann').type('/who canary Ada Lovell');
  await expect.poll(written).toContain('"outcome":"failed"');
  const levels = written()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: string; msg: string })
    .filter(({ msg }) => msg === 'interaction' || msg.includes('failed'))
    .map(({ level }) => level);
  expect(levels).toEqual(['error', 'error']);
  expect(written()).not.toContain('canary');
  expect(written()).not.toContain('Lovell');
  expect(written()).not.toContain(room.token);
  for (const { path } of room.requests) {
    const token = /\/interactions\/\d+\/([^/]+)\//.exec(path)?.[1];
    if (token) expect(written()).not.toContain(token);
  }
});

/** What is asked and what is answered, each in a form of its own. */
const canaries = /canary|кан|lovell|said aloud/iu;

test.each<[string, (room: Room) => Promise<unknown>]>([
  ['a command', (room) => room.member('Ann').type('/who Canary Lovell')],
  ['a suggestion', (room) => room.member('Ann').complete('/who canary Lov')],
  [
    'a button',
    async (room) => {
      const help = await room.member('Ann').type('/help');
      if (help.kind !== 'replied') throw new Error(help.kind);
      return room.member('Ann').press(help.message, { customId: '1:turn:who:1=Canary Lovell' });
    },
  ],
])('of %s that fails no word is logged, in whatever form the error has it', async (_, ask) => {
  const fail = (typed: string): never => {
    throw Object.assign(new RangeError(`said aloud: ${typed.toLowerCase()} ${encodeURI(typed)}`), { code: 'E_ODD' });
  };
  const names = { ...town.names, lookup: fail, called: fail, complete: fail };
  const { room, written } = await host(() => ({ ...town, names }));
  await room.untilCommands();
  await ask(room);
  await expect.poll(written).toContain('RangeError (E_ODD)');
  expect(written()).not.toMatch(canaries);
});

test('a port of health that is taken stops nothing', async () => {
  const first = await host();
  const room = await openRoom();
  ends.push(room.close);
  let written = '';
  const second = await connect({
    ...{
      token: room.token,
      restUrl: room.restUrl,
      allowsUrls: false,
      dataFolder: tmpdir(),
      healthPort: first.healthPort,
    },
    log: createLog({
      isForPeople: true,
      secrets: [],
      write: (text) => {
        written += text;
      },
    }),
    corpus: tmpdir(),
    libraries: Promise.resolve(answering(() => town)),
    signal: new AbortController().signal,
  });
  ends.push(second.stop);
  expect(written).toContain(`Port ${first.healthPort} is taken`);
});

test('a supervisor is told while the library is still being read, and of readings that are not there', async () => {
  const room = await openRoom();
  ends.push(room.close);
  const healthPort = await freePort();
  const { promise, resolve } = Promise.withResolvers<Reading>();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const connecting = connect({
    ...{ token: room.token, restUrl: room.restUrl, allowsUrls: false, dataFolder: folder, healthPort },
    ...{ corpus: join(folder, 'readings'), libraries: promise, signal: new AbortController().signal },
    log: createLog({ isForPeople: true, secrets: [], write: () => {} }),
  });
  const ask = (path: string) => fetch(`http://127.0.0.1:${healthPort}${path}`).then((response) => response.text());
  await expect.poll(() => ask('/readyz').catch(() => '')).toContain('library: The library is being read.');
  expect(await ask('/livez')).toBe('event loop: ok\n');
  expect(await ask('/metrics')).toMatch(/^discord_connected\{.*shard="0".*\} 0$/mu);
  resolve(answering(() => town));
  ends.push((await connecting).stop);
  expect(await ask('/readyz')).toContain(`library: There is no folder of readings at ${join(folder, 'readings')}.`);
});

test('sessions that are ended from the first on are counted before there is a connection', async () => {
  const room = await openRoom();
  ends.push(room.close);
  room.faults.gateway.identifyAnswer = 'silence';
  const healthPort = await freePort();
  const leaving = new AbortController();
  const connecting = connect({
    ...{ token: room.token, restUrl: room.restUrl, allowsUrls: false, healthPort, signal: leaving.signal },
    ...{ corpus: tmpdir(), dataFolder: tmpdir(), libraries: Promise.resolve(answering(() => town)) },
    log: createLog({ isForPeople: true, secrets: [], write: () => {} }),
  });
  const figures = () => fetch(`http://127.0.0.1:${healthPort}/metrics`).then((response) => response.text());
  await expect.poll(() => figures().catch(() => '')).toContain('footnote_identifies_recent 1');
  expect(await figures()).toMatch(/^discord_connected\{.*shard="0".*\} 0$/mu);
  leaving.abort();
  await expect(connecting).rejects.toThrow();
});

test('whoever asks is told of an event loop that stood still, however many ask', async () => {
  const { ask } = await host();
  const until = performance.now() + 1_500;
  while (performance.now() < until);
  for (const answer of await Promise.all([ask('/livez'), ask('/livez'), ask('/livez')])) {
    expect(answer).toMatchObject({ status: 503, text: expect.stringContaining('The event loop stood still for') });
  }
});

test('many who ask at once whether the disk takes a file are all told that it does', async () => {
  const { ask } = await host();
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask('/readyz')));
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['discord: ok\nlibrary: ok\ndisk: ok\n']));
});
