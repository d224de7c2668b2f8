/** The only reader of the environment and of .env; every problem is reported at once, a sentence each. */
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

const schema = z.object({
  DISCORD_TOKEN: z.preprocess(
    blankIsUnset,
    z
      .string()
      .transform((token) => token.trim())
      .refine((token) => !/\s/.test(token), 'has white space in it; paste the token alone, as the Bot page shows it')
      .optional(),
  ),
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

/** Throws one Error that lists every problem, and never a value: one of them may be the token. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The settings can't be used (see .env.example):\n  ${problems.join('\n  ')}`);
  }
  const { ALLOW_URLS, CORPUS_DIR, DATA_DIR, DISCORD_API, DISCORD_TOKEN, HEALTH_PORT } = parsed.data;
  return {
    token: DISCORD_TOKEN ?? null,
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
