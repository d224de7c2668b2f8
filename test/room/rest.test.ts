/** The HTTP door itself: what is not a route, not JSON, too large; and the record of what was asked. */
import { MessageFlags, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { bodyBytesMax } from '../../src/room/limits.ts';
import { bed, messageIn, onCommand, openedRoom, refusalOf } from './bot.ts';

async function ask(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  return [response.status, await response.json()];
}

test.each([
  ['a path that is no route', '/api/v10/nowhere', 'GET', [404, { message: '404: Not Found', code: 0 }]],
  ['a path outside the API', '/elsewhere', 'GET', [404, { message: '404: Not Found', code: 0 }]],
  ['a route by another method', '/api/v10/gateway', 'POST', [405, { message: '405: Method Not Allowed', code: 0 }]],
  ['a version that is not there', '/api/v2/gateway', 'GET', [400, { message: 'Invalid API version', code: 50041 }]],
  ['a route without the token', '/api/v10/gateway/bot', 'GET', [401, { message: '401: Unauthorized', code: 0 }]],
] as const)('%s is refused as Discord refuses it', async (_name, path, method, expected) => {
  const room = await openedRoom();
  expect(await ask(new URL(path, room.restUrl).href, { method })).toEqual(expected);
});

test('the gateway is found under any version, and under none', async () => {
  const room = await openedRoom();
  for (const version of ['', '/v9', '/v10']) {
    expect(await ask(`${room.restUrl}${version}/gateway`)).toEqual([
      200,
      { url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:/) },
    ]);
  }
});

test('a body that is not JSON is refused, and one that is too large is not kept', async () => {
  const room = await openedRoom();
  const url = `${room.restUrl}/v10/applications/${room.applicationId}/commands`;
  const headers = { authorization: `Bot ${room.token}`, 'content-type': 'application/json' };
  expect(await ask(url, { method: 'POST', headers, body: '{"name":' })).toEqual([
    400,
    { message: 'The request body contains invalid JSON.', code: 50109 },
  ]);
  const body = new Uint8Array(bodyBytesMax + 1);
  expect(await ask(url, { method: 'POST', headers, body })).toEqual([
    413,
    { message: 'Request entity too large', code: 40005 },
  ]);
});

test('a multipart body that is broken is refused', async () => {
  const room = await openedRoom();
  const headers = { authorization: `Bot ${room.token}`, 'content-type': 'multipart/form-data; boundary=x' };
  const url = `${room.restUrl}/v10/applications/${room.applicationId}/commands`;
  expect(await ask(url, { method: 'POST', headers, body: 'no boundary here' })).toMatchObject([400, { code: 50109 }]);
});

test('each request is on record with its route, body, status and code', async () => {
  const { room } = await bed(
    onCommand(async (command) => {
      await command.reply({ content: '' }).catch(() => undefined);
      await command.reply({ content: 'x' });
    }),
  );
  await room.member('Ana').type('/help');
  expect(room.requests.map(({ method, route }) => `${method} ${route}`)).toEqual([
    'GET /gateway/bot',
    'PUT /applications/:application/commands',
    'POST /interactions/:id/:token/callback',
    'POST /interactions/:id/:token/callback',
  ]);
  expect(room.requests.slice(2)).toMatchObject([
    { status: 400, code: 50006, body: { type: 4, data: { content: '' } } },
    { status: 204, code: null, body: { type: 4, data: { content: 'x' } } },
  ]);
});

test('messages of the channel can be read, but for private ones', async () => {
  const { room, client } = await bed(
    onCommand((command) => command.reply({ content: 'psst', flags: MessageFlags.Ephemeral })),
  );
  const ana = room.member('Ana');
  const said = ana.say('aloud');
  const read = (id: string) => client.rest.get(Routes.channelMessage(room.channelId, id));
  expect(await read(said.id)).toMatchObject({ content: 'aloud', author: { id: ana.id } });
  const hidden = messageIn(await ana.type('/help'));
  expect(await refusalOf(read(hidden.id))).toMatchObject({ code: 10008 });
  expect(await refusalOf(client.rest.get(Routes.channel('123')))).toMatchObject({ code: 10003 });
});

test('the room listens on loopback alone', async () => {
  const room = await openedRoom();
  expect(new URL(room.restUrl).hostname).toBe('127.0.0.1');
  const others = Object.values((await import('node:os')).networkInterfaces()).flat();
  for (const { address, family, internal } of others.filter((one) => one !== undefined)) {
    if (internal || family !== 'IPv4') continue;
    await expect(fetch(`http://${address}:${new URL(room.restUrl).port}/api/gateway`)).rejects.toThrow();
  }
});
