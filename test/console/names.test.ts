import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { harbour } from '../harbour.ts';
import { folderOf, run } from './run.ts';

const folder = folderOf(harbour);
const names = (...args: string[]) => run('src/console/names.ts', ['--corpus', folder, ...args]);

describe('npm run names', () => {
  test('prints the index by type, each name with its count and other spellings', async () => {
    const { code, out, err } = await names();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^People \(\d+\)\n/);
    expect(out).toMatch(/\n {2}Osric Vandermeer {2}\d+ {2}\(also Vandermeer \d+/);
    expect(out).toMatch(/\nPlaces \(\d+\)\n(?: {2}.*\n)* {2}Port Ellery {2}\d/);
    expect(out).toMatch(/\n\d+ names\n$/);
  });

  test('gives one JSON object a name, whose mentions slice out of the files', async () => {
    const { code, out } = await names('--json');
    expect(code).toBe(0);
    const entities = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entities.length).toBeGreaterThan(5);
    for (const { name, type, surfaces, mentions } of entities) {
      expect(['person', 'organisation', 'place', 'event', 'untyped']).toContain(type);
      const texts = surfaces.map(({ text }: { text: string }) => text);
      expect(texts).toContain(name);
      for (const { path, start, end } of mentions) {
        const text = readFileSync(join(folder, path), 'utf8').replace(/\r\n?/g, '\n');
        expect(texts).toContain(text.slice(start, end).replace(/\s+/g, ' '));
      }
    }
  });

  test('says what spoke for the type of a name, with how often', async () => {
    const { code, out } = await names('--why', 'Vandermeer');
    expect(code).toBe(0);
    expect(out).toMatch(/^Osric Vandermeer .*: person\n/);
    expect(out).toMatch(/\n {2}for person: the surname of "Osric Vandermee?r" \(\d(?:, \d+ times)?\)/);
  });

  test('of a name that is nowhere says so with code 1, of a bad command line with code 2', async () => {
    const nowhere = await names('--why', 'Xyzzyq');
    expect([nowhere.code, nowhere.out]).toEqual([1, '']);
    expect(nowhere.err).toContain('No name in the library is "Xyzzyq"');
    const bad = await names('--wy', 'Vandermeer');
    expect([bad.code, bad.out]).toEqual([2, '']);
    expect(bad.err).toContain('Usage: npm run names');
    expect((await names('--why', 'Vandermeer', '--json')).code).toBe(2);
  });
});
