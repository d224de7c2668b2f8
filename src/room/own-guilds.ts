/** The servers that the bot is in: how it comes and goes, and what it can ask about them. */
import { intent } from './gateway-protocol.ts';
import { createdGuildJson, type Guild, guildJson, ownGuildJson } from './guilds.ts';
import { ownGuildsMax } from './limits.ts';
import { ordinaryPermissions } from './people.ts';
import { type FieldError, invalidForm, type Reply, unknownGuild } from './refusal.ts';
import { type RoomState, timestampOf } from './state.ts';

/** The servers with the bot in them, by id. */
export const ownGuilds = ({ guilds }: RoomState): readonly Guild[] =>
  [...guilds.values()].filter(({ hasBot }) => hasBot).sort(byId);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

/** The bot is invited. */
export function putBotIn(state: RoomState, guild: Guild): void {
  if (guild.hasBot) return;
  guild.hasBot = true;
  guild.joinedAt = timestampOf(state);
  state.emit('GUILD_CREATE', createdGuildJson(guild, ordinaryPermissions), intent.guilds);
  state.tellWatchers();
}

/** The bot is kicked, or leaves: without `unavailable` (docs, events/gateway-events#guild-delete). */
export function takeBotOut(state: RoomState, guild: Guild): void {
  if (!guild.hasBot) return;
  guild.hasBot = false;
  state.emit('GUILD_DELETE', { id: guild.id }, intent.guilds);
  state.tellWatchers();
}

/** docs, resources/user#get-current-user-guilds: a page after one id, or the last before another. */
export function listOwnGuilds(state: RoomState, query: URLSearchParams): Reply {
  const faults = ['before', 'after'].flatMap((name) => snowflakeErrors(name, query.get(name)));
  const limit = Number(query.get('limit') ?? ownGuildsMax);
  if (!Number.isInteger(limit)) faults.push(coerced('limit', String(query.get('limit')), 'int'));
  else if (limit < 1) faults.push(bound('limit', 'MIN', 'greater than or equal to 1'));
  else if (limit > ownGuildsMax) faults.push(bound('limit', 'MAX', `less than or equal to ${ownGuildsMax}`));
  if (faults.length > 0) return invalidForm(faults);
  const after = BigInt(query.get('after') ?? 0);
  const before = query.get('before');
  const fitting = ownGuilds(state).filter(
    ({ id }) => BigInt(id) > after && (before === null || BigInt(id) < BigInt(before)),
  );
  const page = before === null ? fitting.slice(0, limit) : fitting.slice(-limit);
  const withCounts = query.get('with_counts') === 'true';
  return { status: 200, body: page.map((guild) => ownGuildJson(guild, ordinaryPermissions, withCounts)) };
}

/** A server without the bot is as unknown as one that never was (discord/discord-api-docs#5840). */
export function readGuild(state: RoomState, id: string, query: URLSearchParams): Reply {
  const guild = guildWithBot(state, id);
  if (!guild) return unknownGuild;
  return { status: 200, body: guildJson(guild, ordinaryPermissions, query.get('with_counts') === 'true') };
}

export const guildWithBot = (state: RoomState, id: string): Guild | undefined => {
  const guild = state.guilds.get(id);
  return guild?.hasBot ? guild : undefined;
};

const snowflakeErrors = (name: string, given: string | null): FieldError[] =>
  given === null || /^\d{1,20}$/.test(given) ? [] : [coerced(name, given, 'snowflake')];

const coerced = (name: string, given: string, type: string): FieldError => ({
  path: [name],
  code: 'NUMBER_TYPE_COERCE',
  message: `Value "${given}" is not ${type}.`,
});

const bound = (name: string, which: 'MIN' | 'MAX', words: string): FieldError => ({
  path: [name],
  code: `NUMBER_TYPE_${which}`,
  message: `int value should be ${words}.`,
});
