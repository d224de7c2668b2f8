import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { holdDataFolder } from '../src/host/held-folder.ts';
import { openRoom, type Room } from '../src/room/room.ts';
import { folderOf, run } from './console/run.ts';
import { harbour } from './harbour.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

/** What a bot that reaches no Discord says, until it has said this and that it reads. */
async function firstWords(dataFolder: string, said: RegExp): Promise<string> {
  const env = { ...process.env, DISCORD_TOKEN: 'a', DISCORD_API: 'http://127.0.0.1:9/api', DATA_DIR: dataFolder };
  const bot = spawn(process.execPath, [main], { env: { ...env, HEALTH_PORT: 'off' } });
  onTestFinished(() => void bot.kill('SIGKILL'));
  let out = '';
  bot.stdout.on('data', (chunk) => {
    out += chunk;
  });
  await expect.poll(() => out, { timeout: 30_000 }).toMatch(said);
  await expect.poll(() => out, { timeout: 30_000 }).toContain('Reading ');
  return out;
}

test.runIf(process.platform !== 'win32')('npm start that may open too few files says how many it needs', async () => {
  const bot = spawn('sh', ['-c', `ulimit -n 60 && exec "$0" "$1"`, process.execPath, main]);
  let err = '';
  bot.stderr.on('data', (data) => {
    err += data;
  });
  expect(await new Promise((resolve) => bot.on('close', resolve))).toBe(78);
  expect(err).toMatch(/^This process may have 60 files open at once, and Footnote needs \d+ at least: .*LimitNOFILE/);
});

