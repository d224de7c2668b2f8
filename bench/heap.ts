/** What a process holds on to. */

/** Bytes in use after a collection of garbage, those of typed arrays with them; exact only where node runs with --expose-gc. */
export function heapUsed(): number {
  globalThis.gc?.();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
