import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Who may import whom: the line of the house, from the middle to the rim. A room may always import itself and the nouns. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'model.ts': [],
  'config.ts': [],
  text: [],
  ingest: ['text'],
  entities: ['text'],
  search: ['text', 'entities'],
  answer: ['text', 'entities', 'search', 'ingest'],
  commands: ['text', 'search', 'answer'],
  'library.ts': ['text', 'ingest', 'entities', 'search'],
  'amended-library.ts': ['ingest', 'entities', 'search', 'library.ts'],
  store: ['text', 'ingest'],
  discord: ['text', 'ingest', 'answer', 'commands', 'store'],
  host: ['ingest', 'commands', 'discord', 'store', 'config.ts'],
  threads: ['text', 'ingest', 'entities', 'commands', 'discord', 'store', 'library.ts', 'amended-library.ts'],
  console: ['text', 'ingest', 'answer', 'commands', 'library.ts', 'config.ts'],
  room: ['text'],
  'main.ts': ['config.ts', 'library.ts', 'commands', 'discord', 'console', 'room', 'threads', 'host'],
};

/** Which package belongs to which rooms. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['discord'],
  'discord-api-types': ['discord'],
  minisearch: ['search'],
  dotenv: ['config.ts'],
  zod: ['config.ts', 'room', 'ingest'],
  yaml: ['ingest'],
  'mdast-util-from-markdown': ['ingest'],
  'mdast-util-gfm': ['ingest'],
  'micromark-extension-gfm': ['ingest'],
  mdast: ['ingest'],
  '@mozilla/readability': ['ingest'],
  linkedom: ['ingest'],
  htmlparser2: ['ingest'],
  chardet: ['ingest'],
  eld: ['ingest'],
  unpdf: ['ingest'],
  yauzl: ['ingest'],
  yazl: ['store'],
  pino: ['host'],
  'prom-client': ['host'],
  undici: ['ingest'],
  'ipaddr.js': ['ingest'],
  'any-ascii': ['entities'],
  'fastest-levenshtein': ['config.ts', 'entities', 'search'],
  'snowball-stemmers': ['text'],
  stopword: ['text', 'ingest'],
  ws: ['room'],
  'discord-api-spec': ['room'],
  'discord-markdown-parser': ['room'],
};

/** Rooms that compute and never touch the outside. */
const pure = ['text', 'entities', 'search', 'answer', 'commands', 'model.ts'];

const root = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.[cm]?ts$/.test(file) && !file.endsWith('.d.ts'),
);
const roomOf = (file: string): string => file.split('/')[0]!;

/** Static, bare and dynamic imports, and re-exports. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const patterns = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!));
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the house', () => {
  test('has only rooms that stand in the table', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test.each(files)('%s imports only what its room may', (file) => {
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) {
        const target = relative(root, join(root, dirname(file), specifier));
        const rooms = [roomOf(file), 'model.ts', ...(mayImport[roomOf(file)] ?? [])];
        expect(rooms, `${file} imports ${specifier}`).toContain(roomOf(target));
        expect(files, `${file} imports ${specifier}, which is not there`).toContain(target);
      } else if (isBuiltin(specifier)) {
        expect(pure, `${file} touches the outside by ${specifier}`).not.toContain(roomOf(file));
      } else {
        expect(packageRooms[packageOf(specifier)] ?? [], `${file} imports ${specifier}`).toContain(roomOf(file));
      }
    }
  });

  test('names MiniSearch in one file', () => {
    expect(files.filter((file) => importsOf(file).some((specifier) => packageOf(specifier) === 'minisearch'))).toEqual([
      'search/engine.ts',
    ]);
  });

  test('reads the environment in one file', () => {
    expect(files.filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')))).toEqual([
      'config.ts',
    ]);
  });

  test('keeps files short', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual(['model.ts']); // types only
  });

  test('opens each file with what it is', () => {
    expect(files.filter((file) => !readFileSync(join(root, file), 'utf8').startsWith('/**'))).toEqual([]);
  });
});
