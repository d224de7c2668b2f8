import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundledCorpus, configOf } from '../src/config.ts';

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
    expect(() => configOf({ HEALTH_PORT: '99999' })).toThrow('HEALTH_PORT is no port');
  });

  test('name one that is neither yes nor no', () => {
    expect(() => configOf({ ALLOW_URLS: 'maybe' })).toThrow('ALLOW_URLS is neither yes nor no');
  });

  test('take a token of any shape', () => {
    expect(configOf({ DISCORD_TOKEN: ' opaque \n' }).token).toBe('opaque');
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
