/** A thread that does what threads should not, for tests. */
import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { serve } from '../../src/threads/serve.ts';

let calls = 0;

const handlers = {
  echo: (said: string) => said,
  count: () => ++calls,
  fail: (sentence: string) => {
    throw new Error(sentence);
  },
  spin: () => {
    for (;;);
  },
  eat: () => {
    const all: number[][] = [];
    for (;;) all.push(Array.from({ length: 100_000 }, (_, at) => at + Math.random()));
  },
  codeFolder: () => getCompileCacheDir(),
  codeFolderWithin: () =>
    new Promise<string | undefined>((resolve) => {
      const inner = new Worker(
        "require('worker_threads').parentPort.postMessage(require('module').getCompileCacheDir())",
        {
          eval: true,
        },
      );
      inner.once('message', resolve);
    }),
  work: (ms: number) => {
    for (const begun = performance.now(); performance.now() - begun < ms; );
  },
  leave: () => process.exit(3),
};

export type OddHandlers = typeof handlers;

serve(handlers);
