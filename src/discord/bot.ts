/** The bot: one connection to Discord that answers interactions, without a gateway intent and without a cache. */

import { Events, type Interaction, type REST, RESTEvents } from 'discord.js';
import { commands, messageCommands } from '../commands/index.ts';
import type { LogLine } from '../model.ts';
import type { Keeper } from '../store/keeper.ts';
import { type Clock, systemClock } from './clock.ts';
import { openConnection, type RefusedError } from './connection.ts';
import type { Desk } from './desk.ts';
import { createDispatch, type Observed } from './dispatch.ts';
import { createLibraryDoor } from './library/library.ts';
import { watchMembership } from './membership.ts';
import { limitOf, tellRefusals } from './refusals.ts';
import { desiredCommands, desiredMessageCommands, registerCommands } from './register.ts';
import { createResponder, failureOf } from './respond.ts';
import type { ShardReport } from './shards.ts';

export interface BotOptions {
  /** Opaque: its shape is Discord's business. */
  readonly token: string;
  /** Where answers are made. */
  readonly desk: Desk;
  /** What servers add; without it they can't. */
  readonly keeper?: Keeper;
  /** Whether a reading may be added by its address. */
  readonly allowsUrls?: boolean;
  /** Where Discord's REST API is, without a version; Discord's own when left out. */
  readonly restUrl?: string | null | undefined;
  readonly log: LogLine;
  readonly observe?: (observed: Observed) => void;
  readonly clock?: Clock;
  /** Pauses between attempts to connect, in milliseconds. */
  readonly pauses?: { readonly firstMs: number; readonly mostMs: number };
  /** Milliseconds without an acknowledged heartbeat after which a shard is taken for dead. */
  readonly beatlessMax?: number;
  /** Of waiting for an answer, and of an answer for its way, in milliseconds; a test that isn't about it has more. */
  readonly patienceMs?: number;
  /** Told of them before the first attempt to connect, and with each new connection. */
  readonly onFigures?: (figures: Figures) => void;
  /** Ends the attempts; once there is a connection, the bot is given at once, to be stopped. */
  readonly signal?: AbortSignal;
}

/** What can be read of the connection at any time. */
export interface Figures {
  /** The state of each shard, by its own events. */
  shards(): readonly ShardReport[];
  servers(): number;
  /** Sessions started within ten minutes. */
  identifies(): number;
}

export interface Bot extends Figures {
  /** As Discord shows it, e.g. "Footnote#1234". */
  readonly name: string;
  /** Given when Discord has closed the connection for good: the bot stands still, and only a person can mend it. */
  readonly ended: Promise<RefusedError>;
  /** Ends the connection; answers under way are still sent. */
  stop(): Promise<void>;
}

const stopMs = 3_000;
/** By then, who waits for what takes longer is told so, and there is time for that. */
const waitNoLongerMs = 2_000;
const registerPauses = { firstMs: 5_000, mostMs: 15 * 60_000 };
/** Discord waits three seconds for an answer; its clock is told to the second. */
const oldMs = 4_000;

