/** Discord's objects as they travel, no more of each than the room sends or reads. */

export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

export interface RawUser {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly public_flags: number;
  readonly flags: number;
  readonly bot?: boolean;
  readonly primary_guild: null;
  readonly [key: string]: unknown;
}

/** Any component of a message or a modal; which fields it has depends on its type. */
export interface RawComponent {
  readonly type: number;
  readonly id: number;
  readonly components?: readonly RawComponent[];
  readonly accessory?: RawComponent;
  readonly component?: RawComponent;
  readonly content?: string;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly emoji?: { readonly id?: string | null; readonly name: string };
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly RawSelectOption[];
  readonly [key: string]: unknown;
}

export interface RawSelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

export interface RawMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: RawUser;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly flags: number;
  readonly components: readonly RawComponent[];
  readonly embeds: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  readonly mentions: readonly RawUser[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly interaction_metadata?: JsonObject;
  readonly message_reference?: JsonObject;
  readonly [key: string]: unknown;
}

/** A command as Discord reads it back. */
export interface RegisteredCommand {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  /** 1 chat input, 2 user, 3 message. */
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>> | null;
  readonly default_member_permissions: string | null;
  readonly dm_permission: boolean;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly nsfw: boolean;
  readonly guild_id?: string;
  readonly options?: readonly RegisteredOption[];
}

export interface RegisteredOption {
  /** 1 subcommand, 2 group of them, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 10 number, 11 attachment. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly file_types?: readonly string[];
  readonly options?: readonly RegisteredOption[];
  readonly [key: string]: unknown;
}
