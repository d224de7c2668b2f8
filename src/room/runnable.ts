/** The registered commands as they can be run: a command itself, or each of its subcommands, by the words that one types. */
import type { JsonObject, RegisteredCommand, RegisteredOption } from './discord-json.ts';

/** docs, interactions/application-commands#application-command-object-application-command-option-type. */
export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  number: 10,
  attachment: 11,
} as const;
const chatInput = 1;

/** With subcommands, the command by itself can't be run (docs, interactions/application-commands#subcommands-and-subcommand-groups). */
export interface Runnable {
  readonly command: RegisteredCommand;
  /** The group, if any, and the subcommand. */
  readonly within: readonly RegisteredOption[];
  /** "shelf add". */
  readonly name: string;
  readonly description: string;
  readonly options: readonly RegisteredOption[];
}

/** By name; a server's command hides the global one. */
function chatInputCommands(commands: readonly RegisteredCommand[]): RegisteredCommand[] {
  const byName = new Map<string, RegisteredCommand>();
  for (const command of commands) if (command.type === chatInput) byName.set(command.name, command);
  return [...byName.values()];
}

export const runnables = (commands: readonly RegisteredCommand[]): Runnable[] =>
  chatInputCommands(commands).flatMap((command) => runnablesIn(command, []));

function runnablesIn(command: RegisteredCommand, within: readonly RegisteredOption[]): Runnable[] {
  const { description, options = [] } = within.at(-1) ?? command;
  const inner = options.filter(({ type }) => type === optionType.subcommand || type === optionType.group);
  if (inner.length > 0) return inner.flatMap((option) => runnablesIn(command, [...within, option]));
  const name = [command, ...within].map((part) => part.name).join(' ');
  return [{ command, within, name, description, options }];
}

/** What a line starts with, and what follows; throws with the composer's own complaint. */
export function runnableIn(
  line: string,
  commands: readonly RegisteredCommand[],
): { readonly runnable: Runnable; readonly rest: string } {
  const known = runnables(commands);
  const found = startingWith(line, known);
  if (found) return found;
  const name = /^\s*\/(\S*)/u.exec(line)?.[1]?.toLowerCase();
  const names = (some: readonly Runnable[]) => some.map((one) => `/${one.name}`).join(', ');
  if (name === undefined) throw new Error(`A command starts with a slash, such as ${names(known)}.`);
  const subcommands = known.filter(({ command }) => command.name === name);
  if (subcommands.length > 0) throw new Error(`/${name} needs one of its subcommands: ${names(subcommands)}.`);
  throw new Error(`There is no command /${name}. The commands are ${names(known)}.`);
}

/** The words of the name, in whatever case; null when the line starts with no command. */
export function startingWith(
  line: string,
  known: readonly Runnable[],
): { readonly runnable: Runnable; readonly rest: string } | null {
  for (const runnable of known) {
    const words = runnable.name
      .split(' ')
      .map((word) => word.replace(/[-']/gu, '\\$&'))
      .join('\\s+');
    const match = new RegExp(`^\\s*/${words}(?:\\s([\\s\\S]*))?$`, 'iu').exec(line);
    if (match) return { runnable, rest: match[1] ?? '' };
  }
  return null;
}

/** A value as it travels: of an attachment, its id. */
export type SentValue = string | number | boolean;

/** docs, interactions/receiving-and-responding#application-command-data-structure: options within their subcommand, within its group. */
export function commandData(
  { command, options, within }: Runnable,
  values: Readonly<Record<string, SentValue>>,
  focused?: string,
): JsonObject {
  const given = options
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name, type }) => ({ name, type, value: values[name], ...(name === focused ? { focused: true } : {}) }));
  const nested = within
    .toReversed()
    .reduce<readonly JsonObject[]>((inner, { name, type }) => [{ name, type, options: inner }], given);
  const guild = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  const carried = nested.length > 0 ? { options: nested } : {};
  return { id: command.id, name: command.name, type: command.type, ...carried, ...guild };
}
