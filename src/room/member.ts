/** A person in the room: types commands, presses buttons, fills in modals, and sees what they would see. */
import { chatInputCommands, commandData, composed, type OptionValue, optionType, typing } from './composer.ts';
import type { JsonObject, RawComponent, RawMessage, RegisteredCommand } from './discord-json.ts';
import { type Dispatched, type DispatchRequest, dispatch } from './dispatch.ts';
import { type Interaction, interactionType, type Settled } from './interactions.ts';
import { choicesMax } from './limits.ts';
import type { Person } from './people.ts';
import { type RoomState, timestampOf } from './state.ts';
import { type Message, type Modal, messageOf, modalOf } from './view.ts';

/** What a person sees come of what they did. */
export type Outcome =
  /** A new message, public or (`message.ephemeral`) for them alone. */
  | { readonly kind: 'replied'; readonly message: Message }
  /** The message that they acted on has changed. */
  | { readonly kind: 'updated'; readonly message: Message }
  /** A message is gone. */
  | { readonly kind: 'removed'; readonly messageId: string }
  | { readonly kind: 'modal'; readonly modal: Modal }
  /** Taken note of, and nothing to see. */
  | { readonly kind: 'acknowledged' }
  /** "The application did not respond", with why. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  /** A command line, read as Discord's composer does; throws where the composer would not send it. */
  type(line: string): Promise<Outcome>;
  /** A command with its values as they are, unchecked by any composer. */
  run(command: string, values: Readonly<Record<string, OptionValue>>): Promise<Outcome>;
  /** Choices for the option that is being typed; throws when the bot's answer fails. */
  complete(line: string): Promise<readonly Choice[]>;
  /** By label, or by custom id: any, even one that the message doesn't hold. */
  press(message: Message, button: string | { readonly customId: string }): Promise<Outcome>;
  /** By custom id or placeholder. */
  select(message: Message, select: string, values: readonly string[]): Promise<Outcome>;
  /** By custom ids or labels of the fields. */
  submit(modal: Modal, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Outcome>;
  /** Apps → name, on a message. */
  messageCommand(name: string, message: Message): Promise<Outcome>;
  /** A plain message of their own. */
  say(content: string): Message;
  /** What they see in the channel, oldest first. */
  messages(): readonly Message[];
}

const messageCommandType = 3;
const buttonType = 2;
const selectType = 3;

export function createMember(state: RoomState, person: Person): Member {
  const send = async (request: Omit<DispatchRequest, 'person'>): Promise<Outcome> => {
    const { interaction, settled } = dispatch(state, { ...request, person });
    return outcomeOf(state, interaction, await settled);
  };
  const runCommand = (command: RegisteredCommand, data: JsonObject, metadata: JsonObject = {}) =>
    send({ type: interactionType.command, data, command: { name: command.name, type: command.type }, metadata });
  const idOfName = (name: string) => state.people.get(name)?.user.id;
  const visible = (id: string): RawMessage => {
    const stored = state.messages.get(id);
    if (!stored) throw new Error(`Message ${id} is no longer in the channel`);
    if (stored.seenBy !== null && stored.seenBy !== person.user.id)
      throw new Error(`Message ${id} is not for this member to see`);
    return stored.raw;
  };
  const use = (source: RawMessage, customId: string, componentType: number, values?: readonly string[]) => {
    const component = { custom_id: customId, component_type: componentType };
    return send({
      type: interactionType.component,
      data: values ? { ...component, values } : { ...component, id: idOfComponent(source, customId) },
      source: source.id,
      metadata: { interacted_message_id: source.id },
    });
  };

  return {
    id: person.user.id,
    name: person.user.global_name ?? '',
    type: async (line) => {
      const { command, values } = composed(line, state.commands.all(), idOfName);
      return runCommand(command, commandData(command, values));
    },
    run: async (name, values) => {
      const command = chatInputCommands(state.commands.all()).find((one) => one.name === name);
      if (!command) throw new Error(`No command /${name} is registered`);
      return runCommand(command, commandData(command, values));
    },
    complete: (line) => complete(state, person, line),
    press: async (message, button) => {
      const source = visible(message.id);
      return use(source, typeof button === 'string' ? pressable(source, button) : button.customId, buttonType);
    },
    select: async (message, select, values) => {
      const source = visible(message.id);
      return use(source, selectable(source, select, values), selectType, values);
    },
    submit: async (modal, fields) =>
      send({
        type: interactionType.modalSubmit,
        data: { custom_id: modal.customId, components: submitted(modal, fields) },
        ...(modal.source === null ? {} : { source: modal.source }),
        metadata: { triggering_interaction_metadata: modal.triggeredBy },
      }),
    messageCommand: async (name, message) => {
      const target = visible(message.id);
      const command = state.commands.all().find((one) => one.type === messageCommandType && one.name === name);
      if (!command) throw new Error(`No message command "${name}" is registered`);
      const { id, type } = command;
      const data = { id, name, type, target_id: target.id, resolved: { messages: { [target.id]: target } } };
      return runCommand(command, data, { target_message_id: target.id });
    },
    say: (content) => {
      const raw = plainMessage(state, person, content);
      state.messages.add(raw, null);
      return messageOf(raw);
    },
    messages: () => state.messages.visibleTo(person.user.id).map(messageOf),
  };
}

