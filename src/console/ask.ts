/** `npm run ask`: one command and out, a command a line from a pipe, or a prompt with completion by Tab. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { answerTo } from '../commands/index.ts';
import { readConfig } from '../config.ts';
import { openLibrary } from '../library.ts';
import type { Answer, Asked, Library } from '../model.ts';
import { jsonOf } from './json.ts';
import { plainStyle, printed, type Style, terminalStyle } from './print.ts';
import { asked, startPrompt } from './prompt.ts';

const usage = `Usage: npm run ask -- [--corpus DIR] [--json] [--limit N] [--why] ["/who someone" | --check "a message"]`;
const badCommandLine = 2;
const limitInText = 5;
const limitInJson = 1_000;

interface Options {
  readonly corpus: string;
  readonly json: boolean;
  readonly limit: number;
  /** Says of each quote what put it in its place. */
  readonly why: boolean;
  readonly command: string | null;
  /** A message whose quotations are checked. */
  readonly check: string | null;
}

/** Throws an Error with one sentence for people. */
function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      json: { type: 'boolean', default: false },
      limit: { type: 'string' },
      why: { type: 'boolean', default: false },
      check: { type: 'string' },
    },
  });
  if (values.limit !== undefined && !/^[1-9]\d{0,5}$/.test(values.limit)) {
    throw new Error(`--limit takes a whole number from 1, not "${values.limit}".`);
  }
  return {
    corpus: values.corpus ?? readConfig().corpus,
    json: values.json,
    limit: Number(values.limit ?? (values.json ? limitInJson : limitInText)),
    why: values.why,
    command: positionals.length > 0 ? positionals.join(' ') : null,
    check: values.check ?? null,
  };
}

async function run(args: readonly string[]): Promise<number> {
  let options: Options;
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return 0;
  }
  try {
    options = optionsOf(args);
    if (options.command !== null) asked(options.command);
  } catch (error) {
    console.error(`${sentenceOf(error)}\n${usage}`);
    return badCommandLine;
  }
  const library = await openLibrary(options.corpus);
  for (const { message } of library.problems) console.error(message);
  const style = process.stdout.isTTY ? terminalStyle : plainStyle;
  if (options.check !== null) {
    console.log(await answered(library, { command: 'check', query: options.check }, options.check, options, style));
    return 0;
  }
  if (options.command !== null) {
    console.log(await reply(library, options.command, options, style));
    return 0;
  }
  if (process.stdin.isTTY) {
    await startPrompt(library, style, options.limit);
    return 0;
  }
  return answerLines(library, options, style);
}

/** A command a line in, an answer each out; a line that is no command is answered with what is wrong with it. */
async function answerLines(library: Library, options: Options, style: Style): Promise<number> {
  let exitCode = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    try {
      const answer = await reply(library, line, options, style);
      console.log(options.json ? answer : `› ${line.trim()}\n\n${answer}\n`);
    } catch (error) {
      exitCode = badCommandLine;
      const message = sentenceOf(error);
      console.error(message);
      const none = { kind: 'nothing', subject: null, total: 0, quotes: [], suggestions: [], ms: 0 };
      if (options.json) console.log(JSON.stringify({ command: line.trim(), ...none, message }));
    }
  }
  return exitCode;
}

const reply = async (library: Library, line: string, options: Options, style: Style): Promise<string> =>
  answered(library, asked(line), line.trim(), options, style);

async function answered(
  library: Library,
  question: Asked,
  line: string,
  { json, limit, why }: Options,
  style: Style,
): Promise<string> {
  const started = performance.now();
  const answer: Answer = await answerTo(library, question);
  const ms = performance.now() - started;
  if (json) return JSON.stringify(jsonOf(answer, line, ms, limit));
  const more = (left: number, total: number) => `${left} more: add --limit ${total}`;
  return printed(answer, style, { from: 0, count: limit, more, why });
}

/** parseArgs' own messages go on with advice that doesn't fit a slash command. */
const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\. To specify.*$/s, '.');

process.exitCode = await run(process.argv.slice(2));
