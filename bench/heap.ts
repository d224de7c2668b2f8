/** What a process holds on to. */

/** Bytes in use, after a collection of garbage; exact only where node runs with --expose-gc. */
export function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
