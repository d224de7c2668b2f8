import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noCorrections } from '../../src/entities/corrections.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot.ts';
import { createEditions, type Edition } from '../../src/threads/editions.ts';

const nothing = { articles: [], problems: [], corrections: noCorrections };

/** Editions of articles that are told by one word; every build waits until it is let go. */
function bed({
  hasInterim,
  folder = mkdtempSync(join(tmpdir(), 'footnote-')),
}: {
  readonly hasInterim: boolean;
  readonly folder?: string;
}) {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const built: string[] = [];
  const told: unknown[] = [];
  const waiting: (() => void)[] = [];
  const state = { articles: 'first', isHeld: false, fails: false, isFull: false };
  const spares: string[] = [];
  const write = ({ file, key }: Edition) => writeSnapshot(file, key, Buffer.from(key));
  const build = async (_: unknown, edition: Edition) => {
    if (state.isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    if (state.isFull && edition.file.startsWith(folder)) throw new Error('ENOSPC: no space left on device, write');
    if (state.fails) throw new Error('The disk is full');
    built.push(edition.key);
    write(edition);
  };
  const editions = createEditions({
    folder,
    spareFolder: (why) => {
      told.push(why.message);
      const spare = mkdtempSync(join(tmpdir(), 'footnote-'));
      onTestFinished(() => rmSync(spare, { recursive: true, force: true }));
      spares.push(spare);
      return spare;
    },
    keyOf: (server) => `${server} ${state.articles}`,
    materialsOf: () => nothing,
    ...{ build, buildBeside: build },
    buildInterim: async (_, edition, since) => {
      if (!hasInterim || !readSnapshot(since.file, since.key).payload) return false;
      built.push(`for the moment, since ${since.key}`);
      write(edition);
      return true;
    },
    onWhole: (server, error) => told.push(error ? error.message : server),
  });
  const letGo = () => {
    state.isHeld = false;
    for (const go of waiting.splice(0)) go();
  };
  const isIn = ({ file, key }: Edition) => readSnapshot(file, key).payload !== null;
  return { ...{ built, editions, folder, isIn, spares, state, told }, letGo };
}

describe('an edition', () => {
  test('is whole at first, and is made once', async () => {
    const { built, editions } = bed({ hasInterim: true });
    const [one, same] = await Promise.all([editions.current('1'), editions.current('1')]);
    expect(one).toEqual(same);
    expect(await editions.current('1')).toEqual(one);
    expect(built).toEqual(['1 first']);
  });

  test('is one for the moment after a change, and the whole one when it is told', async () => {
    const { built, editions, isIn, letGo, state, told } = bed({ hasInterim: true });
    const first = await editions.current('1');
    state.articles = 'second';
    state.isHeld = true;
    const moment = await editions.current('1');
    expect(moment.key).not.toBe(first.key);
    expect(isIn(moment)).toBe(true);
    expect(await editions.current('1')).toEqual(moment);
    expect(told).toEqual([]);
    letGo();
    await expect.poll(() => told).toEqual(['1']);
    const whole = await editions.current('1');
    expect([whole.key, isIn(whole), existsSync(moment.file)]).toEqual(['1 second', true, false]);
    expect(built).toEqual(['1 first', 'for the moment, since 1 first', '1 second']);
  });

  test('is whole after a change where one for the moment is of no use', async () => {
    const { built, editions, state, told } = bed({ hasInterim: false });
    await editions.current('1');
    state.articles = 'second';
    expect((await editions.current('1')).key).toBe('1 second');
    expect([built, told]).toEqual([['1 first', '1 second'], []]);
  });

  test('for the moment goes on serving where the whole one can’t be made, which is tried again', async () => {
    const { editions, state, told } = bed({ hasInterim: true });
    await editions.current('1');
    state.articles = 'second';
    state.fails = true;
    const moment = await editions.current('1');
    await expect.poll(() => told).toEqual(['The disk is full']);
    state.fails = false;
    expect(await editions.current('1')).toEqual(moment);
    await expect.poll(() => told).toEqual(['The disk is full', '1']);
    expect((await editions.current('1')).key).toBe('1 second');
  });

  test('is built in another folder where the disk is full, and the next ones there too', async () => {
    const { editions, folder, isIn, spares, state, told } = bed({ hasInterim: false });
    state.isFull = true;
    const first = await editions.current('1');
    expect([isIn(first), first.file.startsWith(folder)]).toEqual([true, false]);
    expect((await editions.current('2')).file.startsWith(spares[0]!)).toBe(true);
    expect(told).toEqual(['ENOSPC: no space left on device, write']);
  });

  test('can’t be made where there is no room anywhere, and says so', async () => {
    const { editions, state } = bed({ hasInterim: false });
    state.isFull = true;
    await editions.current('1');
    state.fails = true;
    await expect(editions.current('2')).rejects.toThrow('The disk is full');
  });

  test('for the moment is no longer there once the program has started anew', async () => {
    const { editions, folder, state } = bed({ hasInterim: true });
    await editions.current('1');
    state.articles = 'second';
    state.isHeld = true;
    const moment = await editions.current('1');
    expect(existsSync(moment.file)).toBe(true);
    bed({ hasInterim: true, folder });
    expect(existsSync(moment.file)).toBe(false);
  });

  test('for the moment is made of the corpus where a server adds its first document', async () => {
    const { built, editions } = bed({ hasInterim: true });
    const corpus = await editions.current(null);
    const first = await editions.current('1');
    expect(first.since).toEqual(corpus);
    expect(built.slice(0, 2)).toEqual(['null first', 'for the moment, since null first']);
  });

  test('leaves no file when it is forgotten, even while it is being made', async () => {
    const { editions, isIn, letGo, state } = bed({ hasInterim: true });
    const first = await editions.current('1');
    state.articles = 'second';
    state.isHeld = true;
    const moment = await editions.current('1');
    editions.forget('1');
    letGo();
    await expect.poll(() => [first, moment].map(({ file }) => existsSync(file))).toEqual([false, false]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(existsSync(first.file)).toBe(false);
    expect(isIn(first)).toBe(false);
    expect(editions.asked()).toEqual([]);
  });
});
