/** The only reader of the environment and of .env; every problem is reported at once, a sentence each. */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { config as readDotenv } from 'dotenv';
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

const settings = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsUnset, token.optional()),
  DISCORD_TOKEN_FILE: z.preprocess(blankIsUnset, z.string().transform(contentOf).pipe(token).optional()),
  CORPUS_DIR: z.preprocess(blankIsUnset, z.string().default(bundledCorpus)),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default(defaultDataFolder)),
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
        (said) => said === 'off' || (/^\d{1,5}$/.test(said) && Number(said) <= 65_535),
        'is no port: give a number up to 65535, or off',
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
    // Windows keeps no such rights.
    if (process.platform !== 'win32' && (stat.mode & 0o007) !== 0)
      return refused(`names a file that everyone on this machine can open; run: chmod 600 ${file}`);
    const content = stat.isFile() && stat.size <= tokenFileBytesMax ? readFileSync(file, 'utf8').trim() : '';
    return content || refused(`names a file that holds no token; put the token alone into ${file}`);
  } catch (error) {
    const fault = error instanceof Error && 'code' in error ? error.code : 'unknown error';
    return refused(`names a file that can't be read (${fault}): ${file}`);
  }
}

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

/** Settings of this process: .env first, and what is set in the environment wins over it. */
export function readConfig(): Config {
  readDotenv({ quiet: true });
  return configOf(process.env);
}
