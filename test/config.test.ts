import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundledCorpus, configOf } from '../src/config.ts';

function tokenFile(content: string, mode = 0o600): string {
  const file = join(mkdtempSync(join(tmpdir(), 'footnote-')), 'token');
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

describe('settings', () => {
  test('may all be empty', () => {
    const settings = {
      token: null,
      corpus: bundledCorpus,
      dataFolder: fileURLToPath(new URL('../data', import.meta.url)),
      allowsUrls: false,
      healthPort: 9464,
      restUrl: 'https://discord.com/api',
    };
    expect(configOf({})).toEqual(settings);
    expect(configOf({ DISCORD_TOKEN: ' ', CORPUS_DIR: '', DISCORD_API: '' })).toEqual(settings);
  });

  test.each([
    ['yes', true],
    [' No ', false],
  ])('take "%s" for whether addresses may be added', (said, allowsUrls) => {
    expect(configOf({ ALLOW_URLS: said }).allowsUrls).toBe(allowsUrls);
  });

  test('take a port for health, or none', () => {
    expect(configOf({ HEALTH_PORT: '8080' }).healthPort).toBe(8080);
    expect(configOf({ HEALTH_PORT: 'off' }).healthPort).toBeNull();
    for (const port of ['0', '99999']) {
      expect(() => configOf({ HEALTH_PORT: port })).toThrow('HEALTH_PORT is no port');
    }
  });

  test('name one that is neither yes nor no', () => {
    expect(() => configOf({ ALLOW_URLS: 'maybe' })).toThrow('ALLOW_URLS is neither yes nor no');
  });

  test('name a folder or a file that begins as only a shell understands it', () => {
    const said = { CORPUS_DIR: '~/readings', DATA_DIR: '~', DISCORD_TOKEN_FILE: '~/token' };
    for (const [name, path] of Object.entries(said))
      expect(() => configOf({ [name]: path })).toThrow(`${name} begins with ~, which a shell alone understands`);
    expect(configOf({ CORPUS_DIR: '/srv/~readings', DATA_DIR: '~data' })).toMatchObject({ dataFolder: '~data' });
  });

  test('take a token of any shape', () => {
    expect(configOf({ DISCORD_TOKEN: ' opaque \n' }).token).toBe('opaque');
  });

  test.each([
    ['an invisible character at its end', 'secret\u200b', 'U+200B'],
    ['curly quotes around it', '“secret”', 'U+201C'],
    ['three dots that are one character', 'secret…', 'U+2026'],
    ['a letter that Discord would refuse', 'sécret', 'U+00E9'],
    ['one beyond the first plane', 'secret😀', 'U+1F600'],
  ])('refuse a token with %s, which no request can carry', (_, token, stranger) => {
    for (const read of [
      () => configOf({ DISCORD_TOKEN: token }),
      () => configOf({ DISCORD_TOKEN_FILE: tokenFile(token) }),
    ]) {
      expect(read).toThrow(`has ${stranger} in it, which no token has`);
      expect(read).not.toThrow('cret');
    }
  });

  test('take a token from a file that nobody else may open', () => {
    expect(configOf({ DISCORD_TOKEN_FILE: tokenFile('opaque\n') }).token).toBe('opaque');
    expect(configOf({ DISCORD_TOKEN: 'opaque', DISCORD_TOKEN_FILE: ' ' }).token).toBe('opaque');
  });

  test.each([
    [
      'that everyone may open',
      () => tokenFile('secret', 0o644),
      /everyone on this machine can open; run: chmod 600 \//,
    ],
    ['that holds none', () => tokenFile(' \n'), /holds no token; put the token alone into \//],
    ['that is too large for one', () => tokenFile('secret'.repeat(1_000)), /holds no token/],
    ['that holds more', () => tokenFile('secret secret'), /DISCORD_TOKEN_FILE has white space in it/],
    ['that is not there', () => '/nowhere/token', /can't be read \(ENOENT\): \/nowhere\/token/],
    ['that is a folder', () => mkdtempSync(join(tmpdir(), 'footnote-')), /names what is no file/],
    ['that is a folder that everyone may open', tmpdir, /names what is no file/],
  ])('refuse a file of a token %s, and never show what is in it', (_, file, sentence) => {
    const read = () => configOf({ DISCORD_TOKEN_FILE: file() });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow('secret');
  });

  test('refuse a token beside a file of one', () => {
    expect(() => configOf({ DISCORD_TOKEN: 'a', DISCORD_TOKEN_FILE: tokenFile('b') })).toThrow(
      'DISCORD_TOKEN_FILE is set, and so is DISCORD_TOKEN',
    );
  });

  test('take a REST base with or without a slash at its end', () => {
    expect(configOf({ DISCORD_API: 'http://127.0.0.1:8080/api/' }).restUrl).toBe('http://127.0.0.1:8080/api');
  });

  test('that are wrong are all named at once, and never shown', () => {
    const read = () => configOf({ DISCORD_TOKEN: 'sec ret', DISCORD_API: 'ftp://x' });
    expect(read).toThrow(/DISCORD_TOKEN has white space[\s\S]*DISCORD_API is not an http/);
    expect(read).not.toThrow(/sec ret/);
  });

  test('are explained in .env.example, each and no other', () => {
    const names = [...readFileSync(new URL('../.env.example', import.meta.url), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      (match) => match[1],
    );
    const code = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
    expect(names.sort()).toEqual([...code.matchAll(/^ {2}([A-Z_]+): z\./gm)].map((match) => match[1]).sort());
  });
});
