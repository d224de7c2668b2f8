import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type OpenedRoom, openRoomWithPage } from '../../src/room/open.ts';

let opened: OpenedRoom;
let port: number;
beforeAll(async () => {
  opened = await openRoomWithPage({ port: 0 });
  port = Number(new URL(opened.address).port);
});
afterAll(() => opened.close());

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asking.on('error', reject).end();
  });
}

const keyOf = (html: string): string => /name="tab-key" content="([^"]+)"/.exec(html)?.[1] ?? '';

/** What the socket says first, or the status with which it is refused. */
function talk(path: string, headers: Record<string, string>): Promise<unknown> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('message', (data) => resolve(JSON.parse(String(data))));
    socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
    socket.on('error', () => {});
  }).finally(() => socket.terminate());
}

/** The status and body of a file that is sent. */
function send(path: string, headers: Record<string, string>, content: string): Promise<readonly [number, unknown]> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => resolve([response.statusCode ?? 0, body]));
    });
    asking.on('error', reject).end(content);
  });
}

describe('the page takes files of its own tabs alone', () => {
  const ours = () => ({ host: `localhost:${port}`, origin: `http://localhost:${port}` });

  test('which have a key', async () => {
    const key = keyOf((await get('/')).body);
    expect(await send(`/upload?key=${key}&name=a.txt`, ours(), 'x')).toEqual([
      200,
      expect.stringMatching(/^\{"id":"\d+"\}$/),
    ]);
    expect((await send('/upload?key=guessed&name=a.txt', ours(), 'x'))[0]).toBe(403);
    expect((await send('/upload?name=a.txt', ours(), 'x'))[0]).toBe(403);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another name that points here', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('and none of %s', async (_, changed) => {
    const key = keyOf((await get('/')).body);
    expect((await send(`/upload?key=${key}&name=a.txt`, { ...ours(), ...changed }, 'x'))[0]).toBe(403);
  });

  test('and no larger ones than a member may send', async () => {
    const key = keyOf((await get('/')).body);
    const [status, body] = await send(`/upload?key=${key}&name=a.txt`, ours(), 'x'.repeat(10 * 1024 * 1024 + 1));
    expect([status, body]).toEqual([413, expect.stringContaining('at most 10 MiB')]);
  });

  test('and none of them is another reader’s', async () => {
    const [mine, theirs] = [keyOf((await get('/')).body), keyOf((await get('/')).body)];
    const [, body] = await send(`/upload?key=${mine}&name=a.txt`, ours(), 'x');
    const { id } = JSON.parse(String(body)) as { id: string };
    const socket = new WebSocket(`ws://127.0.0.1:${port}/tab?key=${theirs}`, { headers: ours() });
    await new Promise((resolve) => socket.on('open', resolve));
    const told = new Promise((resolve) =>
      socket.on('message', (data) => {
        const one = JSON.parse(String(data));
        if (one.ask === 7) resolve(one);
      }),
    );
    const options = [{ type: 11, name: 'file', description: 'd' }];
    await fetch(`${opened.room.restUrl}/v10/applications/${opened.room.applicationId}/commands`, {
      method: 'POST',
      headers: { authorization: `Bot ${opened.room.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'add', description: 'd', options }),
    });
    socket.send(JSON.stringify({ do: 'run', ask: 7, command: 'add', options: {}, files: { file: id } }));
    expect(await told).toMatchObject({ is: 'refused', reason: 'That file is no longer at hand: choose it again' });
    socket.terminate();
  });
});

describe('the page talks to its own tabs alone', () => {
  const ours = () => ({ host: `localhost:${port}`, origin: `http://localhost:${port}` });

  test('which have the key that came with the page', async () => {
    const key = keyOf((await get('/', { host: `localhost:${port}` })).body);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await talk(`/tab?key=${key}`, ours())).toMatchObject({ tell: 'hello', reader: expect.any(String) });
  });

  test('each with a key of its own', async () => {
    const keys = await Promise.all([get('/'), get('/'), get('/')]);
    expect(new Set(keys.map(({ body }) => keyOf(body))).size).toBe(3);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['another name that points here', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('and refuses %s, even with a key', async (_, changed) => {
    const key = keyOf((await get('/')).body);
    expect(await talk(`/tab?key=${key}`, { ...ours(), ...changed })).toBe(403);
  });

  test('and refuses one that says no origin at all', async () => {
    const key = keyOf((await get('/')).body);
    expect(await talk(`/tab?key=${key}`, { host: `localhost:${port}` })).toBe(403);
  });

  test.each(['/tab', '/tab?key=', '/tab?key=guessed', '/gateway?key=', '//', '/%'])('and refuses %s', async (path) => {
    expect(await talk(path, ours())).toBe(403);
  });

  test('under an address of loopback', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(403);
    expect((await get('/', { host: `evil.example:${port}` })).status).toBe(403);
    expect((await get('/', { host: `localhost:${port}` })).status).toBe(200);
    expect((await get('/', { host: `127.0.0.1:${port}` })).status).toBe(200);
  });

  test('lets no other page read, frame or script it', async () => {
    const { headers } = await get('/', { origin: 'https://evil.example' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('gives nothing but its own files, to readers', async () => {
    expect((await get('/page.js')).status).toBe(200);
    expect((await get('/tsconfig.json')).status).toBe(404);
    expect((await get('/../server.ts')).status).toBe(404);
    expect((await get('//')).status).toBe(404);
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });

  test('goes on after frames that mean nothing', async () => {
    const key = keyOf((await get('/')).body);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/tab?key=${key}`, { headers: ours() });
    await new Promise((resolve) => socket.on('open', resolve));
    for (const frame of ['', '{', 'null', '{"do":"run"}', '{"do":"press","ask":1,"message":"1","customId":7}'])
      socket.send(frame);
    const answer = new Promise((resolve) =>
      socket.on('message', (data) => {
        const told = JSON.parse(String(data));
        if (told.ask === 9) resolve(told);
      }),
    );
    socket.send(JSON.stringify({ do: 'press', ask: 9, message: '1', customId: 'x' }));
    expect(await answer).toMatchObject({ is: 'refused', reason: 'That message is no longer in the channel' });
    socket.terminate();
  });

  test('goes on after an address that is none, at the room’s own door too', async () => {
    const { host } = new URL(opened.room.restUrl);
    const socket = new WebSocket(`ws://${host}//`);
    await new Promise((resolve) => socket.on('error', resolve));
    expect((await fetch(`${opened.room.restUrl}/gateway`)).status).toBe(200);
  });

  test('listens on loopback alone', async () => {
    const others = Object.values((await import('node:os')).networkInterfaces())
      .flatMap((one) => one ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others) {
      const reached = await new Promise((resolve) => {
        const socket = connect(port, address, () => resolve(true));
        socket.on('error', () => resolve(false));
      });
      expect(reached).toBe(false);
    }
  });
});

test('a port that is taken is named, and the next one is tried', async () => {
  const squatter = createServer();
  const taken = await new Promise<number>((resolve) => {
    squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { readonly port: number }).port));
  });
  const room = await openRoomWithPage({ port: taken });
  expect(room.taken[0]).toBe(taken);
  expect(Number(new URL(room.address).port)).toBeGreaterThan(taken);
  await room.close();
  await new Promise((resolve) => squatter.close(resolve));
});
