/** The gateway, by the real discord.js and, where a bot has to misbehave, by a bare socket. */
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createManualClock } from '../../src/room/clock.ts';
import type { JsonObject } from '../../src/room/discord-json.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import { bed, connectedBot, messageIn, onCommand, openedRoom } from './bot.ts';

/** Frames as they come, and the close code at the end. */
async function bareSocket(room: Room, query = 'v=10&encoding=json') {
  const { url } = (await (await fetch(`${room.restUrl}/gateway`)).json()) as { url: string };
  const socket = new WebSocket(`${url}/?${query}`);
  onTestFinished(() => socket.terminate());
  const frames: JsonObject[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as JsonObject));
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  await new Promise((resolve) => socket.once('open', resolve));
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const until = async (fits: (frame: JsonObject) => boolean) => {
    await expect.poll(() => frames.some(fits), { interval: 5 }).toBe(true);
    return frames.find(fits) as JsonObject & { readonly d: JsonObject };
  };
  return { socket, frames, closed, send, until };
}

/** Until the room has noticed that no bot is connected. */
const untilAlone = (room: Room) => {
  const soon = () => new Promise<string>((resolve) => setImmediate(resolve, 'nobody'));
  const who = () => Promise.race([room.untilReady().then(() => 'a bot'), soon()]);
  return expect.poll(who, { interval: 5 }).toBe('nobody');
};

const identify = (room: Room, more: JsonObject = {}) => ({ token: room.token, intents: 0, properties: {}, ...more });

test('a bot without intents becomes ready and knows its servers, unavailable at first', async () => {
  const room = await openedRoom();
  const waiting = room.untilReady();
  const { client } = await connectedBot(room, () => undefined);
  await waiting;
  expect(client.application.id).toBe(room.applicationId);
  expect(client.user.bot).toBe(true);
  expect(client.guilds.cache.map((guild) => [guild.id, guild.available])).toEqual([[room.guildId, false]]);
});

test('a bad token ends with 4004, and at the REST door with 401', async () => {
  const room = await openedRoom();
  const client = new Client({ intents: [], rest: { api: room.restUrl } });
  onTestFinished(() => client.destroy());
  await expect(client.login('another')).rejects.toThrow('An invalid token was provided');
  const response = await fetch(`${room.restUrl}/v10/users/@me`, { headers: { authorization: 'Bot another' } });
  expect([response.status, await response.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  const { closed, send } = await bareSocket(room);
  send(2, identify(room, { token: 'another' }));
  expect(await closed).toBe(4004);
});

test('privileged intents are disallowed with 4014, and intents that are none with 4013', async () => {
  const room = await openedRoom();
  const client = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: room.restUrl } });
  onTestFinished(() => client.destroy());
  await expect(client.login(room.token)).rejects.toThrow('disallowed intents');
  const { closed, send } = await bareSocket(room);
  send(2, identify(room, { intents: 1 << 30 }));
  expect(await closed).toBe(4013);
});

test('a heartbeat is acknowledged, before and after identifying', async () => {
  const { send, until, frames } = await bareSocket(await openedRoom());
  expect((await until(({ op }) => op === 10)).d).toEqual({ heartbeat_interval: 41_250 });
  send(1, null);
  await until(({ op }) => op === 11);
  expect(frames).toHaveLength(2);
});

test.each([
  ['an event before identifying', 4003, [[3, {}]]],
  [
    'an unknown opcode',
    4001,
    [
      [2, 'identify'],
      [99, {}],
    ],
  ],
  [
    'identifying twice',
    4005,
    [
      [2, 'identify'],
      [2, 'identify'],
    ],
  ],
  ['a frame of more than 4,096 bytes', 4002, [[2, { token: 'x'.repeat(5000) }]]],
] as const)('%s closes the connection with %i', async (_name, code, frames) => {
  const room = await openedRoom();
  const { closed, send } = await bareSocket(room);
  for (const [op, data] of frames) send(op, data === 'identify' ? identify(room) : data);
  expect(await closed).toBe(code);
});

test('more than 120 frames in a minute close the connection with 4008', async () => {
  const { closed, send } = await bareSocket(await openedRoom());
  for (let sent = 0; sent < 121; sent++) send(1, null);
  expect(await closed).toBe(4008);
});

test('another version or encoding of the gateway is refused', async () => {
  const room = await openedRoom();
  expect(await (await bareSocket(room, 'v=6&encoding=json')).closed).toBe(4012);
  expect(await (await bareSocket(room, 'v=10&encoding=etf')).closed).toBe(4002);
});

