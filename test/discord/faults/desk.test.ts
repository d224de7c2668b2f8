/** What goes wrong where answers are made, in a thread of its own: one reader is told, and all others are answered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { serverBucket, userBucket } from '../../../src/discord/turns.ts';
import { words } from '../../../src/discord/words.ts';
import { type Libraries, openLibraries } from '../../../src/threads/libraries.ts';
import { folderOf } from '../../console/run.ts';
import { harbour } from '../../harbour.ts';
import { openedBed } from './bed.ts';

const tooLong = 'That took too long to look up. Ask again with fewer words.';
const others = ['Ben', 'Cyd', 'Dov', 'Eve', 'Fay'];
let libraries: Libraries;
beforeAll(async () => {
  libraries = await openLibraries({
    corpus: folderOf(harbour),
    dataFolder: mkdtempSync(join(tmpdir(), 'footnote-')),
    watches: false,
    deskFile: new URL('./odd-desk-thread.ts', import.meta.url),
    waitMs: 60_000,
    log: (line) => lost.push(line),
  });
});
/** What the host is told of threads that were lost. */
const lost: string[] = [];
afterAll(async () => {
  await libraries.stop();
  rmSync(join(tmpdir(), `footnote-left-${process.pid}`), { force: true });
});

const bedAtDesk = () => openedBed({ desk: libraries.desk, patienceMs: 60_000 }, { responseMs: 60_000 });

describe('a question that hangs the desk', () => {
  test('gets a calm sentence, and all others their answers', async () => {
    const { bot: _, callbacks, logged, outcomes, room } = await bedAtDesk();
    const hung = room.member('Ann').type('/who spin');
    const answers = others.map((name) => room.member(name).type('/who Vandermeer'));
    expect(await hung).toMatchObject({ kind: 'replied', message: { text: tooLong, ephemeral: true } });
    for (const answer of await Promise.all(answers)) {
      expect(JSON.stringify(answer)).toContain('the chairman of the Dockers');
    }
    expect(await outcomes(6)).toEqual({ failed: 1, answered: 5 });
    expect(callbacks()).toBe(6);
    expect(logged).toEqual([]);
    expect(lost.splice(0)).toEqual([
      'A look-up has ended its thread, and another was started. It took longer than 1500 ms.',
    ]);
  });

  test('twice gets it twice, and a third reader an answer afterwards', async () => {
    const { outcomes, room } = await bedAtDesk();
    const hung = [room.member('Ann').type('/who spin'), room.member('Ben').type('/who spin')];
    for (const one of hung) expect((await one).kind).toBe('replied');
    const answer = await room.member('Cyd').type('/who Vandermeer');
    expect(JSON.stringify(answer)).toContain('the chairman of the Dockers');
    expect(await outcomes(3)).toEqual({ failed: 2, answered: 1 });
  });
});

test('an answer is computed for 1.5 seconds and waited for for 2.3, of the three that Discord gives', async () => {
  const strict = await openLibraries({
    corpus: folderOf(harbour),
    dataFolder: mkdtempSync(join(tmpdir(), 'footnote-')),
    watches: false,
    log: () => {},
  });
  const { room } = await openedBed({ desk: strict.desk });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await room.member('Ann').type('/who Vandermeer');
  const delays = timers.mock.calls.map(([, ms]) => ms);
  timers.mockRestore();
  await strict.stop();
  expect(delays).toContain(1_500);
  expect(delays).toContain(2_300);
});

describe('a desk that dies', () => {
  test('at a question is started again, and asked that question again', async () => {
    const { logged, outcomes, room } = await bedAtDesk();
    await room.member('Ann').type('/who Vandermeer');
    const answers = [
      room.member('Ann').type('/who leave once'),
      ...others.map((name) => room.member(name).type('/who Vandermeer')),
    ];
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({ kind: 'replied', message: { ephemeral: false } });
    }
    expect(await outcomes(7)).toEqual({ answered: 7 });
    expect(logged).toEqual([]);
  });

  test('at the same question every time answers all others', async () => {
    const { callbacks, logged, outcomes, room } = await bedAtDesk();
    const killed = room.member('Ann').type('/who leave');
    const answers = others.map((name) => room.member(name).type('/who Vandermeer'));
    expect(await killed).toMatchObject({ message: { text: words.failed, ephemeral: true } });
    for (const answer of await Promise.all(answers)) {
      expect(JSON.stringify(answer)).toContain('the chairman of the Dockers');
    }
    expect(await outcomes(6)).toEqual({ failed: 1, answered: 5 });
    expect(callbacks()).toBe(6);
    expect(logged).toEqual([expect.stringMatching(/^\/who failed: The thread ended by itself/)]);
  });

  test('of a promise that nobody waits for answers all the same', async () => {
    const { outcomes, room } = await bedAtDesk();
    expect((await room.member('Ann').type('/who throw')).kind).toBe('replied');
    const answer = await room.member('Ben').type('/who Vandermeer');
    expect(JSON.stringify(answer)).toContain('the chairman of the Dockers');
    expect(await outcomes(2)).toEqual({ answered: 2 });
    // Nothing of what was asked, which the error's message may hold.
    expect(lost.splice(0).at(-1)).toMatch(
      /^A look-up has ended its thread, and another was started\. The thread was ended by an error that nobody caught: Error, at odd-desk-thread\.ts:\d+\.$/,
    );
  });
});

describe('a desk that never answers', () => {
  test('keeps nobody but its asker waiting, who is told to ask again', async () => {
    const desk = { ...libraries.desk, answer: () => new Promise<never>(() => {}) };
    const { outcomes, room } = await openedBed({ desk });
    const waiting = room.member('Ann').type('/who Vandermeer');
    expect(await room.member('Ben').complete('/who Vander')).not.toEqual([]);
    expect(await waiting).toMatchObject({ message: { text: words.busy, ephemeral: true } });
    expect(await outcomes(2)).toEqual({ answered: 1, postponed: 1 });
  });
});

