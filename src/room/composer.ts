/** A line as typed in the composer → the values of a command or autocomplete interaction, held to what Discord allows. */
import { parseCommandLine } from '../text/command-line.ts';
import type { RegisteredCommand, RegisteredOption } from './discord-json.ts';
import { optionValueCharsMax } from './limits.ts';
import { optionType, type Runnable, runnableIn, runnables, type SentValue, startingWith } from './runnable.ts';
import type { Upload } from './uploads.ts';

/** A file is given as the upload itself. */
export type OptionValue = SentValue | Upload;

/** Files at hand, by the names that a line calls them. */
export type FilesAtHand = ReadonlyMap<string, Upload>;

export interface Composed {
  readonly runnable: Runnable;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** From "/who Soleimani private:true" to the command and its values; throws with the composer's own complaint. */
export function composed(
  line: string,
  commands: readonly RegisteredCommand[],
  files: FilesAtHand = new Map(),
): Composed {
  const { rest, runnable } = runnableIn(line, commands);
  const { name, options } = runnable;
  const shape = { name: 'it', options: options.map((option) => ({ name: option.name, required: false })) };
  const parsed = parseCommandLine(`/it ${rest}`, [shape]);
  if ('error' in parsed) throw new Error(`/${name} takes nothing after its name.`);
  const missing = options.find((option) => option.required && parsed.options[option.name] === undefined);
  if (missing) throw new Error(`/${name} needs ${missing.name}: ${missing.description}.`);
  const values = options.flatMap((option): [string, OptionValue][] => {
    const typed = parsed.options[option.name];
    return typed === undefined ? [] : [[option.name, typedValue(option, typed, files)]];
  });
  return { runnable, values: Object.fromEntries(values) };
}

/** The value that a person means by what they typed; throws with the composer's own complaint. */
export function typedValue(option: RegisteredOption, typed: string, files: FilesAtHand = new Map()): OptionValue {
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
    case optionType.attachment:
      return files.get(typed) ?? complain('takes a file that has been attached');
    default:
      return complain(`is of type ${option.type}, which can't be typed here`);
  }
}

function stringOf(option: RegisteredOption, typed: string, complain: (what: string) => never): string {
  const max = option.max_length ?? optionValueCharsMax;
  const min = option.min_length ?? 0;
  if (typed.length > max) return complain(`takes at most ${max} characters and this has ${typed.length}`);
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

export interface Typing {
  readonly runnable: Runnable;
  readonly focused: RegisteredOption;
  readonly values: Readonly<Record<string, SentValue>>;
}

/** Which option a half-typed line is in, and what stands in the others; null when it is in none. */
export function typing(line: string, commands: readonly RegisteredCommand[]): Typing | null {
  const found = startingWith(line, runnables(commands));
  const options = found?.runnable.options ?? [];
  const [first] = options;
  if (!found || !first || /^\s*\/\S*$/u.test(line)) return null;
  const { rest, runnable } = found;
  if (rest === '' && !/\s$/u.test(line)) return null;
  const marker = new RegExp(`(?:^|\\s)(${options.map(({ name }) => name).join('|')}):`, 'gu');
  const values: Record<string, SentValue> = {};
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
  return { runnable, focused, values };
}

/** The value of an option that the person has gone on from; one that would not be sent, or is a file, is left out. */
function finished(option: RegisteredOption, typed: string): SentValue | undefined {
  if (typed === '') return undefined;
  try {
    return typedValue(option, typed) as SentValue;
  } catch {
    return undefined;
  }
}
