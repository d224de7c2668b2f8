/** From what a bot sends to the message that Discord stores and sends back: ids filled in, defaults spelled out. */
import { textDisplaysOf } from './component-check.ts';
import {
  isObject,
  type JsonObject,
  listOf,
  type RawComponent,
  type RawMessage,
  type RawUser,
  textOr,
} from './discord-json.ts';

/** Components with the ids and defaults that Discord gives them; ids count up from 1 around those that were given. */
export function storedComponents(components: unknown): RawComponent[] {
  const taken = new Set<number>();
  const collect = (component: JsonObject): void => {
    if (typeof component['id'] === 'number' && component['id'] > 0) taken.add(component['id']);
    for (const key of ['components', 'accessory', 'component']) {
      const nested = component[key];
      for (const inner of isObject(nested) ? [nested] : listOf(nested)) collect(inner);
    }
  };
  listOf(components).forEach(collect);
  let last = 0;
  const nextId = (): number => {
    do last++;
    while (taken.has(last));
    return last;
  };
  return listOf(components).map((component) => storedComponent(component, nextId));
}

const defaults: Readonly<Record<number, JsonObject>> = {
  3: { min_values: 1, max_values: 1 },
  4: { min_length: null, max_length: null, label: null },
  11: { description: null, spoiler: false },
  13: { name: null, size: null, spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

function storedComponent(given: JsonObject, nextId: () => number): RawComponent {
  const type = Number(given['type']);
  const id = typeof given['id'] === 'number' && given['id'] > 0 ? given['id'] : nextId();
  const own = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  const nested = own.map(([key, value]): [string, unknown] => {
    if (key === 'file_types' && Array.isArray(value)) return [key, value.map((one) => String(one).toLowerCase())];
    if (key === 'components') return [key, listOf(value).map((inner) => storedComponent(inner, nextId))];
    if ((key === 'accessory' || key === 'component') && isObject(value)) return [key, storedComponent(value, nextId)];
    return [key, value];
  });
  return { ...defaults[type], ...Object.fromEntries(nested), type, id };
}

export interface Mentions {
  readonly mentions: readonly RawUser[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
}

/**
 * Whom a message pings: an interaction's answer parses user mentions unless `allowed_mentions` says otherwise
 * (docs, resources/message#allowed-mentions-object), in content and text displays alike.
 */
export function mentionsIn(body: JsonObject, members: readonly RawUser[]): Mentions {
  const text = [textOr(body['content'], ''), ...textDisplaysOf(body['components'])].join('\n');
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : { parse: ['users'] };
  const parse = (Array.isArray(allowed['parse']) ? allowed['parse'] : []) as readonly unknown[];
  const may = (kind: 'users' | 'roles', id: string) =>
    parse.includes(kind) || (Array.isArray(allowed[kind]) && allowed[kind].includes(id));
  const users = new Set([...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? ''));
  const roles = new Set([...text.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? ''));
  return {
    mentions: members.filter((user) => users.has(user.id) && may('users', user.id)),
    mention_roles: [...roles].filter((id) => may('roles', id)),
    mention_everyone: parse.includes('everyone') && /@(everyone|here)/.test(text),
  };
}

/** What an edit changes: only the fields that it names; null clears one. */
export function editedMessage(existing: RawMessage, body: JsonObject, mentions: Mentions, at: string): RawMessage {
  const embeds = 'embeds' in body ? storedEmbeds(body['embeds']) : existing.embeds;
  const components = 'components' in body ? storedComponents(body['components']) : existing.components;
  const content = 'content' in body ? textOr(body['content'], '').trim() : existing.content;
  return { ...existing, ...mentions, content, embeds, components, edited_timestamp: at };
}

export const storedEmbeds = (embeds: unknown): JsonObject[] =>
  listOf(embeds).map((embed) => ({ type: 'rich', ...embed }));
