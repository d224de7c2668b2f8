/** A message and a modal as they travel to the page: Discord's own components, with their Markdown already read. */
import type { JsonObject, RawComponent, RawMessage } from '../discord-json.ts';
import { isObject, textOr } from '../discord-json.ts';
import { flag } from '../limits.ts';
import { filesOf, type SentFile } from '../view.ts';
import { type Pieces, piecesOf, plainText } from './markdown.ts';

/** Discord's component; a text display has `text`, its Markdown read. */
export interface ShownComponent {
  readonly type: number;
  readonly text?: Pieces;
  readonly components?: readonly ShownComponent[];
  readonly accessory?: ShownComponent;
  readonly component?: ShownComponent;
  readonly [key: string]: unknown;
}

export interface ShownMessage {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly edited: boolean;
  readonly author: { readonly name: string; readonly bot: boolean };
  readonly ephemeral: boolean;
  /** "Thinking…": the reply is deferred. */
  readonly loading: boolean;
  /** Who used which command to make it. */
  readonly used: { readonly who: string; readonly command: string } | null;
  /** The message that it answers: a line of it. */
  readonly answers: { readonly id: string; readonly who: string; readonly line: string } | null;
  readonly text: Pieces;
  readonly components: readonly ShownComponent[];
  /** With Components V2 none: what is to be seen stands in a component. */
  readonly files: readonly SentFile[];
}

const textDisplay = 10;
const answeredCharsMax = 80;

export function shownMessage(raw: RawMessage, earlier: (id: string) => RawMessage | undefined): ShownMessage {
  const nameOf = (id: string) => raw.mentions.find((user) => user.id === id)?.username;
  return {
    id: raw.id,
    at: raw.timestamp,
    edited: raw.edited_timestamp !== null,
    author: { name: nameOfUser(raw.author), bot: raw.author.bot === true },
    ephemeral: (raw.flags & flag.ephemeral) !== 0,
    loading: (raw.flags & flag.loading) !== 0,
    used: usedBy(raw),
    answers: answeredBy(raw, earlier),
    text: piecesOf(raw.content, nameOf),
    components: raw.components.map((component) => shownComponent(component, nameOf)),
    files: (raw.flags & flag.componentsV2) === 0 ? filesOf(raw) : [],
  };
}

export function shownComponent(
  component: RawComponent,
  nameOf: (id: string) => string | undefined = () => undefined,
): ShownComponent {
  const { accessory, component: inner, components, content, type, ...others } = component;
  return {
    ...others,
    type,
    ...(type === textDisplay && { text: piecesOf(textOr(content, ''), nameOf) }),
    ...(components && { components: components.map((one) => shownComponent(one, nameOf)) }),
    ...(accessory && { accessory: shownComponent(accessory, nameOf) }),
    ...(inner && { component: shownComponent(inner, nameOf) }),
  };
}

const nameOfUser = (user: JsonObject): string => textOr(user['global_name'], textOr(user['username'], 'someone'));

function usedBy({ interaction }: RawMessage): ShownMessage['used'] {
  if (!isObject(interaction) || !isObject(interaction['user'])) return null;
  return { who: nameOfUser(interaction['user']), command: textOr(interaction['name'], '') };
}

function answeredBy(raw: RawMessage, earlier: (id: string) => RawMessage | undefined): ShownMessage['answers'] {
  const id = raw.message_reference?.['message_id'];
  if (typeof id !== 'string') return null;
  const answered = earlier(id);
  if (!answered) return { id, who: '', line: 'Message could not be loaded' };
  return { id, who: nameOfUser(answered.author), line: firstLineOf(answered) };
}

function firstLineOf({ components, content }: RawMessage): string {
  const seen = [content, ...components.flatMap(textsIn)].map((text) => plainText(piecesOf(text)));
  const line = seen.join('\n').trim().split('\n', 1)[0] ?? '';
  const shown = Array.from(line).slice(0, answeredCharsMax).join('');
  return shown.length < line.length ? `${shown}…` : shown;
}

const textsIn = (component: RawComponent): string[] => [
  ...(component.type === textDisplay ? [component.content ?? ''] : []),
  ...(component.components ?? []).flatMap(textsIn),
];
