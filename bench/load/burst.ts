/** So many questions at one moment: what their readers see, and how long the thread at the connection was busy with them. */
import { words } from '../../src/discord/words.ts';
import { count, milliseconds } from '../table.ts';
import type { Work } from '../workload.ts';
import type { BotProcess } from './bot-process.ts';
import type { Loader } from './loader.ts';
import type { Row } from './reliability-page.ts';

const asked = 3_000;
const blockedMsMax = 50;

export async function burst(work: readonly Work[], bot: BotProcess, loader: Loader): Promise<Row[]> {
  // The first second compiles the code.
  await loader.run([{ work, perSecond: 50 }], 2);
  await bot.usage();
  // All are due within a millisecond.
  const [came] = await loader.run([{ work, perSecond: 1_000 * asked }], 1 / 1_000);
  const { blockedMs } = await bot.usage();
  const told = came!.failures.get(words.busy) ?? 0;
  const unheard = [...came!.failures.values()].reduce((sum, some) => sum + some, 0) - told;
  return [
    {
      what: `the longest that the thread at the connection was busy, ${count(asked)} asking in one moment`,
      floor: `under ${blockedMsMax} ms`,
      measured: `${milliseconds(blockedMs)} ms; ${count(asked - told - unheard)} answered, ${count(told)} told to ask again, ${count(unheard)} not served in time`,
      isMet: blockedMs < blockedMsMax,
    },
  ];
}