/** Connects, waits until Discord is ready, and sees to the commands. Keeps trying; throws a RefusedError where that is of no use. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { allowsUrls = false, clock = systemClock, desk, keeper, log, observe, token } = options;
  const restUrl = options.restUrl ?? null;
  const discordTime = createDiscordTime(clock);
  const follow = (rest: REST) => {
    discordTime.follow(rest);
    tellRefusals(rest, log);
  };
  const responder = createResponder(restUrl, follow, options.patienceMs);
  const managing = createLibraryDoor({ ...{ allowsUrls, clock, log, responder, restUrl }, ...(keeper && { keeper }) });
  const stopping = new AbortController();
  const waitingNoLonger = new AbortController();
  const isLeaving = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
  const membership = keeper && watchMembership({ rest: () => connection.client().rest, ...{ clock, keeper, log } });
  const underWay = new Set<Promise<void>>();
  let isReplaying = () => false;
  const isOld = (interaction: Interaction) => isReplaying() && discordTime.now() - interaction.createdTimestamp > oldMs;
  const dispatch = createDispatch({
    desk,
    responder,
    library: managing,
    log,
    isOld,
    now: clock.now,
    leaving: waitingNoLonger.signal,
    ...(observe && { observe }),
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
  });
  const connection = await openConnection({
    ...{ token, restUrl, clock, log },
    ...(options.pauses && { pauses: options.pauses }),
    ...(options.beatlessMax !== undefined && { beatlessMax: options.beatlessMax }),
    ...(options.signal && { signal: options.signal }),
    prepare: (client, shards, budget) => {
      isReplaying = shards.isReplaying;
      options.onFigures?.({
        shards: shards.report,
        servers: () => client.guilds.cache.size,
        identifies: budget.recent,
      });
      discordTime.follow(client.rest);
      client.on(Events.InteractionCreate, (interaction) => {
        if (stopping.signal.aborted) return;
        const answering = dispatch(interaction).finally(() => underWay.delete(answering));
        underWay.add(answering);
        membership?.notice(interaction);
      });
    },
  });
  const { application, user } = connection.client();
  const desired = [...desiredCommands(commands), ...desiredMessageCommands(messageCommands), ...managing.commands];
  const register = () => registerCommands(connection.client().rest, application.id, desired, log, isLeaving);
  await register().catch((error: unknown) => {
    if (!isLeaving.aborted) registerAtLast(register, error, { clock, log, signal: isLeaving });
  });
  if (!isLeaving.aborted) {
    log(`Connected to Discord as ${user.tag}. To add it to a server, open ${inviteUrlOf(application.id)}`);
    membership?.keepUp(isLeaving);
  }
  return {
    name: user.tag,
    ended: connection.ended.catch((error: RefusedError) => error),
    shards: () => connection.shards().report(),
    servers: () => connection.client().guilds.cache.size,
    identifies: connection.budget.recent,
    stop: async () => {
      stopping.abort();
      setTimeout(() => waitingNoLonger.abort(), waitNoLongerMs).unref();
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopMs).unref());
      await Promise.race([Promise.allSettled(underWay), late]);
      await connection.stop();
    },
  };
}

/** Tries until Discord has the commands: without them nobody can ask. Nothing waits for it. */
function registerAtLast(
  register: () => Promise<void>,
  first: unknown,
  { clock, log, signal }: { readonly clock: Clock; readonly log: LogLine; readonly signal: AbortSignal },
): void {
  const persist = async () => {
    for (let error = first, pause = registerPauses.firstMs; ; pause = Math.min(2 * pause, registerPauses.mostMs)) {
      const waitMs = Math.max(pause, limitOf(error));
      const seconds = Math.ceil(waitMs / 1_000);
      log(
        `Discord could not be given the commands: ${failureOf(error)}. Members may see none, or old ones. Trying again in ${seconds} s.`,
        'error',
      );
      await clock.wait(waitMs, signal);
      try {
        return await register();
      } catch (again) {
        error = again;
      }
    }
  };
  // Rejects when the bot is told to leave.
  persist().catch(() => {});
}

/** What time it is at Discord, whose answers say so, however wrong this machine's clock is and whenever it is set. */
function createDiscordTime(clock: Clock) {
  let told = { at: clock.now(), since: clock.elapsed() };
  return {
    now: () => told.at + clock.elapsed() - told.since,
    follow: (rest: REST) => {
      rest.on(RESTEvents.Response, (_, response) => {
        const at = Date.parse(response.headers.get('date') ?? '');
        if (Number.isFinite(at)) told = { at, since: clock.elapsed() };
      });
    },
  };
}

/** Where whoever manages a server adds the bot; it asks for no permission. */
export const inviteUrlOf = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=0`;
