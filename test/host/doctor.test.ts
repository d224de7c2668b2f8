import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type DiscordOptions, discordFindings } from '../../src/host/doctor-discord.ts';
import {
  corpusFindings,
  diskFindings,
  healthFinding,
  librariesFindings,
  nodeFinding,
  spaceFinding,
} from '../../src/host/doctor-machine.ts';
import { type Finding, lineOf } from '../../src/host/finding.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { folderOf, run } from '../console/run.ts';
import { harbour } from '../harbour.ts';
import { added, changeFile, ferry, temporaryFolder } from '../store/kept.ts';
import { wayTo } from './before-discord.ts';

let room: Room;
let bot: ChildProcess;
let healthPort: string;
beforeAll(async () => {
  room = await openRoom();
  healthPort = String(await freePort());
  const env = {
    ...process.env,
    DISCORD_TOKEN: room.token,
    DISCORD_API: room.restUrl,
    CORPUS_DIR: folderOf(harbour),
    DATA_DIR: folderOf({}),
    HEALTH_PORT: healthPort,
  };
  bot = spawn(process.execPath, [fileURLToPath(new URL('../../src/main.ts', import.meta.url))], { env });
  await room.untilCommands();
});
afterAll(async () => {
  const ended = new Promise((resolve) => bot.once('close', resolve));
  bot.kill('SIGTERM');
  await ended;
  await room.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What the doctor says of a machine on which all is well, but for `settings`. */
async function examined(settings: Readonly<Record<string, string>> = {}) {
  const well = {
    DISCORD_TOKEN: room.token,
    DISCORD_API: room.restUrl,
    CORPUS_DIR: folderOf(harbour),
    DATA_DIR: folderOf({}),
    HEALTH_PORT: 'off',
  };
  const { code, err, out } = await run('src/host/doctor.ts', [], '', { ...well, ...settings });
  expect(err).toBe('');
  expect(out).not.toContain(room.token);
  const lines = out.split('\n').filter((line) => /^(?:ok|!|-) /.test(line));
  return { code, out, lines, of: (about: string) => lines.filter((line) => line.includes(` ${about}: `)) };
}

test('all is well where a bot runs', async () => {
  const { code, lines, out } = await examined({ HEALTH_PORT: healthPort });
  expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([]);
  expect(code).toBe(0);
  for (const about of ['Node', 'settings', 'data folder', 'disk', 'libraries', 'corpus', 'health', 'network', 'clock'])
    expect(out).toContain(`ok ${about}: `);
  for (const about of ['gateway', 'token', 'application', 'permissions', 'commands', 'starts'])
    expect(out).toContain(`ok ${about}: `);
  expect(out).toContain(`client_id=${room.applicationId}`);
  expect(out).toContain('3 articles in ');
  expect(out).toContain(`ok health: the bot runs and is ready (port ${healthPort})`);
});

test('nothing is changed by looking', async () => {
  const requests = room.requests.length;
  const parent = folderOf({});
  await examined({ DATA_DIR: join(parent, 'new', 'data') });
  expect(room.requests.slice(requests).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(readdirSync(parent)).toEqual([]);
});

/** The same lines of a part of it, in this process. */
function said(findings: readonly Finding[]) {
  const lines = findings.map((finding) => lineOf(finding, [room.token]));
  return {
    isWell: findings.every(({ state }) => state !== 'wrong'),
    out: lines.join('\n'),
    of: (about: string) => lines.filter((line) => line.includes(` ${about}: `)),
  };
}

const saidOfDiscord = async (options: Partial<DiscordOptions>) =>
  said(await discordFindings({ token: room.token, restUrl: room.restUrl, allowsUrls: false, ...options }));

const bytesIn = (folder: string): string[] =>
  readdirSync(folder).map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
  );

describe('in Discord', () => {
  test('a token that it does not accept is told, and never shown', async () => {
    const { code, of, out } = await examined({ DISCORD_TOKEN: 'wrong-token' });
    expect(code).toBe(1);
    expect(of('token')).toEqual([expect.stringMatching(/^! token: Discord does not accept it.* → .*Reset Token/)]);
    expect(of('application')).toEqual([]);
    expect(out).not.toContain('wrong-token');
  });

  test('without a token, what needs none is looked at', async () => {
    const { code, of } = await examined({ DISCORD_TOKEN: '' });
    expect(code).toBe(0);
    expect(of('token')).toEqual([expect.stringMatching(/^- token: none is set/)]);
    expect(of('gateway')).toEqual([expect.stringMatching(/^ok /)]);
  });

  test('few starts that are left, and a clock that is wrong', async () => {
    const limit = { total: 1_000, remaining: 190, reset_after: 5_400_000, max_concurrency: 1 };
    const bodies = { '/gateway/bot': (body: object) => ({ ...body, session_start_limit: limit }) };
    const { isWell, of } = await saidOfDiscord({ restUrl: await wayTo(room, { aheadMs: 90_000, bodies }) });
    expect(isWell).toBe(false);
    expect(of('starts')).toEqual([expect.stringMatching(/^! .*190 more of 1000 today; counted anew in 1\.5 h → /)]);
    expect(of('clock')).toEqual([expect.stringMatching(/^! clock: (?:89|90|91) seconds slow by Discord’s → /)]);
  });

  test.each([
    [
      'questions that go elsewhere',
      { interactions_endpoint_url: 'https://elsewhere.example/' },
      'Interactions Endpoint URL',
    ],
    ['a grant that nobody can give', { bot_require_code_grant: true }, 'Requires OAuth2 Code Grant'],
    ['an installation into servers that is off', { integration_types_config: { 1: {} } }, 'Guild Install'],
  ])('%s', async (_, fields, remedy) => {
    const bodies = { '/applications/@me': (body: object) => ({ ...body, ...fields }) };
    const { isWell, of } = await saidOfDiscord({ restUrl: await wayTo(room, { bodies }) });
    expect(isWell).toBe(false);
    expect(of('application')).toEqual([expect.stringMatching(`^! .* → .*${remedy}`)]);
  });

  test('a public application, and intents that are not used, are no fault', async () => {
    const bodies = { '/applications/@me': (body: object) => ({ ...body, bot_public: true, flags: 1 << 19 }) };
    const { isWell, out } = await saidOfDiscord({ restUrl: await wayTo(room, { bodies }) });
    expect(isWell).toBe(true);
    expect(out).toContain('anyone can invite it');
    expect(out).toContain('privileged intents are on and not used');
  });

  test('commands that are not registered, or otherwise', async () => {
    const fresh = await openRoom();
    onTestFinished(fresh.close);
    const none = await saidOfDiscord({ token: fresh.token, restUrl: fresh.restUrl });
    expect(none.of('commands')).toEqual([expect.stringMatching(/^! commands: none is registered yet → start the bot/)]);
    const path = `/applications/${room.applicationId}/commands`;
    const bodies = {
      [path]: (body: object) =>
        (body as { name: string }[]).map((one) => (one.name === 'who' ? { ...one, description: 'Another' } : one)),
    };
    const other = await saidOfDiscord({ restUrl: await wayTo(room, { bodies }) });
    expect(other.of('commands')).toEqual([expect.stringMatching(/^! commands: \/who differ/)]);
  });

  test.each([
    ['a Discord that is down', () => wayTo(room, { status: 503 }), /Discord answers 503 → try again later/],
    [
      'something else at its address',
      () => wayTo(room, { bodies: { '/gateway': () => [] } }),
      /is not Discord’s → .*DISCORD_API/,
    ],
    [
      'a gateway that is no address',
      () => wayTo(room, { bodies: { '/gateway': () => ({ url: 'nowhere' }) } }),
      /is not Discord’s → /,
    ],
    ['nobody at its address', async () => 'http://127.0.0.1:9/api', /can’t be reached: .+ → .*firewall/],
    ['a name that is no host’s', async () => 'http://discord.invalid/api', /discord\.invalid can’t be reached: \w+ → /],
  ])('%s', async (_, restUrl, sentence) => {
    const { isWell, of } = await saidOfDiscord({ restUrl: await restUrl() });
    expect(isWell).toBe(false);
    expect(of('network')).toEqual([expect.stringMatching(sentence)]);
    expect(of('gateway')).toEqual([expect.stringMatching(/^- /)]);
    expect(of('token')).toHaveLength(1);
  });

  test.each([
    [
      'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789',
      /^- token: .*application 123456789012345678;/,
    ],
    ['abcdefghijklmnopqrstuvwxyz012345', /^! token: has not the form .* → .*Copy/],
    ['MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde', /^! token: has not the form/],
    [null, /^- token: none is set/],
  ])('a token that nobody can be asked about: %s', async (token, sentence) => {
    const { of } = await saidOfDiscord({ restUrl: 'http://127.0.0.1:9/api', token });
    expect(of('token')).toEqual([expect.stringMatching(sentence)]);
    if (token !== null) expect(of('token').join()).not.toContain(token);
  });

  test('a gateway that is out of reach', async () => {
    const bodies = { '/gateway': () => ({ url: 'ws://127.0.0.1:9' }) };
    const { of } = await saidOfDiscord({ restUrl: await wayTo(room, { bodies }) });
    expect(of('gateway')).toEqual([expect.stringMatching(/^! gateway: .* → .*WebSocket/)]);
  });
});

describe('on the machine', () => {
  test('settings that can’t be used are named, and the token is not', async () => {
    const { code, lines, out } = await examined({ DISCORD_TOKEN: 'sec ret', HEALTH_PORT: 'many' });
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(out).toContain('HEALTH_PORT is no port');
    expect(out).not.toContain('sec ret');
  });

  test('a data folder that can’t be written to', async () => {
    const { isWell, of } = said(await diskFindings(join(folderOf({ file: '' }), 'file', 'data')));
    expect(isWell).toBe(false);
    expect(of('data folder')).toEqual([expect.stringMatching(/^! .*can’t be written to \(E\w+\) → .*DATA_DIR/)]);
  });

  test('a library that is damaged, one that is no library, and whole ones', async () => {
    const data = temporaryFolder();
    const folder = join(data, 'libraries');
    const shelves = openShelves(folder);
    for (const id of ['1', '2', '3']) added(shelves.open(id), ferry(1));
    const whole = ['ok libraries: 3 looked through, all whole'];
    // In use, with all that was written still in its log.
    expect(said(librariesFindings(data)).of('libraries')).toEqual(whole);
    shelves.close();
    expect(said(librariesFindings(data)).of('libraries')).toEqual(whole);
    changeFile(folder, "UPDATE readings SET text = x'00'", '2');
    writeFileSync(join(folder, '3.sqlite'), randomBytes(4_096));
    const before = bytesIn(folder);
    const { isWell, of } = said(librariesFindings(data));
    expect(isWell).toBe(false);
    expect(of('libraries')).toEqual([
      expect.stringMatching(/^! libraries: 2\.sqlite: What was read of “ferry-1\.md” is damaged.* → .*backup/),
      expect.stringMatching(/^! libraries: 3\.sqlite: The file is damaged\. → /),
    ]);
    expect(bytesIn(folder)).toEqual(before);
  });

  test('what a restore has left', () => {
    const data = temporaryFolder();
    for (const name of ['libraries', 'libraries.before-20260501T030000Z']) mkdirSync(join(data, name));
    expect(said(librariesFindings(data)).of('libraries')).toEqual([
      expect.stringMatching(/^ok .*; \S+libraries\.before-20260501T030000Z holds what a restore set aside$/),
    ]);
    for (const tail of ['restoring', 'restored']) mkdirSync(join(data, `libraries.${tail}`));
    const { isWell, of } = said(librariesFindings(data));
    expect(isWell).toBe(false);
    expect(of('libraries')).toEqual(
      ['restoring', 'restored'].map((tail) =>
        expect.stringMatching(`^! libraries: .*libraries\\.${tail}: .* was broken off → .*start the bot`),
      ),
    );
  });

  test('a corpus that is not there, and files in it that can’t be read', async () => {
    const missing = said(await corpusFindings('/nowhere/at/all'));
    expect(missing.isWell).toBe(false);
    expect(missing.of('corpus')).toEqual([expect.stringMatching(/^! corpus: .*\/nowhere\/at\/all/)]);
    const bare = said(await corpusFindings(folderOf({ 'aliases.yaml': 'alias: nothing' })));
    expect(bare.of('corpus')).toEqual([expect.stringMatching(/^! corpus: .* → /)]);
    const broken = folderOf({ ...harbour, 'broken.pdf': 'no PDF at all' });
    mkdirSync(join(broken, 'empty'));
    const { of } = said(await corpusFindings(broken));
    expect(of('corpus')).toEqual([
      expect.stringMatching(/^! corpus: .*broken\.pdf/),
      expect.stringMatching(/^ok corpus: 3 articles/),
    ]);
  });

  test('a port of health that another program has', async () => {
    const squatter = createServer((socket) => socket.destroy());
    onTestFinished(() => void squatter.close());
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as { readonly port: number };
    const { of } = said([await healthFinding(port)]);
    expect(of('health')).toEqual([expect.stringMatching(/^! health: port \d+ is taken by another program → /)]);
  });

  test('a bot that runs and is not ready', async () => {
    const health = createHttpServer(({ url }, response) => {
      if (url === '/livez') response.end('event loop: ok\n');
      else response.writeHead(503).end('discord: 1 of 2 shards are not connected.\nlibrary: ok\n');
    });
    await new Promise<void>((resolve) => health.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void health.close());
    const { port } = health.address() as { readonly port: number };
    const { of } = said([await healthFinding(port)]);
    expect(of('health')).toEqual([
      expect.stringMatching(/^! health: the bot runs and is not ready: discord: 1 of 2 shards are not connected\. → /),
    ]);
  });

  test.each([
    ['22.23.1', 'wrong'],
    ['24.14.0', 'wrong'],
    ['24.15.0', 'ok'],
    ['26.0.0', 'ok'],
  ])('Node %s is %s', (version, state) => {
    expect(nodeFinding(version).state).toBe(state);
  });

  test('a disk with little room', () => {
    expect(spaceFinding(999e6)).toMatchObject({ state: 'wrong', text: 'only 999 MB free' });
    expect(spaceFinding(12.34e9)).toMatchObject({ state: 'ok', text: '12.3 GB free' });
  });
});

test('arguments that it does not take are refused with its usage', async () => {
  const { code, err } = await run('src/host/doctor.ts', ['--fix']);
  expect(code).toBe(2);
  expect(err).toContain('Usage: npm run doctor');
});
