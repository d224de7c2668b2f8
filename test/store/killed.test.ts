import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { additionOf, ferryText, temporaryFolder } from './kept.ts';

const child = join(import.meta.dirname, 'changing-child.ts');
const kills = 25;

interface Said {
  readonly will?: 'add' | 'remove' | 'edit';
  readonly did?: 'add' | 'remove' | 'edit';
  readonly sha256: string;
  readonly title?: string;
}

/** By the hash of their bytes, the titles of the documents that should be there. */
type Expected = ReadonlyMap<string, string | null>;

function after(before: Expected, { sha256, title }: Said, what: Said['did']): Expected {
  const expected = new Map(before);
  if (what === 'add') expected.set(sha256, null);
  if (what === 'remove') expected.delete(sha256);
  if (what === 'edit') expected.set(sha256, title ?? null);
  return expected;
}

/** A file of what the child adds; some texts are large. */
function additionsIn(folder: string): string {
  const file = join(folder, 'additions.json');
  const all = Array.from({ length: 480 }, (_, number) => {
    const text = ferryText(number) + (number % 20 === 7 ? `\n${'A line that is long. '.repeat(1500)}\n` : '');
    const { name, article, problems } = additionOf(`ferry-${number}.md`, text);
    return { name, text, article, problems };
  });
  writeFileSync(file, JSON.stringify(all));
  return file;
}

/** Runs the child until it is killed, some random time after it said a first word. */
async function saidUntilKilled(args: readonly string[], delayMs: number): Promise<readonly Said[]> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  let killing: Promise<unknown> | undefined;
  running.stdout.on('data', (data) => {
    out += data;
    killing ??= wait(delayMs).then(() => running.kill('SIGKILL'));
  });
  await new Promise((resolve) => running.on('close', resolve));
  await killing;
  expect(running.signalCode, out).toBe('SIGKILL');
  return linesOf(out);
}

const linesOf = (out: string): readonly Said[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Said);

/**
 * What the shelf holds now: everything that was done, and the one change that was being made either whole or not at all.
 */
function foundAfter(folder: string, before: Expected, said: readonly Said[]): Expected {
  const done = said.reduce((expected, one) => after(expected, one, one.did), before);
  const last = said.at(-1);
  const shelves = openShelves(folder, { report: (sentence) => expect.fail(sentence) });
  const shelf = shelves.open('1');
  expect(shelf.check()).toEqual([]);
  const found = new Map(shelf.documents().map(({ id, sha256 }) => [sha256, shelf.edits(id).title ?? null] as const));
  expect([done, ...(last?.will ? [after(done, last, last.will)] : [])]).toContainEqual(found);
  expect(shelf.articles()).toHaveLength(found.size);
  shelves.close();
  return found;
}

test(`a process that is killed ${kills} times loses nothing that it acknowledged and tears nothing`, {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder();
  const file = additionsIn(folder);
  const random = createRandom(20);
  let found: Expected = new Map();
  let first = 0;
  let whileChanging = 0;
  for (let kill = 0; kill < kills; kill++) {
    const delayMs = kill < 3 ? kill * 3 : random.below(120);
    const said = await saidUntilKilled([folder, file, String(first), String(kill + 1)], delayMs);
    found = foundAfter(folder, found, said);
    if (said.at(-1)?.will) whileChanging++;
    first += said.filter(({ will }) => will === 'add').length;
  }
  expect(found.size).toBeGreaterThan(10);
  expect(whileChanging).toBeGreaterThan(0);
});

/** The system itself refuses to let a file grow past so many kilobytes, in the midst of SQLite's own writing. */
test.skipIf(process.platform === 'win32').each([40, 200, 700])(
  'a disk that takes no more than %d KB a file costs nothing that was acknowledged',
  async (kilobytes) => {
    const folder = temporaryFolder();
    const file = additionsIn(folder);
    const command = `ulimit -f ${kilobytes * 2} && exec "$0" "$@"`;
    const running = spawn('/bin/sh', ['-c', command, process.execPath, child, folder, file]);
    let out = '';
    let err = '';
    running.stdout.on('data', (data) => (out += data));
    running.stderr.on('data', (data) => (err += data));
    await new Promise((resolve) => running.on('close', resolve));
    expect(err).toMatch(/The library of server 1 can’t be used now: the disk (?:reports an error|is full)\./);
    const found = foundAfter(folder, new Map(), linesOf(out));
    expect(found.size).toBeGreaterThan(kilobytes === 40 ? -1 : 3);
  },
);
