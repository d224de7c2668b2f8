/** The commands that a bot has registered, global and by server, and the shape in which Discord reads them back. */
import type { Clock } from './clock.ts';
import { commandErrors } from './command-check.ts';
import {
  isObject,
  type JsonObject,
  listOf,
  type RegisteredCommand,
  type RegisteredOption,
  textOr,
} from './discord-json.ts';
import { commandCreatesMax, commandCreatesMs, commandsMax } from './limits.ts';
import { type FieldError, invalidForm, type Reply, refusal, refusalCode, unknownCommand } from './refusal.ts';

export interface Commands {
  /** Global ones first, then the server's. */
  all(): readonly RegisteredCommand[];
  list(scope: Scope): readonly RegisteredCommand[];
  get(scope: Scope, id: string): RegisteredCommand | undefined;
  create(scope: Scope, body: unknown): Reply;
  overwrite(scope: Scope, body: unknown): Reply;
  change(scope: Scope, id: string, body: unknown): Reply;
  remove(scope: Scope, id: string): Reply;
}

/** A server's id, or `null` for the global commands. */
export type Scope = string | null;

export interface CommandsOptions {
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly applicationId: string;
  /** Called after each change. */
  readonly onChange: () => void;
}

const chatInput = 1;

export function createCommands({ clock, nextId, applicationId, onChange }: CommandsOptions): Commands {
  const scopes = new Map<Scope, readonly RegisteredCommand[]>();
  const daily = createDailyBudget(clock);
  const list = (scope: Scope): readonly RegisteredCommand[] => scopes.get(scope) ?? [];
  const named = (scope: Scope, body: JsonObject) =>
    list(scope).find((command) => command.name === body['name'] && command.type === (body['type'] ?? chatInput));
  const store = (scope: Scope, commands: readonly RegisteredCommand[]) => {
    scopes.set(scope, commands);
    onChange();
  };
  /** An existing command keeps its id, and its version unless it changes. */
  const registered = (scope: Scope, body: JsonObject, existing: RegisteredCommand | undefined): RegisteredCommand => {
    const content = readBack(body, scope, applicationId);
    if (!existing) return { id: nextId(), version: nextId(), ...content };
    const isSame = JSON.stringify(contentOf(existing)) === JSON.stringify(content);
    return { id: existing.id, version: isSame ? existing.version : nextId(), ...content };
  };

  return {
    all: () => [...list(null), ...[...scopes].flatMap(([scope, commands]) => (scope === null ? [] : commands))],
    list,
    get: (scope, id) => list(scope).find((command) => command.id === id),
    create: (scope, body) => {
      const faults = commandErrors(body, []);
      if (faults.length > 0 || !isObject(body)) return invalidForm(faults);
      const existing = named(scope, body);
      const others = list(scope).filter((command) => command !== existing);
      const refused = tooManyRefusal([...others, body]) ?? daily.spend(scope, existing ? 0 : 1);
      if (refused) return refused;
      const command = registered(scope, body, existing);
      store(scope, [...others, command]);
      return { status: existing ? 200 : 201, body: command };
    },
    overwrite: (scope, body) => {
      const faults = bulkErrors(body);
      if (faults.length > 0) return invalidForm(faults);
      const bodies = listOf(body);
      const added = bodies.filter((one) => !named(scope, one)).length;
      const refused = tooManyRefusal(bodies) ?? daily.spend(scope, added);
      if (refused) return refused;
      const commands = bodies.map((one) => registered(scope, one, named(scope, one)));
      store(scope, commands);
      return { status: 200, body: commands };
    },
    change: (scope, id, body) => {
      const existing = list(scope).find((command) => command.id === id);
      if (!existing) return unknownCommand;
      const faults = commandErrors(body, [], { ...existing });
      if (faults.length > 0 || !isObject(body)) return invalidForm(faults);
      const older = 'contexts' in body ? { dm_permission: undefined } : {};
      const command = registered(scope, { ...existing, ...older, ...body }, existing);
      const changed = list(scope).map((one) => (one === existing ? command : one));
      store(scope, changed);
      return { status: 200, body: command };
    },
    remove: (scope, id) => {
      const others = list(scope).filter((command) => command.id !== id);
      if (others.length === list(scope).length) return unknownCommand;
      store(scope, others);
      return { status: 204 };
    },
  };
}

/** New commands by scope; refuses what would go over the day's number, and takes none of it then. */
function createDailyBudget(clock: Clock): { readonly spend: (scope: Scope, count: number) => Reply | null } {
  const spent = new Map<Scope, readonly number[]>();
  return {
    spend: (scope, count) => {
      const now = clock.now();
      const lately = (spent.get(scope) ?? []).filter((at) => at > now - commandCreatesMs);
      if (lately.length + count > commandCreatesMax) {
        const message = `Maximum number of daily application command creates has been reached (${commandCreatesMax})`;
        return refusal(400, refusalCode.dailyCreatesMax, message);
      }
      spent.set(scope, [...lately, ...Array<number>(count).fill(now)]);
      return null;
    },
  };
}

