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
  const lines = out.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Said);
}

test(`a process that is killed ${kills} times loses nothing that it acknowledged and tears nothing`, async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'additions.json');
  const all = Array.from({ length: 480 }, (_, number) => {
    const text = ferryText(number) + (number % 20 === 7 ? `\n${'A line that is long. '.repeat(1500)}\n` : '');
    const { name, article, problems } = additionOf(`ferry-${number}.md`, text);
    return { name, text, article, problems };
  });
  writeFileSync(file, JSON.stringify(all));
  const random = createRandom(20);
  let expected: Expected = new Map();
  let first = 0;
  let inFlight = 0;
  for (let kill = 0; kill < kills; kill++) {
    const said = await saidUntilKilled(
      [folder, file, String(first), String(kill + 1)],
      kill < 3 ? kill * 3 : random.below(120),
    );
    for (const one of said) expected = after(expected, one, one.did);
    const last = said.at(-1);
    const possible = last?.will ? [expected, after(expected, last, last.will)] : [expected];
    inFlight += possible.length - 1;
    const shelves = openShelves(folder, { report: (sentence) => expect.fail(sentence) });
    const shelf = shelves.open('1');
    expect(shelf.check()).toEqual([]);
    const found = new Map(shelf.documents().map(({ id, sha256 }) => [sha256, shelf.edits(id).title ?? null] as const));
    expect(possible.map((one) => Object.fromEntries(one))).toContainEqual(Object.fromEntries(found));
    expect(shelf.articles()).toHaveLength(found.size);
    shelves.close();
    expected = found;
    first += said.filter(({ will }) => will === 'add').length;
  }
  expect(expected.size).toBeGreaterThan(10);
  expect(inFlight).toBeGreaterThan(0);
});
