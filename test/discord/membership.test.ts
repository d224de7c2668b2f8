/** How the bot finds out which servers it has left, though Discord doesn't tell. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { watchMembership } from '../../src/discord/membership.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { added, ferry, temporaryFolder } from '../store/kept.ts';
import { createFakeClock } from './fake-clock.ts';

const rooms: Room[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

/** Real shelves, asked as the keeper would be. */
async function opened() {
  const room = await openRoom();
  rooms.push(room);
  const shelves = openShelves(temporaryFolder());
  const clock = createFakeClock(Date.now());
  const calls: string[] = [];
  const keeper = {
    info: async (server: string) => shelves.open(server).info(),
    servers: async () => shelves.ids(),
    left: async (server: string) => {
      calls.push('left');
      shelves.open(server).mark(clock.now());
    },
    returned: async (server: string) => {
      calls.push('returned');
      shelves.open(server).unmark();
    },
  };
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const rest = { current: new REST({ api: room.restUrl }).setToken(room.token) };
  const membership = watchMembership({ rest: () => rest.current, keeper, clock, log });
  const fill = (name: string) => {
    const server = room.server(name);
    added(shelves.open(server.guildId), ferry(1));
    return {
      ...server,
      addBot: server.addBot,
      removeBot: server.removeBot,
      markedAt: () => shelves.open(server.guildId).info().markedAt,
    };
  };
  return { room, clock, calls, keeper, logged, membership, fill, rest };
}

const owners = (guild: string, isInstalled: boolean) =>
  ({ guildId: guild, authorizingIntegrationOwners: isInstalled ? { 0: guild } : { 1: '7' } }) as never;

describe('a server that the bot was removed from', () => {
  test('is marked, and others are not', async () => {
    const { fill, membership } = await opened();
    const [left, kept] = [fill('Left'), fill('Kept')];
    left.removeBot();
    await membership.compare();
    expect(left.markedAt()).not.toBeNull();
    expect(kept.markedAt()).toBeNull();
  });

  test('keeps the day on which it was found to be left, however often it is looked at', async () => {
    const { calls, clock, fill, membership } = await opened();
    const left = fill('Left');
    left.removeBot();
    await membership.compare();
    const day = left.markedAt();
    await clock.pass(24 * 3_600_000);
    await membership.compare();
    expect(left.markedAt()).toBe(day);
    expect(calls).toEqual(['left']);
  });

  test('is unmarked when the bot is listed there again, or is used there', async () => {
    const { fill, membership } = await opened();
    const [listed, used] = [fill('Listed'), fill('Used')];
    for (const server of [listed, used]) server.removeBot();
    await membership.compare();
    // Whoever has brought the bot along for themselves says nothing of the server.
    membership.notice(owners(used.guildId, false));
    // Nor does what doesn't say who has brought it.
    membership.notice({ guildId: used.guildId } as never);
    await expect.poll(used.markedAt).not.toBeNull();
    membership.notice(owners(used.guildId, true));
    await expect.poll(used.markedAt).toBeNull();
    listed.addBot();
    await membership.compare();
    expect(listed.markedAt()).toBeNull();
  });

  test('is found among more servers than fit a page', { timeout: 60_000 }, async () => {
    const { fill, membership, room } = await opened();
    const first = fill('First');
    for (let at = 0; at < 205; at++) room.server(`Other ${at}`);
    const last = fill('Last');
    first.removeBot();
    await membership.compare();
    expect(first.markedAt()).not.toBeNull();
    expect(last.markedAt()).toBeNull();
  });
});

describe('when Discord can’t say', () => {
  test('nothing is concluded from a list that can’t be had', async () => {
    const { calls, fill, membership, rest } = await opened();
    fill('Left').removeBot();
    rest.current = new REST({ api: 'http://127.0.0.1:9/api', retries: 0 }).setToken('x');
    await expect(membership.compare()).rejects.toThrow();
    expect(calls).toEqual([]);
  });

  test('a server that stays missing counts as left after an hour, and not before', async () => {
    const { clock, fill, membership, rest } = await opened();
    const missing = fill('Missing');
    const unsure = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url?.includes('/users/@me/guilds')) response.end('[]');
      else response.writeHead(500).end('{}');
    });
    await new Promise<void>((resolve) => unsure.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void unsure.close());
    const api = `http://127.0.0.1:${(unsure.address() as AddressInfo).port}/api`;
    rest.current = new REST({ api, retries: 0 }).setToken('x');
    for (const minutes of [0, 10, 49]) {
      await clock.pass(minutes * 60_000);
      await membership.compare();
      expect(missing.markedAt()).toBeNull();
    }
    await clock.pass(60_000);
    await membership.compare();
    expect(missing.markedAt()).not.toBeNull();
  });

  test('a server whose library can’t be opened is told of, and the others are looked at', async () => {
    const { fill, keeper, logged, membership } = await opened();
    const broken = fill('Broken');
    const left = fill('Left');
    for (const one of [broken, left]) one.removeBot();
    const { info } = keeper;
    keeper.info = (server) => (server === broken.guildId ? Promise.reject(new Error('It is damaged')) : info(server));
    await membership.compare();
    expect(left.markedAt()).not.toBeNull();
    expect(logged.join('\n')).toContain('It is damaged');
  });

  test('what goes wrong is logged, and it is tried again six hours later', async () => {
    const { clock, fill, logged, membership, rest } = await opened();
    const left = fill('Left');
    left.removeBot();
    const working = rest.current;
    rest.current = new REST({ api: 'http://127.0.0.1:9/api', retries: 0 }).setToken('x');
    const stopping = new AbortController();
    const keeping = membership.keepUp(stopping.signal);
    await expect.poll(() => logged.join('\n')).toContain('could not be compared with Discord’s'.replace('’', "'"));
    expect(left.markedAt()).toBeNull();
    rest.current = working;
    await clock.pass(6 * 3_600_000);
    await expect.poll(left.markedAt).not.toBeNull();
    stopping.abort();
    await keeping;
  });
});
