/** The users of the room, people and the bot, in Discord's shape. */
import type { JsonObject, RawUser } from './discord-json.ts';
import type { Place } from './guilds.ts';

/** Bits of a permission set (docs, topics/permissions). */
export const permission = { administrator: 1n << 3n, manageGuild: 1n << 5n } as const;

/** VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_MESSAGE_HISTORY, USE_APPLICATION_COMMANDS. */
export const ordinaryPermissions = String([10n, 11n, 14n, 15n, 16n, 31n].reduce((bits, bit) => bits | (1n << bit), 0n));

/** The same, and MANAGE_GUILD: who may manage the server. */
export const managerPermissions = String(BigInt(ordinaryPermissions) | permission.manageGuild);

/** Somebody where they are: the same user may be in several places, and may do other things in each. */
export interface Person {
  readonly name: string;
  readonly user: RawUser;
  readonly locale: string;
  /** A bit set in decimal. */
  permissions: string;
  readonly joinedAt: string;
  readonly place: Place;
}

/** People's are lower case; a bot's is its application's name. */
const usernameOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '_')
    .slice(0, 32) || 'someone';

export const userOf = (id: string, name: string, isBot = false): RawUser => ({
  id,
  username: isBot ? name : usernameOf(name),
  global_name: isBot ? null : name,
  discriminator: isBot ? '0001' : '0',
  avatar: null,
  public_flags: 0,
  flags: 0,
  banner: null,
  accent_color: null,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
  ...(isBot ? { bot: true } : {}),
});

/** docs, resources/guild#guild-member-object, as an interaction carries it. */
export const memberJson = (person: Person): JsonObject => ({
  user: person.user,
  nick: null,
  avatar: null,
  banner: null,
  roles: [],
  joined_at: person.joinedAt,
  premium_since: null,
  communication_disabled_until: null,
  unusual_dm_activity_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  permissions: person.permissions,
});
