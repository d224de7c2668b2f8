import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const child = fileURLToPath(new URL('./pulse-child.ts', import.meta.url));

const run = (limitMs: number, busyMs: number) =>
  new Promise<{ signal: string | null; code: number | null; out: string; err: string }>((resolve) => {
    const running = spawn(process.execPath, [child, String(limitMs), String(busyMs)]);
    let [out, err] = ['', ''];
    running.stdout.on('data', (data) => {
      out += data;
    });
    running.stderr.on('data', (data) => {
      err += data;
    });
    running.once('close', (code, signal) => resolve({ code, signal, out, err }));
  });

test('a process whose main thread is stuck is ended, and says why', async () => {
  const { err, out, signal } = await run(1_500, 60_000);
  expect(signal).toBe('SIGKILL');
  expect(err).toBe('The main thread has done nothing for 1.5 s: the process is ended.\n');
  expect(out).toBe('');
});

test('one that is busy for a moment goes on, and ends by itself', async () => {
  expect(await run(20_000, 300)).toEqual({ code: 0, signal: null, out: 'well\n', err: '' });
});
