/**
 * The connection to Discord, kept up: made again with growing pauses when it can't be made or goes wrong for long, given up
 * at once when only a person can mend it.
 */

import type { Client } from 'discord.js';
import type { LogLine } from '../model.ts';
import { createClient, type OneClient, RefusedError } from './client.ts';
import type { Clock } from './clock.ts';
import { createDials, createOutage } from './dials.ts';
import { createIdentifyBudget, type IdentifyBudget, type SessionStarts } from './identify-budget.ts';
import { limitOf } from './refusals.ts';
import { failureOf } from './respond.ts';
import { type Shards, watchShards } from './shards.ts';
import { ToldError } from './told-error.ts';

export { RefusedError } from './client.ts';

export interface ConnectionOptions {
  readonly token: string;
  readonly restUrl: string | null;
  readonly clock: Clock;
  readonly log: LogLine;
  /** Ends the attempts. */
  readonly signal?: AbortSignal;
  /** Called with each new client, before it connects. */
  readonly prepare: (client: Client, shards: Shards, budget: IdentifyBudget) => void;
  /** Pauses between attempts, in milliseconds: the first, doubled up to the most. */
  readonly pauses?: { readonly firstMs: number; readonly mostMs: number };
  /** Without an acknowledged heartbeat for so long, a shard is taken for dead whatever it says of itself. */
  readonly beatlessMax?: number;
}

export interface Connection {
  readonly client: () => Client<true>;
  readonly shards: () => Shards;
  readonly budget: IdentifyBudget;
  /** Rejects, with a RefusedError, when Discord has closed the connection for good. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

/** Without any shard for so long, or without a beat of one's heart, a new connection is made: two and a half beats (41.25 s). */
const downMax = 103_000;
/** One shard of several that stays away: a new connection costs an identify for each. */
const awayMax = 15 * 60_000;
/** Discord closes as soon as it is connected, over and over: the library would try twice a second for ever. */
const reconnectsMax = 12;
const lookMs = 5_000;
const pausesOf = { firstMs: 1_000, mostMs: 60_000 };

interface Current {
  readonly one: OneClient;
  readonly client: Client<true>;
  readonly shards: Shards;
}

/** Fulfilled once every shard is ready for the first time; rejects with a RefusedError alone. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { clock, log } = options;
  const stopping = new AbortController();
  options.signal?.addEventListener('abort', () => stopping.abort(), { once: true });
  if (options.signal?.aborted) stopping.abort();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => {});
  const end = (error: RefusedError) => {
    if (stopping.signal.aborted) return;
    reject(error);
    stopping.abort(error);
  };
  let starts: () => Promise<SessionStarts> = async () => ({ total: 1, remaining: 1, resetAfterMs: 0 });
  const budget = createIdentifyBudget({ clock, alert: (sentence) => log(sentence, 'error'), starts: () => starts() });
  const outage = createOutage(clock, log);

  const attempt = async (): Promise<Current> => {
    outage.forget();
    const dials = createDials(outage);
    const one = createClient({
      ...{ restUrl: options.restUrl, clock, log, budget, dials },
      onRefused: end,
      onStarts: (read) => {
        starts = read;
      },
    });
    const shards = watchShards(one.client, clock, dials);
    options.prepare(one.client, shards, budget);
    const trying = new AbortController();
    const signal = AbortSignal.any([stopping.signal, trying.signal]);
    try {
      const ready = one.ready(options.token, signal);
      const fault = untilFault(shards, signal).then((why) => Promise.reject(new ToldError(why)));
      return { one, client: await Promise.race([ready, fault]), shards };
    } catch (error) {
      await one.destroy();
      throw error;
    } finally {
      trying.abort();
    }
  };
  /** Until it is connected. */
  const persist = async (): Promise<Current> => {
    const { firstMs, mostMs } = options.pauses ?? pausesOf;
    for (let pause = firstMs; ; pause = Math.min(pause * 2, mostMs)) {
      try {
        return await attempt();
      } catch (error) {
        if (stopping.signal.aborted) throw stopping.signal.reason;
        if (error instanceof RefusedError) throw error;
        // Not all bots of a host that comes back are to come at once.
        const ms = limitOf(error) + Math.round(pause * (0.75 + Math.random() / 2));
        log(`Discord can't be reached: ${failureOf(error)}. Trying again in ${Math.ceil(ms / 1000)} s.`, 'warn');
        await clock.wait(ms, stopping.signal);
      }
    }
  };
  /** What is wrong with the connection, when something is. */
  const untilFault = async (shards: Shards, signal: AbortSignal): Promise<string> => {
    for (;;) {
      await clock.wait(lookMs, signal);
      const why = wrongWith(shards, budget, options.beatlessMax ?? downMax);
      if (why) return why;
    }
  };
  let current: Current;
  const supervise = async (): Promise<never> => {
    for (;;) {
      const why = await untilFault(current.shards, stopping.signal);
      log(`${why}. A new connection is made.`, 'warn');
      // One that is half open says nothing of its end, and would be told as ready until there is another.
      current.shards.giveUp();
      await current.one.destroy();
      current = await persist();
      log('Connected to Discord again.');
    }
  };

  current = await persist();
  supervise().catch((error: unknown) => {
    if (error instanceof RefusedError) end(error);
  });
  return {
    client: () => current.client,
    shards: () => current.shards,
    budget,
    ended,
    stop: async () => {
      stopping.abort();
      await current.one.destroy();
    },
  };
}

function wrongWith(shards: Shards, budget: IdentifyBudget, beatlessMax: number): string | null {
  if (shards.isCutOff()) return 'Discord wants another number of shards';
  if (shards.recentReconnects() > reconnectsMax) return 'Discord closes the connection as soon as it is made';
  if (shards.beatlessMs() > beatlessMax)
    return `Discord has acknowledged no heartbeat for ${Math.round(beatlessMax / 1000)} s`;
  // A shard that may not start yet is away for a good reason, and a new one would have to wait as long.
  if (budget.isWaiting()) return null;
  if (shards.downMs() > downMax) return `There has been no connection to Discord for ${Math.round(downMax / 1000)} s`;
  return shards.longestAwayMs() > awayMax
    ? `A part of the connection to Discord has been away for ${awayMax / 60_000} minutes`
    : null;
}
