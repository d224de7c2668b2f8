/**
 * Requests that Discord refuses (401, 403, 429): after 10,000 from one address within ten minutes it takes none from there for a
 * while (docs, topics/rate-limits). The library counts those of all its clients together, and tells of every so many.
 */

import { RateLimitError, type REST, RESTEvents, type RESTOptions } from 'discord.js';
import type { LogLine } from '../model.ts';

/** Of waiting for a limit to pass, without a word. */
const quietMostMs = 60_000;

/**
 * For the options of each client. Where nothing says for how long to wait, as on a page of whoever stands before Discord, the
 * library would ask again at once and for ever.
 */
export const refusalsHeeded = {
  invalidRequestWarningInterval: 500,
  rejectOnRateLimit: ({ retryAfter }) => !(retryAfter > 0 && retryAfter <= quietMostMs),
} as const satisfies Partial<RESTOptions>;

export const tellRefusals = (rest: REST, log: LogLine): void => {
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log(`Discord has refused ${count} requests of late; at 10,000 it closes its doors for a while.`, 'warn'),
  );
};

/** A timer takes no more than 25 days; who is sent away for longer asks once a day. */
const limitMostMs = 24 * 60 * 60_000;

/** For how long Discord asks to be left alone, in milliseconds; 0 for any other fault. */
export function limitOf(error: unknown): number {
  const ms = error instanceof RateLimitError ? error.retryAfter : 0;
  return Number.isFinite(ms) ? Math.min(ms, limitMostMs) : 0;
}
