/**
 * The connection to Discord, kept up: made again with growing pauses when it can't be made or goes wrong for long, given up
 * at once when only a person can mend it.
 */
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  Options,
  RESTEvents,
  SimpleIdentifyThrottler,
} from 'discord.js';
import type { Clock } from './clock.ts';
import { createIdentifyBudget, type IdentifyBudget, type SessionStarts } from './identify-budget.ts';
import { failureOf } from './respond.ts';
import { type Shards, watchShards } from './shards.ts';

/** Discord doesn't take the token, or closes the connection for good: no use in starting again as things are. */
export class RefusedError extends Error {
  /** EX_CONFIG of sysexits.h. */
  readonly exitCode = 78;
}

export interface ConnectionOptions {
  readonly token: string;
  readonly restUrl: string | null;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Ends the attempts. */
  readonly signal?: AbortSignal;
  /** Called with each new client, before it connects. */
  readonly prepare: (client: Client, shards: Shards) => void;
  /** Pauses between attempts, in milliseconds: the first, doubled up to the most. */
  readonly pauses?: { readonly firstMs: number; readonly mostMs: number };
}

export interface Connection {
  readonly client: () => Client<true>;
  readonly shards: () => Shards;
  readonly budget: IdentifyBudget;
  /** Rejects, with a RefusedError, when Discord has closed the connection for good. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

/** discord.js keeps everyone it has ever seen, which a bot that runs for months must not. */
const peopleMax = 100;
/** A connection that is half open would hold `destroy` up for 30 s. */
const destroyMs = 5_000;
/** Without any shard for so long, a new connection is made: two and a half beats of Discord's heart (41.25 s). */
const downMax = 103_000;
/** Discord closes as soon as it is connected, over and over: the library would try twice a second for ever. */
const reconnectsMax = 12;
const lookMs = 5_000;
const pausesOf = { firstMs: 1_000, mostMs: 60_000 };

/** Fulfilled once every shard is ready for the first time; rejects with a RefusedError alone. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { clock, log } = options;
  const stopping = new AbortController();
  options.signal?.addEventListener('abort', () => stopping.abort(), { once: true });
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  ended.catch(() => {});
  let starts: () => Promise<SessionStarts> = async () => ({ total: 1, remaining: 1, resetAfterMs: 0 });
  const budget = createIdentifyBudget({ clock, alert: log, starts: () => starts() });
  let current: { client: Client<true>; shards: Shards };

  const attempt = async (): Promise<void> => {
    const client = createClient(options, budget, (read) => {
      starts = read;
    });
    const shards = watchShards(client, clock);
    options.prepare(client, shards);
    client.on(Events.ShardDisconnect, ({ code }) => end(new RefusedError(closedSentence(code))));
    try {
      current = { client: await ready(client, options.token, stopping.signal), shards };
    } catch (error) {
      await destroyed(client);
      throw error;
    }
  };
  /** Until it is connected. */
  const persist = async (): Promise<void> => {
    const { firstMs, mostMs } = options.pauses ?? pausesOf;
    for (let pause = firstMs; ; pause = Math.min(pause * 2, mostMs)) {
      try {
        return await attempt();
      } catch (error) {
        if (error instanceof RefusedError || stopping.signal.aborted) throw error;
        // Not all bots of a host that comes back are to come at once.
        const ms = Math.round(pause * (0.75 + Math.random() / 2));
        log(`Discord can't be reached: ${failureOf(error, '')}. Trying again in ${Math.ceil(ms / 1000)} s.`);
        await clock.wait(ms, stopping.signal);
      }
    }
  };
  const supervise = async (): Promise<void> => {
    for (;;) {
      await clock.wait(lookMs, stopping.signal);
      const { client, shards } = current;
      const why = faultOf(shards);
      if (!why) continue;
      log(`${why} A new connection is made.`);
      await destroyed(client);
      await persist();
      log('Connected to Discord again.');
    }
  };

  await persist();
  supervise().catch((error: unknown) => {
    if (!stopping.signal.aborted) end(error);
  });
  return {
    client: () => current.client,
    shards: () => current.shards,
    budget,
    ended,
    stop: async () => {
      stopping.abort();
      await destroyed(current.client);
    },
  };
}

function faultOf(shards: Shards): string | null {
  if (shards.recentReconnects() > reconnectsMax) return 'Discord closes the connection as soon as it is made.';
  return shards.downMs() > downMax
    ? `There has been no connection to Discord for ${Math.round(downMax / 1000)} s.`
    : null;
}

function createClient(
  { restUrl, log }: ConnectionOptions,
  budget: IdentifyBudget,
  onStarts: (starts: () => Promise<SessionStarts>) => void,
): Client {
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: peopleMax,
      UserManager: { maxSize: peopleMax, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: { ...(restUrl && { api: restUrl }) },
    ws: {
      buildIdentifyThrottler: async (manager) => {
        const { session_start_limit: first } = await manager.fetchGatewayInformation();
        onStarts(async () => {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation(true);
          return { total: limit.total, remaining: limit.remaining, resetAfterMs: limit.reset_after };
        });
        const throttler = new SimpleIdentifyThrottler(first.max_concurrency);
        return {
          waitForIdentify: async (shard, signal) => {
            await budget.take(shard, signal);
            await throttler.waitForIdentify(shard, signal);
          },
        };
      },
    },
  });
  // Without a listener an error of the library's own would end the process.
  client.on(Events.Error, (error) => log(`The connection to Discord has a fault: ${failureOf(error, '')}`));
  client.on(Events.ShardError, (error) => log(`The connection to Discord has a fault: ${failureOf(error, '')}`));
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log(`Discord has refused ${count} requests of late; at 10,000 it closes its doors for a while.`),
  );
  return client;
}

/** Logs in and waits until all shards are ready; a connection that is closed for good is a failure, which `login` keeps quiet. */
async function ready(client: Client, token: string, signal: AbortSignal): Promise<Client<true>> {
  const { promise, resolve, reject } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, ({ code }) => reject(new RefusedError(closedSentence(code))));
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  client.login(token).catch((error: unknown) => {
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    reject(isRefused ? new RefusedError(refusedToken) : error);
  });
  return promise;
}

async function destroyed(client: Client): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, destroyMs).unref());
  await Promise.race([client.destroy().catch(() => {}), late]);
}

const refusedToken =
  'Discord does not accept the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN.';

function closedSentence(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return refusedToken;
  if (code === GatewayCloseCodes.DisallowedIntents) {
    return 'Discord does not allow the intents that were asked for; Footnote asks for none, so another program uses this token or this code was changed.';
  }
  return `Discord has closed the connection for good, with code ${code} (${GatewayCloseCodes[code] ?? 'unknown'}).`;
}
