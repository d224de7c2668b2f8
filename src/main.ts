/** Start: settings → library → Discord; without a token, the bot in a room of its own with a page to try it. Nothing else. */

import { parseArgs } from 'node:util';
import { answerTo } from './commands/index.ts';
import { type Config, readConfig } from './config.ts';
import { plainStyle, terminalStyle } from './console/print.ts';
import { startPrompt } from './console/prompt.ts';
import { type Bot, RefusedError, startBot } from './discord/bot.ts';
import { createDesk } from './discord/desk.ts';
import { openLibrary } from './library.ts';
import type { Library } from './model.ts';
import { openRoomWithPage } from './room/open.ts';

const usage = 'Usage: npm start -- [--console] [--corpus DIR] [--port N]';
/** Of sysexits.h: a person must mend the settings first; or, trying again later may help. */
const exitCodes = { commandLine: 2, settings: 78, temporary: 75 } as const;
const limitInPrompt = 5;
const defaultPort = '4321';

interface Options {
  /** The prompt in the terminal, whether there is a token or not. */
  readonly console: boolean;
  readonly corpus: string | undefined;
  readonly port: number;
}

/** Throws an Error with one sentence for people. */
function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      console: { type: 'boolean', default: false },
      corpus: { type: 'string' },
      port: { type: 'string', default: defaultPort },
    },
  });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new Error(`--port takes a number up to 65535, not "${values.port}".`);
  }
  return { console: values.console, corpus: values.corpus, port: Number(values.port) };
}

async function start(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(usage);
  let options: Options;
  let config: Config;
  try {
    options = optionsOf(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return leave(usage, exitCodes.commandLine);
  }
  try {
    config = readConfig();
  } catch (error) {
    return leave(error, exitCodes.settings);
  }
  const library = await openLibrary(options.corpus ?? config.corpus);
  for (const { message } of library.problems) console.error(message);
  if (options.console) await prompt(library);
  else if (config.token === null) await openRoom(library, options.port);
  else await connect(library, { ...config, token: config.token });
}

async function prompt(library: Library): Promise<void> {
  console.log(
    'Footnote, here in the terminal. To put it into a Discord server, set DISCORD_TOKEN in .env: see README.md.',
  );
  await startPrompt(library, process.stdout.isTTY ? terminalStyle : plainStyle, limitInPrompt);
}

/** The bot in a local Discord, and the page of it: what it says to Discord goes no further than this machine. */
async function openRoom(library: Library, port: number): Promise<void> {
  console.log(readSentence(library));
  const about = [
    `It answers with passages from ${counted(library.articles.length, 'article')}, quoted to the letter, each with its source. This page is on your machine alone, and nothing leaves it.`,
  ];
  const { address, close, room, taken } = await openRoomWithPage({ port, about, examples: await examplesOf(library) });
  let isOpen = false;
  // How the bot connects, and how it would be invited, is of no use here; a fault later on is.
  const log = (line: string) => {
    if (isOpen) console.log(line);
  };
  const starting = startBot({ token: room.token, restUrl: room.restUrl, desk: createDesk(() => library), log });
  stopInOrder(async () => {
    await (await starting).stop();
    await close();
  });
  await starting;
  isOpen = true;
  for (const one of taken) console.log(`Port ${one} is taken.`);
  console.log(`
Footnote is open:  ${address}

Open that address in a browser, and type / to ask. Ctrl+C ends it.
For a real Discord server: "Put it into a Discord server" in README.md. For a prompt here: npm start -- --console`);
}

/** Command lines that this library answers; none for an empty one. */
async function examplesOf(library: Library): Promise<string[]> {
  const help = await answerTo(library, { command: 'help', query: '' });
  return help.kind === 'help' && library.articles.length > 0 ? help.commands.map(({ example }) => example) : [];
}

async function connect(library: Library, { token, restUrl }: Config & { token: string }): Promise<void> {
  console.log(readSentence(library));
  const starting = startBot({ token, restUrl, desk: createDesk(() => library), log: (line) => console.log(line) });
  stopInOrder(async () => (await starting).stop());
  const bot: Bot = await starting;
  bot.ended.then((refused) => leave(refused, refused.exitCode));
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const readSentence = ({ articles, names, passages }: Library): string =>
  [
    counted(articles.length, 'article'),
    counted(passages.length, 'passage'),
    counted(names.entities.length, 'name'),
  ].join(', ');

/** Told to leave while still connecting, the bot leaves as soon as it can do so in order. */
function stopInOrder(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().finally(() => process.exit(0));
    });
  }
}

function leave(error: unknown, exitCode: number): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(exitCode);
}

start(process.argv.slice(2)).catch((error: unknown) =>
  leave(error, error instanceof RefusedError ? error.exitCode : exitCodes.temporary),
);
