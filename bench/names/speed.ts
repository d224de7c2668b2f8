/** How fast names are found, and what loading the code under test costs in time and memory. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNames } from '../../src/entities/names.ts';
import { knownNames, libraryOf } from '../../src/library.ts';
import { articleOf } from './found.ts';
import type { LabelledText } from './texts.ts';

export interface SpeedScores {
  /** Kilobytes of article text a second, the fastest of several runs. */
  readonly kilobytesPerSecond: number;
  /** The same texts eight times over, as articles of their own. */
  readonly kilobytesPerSecondLarge: number;
  /** With the compiled code that the start before has left, as the bot's threads start. */
  readonly startMs: number;
  /** The very first time. */
  readonly firstStartMs: number;
  readonly startMegabytes: number;
}

const runs = 5;

export function measureSpeed(texts: readonly LabelledText[]): SpeedScores {
  const [first, start] = starts();
  return {
    kilobytesPerSecond: throughput(texts, 1),
    kilobytesPerSecondLarge: throughput(texts, 8),
    startMs: start.ms,
    firstStartMs: first.ms,
    startMegabytes: start.megabytes,
  };
}

function throughput(texts: readonly LabelledText[], times: number): number {
  const articles = Array.from({ length: times }, (_, at) =>
    texts.map(({ file, text }) => articleOf(`${at}/${file}`, text)),
  ).flat();
  const { passages } = libraryOf({ articles, problems: [] });
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    createNames(passages, knownNames());
    best = Math.min(best, performance.now() - before);
  }
  return bytes / 1024 / (best / 1000);
}

interface Start {
  readonly ms: number;
  readonly megabytes: number;
}

/** The first on this machine, and one after it. */
function starts(): [Start, Start] {
  const codeFolder = mkdtempSync(join(tmpdir(), 'footnote-code-'));
  try {
    return [startOf(codeFolder), startOf(codeFolder)];
  } finally {
    rmSync(codeFolder, { recursive: true, force: true });
  }
}

/** In a process of its own: from nothing to a first empty library that has answered once. */
function startOf(codeFolder: string): Start {
  const [names, known, data] = ['names.ts', 'gazetteer.ts', 'gazetteer.data'].map(
    (file) => new URL(`../../src/entities/${file}`, import.meta.url),
  ) as [URL, URL, URL];
  const script = `
    globalThis.gc(); const before = process.memoryUsage(); const start = performance.now();
    const { createNames } = await import(${JSON.stringify(names.href)});
    const { createGazetteer } = await import(${JSON.stringify(known.href)});
    const { readFileSync } = await import('node:fs'); const { gunzipSync } = await import('node:zlib');
    const gazetteer = createGazetteer(gunzipSync(readFileSync(new URL(${JSON.stringify(data.href)})), { chunkSize: 2 ** 23 }).toString('utf8'));
    gazetteer.place('someone'); gazetteer.isWord('someone');
    createNames([], gazetteer).lookup('someone', []);
    const ms = performance.now() - start; globalThis.gc(); const after = process.memoryUsage();
    const used = ({ heapUsed, external }) => heapUsed + external;
    console.log(JSON.stringify({ ms, megabytes: (used(after) - used(before)) / 2 ** 20 }));`;
  const printed = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: codeFolder },
  });
  return JSON.parse(printed) as Start;
}
