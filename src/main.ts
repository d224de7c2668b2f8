/** Start: settings → library → Discord; without a token, the bot in a room of its own with a page to try it. Nothing else. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, isKeptByNpm, keptByNpm, readConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { RefusedError } from './discord/connection.ts';
import { faultOf } from './discord/respond.ts';
import { type Connected, connect } from './host/connected.ts';
import { holdDataFolder, NoFolderError } from './host/held-folder.ts';
import { createLog, createOutput, redacted } from './host/log.ts';
import { tooFewFiles } from './host/open-files.ts';
import { watchPulse } from './host/pulse.ts';
import { settleRestore } from './host/restoring.ts';
import { openRoomWithPage } from './room/open.ts';
import type { Contents } from './threads/desk-thread.ts';
import { type Libraries, openLibraries } from './threads/libraries.ts';

const usage = 'Usage: npm start -- [--console] [--corpus DIR] [--port N]';
/** Of sysexits.h: a person must mend the settings first; or, trying again later may help. */
const exitCodes = { commandLine: 2, late: 70, settings: 78, temporary: 75 } as const;
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
  const kept = ['console', 'corpus', 'port'].find(isKeptByNpm);
  if (kept !== undefined) throw new Error(keptByNpm(kept));
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
  config = { ...config, corpus: options.corpus ?? config.corpus };
  const tooFew = tooFewFiles();
  if (tooFew !== null) return leave(tooFew, exitCodes.settings);
  if (options.console) return prompt(config);
  // The servers of the room are made up anew at each start: what is added in one is of no use in the next.
  const dataFolder = config.token === null ? temporaryFolder() : config.dataFolder;
  // What threads write there ends nothing either.
  process.stderr.on('error', () => {});
  const write = createOutput(process.stdout, {
    onLoss: (why) =>
      console.error(`The log can't be written (${why}). The bot goes on without it, and tries again with each line.`),
    onReturn: (lines) => log.line(`The log could not be written for a while: ${counted(lines, 'line')} lost.`, 'warn'),
  });
  const log = createLog({
    write,
    isForPeople: process.stdout.isTTY || config.token === null,
    secrets: config.token === null ? [] : [config.token],
  });
  // The library awaits none of Discord's frames (WebSocketShard.connection.onmessage): one that is malformed fails here.
  process.on('unhandledRejection', (error) => log.line(`Nobody waited for what failed: ${faultOf(error)}`, 'error'));
  process.on('uncaughtException', (error) => {
    log.line(`Ended by what nobody expected: ${faultOf(error)}`, 'error');
    process.exit(exitCodes.late);
  });
  const { corpus, token } = config;
  let connecting: Promise<Pick<Connected, 'stop'>> | undefined;
  let libraries: Libraries | undefined;
  let reading: ReturnType<typeof opened> | undefined;
  const opened = async () => {
    log.line(`Reading ${corpus} …`);
    libraries = await openLibraries({ ...config, dataFolder, log: log.line, signal });
    for (const { message } of libraries.problems) log.line(message, 'warn');
    const contents = await libraries.contents();
    log.line(contentsSentence(contents));
    return { contents, libraries };
  };
  // Told to leave while the library is being read, too.
  const signal = stopInOrder(async () => {
    await reading?.catch(() => {});
    // Until it is read, nobody has been answered.
    if (!libraries) return;
    await (await connecting?.catch(() => {}))?.stop();
    await libraries.stop();
  });
  if (token === null) {
    reading = opened();
    const room = await reading;
    connecting = openRoom(room.libraries, room.contents, { ...config, port: options.port, signal });
    await connecting;
    return;
  }
  for (const sentence of [holdDataFolder(dataFolder), settleRestore(dataFolder)])
    if (sentence !== null) log.line(sentence, 'warn');
  watchPulse();
  reading = opened();
  const ready = reading.then((one) => one.libraries);
  // It may fail before the place to ask is open, and is waited for then.
  ready.catch(() => {});
  const connected = connect({ ...config, libraries: ready, token, log, signal });
  connecting = connected;
  (await connected).ended.then((refused) => leave(refused, refused.exitCode));
}

