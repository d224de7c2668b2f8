/**
 * When a shard may identify: so many at once as Discord allows, and the next five seconds later
 * (docs, events/gateway#rate-limiting, max_concurrency).
 */
import type { Clock } from './clock.ts';

const everyMs = 5_000;
/** Discord counts when an identify arrives, which is not exactly when it was sent. */
const marginMs = 250;

export type IdentifyThrottle = (shard: number, signal: AbortSignal) => Promise<void>;

/** Rejects when the signal is aborted; the place of who gave up stays empty. */
export function createIdentifyThrottle(concurrency: number, clock: Clock): IdentifyThrottle {
  const lastOf = new Map<number, number>();
  return async (shard, signal) => {
    const key = shard % concurrency;
    const now = clock.elapsed();
    const next = Math.max(now, (lastOf.get(key) ?? Number.NEGATIVE_INFINITY) + everyMs + marginMs);
    lastOf.set(key, next);
    if (next > now) await clock.wait(next - now, signal);
  };
}