/** A message that went away before it could be looked at counts as removed. */
function outcomeOf(state: RoomState, interaction: Interaction, settled: Settled): Outcome {
  switch (settled.kind) {
    case 'replied':
    case 'updated': {
      const raw = state.messages.get(settled.message)?.raw;
      return raw ? { kind: settled.kind, message: messageOf(raw) } : { kind: 'removed', messageId: settled.message };
    }
    case 'removed':
      return { kind: 'removed', messageId: settled.message };
    case 'modal':
      return { kind: 'modal', modal: modalOf(settled.data, interaction.metadata, interaction.source) };
    case 'choices':
      return { kind: 'failed', reason: 'The application answered a command with choices' };
    default:
      return settled;
  }
}

async function complete(state: RoomState, person: Person, line: string): Promise<readonly Choice[]> {
  const typed = typing(line, state.commands.all());
  if (!typed) return [];
  const { command, focused, values } = typed;
  const text = String(values[focused.name] ?? '').toLowerCase();
  if (focused.type === optionType.boolean) return ['true', 'false'].map((name) => ({ name, value: name }));
  if (focused.choices)
    return focused.choices.filter(({ name }) => name.toLowerCase().includes(text)).slice(0, choicesMax);
  if (focused.autocomplete !== true) return [];
  const { settled }: Dispatched = dispatch(state, {
    type: interactionType.autocomplete,
    person,
    data: commandData(command, { ...values, [focused.name]: values[focused.name] ?? '' }, focused.name),
    command: { name: command.name, type: command.type },
    focusedType: focused.type,
  });
  const result = await settled;
  if (result.kind === 'choices') return result.choices;
  throw new Error(`Loading options failed: ${result.kind === 'failed' ? result.reason : result.kind}`);
}

function pressable(source: RawMessage, label: string): string {
  const { buttons } = messageOf(source);
  const button = buttons.find((one) => one.label === label);
  if (!button) {
    const labels = buttons.map((one) => `"${one.label}"`).join(', ') || 'none';
    throw new Error(`The message has no button "${label}"; its buttons: ${labels}`);
  }
  if (button.disabled) throw new Error(`The button "${label}" is disabled`);
  if (button.customId === null) throw new Error(`The button "${label}" is a link`);
  return button.customId;
}

function selectable(source: RawMessage, name: string, values: readonly string[]): string {
  const select = messageOf(source).selects.find((one) => one.customId === name || one.placeholder === name);
  if (!select) throw new Error(`The message has no select "${name}"`);
  if (select.disabled) throw new Error(`The select "${name}" is disabled`);
  const unknown = values.find((value) => !select.options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The select "${name}" has no value "${unknown}"`);
  if (values.length < select.valuesMin || values.length > select.valuesMax) {
    throw new Error(
      `The select "${name}" takes ${select.valuesMin} to ${select.valuesMax} values, not ${values.length}`,
    );
  }
  return select.customId;
}

function idOfComponent(source: RawMessage, customId: string): number {
  const find = (components: readonly RawComponent[]): number | undefined => {
    for (const component of components) {
      if (component.custom_id === customId) return component.id;
      const inner = find([...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])]);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return find(source.components) ?? 0;
}

/** The modal's own tree, with what was filled in (docs, components/reference#text-input-interaction-response). */
function submitted(modal: Modal, filled: Readonly<Record<string, string | readonly string[]>>): unknown[] {
  for (const { charsMax, charsMin, customId, label, required } of modal.fields) {
    const given = filled[customId] ?? filled[label] ?? '';
    if (required && given.length === 0) throw new Error(`The modal needs its field "${label}"`);
    if (typeof given === 'string' && given.length > 0 && (given.length < charsMin || given.length > charsMax)) {
      throw new Error(`The field "${label}" takes ${charsMin} to ${charsMax} characters, not ${given.length}`);
    }
  }
  const unknown = Object.keys(filled).find(
    (name) => !modal.fields.some(({ customId, label }) => customId === name || label === name),
  );
  if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}"`);
  const field = ({ custom_id = '', id, type }: RawComponent, label: string | undefined) => {
    const given = filled[custom_id] ?? filled[label ?? ''] ?? '';
    return { type, id, custom_id, ...(typeof given === 'string' ? { value: given } : { values: given }) };
  };
  return (modal.raw['components'] as readonly RawComponent[]).map((part) => {
    const { component, components, id, label, type } = part;
    if (component) return { type, id, component: field(component, label) };
    if (components) return { type, id, components: components.map((inner) => field(inner, inner.label)) };
    return { type, id };
  });
}

function plainMessage(state: RoomState, person: Person, content: string): RawMessage {
  return {
    id: state.nextId(),
    channel_id: state.channelId,
    type: 0,
    author: person.user,
    content,
    timestamp: timestampOf(state),
    edited_timestamp: null,
    flags: 0,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
  };
}
