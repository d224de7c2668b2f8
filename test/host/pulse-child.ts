/** A process that is watched, and is busy for as long as it is told. */
import { watchPulse } from '../../src/host/pulse.ts';

const [limitMs, busyMs] = process.argv.slice(2).map(Number) as [number, number];
watchPulse(limitMs);
setTimeout(() => {
  for (const begun = performance.now(); performance.now() - begun < busyMs; );
  setTimeout(() => console.log('well'), limitMs / 2);
}, 500);
