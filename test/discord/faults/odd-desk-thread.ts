/** The desk's thread, but for some questions that do what no question should. */
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { ToThread } from '../../../src/threads/thread.ts';

const port = parentPort;
if (!port) throw new Error('This file works in a thread');

/** Left behind by the thread that left once. */
const mark = join(tmpdir(), `footnote-left-${process.pid}`);

port.on('message', ({ args, name }: ToThread) => {
  if (name !== 'answer') return;
  const query = String((args[1] as { readonly query?: string } | undefined)?.query);
  // Once the desk has said that it has begun.
  queueMicrotask(() => {
    if (query === 'spin') for (;;);
    if (query === 'leave') process.exit(3);
    if (query === 'leave once' && !existsSync(mark)) {
      writeFileSync(mark, '');
      process.exit(3);
    }
    if (query === 'throw') setImmediate(() => Promise.reject(new Error(`Nobody waits for ${query}`)));
  });
});

await import('../../../src/threads/desk-thread.ts');
