import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { createDisk } from '../../src/store/disk.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot.ts';
import { temporaryFolder } from './kept.ts';

const payload = Buffer.from(Array.from({ length: 700 }, (_, at) => (at * 31) % 256));

describe('a snapshot', () => {
  test('gives back what was written under the same key, and nothing under another', () => {
    const file = join(temporaryFolder(), 'index');
    const key = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(key, key, fc.uint8Array({ maxLength: 3000 }), (own, other, bytes) => {
        writeSnapshot(file, own, bytes);
        expect(Buffer.from(readSnapshot(file, own).payload ?? [1, 2]).equals(bytes)).toBe(true);
        if (other !== own) expect(readSnapshot(file, other)).toEqual({ payload: null, why: 'other key' });
      }),
    );
  });

  test('that is not there is missing; a folder in its place is no snapshot', () => {
    const folder = temporaryFolder();
    expect(readSnapshot(join(folder, 'index'), 'a')).toEqual({ payload: null, why: 'missing' });
    mkdirSync(join(folder, 'index'));
    expect(readSnapshot(join(folder, 'index'), 'a')).toEqual({ payload: null, why: 'damaged' });
  });

  test('with any one byte changed, or cut anywhere, is damaged', () => {
    const file = join(temporaryFolder(), 'index');
    writeSnapshot(file, 'key 1', payload);
    const whole = readFileSync(file);
    const random = createRandom(3);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ (1 + random.below(255));
      for (const damaged of [changed, whole.subarray(0, at)]) {
        writeFileSync(file, damaged);
        expect(readSnapshot(file, 'key 1'), `at ${at}`).toEqual({ payload: null, why: 'damaged' });
      }
    }
  });

  test('damaged in any other way is damaged: 4,000 of them', () => {
    const file = join(temporaryFolder(), 'index');
    writeSnapshot(file, 'key 1', payload);
    const whole = readFileSync(file);
    const random = createRandom(11);
    const ways: readonly ((bytes: Buffer, at: number, other: number) => Buffer)[] = [
      (bytes, at) => bytes.fill(bytes[at]! ^ (1 << random.below(8)), at, at + 1),
      (bytes, at, other) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + other)]),
      (bytes, at, other) => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + other), bytes.subarray(at)]),
      (bytes, at, other) => bytes.fill(random.below(256), at, Math.min(bytes.length, at + other)),
    ];
    for (let round = 0; round < 4000; round++) {
      const bytes = Buffer.from(whole);
      const damaged = ways[round % ways.length]!(bytes, random.below(whole.length), random.below(200));
      if (damaged.equals(whole)) continue;
      writeFileSync(file, damaged);
      expect(readSnapshot(file, 'key 1'), `round ${round}`).toEqual({ payload: null, why: 'damaged' });
    }
  });

  test.each([
    ['ENOSPC', 'once'],
    ['ENOSPC', 'from then on'],
    ['EIO', 'once'],
    ['EIO', 'from then on'],
  ])(
    'whose writing fails at any step with %s, %s, is the old one or the new one, and leaves nothing beside it',
    (code, way) => {
      const newer = Buffer.from('newer');
      const failed: string[] = [];
      for (let isDone = false; !isDone; ) {
        const folder = temporaryFolder();
        const file = join(folder, 'index');
        writeSnapshot(file, 'key', payload);
        let taken = 0;
        const disk = createDisk((what) => {
          const isFirst = taken++ === failed.length;
          if (isFirst) failed.push(what);
          if (isFirst || (way === 'from then on' && taken > failed.length))
            throw Object.assign(new Error(`${code}: ${what}`), { code });
        });
        try {
          writeSnapshot(file, 'key', newer, disk);
          isDone = true;
        } catch (error) {
          expect(String(error)).toContain(`${code}: ${failed.at(-1)}`);
        }
        const isInPlace = isDone || failed.at(-1) === 'fsync folder';
        expect(readSnapshot(file, 'key').payload).toEqual(isInPlace ? newer : payload);
        expect(readdirSync(folder)).toEqual(['index']);
      }
      expect(failed).toEqual(['open', 'write', 'write', 'fsync', 'rename', 'fsync folder']);
    },
  );
});