describe('npm start with a token', () => {
  test('connects, registers its commands, answers, and leaves when told to', async () => {
    const env = {
      ...process.env,
      DISCORD_TOKEN: room.token,
      DISCORD_API: room.restUrl,
      CORPUS_DIR: folderOf(harbour),
      DATA_DIR: folderOf({}),
      HEALTH_PORT: 'off',
    };
    const bot = spawn(process.execPath, [main], { env });
    let out = '';
    bot.stdout.on('data', (data) => {
      out += data;
    });
    const ended = new Promise<number | null>((resolve) => bot.on('close', resolve));
    await room.untilReady();
    await room.untilCommands();
    const outcome = await room.member('Ada').type('/who Vandermeer');
    expect(outcome).toMatchObject({ kind: 'replied' });
    expect(JSON.stringify(outcome)).toContain('the chairman of the Dockers');
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(out).toMatch(/https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/);
    expect(out).not.toContain(room.token);
  });

  test('that Discord refuses, says so in one sentence and exits for good', async () => {
    const { code, err } = await run('src/main.ts', [], '', {
      DISCORD_TOKEN: 'wrong',
      DISCORD_API: room.restUrl,
      DATA_DIR: folderOf({}),
      HEALTH_PORT: 'off',
    });
    expect(code).toBe(78);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('DISCORD_TOKEN');
    expect(err).not.toContain('wrong');
  });

  test('whose data folder another bot works in, says so and leaves it to be tried again', async () => {
    const data = folderOf({});
    holdDataFolder(data);
    const { code, err } = await run('src/main.ts', [], '', {
      DISCORD_TOKEN: 'a',
      DISCORD_API: 'http://127.0.0.1:9/api',
      DATA_DIR: data,
      HEALTH_PORT: 'off',
    });
    expect(code).toBe(75);
    expect(err).toBe(`Another Footnote works in ${data}. Stop it first, or set DATA_DIR to another folder.\n`);
  });

  test('whose data folder can’t be locked says so, and reads on', async () => {
    const data = folderOf({});
    mkdirSync(join(data, 'in-use.sqlite'));
    await firstWords(data, /"warn".*can't be locked \(.+\); see to it that nothing else works in it/);
  });

  test('finishes a restore that was broken off, and says so', async () => {
    const data = folderOf({});
    mkdirSync(join(data, 'libraries.restored'));
    writeFileSync(join(data, 'libraries.restored', '1.left'), '2026-05-01T00:00:00.000Z\n');
    await firstWords(data, /"warn".*A restore was broken off .* is finished now/);
    expect(readdirSync(join(data, 'libraries'))).toEqual(['1.left']);
    expect(readdirSync(data)).not.toContain('libraries.restored');
  });

  const below = (...names: string[]) => join(folderOf({ taken: '' }), ...names);
  test.each([
    ['a file', below('taken'), 'EEXIST'],
    ['below a file', below('taken', 'data'), 'EEXIST'],
    ...(process.platform === 'linux' ? [['where the system takes none', '/proc/data', 'ENOENT']] : []),
  ] as [string, string, string][])(
    'whose data folder would be %s, says so and exits for good',
    async (_, folder, code) => {
      const ended = await run('src/main.ts', [], '', {
        DISCORD_TOKEN: 'a',
        DISCORD_API: 'http://127.0.0.1:9/api',
        DATA_DIR: folder,
        HEALTH_PORT: 'off',
      });
      expect(ended.code).toBe(78);
      expect(ended.err).toMatch(
        new RegExp(`^There can be no folder at /\\S+ \\(${code}\\); set DATA_DIR to another one\\.\\n$`),
      );
    },
  );

  test('that stands where the name of its file belongs, does not print it', async () => {
    const token = `${'M'.repeat(26)}.${'G'.repeat(6)}.${'x'.repeat(38)}`;
    const { code, err } = await run('src/main.ts', [], '', { DISCORD_TOKEN_FILE: token });
    expect(code).toBe(78);
    expect(err).toContain('DISCORD_TOKEN_FILE');
    expect(err).not.toContain(token);
  });

  test('and settings that are wrong, names them', async () => {
    const { code, err } = await run('src/main.ts', [], '', { DISCORD_TOKEN: 'a', DISCORD_API: 'nonsense' });
    expect(code).toBe(78);
    expect(err).toContain('DISCORD_API is not an http(s) address');
  });

  test('while Discord is out of reach, keeps trying, and leaves at once when told to', async () => {
    const env = {
      ...process.env,
      DISCORD_TOKEN: 'a',
      DISCORD_API: 'http://127.0.0.1:9/api',
      CORPUS_DIR: folderOf(harbour),
      DATA_DIR: folderOf({}),
      HEALTH_PORT: 'off',
    };
    const bot = spawn(process.execPath, [main], { env });
    onTestFinished(() => void bot.kill('SIGKILL'));
    let out = '';
    bot.stdout.on('data', (data) => {
      out += data;
    });
    const ended = new Promise<number | null>((resolve) => bot.on('close', resolve));
    await expect.poll(() => out, { timeout: 30_000 }).toMatch(/Discord can't be reached: .* Trying again in \d+ s/);
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('the file .env', () => {
  test('in UTF-16 is not passed over', async () => {
    const folder = folderOf({ '.env': Buffer.from('\ufeffDISCORD_TOKEN=canary\n', 'utf16le') });
    const { code, err } = await run('src/main.ts', [], '', {}, folder);
    expect(code).toBe(78);
    expect(err).toBe(
      `The settings in ${join(folder, '.env')} are not in UTF-8, as UTF-16 isn't; save the file as UTF-8.\n`,
    );
  });

  test('that is a folder is not passed over', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, '.env'));
    const { code, err } = await run('src/main.ts', [], '', {}, folder);
    expect(code).toBe(78);
    expect(err).toContain(`The settings in ${join(folder, '.env')} can't be read (EISDIR)`);
  });

  test('with names that are all but ours: each is told, and those of others are not', async () => {
    const names = [
      'DISCORD_TOKN',
      'CORPUS_DIRECTORY',
      'Data_Dir',
      'DISCORD_BOT_TOKEN',
      'HEALTHPORT',
      'NODE_ENV',
      'XDG_DATA_DIRS',
    ];
    const folder = folderOf({ '.env': names.map((name) => `${name}=canary\n`).join('') });
    const env = { DISCORD_TOKEN: 'a', DISCORD_API: 'nonsense' };
    const { code, err } = await run('src/main.ts', [], '', env, folder);
    expect(code).toBe(78);
    expect(err.split('\n').filter((line) => line.includes('no setting of Footnote'))).toEqual([
      'DISCORD_TOKN is no setting of Footnote, and counts for nothing; DISCORD_TOKEN is one.',
      'CORPUS_DIRECTORY is no setting of Footnote, and counts for nothing; CORPUS_DIR is one.',
      'Data_Dir is no setting of Footnote, and counts for nothing; DATA_DIR is one.',
      'DISCORD_BOT_TOKEN is no setting of Footnote, and counts for nothing; DISCORD_TOKEN is one.',
      'HEALTHPORT is no setting of Footnote, and counts for nothing; HEALTH_PORT is one.',
    ]);
    expect(err).not.toContain('canary');
  });
});

describe('npm start without a token', () => {
  const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '', DISCORD_API: '' };

  /** Started, up to the address that it prints. */
  async function started(...args: string[]) {
    const child = spawn(process.execPath, [main, ...args], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let out = '';
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (data) => {
        out += data;
        const printed = /http:\/\/localhost:\d+/.exec(out)?.[0];
        if (printed) resolve(printed);
      });
      child.on('close', () => reject(new Error(`It ended: ${out}`)));
    });
    return { address, ended, out: () => out, stop: () => child.kill('SIGTERM') };
  }

  /** What a tab of the page is told until `isEnough`, once it has sent `request`. */
  async function toldAt(address: string, request: object, isEnough: (told: { tell: string }) => boolean) {
    const html = await (await fetch(address)).text();
    const key = /name="tab-key" content="([^"]+)"/.exec(html)?.[1];
    const socket = new WebSocket(`${address.replace('http', 'ws')}/tab?key=${key}`, { origin: address });
    socket.on('open', () => socket.send(JSON.stringify(request)));
    const all: { tell: string }[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data) => {
        all.push(JSON.parse(String(data)));
        if (isEnough(all.at(-1)!)) resolve();
      });
    });
    socket.terminate();
    return JSON.stringify(all);
  }

  test('opens a page in which the bot answers, says what was read, and leaves when told to', async () => {
    const { address, ended, out, stop } = await started('--port', '0', '--corpus', folderOf(harbour));
    const request = { do: 'run', ask: 1, command: 'who', options: { name: 'Vandermeer' } };
    const told = await toldAt(address, request, ({ tell }) => tell === 'answer');
    expect(told).toContain('the chairman of the Dockers');
    expect(told).toContain('"examples":["/who ');
    expect(out()).toMatch(/3 articles, \d+ passages, \d+ names/);
    expect(out()).toContain('README.md');
    expect(out()).not.toContain('discord.com');
    stop();
    expect(await ended).toBe(0);
  });

  test('told to leave while it reads, leaves nothing behind', async () => {
    const temporary = folderOf({});
    const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '', TMPDIR: temporary };
    const bot = spawn(process.execPath, [main, '--port', '0'], { env });
    const ended = new Promise<number | null>((resolve) => bot.on('close', resolve));
    const files = () => readdirSync(temporary, { recursive: true }).length;
    await expect.poll(files, { timeout: 30_000 }).toBeGreaterThan(1);
    bot.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(files()).toBe(0);
  });

  test('does nothing when npm has kept an option for itself', async () => {
    const { code, err } = await run('src/main.ts', [], '', { npm_config_port: '4000' });
    expect(code).toBe(2);
    expect(err).toContain('npm has kept --port for itself: put -- before what is meant for Footnote.');
  });

  test('names a port that is taken, and takes the next one', async () => {
    const squatter = createServer();
    onTestFinished(() => void squatter.close());
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as { readonly port: number };
    const { address, out } = await started('--port', String(port), '--corpus', folderOf({}));
    expect(out()).toContain(`Port ${port} is taken.`);
    expect(Number(new URL(address).port)).toBeGreaterThan(port);
  });

  test.each([
    [['--port', 'many'], '--port takes a number up to 65535, not "many".'],
    [['--prot', '1'], "'--prot'"],
  ])('and %j, says what is wrong and how it goes', async (args, sentence) => {
    const { code, err } = await run('src/main.ts', args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).toContain('Usage: npm start');
  });
});
