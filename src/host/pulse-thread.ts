/** Looks at the main thread's beats from a thread of its own. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { PulseData } from './pulse.ts';

const { beats, everyMs, missedMax } = workerData as PulseData;
const stderr = 2;

let last = -1;
let missed = 0;
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  missed = beat === last ? missed + 1 : 0;
  last = beat;
  if (missed < missedMax) return;
  // The main thread can't be asked to write it.
  writeSync(stderr, `The main thread has done nothing for ${(missedMax * everyMs) / 1_000} s: the process is ended.\n`);
  process.kill(process.pid, 'SIGKILL');
}, everyMs);
