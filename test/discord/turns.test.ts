import { describe, expect, test } from 'vitest';
import { BusyError, createBuckets, createTurns } from '../../src/discord/turns.ts';

describe('a bucket', () => {
  test('gives what it holds, and then what flows in', () => {
    let now = 0;
    const buckets = createBuckets({ tokensMax: 3, perSecond: 2 }, () => now);
    expect([1, 2, 3, 4].map(() => buckets.take('ann'))).toEqual([true, true, true, false]);
    expect(buckets.take('ben')).toBe(true);
    now = 499;
    expect(buckets.take('ann')).toBe(false);
    now = 1_000;
    expect([1, 2, 3].map(() => buckets.take('ann'))).toEqual([true, true, false]);
    now = 3_600_000;
    expect([1, 2, 3, 4].map(() => buckets.take('ann'))).toEqual([true, true, true, false]);
  });

  test('is not filled by a clock that goes back', () => {
    let now = 10_000;
    const buckets = createBuckets({ tokensMax: 1, perSecond: 1 }, () => now);
    expect(buckets.take('ann')).toBe(true);
    now = 0;
    expect(buckets.take('ann')).toBe(false);
  });
});

describe('turns', () => {
  test('go round: who asks a lot waits for who asks once', async () => {
    const turns = createTurns(1);
    const order: string[] = [];
    const ask = (who: string) => turns.take(who, async () => void order.push(who));
    await Promise.all([ask('ann'), ask('ann'), ask('ann'), ask('ann'), ask('ben'), ask('cyd')]);
    expect(order).toEqual(['ann', 'ann', 'ben', 'cyd', 'ann', 'ann']);
  });

  test('have as much under way as they may', async () => {
    const turns = createTurns(2);
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    await Promise.all(Array.from({ length: 12 }, (_, at) => turns.take(`user ${at % 5}`, work)));
    expect(most).toBe(2);
  });

  test('go on after a failure', async () => {
    const turns = createTurns(1);
    await expect(turns.take('ann', () => Promise.reject(new Error('It broke')))).rejects.toThrow('It broke');
    expect(await turns.take('ann', async () => 'next')).toBe('next');
  });

  test('refuse one who has too much waiting, and nobody else', async () => {
    const turns = createTurns(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = Array.from({ length: 22 }, () => turns.take('ann', () => promise));
    const outcomes = Promise.allSettled(asked);
    const other = turns.take('ben', async () => 'answered');
    resolve();
    expect((await outcomes).filter((one) => one.status === 'rejected').map(({ reason }) => reason)).toEqual([
      expect.any(BusyError),
    ]);
    expect(await other).toBe('answered');
  });
});
