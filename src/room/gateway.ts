/** The gateway: hello, identify, heartbeat, events, resume, reconnect (docs, events/gateway). JSON, uncompressed. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject } from './discord-json.ts';
import { type Closing, closing, decodedFrame, opcode, silentOpcodes } from './gateway-protocol.ts';
import {
  createSessions,
  type IdentifyBudget,
  type Session,
  type Sessions,
  type SessionsOptions,
} from './gateway-sessions.ts';
import { gatewaySendsMax, gatewaySendsMs, heartbeatMs } from './limits.ts';

export interface GatewayOptions extends SessionsOptions {
  /** A bot has identified or resumed. */
  readonly onReady: () => void;
}

export interface Gateway {
  /** Takes over a request to upgrade. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** To every session with the intent; false when no session is there or can come back. */
  emit(name: string, data: JsonObject, asked?: number): boolean;
  isLive(): boolean;
  identifyBudget(): IdentifyBudget;
  /** Cuts every connection without a word; the sessions can be resumed. */
  drop(): void;
  /** Asks every bot to reconnect and resume (opcode 7). */
  askToReconnect(): void;
  close(): void;
}

const versions: readonly unknown[] = [null, '9', '10'];
/** Larger frames are cut off by the socket itself. */
const frameBytesMax = 64 * 1024;

export function createGateway(options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: frameBytesMax });
  const sessions = createSessions(options);
  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => {
        const query = new URL(request.url ?? '/', 'http://room').searchParams;
        opened.on('error', () => opened.terminate());
        if (!versions.includes(query.get('v'))) return opened.close(...closing.invalidVersion);
        const isPlain = (query.get('encoding') ?? 'json') === 'json' && !query.has('compress');
        if (!isPlain) return opened.close(...closing.undecodable);
        converse(opened, sessions, options);
      }),
    emit: sessions.emit,
    isLive: () => sessions.live().length > 0,
    identifyBudget: sessions.identifyBudget,
    drop: () => {
      for (const socket of sessions.live()) socket.terminate();
    },
    askToReconnect: () => {
      for (const socket of sessions.live()) socket.send(JSON.stringify({ op: opcode.reconnect, d: null }));
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** One connection, from hello to its end. */
function converse(socket: WebSocket, sessions: Sessions, { clock, onReady }: GatewayOptions): void {
  let session: Session | null = null;
  const times: number[] = [];
  const end = ([code, reason]: Closing) => socket.close(code, reason);
  const enter = (op: unknown, data: JsonObject) => {
    if (session) return end(closing.alreadyAuthenticated);
    const entered = op === opcode.identify ? sessions.identify(socket, data) : sessions.resume(socket, data);
    if (entered === null) return socket.send(JSON.stringify({ op: opcode.invalidSession, d: false }));
    if (!('id' in entered)) return end(entered);
    session = entered;
    onReady();
  };
  const receive = (raw: RawData) => {
    const now = clock.now();
    while (times[0] !== undefined && times[0] <= now - gatewaySendsMs) times.shift();
    if (times.push(now) > gatewaySendsMax) return end(closing.tooMany);
    const payload = decodedFrame(raw);
    if (!payload) return end(closing.undecodable);
    const { op, d: data } = payload;
    if (op === opcode.heartbeat) return socket.send(JSON.stringify({ op: opcode.acknowledged }));
    if (op === opcode.identify || op === opcode.resume) return enter(op, isObject(data) ? data : {});
    if (!session) return end(closing.notAuthenticated);
    if (!silentOpcodes.includes(op)) end(closing.unknownOpcode);
  };
  socket.on('message', receive);
  socket.on('close', (code) => {
    if (session) sessions.leave(session, socket, code);
  });
  socket.send(JSON.stringify({ op: opcode.hello, d: { heartbeat_interval: heartbeatMs } }));
}