function bulkErrors(body: unknown): FieldError[] {
  if (!Array.isArray(body)) {
    return [{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }];
  }
  const seen = new Set<string>();
  return body.flatMap((command: unknown, index): FieldError[] => {
    const faults = commandErrors(command, [index]);
    const key = isObject(command) ? `${command['type'] ?? chatInput} ${command['name']}` : '';
    if (seen.has(key)) {
      const message = 'Application command names must be unique';
      faults.push({ path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message });
    }
    seen.add(key);
    return faults;
  });
}

function tooManyRefusal(commands: readonly { readonly type?: unknown }[]): Reply | null {
  for (const [type, max] of Object.entries(commandsMax)) {
    const count = commands.filter((command) => (command.type ?? chatInput) === Number(type)).length;
    const message = `Maximum number of application commands reached (${max}).`;
    if (count > max) return refusal(400, refusalCode.commandsMax, message);
  }
  return null;
}

type Content = Omit<RegisteredCommand, 'id' | 'version'>;

const contentOf = ({ id: _id, version: _version, ...content }: RegisteredCommand): Content => content;

/** The application can be installed by servers and by people, as new ones are. */
const allInstallations: readonly number[] = [0, 1];
const inDirectMessages = 1;

/** Every field with its default; options without the fields that are false or empty. */
function readBack(body: JsonObject, scope: Scope, applicationId: string): Content {
  const permissions = body['default_member_permissions'];
  const contexts = contextsOf(body);
  const options = listOf(body['options']);
  return {
    application_id: applicationId,
    default_member_permissions: permissions === null || permissions === undefined ? null : String(permissions),
    type: typeof body['type'] === 'number' ? body['type'] : chatInput,
    name: textOr(body['name'], ''),
    name_localizations: localisations(body['name_localizations']),
    description: textOr(body['description'], ''),
    description_localizations: localisations(body['description_localizations']),
    dm_permission: contexts === null || contexts.includes(inDirectMessages),
    contexts,
    integration_types: (body['integration_types'] as readonly number[] | null | undefined) ?? allInstallations,
    nsfw: body['nsfw'] === true,
    ...(scope === null ? {} : { guild_id: scope }),
    ...(options.length > 0 ? { options: options.map(readBackOption) } : {}),
  };
}

/** `dm_permission` is the older way to say where a command can be used; what `contexts` says goes first. */
function contextsOf(body: JsonObject): readonly number[] | null {
  if (Array.isArray(body['contexts'])) return body['contexts'] as number[];
  return body['dm_permission'] === false ? [0] : null;
}

function readBackOption(option: JsonObject): RegisteredOption {
  const kept = Object.entries(option).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  const inner = listOf(option['options']);
  const fileTypes = (Array.isArray(option['file_types']) ? option['file_types'] : []).map((type) =>
    String(type).toLowerCase(),
  );
  return {
    ...Object.fromEntries(kept),
    type: Number(option['type']),
    name: textOr(option['name'], ''),
    name_localizations: localisations(option['name_localizations']),
    description: textOr(option['description'], ''),
    description_localizations: localisations(option['description_localizations']),
    ...(inner.length > 0 ? { options: inner.map(readBackOption) } : {}),
    ...(fileTypes.length > 0 ? { file_types: fileTypes } : {}),
    ...(listOf(option['choices']).length > 0 ? { choices: listOf(option['choices']).map(readBackChoice) } : {}),
  };
}

const readBackChoice = (choice: JsonObject) => ({
  name: textOr(choice['name'], ''),
  name_localizations: localisations(choice['name_localizations']),
  value: choice['value'] as string | number,
});

const localisations = (given: unknown): Readonly<Record<string, string>> | null =>
  isObject(given) && Object.keys(given).length > 0 ? (given as Record<string, string>) : null;

/** As the list is read without `with_localizations`: only the text of the asked locale, where there is one. */
export function withoutLocalisations(part: unknown, locale: string | undefined): unknown {
  if (Array.isArray(part)) return part.map((one) => withoutLocalisations(one, locale));
  if (!isObject(part)) return part;
  const rest = Object.entries(part).flatMap(([key, value]): [string, unknown][] => {
    if (!key.endsWith('_localizations')) return [[key, withoutLocalisations(value, locale)]];
    const localised = locale && isObject(value) ? value[locale] : undefined;
    return localised === undefined ? [] : [[key.replace('_localizations', '_localized'), localised]];
  });
  return Object.fromEntries(rest);
}
