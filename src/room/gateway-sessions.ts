/** The sessions of the bot: identified, sent events in sequence, resumed with what they missed. */
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Clock } from './clock.ts';
import type { JsonObject } from './discord-json.ts';
import type { GatewaySwitches } from './faults.ts';
import { type Closing, closing, finalCodes, intent, opcode } from './gateway-protocol.ts';
import { identifiesMax, identifiesMs, knownIntents, privilegedIntents, replayedEventsMax, resumeMs } from './limits.ts';
import { isOnShard, type Shard, shardIn } from './shards.ts';

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  sequence: number;
  readonly sent: { readonly sequence: number; readonly frame: string }[];
  /** Null while the bot is away and may come back. */
  socket: WebSocket | null;
  droppedAt: number;
}

export interface SessionsOptions {
  readonly clock: Clock;
  readonly token: string;
  readonly switches: GatewaySwitches;
  /** The data of READY on a shard, but for what belongs to the session. */
  readonly ready: (shard: Shard) => JsonObject;
  /** The servers with the bot in them, for a bot that has asked for their events. */
  readonly guilds: () => readonly JsonObject[];
  readonly url: () => string;
}

export interface IdentifyBudget {
  readonly total: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
}

export interface Sessions {
  identify(socket: WebSocket, data: JsonObject): Session | Closing;
  /** Null when the session can't be resumed: the bot is told to identify anew. */
  resume(socket: WebSocket, data: JsonObject): Session | Closing | null;
  /** The socket of the session has closed. */
  leave(session: Session, socket: WebSocket, code: number): void;
  /** Ends every session, but for those that may be resumed. */
  end(isResumable: boolean): void;
  /** To every session with the intent, on the shard of the data's server; false when no session is there or can come back. */
  emit(name: string, data: JsonObject, asked?: number): boolean;
  live(): readonly WebSocket[];
  identifyBudget(): IdentifyBudget;
}

export function createSessions({ clock, guilds, switches, token, ready, url }: SessionsOptions): Sessions {
  const sessions = new Map<string, Session>();
  const identifies: number[] = [];

  const forgetOld = () => {
    for (const session of sessions.values()) {
      if (!session.socket && clock.now() - session.droppedAt > resumeMs) sessions.delete(session.id);
    }
  };

  return {
    identify: (socket, data) => {
      if (data['token'] !== token) return closing.badToken;
      const refused = intentsRefusal(data['intents']);
      if (refused) return refused;
      identifies.push(clock.now());
      const intents = Number(data['intents']);
      const id = randomBytes(16).toString('hex');
      const shard = shardIn(data['shard']);
      const session: Session = { id, intents, shard, sequence: 0, sent: [], socket, droppedAt: 0 };
      sessions.set(session.id, session);
      const own = Array.isArray(data['shard']) ? { shard: data['shard'] } : {};
      send(session, 'READY', { ...ready(shard), session_id: session.id, resume_gateway_url: url(), ...own });
      if (hasIntent(session, intent.guilds)) for (const guild of guilds()) send(session, 'GUILD_CREATE', guild);
      return session;
    },
    resume: (socket, data) => {
      if (data['token'] !== token) return closing.badToken;
      forgetOld();
      const session = sessions.get(String(data['session_id']));
      const sequence = Number(data['seq']);
      if (!session || switches.isForgetful || sequence < (session.sent[0]?.sequence ?? 1) - 1) return null;
      if (!(sequence <= session.sequence)) return closing.invalidSequence;
      session.socket?.terminate();
      session.socket = socket;
      const had = sequence - switches.replays;
      for (const event of session.sent) if (event.sequence > had && event.sequence > 1) socket.send(event.frame);
      send(session, 'RESUMED', {});
      return session;
    },
    leave: (session, socket, code) => {
      if (session.socket !== socket) return;
      session.socket = null;
      session.droppedAt = clock.now();
      if (finalCodes.includes(code)) sessions.delete(session.id);
    },
    end: (isResumable) => {
      const now = clock.now();
      for (const session of sessions.values()) {
        session.socket = null;
        session.droppedAt = now;
      }
      if (!isResumable) sessions.clear();
    },
    emit: (name, data, asked = intent.none) => {
      forgetOld();
      const copies = name === 'INTERACTION_CREATE' ? switches.copies : 1;
      for (const session of sessions.values()) {
        if (hasIntent(session, asked) && isOnShard(session.shard, data)) send(session, name, data, copies);
      }
      return sessions.size > 0;
    },
    live: () => [...sessions.values()].flatMap(({ socket }) => (socket ? [socket] : [])),
    identifyBudget: () => {
      const now = clock.now();
      while (identifies[0] !== undefined && identifies[0] <= now - identifiesMs) identifies.shift();
      const resetAfterMs = identifies[0] === undefined ? 0 : identifies[0] + identifiesMs - now;
      const remaining = switches.remainingStarts ?? Math.max(0, identifiesMax - identifies.length);
      return { total: identifiesMax, remaining, resetAfterMs };
    },
  };
}

const hasIntent = ({ intents }: Session, asked: number): boolean => (intents & asked) === asked;

function intentsRefusal(given: unknown): Closing | null {
  const intents = typeof given === 'number' && Number.isInteger(given) ? given : null;
  if (intents === null || (intents & ~knownIntents) !== 0) return closing.invalidIntents;
  return (intents & privilegedIntents) === 0 ? null : closing.disallowedIntents;
}

function send(session: Session, name: string, data: JsonObject, copies = 1): void {
  session.sequence++;
  const frame = JSON.stringify({ op: opcode.event, t: name, s: session.sequence, d: data });
  session.sent.push({ sequence: session.sequence, frame });
  if (session.sent.length > replayedEventsMax) session.sent.shift();
  for (let copy = 0; copy < copies; copy++) session.socket?.send(frame);
}
