/** Start: settings → library → Discord, or without a token the prompt in the terminal. Nothing else. */

import { type Config, readConfig } from './config.ts';
import { plainStyle, terminalStyle } from './console/print.ts';
import { startPrompt } from './console/prompt.ts';
import { startBot } from './discord/bot.ts';
import { openLibrary } from './library.ts';
import type { Library } from './model.ts';

/** EX_CONFIG of sysexits.h: a supervisor need not start us again before a person has mended the settings. */
const badSettings = 78;
const limitInPrompt = 5;

async function start(): Promise<void> {
  const config = readConfig();
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
  const bot = await startBot({ token, restUrl, library: () => library, log: (line) => console.log(line) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      bot.stop().finally(() => process.exit(0));
    });
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(badSettings);
});
