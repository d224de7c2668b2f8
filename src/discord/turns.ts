/**
 * Whose turn it is: a bucket of tokens for each user and each server, and a queue in which those who ask take turns, so that
 * nobody waits for what somebody else asks in a hurry. A crowd is let in a few at a time.
 */
import { CalmError, NotYetError } from './desk.ts';
import { words } from './words.ts';

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
/** Begun in one turn of the event loop: some milliseconds of it. */
const slicedMost = 8;
/** Questions of all that wait: more than these would not be answered while anybody waits for it. */
const waitingInAllMax = 400;

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
  /**
   * Does the work when it is the turn of `key`. Throws a BusyError at once when too much of it waits, and a NotYetError when
   * too much of all does: then whoever has most waiting gives way.
   */
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly begin: () => void;
  readonly giveWay: (why: Error) => void;
}

export function createTurns(underWay = underWayMax, inAllMax = waitingInAllMax): Turns {
  const waiting = new Map<string, Waiting[]>();
  let inAll = 0;
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
    inAll--;
    running++;
    start?.begin();
  };
  /** For one more of an asker who has `own` waiting. */
  const makeRoom = (own: number) => {
    if (inAll < inAllMax) return;
    const crowded = new NotYetError(words.busy);
    const most = [...waiting.values()].reduce((long, works) => (works.length > long.length ? works : long), []);
    if (most.length <= own + 1) throw crowded;
    inAll--;
    most.pop()?.giveWay(crowded);
  };
  return {
    take: async (key, work) => {
      const own = waiting.get(key) ?? [];
      if (own.length >= waitingMax) throw new BusyError('Too many questions of one asker wait');
      makeRoom(own.length);
      const { promise, reject, resolve } = Promise.withResolvers<void>();
      own.push({ begin: resolve, giveWay: reject });
      waiting.set(key, own);
      inAll++;
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

/** Fulfilled in a later turn of the event loop, so many in each: a crowd keeps no heartbeat waiting. */
export function createSlices(each = slicedMost): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const slice = () => {
    for (const begin of waiting.splice(0, each)) begin();
    if (waiting.length > 0) setImmediate(slice);
  };
  return () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (waiting.push(resolve) === 1) setImmediate(slice);
    return promise;
  };
}

/** Not sent at all: of what is late already Discord would take none, and those in time would wait for it. */
export class UnsentError extends CalmError {}

/** So many at a time; the others wait in order, and one that waits for longer than `waitMs` throws an UnsentError. */
export function createLane(max: number, waitMs: number) {
  const waiting: (() => void)[] = [];
  const slice = createSlices();
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    let isLate = false;
    if (running < max) running++;
    else {
      const since = performance.now();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await promise;
      await slice();
      isLate = performance.now() - since > waitMs;
    }
    try {
      if (isLate) throw new UnsentError('Too many are on their way');
      return await work();
    } finally {
      // Its place is given on.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
