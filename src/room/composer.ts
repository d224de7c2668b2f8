/** A line as typed in the composer → the data of a command or autocomplete interaction, held to what Discord allows. */
import { parseCommandLine } from '../text/command-line.ts';
import type { JsonObject, RegisteredCommand, RegisteredOption } from './discord-json.ts';
import { optionValueCharsMax } from './limits.ts';

export type OptionValue = string | number | boolean;

export const optionType = { string: 3, integer: 4, boolean: 5, number: 10 } as const;
const chatInput = 1;

/** By name; a server's command hides the global one. */
export function chatInputCommands(commands: readonly RegisteredCommand[]): RegisteredCommand[] {
  const byName = new Map<string, RegisteredCommand>();
  for (const command of commands) if (command.type === chatInput) byName.set(command.name, command);
  return [...byName.values()];
}

/** From "/who Soleimani private:true" to the command and its values; throws with the composer's own complaint. */
export function composed(
  line: string,
  commands: readonly RegisteredCommand[],
): { readonly command: RegisteredCommand; readonly values: Readonly<Record<string, OptionValue>> } {
  const known = chatInputCommands(commands);
  const parsed = parseCommandLine(line, known.map(shapeOf));
  if ('error' in parsed) throw new Error(parsed.error);
  const command = known.find(({ name }) => name === parsed.command)!;
  const values = Object.entries(parsed.options).map(([name, typed]): [string, OptionValue] => {
    const option = command.options?.find((one) => one.name === name);
    if (!option) throw new Error(`/${command.name} has no option "${name}"`);
    return [name, typedValue(option, typed)];
  });
  return { command, values: Object.fromEntries(values) };
}

const shapeOf = ({ name, options = [] }: RegisteredCommand) => ({
  name,
  options: options.map((option) => ({ name: option.name, required: option.required === true })),
});

/** The value that a person means by what they typed; throws with the composer's own complaint. */
export function typedValue(option: RegisteredOption, typed: string): OptionValue {
  const complain = (what: string): never => {
    throw new Error(`The option ${option.name} ${what}, not "${typed.slice(0, 40)}"`);
  };
  switch (option.type) {
    case optionType.string:
      return stringOf(option, typed, complain);
    case optionType.integer:
    case optionType.number:
      return numberOf(option, typed, complain);
    case optionType.boolean:
      if (!/^(true|false)$/i.test(typed)) return complain('takes true or false');
      return typed.toLowerCase() === 'true';
    default:
      return complain(`is of type ${option.type}, which can't be typed here`);
  }
}

function stringOf(option: RegisteredOption, typed: string, complain: (what: string) => never): string {
  const max = option.max_length ?? optionValueCharsMax;
  const min = option.min_length ?? 0;
  if (typed.length > max) return complain(`takes at most ${max} characters`);
  if (typed.length < min) return complain(`takes at least ${min} characters`);
  if (!option.choices) return typed;
  const choice = option.choices.find(({ name, value }) => name === typed || value === typed);
  return String(choice?.value ?? complain('takes one of its choices'));
}

function numberOf(option: RegisteredOption, typed: string, complain: (what: string) => never): number {
  const choice = option.choices?.find(({ name }) => name === typed);
  const value = Number(choice?.value ?? typed);
  if (Number.isNaN(value)) return complain('takes a number');
  if (option.type === optionType.integer && !Number.isSafeInteger(value)) return complain('takes a whole number');
  if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity)) {
    return complain(`takes ${option.min_value ?? 'any number'} to ${option.max_value ?? 'any number'}`);
  }
  return value;
}

/** docs, interactions/receiving-and-responding#application-command-data-structure. */
export function commandData(
  command: RegisteredCommand,
  values: Readonly<Record<string, OptionValue>>,
  focused?: string,
): JsonObject {
  const options = (command.options ?? [])
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name, type }) => ({ name, type, value: values[name], ...(name === focused ? { focused: true } : {}) }));
  const guild = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  const given = options.length > 0 ? { options } : {};
  return { id: command.id, name: command.name, type: command.type, ...given, ...guild };
}

export interface Typing {
  readonly command: RegisteredCommand;
  readonly focused: RegisteredOption;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** Which option a half-typed line is in, and what stands in the others; null when it is in none. */
export function typing(line: string, commands: readonly RegisteredCommand[]): Typing | null {
  const typed = /^\s*\/(\S+)\s([\s\S]*)$/u.exec(line);
  const command = chatInputCommands(commands).find(({ name }) => name === typed?.[1]?.toLowerCase());
  const options = command?.options ?? [];
  const [first] = options;
  if (!command || !first) return null;
  const rest = typed?.[2] ?? '';
  const marker = new RegExp(`(?:^|\\s)(${options.map(({ name }) => name).join('|')}):`, 'gu');
  const values: Record<string, OptionValue> = {};
  let focused = first;
  let from = 0;
  const take = (end: number) => {
    const value = rest.slice(from, end).trimStart();
    const isLast = end === rest.length;
    const given = isLast ? value : finished(focused, value.trimEnd());
    if (given !== undefined) values[focused.name] = given;
  };
  for (const match of rest.matchAll(marker)) {
    take(match.index);
    focused = options.find(({ name }) => name === match[1]) ?? first;
    from = match.index + match[0].length;
  }
  take(rest.length);
  return { command, focused, values };
}

/** The value of an option that the person has gone on from; one that would not be sent is left out. */
function finished(option: RegisteredOption, typed: string): OptionValue | undefined {
  if (typed === '') return undefined;
  try {
    return typedValue(option, typed);
  } catch {
    return undefined;
  }
}
