/** The gateway: hello, identify, heartbeat, events, resume with what was missed, reconnect (docs, events/gateway). */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from './clock.ts';
import { isObject, type JsonObject } from './discord-json.ts';
import {
  gatewayBytesMax,
  gatewaySendsMax,
  gatewaySendsMs,
  heartbeatMs,
  identifiesMax,
  identifiesMs,
  knownIntents,
  privilegedIntents,
  replayedEventsMax,
  resumeMs,
} from './limits.ts';

/** docs, topics/opcodes-and-status-codes#gateway. */
const op = {
  event: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;
/** Presence, voice state, members, soundboard, channel information: taken and left unanswered. */
const silentOps: readonly unknown[] = [3, 4, 8, 31, 43];
const closing = {
  unknownOp: [4001, 'Unknown opcode.'],
  undecodable: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  badToken: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  tooMany: [4008, 'Rate limited.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const;
type CloseReason = (typeof closing)[keyof typeof closing];

/** Closing with these ends the session at once. */
const finalCodes: readonly number[] = [1000, 1001];

interface Session {
  readonly id: string;
  sequence: number;
  readonly sent: { readonly sequence: number; readonly frame: string }[];
  socket: WebSocket | null;
  droppedAt: number;
}

export interface GatewayOptions {
  readonly clock: Clock;
  readonly token: string;
  /** The data of READY but for what belongs to the session. */
  readonly ready: () => JsonObject;
  readonly url: () => string;
  readonly onIdentify: () => void;
}

export interface Gateway {
  /** Takes over a request to upgrade. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** To every session; false when none is there or can come back. */
  emit(name: string, data: JsonObject): boolean;
  identifiesLeft(): { readonly total: number; readonly remaining: number; readonly resetAfterMs: number };
  /** Cuts every connection without a word; the sessions can be resumed. */
  drop(): void;
  /** Asks every bot to reconnect and resume (opcode 7). */
  askToReconnect(): void;
  close(): void;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { clock } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const sessions = new Map<string, Session>();
  const identifies: number[] = [];

  const forget = () => {
    for (const session of sessions.values()) {
      if (!session.socket && clock.now() - session.droppedAt > resumeMs) sessions.delete(session.id);
    }
  };

  const send = (session: Session, name: string, data: JsonObject) => {
    session.sequence++;
    const frame = JSON.stringify({ op: op.event, t: name, s: session.sequence, d: data });
    session.sent.push({ sequence: session.sequence, frame });
    if (session.sent.length > replayedEventsMax) session.sent.shift();
    session.socket?.send(frame);
  };

  const identify = (socket: WebSocket, data: JsonObject): Session | CloseReason => {
    if (data['token'] !== options.token) return closing.badToken;
    const intents = Number(data['intents'] ?? Number.NaN);
    if (!Number.isInteger(intents) || (intents & ~knownIntents) !== 0) return closing.invalidIntents;
    if ((intents & privilegedIntents) !== 0) return closing.disallowedIntents;
    identifies.push(clock.now());
    const session: Session = { id: randomBytes(16).toString('hex'), sequence: 0, sent: [], socket, droppedAt: 0 };
    sessions.set(session.id, session);
    const shard = Array.isArray(data['shard']) ? { shard: data['shard'] } : {};
    const own = { session_id: session.id, resume_gateway_url: options.url(), ...shard };
    send(session, 'READY', { ...options.ready(), ...own });
    options.onIdentify();
    return session;
  };

  const resume = (socket: WebSocket, data: JsonObject): Session | CloseReason | null => {
    if (data['token'] !== options.token) return closing.badToken;
    forget();
    const session = sessions.get(String(data['session_id']));
    const sequence = Number(data['seq']);
    const oldest = session?.sent[0]?.sequence ?? 1;
    if (!session || sequence < oldest - 1) {
      socket.send(JSON.stringify({ op: op.invalidSession, d: false }));
      return null;
    }
    if (!(sequence <= session.sequence)) return closing.invalidSequence;
    session.socket?.terminate();
    session.socket = socket;
    for (const event of session.sent) if (event.sequence > sequence) socket.send(event.frame);
    send(session, 'RESUMED', {});
    return session;
  };

  const converse = (socket: WebSocket) => {
    let session: Session | null = null;
    const times: number[] = [];
    socket.send(JSON.stringify({ op: op.hello, d: { heartbeat_interval: heartbeatMs } }));
    const end = ([code, reason]: CloseReason) => socket.close(code, reason);
    socket.on('message', (raw) => {
      const now = clock.now();
      while (times[0] !== undefined && times[0] <= now - gatewaySendsMs) times.shift();
      if (times.push(now) > gatewaySendsMax) return end(closing.tooMany);
      const payload = decoded(raw);
      if (!payload) return end(closing.undecodable);
      const data = isObject(payload['d']) ? payload['d'] : {};
      switch (payload['op']) {
        case op.heartbeat:
          return socket.send(JSON.stringify({ op: op.ack }));
        case op.identify:
        case op.resume: {
          if (session) return end(closing.alreadyAuthenticated);
          const result = payload['op'] === op.identify ? identify(socket, data) : resume(socket, data);
          if (result && 'id' in result) session = result;
          else if (result) end(result);
          return;
        }
        default:
          if (!session) return end(closing.notAuthenticated);
          if (!silentOps.includes(payload['op'])) end(closing.unknownOp);
      }
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (session?.socket !== socket) return;
      session.socket = null;
      session.droppedAt = clock.now();
      if (finalCodes.includes(code)) sessions.delete(session.id);
    });
  };

  const connected = () => [...sessions.values()].flatMap(({ socket }) => (socket ? [socket] : []));
  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => {
        const query = new URL(request.url ?? '/', 'http://room').searchParams;
        if (!['9', '10', null].includes(query.get('v'))) return opened.close(...closing.invalidVersion);
        if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress'))
          return opened.close(...closing.undecodable);
        converse(opened);
      }),
    emit: (name, data) => {
      forget();
      for (const session of sessions.values()) send(session, name, data);
      return sessions.size > 0;
    },
    identifiesLeft: () => {
      const now = clock.now();
      while (identifies[0] !== undefined && identifies[0] <= now - identifiesMs) identifies.shift();
      const resetAfterMs = identifies[0] === undefined ? 0 : identifies[0] + identifiesMs - now;
      return { total: identifiesMax, remaining: Math.max(0, identifiesMax - identifies.length), resetAfterMs };
    },
    drop: () => {
      for (const socket of connected()) socket.terminate();
    },
    askToReconnect: () => {
      for (const socket of connected()) socket.send(JSON.stringify({ op: op.reconnect, d: null }));
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** A frame of the bot; null when it is too large or not a JSON object. */
function decoded(raw: RawData): JsonObject | null {
  const text = raw.toString();
  if (Buffer.byteLength(text) > gatewayBytesMax) return null;
  try {
    const payload: unknown = JSON.parse(text);
    return isObject(payload) ? payload : null;
  } catch {
    return null;
  }
}
