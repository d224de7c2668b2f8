/** A person in the room: types commands, presses buttons, fills in modals, and sees what they would see. */

import { allComponents } from './component-check.ts';
import { type Composed, composed, type OptionValue, typing } from './composer.ts';
import { pressable, selectable } from './controls.ts';
import type { JsonObject, RawMessage, RegisteredCommand } from './discord-json.ts';
import { type DispatchRequest, dispatch } from './dispatch.ts';
import { interactionType } from './interactions.ts';
import { choicesMax } from './limits.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Person } from './people.ts';
import { plainMessage } from './posting.ts';
import { commandData, optionType, runnables } from './runnable.ts';
import type { RoomState } from './state.ts';
import { type Filled, submission } from './submission.ts';
import { refuseUnfitFiles, type Upload, uploadOf, withSentFiles } from './uploads.ts';
import { type Message, type Modal, messageOf, type SentFile } from './view.ts';
import { commandsFor } from './visible-commands.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  /** What they are offered after a slash or on a message, as Discord reads it back. */
  readonly commands: readonly RegisteredCommand[];
  /** A bit set in decimal, for this server. */
  readonly permissions: string;
  setPermissions(permissions: string): void;
  /** The largest file that they may send here. */
  readonly attachmentBytesMax: number;
  /** A file at hand: in a line by its name (`file:notes.pdf`), elsewhere the upload itself. Of one name the last counts. */
  attach(name: string, bytes: Uint8Array | string, contentType?: string): Upload;
  /** The bytes of a file that a message shows. */
  download(file: SentFile): Promise<Uint8Array>;
  /** A command line, read as Discord's composer does; throws where the composer would not send it. */
  type(line: string): Promise<Outcome>;
  /** A command ("shelf add") with its values as they are, unchecked by any composer but for files. */
  run(command: string, values: Readonly<Record<string, OptionValue>>): Promise<Outcome>;
  /** Choices for the option that is being typed; throws when the bot's answer fails. */
  complete(line: string): Promise<readonly Choice[]>;
  /** By label, or by custom id: any, even one that the message doesn't hold. */
  press(message: Message, button: string | { readonly customId: string }): Promise<Outcome>;
  /** By custom id or placeholder. */
  select(message: Message, select: string, values: readonly string[]): Promise<Outcome>;
  /** By custom ids or labels of the fields; files are what `attach` gave. */
  submit(modal: Modal, fields: Filled): Promise<Outcome>;
  /** Apps → name, on a message. */
  messageCommand(name: string, message: Message): Promise<Outcome>;
  /** A plain message of their own. */
  say(content: string): Message;
  /** What they see in the channel, oldest first. */
  messages(): readonly Message[];
}

type CommandNamed = NonNullable<DispatchRequest['command']>;

const messageCommandType = 3;
const componentType = { button: 2, select: 3 } as const;

