/**
 * The slowest seconds of a load, each with who used the processors in it: a bot that is slow is told from a machine that did
 * something else.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { count, milliseconds, table } from '../table.ts';
import type { Timed } from './loader.ts';

/** In cores; null where the system tells nothing of another process. */
interface Use {
  readonly all: number;
  readonly bot: number | null;
  readonly own: number;
}

const shown = 8;
const slowMs = 100;
/** Linux counts the time of processes in hundredths of a second. */
const ticksPerSecond = 100;

/** Looks each second from now on. Stops, and gives what was used in each. */
export function watchProcessors(bot: number): () => readonly Use[] {
  const uses: Use[] = [];
  let last = { ...secondsUsed(bot), at: performance.now() };
  const timer = setInterval(() => {
    const now = { ...secondsUsed(bot), at: performance.now() };
    const passed = (now.at - last.at) / 1_000;
    const own = (now.own - last.own) / passed;
    const ofBot = now.bot === null || last.bot === null ? null : (now.bot - last.bot) / passed;
    uses.push({ all: (now.all - last.all) / passed, bot: ofBot, own });
    last = now;
  }, 1_000);
  return () => {
    clearInterval(timer);
    return uses;
  };
}

/** By the worst answer to a question that was due in it. Empty when none took long. */
export function slowestSeconds(timed: readonly Timed[], uses: readonly Use[]): string {
  const seconds = Map.groupBy(timed, ({ dueMs }) => Math.floor(dueMs / 1_000));
  const rows = [...seconds]
    .map(([at, all]) => ({
      ...{ at, most: all.reduce((most, { ms }) => Math.max(most, ms), 0) },
      slow: all.filter(({ ms }) => ms > slowMs).length,
    }))
    .filter(({ slow }) => slow > 0)
    .sort((a, b) => b.most - a.most)
    .slice(0, shown)
    .sort((a, b) => a.at - b.at)
    .map(({ at, most, slow }) => {
      const use = uses[at];
      const others = use && use.bot !== null ? use.all - use.bot - use.own : undefined;
      return [String(at), count(slow), milliseconds(most), ...[use?.bot, use?.own, others].map(cores)];
    });
  if (rows.length === 0) return '';
  return table(['second', `answers over ${slowMs} ms`, 'most', 'cores of the bot', 'of the load', 'of others'], rows);
}

const cores = (used: number | null | undefined): string => used?.toFixed(2) ?? '–';

function secondsUsed(bot: number) {
  const { system, user } = process.cpuUsage();
  const all = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1_000;
  return { all, bot: secondsOf(bot), own: (system + user) / 1e6 };
}

/** Of all threads of a process. */
function secondsOf(pid: number): number | null {
  try {
    // After the name, which may hold anything, in parentheses: see proc_pid_stat(5).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
