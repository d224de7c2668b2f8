/** The words of the gateway: opcodes, close codes, and a frame read (docs, topics/opcodes-and-status-codes). */
import type { RawData } from 'ws';
import { isObject, type JsonObject } from './discord-json.ts';
import { gatewayBytesMax } from './limits.ts';

export const opcode = {
  event: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;

/** By which a bot asks for events (docs, events/gateway#list-of-intents); 0 for those that come to every bot. */
export const intent = { none: 0, guilds: 1 << 0 } as const;

/** Presence, voice state, members, soundboard, channel information: taken and left unanswered. */
export const silentOpcodes: readonly unknown[] = [3, 4, 8, 31, 43];

export const closing = {
  unknownOpcode: [4001, 'Unknown opcode.'],
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

export type Closing = (typeof closing)[keyof typeof closing];

/** A bot that closes with one of these ends its session (docs, events/gateway#initiating-a-disconnect). */
export const finalCodes: readonly number[] = [1000, 1001];

/** A frame of the bot; null when it is too large or not a JSON object. */
export function decodedFrame(raw: RawData): JsonObject | null {
  const text = raw.toString();
  if (Buffer.byteLength(text) > gatewayBytesMax) return null;
  try {
    const payload: unknown = JSON.parse(text);
    return isObject(payload) ? payload : null;
  } catch {
    return null;
  }
}
