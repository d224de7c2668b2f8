/**
 * How fast files are read, and what that takes: the files that a measure has read are read again, in a process of its own
 * that reads nothing else. Run with a folder, it is that process.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticle } from '../../src/ingest/read-article.ts';
import { count, megabytes, milliseconds } from '../table.ts';

export interface Pace {
  readonly files: number;
  readonly bytes: number;
  /** Of reading all of them once more, when all code has been loaded and run. */
  readonly ms: number;
  /** At the most, less what the process held before it loaded a reader. */
  readonly residentBytes: number;
}

const kept: { readonly path: string; readonly bytes: Uint8Array }[] = [];

/** `readArticle`, for measures: what is read is kept for `paceOfRead`. */
export function readFixture(path: string, bytes: Uint8Array): ReturnType<typeof readArticle> {
  kept.push({ path, bytes });
  return readArticle(path, bytes);
}

/** Of all that was read since it was last asked. */
export function paceOfRead(): Pace {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-pace-'));
  try {
    for (const [at, { bytes, path }] of kept.splice(0).entries())
      writeFileSync(join(folder, `${String(at).padStart(4, '0')}-${path}`), bytes);
    return JSON.parse(execFileSync(process.execPath, [import.meta.filename, folder], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const paceRow = (format: string, { bytes, files, ms, residentBytes }: Pace): string[] => [
  format,
  count(files),
  megabytes(bytes),
  (bytes / 2 ** 20 / (ms / 1000)).toFixed(2),
  (files / (ms / 1000)).toFixed(1),
  milliseconds(ms / files),
  megabytes(residentBytes),
];

export const paceHead = ['format', 'files', 'MB', 'MB a second', 'files a second', 'ms a file', 'memory, MB'];

async function measured(folder: string): Promise<Pace> {
  const files = readdirSync(folder).map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }));
  const before = process.memoryUsage.rss();
  const readAll = async () => {
    for (const { bytes, path } of files) await readArticle(path, bytes);
  };
  await readAll();
  const start = performance.now();
  await readAll();
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ms: performance.now() - start,
    residentBytes: process.resourceUsage().maxRSS * 1024 - before,
  };
}

if (import.meta.main) console.log(JSON.stringify(await measured(process.argv[2] ?? '.')));
