/** Times of many answers → the few figures that say how long a reader waits. Pure. */

export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Milliseconds; percentiles by nearest rank. Throws on an empty list. */
export function timesOf(measured: readonly number[]): Times {
  if (measured.length === 0) throw new Error('No times were measured');
  const sorted = [...measured].sort((a, b) => a - b);
  const percentile = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { count: sorted.length, p50: percentile(0.5), p99: percentile(0.99), most: sorted.at(-1)! };
}
