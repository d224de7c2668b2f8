/** A way to the room with something changed on it: what its answers say, or what time they say it is. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Room } from '../../src/room/room.ts';

type Json = Record<string, unknown>;

export interface Changes {
  /** By the path without its version; gives the body that is sent instead. */
  readonly bodies?: Readonly<Record<string, (body: Json) => unknown>>;
  /** Of any answer. */
  readonly status?: number;
  readonly aheadMs?: number;
}

/** Gives the REST base. */
export async function wayTo(room: Room, { aheadMs = 0, bodies = {}, status }: Changes): Promise<string> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const { authorization } = request.headers;
    const answer = await fetch(room.restUrl.replace(/\/api$/, path), {
      headers: authorization ? { authorization } : {},
    });
    const body = (await answer.json()) as Json;
    const change = bodies[path.replace(/^\/api\/v\d+/, '').replace(/\?.*/, '')];
    response.writeHead(status ?? answer.status, { date: new Date(Date.now() + aheadMs).toUTCString() });
    response.end(JSON.stringify(change ? change(body) : body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}
