/**
 * An address on the web → the bytes of one page or file, for the readers of this folder: only what is public, within limits of
 * size and time, and without cookies. Where a library is filled by address, this is the only door to the network.
 */
import { type Agent, fetch, type Response } from 'undici';
import type { Problem } from '../model.ts';
import { fatal, megabytes, shownPath } from './draft.ts';
import { agentFor, notPublic, publicReach, type Reach } from './public-web.ts';

export interface FetchOptions {
  /** Ends the fetching early. */
  readonly signal?: AbortSignal;
}

export interface FetchedReading {
  /** A file's name with the ending of its type: 'the-bridge.html'. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** After redirects, without a fragment. */
  readonly finalUrl: string;
  /** Without parameters: 'text/html'. */
  readonly contentType: string;
}

export const bytesMax = 5_000_000;
const redirectsMax = 3;
const totalMs = 10_000;

/** Never throws for what is at the address: what cannot be had is a problem in one sentence. */
export const fetchReading = fetcherWithin(publicReach, totalMs);

/** The same with another reach and time; the product has no way to ask for it. */
export function fetcherWithin(
  reach: Reach,
  ms: number,
): (url: string, options?: FetchOptions) => Promise<FetchedReading | Problem> {
  return async (url, options = {}) => {
    const agent = agentFor(reach, ms);
    const signal = AbortSignal.any([AbortSignal.timeout(ms), ...(options.signal ? [options.signal] : [])]);
    const read = await reading(url, reach, agent, signal).catch((error: unknown) => failure(error, signal, ms));
    await agent.destroy();
    return typeof read === 'string' ? fatal(url, `${shownPath(url)} ${read}.`) : read;
  };
}

/** What was read, or in words why nothing was. */
async function reading(
  asked: string,
  reach: Reach,
  agent: Agent,
  signal: AbortSignal,
): Promise<FetchedReading | string> {
  let address = addressFrom(asked, undefined, reach);
  for (let hops = 0; typeof address !== 'string'; hops++) {
    const response = await fetch(address, { dispatcher: agent, signal, redirect: 'manual', headers });
    const location = isRedirect(response.status) ? response.headers.get('location') : null;
    if (location === null) return await contentOf(response, address);
    await response.body?.cancel();
    if (hops === redirectsMax)
      return `leads on more than ${redirectsMax} times; give the address where the text stands`;
    address = addressFrom(location, address, reach);
  }
  return address;
}

const headers = {
  accept: 'text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5',
  'user-agent': 'Footnote/0.1',
};

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** An address that may be asked, or in words why not. */
function addressFrom(url: string, base: URL | undefined, reach: Reach): URL | string {
  const onward = base ? 'leads on to' : 'has';
  if (!URL.canParse(url, base?.href)) return 'is no address of a web page; give one that begins with https://';
  const address = new URL(url, base);
  if (!/^https?:$/.test(address.protocol))
    return `${base ? 'leads on to what' : ''} is no address of a web page; give one that begins with https://`.trim();
  if (address.username || address.password)
    return `${onward} a name or password in it; give an address that anybody can open`;
  if (!reach.ports.has(address.port || (address.protocol === 'https:' ? '443' : '80')))
    return `${onward} a port of its own (${address.port}), and only 80 and 443 are asked; give the address of a public page`;
  address.hash = '';
  return address;
}

// ── Content ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Type → ending of the reader that takes it. */
const endings: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
  ['application/pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  ['application/epub+zip', '.epub'],
]);

async function contentOf(response: Response, address: URL): Promise<FetchedReading | string> {
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endingOf(contentType, address);
  const refused = !response.ok
    ? `answers ${response.status}; check that it opens in a browser without logging in`
    : ending === null
      ? `is of the type “${shownPath(contentType) || 'unstated'}”, which is not read; give a web page, a PDF, a Word file, an EPUB book or plain text`
      : Number(response.headers.get('content-length') ?? 0) > bytesMax
        ? tooLarge
        : null;
  const bytes = refused === null ? await bytesOf(response) : null;
  if (bytes === null) {
    await response.body?.cancel();
    return refused ?? tooLarge;
  }
  return { name: nameOf(address, ending ?? ''), bytes, finalUrl: address.href, contentType };
}

const tooLarge = `has more than ${megabytes(bytesMax)}, and no more is fetched; save it and add the file instead`;

/** Servers that do not know a type send it as bytes: then the address tells. */
function endingOf(contentType: string, { pathname }: URL): string | null {
  const stated = /\.(?:pdf|docx|epub|md|markdown|txt)$/i.exec(pathname)?.[0].toLowerCase() ?? null;
  if (/^(?:application\/(?:octet-stream|zip|x-download)|binary\/octet-stream)?$/.test(contentType)) return stated;
  const ending = endings.get(contentType) ?? null;
  return ending === '.txt' && /^\.(?:md|markdown)$/.test(stated ?? '') ? stated : ending;
}

/** Counted as they come out of decompression; null where they are too many. */
async function bytesOf(response: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > bytesMax) return null;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

const nameCharsMax = 80;

/** The last word of the path, or the host. */
function nameOf({ pathname, hostname }: URL, ending: string): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const bare = decoded(last).replace(/\.(?:html?|xhtml|php|aspx?|jsp|pdf|docx|epub|txt|md|markdown)$/i, '');
  const clean = bare
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}\\/:*?"<>|]+/gu, ' ')
    .replace(/^[\s.]+/, '')
    .trim();
  return `${[...(clean || hostname)].slice(0, nameCharsMax).join('')}${ending}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// ── Failure ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function failure(error: unknown, signal: AbortSignal, ms: number): string {
  if (signal.aborted)
    return (signal.reason as Error | undefined)?.name === 'TimeoutError'
      ? `took more than ${ms / 1000} seconds; try again later, or save it and add the file instead`
      : 'was not fetched, for that was called off';
  const causes = causesOf(error);
  if (causes.some(({ name }) => name === notPublic))
    return 'is not on the public web, and nothing else is fetched; save it and add the file instead';
  const code = causes.map((cause) => ('code' in cause ? String(cause.code) : '')).findLast(Boolean);
  return code === 'ENOTFOUND'
    ? 'leads to no site of that name; check how it is spelt'
    : `cannot be fetched (${code ?? 'the connection failed'}); check that it opens in a browser`;
}

const causesOf = (error: unknown): Error[] =>
  error instanceof Error
    ? [error, ...causesOf(error.cause), ...(error instanceof AggregateError ? error.errors.flatMap(causesOf) : [])]
    : [];
