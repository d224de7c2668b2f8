/**
 * The command list → Discord's own list. What Discord has is read and compared first, and written only on a
 * difference: a bulk overwrite counts towards a daily limit, and renaming a command loses the permissions that hosts
 * have set on it (docs, interactions/application-commands).
 */
import type {
  LocalizationMap,
  REST,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
} from 'discord.js';
import type { Command, LogLine, MessageCommand } from '../model.ts';
import { commandDescriptionCharsMax, optionLengthMax } from './limits.ts';
import { shortened } from './shorten.ts';
import { words } from './words.ts';

/** On every command: an answer that only the asker sees. */
export const privateOption = 'private';

export type Desired = RESTPostAPIChatInputApplicationCommandsJSONBody;

export type DesiredOfMessage = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Descriptions in other languages, by the English one. Empty until there are translations. */
export type Translations = (english: string) => LocalizationMap | null;
const english: Translations = () => null;

const places = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** What Discord shall have: each command with its own option and `private`, in servers, in direct messages, anywhere. */
export function desiredCommands(commands: readonly Command[], translated: Translations = english): Desired[] {
  const described = (text: string) => {
    const description = shortened(text, commandDescriptionCharsMax);
    return { description, description_localizations: translated(description) };
  };
  return commands.map(({ name, description, option, suggest }) => ({
    type: ApplicationCommandType.ChatInput,
    name,
    ...described(description),
    options: [
      ...(option
        ? [
            {
              type: ApplicationCommandOptionType.String as const,
              name: option.name,
              ...described(option.description),
              required: option.required,
              max_length: Math.min(option.charsMax, optionLengthMax),
              ...(suggest && { autocomplete: true as const }),
            },
          ]
        : []),
      {
        type: ApplicationCommandOptionType.Boolean as const,
        name: privateOption,
        ...described(words.privateOption),
        required: false,
      },
    ],
    ...places,
  }));
}

/** Those that stand under Apps on a message, in the same places. The interaction carries the message: no intent is needed. */
export const desiredMessageCommands = (commands: readonly MessageCommand[]): DesiredOfMessage[] =>
  commands.map(({ label }) => ({ type: ApplicationCommandType.Message, name: label, ...places }));

interface Described {
  readonly description?: string | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
}

interface AnyOption extends Described {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly choices?: readonly unknown[] | undefined;
  readonly options?: readonly AnyOption[] | undefined;
}

/** A command as we write it or as Discord gives it back. */
export interface AnyCommand extends Described {
  readonly name: string;
  readonly type?: number | undefined;
  readonly options?: readonly AnyOption[] | undefined;
  readonly default_member_permissions?: string | null | undefined;
  readonly nsfw?: boolean | undefined;
  readonly contexts?: readonly number[] | null | undefined;
  readonly integration_types?: readonly number[] | undefined;
}

/** What stands in a command, whoever wrote it: Discord's additions gone and its defaults filled in. */
const normalised = (command: AnyCommand): unknown => ({
  type: command.type ?? ApplicationCommandType.ChatInput,
  name: command.name,
  ...descriptionsOf(command),
  options: (command.options ?? []).map(normalisedOption),
  default_member_permissions: command.default_member_permissions ?? null,
  nsfw: command.nsfw ?? false,
  contexts: command.contexts ? command.contexts.toSorted((a, b) => a - b) : null,
  integration_types: (command.integration_types ?? [ApplicationIntegrationType.GuildInstall]).toSorted((a, b) => a - b),
});

const descriptionsOf = ({ description, name_localizations, description_localizations }: Described) => ({
  description: description ?? '',
  name_localizations: localised(name_localizations),
  description_localizations: localised(description_localizations),
});

/** In one order, and none where there are none. */
const localised = (map: object | null | undefined): unknown =>
  Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

const normalisedOption = (option: AnyOption): unknown => ({
  type: option.type,
  name: option.name,
  ...descriptionsOf(option),
  required: option.required ?? false,
  autocomplete: option.autocomplete ?? false,
  min_length: option.min_length ?? null,
  max_length: option.max_length ?? null,
  choices: option.choices ?? [],
  options: (option.options ?? []).map(normalisedOption),
});

/** Names of the commands that Discord lacks, has otherwise, or has too many; none when nothing need be written. */
export function differences(desired: readonly AnyCommand[], present: readonly AnyCommand[]): string[] {
  const seen = new Map(present.map((command) => [command.name, JSON.stringify(normalised(command))]));
  const wanted = new Map(desired.map((command) => [command.name, JSON.stringify(normalised(command))]));
  const names = new Set([...wanted.keys(), ...seen.keys()]);
  return [...names].filter((name) => wanted.get(name) !== seen.get(name));
}

/** Reads, compares, and writes on a difference; one line tells which. Rejects when the signal is aborted. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  desired: readonly (Desired | DesiredOfMessage)[],
  log: LogLine,
  signal: AbortSignal,
): Promise<void> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = (await rest.get(route, { query, signal })) as readonly AnyCommand[];
  const changed = differences(desired, present);
  if (changed.length === 0) {
    log(`Discord has all ${desired.length} commands as they are: nothing written`);
    return;
  }
  await rest.put(route, { body: desired, signal });
  log(`Discord has been given ${desired.length} commands: ${changed.map((name) => `/${name}`).join(', ')} differed`);
}
