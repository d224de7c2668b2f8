/** `/library` and `/privacy` as Discord shall have them: the first in servers alone, and hidden from who can't manage one. */
import type { APIApplicationCommandBasicOption } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { library, type ManagingOption, privacy } from '../../commands/managing.ts';
import { suggestionCharsMax } from '../limits.ts';
import type { Desired, Translations } from '../register.ts';
import { managingPermission } from './may-manage.ts';

const addressCharsMax = 2_000;

export interface LibraryOffer {
  /** Whether there is a library that servers can fill. */
  readonly isKept: boolean;
  readonly allowsUrls: boolean;
}

export function desiredLibraryCommands(
  { allowsUrls, isKept }: LibraryOffer,
  translated: Translations = () => null,
): Desired[] {
  const described = (description: string) => ({ description, description_localizations: translated(description) });
  const option = ({ description, kind, name, required }: ManagingOption): APIApplicationCommandBasicOption => {
    const own = { name, ...described(description), required };
    switch (kind) {
      case 'file':
        return { ...own, type: ApplicationCommandOptionType.Attachment };
      case 'document':
        return {
          ...own,
          type: ApplicationCommandOptionType.String,
          max_length: suggestionCharsMax,
          autocomplete: true,
        };
      case 'address':
        return { ...own, type: ApplicationCommandOptionType.String, max_length: addressCharsMax };
    }
  };
  const managing: Desired = {
    type: ApplicationCommandType.ChatInput,
    name: library.name,
    ...described(library.description),
    default_member_permissions: String(managingPermission),
    options: library.commands.map(({ description, name, options }) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name,
      ...described(description),
      options: options.filter(({ kind }) => allowsUrls || kind !== 'address').map(option),
    })),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  };
  const telling: Desired = {
    type: ApplicationCommandType.ChatInput,
    name: privacy.name,
    ...described(privacy.description),
    options: [],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
  return [...(isKept ? [managing] : []), telling];
}
