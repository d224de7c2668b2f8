/** The whole program in a process of its own: what ends it, how fast, and with which exit code; and what doesn't end it. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Room } from '../../../src/room/room.ts';
import { folderOf } from '../../console/run.ts';
import { harbour } from '../../harbour.ts';
import { openedRoom, patient } from './bed.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** `log`: where standard output goes, in place of a pipe that is read. */
function begun(environment: Readonly<Record<string, string>>, log: number | 'pipe' = 'pipe') {
  const env = {
    ...process.env,
    DATA_DIR: folderOf({}),
    CORPUS_DIR: folderOf(harbour),
    HEALTH_PORT: 'off',
    ...environment,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', log, 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      told += data;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    ended,
    told: () => told,
    stop: (signal: NodeJS.Signals = 'SIGTERM') => child.kill(signal),
    readNoMore: () => child.stdout?.destroy(),
  };
}

const begunIn = ({ restUrl, token }: Room, log?: number) => begun({ DISCORD_TOKEN: token, DISCORD_API: restUrl }, log);

async function running(room: Room) {
  const bot = begunIn(room);
  await room.untilCommands();
  await expect.poll(bot.told, patient).toContain('Connected to Discord as');
  return bot;
}

describe('the process ends with 78', () => {
  test.each([
    [4004, 'Discord does not accept the token'],
    [4014, 'Discord does not allow the intents'],
  ])('when it identifies and is closed with %i', async (code, sentence) => {
    const room = await openedRoom();
    room.faults.gateway.identifyAnswer = code;
    const bot = begunIn(room);
    expect(await bot.ended).toBe(78);
    expect(bot.told()).toContain(sentence);
    expect(bot.told()).not.toContain(room.token);
  });

  test('when it is closed with 4004 while it runs', async () => {
    const room = await openedRoom();
    const bot = await running(room);
    room.faults.close(4004);
    expect(await bot.ended).toBe(78);
    expect(bot.told()).toContain('Discord does not accept the token');
  });
});

