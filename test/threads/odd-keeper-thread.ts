/** The keeper's thread, but that it leaves when it is asked about a server of this number. */
import { parentPort } from 'node:worker_threads';
import type { ToThread } from '../../src/threads/thread.ts';

await import('../../src/threads/keeper-thread.ts');
// Not before: what comes while the keeper begins would be heard by nobody else.
parentPort?.on('message', ({ args, name }: ToThread) => {
  if (name === 'info' && args[0] === '13') process.exit(3);
});
