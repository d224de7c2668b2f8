/**
 * Which servers the bot has left, so that their libraries can be deleted in time. Without intents Discord doesn't say it when
 * the bot is removed: now and then its list of the bot's servers is compared with the libraries that there are.
 */

import { ApplicationIntegrationType, type BaseInteraction, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { LogLine } from '../model.ts';
import type { Keeper } from '../store/keeper.ts';
import type { Clock } from './clock.ts';
import { failureOf } from './respond.ts';

export interface MembershipOptions {
  /** Authorised as the bot. */
  readonly rest: () => REST;
  readonly keeper: Pick<Keeper, 'info' | 'left' | 'returned' | 'servers'>;
  readonly clock: Clock;
  readonly log: LogLine;
}

export interface Membership {
  /** Compares once. Rejects when Discord's list can't be had whole: then nothing is concluded. */
  compare(): Promise<void>;
  /** An interaction from a server that counts as left shows that the bot is there again. */
  notice(interaction: BaseInteraction): void;
  /** Compares now and every six hours until the signal is aborted; never rejects. */
  keepUp(signal: AbortSignal): Promise<void>;
}

const everyMs = 6 * 3_600_000;
/** A server that is missing in two lists so far apart, and about which Discord says nothing else, counts as left. */
const apartMs = 3_600_000;
/** docs, resources/user#get-current-user-guilds. */
const serversPerPage = 200;

export function watchMembership({ clock, keeper, log, rest }: MembershipOptions): Membership {
  /** Server → when it was first missing, while Discord has not said that it is gone. */
  const missing = new Map<string, number>();
  const gone = new Set<string>();
  const failed = (error: unknown) =>
    log(`The servers that have a library could not be compared with Discord's: ${failureOf(error)}`, 'warn');
  const comeBack = async (server: string): Promise<void> => {
    missing.delete(server);
    gone.delete(server);
    await keeper.returned(server);
  };
  const look = async (server: string, isListed: boolean): Promise<void> => {
    const isMarked = (await keeper.info(server)).markedAt !== null;
    if (isListed) {
      missing.delete(server);
      if (isMarked) await comeBack(server);
      return;
    }
    if (isMarked) {
      // The day on which it was left stays: the month goes on from there.
      gone.add(server);
      return;
    }
    const state = await stateOf(rest(), server);
    if (state === 'there') return void missing.delete(server);
    const since = missing.get(server) ?? clock.now();
    missing.set(server, since);
    if (state === 'unknown' && clock.now() - since < apartMs) return;
    missing.delete(server);
    gone.add(server);
    await keeper.left(server);
  };
  const compare = async (): Promise<void> => {
    const own = await keeper.servers();
    if (own.length === 0) return;
    const listed = await listedServers(rest());
    // One whose library can't be opened is told of, and keeps no other one from being looked at.
    for (const server of own) await look(server, listed.has(server)).catch(failed);
  };
  return {
    compare,
    notice: ({ authorizingIntegrationOwners: owners, guildId }) => {
      // One who brings the bot along for themselves uses it in servers that it isn't in.
      const isIn = guildId !== null && owners?.[ApplicationIntegrationType.GuildInstall] === guildId;
      if (isIn && gone.delete(guildId)) comeBack(guildId).catch(failed);
    },
    keepUp: async (signal) => {
      while (!signal.aborted) {
        await compare().catch(failed);
        await clock.wait(everyMs, signal).catch(() => {});
      }
    },
  };
}

async function listedServers(rest: REST): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after = '0'; ; ) {
    const query = new URLSearchParams({ limit: String(serversPerPage), after });
    const page = (await rest.get(Routes.userGuilds(), { query })) as readonly { readonly id: string }[];
    for (const { id } of page) ids.add(id);
    const last = page.at(-1);
    if (!last || page.length < serversPerPage) return ids;
    after = last.id;
  }
}

/** What Discord says of one server. */
async function stateOf(rest: REST, server: string): Promise<'there' | 'gone' | 'unknown'> {
  try {
    await rest.get(Routes.guild(server));
    return 'there';
  } catch (error) {
    const isGone = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
    return isGone ? 'gone' : 'unknown';
  }
}
