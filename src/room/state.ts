/** All that the room knows, handed to each part of it. */
import type { Cdn } from './cdn.ts';
import type { Clock } from './clock.ts';
import type { Commands } from './commands.ts';
import type { JsonObject, RawUser } from './discord-json.ts';
import { channelJson, directChannelJson, type Guild, guildLocale, type Place } from './guilds.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import { memberJson, ordinaryPermissions, type Person } from './people.ts';

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
  /** 0 where a fault kept the room from answering. */
  readonly status: number;
  readonly body: unknown;
  /** Discord's error code, when the request was refused. */
  readonly code: number | null;
  readonly reply: unknown;
}

/** A file in a request of the bot. */
export interface UploadedFile {
  /** By which `attachments` means it: '0' for the field `files[0]`. */
  readonly place: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface KnownUser {
  readonly user: RawUser;
  readonly locale: string;
}

export interface RoomState {
  readonly clock: Clock;
  readonly timing: Timing;
  readonly nextId: () => string;
  readonly token: string;
  readonly applicationId: string;
  readonly applicationName: string;
  readonly bot: RawUser;
  /** By id. */
  readonly guilds: Map<string, Guild>;
  /** By name, wherever they are. */
  readonly users: Map<string, KnownUser>;
  readonly commands: Commands;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly cdn: Cdn;
  readonly requests: RequestRecord[];
  /** Where the room listens, once it does. */
  readonly origin: { http: string; ws: string };
  /** Whoever watches looks again. */
  readonly tellWatchers: () => void;
  /** Sends an event to every session of the bot that has asked for its kind; false when there is no session. */
  emit: (name: string, data: JsonObject, intent?: number) => boolean;
}

export const timestampOf = (state: RoomState): string => new Date(state.clock.now()).toISOString();

export const usersOf = (state: RoomState): RawUser[] => [
  state.bot,
  ...[...state.users.values()].map(({ user }) => user),
];

/** What every interaction carries (docs, interactions/receiving-and-responding#interaction-object). */
export function interactionBase(state: RoomState, person: Person): JsonObject {
  const { channelId, guild } = person.place;
  const where = guild
    ? {
        guild_id: guild.id,
        guild: { id: guild.id, locale: guildLocale, features: [] },
        guild_locale: guildLocale,
        channel: channelJson(guild, person.permissions),
        member: memberJson(person),
        context: 0,
      }
    : { channel: directChannelJson(channelId, person.user), user: person.user, context: 1 };
  return {
    application_id: state.applicationId,
    version: 1,
    channel_id: channelId,
    ...where,
    locale: person.locale,
    app_permissions: ordinaryPermissions,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: ownersOf(person.place),
  };
}

/**
 * Who installed the bot: the server, or in direct messages '0'
 * (docs, interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object).
 */
export const ownersOf = ({ guild }: Place): JsonObject => ({ '0': guild?.id ?? '0' });
