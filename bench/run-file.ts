/** A run kept in bench/runs/: when, on which machine, by which command, and the figures as they were printed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join, relative, resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '..');
const runsFolder = join(import.meta.dirname, 'runs');

/** Processes that wanted a core in the minute before the run: with other work beside it, times mean little. */
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);

export interface Run {
  /** 'quality' or 'speed'. */
  readonly what: string;
  readonly command: string;
  /** The figures, in Markdown. */
  readonly report: string;
}

/** The machine in one line, without its name. */
export function machine(): string {
  const processor = cpus()[0]?.model.trim() || 'processor not stated';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB memory`;
  const system = `${type()} ${release().split('-')[0]} ${process.arch}`;
  return `${availableParallelism()} cores (${processor}), ${memory}, ${system}, Node ${process.version}`;
}

/** Writes `<date>-<what>.md`, or `-2`, `-3` … where that day has such a run; gives the path within the project. */
export function saveRun({ what, command, report }: Run, now: Date): string {
  mkdirSync(runsFolder, { recursive: true });
  const path = freePath(`${now.toISOString().slice(0, 10)}-${what}`);
  const head = [
    `# ${what}, ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    '',
    `- Machine: ${machine()}; load before the run: ${loadBefore}`,
    `- Command: \`${command}\``,
    `- Commit: ${commit()}`,
  ];
  writeFileSync(path, `${[...head, '', report].join('\n')}\n`);
  return relative(projectRoot, path);
}

function freePath(name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(runsFolder, `${name}${number === 1 ? '' : `-${number}`}.md`);
    if (!existsSync(path)) return path;
  }
}

/** What the figures were measured on. */
function commit(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed =
      git('status', '--porcelain', '--untracked-files=no', 'src', 'corpus', 'bench') === '' ? '' : ', with changes';
    return `${git('rev-parse', '--short', 'HEAD')}${changed}`;
  } catch {
    return 'not in a Git working copy';
  }
}
