/** Runs one of the console's programs as a person would, in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export function run(
  program: string,
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
  cwd = root,
): Promise<Ran> {
  const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '', DISCORD_API: '', ...environment };
  // What never ends is ended, and has no code.
  const child = spawn(process.execPath, [join(root, program), ...args], { env, cwd, timeout: 100_000 });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** A new folder with these files; bytes or text. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
