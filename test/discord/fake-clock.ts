/** Time that passes when a test says so. */
import type { Clock } from '../../src/discord/clock.ts';

export function createFakeClock(start = Date.UTC(2026, 0, 1)) {
  let now = start;
  let setBy = 0;
  let sleepers: { at: number; wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now + setBy,
    elapsed: () => now - start,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        sleepers.push({ at: now + ms, wake: resolve });
      }),
  };
  return {
    ...clock,
    /** Set by somebody: what has elapsed is as it was. */
    set(byMs: number): void {
      setBy += byMs;
    },
    /** Wakes who has waited long enough, one after the other, each at its own time. */
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        await settled();
        const next = sleepers.sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        sleepers = sleepers.slice(1);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
}

/** Lets promises that are fulfilled go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
