/**
 * Whose turn it is: a bucket of tokens for each user and each server, and a queue in which those who ask take turns, so that
 * nobody waits for what somebody else asks in a hurry.
 */

/** A bucket fills up at a steady rate; each answer takes one token out (the token bucket algorithm). */
export interface BucketSize {
  readonly tokensMax: number;
  readonly perSecond: number;
}

/** Far above what people do, who read what they are given; a program that asks without end meets it in seconds. */
export const userBucket: BucketSize = { tokensMax: 300, perSecond: 10 };
export const serverBucket: BucketSize = { tokensMax: 3_000, perSecond: 100 };
/** Buckets that are remembered; a full one needn't be. */
const bucketsMax = 50_000;
/** Answers that are computed side by side: the desk makes one at a time, and has the next one waiting. */
const underWayMax = 4;
/** Questions of one user that wait. */
const waitingMax = 20;

export interface Buckets {
  /** False when the key has no token left. */
  take(key: string): boolean;
}

export function createBuckets({ perSecond, tokensMax }: BucketSize, now: () => number): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take: (key) => {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: tokensMax, at };
      const tokens = Math.min(tokensMax, bucket.tokens + (Math.max(0, at - bucket.at) / 1_000) * perSecond);
      // Used last stands last: what is forgotten first is what has had the longest time to fill up.
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= bucketsMax) break;
        buckets.delete(oldest);
      }
      return tokens >= 1;
    },
  };
}

/** Thrown for one who has too much waiting already. */
export class BusyError extends Error {}

export interface Turns {
  /** Does the work when it is the turn of `key`. Throws a BusyError at once when too much of it waits. */
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export function createTurns(underWay = underWayMax): Turns {
  const waiting = new Map<string, (() => void)[]>();
  let running = 0;
  const next = () => {
    if (running >= underWay) return;
    const [first] = waiting;
    if (!first) return;
    const [key, works] = first;
    const start = works.shift();
    // Behind all others: the next of the same asker waits for one of each.
    waiting.delete(key);
    if (works.length > 0) waiting.set(key, works);
    running++;
    start?.();
  };
  return {
    take: async (key, work) => {
      const own = waiting.get(key) ?? [];
      if (own.length >= waitingMax) throw new BusyError('Too many questions of one asker wait');
      const { promise, resolve } = Promise.withResolvers<void>();
      own.push(resolve);
      waiting.set(key, own);
      next();
      await promise;
      try {
        return await work();
      } finally {
        running--;
        next();
      }
    },
  };
}
