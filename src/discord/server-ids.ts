/**
 * Which servers the bot is in, and nothing of them: an answer needs no more, and a hundred thousand of the library's servers
 * take a third of a gigabyte.
 */
import { Collection, type Guild } from 'discord.js';

/** In place of the library's collection of servers: their ids are there, and none of them is found. */
function createServerIds(): Collection<string, Guild> {
  const ids = new Collection<string, Guild>();
  const set = ids.set.bind(ids);
  ids.set = (id) => set(id, undefined as unknown as Guild);
  return ids;
}

type MakeCache = (...manager: readonly [{ readonly name: string }, ...unknown[]]) => Collection<string, unknown>;

/** As `makeCache` makes them, but for servers. */
export const withServerIds = <T>(makeCache: T): T =>
  ((...manager: Parameters<MakeCache>) =>
    manager[0].name === 'GuildManager' ? createServerIds() : (makeCache as MakeCache)(...manager)) as T;
