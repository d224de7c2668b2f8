/** The prompt in the terminal: type a command, read the answer; Tab completes commands and names. */
import { createInterface } from 'node:readline/promises';
import { answerTo, commands } from '../commands/index.ts';
import type { Asked, Library } from '../model.ts';
import { type CommandShape, parseCommandLine } from '../text/command-line.ts';
import { printed, type Style } from './print.ts';

/** As Discord shows them: `private` is understood everywhere and means nothing in a terminal. */
const shapes: readonly CommandShape[] = commands.map(({ name, option }) => ({
  name,
  options: option
    ? [
        { name: option.name, required: option.required },
        { name: 'private', required: false },
      ]
    : [],
}));

/** Throws an Error whose sentence says what is wrong with the line. */
export function asked(line: string): Asked {
  const parsed = parseCommandLine(line, shapes);
  if ('error' in parsed) throw new Error(parsed.error);
  const option = commands.find(({ name }) => name === parsed.command)?.option;
  return { command: parsed.command, query: (option && parsed.options[option.name]) ?? '' };
}

export function completionsOf(library: Library, line: string): [string[], string] {
  const typed = /^\/(\S+)\s+(.*)$/s.exec(line);
  if (!typed) return [commands.map(({ name }) => `/${name} `).filter((name) => name.startsWith(line)), line];
  const command = commands.find(({ name }) => name === typed[1]);
  const values = command?.suggest?.(library, typed[2] ?? '') ?? [];
  return [values.map(({ value }) => `/${command?.name} ${value}`), line];
}

/** Until the input ends. */
export async function startPrompt(library: Library, style: Style, limit: number): Promise<void> {
  console.log(
    `${library.articles.length} articles are on the shelf. Type /help, or a command such as /who; Ctrl+D ends.`,
  );
  const prompt = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: (line: string) => completionsOf(library, line),
    prompt: '› ',
  });
  prompt.prompt();
  for await (const line of prompt) {
    if (line.trim()) {
      try {
        console.log(`\n${printed(await answerTo(library, asked(line)), style, limit)}\n`);
      } catch (error) {
        console.log(error instanceof Error ? error.message : String(error));
      }
    }
    prompt.prompt();
  }
}
