/** How memory goes over many answers: the line through what the bot holds on to, once it has settled. */

import { megabytes } from '../table.ts';
import type { BotProcess } from './bot-process.ts';
import { watchLiveMemory } from './live-memory.ts';

export interface Slope {
  /** Bytes an hour that is held on to after each collection of garbage. */
  readonly perHour: number;
  /** How far from the line's true slope that may be: twice its standard error, in bytes an hour. */
  readonly margin: number;
  /** Bytes held on to at the start of the second half and at its end, on the line. */
  readonly held: readonly [number, number];
  /** Bytes of the whole process at these times, the garbage of the moment with them. */
  readonly resident: readonly [number, number];
  readonly seconds: number;
}

interface Sample {
  readonly at: number;
  readonly held: number;
  readonly resident: number;
}

const everyMs = 30_000;
const hourMs = 3_600_000;
/** Code is compiled and caches are filled in the first half of a run. */
const settled = 0.5;

/** Looks on until the function returned is called. The bot is one that was started to be inspected. */
export async function watchMemory({ inspectorPort, usage }: BotProcess): Promise<() => Slope> {
  if (inspectorPort === null) throw new Error('The bot was not started to be inspected');
  const live = await watchLiveMemory(inspectorPort);
  const samples: Sample[] = [];
  const begun = performance.now();
  let failure: unknown;
  const look = async () => {
    const held = await live.bytes();
    const { resident } = await usage();
    samples.push({ at: performance.now() - begun, held, resident });
    console.error(
      `${Math.round((performance.now() - begun) / 1_000)} s: ${megabytes(held)} MB held, ${megabytes(resident)} MB resident`,
    );
  };
  const looking = setInterval(() => {
    look().catch((error: unknown) => {
      failure ??= error;
    });
  }, everyMs);
  return () => {
    clearInterval(looking);
    live.close();
    if (failure) throw failure;
    const last = samples.at(-1)?.at ?? 0;
    const used = samples.filter(({ at }) => at >= last * settled);
    if (used.length < 3) throw new Error('The run is too short to tell how memory goes');
    const { error, heightAt, slope } = lineThrough(used);
    const ends = [used[0]!, used.at(-1)!] as const;
    return {
      perHour: slope * hourMs,
      margin: 2 * error * hourMs,
      held: [heightAt(ends[0].at), heightAt(ends[1].at)],
      resident: [ends[0].resident, ends[1].resident],
      seconds: last / 1_000,
    };
  };
}

/** The straight line with the least squares, and the standard error of its slope. */
function lineThrough(samples: readonly Sample[]): { slope: number; error: number; heightAt: (at: number) => number } {
  const sum = (of: (one: Sample) => number) => samples.reduce((total, one) => total + of(one), 0);
  const mean = (of: (one: Sample) => number) => sum(of) / samples.length;
  const [at, bytes] = [mean((one) => one.at), mean((one) => one.held)];
  const spread = sum((one) => (one.at - at) ** 2);
  const slope = sum((one) => (one.at - at) * (one.held - bytes)) / spread;
  const left = sum((one) => (one.held - bytes - slope * (one.at - at)) ** 2);
  return {
    slope,
    error: Math.sqrt(left / (samples.length - 2) / spread),
    heightAt: (when) => bytes + slope * (when - at),
  };
}
