/** The bot: one connection to Discord that answers interactions, without a gateway intent and without a cache. */
import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes, Options } from 'discord.js';
import { commands } from '../commands/index.ts';
import type { Keeper } from '../store/keeper.ts';
import type { Desk } from './desk.ts';
import { createDispatch } from './dispatch.ts';
import { registerCommands } from './register.ts';
import { failureOf } from './respond.ts';

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
  readonly log: (line: string) => void;
}

export interface Bot {
  /** As Discord shows it, e.g. "Footnote#1234". */
  readonly name: string;
  /** Given when Discord has closed the connection for good: the bot stands still, and only a person can mend it. */
  readonly ended: Promise<RefusedError>;
  /** Ends the connection; answers under way are still sent. */
  stop(): Promise<void>;
}

/** Discord doesn't take the token, or closes the connection for good: no use in starting again as things are. */
export class RefusedError extends Error {
  /** EX_CONFIG of sysexits.h. */
  readonly exitCode = 78;
}

/** A connection that is half open would hold `destroy` up for 30 s. */
const stopMs = 5_000;

/** discord.js keeps everyone it has ever seen, which a bot that runs for months must not. */
const peopleMax = 100;

/** Connects, waits until Discord is ready, and sees to the commands. Throws one clear sentence when that fails. */
export async function startBot({ token, desk, restUrl, log }: BotOptions): Promise<Bot> {
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: peopleMax,
      UserManager: { maxSize: peopleMax, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: {
      ...(restUrl && { api: restUrl }),
      // An answer that has to wait comes too late: better a line in the log than a token kept busy.
      rejectOnRateLimit: ({ route }) => route.startsWith('/interactions/'),
    },
  });
  client.on(Events.Error, (error) => log(`The connection to Discord has a fault: ${failureOf(error, '')}`));
  client.on(Events.ShardError, (error) => log(`The connection to Discord has a fault: ${failureOf(error, '')}`));
  const dispatch = createDispatch({ desk, log });
  const underWay = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const answering = dispatch(interaction).finally(() => underWay.delete(answering));
    underWay.add(answering);
  });
  const stop = async () => {
    const deadline = AbortSignal.timeout(stopMs);
    const late = new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve()));
    await Promise.race([Promise.allSettled(underWay), late]);
    await Promise.race([client.destroy(), late]);
  };
  const { application, user } = await connected(client, token).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<RefusedError>();
  client.on(Events.ShardDisconnect, ({ code }) => {
    log(closedSentence(code));
    end(new RefusedError(closedSentence(code)));
  });
  await registerCommands(client.rest, application.id, commands, log).catch((error: unknown) => {
    log(`The commands could not be compared with Discord's: ${failureOf(error, '')}`);
  });
  log(`Connected to Discord as ${user.tag}. To add it to a server, open ${inviteUrlOf(application.id)}`);
  return { name: user.tag, ended, stop };
}

/** Where whoever manages a server adds the bot; it asks for no permission. */
const inviteUrlOf = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=0`;

/** Logs in and waits for READY; a connection that Discord closes for good is a failure too, which `login` keeps quiet. */
async function connected(client: Client, token: string): Promise<Client<true>> {
  const { promise, resolve, reject } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, ({ code }) => reject(new RefusedError(closedSentence(code))));
  client.login(token).catch((error: unknown) => reject(loginError(error)));
  return promise;
}

function loginError(error: unknown): Error {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new RefusedError(refusedToken);
  }
  return new Error(`Discord can't be reached: ${failureOf(error, '')}.`);
}

const refusedToken =
  'Discord does not accept the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN.';

function closedSentence(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return refusedToken;
  return `Discord has closed the connection for good, with code ${code} (${GatewayCloseCodes[code] ?? 'unknown'}).`;
}
