/** A real discord.js bot in a room of its own, and what several tests of the room need; all is closed when the test ends. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  Routes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Outcome } from '../../src/room/outcome.ts';
import { openRoom, type Room, type RoomOptions } from '../../src/room/room.ts';
import type { Message } from '../../src/room/view.ts';

export type Handle = (interaction: Interaction) => unknown;

export interface Bed {
  readonly room: Room;
  readonly client: Client<true>;
  /** What the bot's handler threw, in order. */
  readonly errors: unknown[];
}

/** The commands that most tests need. */
export const commands = [
  {
    name: 'who',
    description: 'Who somebody is',
    options: [
      { name: 'name', type: 3, description: 'A name', required: true, autocomplete: true, max_length: 200 },
      { name: 'private', type: 5, description: 'Only for you' },
      { name: 'count', type: 4, description: 'How many', min_value: 1, max_value: 5 },
    ],
  },
  { name: 'help', description: 'What there is' },
  { name: 'Quote this', type: 3 },
];

export async function openedRoom(options: RoomOptions = {}): Promise<Room> {
  const room = await openRoom(options);
  onTestFinished(() => room.close());
  return room;
}

export async function connectedBot(room: Room, handle: Handle, options: Partial<ClientOptions> = {}) {
  const { rest, ...others } = options;
  const client = new Client({ intents: [], ...others, rest: { api: room.restUrl, ...rest } });
  onTestFinished(() => client.destroy());
  const errors: unknown[] = [];
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await handle(interaction);
    } catch (error) {
      errors.push(error);
    }
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(room.token);
  await ready;
  return { client: client as Client<true>, errors };
}

/** A room with a bot in it that has registered `commands`. */
export async function bed(handle: Handle, options: RoomOptions = {}): Promise<Bed> {
  const room = await openedRoom({ quietMs: 50, ...options });
  const { client, errors } = await connectedBot(room, handle);
  await client.rest.put(Routes.applicationCommands(client.application.id), { body: commands });
  return { room, client, errors };
}

/** Discord's callback route, with a body that no builder has looked at. */
export const callBack = (interaction: Interaction, body: unknown, files?: { name: string; data: Buffer }[]) =>
  interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
    body,
    auth: false,
    ...(files ? { files } : {}),
  });

export interface Answers {
  readonly command?: (interaction: ChatInputCommandInteraction) => unknown;
  readonly autocomplete?: (interaction: AutocompleteInteraction) => unknown;
  readonly button?: (interaction: ButtonInteraction) => unknown;
  readonly select?: (interaction: StringSelectMenuInteraction) => unknown;
  readonly modal?: (interaction: ModalSubmitInteraction) => unknown;
  readonly messageCommand?: (interaction: MessageContextMenuCommandInteraction) => unknown;
}

export function answering(answers: Answers): Handle {
  return (interaction) => {
    if (interaction.isChatInputCommand()) return answers.command?.(interaction);
    if (interaction.isAutocomplete()) return answers.autocomplete?.(interaction);
    if (interaction.isButton()) return answers.button?.(interaction);
    if (interaction.isStringSelectMenu()) return answers.select?.(interaction);
    if (interaction.isModalSubmit()) return answers.modal?.(interaction);
    return interaction.isMessageContextMenuCommand() ? answers.messageCommand?.(interaction) : undefined;
  };
}

export const onCommand = (command: NonNullable<Answers['command']>): Handle => answering({ command });

export function messageIn(outcome: Outcome): Message {
  if (outcome.kind !== 'replied' && outcome.kind !== 'updated') {
    throw new Error(`Expected a message, but the outcome was ${JSON.stringify(outcome)}`);
  }
  return outcome.message;
}

/** What Discord's error says at a place: the codes there. */
export function codesAt(error: unknown, ...path: readonly (string | number)[]): readonly string[] {
  const body = (error as { rawError?: { errors?: unknown } }).rawError?.errors;
  const at = path.reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], body);
  return ((at as { _errors?: { code: string }[] } | undefined)?._errors ?? []).map(({ code }) => code);
}

/** The error of a request that must fail. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ readonly code: number; readonly status: number }> {
  try {
    await request;
  } catch (error) {
    return error as { readonly code: number; readonly status: number };
  }
  throw new Error('The request was accepted');
}
