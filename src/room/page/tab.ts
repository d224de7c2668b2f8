/** One tab of the page: what its reader does goes to the room, and what they would see comes back. */
import { z } from 'zod';
import { type OptionValue, typedValue } from '../composer.ts';
import type { RawMessage, RegisteredCommand } from '../discord-json.ts';
import type { Member } from '../member.ts';
import type { Outcome } from '../outcome.ts';
import { managerPermissions, ordinaryPermissions } from '../people.ts';
import type { Room } from '../room.ts';
import { optionType, runnables } from '../runnable.ts';
import type { Upload } from '../uploads.ts';
import type { Message, Modal } from '../view.ts';
import { type ShownComponent, type ShownMessage, shownComponent, shownMessage } from './shown.ts';
import { type Uploads, uploadAt } from './uploads.ts';

/** What a tab asks for; `ask` is a number that comes back with the answer. */
const requestSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('run'),
    ask: z.int(),
    command: z.string(),
    options: z.record(z.string(), z.string()),
    /** By option: what the upload was given for an id. */
    files: z.record(z.string(), z.string()).default({}),
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
    fields: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
    files: z.record(z.string(), z.array(z.string())).default({}),
  }),
  z.object({ do: z.literal('messageCommand'), ask: z.int(), message: z.string(), name: z.string() }),
  z.object({ do: z.literal('say'), ask: z.int(), text: z.string().trim().min(1).max(2_000) }),
  z.object({ do: z.literal('dismiss'), ask: z.int(), message: z.string() }),
  z.object({ do: z.literal('manage'), ask: z.int(), on: z.boolean() }),
]);

type Request = z.infer<typeof requestSchema>;

/** What a tab is told. */
export type Told =
  | {
      readonly tell: 'hello';
      readonly reader: string;
      /** Whether they may manage the server. */
      readonly manages: boolean;
      readonly bot: string;
      readonly about: readonly string[];
      readonly examples: readonly string[];
    }
  | { readonly tell: 'commands'; readonly commands: readonly ShownCommand[] }
  | { readonly tell: 'message'; readonly message: ShownMessage }
  | { readonly tell: 'removed'; readonly id: string }
  /** All that was there has been told. */
  | { readonly tell: 'filled' }
  | ({ readonly tell: 'answer'; readonly ask: number } & Answer);

type Answer =
  | { readonly is: 'done'; readonly message?: string }
  | { readonly is: 'choices'; readonly choices: readonly { readonly name: string; readonly value: string | number }[] }
  | { readonly is: 'modal'; readonly title: string; readonly components: readonly ShownComponent[] }
  /** The bot's fault: "the application did not respond". */
  | { readonly is: 'failed'; readonly reason: string }
  /** The composer's complaint: nothing was sent. */
  | { readonly is: 'refused'; readonly reason: string };

/** A subcommand is a command of its own, by all its words. */
type ShownCommand = Pick<RegisteredCommand, 'type' | 'name' | 'description' | 'options'>;

export interface TabOptions {
  readonly room: Room;
  readonly member: Member;
  /** Messages that the reader has put away, by id. */
  readonly dismissed: Set<string>;
  readonly uploads: Uploads;
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

export function openTab({ about, dismissed, examples, member, room, tell, uploads }: TabOptions): Tab {
  const shown = new Map<string, RawMessage>();
  let modal: Modal | null = null;
  let told = '';

  const tellCommands = () => {
    const commands = shownCommands(member.commands);
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
      case 'manage':
        member.setPermissions(request.on ? managerPermissions : ordinaryPermissions);
        return { is: 'done' };
      default:
        return acted(act(member, request, modal, uploads), (given) => {
          modal = given;
        });
    }
  };

  const manages = member.permissions === managerPermissions;
  tell({ tell: 'hello', reader: member.name, manages, bot: room.applicationName, about, examples });
  tellCommands();
  tellMessages();
  tell({ tell: 'filled' });
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
  const typed = runnables(commands).map(({ description, name, options }) => ({ type: 1, name, description, options }));
  const onMessages = commands.filter(({ type }) => type === 3);
  return [...typed, ...onMessages.map(({ description, name, type }) => ({ type, name, description }))];
}

type Act = Exclude<Request, { do: 'complete' | 'dismiss' | 'manage' | 'say' }>;

function act(member: Member, request: Act, modal: Modal | null, uploads: Uploads): Promise<Outcome> {
  switch (request.do) {
    case 'run':
      return member.run(request.command, valuesOf(member, request, uploads));
    case 'press':
      return member.press(messageOf(member, request.message), { customId: request.customId });
    case 'select':
      return member.select(messageOf(member, request.message), request.customId, request.values);
    case 'messageCommand':
      return member.messageCommand(request.name, messageOf(member, request.message));
    case 'submit':
      if (!modal) throw new Error('There is no modal to submit');
      return member.submit(modal, { ...request.fields, ...filesOf(request.files, uploads) });
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
function valuesOf(
  member: Member,
  { command, files, options }: Extract<Request, { do: 'run' }>,
  uploads: Uploads,
): Record<string, OptionValue> {
  const runnable = runnables(member.commands).find(({ name }) => name === command);
  if (!runnable) throw new Error(`There is no command /${command}`);
  const values: Record<string, OptionValue> = {};
  for (const option of runnable.options) {
    const { name } = option;
    const given = (options[name] ?? '').trim();
    const file = files[name];
    if (option.type === optionType.attachment && file !== undefined) values[name] = uploadAt(uploads, file);
    else if (given !== '') values[name] = typedValue(option, given);
    else if (option.required) throw new Error(`/${command} needs ${name}`);
  }
  return values;
}

const filesOf = (files: Readonly<Record<string, readonly string[]>>, uploads: Uploads): Record<string, Upload[]> =>
  Object.fromEntries(Object.entries(files).map(([field, ids]) => [field, ids.map((id) => uploadAt(uploads, id))]));

async function complete(
  member: Member,
  { command, focused, options }: Extract<Request, { do: 'complete' }>,
): Promise<Answer> {
  const others = Object.entries(options).filter(([name, value]) => name !== focused && value !== '');
  const line = [...others, [focused, options[focused] ?? '']].map(([name, value]) => `${name}:${value}`).join(' ');
  return { is: 'choices', choices: await member.complete(`/${command} ${line}`) };
}
