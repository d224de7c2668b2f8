/** An hour in which Discord ends every session as soon as it begins, in a minute: how many identifies the bot spends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from '../../src/discord/bot.ts';
import type { Clock } from '../../src/discord/clock.ts';
import { createDesk } from '../../src/discord/desk.ts';
import type { Library } from '../../src/model.ts';
import { openRoom } from '../../src/room/room.ts';

const hourMs = 3_600_000;
/** How much faster time passes for the bot; the library's own pauses pass as they do. */
const hurry = 60;

export async function identifiesInAnHour(library: Library): Promise<number> {
  const room = await openRoom();
  const begun = Date.now();
  const clock: Clock = {
    now: () => begun + (Date.now() - begun) * hurry,
    elapsed: () => (Date.now() - begun) * hurry,
    wait: async (ms, signal) => {
      await sleep(ms / hurry, undefined, signal ? { signal } : {});
    },
  };
  const desk = createDesk(() => library);
  const bot = await startBot({ token: room.token, restUrl: room.restUrl, desk, clock, log: () => {} });
  const before = room.faults.identifies;
  room.faults.gateway.identifyAnswer = 'invalid session';
  room.faults.endSessions(false);
  await sleep(hourMs / hurry);
  const identifies = room.faults.identifies - before;
  await bot.stop();
  await room.close();
  return identifies;
}
