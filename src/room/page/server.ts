/** The page's server on loopback: its files, and one socket for each tab. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Member } from '../member.ts';
import { managerPermissions } from '../people.ts';
import type { Room } from '../room.ts';
import { headersFor, pageFiles } from './files.ts';
import { createGuard, type Guard } from './guard.ts';
import { openTab } from './tab.ts';
import { receiveUpload, type Uploads } from './uploads.ts';

export interface PageOptions {
  readonly room: Room;
  /** Tried first; 0 takes any that is free. */
  readonly port: number;
  /** Sentences on what there is to ask about, for whoever comes in. */
  readonly about?: readonly string[];
  /** Command lines that have an answer, for whoever comes in. */
  readonly examples?: readonly string[];
}

export interface Page {
  /** To open in a browser. */
  readonly address: string;
  readonly port: number;
  /** Those that were tried before and belong to someone else. */
  readonly taken: readonly number[];
  close(): Promise<void>;
}

const host = '127.0.0.1';
const portsTried = 20;
const portMax = 65_535;
/** A frame of a tab: a command with its options, at most 6,000 characters each. */
const frameBytesMax = 256 * 1024;
const keyPlace = 'KEY OF THIS TAB';

export async function openPage(options: PageOptions): Promise<Page> {
  const files = pageFiles();
  const guard = createGuard(() => port);
  const readerOf = createReaders(options.room);
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const refuse = (status: number, sentence: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(sentence);
    if (!guard.isOurHost(request)) return void refuse(403, 'This page is only for this machine.');
    const url = addressOf(request);
    if (url?.pathname === '/upload' && request.method === 'POST') {
      const key = url.searchParams.get('key');
      if (!guard.isOurOrigin(request) || !guard.isKey(key))
        return void refuse(403, 'Only the page itself sends files.');
      const { member, uploads } = readerOf(key);
      const how = { bytesMax: member.attachmentBytesMax, name: url.searchParams.get('name') ?? '', uploads };
      return void receiveUpload(request, response, how).catch(() => response.destroy());
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void refuse(405, 'There is nothing to send here.');
    const file = files.get(url?.pathname === '/' ? '/index.html' : (url?.pathname ?? ''));
    if (!file) return void refuse(404, 'There is nothing here.');
    const isPage = file === files.get('/index.html');
    const bytes = isPage ? file.bytes.toString().replace(keyPlace, guard.newKey()) : file.bytes;
    response.writeHead(200, { ...headersFor(port), 'content-type': file.type }).end(bytes);
  };
  const server = createServer(serve);
  const sockets = acceptTabs(server, guard, readerOf, options);
  const { port, taken } = await listen(server, options.port);
  return {
    address: `http://localhost:${port}`,
    port,
    taken,
    close: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close(() => resolve());
      server.closeAllConnections();
      return promise;
    },
  };
}

/** Null for what is no address at all. */
const addressOf = ({ url }: IncomingMessage): URL | null => URL.parse(url ?? '/', 'http://room');

interface Reader {
  readonly member: Member;
  readonly dismissed: Set<string>;
  readonly uploads: Uploads;
}

/**
 * A key stands for a reader, who stays the same one when the tab is loaded again. Whoever opens the page is at home on this
 * machine, and manages the server until they choose not to.
 */
function createReaders(room: Room): (key: string) => Reader {
  const readers = new Map<string, Reader>();
  const comeIn = (): Reader => ({
    member: room.member(`Reader ${readers.size + 1}`, { permissions: managerPermissions }),
    dismissed: new Set(),
    uploads: new Map(),
  });
  return (key) => {
    const reader = readers.get(key) ?? comeIn();
    readers.set(key, reader);
    return reader;
  };
}

function acceptTabs(
  server: Server,
  guard: Guard,
  readerOf: (key: string) => Reader,
  { about = [], examples = [], room }: PageOptions,
): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameBytesMax });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = addressOf(request);
    const key = url?.searchParams.get('key') ?? null;
    if (!guard.isOurHost(request) || !guard.isOurOrigin(request) || url?.pathname !== '/tab' || !guard.isKey(key)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connection) => {
      const tell = (told: unknown) => connection.send(JSON.stringify(told));
      const tab = openTab({ ...readerOf(key), room, about, examples, tell });
      connection.on('message', (data, isBinary) => {
        if (!isBinary) tab.receive(String(data));
      });
      connection.on('close', tab.close);
      connection.on('error', () => connection.terminate());
    });
  });
  return sockets;
}

/** At the port or the next one that is free. */
async function listen(server: Server, first: number): Promise<{ readonly port: number; readonly taken: number[] }> {
  const taken: number[] = [];
  for (let port = first; taken.length < portsTried && port <= portMax; port++) {
    const result = await listenAt(server, port);
    if (typeof result === 'number') return { port: result, taken };
    taken.push(port);
  }
  throw new Error(`The ports from ${first} to ${taken.at(-1)} are all taken; choose another for the page`);
}

function listenAt(server: Server, port: number): Promise<number | 'taken'> {
  const { promise, resolve, reject } = Promise.withResolvers<number | 'taken'>();
  const failed = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') resolve('taken');
    else reject(new Error(`The page can't be opened at port ${port}: ${error.message}`));
  };
  server.once('error', failed);
  server.listen(port, host, () => {
    server.off('error', failed);
    resolve((server.address() as AddressInfo).port);
  });
  return promise;
}
