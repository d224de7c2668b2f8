import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openShelves } from '../../src/store/shelves.ts';
import { sweep, sweepRegularly } from '../../src/threads/sweep.ts';
import { additionOf, temporaryFolder } from '../store/kept.ts';

const dayMs = 24 * 3_600_000;

/** Two documents each, of which one is removed. */
function filled(...servers: readonly string[]): string {
  const folder = temporaryFolder();
  const shelves = openShelves(folder);
  for (const server of servers) {
    const shelf = shelves.open(server);
    for (const name of ['kept', 'removed'])
      shelf.add(additionOf(`${name}.md`, `# ${name}\n\nWords of ${name} ones.\n`));
    shelf.remove(2);
  }
  shelves.close();
  return folder;
}

test('what was removed is gone after a day, and what the bot has left after thirty', async () => {
  const shelves = openShelves(filled('1', '2'));
  const now = Date.now();
  shelves.open('2').mark(now);
  const destroyed: string[] = [];
  const sweptAt = (at: number) =>
    sweep({ shelves, destroy: (server) => destroyed.push(server), log: () => {}, now: at });
  await sweptAt(now + dayMs / 2);
  expect(shelves.open('1').original(2)).not.toBeNull();
  await sweptAt(now + 2 * dayMs);
  expect(shelves.open('1').original(2)).toBeNull();
  expect(shelves.open('1').original(1)).not.toBeNull();
  expect(destroyed).toEqual([]);
  await sweptAt(now + 31 * dayMs);
  expect(destroyed).toEqual(['2']);
  shelves.close();
});

test('the first look comes soon after the start, and the next ones each hour, until it stops', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let looks = 0;
  const marked = () => {
    looks++;
    return [];
  };
  const shelves = { ids: () => [], marked, open: () => expect.unreachable() };
  const stop = sweepRegularly({ shelves, destroy: () => {}, log: () => {} });
  vi.advanceTimersByTime(5 * 60_000);
  expect(looks).toBe(1);
  vi.advanceTimersByTime(2 * 3_600_000);
  expect(looks).toBe(3);
  stop();
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(looks).toBe(3);
});

test('a library that can’t be opened is told, and keeps no other one from being swept', async () => {
  const folder = filled('1', '2');
  const newer = new DatabaseSync(`${folder}/1.sqlite`);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  const shelves = openShelves(folder);
  const logged: string[] = [];
  await sweep({ shelves, destroy: () => {}, log: (line) => logged.push(line), now: Date.now() + 2 * dayMs });
  expect(shelves.open('2').original(2)).toBeNull();
  expect(logged).toEqual([expect.stringMatching(/^A library can't be swept: .*server 1/)]);
  shelves.close();
});

test('others have their turn between two libraries', async () => {
  const shelves = openShelves(filled('1', '2', '3'));
  const order: string[] = [];
  const open: typeof shelves.open = (server) => {
    order.push(server);
    setImmediate(() => order.push('another'));
    return shelves.open(server);
  };
  await sweep({ shelves: { ...shelves, open }, destroy: () => {}, log: () => {}, now: Date.now() });
  expect(order.slice(0, 5)).toEqual(['1', 'another', '2', 'another', '3']);
  shelves.close();
});
