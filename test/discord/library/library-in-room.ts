/** The real bot with the real keeper in the room: what tests use to fill libraries and to ask them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Bot, startBot } from '../../../src/discord/bot.ts';
import { type Clock, systemClock } from '../../../src/discord/clock.ts';
import type { Member } from '../../../src/room/member.ts';
import type { Outcome } from '../../../src/room/outcome.ts';
import { managerPermissions } from '../../../src/room/people.ts';
import { openRoom, type Room } from '../../../src/room/room.ts';
import type { Message, Modal } from '../../../src/room/view.ts';
import { type Libraries, openLibraries } from '../../../src/threads/libraries.ts';
import { folderOf } from '../../console/run.ts';
import { harbour } from '../../harbour.ts';

export interface LibraryInRoom {
  readonly dataFolder: string;
  readonly room: Room;
  readonly bot: Bot;
  readonly libraries: Libraries;
  readonly logged: readonly string[];
  /** Somebody who may manage a server; the same person each time. */
  manager(server: string, name?: string): Member;
  restart(): Promise<void>;
}

/** On a machine that is busy, building takes as long as it takes. */
const clock: Clock = { ...systemClock, wait: (ms, signal) => systemClock.wait(20 * ms, signal) };

/** For the tests of one file. */
export function libraryInRoom(options: { readonly allowsUrls?: boolean } = {}): LibraryInRoom {
  let room: Room;
  let bot: Bot;
  let libraries: Libraries;
  const dataFolder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const logged: string[] = [];
  const members = new Map<string, Member>();
  const log = (line: string) => void logged.push(line);
  const start = async () => {
    const { desk, keeper } = libraries;
    bot = await startBot({ token: room.token, restUrl: room.restUrl, desk, keeper, log, clock, ...options });
  };
  beforeAll(async () => {
    [room, libraries] = await Promise.all([
      openRoom({ responseMs: 20_000, deferredMs: 60_000 }),
      openLibraries({ corpus: folderOf(harbour), dataFolder, log, watches: false }),
    ]);
    await start();
  }, 180_000);
  afterAll(async () => {
    await bot.stop();
    await libraries.stop();
    await room.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }, 30_000);
  return {
    get room() {
      return room;
    },
    get bot() {
      return bot;
    },
    get libraries() {
      return libraries;
    },
    logged,
    dataFolder,
    manager: (server, name = 'Mona') => {
      const key = `${server} ${name}`;
      const member = members.get(key) ?? room.server(server).member(name, { permissions: managerPermissions });
      members.set(key, member);
      return member;
    },
    restart: async () => {
      await bot.stop();
      await start();
    },
  };
}

export function messageIn(outcome: Outcome): Message {
  if (outcome.kind !== 'replied' && outcome.kind !== 'updated') throw new Error(JSON.stringify(outcome));
  return outcome.message;
}

export function modalIn(outcome: Outcome): Modal {
  if (outcome.kind !== 'modal') throw new Error(JSON.stringify(outcome));
  return outcome.modal;
}

/** A reading about somebody of a name. */
export const readingOf = (name: string, place = 'Skerrick'): string =>
  `# The keeper of ${place}\n\n${name} kept the lighthouse of ${place} for thirty years. ${name} never left the island.\n`;
