/**
 * An interaction → its one answer. Nothing is deferred: answers come from memory within milliseconds, and one call is
 * all that Discord then needs. Nothing is remembered but the ids of late, since Discord may deliver one twice.
 */
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { MessageFlags } from 'discord.js';
import { commands } from '../commands/index.ts';
import type { Asked } from '../model.ts';
import type { Address } from './custom-id.ts';
import { parseCustomId } from './custom-id.ts';
import { CalmError, type Desk, type Manner, sentenceReply } from './desk.ts';
import { privateOption } from './register.ts';
import { failureOf, isOver, nameOf, removeMessage, send, suggest } from './respond.ts';
import { cleaned } from './typed.ts';
import { words } from './words.ts';

/** More than arrive within the quarter of an hour that an interaction lives. */
const rememberedMax = 10_000;

export interface Dispatch {
  readonly desk: Desk;
  readonly log: (line: string) => void;
}

/** The one listener of `interactionCreate`. Never rejects. */
export function createDispatch({ desk, log }: Dispatch): (interaction: Interaction) => Promise<void> {
  const isNew = createMemory(rememberedMax);
  return async (interaction) => {
    if (!isNew(interaction.id)) return;
    try {
      await answerInteraction(interaction, desk);
    } catch (error) {
      log(`${nameOf(interaction)} failed: ${failureOf(error, typedIn(interaction))}`);
      if (isOver(error)) return;
      await apologise(interaction, error instanceof CalmError ? error.message : words.failed).catch(
        (again: unknown) => {
          log(`${nameOf(interaction)} could not even be told so: ${failureOf(again, typedIn(interaction))}`);
        },
      );
    }
  };
}

async function answerInteraction(interaction: Interaction, desk: Desk): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(interaction, desk);
  if (interaction.isAutocomplete())
    return suggest(interaction, await desk.suggest(interaction.guildId, askedIn(interaction)));
  if (interaction.isButton() || interaction.isStringSelectMenu()) return answerPress(interaction, desk);
}

async function answerCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const asked = askedIn(interaction);
  if (!commands.some(({ name }) => name === asked.command)) return tell(interaction, words.unknownCommand);
  const isPrivate = interaction.options.getBoolean(privateOption) ?? false;
  await send(interaction, await desk.answer(interaction.guildId, asked, isPrivate));
}

type Press = ButtonInteraction | StringSelectMenuInteraction;

async function answerPress(interaction: Press, desk: Desk): Promise<void> {
  const address = addressIn(interaction);
  if (!address || address.kind === 'menu') return tell(interaction, words.staleButton);
  if (address.kind === 'remove')
    return isAsker(interaction) ? removeMessage(interaction) : tell(interaction, words.notYours);
  const components = interaction.message.components.map((component) => component.toJSON());
  const manner = mannerOf(address, interaction);
  const isPrivate = manner === 'private' || (manner === 'update' && isPrivateMessage(interaction));
  await send(interaction, await desk.press(interaction.guildId, { address, components, manner, isPrivate }));
}

/** A menu does what the chosen value says. */
function addressIn(interaction: Press): Address | null {
  const address = parseCustomId(interaction.customId);
  if (!interaction.isStringSelectMenu()) return address;
  const chosen = address?.kind === 'menu' ? parseCustomId(interaction.values[0] ?? '') : null;
  return chosen?.kind === 'remove' ? null : chosen;
}

function mannerOf(address: Address, interaction: Press): Manner {
  const act = 'act' in address ? address.act : 'turn';
  if (act === 'share') return 'reply';
  return act === 'turn' && isAsker(interaction) ? 'update' : 'private';
}

/** Of a private message its only reader; else who used the command, or pressed the button, that made the message. */
const isAsker = (interaction: Press): boolean =>
  isPrivateMessage(interaction) || interaction.message.interactionMetadata?.user.id === interaction.user.id;

const isPrivateMessage = ({ message }: Press): boolean => message.flags.has(MessageFlags.Ephemeral);

const askedIn = (interaction: ChatInputCommandInteraction | AutocompleteInteraction): Asked => ({
  command: interaction.commandName,
  query: typedIn(interaction),
});

/** What somebody typed, cleaned: the one string option that a command has. Never throws, whatever was sent. */
function typedIn(interaction: Interaction): string {
  if (!interaction.isAutocomplete() && !interaction.isChatInputCommand()) return '';
  const name = commands.find((command) => command.name === interaction.commandName)?.option?.name;
  const value = interaction.options.data.find((option) => option.name === name)?.value;
  return cleaned(typeof value === 'string' ? value : '');
}

/** One sentence that only the one concerned sees. */
const tell = (interaction: Interaction, sentence: string): Promise<void> => send(interaction, sentenceReply(sentence));

/** An empty list for an autocomplete; else one calm sentence to one reader. */
async function apologise(interaction: Interaction, sentence: string): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(interaction, []);
  else await tell(interaction, sentence);
}

/** True for an id that hasn't come before, among the last `max`. */
function createMemory(max: number): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    for (const oldest of ids) {
      if (ids.size <= max) break;
      ids.delete(oldest);
    }
    return true;
  };
}
