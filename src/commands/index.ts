/** The commands in help order, and the one door by which every rim asks them. */
import type { Answer, Asked, Command, Library, MessageCommand } from '../model.ts';
import { boundedQuery } from '../search/query.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { event } from './event.ts';
import { exampleIn, helpFor } from './help.ts';
import { names } from './names.ts';
import { passages } from './passages.ts';
import { quote } from './quote.ts';
import { source } from './source.ts';
import { sources } from './sources.ts';
import { timeline } from './timeline.ts';
import { withWayOn } from './way-on.ts';
import { what } from './what.ts';
import { where } from './where.ts';
import { who } from './who.ts';

export const commands: readonly Command[] = [
  who,
  event,
  where,
  what,
  ask,
  timeline,
  quote,
  names,
  source,
  sources,
  helpFor(() => commands),
];

/** What can be asked of a message. */
export const messageCommands: readonly MessageCommand[] = [check, passages];

/** Whether there is such a command, of either kind. */
export const isCommand = (name: string): boolean =>
  commands.some((one) => one.name === name) || messageCommands.some((one) => one.name === name);

/** A message is longer than a question. */
const messageCharsMax = 6_000;

/** Never throws for what someone typed; an unknown command is a mistake of the caller's. */
export async function answerTo(library: Library, asked: Asked): Promise<Answer> {
  const ofMessage = messageCommands.find(({ name }) => name === asked.command);
  if (ofMessage) return ofMessage.answer(library, asked.query.slice(0, messageCharsMax).toWellFormed());
  const command = commands.find(({ name }) => name === asked.command);
  if (!command) throw new Error(`There is no command "${asked.command}"`);
  const query = boundedQuery(asked.query);
  if (command.option?.required && !/[\p{L}\p{N}]/u.test(query)) {
    return {
      kind: 'nothing',
      asked: { command: command.name, query },
      reason: `/${command.name} needs a word to look up, for example: ${exampleIn(library, command)}`,
      searched: { articles: library.articles.length, passages: library.passages.length },
      nearest: [],
    };
  }
  return withWayOn(library, await command.answer(library, query));
}
