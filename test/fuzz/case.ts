/** A case of a fuzzer: one input made by chance from a seed, and what came of it. */
import { createRandom, type Random } from '../../bench/random.ts';

export interface Outcome {
  /** What was put in, in a line. */
  readonly input: string;
  /** What it came to, in a word: 'answered', 'refused'. */
  readonly came: string;
  /** On the processor where work is done in this thread, else by the clock. */
  readonly ms: number;
  /** What must hold and doesn't. */
  readonly fault: string | null;
}

export interface Fuzzer {
  run(random: Random): Promise<Outcome>;
  close(): Promise<void>;
}

/** The chance of one case: the same for the same seed, kind and number, whatever ran before. */
export function randomOf(seed: number, kind: string, at: number): Random {
  let mixed = Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  for (const letter of kind) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193);
  return createRandom(mixed);
}

/** In one line that any terminal bears. */
export function shownInput(input: string): string {
  const json = JSON.stringify(input).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return json.length > 300 ? `${json.slice(0, 300)}…` : json;
}

export const faultOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 1_000);

/** Milliseconds that this thread was on the processor for. */
export async function onProcessor<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.threadCpuUsage();
  const result = await work();
  const { system, user } = process.threadCpuUsage(before);
  return { result, ms: (system + user) / 1_000 };
}
