/** The prompt in the terminal: type a command, read the answer; Tab completes commands and names. */
import { createInterface } from 'node:readline/promises';
import { answerTo, commands } from '../commands/index.ts';
import type { Answer, Asked, Library } from '../model.ts';
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
  const suggested = (command?.suggest?.(library, typed[2] ?? '') ?? []).map(
    ({ value }) => `/${command?.name} ${value}`,
  );
  const longer = suggested.filter((value) => value.toLowerCase().startsWith(line.toLowerCase()));
  // A terminal puts what all completions share in place of what was typed: others than longer ones would shorten it.
  return [longer.length > 0 ? longer : suggested.slice(0, suggested.length === 1 ? 1 : 0), line];
}

/** Until the input ends. An empty line shows more of the answer before. */
export async function startPrompt(library: Library, style: Style, count: number): Promise<void> {
  console.log(
    `${library.articles.length} articles are on the shelf. Type /help, or a command such as /who; Ctrl+D ends.`,
  );
  const prompt = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: (line: string) => completionsOf(library, line),
    prompt: '› ',
  });
  let answer: Answer | null = null;
  let from = 0;
  prompt.prompt();
  for await (const line of prompt) {
    try {
      if (line.trim()) [answer, from] = [await answerTo(library, asked(line)), 0];
      else from += count;
      const isMore = answer && (from === 0 || (answer.kind === 'found' && from < answer.found.length));
      if (answer && isMore) {
        console.log(`\n${printed(answer, style, { from, count, more: (left) => `${left} more: press Enter` })}\n`);
      }
    } catch (error) {
      console.log(error instanceof Error ? error.message : String(error));
    }
    prompt.prompt();
  }
}
