/** How memory goes over many answers: the line through what the bot tells of itself, once it has settled. */
import type { BotProcess } from './bot-process.ts';

export interface Slope {
  /** Bytes an hour. */
  readonly perHour: number;
  /** How far from the line's true slope that may be: twice its standard error, in bytes an hour. */
  readonly margin: number;
  readonly first: number;
  readonly last: number;
  readonly seconds: number;
}

const everyMs = 1_000;
const hourMs = 3_600_000;
/** Code is compiled and caches are filled in the first half of a run. */
const settled = 0.5;
/** Between two collections of garbage memory goes up and down: the least of each stretch counts. */
const stretches = 20;

/** Looks on until the function returned is called. */
export function watchMemory(bot: BotProcess): () => Slope {
  const samples: { readonly at: number; readonly bytes: number }[] = [];
  const begun = performance.now();
  const look = async () => {
    const { resident } = await bot.usage();
    samples.push({ at: performance.now() - begun, bytes: resident });
  };
  const looking = setInterval(() => {
    look().catch(() => {});
  }, everyMs);
  return () => {
    clearInterval(looking);
    const last = samples.at(-1)?.at ?? 0;
    const used = troughs(samples.filter(({ at }) => at >= last * settled));
    if (used.length < 2) throw new Error('The run is too short to tell how memory goes');
    const { error, slope } = lineThrough(used);
    return {
      perHour: slope * hourMs,
      margin: 2 * error * hourMs,
      first: used[0]!.bytes,
      last: used.at(-1)!.bytes,
      seconds: last / 1_000,
    };
  };
}

type Sample = { readonly at: number; readonly bytes: number };

function troughs(samples: readonly Sample[]): Sample[] {
  const each = Math.max(1, Math.ceil(samples.length / stretches));
  const lowest: Sample[] = [];
  for (let from = 0; from < samples.length; from += each) {
    lowest.push(samples.slice(from, from + each).reduce((least, one) => (one.bytes < least.bytes ? one : least)));
  }
  return lowest;
}

/** The straight line with the least squares, and the standard error of its slope. */
function lineThrough(samples: readonly Sample[]): { slope: number; error: number } {
  const mean = (of: (one: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const sum = (of: (one: Sample) => number) => samples.reduce((total, one) => total + of(one), 0);
  const [at, bytes] = [mean((one) => one.at), mean((one) => one.bytes)];
  const spread = sum((one) => (one.at - at) ** 2);
  if (spread === 0) return { slope: 0, error: 0 };
  const slope = sum((one) => (one.at - at) * (one.bytes - bytes)) / spread;
  const left = sum((one) => (one.bytes - bytes - slope * (one.at - at)) ** 2);
  return { slope, error: Math.sqrt(left / Math.max(1, samples.length - 2) / spread) };
}
