/** A room, a bot that answers from the town, and what both tell of what happens; all is closed when the test ends. */
import { expect, onTestFinished } from 'vitest';
import { type Bot, type BotOptions, startBot } from '../../../src/discord/bot.ts';
import { type Clock, systemClock } from '../../../src/discord/clock.ts';
import { createDesk } from '../../../src/discord/desk.ts';
import type { Observed, Outcome } from '../../../src/discord/dispatch.ts';
import { openRoom, type Room, type RoomOptions } from '../../../src/room/room.ts';
import { town } from '../town.ts';

export interface Bed {
  readonly room: Room;
  readonly bot: Bot;
  readonly logged: string[];
  readonly observed: readonly Observed[];
  /** How often each outcome came about, once so many interactions have come to their end. */
  outcomes(count: number): Promise<Partial<Record<Outcome, number>>>;
  /** Requests to Discord that answer an interaction, whatever came of them. */
  callbacks(): number;
  /** A question that is answered: the bot is well. */
  isWell(): Promise<void>;
}

/** On a loaded machine everything may take its time. */
export const patient = { timeout: 40_000, interval: 25 };

/** For who would wait five seconds between two identifies: a hundredth of it, by a clock that is right. */
export const hastyClock: Clock = { ...systemClock, wait: (ms, signal) => systemClock.wait(ms / 100, signal) };

export async function openedRoom(options: RoomOptions = {}): Promise<Room> {
  const room = await openRoom(options);
  onTestFinished(() => room.close());
  return room;
}

export async function openedBed(
  bot: Partial<BotOptions> = {},
  room: RoomOptions = {},
  prepare: (room: Room) => void = () => {},
): Promise<Bed> {
  const opened = await openedRoom(room);
  prepare(opened);
  return botIn(opened, bot);
}

export async function botIn(room: Room, options: Partial<BotOptions> = {}): Promise<Bed> {
  const logged: string[] = [];
  const observed: Observed[] = [];
  const bot = await startBot({
    token: room.token,
    restUrl: room.restUrl,
    desk: createDesk(() => town),
    log: (line) => logged.push(line),
    observe: (one) => observed.push(one),
    ...options,
  });
  onTestFinished(() => bot.stop());
  await room.untilCommands();
  // Only what happens from here on is of interest.
  logged.length = 0;
  const callbacks = () => room.requests.filter(({ path }) => path.endsWith('/callback')).length;
  return {
    ...{ room, bot, logged, observed, callbacks },
    outcomes: async (count) => {
      await expect.poll(() => observed.length, patient).toBe(count);
      return countsOf(observed.map(({ outcome }) => outcome));
    },
    isWell: async () => {
      const question = () => room.member('Quinn').type('/help');
      await expect.poll(async () => (await question()).kind, patient).toBe('replied');
    },
  };
}

function countsOf<T extends string>(all: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
