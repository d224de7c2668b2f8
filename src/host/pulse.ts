/**
 * A process whose main thread does nothing any more answers nobody, and few supervisors notice: it is ended, so that another is
 * started in its place.
 */
import { Worker } from 'node:worker_threads';

export interface PulseData {
  /** Counts on while the main thread is alive. */
  readonly beats: Int32Array<SharedArrayBuffer>;
  readonly everyMs: number;
  /** Looks in a row that see no beat, after which the process is ended. */
  readonly missedMax: number;
}

const missedMax = 30;

/** Ends this process by SIGKILL when its main thread has been busy or stuck for `limitMs`; time in which nobody runs doesn't count. */
export function watchPulse(limitMs = 30_000): void {
  const everyMs = limitMs / missedMax;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), everyMs / 2).unref();
  const watcher = new Worker(new URL('./pulse-thread.ts', import.meta.url), {
    workerData: { beats, everyMs, missedMax } satisfies PulseData,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
    env: {},
  });
  watcher.unref();
}
