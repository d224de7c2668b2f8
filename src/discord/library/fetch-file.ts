/**
 * A file that somebody handed to Discord → its bytes, from Discord's own servers and from nowhere else: the address comes
 * with an interaction, and nothing in it is taken on trust.
 */
import { megabytes } from '../../ingest/draft.ts';

/** As a reading may have. */
export const fileBytesMax = 25_000_000;
const totalMs = 10_000;
/** Where Discord keeps what people upload. docs, reference#uploading-files. */
const discordOrigins: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

export interface HandedFile {
  /** As its owner called it. */
  readonly name: string;
  /** In bytes, as Discord says. */
  readonly size: number;
  readonly url: string;
}

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** What follows the file's name in a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): Fetched => ({ kind: 'refused', why });
const tooLarge = (bytes: number): Fetched =>
  refused(
    `has ${megabytes(bytes)}, and a reading may have at most ${megabytes(fileBytesMax)}; split it into smaller files.`,
  );
const unreachable = refused('could not be fetched from Discord; please add it again.');
const inPart = refused('came only in part from Discord; please add it again.');

/** `restUrl`: another Discord than Discord's own keeps its files where its REST API is. */
export function createFetchFile(restUrl: string | null, ms = totalMs): (file: HandedFile) => Promise<Fetched> {
  const own = URL.parse(restUrl ?? '');
  const isOther = own !== null && !/(?:^|\.)discord\.com$/u.test(own.hostname);
  const origins = new Set([...discordOrigins, ...(isOther ? [own.origin] : [])]);
  return async ({ size, url }) => {
    const address = URL.parse(url);
    if (!address || !origins.has(address.origin) || address.username || address.password) return unreachable;
    if (size > fileBytesMax) return tooLarge(size);
    try {
      const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(ms) });
      const bytes = response.ok ? await bytesOf(response) : null;
      if (!response.ok) await response.body?.cancel();
      if (!bytes) return unreachable;
      if (bytes === 'too many') return tooLarge(fileBytesMax + 1);
      // A connection may end early without a fault: half a text reads as well as a whole one.
      return bytes.length < size ? inPart : { kind: 'bytes', bytes };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return isLate
        ? refused(`took more than ${ms / 1_000} seconds to come from Discord; please add it again.`)
        : unreachable;
    }
  };
}

/** Counted as they come: that they are no more than Discord said is not relied upon. */
async function bytesOf(response: Response): Promise<Uint8Array | 'too many'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > fileBytesMax) return 'too many';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
