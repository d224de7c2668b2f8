/** Chance that repeats itself: the same seed gives the same texts and the same questions on every machine. */

export interface Random {
  /** 0 ≤ number < 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Earlier ones far more often, as words and names come in real texts (Zipf's law). */
  readonly pickZipf: <T>(from: readonly T[]) => T;
}

/** Mulberry32, by Tommy Ettinger, in the public domain: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <T>(from: readonly T[], index: number): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from');
    return from[Math.min(index, from.length - 1)]!;
  };
  return {
    next,
    below,
    pick: (from) => at(from, below(from.length)),
    // The inverse of the distribution with density 1/rank.
    pickZipf: (from) => at(from, Math.floor((from.length + 1) ** next()) - 1),
  };
}