/** Gone when the process is. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function prompt({ corpus }: Config): Promise<void> {
  const [{ openLibrary }, { plainStyle, terminalStyle }, { startPrompt }] = await Promise.all([
    import('./library.ts'),
    import('./console/print.ts'),
    import('./console/prompt.ts'),
  ]);
  const library = await openLibrary(corpus);
  for (const { message } of library.problems) console.error(message);
  console.log(
    'Footnote, here in the terminal. To put it into a Discord server, set DISCORD_TOKEN in .env: see README.md.',
  );
  await startPrompt(library, process.stdout.isTTY ? terminalStyle : plainStyle, limitInPrompt);
}

/** The bot in a local Discord, and the page of it: what it says to Discord goes no further than this machine. */
async function openRoom(
  { desk, keeper }: Libraries,
  contents: Contents,
  { allowsUrls, port, signal }: Pick<Config, 'allowsUrls'> & Pick<Options, 'port'> & { readonly signal: AbortSignal },
): Promise<Pick<Connected, 'stop'>> {
  const about = [
    `It answers with passages from ${counted(contents.articles, 'article')}, quoted to the letter, each with its source. This page is on your machine alone, and nothing leaves it.`,
  ];
  const { address, close, room, taken } = await openRoomWithPage({ port, about, examples: contents.examples });
  let isOpen = false;
  // How the bot connects, and how it would be invited, is of no use here; a fault later on is.
  const log = (line: string) => {
    if (isOpen) console.log(line);
  };
  const bot = await startBot({ token: room.token, restUrl: room.restUrl, desk, keeper, allowsUrls, log, signal });
  isOpen = true;
  for (const one of taken) console.log(`Port ${one} is taken.`);
  console.log(`
Footnote is open:  ${address}

Open that address in a browser, and type / to ask. Ctrl+C ends it, and forgets what was added there with /library.
For a real Discord server: "Put it into a Discord server" in README.md. For a prompt here: npm start -- --console`);
  return {
    stop: async () => {
      await bot.stop();
      await close();
    },
  };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const contentsSentence = ({ articles, names, passages }: Contents): string =>
  [counted(articles, 'article'), counted(passages, 'passage'), counted(names, 'name')].join(', ');

/** Docker kills after ten seconds. */
const leaveMs = 8_000;

/**
 * Told to leave, also while still connecting, the bot leaves in order, or after eight seconds without it. The signal is aborted
 * then. Told once more, as by a terminal that is closed meanwhile, it is leaving already.
 */
function stopInOrder(stop: () => Promise<void>): AbortSignal {
  const stopping = new AbortController();
  const leaveInOrder = () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(exitCodes.late), leaveMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => leave(error, exitCodes.late),
    );
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leaveInOrder);
  return stopping.signal;
}

function leave(error: unknown, exitCode: number): never {
  console.error(redacted(error instanceof Error ? sentenceOfFault(error) : String(error)));
  process.exit(exitCode);
}

/** A disk's faults in words for a host. */
function sentenceOfFault({ message }: Error): string {
  const code = /^(?:ENOSPC|EDQUOT|EROFS|EIO|EACCES|EPERM)\b/u.exec(message)?.[0];
  if (!code) return message;
  return `The data folder can't be written to (${code}). Make room there, or set DATA_DIR to another folder; npm run doctor looks at it.`;
}

start(process.argv.slice(2)).catch((error: unknown) => {
  // Told to leave while it connected: the one who was told sees to the rest.
  if (error instanceof Error && error.name === 'AbortError') return;
  const isForPerson = error instanceof RefusedError || error instanceof NoFolderError;
  leave(error, isForPerson ? error.exitCode : exitCodes.temporary);
});
