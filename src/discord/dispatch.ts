/**
 * An interaction → its one answer. Nothing is deferred: answers come from memory within milliseconds, and one call is
 * all that Discord then needs (managing a library takes longer, and has its own door). Nothing is remembered but the ids
 * of late, since Discord may deliver one twice.
 */
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { InteractionType, MessageFlags, ShardClientUtil } from 'discord.js';
import { commands, messageCommands } from '../commands/index.ts';
import type { Asked, LogLine } from '../model.ts';
import type { Address } from './custom-id.ts';
import { parseCustomId } from './custom-id.ts';
import { CalmError, type Desk, type Manner, NotYetError, type Server, sentenceReply } from './desk.ts';
import type { LibraryDoor } from './library/library.ts';
import { messageText } from './message-text.ts';
import { privateOption } from './register.ts';
import { faultOf, nameOf, overBecause, type Responder } from './respond.ts';
import {
  BusyError,
  createBuckets,
  createLane,
  createSlices,
  createTurns,
  serverBucket,
  UnsentError,
  userBucket,
} from './turns.ts';
import { cleaned } from './typed.ts';
import { until, within } from './within.ts';
import { words } from './words.ts';

/** What arrives within a quarter of an hour, which is as long as an interaction lives, at a hundred a second. */
const rememberedMax = 90_000;

/** Sentences instead of an answer that are on their way at once: a crowd that is sent away leaves the way to answers. */
const apologiesMax = 20;

/** Of waiting for an answer, within the 3 seconds that Discord gives. */
const ownPatienceMs = 2_300;

export interface Dispatch {
  readonly desk: Desk;
  readonly responder: Responder;
  /** Where interactions go that ask nothing, but manage a library. */
  readonly library?: LibraryDoor;
  readonly log: LogLine;
  /** Told of each interaction, once. */
  readonly observe?: (observed: Observed) => void;
  /** Whether an interaction is of before the connection broke: Discord delivers those again, and waits for no answer. */
  readonly isOld?: (interaction: Interaction) => boolean;
  readonly now?: () => number;
  readonly patienceMs?: number;
  /** Aborted when the bot leaves, and waits no longer for what takes long. */
  readonly leaving?: AbortSignal;
}

/** What became of an interaction. No word of what was asked or answered. */
export interface Observed {
  readonly id: string;
  /** '/who', 'a button' … */
  readonly name: string;
  readonly kind: InteractionKind;
  /** Of a command, without the slash; null for buttons, menus and modals. */
  readonly command: string | null;
  /** The number of the shard that it came by. */
  readonly shard: number;
  readonly outcome: Outcome;
  readonly ms: number;
}

/** As Discord's documentation names its interaction types. */
export type InteractionKind = 'application_command' | 'component' | 'autocomplete' | 'modal_submit';

/**
 * answered. late: Discord no longer waited. already: it had an answer, from another process perhaps. unknown: whether the
 * answer arrived can't be told. rate-limited: Discord asked to wait longer than it waits itself. failed: the reader was told
 * so. refused: nothing could be said. limited: asked too often. postponed: told to ask again, since the library is still being
 * opened, or many ask. repeated, old: delivered again, and left alone.
 */