test('who waits behind what hangs the desk, for longer than Discord does, is told that many ask, and nothing of fewer words', async () => {
  const { desk, stop } = await openLibraries({
    corpus: folderOf(harbour),
    dataFolder: mkdtempSync(join(tmpdir(), 'footnote-')),
    watches: false,
    deskFile: new URL('./odd-desk-thread.ts', import.meta.url),
    waitMs: 100,
    log: () => {},
  });
  onTestFinished(stop);
  const { outcomes, room } = await openedBed({ desk, patienceMs: 60_000 }, { responseMs: 60_000 });
  const hung = room.member('Ann').type('/who spin');
  const late = room.member('Ben').type('/who Vandermeer');
  expect(await late).toMatchObject({ message: { text: words.busy, ephemeral: true } });
  expect(await hung).toMatchObject({ message: { text: tooLong } });
  expect(await outcomes(2)).toEqual({ failed: 1, postponed: 1 });
});

test('a library that is still being built keeps nobody waiting but its own readers, who are told', async () => {
  const { promise: built, resolve } = Promise.withResolvers<void>();
  const { outcomes, room } = await openedBed(
    {
      desk: { ...libraries.desk, ready: (server) => (server === slow.guildId ? built : libraries.desk.ready(server)) },
    },
    { responseMs: 60_000 },
  );
  const slow = room.server('Slow');
  const waiting = Array.from({ length: 12 }, (_, at) => slow.member(`Reader ${at}`).type('/who Vandermeer'));
  const other = await room.server('Quick').member('Ben').type('/who Vandermeer');
  expect(JSON.stringify(other)).toContain('the chairman of the Dockers');
  for (const one of await Promise.all(waiting))
    expect(one).toMatchObject({ message: { text: words.beingOpened, ephemeral: true } });
  expect(await outcomes(13)).toEqual({ answered: 1, postponed: 12 });
  resolve();
  expect(JSON.stringify(await slow.member('Late').type('/who Vandermeer'))).toContain('the chairman of the Dockers');
});

test('what waited too long for its turn is not looked up any more', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let looked = 0;
  const answer = async (...asked: Parameters<typeof libraries.desk.answer>) => {
    looked++;
    await released;
    return libraries.desk.answer(...asked);
  };
  const { room } = await openedBed({ desk: { ...libraries.desk, answer } }, { responseMs: 60_000 });
  const asked = Array.from({ length: 9 }, (_, at) => room.member(`Reader ${at}`).type('/who Vandermeer'));
  for (const one of await Promise.all(asked)) expect(one).toMatchObject({ message: { text: words.busy } });
  release();
  expect(JSON.stringify(await room.member('Late').type('/who Vandermeer'))).toContain('the chairman of the Dockers');
  expect(looked).toBe(5);
});

describe('one who asks without end', () => {
  test('is told so, once the bucket is empty, and nobody else is', async () => {
    const now = Date.now();
    // Nothing flows in: their time stands still.
    const clock = { now: () => now, elapsed: () => 0, wait: () => new Promise<never>(() => {}) };
    const { callbacks, logged, observed, outcomes, room } = await openedBed({ clock });
    const ann = room.member('Ann');
    for (let asked = 0; asked < userBucket.tokensMax; asked++) await ann.type('/help');
    const refused = await ann.type('/help');
    expect(refused).toMatchObject({ message: { text: words.tooOften, ephemeral: true } });
    expect((await room.member('Ben').type('/help')).kind).toBe('replied');
    expect(await outcomes(userBucket.tokensMax + 2)).toEqual({ answered: userBucket.tokensMax + 1, limited: 1 });
    expect(observed.at(-2)?.outcome).toBe('limited');
    expect(callbacks()).toBe(userBucket.tokensMax + 2);
    expect(logged).toEqual([]);
  });

  test('of a server, by many members, is told so as well, and no other server is', async () => {
    const now = Date.now();
    const clock = { now: () => now, elapsed: () => 0, wait: () => new Promise<never>(() => {}) };
    const { outcomes, room } = await openedBed({ clock });
    const busy = room.server('Busy');
    const readers = Array.from({ length: 12 }, (_, at) => busy.member(`Reader ${at}`));
    const each = serverBucket.tokensMax / readers.length;
    await Promise.all(
      readers.map(async (reader) => {
        for (let asked = 0; asked < each; asked++) await reader.type('/help');
      }),
    );
    const refused = await busy.member('Reader who comes late').type('/help');
    expect(refused).toMatchObject({ message: { text: words.tooOften, ephemeral: true } });
    expect((await room.server('Quiet').member('Ben').type('/help')).kind).toBe('replied');
    expect(await outcomes(serverBucket.tokensMax + 2)).toEqual({ answered: serverBucket.tokensMax + 1, limited: 1 });
  }, 180_000);

  test('of many questions at once has twenty of them waiting, and the others refused at once', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const desk = {
      ...libraries.desk,
      answer: async (...asked: Parameters<typeof libraries.desk.answer>) => {
        await released;
        return libraries.desk.answer(...asked);
      },
    };
    const { observed, outcomes, room } = await openedBed({ desk, patienceMs: 60_000 }, { responseMs: 60_000 });
    const asked = Array.from({ length: 30 }, () => room.member('Ann').type('/who Vandermeer'));
    const other = room.member('Ben').type('/help');
    await expect.poll(() => observed.length).toBe(6);
    release();
    await Promise.all([...asked, other]);
    // Four are under way and twenty wait.
    expect(await outcomes(31)).toEqual({ limited: 6, answered: 25 });
  });
});
