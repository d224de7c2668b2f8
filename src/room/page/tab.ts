/** One tab of the page: what its reader does goes to the room, and what they would see comes back. */
import { z } from 'zod';
import { type OptionValue, typedValue } from '../composer.ts';
import type { RawMessage, RegisteredCommand } from '../discord-json.ts';
import type { Member } from '../member.ts';
import type { Outcome } from '../outcome.ts';
import type { Room } from '../room.ts';
import { chatInputCommands } from '../runnable.ts';
import type { Message, Modal } from '../view.ts';
import { type ShownComponent, type ShownMessage, shownComponent, shownMessage } from './shown.ts';

/** What a tab asks for; `ask` is a number that comes back with the answer. */
const requestSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('run'),
    ask: z.int(),
    command: z.string(),
    options: z.record(z.string(), z.string()),
  }),
  z.object({
    do: z.literal('complete'),
    ask: z.int(),
    command: z.string(),
    options: z.record(z.string(), z.string()),
    focused: z.string(),
  }),
  z.object({ do: z.literal('press'), ask: z.int(), message: z.string(), customId: z.string() }),
  z.object({
    do: z.literal('select'),
    ask: z.int(),
    message: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({
    do: z.literal('submit'),
    ask: z.int(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ do: z.literal('messageCommand'), ask: z.int(), message: z.string(), name: z.string() }),
  z.object({ do: z.literal('say'), ask: z.int(), text: z.string().trim().min(1).max(2_000) }),
  z.object({ do: z.literal('dismiss'), ask: z.int(), message: z.string() }),
]);

type Request = z.infer<typeof requestSchema>;

/** What a tab is told. */
export type Told =
  | {
      readonly tell: 'hello';
      readonly reader: string;
      readonly bot: string;
      readonly about: readonly string[];
      readonly examples: readonly string[];
    }
  | { readonly tell: 'commands'; readonly commands: readonly ShownCommand[] }
  | { readonly tell: 'message'; readonly message: ShownMessage }
  | { readonly tell: 'removed'; readonly id: string }
  | ({ readonly tell: 'answer'; readonly ask: number } & Answer);

type Answer =
  | { readonly is: 'done'; readonly message?: string }
  | { readonly is: 'choices'; readonly choices: readonly { readonly name: string; readonly value: string | number }[] }
  | { readonly is: 'modal'; readonly title: string; readonly components: readonly ShownComponent[] }
  /** The bot's fault: "the application did not respond". */
  | { readonly is: 'failed'; readonly reason: string }
  /** The composer's complaint: nothing was sent. */
  | { readonly is: 'refused'; readonly reason: string };

type ShownCommand = Pick<RegisteredCommand, 'type' | 'name' | 'description' | 'options'>;

export interface TabOptions {
  readonly room: Room;
  readonly member: Member;
  /** Messages that the reader has put away, by id. */
  readonly dismissed: Set<string>;
  /** Sentences on what there is to ask about. */
  readonly about: readonly string[];
  /** Command lines that have an answer. */
  readonly examples: readonly string[];
  readonly tell: (told: Told) => void;
}

export interface Tab {
  /** A frame as it came. */
  receive(text: string): Promise<void>;
  close(): void;
}

export function openTab({ about, dismissed, examples, member, room, tell }: TabOptions): Tab {
  const shown = new Map<string, RawMessage>();
  let modal: Modal | null = null;
  let told = '';

  const tellCommands = () => {
    const commands = shownCommands(room.commands);
    const text = JSON.stringify(commands);
    if (text === told) return;
    told = text;
    tell({ tell: 'commands', commands });
  };
  /** What is new, changed or gone since it was told last. */
  const tellMessages = () => {
    const visible = new Map(member.messages().map(({ id, raw }) => [id, raw]));
    for (const id of shown.keys()) if (!visible.has(id)) tell({ tell: 'removed', id });
    for (const [id, raw] of visible) {
      if (shown.get(id) === raw || dismissed.has(id)) continue;
      tell({ tell: 'message', message: shownMessage(raw, (other) => visible.get(other)) });
    }
    shown.clear();
    for (const [id, raw] of visible) shown.set(id, raw);
  };
  const unwatch = room.watch(() => {
    tellCommands();
    tellMessages();
  });
  const answer = (request: Request): Promise<Answer> | Answer => {
    switch (request.do) {
      case 'complete':
        return complete(member, request);
      case 'dismiss':
        dismissed.add(request.message);
        return { is: 'done' };
      case 'say':
        return { is: 'done', message: member.say(request.text).id };
      default:
        return acted(act(room, member, request, modal), (given) => {
          modal = given;
        });
    }
  };

  tell({ tell: 'hello', reader: member.name, bot: room.applicationName, about, examples });
  tellCommands();
  tellMessages();
  return {
    receive: async (text) => {
      const request = requestIn(text);
      if (!request) return;
      const given = await Promise.resolve()
        .then(() => answer(request))
        .catch((error: unknown): Answer => ({ is: 'refused', reason: (error as Error).message }));
      tell({ tell: 'answer', ask: request.ask, ...given });
    },
    close: unwatch,
  };
}

function requestIn(text: string): Request | null {
  try {
    return requestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function shownCommands(commands: readonly RegisteredCommand[]): ShownCommand[] {
  const messageCommands = commands.filter(({ type }) => type === 3);
  return [...chatInputCommands(commands), ...messageCommands].map(({ description, name, options, type }) => ({
    type,
    name,
    description,
    ...(options && { options }),
  }));
}

type Act = Exclude<Request, { do: 'complete' | 'dismiss' | 'say' }>;

function act(room: Room, member: Member, request: Act, modal: Modal | null): Promise<Outcome> {
  switch (request.do) {
    case 'run':
      return member.run(request.command, valuesOf(room, request.command, request.options));
    case 'press':
      return member.press(messageOf(member, request.message), { customId: request.customId });
    case 'select':
      return member.select(messageOf(member, request.message), request.customId, request.values);
    case 'messageCommand':
      return member.messageCommand(request.name, messageOf(member, request.message));
    case 'submit':
      if (!modal) throw new Error('There is no modal to submit');
      return member.submit(modal, request.fields);
  }
}

async function acted(acting: Promise<Outcome>, keepModal: (modal: Modal) => void): Promise<Answer> {
  const outcome = await acting;
  switch (outcome.kind) {
    case 'modal': {
      keepModal(outcome.modal);
      const components = (outcome.modal.raw['components'] ?? []) as Parameters<typeof shownComponent>[0][];
      return { is: 'modal', title: outcome.modal.title, components: components.map((one) => shownComponent(one)) };
    }
    case 'failed':
      return { is: 'failed', reason: outcome.reason };
    case 'replied':
    case 'updated':
      return { is: 'done', message: outcome.message.id };
    default:
      return { is: 'done' };
  }
}

function messageOf(member: Member, id: string): Message {
  const message = member.messages().find((one) => one.id === id);
  if (!message) throw new Error('That message is no longer in the channel');
  return message;
}

/** Each value as Discord's composer reads it; throws where it would not send the command. */
function valuesOf(room: Room, name: string, typed: Readonly<Record<string, string>>): Record<string, OptionValue> {
  const command = chatInputCommands(room.commands).find((one) => one.name === name);
  if (!command) throw new Error(`There is no command /${name}`);
  const values: Record<string, OptionValue> = {};
  for (const option of command.options ?? []) {
    const given = (typed[option.name] ?? '').trim();
    if (given !== '') values[option.name] = typedValue(option, given);
    else if (option.required) throw new Error(`/${name} needs ${option.name}`);
  }
  return values;
}

async function complete(
  member: Member,
  { command, focused, options }: Extract<Request, { do: 'complete' }>,
): Promise<Answer> {
  const others = Object.entries(options).filter(([name, value]) => name !== focused && value !== '');
  const line = [...others, [focused, options[focused] ?? '']].map(([name, value]) => `${name}:${value}`).join(' ');
  return { is: 'choices', choices: await member.complete(`/${command} ${line}`) };
}