describe('the process leaves in order, within eight seconds, when it is told to', () => {
  test('in the middle of an answer, which still arrives', async () => {
    const room = await openedRoom();
    const bot = await running(room);
    room.faults.rest({ path: '/callback', what: { kind: 'slow', ms: 1_000 } });
    const answer = room.member('Ann').type('/who Vandermeer');
    await expect.poll(() => room.faults.isBusy, patient).toBe(true);
    bot.stop();
    expect(JSON.stringify(await answer)).toContain('the chairman of the Dockers');
    expect(await bot.ended).toBe(0);
  });

  test.each([
    ['by a terminal that is closed', ['SIGHUP']],
    ['twice', ['SIGTERM', 'SIGTERM']],
    ['by Ctrl+C, and then by a terminal that is closed', ['SIGINT', 'SIGHUP']],
  ] as [string, NodeJS.Signals[]][])('in the middle of an answer, which still arrives: %s', async (_, signals) => {
    const room = await openedRoom();
    const bot = await running(room);
    room.faults.rest({ path: '/callback', what: { kind: 'slow', ms: 1_000 } });
    const answer = room.member('Ann').type('/who Vandermeer');
    await expect.poll(() => room.faults.isBusy, patient).toBe(true);
    for (const signal of signals) {
      bot.stop(signal);
      // So that two of a kind aren't taken for one.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(JSON.stringify(await answer)).toContain('the chairman of the Dockers');
    expect(await bot.ended).toBe(0);
  });

  test('in the middle of an answer, which still arrives, while Discord is asked what commands it has', async () => {
    const room = await openedRoom();
    const before = await running(room);
    before.stop();
    await before.ended;
    room.faults.rest({ path: '/commands', what: { kind: 'hang' } });
    const bot = begunIn(room);
    const isAsked = () => room.requests.some(({ path, status }) => path.endsWith('/commands') && status === 0);
    await expect.poll(isAsked, patient).toBe(true);
    room.faults.rest({ path: '/callback', what: { kind: 'slow', ms: 1_000 } });
    const answer = room.member('Ann').type('/who Vandermeer');
    await expect.poll(() => room.faults.isBusy, patient).toBe(true);
    bot.stop();
    expect(JSON.stringify(await answer)).toContain('the chairman of the Dockers');
    expect(await bot.ended).toBe(0);
  });

  test('in the middle of an answer that Discord never takes', async () => {
    const room = await openedRoom();
    const bot = await running(room);
    room.faults.rest({ path: '/callback', what: { kind: 'hang' } });
    const answer = room.member('Ann').type('/who Vandermeer');
    await expect.poll(() => room.requests.at(-1)?.status, patient).toBe(0);
    bot.stop();
    expect(await bot.ended).toBe(0);
    expect((await answer).kind).toBe('failed');
  });

  test('on a connection that is half open', async () => {
    const room = await openedRoom();
    const bot = await running(room);
    room.faults.freeze();
    bot.stop();
    expect(await bot.ended).toBe(0);
  });

  test('on a connection that is half open, in the middle of an answer that Discord never takes', async () => {
    const room = await openedRoom();
    const bot = await running(room);
    room.faults.rest({ path: '/callback', what: { kind: 'hang' } });
    void room.member('Ann').type('/who Vandermeer');
    await expect.poll(() => room.requests.at(-1)?.status, patient).toBe(0);
    room.faults.freeze();
    bot.stop();
    expect(await bot.ended).toBe(0);
  });

  test('while nobody answers at the gateway', async () => {
    const room = await openedRoom();
    room.faults.gateway.identifyAnswer = 'silence';
    const bot = begunIn(room);
    await expect.poll(() => room.faults.connects, patient).toBe(1);
    bot.stop();
    expect(await bot.ended).toBe(0);
  });

  test('while the name of Discord’s server is not found', async () => {
    const bot = begun({ DISCORD_TOKEN: 'a', DISCORD_API: 'http://discord.invalid/api' });
    await expect
      .poll(bot.told, patient)
      .toMatch(/Discord can't be reached: .*(?:ENOTFOUND|EAI_AGAIN).* Trying again in/);
    await expect.poll(() => bot.told().match(/Trying again/g)?.length, patient).toBeGreaterThan(1);
    bot.stop();
    expect(await bot.ended).toBe(0);
  });
});

test('frames that are malformed where the library trusts them end nothing', async () => {
  const room = await openedRoom();
  const bot = await running(room);
  const malformed = [
    '{"op":9,"d":null}',
    '{"op":10,"d":null}',
    '{"op":0,"t":"READY","s":1,"d":null}',
    '{"op":0,"t":"INTERACTION_CREATE","s":1,"d":null}',
    '{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"type":2,"id":"1","data":{}}}',
    '{"op":0,"t":"GUILD_DELETE","s":1}',
    '{"op":0,"t":"canary',
  ];
  for (const frame of malformed) room.faults.send(frame);
  await expect.poll(async () => (await room.member('Ann').type('/who Vandermeer')).kind, patient).toBe('replied');
  // Without its message, which may hold some of the frame.
  expect(bot.told()).toContain('Nobody waited for what failed: TypeError"');
  expect(bot.told()).not.toContain('canary');
  expect(room.faults.connects).toBe(1);
  bot.stop();
  expect(await bot.ended).toBe(0);
});

describe('the process goes on without a log', () => {
  const answersAndLeaves = async (room: Room, bot: ReturnType<typeof begun>) => {
    for (const name of ['Ann', 'Ben', 'Cyd']) {
      expect((await room.member(name).type('/who Vandermeer')).kind).toBe('replied');
    }
    bot.stop();
    expect(await bot.ended).toBe(0);
  };

  test('that nobody reads any more', async () => {
    const room = await openedRoom();
    const bot = await running(room);
    bot.readNoMore();
    await answersAndLeaves(room, bot);
    expect(bot.told()).toContain("The log can't be written (EPIPE).");
  });

  test.skipIf(!existsSync('/dev/full'))('on a full disk', async () => {
    const room = await openedRoom();
    const full = openSync('/dev/full', 'w');
    const bot = begunIn(room, full);
    closeSync(full);
    await room.untilCommands();
    await answersAndLeaves(room, bot);
    expect(bot.told().trim()).toBe(
      "The log can't be written (ENOSPC). The bot goes on without it, and tries again with each line.",
    );
  });
});
