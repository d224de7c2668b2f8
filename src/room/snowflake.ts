/** Discord's ids: 42 bits of milliseconds since 2015, then a count (docs, reference#snowflakes). */
import type { Clock } from './clock.ts';

const epochMs = 1_420_070_400_000n;

/** A maker of ids that grow with the clock and are never given twice. */
export function createSnowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const fromClock = (BigInt(clock.now()) - epochMs) << 22n;
    last = fromClock > last ? fromClock : last + 1n;
    return String(last);
  };
}

/** Milliseconds since 1970 at which an id was made. */
export const timeOfSnowflake = (id: string): number => Number((BigInt(id) >> 22n) + epochMs);
