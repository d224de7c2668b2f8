/** One time for the room and the bot, which passes when a test says so; between its steps the sockets have theirs. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../src/discord/clock.ts';
import { createManualClock, type ManualClock } from '../../../src/room/clock.ts';
import { createFakeClock } from '../fake-clock.ts';

export interface SimulatedTime {
  readonly room: ManualClock;
  readonly bot: Clock & { set(byMs: number): void };
  /** In steps, each followed by a moment of real time. */
  pass(ms: number, stepMs?: number): Promise<void>;
}

const momentMs = 15;

/** `aheadMs`: how wrong the bot's machine is. */
export function createSimulatedTime(aheadMs = 0): SimulatedTime {
  const start = Date.now();
  const room = createManualClock(start);
  const bot = createFakeClock(start + aheadMs);
  return {
    room,
    bot,
    pass: async (ms, stepMs = 1_000) => {
      for (let left = ms; left > 0; left -= stepMs) {
        const step = Math.min(left, stepMs);
        room.advance(step);
        await bot.pass(step);
        await sleep(momentMs);
      }
    },
  };
}