test('a bot whose connection is cut resumes and gets what it missed, once', async () => {
  let asked = 0;
  const { room, client } = await bed(
    onCommand((command) => {
      asked++;
      return command.reply('back again');
    }),
  );
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, (_shard, events) => resolve(events)));
  room.gateway.drop();
  const outcome = await room.member('Ana').type('/help');
  expect(messageIn(outcome).text).toBe('back again');
  // discord.js counts RESUMED itself as well.
  expect(await resumed).toBe(2);
  expect(asked).toBe(1);
});

test('a bot that is asked to reconnect resumes', async () => {
  const { room, client } = await bed(onCommand((command) => command.reply('here')));
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  room.gateway.askToReconnect();
  await resumed;
  expect(messageIn(await room.member('Ana').type('/help')).text).toBe('here');
});

test('a resumed session is sent what came after the sequence that it names, and no more', async () => {
  const room = await openedRoom({ responseMs: 20 });
  const first = await bareSocket(room);
  first.send(2, identify(room));
  const { session_id } = (await first.until(({ t }) => t === 'READY')).d;
  const { client } = await connectedBot(room, () => undefined);
  await client.application.commands.set([{ name: 'help', description: 'x' }]);
  for (const _time of [2, 3]) await room.member('Ana').type('/help');
  first.socket.terminate();
  const second = await bareSocket(room);
  second.send(6, { token: room.token, session_id, seq: 2 });
  await second.until(({ t }) => t === 'RESUMED');
  expect(second.frames.map(({ t, s }) => [t, s])).toEqual([
    [undefined, undefined],
    ['INTERACTION_CREATE', 3],
    ['RESUMED', 4],
  ]);
});

test('a session that ended, is too old or never was cannot be resumed', async () => {
  const clock = createManualClock();
  const room = await openedRoom({ clock });
  const session = async (code: number | null) => {
    const { socket, closed, send, until } = await bareSocket(room);
    send(2, identify(room));
    const ready = await until(({ t }) => t === 'READY');
    if (code === null) socket.terminate();
    else socket.close(code);
    await closed;
    return ready.d['session_id'];
  };
  const resume = async (sessionId: unknown, seq: number) => {
    const { socket, closed, send, until } = await bareSocket(room);
    send(6, { token: room.token, session_id: sessionId, seq });
    const frame = until(({ op, t }) => op === 9 || t === 'RESUMED').then(({ op, t }) => t ?? `op ${op}`);
    const result = await Promise.race([closed, frame]);
    socket.terminate();
    return result;
  };
  expect(await resume(await session(null), 1)).toBe('RESUMED');
  expect(await resume(await session(4000), 1)).toBe('RESUMED');
  expect(await resume(await session(4000), 7)).toBe(4007);
  expect(await resume(await session(1000), 1)).toBe('op 9');
  expect(await resume('never', 1)).toBe('op 9');
  const old = await session(null);
  await untilAlone(room);
  clock.advance(3 * 60_000 + 1);
  expect(await resume(old, 1)).toBe('op 9');
});

test('each identify is taken from the daily budget', async () => {
  const clock = createManualClock();
  const room = await openedRoom({ clock });
  const limit = async () => {
    const response = await fetch(`${room.restUrl}/v10/gateway/bot`, {
      headers: { authorization: `Bot ${room.token}` },
    });
    return ((await response.json()) as { session_start_limit: JsonObject }).session_start_limit;
  };
  expect(await limit()).toMatchObject({ total: 1000, remaining: 1000, max_concurrency: 1 });
  const { send, until } = await bareSocket(room);
  send(2, identify(room));
  await until(({ t }) => t === 'READY');
  expect(await limit()).toMatchObject({ remaining: 999, reset_after: 86_400_000 });
  clock.advance(86_400_000);
  expect(await limit()).toMatchObject({ remaining: 1000 });
});

test('a bot that starts again is waited for again', async () => {
  const room = await openedRoom();
  const first = await connectedBot(room, () => undefined);
  await room.untilReady();
  await first.client.destroy();
  const { requests } = room;
  await untilAlone(room);
  const second = connectedBot(room, () => undefined);
  await room.untilReady();
  await second;
  expect(requests.filter(({ route }) => route === '/gateway/bot')).toHaveLength(2);
});

test('a port that is taken is named', async () => {
  const room = await openedRoom();
  const port = Number(new URL(room.restUrl).port);
  await expect(openRoom({ port })).rejects.toThrow(`Port ${port} is taken`);
});
