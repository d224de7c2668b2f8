/** Start: settings → library → Discord, or without a token the prompt in the terminal. Nothing else. */

import { type Config, readConfig } from './config.ts';
import { plainStyle, terminalStyle } from './console/print.ts';
import { startPrompt } from './console/prompt.ts';
import { RefusedError, startBot } from './discord/bot.ts';
import { openLibrary } from './library.ts';
import type { Library } from './model.ts';

/** Of sysexits.h: a person must mend the settings first; or, trying again later may help. */
const exitCodes = { settings: 78, temporary: 75 } as const;
const limitInPrompt = 5;

async function start(): Promise<void> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    return leave(error, exitCodes.settings);
  }
  const library = await openLibrary(config.corpus);
  for (const { message } of library.problems) console.error(message);
  if (config.token === null) await prompt(library);
  else await connect(library, { ...config, token: config.token });
}

async function prompt(library: Library): Promise<void> {
  console.log(
    'Footnote, here in the terminal. To put it into a Discord server, set DISCORD_TOKEN in .env: see README.md.',
  );
  await startPrompt(library, process.stdout.isTTY ? terminalStyle : plainStyle, limitInPrompt);
}

async function connect(library: Library, { token, restUrl }: Config & { token: string }): Promise<void> {
  console.log(
    `${library.articles.length} articles, ${library.passages.length} passages, ${library.names.entities.length} names`,
  );
  const starting = startBot({ token, restUrl, library: () => library, log: (line) => console.log(line) });
  // Told to leave while still connecting, the bot leaves as soon as it can do so in order.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      starting.then((bot) => bot.stop()).finally(() => process.exit(0));
    });
  }
  const bot = await starting;
  bot.ended.then((refused) => leave(refused, refused.exitCode));
}

function leave(error: unknown, exitCode: number): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(exitCode);
}

start().catch((error: unknown) => leave(error, error instanceof RefusedError ? error.exitCode : exitCodes.temporary));
