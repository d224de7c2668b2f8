/** What the host's programs have in common: arguments, one sentence for what goes wrong, and how they end. */
import { isKeptByNpm, keptByNpm } from '../config.ts';

export interface Program<Arguments> {
  /** One line. */
  readonly usage: string;
  /** Names of those that it takes. */
  readonly options?: readonly string[];
  /** Throws for arguments that it doesn't take. */
  readonly read: (args: string[]) => Arguments;
  /** Gives the exit code; what it throws is one sentence for people. */
  readonly work: (given: Arguments) => Promise<number>;
}

/** As the console's programs end: 1 when something is wrong, 2 for a command line that can't be understood. */
export async function runProgram<Arguments>({ options = [], read, usage, work }: Program<Arguments>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(usage);
  let given: Arguments;
  try {
    const kept = options.find(isKeptByNpm);
    if (kept !== undefined) throw new Error(keptByNpm(kept));
    given = read(args);
  } catch (error) {
    console.error(`${sentenceOf(error)}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await work(given);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;

/** As people read it: '12.3 MB'. */
export function sizeOf(bytes: number): string {
  const [unit, by] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  return `${(bytes / by).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}
