/** A thread that does what threads should not, for tests. */
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
  leave: () => process.exit(3),
};

export type OddHandlers = typeof handlers;

serve(handlers);