export const outcomes = [
  'answered',
  'late',
  'already',
  'unknown',
  'rate-limited',
  'failed',
  'refused',
  'limited',
  'postponed',
  'repeated',
  'old',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The one listener of `interactionCreate`. Never rejects. */
export function createDispatch({
  desk,
  isOld,
  leaving = new AbortController().signal,
  library,
  log,
  now = Date.now,
  observe,
  patienceMs = ownPatienceMs,
  responder,
}: Dispatch) {
  const isNew = createMemory(rememberedMax);
  const users = createBuckets(userBucket, now);
  const servers = createBuckets(serverBucket, now);
  const turns = createTurns();
  const slice = createSlices();
  const apologies = createLane(apologiesMax, patienceMs);
  /** Who asks takes turns at the desk, and waits there for nobody's connection and for nobody's library. */
  const deskFor = ({ user }: Interaction): Desk => {
    const inTurn = async <T>(server: Server, work: () => Promise<T>): Promise<T> => {
      let why: string = words.beingOpened;
      let isOver = false;
      const answering = async () => {
        await desk.ready(server);
        why = words.busy;
        return turns.take(user.id, async () => {
          if (isOver) throw new NotYetError(why);
          return work();
        });
      };
      return within(patienceMs, answering(), () => {
        isOver = true;
        return new NotYetError(why);
      });
    };
    return {
      ready: desk.ready,
      answer: (server, ...asked) => inTurn(server, () => desk.answer(server, ...asked)),
      press: (server, pressed) => inTurn(server, () => desk.press(server, pressed)),
      suggest: (server, asked) => inTurn(server, () => desk.suggest(server, asked)),
    };
  };
  const isAllowed = ({ guildId, user }: Interaction) => users.take(user.id) && (!guildId || servers.take(guildId));
  const answered = async (interaction: Interaction): Promise<Outcome> => {
    if (!isNew(interaction.id)) return 'repeated';
    if (isOld?.(interaction)) return 'old';
    await slice();
    try {
      if (!isAllowed(interaction)) throw new BusyError('Too many questions within a short time');
      if (library?.owns(interaction))
        await until(leaving, library.answer(interaction), () => new CalmError(words.leaving));
      else await answerInteraction(interaction, deskFor(interaction), responder);
      return 'answered';
    } catch (error) {
      const isBusy = error instanceof BusyError;
      const isCalm = error instanceof CalmError;
      if (!isBusy && !isCalm) log(`${nameOf(interaction)} failed: ${faultOf(error)}`, 'error');
      const over = overBecause(error);
      if (over) return over;
      try {
        const sentence = isBusy ? words.tooOften : isCalm ? error.message : words.failed;
        await apologies(() => apologise(interaction, responder, sentence));
        return isBusy ? 'limited' : error instanceof NotYetError ? 'postponed' : 'failed';
      } catch (again) {
        if (!(again instanceof UnsentError))
          log(`${nameOf(interaction)} could not even be told so: ${faultOf(again)}`, 'error');
        return overBecause(again) ?? 'refused';
      }
    }
  };
  return async (interaction: Interaction): Promise<void> => {
    const start = now();
    const outcome = await answered(interaction);
    observe?.({ ...aboutOf(interaction), outcome, ms: now() - start });
  };
}

const kinds: Readonly<Partial<Record<InteractionType, InteractionKind>>> = {
  [InteractionType.MessageComponent]: 'component',
  [InteractionType.ApplicationCommandAutocomplete]: 'autocomplete',
  [InteractionType.ModalSubmit]: 'modal_submit',
};

const isSnowflake = (id: unknown): id is string => typeof id === 'string' && /^\d{1,20}$/.test(id);

function aboutOf(interaction: Interaction): Omit<Observed, 'outcome' | 'ms'> {
  const { client, guildId, id } = interaction;
  const ofMessage = interaction.isContextMenuCommand()
    ? messageCommands.find(({ label }) => label === interaction.commandName)?.name
    : undefined;
  const command = 'commandName' in interaction ? (ofMessage ?? interaction.commandName) : null;
  const shards = client.options.shardCount ?? 1;
  return {
    ...{ id, command, name: nameOf(interaction), kind: kinds[interaction.type] ?? 'application_command' },
    // Private messages come by the first one.
    shard: isSnowflake(guildId) ? ShardClientUtil.shardIdForGuildId(guildId, shards) : 0,
  };
}

async function answerInteraction(interaction: Interaction, desk: Desk, responder: Responder): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(interaction, desk, responder);
  if (interaction.isMessageContextMenuCommand()) return answerMessageCommand(interaction, desk, responder);
  if (interaction.isAutocomplete())
    return responder.suggest(interaction, await desk.suggest(interaction.guildId, askedIn(interaction)));
  if (interaction.isButton() || interaction.isStringSelectMenu()) return answerPress(interaction, desk, responder);
  // Of a kind that this bot has never registered: somebody waits for a word all the same.
  await responder.send(interaction, sentenceReply(words.unknownCommand));
}

async function answerCommand(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
  responder: Responder,
): Promise<void> {
  const asked = askedIn(interaction);
  if (!commands.some(({ name }) => name === asked.command))
    return responder.send(interaction, sentenceReply(words.unknownCommand));
  const isPrivate = interaction.options.data.some(({ name, value }) => name === privateOption && value === true);
  await responder.send(interaction, await desk.answer(interaction.guildId, asked, isPrivate));
}

/** Whoever wrote the message needn't know that it was asked about: the answer is for who asks, who can share it. */
async function answerMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  desk: Desk,
  responder: Responder,
): Promise<void> {
  const command = messageCommands.find(({ label }) => label === interaction.commandName);
  if (!command) return responder.send(interaction, sentenceReply(words.unknownCommand));
  const asked = { command: command.name, query: messageText(interaction.targetMessage) };
  await responder.send(interaction, await desk.answer(interaction.guildId, asked, true));
}

type Press = ButtonInteraction | StringSelectMenuInteraction;

async function answerPress(interaction: Press, desk: Desk, { removeMessage, send }: Responder): Promise<void> {
  const address = addressIn(interaction);
  if (!address || address.kind === 'menu') return send(interaction, sentenceReply(words.staleButton));
  if (address.kind === 'remove')
    return isAsker(interaction) ? removeMessage(interaction) : send(interaction, sentenceReply(words.notYours));
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
  if (act === 'share' || address.kind === 'repost') return 'reply';
  return act === 'turn' && address.kind !== 'cite' && isAsker(interaction) ? 'update' : 'private';
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

/** An empty list for an autocomplete; else one calm sentence to one reader. */
const apologise = (interaction: Interaction, responder: Responder, sentence: string): Promise<void> =>
  interaction.isAutocomplete()
    ? responder.suggest(interaction, [])
    : responder.send(interaction, sentenceReply(sentence));

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
