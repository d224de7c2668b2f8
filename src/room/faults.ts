/**
 * What can go wrong at Discord, a switch for each, so that a bot can be tried before it happens. A switch that is set holds
 * until it is set back; an act happens once, to every connection that is open.
 */
import type { JsonObject } from './discord-json.ts';
import { heartbeatMs } from './limits.ts';

/** Of the gateway; as they stand after `createSwitches` all is well. */
export interface GatewaySwitches {
  /** Nobody can connect. */
  isDown: boolean;
  /** Every connection is closed with this code as soon as it is made. */
  closesOnConnect: number | null;
  /** What an identify comes to: a session, the end of it at once (opcode 9), silence, or this close code. */
  identifyAnswer: 'ready' | 'invalid session' | 'silence' | number;
  /** No session can be resumed: the bot is told to identify anew (opcode 9). */
  isForgetful: boolean;
  /** Whether heartbeats are acknowledged. */
  acknowledges: boolean;
  /** How often the bot's heart should beat, told to connections that are made from now on. */
  heartbeatMs: number;
  /** How often each interaction is delivered. */
  copies: number;
  /** How many events, which the bot has had, are delivered again when it resumes. */
  replays: number;
  /** Identifies that are left today; null: those that haven't been used. */
  remainingStarts: number | null;
  /** How many shards a bot is told to make; null: as many as the room was opened with. */
  shards: number | null;
}

/** What becomes of requests whose path has `path` in it. */
export interface RestFault {
  readonly path: string;
  /** How many of them; all, until it is taken away, when left out. */
  readonly times?: number;
  readonly what: RestHappening;
}

export type RestHappening =
  /** Refused, or anything else that a server may say. */
  | { readonly kind: 'answer'; readonly status: number; readonly body?: unknown; readonly headers?: JsonObject }
  /** The connection is reset or closed, or nothing ever comes; done all the same where `isDone`, and the bot can't know. */
  | { readonly kind: 'reset' | 'close' | 'hang'; readonly isDone?: boolean }
  /** Done and answered, after so long. */
  | { readonly kind: 'slow'; readonly ms: number };

/** A name of the room that doesn't resolve; in a room that has names. */
export interface NameFault {
  readonly side: 'rest' | 'gateway';
  /** There is no such name, or nobody to ask. */
  readonly code: 'ENOTFOUND' | 'EAI_AGAIN';
  /** How many look-ups fail; all, until it is taken away, when left out. */
  readonly times?: number;
}

/** With a global limit or the route's own; seconds, as in `Retry-After` (docs, topics/rate-limits). */
export const limited = (seconds: number, isGlobal = false): RestHappening => ({
  kind: 'answer',
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
  headers: {
    'retry-after': String(seconds),
    'x-ratelimit-scope': isGlobal ? 'global' : 'user',
    ...(isGlobal && { 'x-ratelimit-global': 'true' }),
  },
});

export interface Faults {
  readonly gateway: GatewaySwitches;
  /** Asks every bot to reconnect and resume (opcode 7). */
  reconnect(): void;
  /** Ends every session (opcode 9): resumable ones may be resumed at once. */
  endSessions(isResumable: boolean): void;
  /** Closes every connection with this code; a session lives on where the code allows it. */
  close(code: number): void;
  /** Resets every connection without a word. */
  reset(): void;
  /** Reads and says nothing more on every connection, and leaves it open: a half-open socket. */
  freeze(): void;
  /** A frame of any content to every connection. */
  send(frame: string | Uint8Array): void;
  /** Holds for its number of requests, or until the function returned is called. The one given last goes first. */
  rest(fault: RestFault): () => void;
  /** As `rest`, for look-ups of a name. Throws where the room has none. */
  name(fault: NameFault): () => void;
  /** Whether a request is kept waiting. */
  readonly isBusy: boolean;
  /** Connections that were tried so far, whether they came about or not. */
  readonly connects: number;
  /** Identifies so far, whatever came of them. */
  readonly identifies: number;
}

export const createSwitches = (): GatewaySwitches => ({
  isDown: false,
  closesOnConnect: null,
  identifyAnswer: 'ready',
  isForgetful: false,
  acknowledges: true,
  heartbeatMs,
  copies: 1,
  replays: 0,
  remainingStarts: null,
  shards: null,
});

export interface RestFaults {
  add(fault: RestFault): () => void;
  /** What becomes of this request; it counts as one of its fault's. */
  take(path: string): RestHappening | null;
  /** Requests that are kept waiting. */
  waiting: number;
}

export function createRestFaults(): RestFaults {
  let faults: { readonly fault: RestFault; left: number }[] = [];
  return {
    waiting: 0,
    add: (fault) => {
      const one = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      faults = [one, ...faults];
      return () => {
        faults = faults.filter((other) => other !== one);
      };
    },
    take: (path) => {
      const found = faults.find(({ fault, left }) => left > 0 && path.includes(fault.path));
      if (!found) return null;
      found.left--;
      return found.fault.what;
    },
  };
}
