/**
 * A line as typed, "/who Soleimani private:true", → a command and its options: how Discord's own composer reads it,
 * for the console and for the room.
 */

export interface CommandShape {
  readonly name: string;
  /** In order; the first takes the words that name no option. */
  readonly options: readonly { readonly name: string; readonly required: boolean }[];
}

export type CommandLine =
  | { readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly error: string };

/** Options are given as `name:value`; a value runs to the next option's name. Quotation marks stay in the value. */
export function parseCommandLine(line: string, commands: readonly CommandShape[]): CommandLine {
  const typed = /^\s*\/([^\s]*)\s*([\s\S]*)$/u.exec(line);
  const known = commands.map((command) => `/${command.name}`).join(', ');
  if (!typed) return { error: `A command starts with a slash, such as ${known}.` };
  const shape = commands.find((command) => command.name === (typed[1] ?? '').toLowerCase());
  if (!shape) return { error: `There is no command /${typed[1]}. The commands are ${known}.` };
  const options = optionsOf(typed[2] ?? '', shape);
  const missing = shape.options.find((option) => option.required && !options[option.name]);
  if (missing)
    return { error: `/${shape.name} needs ${missing.name}: type /${shape.name} followed by what to look up.` };
  if (options[''] !== undefined) return { error: `/${shape.name} takes nothing after its name.` };
  return { command: shape.name, options };
}

function optionsOf(rest: string, shape: CommandShape): Record<string, string> {
  const names = shape.options.map((option) => option.name);
  const marker = names.length > 0 ? new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'gu') : null;
  const found = marker ? [...rest.matchAll(marker)] : [];
  const options: Record<string, string> = {};
  const set = (name: string, value: string) => {
    if (value.trim()) options[name] = value.trim();
  };
  set(names[0] ?? '', rest.slice(0, found[0]?.index ?? rest.length));
  found.forEach((match, index) => {
    set(match[1] ?? '', rest.slice(match.index + match[0].length, found[index + 1]?.index ?? rest.length));
  });
  return options;
}
