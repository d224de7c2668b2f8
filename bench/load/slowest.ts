/** Questions one by one, in this thread: which keeps the desk for longest, in time on the processor. */
import { createDesk } from '../../src/discord/desk.ts';
import type { Library } from '../../src/model.ts';
import type { Work } from '../workload.ts';

export interface Slowest {
  readonly work: Work;
  /** Of suggesting or of answering, whichever took longer. */
  readonly ms: number;
}

/** The least counts: what is compiled at first, and collecting the garbage of others, is not the question's. */
const times = 3;

/** Slowest first. */
export async function slowestOf(library: Library, questions: readonly Work[]): Promise<readonly Slowest[]> {
  const desk = createDesk(() => library);
  const measured: Slowest[] = [];
  for (const work of questions) {
    const answering = await leastMs(() => desk.answer(null, work, true));
    const suggesting = await leastMs(() => desk.suggest(null, work));
    measured.push({ work, ms: Math.max(answering, suggesting) });
  }
  return measured.sort((a, b) => b.ms - a.ms);
}

async function leastMs(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const before = process.threadCpuUsage();
    await work();
    const { system, user } = process.threadCpuUsage(before);
    least = Math.min(least, (system + user) / 1_000);
  }
  return least;
}
