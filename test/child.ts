/** A process of the tests' own, run to its end. */
import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  /** What it wrote to either stream. */
  readonly out: string;
}

/** Of this Node; `env` beside what this process has. */
export function childEnded(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const running = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    let out = '';
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (data) => {
        out += data;
      });
    running.once('close', (code, signal) => resolve({ code, signal, out }));
  });
}
