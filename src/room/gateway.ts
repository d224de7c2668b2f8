/** The gateway: hello, identify, heartbeat, events, resume, reconnect (docs, events/gateway). JSON, uncompressed. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject } from './discord-json.ts';
import type { Faults, GatewaySwitches } from './faults.ts';
import { type Closing, closing, decodedFrame, opcode, silentOpcodes } from './gateway-protocol.ts';
import {
  createSessions,
  type IdentifyBudget,
  type Session,
  type Sessions,
  type SessionsOptions,
} from './gateway-sessions.ts';
import { gatewaySendsMax, gatewaySendsMs } from './limits.ts';

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
  /** Faults, as `Faults` says of each. */
  readonly acts: Pick<Faults, 'close' | 'endSessions' | 'freeze' | 'reconnect' | 'reset' | 'send'>;
  connects(): number;
  /** Identifies that have come in, whatever came of them. */
  identifies(): number;
  close(): void;
}

const versions: readonly unknown[] = [null, '9', '10'];
/** Larger frames are cut off by the socket itself. */
const frameBytesMax = 64 * 1024;

export function createGateway(options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: frameBytesMax });
  const sessions = createSessions(options);
  const { switches } = options;
  let connects = 0;
  let identifies = 0;
  const onIdentify = () => {
    identifies++;
  };
  return {
    accept: (request, socket, head) => {
      connects++;
      if (switches.isDown) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (opened) => {
        const query = new URL(request.url ?? '/', 'http://room').searchParams;
        opened.on('error', () => opened.terminate());
        if (!versions.includes(query.get('v'))) return opened.close(...closing.invalidVersion);
        const isPlain = (query.get('encoding') ?? 'json') === 'json' && !query.has('compress');
        if (!isPlain) return opened.close(...closing.undecodable);
        if (switches.closesOnConnect !== null) return opened.close(switches.closesOnConnect);
        converse(opened, sessions, { ...options, onIdentify });
      });
    },
    emit: sessions.emit,
    isLive: () => sessions.live().length > 0,
    identifyBudget: sessions.identifyBudget,
    drop: () => {
      for (const socket of sessions.live()) socket.terminate();
    },
    acts: actsOn(server, sessions),
    connects: () => connects,
    identifies: () => identifies,
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function actsOn({ clients }: WebSocketServer, sessions: Sessions): Gateway['acts'] {
  const send = (frame: string | Uint8Array) => {
    for (const socket of clients) socket.send(frame);
  };
  return {
    send,
    reconnect: () => send(JSON.stringify({ op: opcode.reconnect, d: null })),
    endSessions: (isResumable) => {
      sessions.end(isResumable);
      send(JSON.stringify({ op: opcode.invalidSession, d: isResumable }));
    },
    close: (code) => {
      for (const socket of clients) socket.close(code);
    },
    reset: () => {
      for (const socket of clients) tcpOf(socket).resetAndDestroy();
    },
    freeze: () => {
      for (const socket of clients) socket.pause();
    },
  };
}

/** ws keeps the connection below it to itself, and offers no way to reset it. */
const tcpOf = (socket: WebSocket): Socket => (socket as unknown as { readonly _socket: Socket })._socket;

/** One connection, from hello to its end. */
function converse(socket: WebSocket, sessions: Sessions, options: GatewayOptions & { onIdentify: () => void }): void {
  const { clock, onIdentify, onReady, switches } = options;
  let session: Session | null = null;
  const times: number[] = [];
  const end = ([code, reason]: Closing) => socket.close(code, reason);
  const enter = (op: unknown, data: JsonObject) => {
    if (session?.socket === socket) return end(closing.alreadyAuthenticated);
    if (op === opcode.identify) onIdentify();
    if (op === opcode.identify && switches.identifyAnswer !== 'ready') return deny(socket, switches.identifyAnswer);
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
    if (op === opcode.heartbeat) {
      if (switches.acknowledges) socket.send(JSON.stringify({ op: opcode.acknowledged }));
      return;
    }
    if (op === opcode.identify || op === opcode.resume) return enter(op, isObject(data) ? data : {});
    if (!session) return end(closing.notAuthenticated);
    if (!silentOpcodes.includes(op)) end(closing.unknownOpcode);
  };
  socket.on('message', receive);
  socket.on('close', (code) => {
    if (session) sessions.leave(session, socket, code);
  });
  socket.send(JSON.stringify({ op: opcode.hello, d: { heartbeat_interval: switches.heartbeatMs } }));
}

/** An identify that comes to nothing. */
function deny(socket: WebSocket, answer: Exclude<GatewaySwitches['identifyAnswer'], 'ready'>): void {
  if (typeof answer === 'number') socket.close(answer);
  else if (answer === 'invalid session') socket.send(JSON.stringify({ op: opcode.invalidSession, d: false }));
}
