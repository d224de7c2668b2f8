/**
 * Tells when something in a folder has changed. Each folder in it is watched by itself: Node's own recursive watch follows
 * files by inode on Linux, and is deaf to a file once another has been renamed over it, as editors, rsync and git do. What
 * no watch tells of (network shares, some containers, a folder that was made anew) is found by a look, which reads nothing.
 */
import { type FSWatcher, lstat, type Stats, watch } from 'node:fs';
import { join } from 'node:path';
import { aliasesFile } from '../ingest/aliases-file.ts';
import { byCodeUnits, listFiles } from '../ingest/files.ts';

/** Editors write a file in several steps, and a copied folder comes file by file. */
const quietMs = 200;
/** Between two looks; more where a look takes long, so that no more than a twentieth of the time goes into looking. */
const pauseMs = 1_500;
const pauseMostMs = 30_000;
const pauseFactor = 20;
/** At the latest, it is as if all had changed: a file that could not be read for a moment stands there as it did. */
const wholeMs = 60_000;
/** Node's pool of threads is one for the whole process: a look leaves room in it. */
const atOnce = 64;

export interface Look {
  /** Differs where anything that is read has changed: names, sizes, times. */
  readonly state: string;
  /** The same of each file, by its path in the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Absolute path of each folder → which one it is; one that was made anew is another. */
  readonly folders: ReadonlyMap<string, string>;
}

export async function lookAt(folder: string): Promise<Look> {
  const listing = await listFiles(folder);
  if ('fatal' in listing) return { state: listing.message, files: new Map(), folders: new Map() };
  const { root, files, hasAliases, problems } = listing;
  const paths = hasAliases ? [...files, aliasesFile] : files;
  const stats = await statsOf(paths.map((path) => join(root, path)));
  const states = new Map(paths.map((path, at) => [path, stateOf(stats[at])]));
  const told = problems.map(({ message }) => message).sort(byCodeUnits);
  const folderPaths = listing.folders.map((path) => join(root, path));
  const found = await statsOf(folderPaths);
  const folders = new Map<string, string>();
  for (const [at, path] of folderPaths.entries()) {
    const stat = found[at];
    if (stat) folders.set(path, `${stat.dev} ${stat.ino} ${stat.birthtimeMs}`);
  }
  const state = [root, ...[...states].map((one) => one.join('\0')), ...told].join('\n');
  return { state, files: states, folders };
}

/** By its inode too, and when that was changed: `rsync --times` and `cp -p` put an old time on a new file. */
const stateOf = (stat: Stats | null | undefined): string =>
  stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : '';

/** Null for what is not there. By callbacks: a promise for each of 2,000 files takes thrice the time. */
async function statsOf(paths: readonly string[]): Promise<(Stats | null)[]> {
  const stats: (Stats | null)[] = [];
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    await new Promise<void>((resolve) => {
      let left = some.length;
      for (const [at, path] of some.entries()) {
        lstat(path, (error, stat) => {
          stats[from + at] = error ? null : stat;
          if (--left === 0) resolve();
        });
      }
    });
  }
  return stats;
}

/**
 * `seen`: what was there when it was last read. `onChange` is called after the look that found a change, with what is there
 * now; or with nothing, when it is as if all had changed.
 */
export function watchFolder(folder: string, seen: Look, onChange: (found: Look | null) => void): { stop(): void } {
  const watchers = new Map<string, { readonly which: string; readonly watcher: FSWatcher }>();
  let { state } = seen;
  let wholeAt = performance.now();
  let quiet: NodeJS.Timeout | undefined;
  let pause: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isStopped = false;

  const unwatch = (path: string) => {
    watchers.get(path)?.watcher.close();
    watchers.delete(path);
  };
  const watchOnly = (folders: Look['folders']) => {
    for (const [path, { which }] of watchers) if (folders.get(path) !== which) unwatch(path);
    for (const [path, which] of folders) {
      if (watchers.has(path)) continue;
      try {
        const watcher = watch(path, { persistent: false }, soon);
        watcher.on('error', () => unwatch(path));
        watchers.set(path, { which, watcher });
      } catch {
        // Gone again, or the system's watches are used up: looking finds what changes there.
      }
    }
  };
  const look = async () => {
    if (isLooking) return soon();
    isLooking = true;
    clearTimeout(pause);
    const start = performance.now();
    try {
      const found = await lookAt(folder);
      if (isStopped) return;
      watchOnly(found.folders);
      const now = performance.now();
      const isWhole = now - wholeAt >= wholeMs;
      if (isWhole) wholeAt = now;
      if (found.state !== state || isWhole) onChange(isWhole ? null : found);
      state = found.state;
    } finally {
      isLooking = false;
      const took = performance.now() - start;
      if (!isStopped) pause = later(Math.min(Math.max(pauseMs, took * pauseFactor), pauseMostMs));
    }
  };
  const later = (ms: number) => setTimeout(() => void look(), ms).unref();
  const soon = () => {
    clearTimeout(quiet);
    quiet = later(quietMs);
  };

  watchOnly(seen.folders);
  pause = later(pauseMs);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(quiet);
      clearTimeout(pause);
      for (const path of [...watchers.keys()]) unwatch(path);
    },
  };
}
