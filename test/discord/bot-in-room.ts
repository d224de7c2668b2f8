/** The real bot, through the real discord.js, in the room: what tests use to type, read and press. */

import { afterAll, afterEach, beforeAll } from 'vitest';
import { omission } from '../../src/answer/quote.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createDesk } from '../../src/discord/desk.ts';
import { unrendered } from '../../src/discord/escape.ts';
import type { Library } from '../../src/model.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import type { Message } from '../../src/room/view.ts';
import { town } from './town.ts';

export type Outcome = Awaited<ReturnType<ReturnType<Room['member']>['type']>>;

/** A room and a bot for the tests of one file, and the town for its library. */
export function botInRoom() {
  let room: Room;
  let bot: Bot;
  let library: Library = town;
  const logged: string[] = [];
  const start = (token = room.token) =>
    startBot({ token, restUrl: room.restUrl, desk: createDesk(() => library), log: (line) => logged.push(line) });
  beforeAll(async () => {
    room = await openRoom();
    bot = await start();
  });
  afterEach(() => {
    library = town;
  });
  afterAll(async () => {
    await bot.stop();
    await room.close();
  });
  return {
    get room() {
      return room;
    },
    get bot() {
      return bot;
    },
    logged,
    start,
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
    /** For one test. */
    use: (other: Library) => {
      library = other;
    },
    typed: async (who: string, line: string): Promise<Message> => messageIn(await room.member(who).type(line)),
    pressed: async (who: string, message: Message, button: string | { readonly customId: string }): Promise<Message> =>
      messageIn(await room.member(who).press(message, button)),
    selected: async (who: string, message: Message, label: string): Promise<Message> => {
      const [menu] = message.selects;
      const option = menu?.options.find((one) => one.label === label);
      return messageIn(await room.member(who).select(message, menu?.customId ?? '', [String(option?.value)]));
    },
    /** What the bot has answered to interactions. */
    callbacks: () => room.requests.filter(({ route }) => route.includes('callback')),
  };
}

export function messageIn(outcome: Outcome): Message {
  if (outcome.kind !== 'replied' && outcome.kind !== 'updated') throw new Error(JSON.stringify(outcome));
  return outcome.message;
}

export const quotationsIn = (message: Message): string[] =>
  message.text
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map(unrendered);

/** To the letter, but for what is shown as left out. */
export const isInTown = (quotation: string): boolean =>
  quotation.split(omission).every((part) => town.articles.some(({ text }) => text.includes(part)));
