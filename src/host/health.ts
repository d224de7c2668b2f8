/** Where a supervisor asks how the bot is: /livez, /readyz and /metrics over HTTP, on this machine alone. */
import { createServer, type ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metrics } from './metrics.ts';

/** One thing that must be so; its sentence is shown when it isn't. */
export interface Check {
  readonly name: string;
  /** Null when all is well. */
  readonly fault: () => Promise<string | null> | string | null;
}

export interface HealthOptions {
  readonly port: number;
  readonly readiness: readonly Check[];
  readonly metrics: Metrics;
}

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

const host = '127.0.0.1';
/** Beyond this the process answers nobody in time. */
const lagMaxMs = 1_000;
/** A stall is told for so long at least, and twice that at most, whoever asks how often. */
const lagToldMs = 10_000;

/** Rejects when the port is taken. */
export async function openHealth({ metrics, port, readiness }: HealthOptions): Promise<Health> {
  const lag = monitorEventLoopDelay();
  lag.enable();
  let before = 0;
  const rolling = setInterval(() => {
    before = lag.max;
    lag.reset();
  }, lagToldMs).unref();
  const liveness: readonly Check[] = [
    {
      name: 'event loop',
      fault: () => {
        const ms = Math.max(before, lag.max) / 1e6;
        return ms > lagMaxMs ? `The event loop stood still for ${Math.round(ms)} ms.` : null;
      },
    },
  ];
  const server = createServer((request, response) => {
    const path = URL.parse(request.url ?? '/', 'http://health')?.pathname;
    answer(path, response).catch(() => response.destroy());
  });
  const answer = async (path: string | undefined, response: ServerResponse): Promise<void> => {
    if (path === '/livez') return report(response, liveness);
    if (path === '/readyz') return report(response, readiness);
    if (path === '/metrics') {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    } else response.writeHead(404).end();
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => {
      clearInterval(rolling);
      lag.disable();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      return promise;
    },
  };
}

/** 200 when all is well, else 503 with a line for each fault. */
async function report(response: ServerResponse, checks: readonly Check[]): Promise<void> {
  const lines = await Promise.all(
    checks.map(async ({ fault, name }) => {
      const told = await Promise.resolve()
        .then(fault)
        .catch((error: unknown) => (error instanceof Error ? error.message : 'it failed'));
      return { isWell: told === null, line: `${name}: ${told ?? 'ok'}` };
    }),
  );
  const status = lines.every(({ isWell }) => isWell) ? 200 : 503;
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
    .end(`${lines.map(({ line }) => line).join('\n')}\n`);
}
