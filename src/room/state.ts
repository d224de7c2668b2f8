/** All that the room knows, handed to each part of it. */
import type { Cdn } from './cdn.ts';
import type { Clock } from './clock.ts';
import type { Commands } from './commands.ts';
import type { JsonObject, RawUser } from './discord-json.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import { memberJson, type Person } from './people.ts';

export interface Timing {
  /** For the first response, before the token dies. */
  readonly responseMs: number;
  /** How long an outcome waits for the edit of a deferred reply. */
  readonly deferredMs: number;
  /** How long an outcome waits for what follows a deferred update. */
  readonly quietMs: number;
}

/** A request of the bot, as the room answered it. */
export interface RequestRecord {
  readonly method: string;
  /** With its parameters' names: `/webhooks/:application/:token`. */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  /** Discord's error code, when the request was refused. */
  readonly code: number | null;
  readonly reply: unknown;
}

/** A file in a request of the bot. */
export interface UploadedFile {
  /** The number in its field's name, by which `attachments` means it: '0' for `files[0]`. */
  readonly place: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface RoomState {
  readonly clock: Clock;
  readonly timing: Timing;
  readonly nextId: () => string;
  readonly token: string;
  readonly applicationId: string;
  readonly applicationName: string;
  readonly bot: RawUser;
  readonly guildId: string;
  readonly channelId: string;
  readonly people: Map<string, Person>;
  readonly commands: Commands;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly cdn: Cdn;
  /** The largest file that a member or the bot may send. */
  readonly attachmentBytesMax: number;
  readonly requests: RequestRecord[];
  /** Where the room listens, once it does. */
  readonly origin: { http: string; ws: string };
  /** Sends an event to every session of the bot; false when there is none. */
  emit: (name: string, data: JsonObject) => boolean;
}

export const timestampOf = (state: RoomState): string => new Date(state.clock.now()).toISOString();

export const usersOf = (state: RoomState): RawUser[] => [
  state.bot,
  ...[...state.people.values()].map(({ user }) => user),
];

/** docs, resources/channel#channel-object: a text channel, as an interaction carries it. */
export const channelJson = (state: RoomState, permissions?: string): JsonObject => ({
  id: state.channelId,
  type: 0,
  name: 'reading-room',
  guild_id: state.guildId,
  position: 0,
  topic: null,
  nsfw: false,
  parent_id: null,
  last_message_id: null,
  rate_limit_per_user: 0,
  flags: 0,
  ...(permissions === undefined ? {} : { permissions }),
});

export const guildLocale = 'en-US';

/** What every interaction carries (docs, interactions/receiving-and-responding#interaction-object). */
export const interactionBase = (state: RoomState, person: Person): JsonObject => ({
  application_id: state.applicationId,
  version: 1,
  guild_id: state.guildId,
  guild: { id: state.guildId, locale: guildLocale, features: [] },
  guild_locale: guildLocale,
  channel_id: state.channelId,
  channel: channelJson(state, person.permissions),
  member: memberJson(person),
  locale: person.locale,
  app_permissions: person.permissions,
  entitlements: [],
  entitlement_sku_ids: [],
  authorizing_integration_owners: ownersOf(state),
  context: 0,
});

/** The bot is installed in the room's server. */
export const ownersOf = (state: RoomState): JsonObject => ({ '0': state.guildId });
