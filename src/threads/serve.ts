/** The other side of a thread: calls come in, their handlers' values go out. */
import { parentPort } from 'node:worker_threads';
import { elapsedMs, type FromThread, type Handlers, type ToThread } from './thread.ts';

const port = () => {
  if (!parentPort) throw new Error('This file works in a thread; openThread starts it');
  return parentPort;
};

export function serve(handlers: Handlers): void {
  port().on('message', async ({ id, name, args, until }: ToThread) => {
    if (until !== undefined && elapsedMs() > until) return reply({ id, isLate: true });
    reply({ id, isBegun: true });
    try {
      reply({ id, value: await handlers[name]?.(...args) });
    } catch (error) {
      const { message, name: kind, stack } = error instanceof Error ? error : new Error(String(error));
      reply({ id, fault: { name: kind, message, ...(stack !== undefined && { stack }) } });
    }
  });
}

/** Tells something without being asked. */
export const announce = (event: unknown): void => reply({ event });

const reply = (message: FromThread): void => port().postMessage(message);
