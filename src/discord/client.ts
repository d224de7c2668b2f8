/** One client of the library, set up for a bot that only answers interactions: no intents, next to no cache, counted identifies. */

import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  Options,
  RESTEvents,
  Routes,
  SimpleShardingStrategy,
} from 'discord.js';
import type { LogLine } from '../model.ts';
import type { Clock } from './clock.ts';
import type { Dials } from './dials.ts';
import { readGatewayAnswer } from './gateway-answer.ts';
import type { IdentifyBudget, SessionStarts } from './identify-budget.ts';
import { createIdentifyThrottle, type IdentifyThrottle } from './identify-throttle.ts';
import { refusalsHeeded, tellRefusals } from './refusals.ts';
import { failureOf } from './respond.ts';
import { withServerIds } from './server-ids.ts';

/** Discord doesn't take the token, or closes the connection for good: no use in starting again as things are. */
export class RefusedError extends Error {
  /** EX_CONFIG of sysexits.h. */
  readonly exitCode = 78;
}

export interface ClientOptions {
  readonly restUrl: string | null;
  readonly clock: Clock;
  readonly log: LogLine;
  readonly budget: IdentifyBudget;
  readonly dials: Dials;
  /** Given how to ask for Discord's own count of identifies, once this client knows it. */
  readonly onStarts: (starts: () => Promise<SessionStarts>) => void;
  /** Discord wants nothing of this bot any more. */
  readonly onRefused: (error: RefusedError) => void;
}

export interface OneClient {
  readonly client: Client;
  /** Logs in; fulfilled when all shards are ready. */
  ready(token: string, signal: AbortSignal): Promise<Client<true>>;
  /** Gone for good after this, or after a few seconds without it. */
  destroy(): Promise<void>;
}

/** discord.js keeps everyone it has ever seen, which a bot that runs for months must not. */
const peopleMax = 100;
/** A connection that is half open would hold `destroy` up for 30 s. */
const destroyMs = 2_000;
const unauthorised = 401;

export function createClient({ budget, clock, dials, log, onRefused, onStarts, restUrl }: ClientOptions): OneClient {
  let bury = () => {};
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache: withServerIds(
      Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        GuildMemberManager: peopleMax,
        UserManager: { maxSize: peopleMax, keepOverLimit: (user) => user.id === user.client.user.id },
      }),
    ),
    rest: {
      ...(restUrl && { api: restUrl }),
      ...refusalsHeeded,
      // A client that is replaced meanwhile would forget that it was to wait.
      rejectOnRateLimit: (limit) => limit.route === Routes.gatewayBot() || refusalsHeeded.rejectOnRateLimit(limit),
    },
    ws: {
      buildStrategy: (manager) => {
        readGatewayAnswer(manager);
        dials.follow(manager);
        // A shard that is destroyed between two attempts makes the next one all the same. Before each it asks for its
        // session (WebSocketShard.internalConnect): there it stays.
        bury = () => {
          manager.options.retrieveSessionInfo = () => new Promise(() => {});
        };
        return new SimpleShardingStrategy(manager);
      },
      buildIdentifyThrottler: async (manager) => {
        const { session_start_limit: first } = await manager.fetchGatewayInformation();
        onStarts(async () => {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation(true);
          return { total: limit.total, remaining: limit.remaining, resetAfterMs: limit.reset_after };
        });
        return { waitForIdentify: inTurn(budget, createIdentifyThrottle(first.max_concurrency, clock)) };
      },
    },
  });
  listen(client, dials, log, onRefused);
  return {
    client,
    ready: (token, signal) => ready(client, token, signal),
    destroy: async () => {
      bury();
      const late = new Promise<void>((resolve) => setTimeout(resolve, destroyMs).unref());
      await Promise.race([client.destroy().catch(() => {}), late]);
    },
  };
}

const inTurn =
  (budget: IdentifyBudget, throttle: IdentifyThrottle): IdentifyThrottle =>
  (shard, signal) =>
    budget.take(shard, signal, () => throttle(shard, signal));

function listen(client: Client, dials: Dials, log: LogLine, onRefused: (error: RefusedError) => void): void {
  // Without a listener an error of the library's own would end the process.
  const fault = (error: Error) => log(`The connection to Discord has a fault: ${failureOf(error)}`, 'warn');
  client.on(Events.Error, fault);
  // Why a connection doesn't come about is told with the outage.
  client.on(Events.ShardError, (error, shard) => {
    if (dials.isOpen(shard)) fault(error);
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!miscounted.has(code)) onRefused(new RefusedError(closedSentence(code)));
  });
  tellRefusals(client.rest, log);
  // All that goes this way is signed with the token; the library forgets it after the first refusal, and then fails for ever.
  client.rest.on(RESTEvents.Response, (_, { status }) => {
    if (status === unauthorised) onRefused(new RefusedError(refusedToken));
  });
}

/** Logs in and waits until all shards are ready. */
async function ready(client: Client, token: string, signal: AbortSignal): Promise<Client<true>> {
  const { promise, resolve, reject } = Promise.withResolvers<Client<true>>();
  const giveUp = () => reject(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  client.once(Events.ClientReady, resolve);
  client.login(token).catch((error: unknown) => {
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    reject(isRefused ? new RefusedError(refusedToken) : error);
  });
  return promise.finally(() => signal.removeEventListener('abort', giveUp));
}

/** Discord wants other shards than there are, as when the bot has grown: a new connection asks how many. */
const miscounted: ReadonlySet<number> = new Set([GatewayCloseCodes.InvalidShard, GatewayCloseCodes.ShardingRequired]);

const refusedToken =
  'Discord does not accept the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN.';

function closedSentence(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return refusedToken;
  if (code === GatewayCloseCodes.DisallowedIntents) {
    return 'Discord does not allow the intents that were asked for; Footnote asks for none, so another program uses this token or this code was changed.';
  }
  return `Discord has closed the connection for good, with code ${code} (${GatewayCloseCodes[code] ?? 'unknown'}).`;
}
