/** The only reader of the environment and of .env; every problem is reported at once, a sentence each. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseDotenv } from 'dotenv';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';

export interface Config {
  /** Null: no Discord, but the room on this machine. */
  readonly token: string | null;
  /** The folder of articles. */
  readonly corpus: string;
  /** Where what servers add is kept, and what was built. */
  readonly dataFolder: string;
  /** Whether members may add a page by its address, which this machine then fetches. */
  readonly allowsUrls: boolean;
  /** Of /livez, /readyz and /metrics, on this machine alone; null for none. */
  readonly healthPort: number | null;
  /** Discord's REST base, without a version. */
  readonly restUrl: string;
}

export const bundledCorpus = fileURLToPath(new URL('../corpus', import.meta.url));

const defaultDataFolder = fileURLToPath(new URL('../data', import.meta.url));

/** An empty value is a value not set: `.env.example` can be copied as it is. */
const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

const token = z
  .string()
  .transform((said) => said.trim())
  .refine((said) => !/\s/.test(said), 'has white space in it; paste the token alone, as the Bot page shows it')
  // No header of a request holds others: it would fail as a network does.
  .refine((said) => /^[!-~\s]*$/.test(said), {
    error: ({ input }) =>
      `has ${strangerIn(String(input))} in it, which no token has; paste the token alone, as the Bot page shows it`,
  });

/** The first, by its number: it may be one that can't be seen. None of a token's own is such. */
const strangerIn = (said: string): string =>
  `U+${/[^!-~\s]/u.exec(said)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** `~` would be taken for a folder of that name. */
const path = z.string().refine((said) => !/^~(?:[/\\]|$)/.test(said), {
  error: 'begins with ~, which a shell alone understands; write the whole path',
  abort: true,
});

const settings = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsUnset, token.optional()),
  DISCORD_TOKEN_FILE: z.preprocess(blankIsUnset, path.transform(contentOf).pipe(token).optional()),
  CORPUS_DIR: z.preprocess(blankIsUnset, path.default(bundledCorpus)),
  DATA_DIR: z.preprocess(blankIsUnset, path.default(defaultDataFolder)),
  ALLOW_URLS: z.preprocess(
    blankIsUnset,
    z
      .string()
      .transform((said) => said.trim().toLowerCase())
      .refine((said) => said === 'yes' || said === 'no', 'is neither yes nor no')
      .transform((said) => said === 'yes')
      .default(false),
  ),
  HEALTH_PORT: z.preprocess(
    blankIsUnset,
    z
      .string()
      .default('9464')
      .transform((said) => said.trim().toLowerCase())
      .refine(
        // At 0 the system would choose one, and nobody know which.
        (said) => said === 'off' || (/^\d{1,5}$/.test(said) && Number(said) >= 1 && Number(said) <= 65_535),
        'is no port: give a number from 1 to 65535, or off',
      )
      .transform((said) => (said === 'off' ? null : Number(said))),
  ),
  DISCORD_API: z.preprocess(
    blankIsUnset,
    z
      .url({ protocol: /^https?$/, error: 'is not an http(s) address; leave it empty to use Discord itself' })
      .default('https://discord.com/api'),
  ),
});

const schema = settings.refine(
  ({ DISCORD_TOKEN, DISCORD_TOKEN_FILE }) => DISCORD_TOKEN === undefined || DISCORD_TOKEN_FILE === undefined,
  { path: ['DISCORD_TOKEN_FILE'], error: 'is set, and so is DISCORD_TOKEN; leave one of them empty' },
);

/** A token takes some seventy bytes: a file of more is another one. */
const tokenFileBytesMax = 1_000;

function contentOf(file: string, { addIssue }: z.RefinementCtx): string {
  const refused = (message: string) => {
    addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return refused(`names what is no file; put the token alone into one, in place of ${file}`);
    // Windows keeps no such rights.
    if (process.platform !== 'win32' && (stat.mode & 0o007) !== 0)
      return refused(`names a file that everyone on this machine can open; run: chmod 600 ${file}`);
    const content = stat.size <= tokenFileBytesMax ? readFileSync(file, 'utf8').trim() : '';
    return content || refused(`names a file that holds no token; put the token alone into ${file}`);
  } catch (error) {
    return refused(`names a file that can't be read (${codeOf(error)}): ${file}`);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'unknown error');

/** Throws one Error that lists every problem, and never a value but a file's name: one of them may be the token. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The settings can't be used (see .env.example):\n  ${problems.join('\n  ')}`);
  }
  const { ALLOW_URLS, CORPUS_DIR, DATA_DIR, DISCORD_API, DISCORD_TOKEN, DISCORD_TOKEN_FILE, HEALTH_PORT } = parsed.data;
  return {
    token: DISCORD_TOKEN ?? DISCORD_TOKEN_FILE ?? null,
    corpus: CORPUS_DIR,
    dataFolder: DATA_DIR,
    allowsUrls: ALLOW_URLS,
    healthPort: HEALTH_PORT,
    restUrl: DISCORD_API.replace(/\/+$/, ''),
  };
}

/** What stands in a file of settings; nothing where there is none. Throws an Error, with a sentence, where it can't be read as one. */
function fileSettings(file: string): Readonly<Record<string, string>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw new Error(`The settings in ${file} can't be read (${codeOf(error)}); mend the file, or take it away.`, {
      cause: error,
    });
  }
  if (!isUtf8(bytes) || bytes.includes(0))
    throw new Error(`The settings in ${file} are not in UTF-8, as UTF-16 isn't; save the file as UTF-8.`);
  return parseDotenv(bytes);
}

/** A sentence for each name that is all but one of ours: what is set by it is set by nobody. */
function misspelt(names: readonly string[]): readonly string[] {
  const ours = Object.keys(settings.shape);
  return names
    .filter((name) => !ours.includes(name))
    .flatMap((name) => {
      const said = name.toUpperCase();
      const isNear = (own: string) =>
        distance(said, own) <= own.length / 3 || (said.startsWith(own) && !said.startsWith(`${own}_`));
      const near = ours.filter(isNear).sort((a, b) => distance(said, a) - distance(said, b))[0];
      return near === undefined ? [] : [`${name} is no setting of Footnote, and counts for nothing; ${near} is one.`];
    });
}

/** Settings of this process: .env first, and what is set in the environment wins over it. */
export function readConfig(warn: (sentence: string) => void = console.warn): Config {
  const environment = { ...fileSettings(resolve('.env')), ...process.env };
  for (const sentence of misspelt(Object.keys(environment))) warn(sentence);
  return configOf(environment);
}

/** Options of npm's own that it takes ours for, as short for them. */
const npmsOwn: Readonly<Record<string, string>> = { to: 'token_description' };

/** Whether npm has kept an option of a program of ours for itself, as it does with those that stand before a `--`. */
export const isKeptByNpm = (option: string): boolean =>
  [option, npmsOwn[option]].some((name) => name && process.env[`npm_config_${name}`] !== undefined);

export const keptByNpm = (option: string): string =>
  `npm has kept --${option} for itself: put -- before what is meant for Footnote.`;
