/** The servers of the room and its direct messages, as places where something is said, and in Discord's shape. */
import type { JsonObject, RawUser } from './discord-json.ts';

/** A server, with one channel. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly channelId: string;
  readonly channelName: string;
  readonly ownerId: string;
  /** ISO 8601: when the bot came. */
  joinedAt: string;
  /** False once the bot has been taken out. */
  hasBot: boolean;
  /** People who have been there, by their user ids. */
  readonly memberIds: Set<string>;
  readonly attachmentBytesMax: number;
}

export interface Place {
  readonly channelId: string;
  /** Null in direct messages with the bot. */
  readonly guild: Guild | null;
  /** The largest file that a member or the bot may send. */
  readonly attachmentBytesMax: number;
}

export const placeIn = (guild: Guild): Place => ({
  channelId: guild.channelId,
  guild,
  attachmentBytesMax: guild.attachmentBytesMax,
});

export const guildLocale = 'en-US';

/** docs, resources/channel#channel-object: a text channel, as an interaction carries it. */
export const channelJson = (guild: Guild, permissions?: string): JsonObject => ({
  id: guild.channelId,
  type: 0,
  name: guild.channelName,
  guild_id: guild.id,
  position: 0,
  topic: null,
  nsfw: false,
  parent_id: null,
  last_message_id: null,
  rate_limit_per_user: 0,
  flags: 0,
  ...(permissions === undefined ? {} : { permissions }),
});

/** The same page: direct messages of one person with the bot. */
export const directChannelJson = (id: string, recipient: RawUser): JsonObject => ({
  id,
  type: 1,
  last_message_id: null,
  flags: 0,
  recipients: [recipient],
});

/** docs, resources/guild#guild-object, as `GET /guilds/:guild` gives it. */
export const guildJson = (guild: Guild, permissions: string, withCounts: boolean): JsonObject => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  owner_id: guild.ownerId,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  roles: [everyoneJson(guild, permissions)],
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 25_000_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: guildLocale,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
  ...(withCounts ? countsOf(guild) : {}),
});

const countsOf = ({ memberIds }: Guild) => {
  const members = memberIds.size + 1;
  return { approximate_member_count: members, approximate_presence_count: members };
};

const everyoneJson = (guild: Guild, permissions: string): JsonObject => ({
  id: guild.id,
  name: '@everyone',
  permissions,
  position: 0,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

/** docs, resources/user#get-current-user-guilds. */
export const ownGuildJson = (guild: Guild, permissions: string, withCounts: boolean): JsonObject => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  banner: null,
  owner: false,
  permissions,
  features: [],
  ...(withCounts ? countsOf(guild) : {}),
});

/** docs, events/gateway-events#guild-create. */
export const createdGuildJson = (guild: Guild, permissions: string): JsonObject => ({
  ...guildJson(guild, permissions, false),
  joined_at: guild.joinedAt,
  large: false,
  unavailable: false,
  member_count: guild.memberIds.size + 1,
  voice_states: [],
  members: [],
  channels: [channelJson(guild)],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});