export function createMember(state: RoomState, person: Person): Member {
  const send = async (request: Omit<DispatchRequest, 'person'>): Promise<Outcome> => {
    const { interaction, settled } = dispatch(state, { ...request, person });
    return outcomeOf(state, interaction, await settled);
  };
  const sendCommand = (command: CommandNamed, data: JsonObject, metadata: JsonObject = {}) =>
    send({ type: interactionType.command, data, command, metadata });
  const { place } = person;
  const run = ({ runnable, values: given }: Composed) => {
    refuseUnfitFiles(runnable.options, given, place.attachmentBytesMax);
    const { resolved, values } = withSentFiles(state, given);
    const { command, name } = runnable;
    return sendCommand({ name, type: command.type }, { ...commandData(runnable, values), ...resolved });
  };
  const sendComponent = (source: RawMessage, data: JsonObject) =>
    send({
      type: interactionType.component,
      data: { ...data, id: componentIdOf(source, data['custom_id']) },
      source: source.id,
      metadata: { interacted_message_id: source.id },
    });
  const offered = () => commandsFor(state.commands, person);
  const atHand = new Map<string, Upload>();
  const seen = ({ id }: Message) => seenMessage(state, person, id);

  return {
    id: person.user.id,
    name: person.name,
    get commands() {
      return offered();
    },
    get permissions() {
      return person.permissions;
    },
    setPermissions: (permissions) => {
      person.permissions = String(BigInt(permissions));
      state.tellWatchers();
    },
    attachmentBytesMax: place.attachmentBytesMax,
    attach: (name, bytes, contentType) => {
      const upload = uploadOf(name, bytes, contentType);
      atHand.set(name, upload);
      return upload;
    },
    download,
    type: async (line) => run(composed(line, offered(), atHand)),
    run: async (name, values) => {
      const runnable = runnables(offered()).find((one) => one.name === name);
      if (!runnable) throw new Error(`No command /${name} is registered`);
      return run({ runnable, values });
    },
    complete: (line) => complete(state, person, offered(), line),
    press: async (message, button) => {
      const source = seen(message);
      const customId = typeof button === 'string' ? pressable(source, button) : button.customId;
      return sendComponent(source, { custom_id: customId, component_type: componentType.button });
    },
    select: async (message, select, values) => {
      const source = seen(message);
      const customId = selectable(source, select, values);
      return sendComponent(source, { custom_id: customId, component_type: componentType.select, values });
    },
    submit: async (modal, fields) =>
      send({
        type: interactionType.modalSubmit,
        data: submission(modal, fields, state, place.attachmentBytesMax),
        ...(modal.source === null ? {} : { source: modal.source }),
        metadata: { triggering_interaction_metadata: modal.triggeredBy },
      }),
    messageCommand: async (name, message) => {
      const target = seen(message);
      const command = offered().find((one) => one.type === messageCommandType && one.name === name);
      if (!command) throw new Error(`No message command "${name}" is registered`);
      const resolved = { messages: { [target.id]: target } };
      const data = { ...contextMenuData(command), target_id: target.id, resolved };
      return sendCommand(command, data, { target_message_id: target.id });
    },
    say: (content) => messageOf(plainMessage(state, person.user, place.channelId, content)),
    messages: () => state.messages.visibleTo(person.user.id, place.channelId).map(messageOf),
  };
}

const contextMenuData = ({ guild_id, id, name, type }: RegisteredCommand): JsonObject => ({
  id,
  name,
  type,
  ...(guild_id === undefined ? {} : { guild_id }),
});

async function download({ url }: SentFile): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} can't be fetched: ${response.status} ${await response.text()}`);
  return response.bytes();
}

function seenMessage(state: RoomState, person: Person, id: string): RawMessage {
  const stored = state.messages.get(id);
  if (stored?.raw.channel_id !== person.place.channelId) throw new Error(`Message ${id} is no longer in the channel`);
  const isSeen = stored.seenBy === null || stored.seenBy === person.user.id;
  if (!isSeen) throw new Error(`Message ${id} is not for ${person.name} to see`);
  return stored.raw;
}

/** 0 for a custom id that the message doesn't hold. */
function componentIdOf(source: RawMessage, customId: unknown): number {
  const found = allComponents(source.components, []).find(({ component }) => component['custom_id'] === customId);
  return Number(found?.component['id'] ?? 0);
}

async function complete(
  state: RoomState,
  person: Person,
  offered: readonly RegisteredCommand[],
  line: string,
): Promise<readonly Choice[]> {
  const typed = typing(line, offered);
  if (!typed) return [];
  const { focused, runnable, values } = typed;
  const text = String(values[focused.name] ?? '').toLowerCase();
  if (focused.type === optionType.boolean) return ['true', 'false'].map((name) => ({ name, value: name }));
  const fixed = focused.choices?.filter(({ name }) => name.toLowerCase().includes(text));
  if (fixed) return fixed.slice(0, choicesMax).map(({ name, value }) => ({ name, value }));
  if (focused.autocomplete !== true) return [];
  const { settled } = dispatch(state, {
    type: interactionType.autocomplete,
    person,
    data: commandData(runnable, { ...values, [focused.name]: values[focused.name] ?? '' }, focused.name),
    command: { name: runnable.name, type: runnable.command.type },
    focusedType: focused.type,
  });
  const result = await settled;
  if (result.kind === 'choices') return result.choices;
  throw new Error(`Loading options failed: ${result.kind === 'failed' ? result.reason : result.kind}`);
}
