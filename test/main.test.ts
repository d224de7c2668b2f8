import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoom, type Room } from '../src/room/room.ts';
import { folderOf, run } from './console/run.ts';
import { harbour } from './harbour.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

describe('npm start with a token', () => {
  test('connects, registers its commands, answers, and leaves when told to', async () => {
    const env = { ...process.env, DISCORD_TOKEN: room.token, DISCORD_API: room.restUrl, CORPUS_DIR: folderOf(harbour) };
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
    const { code, err } = await run('src/main.ts', [], '', { DISCORD_TOKEN: 'wrong', DISCORD_API: room.restUrl });
    expect(code).toBe(78);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('DISCORD_TOKEN');
    expect(err).not.toContain('wrong');
  });

  test('and settings that are wrong, names them', async () => {
    const { code, err } = await run('src/main.ts', [], '', { DISCORD_TOKEN: 'a', DISCORD_API: 'nonsense' });
    expect(code).toBe(78);
    expect(err).toContain('DISCORD_API is not an http(s) address');
  });

  test('while Discord is out of reach, says so and exits for a supervisor to try again', async () => {
    const { code, err } = await run('src/main.ts', [], '', {
      DISCORD_TOKEN: 'a',
      DISCORD_API: 'http://127.0.0.1:9/api',
    });
    expect(code).toBe(75);
    expect(err).toContain("Discord can't be reached");
  });
});
