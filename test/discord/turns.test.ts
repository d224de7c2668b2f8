import { describe, expect, test } from 'vitest';
import { NotYetError } from '../../src/discord/desk.ts';
import {
  BusyError,
  createBuckets,
  createLane,
  createSlices,
  createTurns,
  UnsentError,
} from '../../src/discord/turns.ts';

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

describe('a queue that is full', () => {
  test('refuses who comes, where nobody has much more waiting', async () => {
    const turns = createTurns(1, 2);
    const { promise, resolve } = Promise.withResolvers<void>();
    const outcomes = Promise.allSettled(['ann', 'ben', 'cyd', 'dee'].map((who) => turns.take(who, () => promise)));
    resolve();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  });

  test('has whoever has most waiting give way to one who has none', async () => {
    const turns = createTurns(1, 3);
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = ['ann', 'ann', 'ann', 'ann', 'ben', 'cyd'].map((who) => turns.take(who, () => promise));
    const outcomes = Promise.allSettled(asked);
    resolve();
    expect((await outcomes).map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'rejected'],
      ...['fulfilled', 'fulfilled'],
    ]);
    await expect(asked[3]).rejects.toThrow(NotYetError);
  });
});

describe('a lane', () => {
  test('has so many on their way and no more, and goes on after a failure', async () => {
    const lane = createLane(2, 60_000);
    let [running, most] = [0, 0];
    const works = Array.from({ length: 9 }, (_, at) =>
      lane(async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        if (at === 3) throw new Error('It broke');
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(most).toBe(2);
  });

  test('does not begin what has waited for too long', async () => {
    const lane = createLane(1, 0);
    const first = lane(() => new Promise((resolve) => setTimeout(resolve, 10)));
    let isBegun = false;
    const second = lane(async () => {
      isBegun = true;
    });
    await expect(second).rejects.toThrow(UnsentError);
    expect(isBegun).toBe(false);
    await first;
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await createLane(1, 60_000)(async () => 'next')).toBe('next');
  });
});

test('slices begin a few in each turn of the event loop', async () => {
  const slice = createSlices(2);
  let begun = 0;
  const all = Promise.all(Array.from({ length: 5 }, () => slice().then(() => begun++)));
  const seen: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(begun);
  }
  expect(seen).toEqual([2, 4, 5]);
  await all;
});
