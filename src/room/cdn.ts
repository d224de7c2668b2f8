/** Where files are kept and fetched from: links that are signed and run out, as Discord's are (docs, reference#signed-attachment-cdn-urls). */
import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { isObject, type JsonObject, type RawComponent, type RawMessage } from './discord-json.ts';
import { contentTypeOf, type KeptName } from './file-name.ts';
import { fileLinkMs, keptFilesBytesMax, keptFilesMax } from './limits.ts';

export interface KeptFile extends KeptName {
  /** As its sender says; goes after what the name stands for. */
  readonly type: string | null;
  readonly bytes: Uint8Array;
}

export interface CdnReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export interface Cdn {
  /** Keeps a file under the channel of a message or, for one person alone, under the application; gives its attachment object. */
  keep(file: KeptFile, folder: CdnFolder): Attachment;
  /** The message itself, or (when its links have run out) with new ones. */
  withFreshLinks(raw: RawMessage): RawMessage;
  /** Null for a path that is not of a file. */
  serve(method: string | undefined, path: string): CdnReply | null;
}

export type CdnFolder = `/attachments/${string}` | `/ephemeral-attachments/${string}`;

/** docs, resources/message#attachment-object. */
export interface Attachment extends JsonObject {
  readonly id: string;
  readonly filename: string;
  readonly title?: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
  readonly ephemeral?: true;
}

export interface CdnOptions {
  readonly clock: Clock;
  readonly nextId: () => string;
  /** Where the room listens, once it does. */
  readonly origin: { readonly http: string };
}

interface Stored extends KeptFile {
  readonly path: string;
}

/** The same files again, where Discord has its proxy for media. */
const proxyPrefix = '/media';
const filePath = /^(\/media)?(\/(?:attachments|ephemeral-attachments)\/\d+\/(\d+)\/[^/]+)$/;

export function createCdn({ clock, nextId, origin }: CdnOptions): Cdn {
  const secret = randomBytes(32);
  const files = new Map<string, Stored>();
  let bytesKept = 0;

  const signatureOf = (path: string, until: string, issued: string) =>
    createHmac('sha256', secret).update(`${path} ${until} ${issued}`).digest('hex');
  const signed = (path: string): string => {
    const [until, issued] = [clock.now() + fileLinkMs, clock.now()].map((ms) => Math.floor(ms / 1000).toString(16));
    return `${path}?ex=${until}&is=${issued}&hm=${signatureOf(path, until ?? '', issued ?? '')}&`;
  };
  const isValid = (path: string, query: URLSearchParams): boolean => {
    const [until, issued, signature] = ['ex', 'is', 'hm'].map((name) => query.get(name) ?? '');
    const isOurs = signature === signatureOf(path, until ?? '', issued ?? '');
    return isOurs && Number.parseInt(until ?? '', 16) * 1000 > clock.now();
  };
  const linksOf = (path: string) => {
    const link = signed(path);
    return { url: `${origin.http}${link}`, proxy_url: `${origin.http}${proxyPrefix}${link}` };
  };
  const forgetOldest = () => {
    while (files.size > keptFilesMax || bytesKept > keptFilesBytesMax) {
      const [oldest] = files;
      if (!oldest || files.size === 1) return;
      bytesKept -= oldest[1].bytes.length;
      files.delete(oldest[0]);
    }
  };
  /** A link of ours that has run out, signed anew. */
  const fresh = (key: string, value: unknown): unknown => {
    if ((key !== 'url' && key !== 'proxy_url') || typeof value !== 'string') return value;
    const url = value.startsWith(`${origin.http}/`) ? new URL(value) : null;
    const path = filePath.exec(url?.pathname ?? '')?.[2];
    if (!url || path === undefined || isValid(path, url.searchParams)) return value;
    return linksOf(path)[key];
  };

  return {
    keep: (file, folder) => {
      const id = nextId();
      const { bytes, filename, title, type } = file;
      const path = `${folder}/${id}/${encodeURIComponent(filename)}`;
      files.set(id, { ...file, path });
      bytesKept += bytes.length;
      forgetOldest();
      const contentType = contentTypeOf(filename) ?? (type === 'application/octet-stream' ? null : type);
      return {
        id,
        filename,
        ...(title === undefined ? {} : { title }),
        size: bytes.length,
        ...linksOf(path),
        ...(contentType ? { content_type: contentType } : {}),
        ...(folder.startsWith('/ephemeral-') ? { ephemeral: true } : {}),
      };
    },
    withFreshLinks: (raw) => {
      const attachments = mapped(raw.attachments, fresh) as readonly JsonObject[];
      const components = mapped(raw.components, fresh) as readonly RawComponent[];
      const isSame = attachments === raw.attachments && components === raw.components;
      return isSame ? raw : { ...raw, attachments, components };
    },
    serve: (method, target) => {
      const url = URL.parse(target, 'http://room');
      const [, , path = '', id = ''] = filePath.exec(url?.pathname ?? '') ?? [];
      if (!url || path === '') return null;
      if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Method Not Allowed');
      const file = files.get(id);
      if (file?.path !== path || !isValid(path, url.searchParams)) {
        return plain(404, 'This content is no longer available.');
      }
      return { status: 200, headers: headersOf(file), body: method === 'HEAD' ? '' : file.bytes };
    },
  };
}

/** Whoever opens such a link in a browser saves the file: nothing in it is run. */
const headersOf = ({ bytes, filename, type }: Stored) => ({
  'content-type': contentTypeOf(filename) ?? type ?? 'application/octet-stream',
  'content-length': String(bytes.length),
  'content-disposition': `attachment; filename="${filename}"`,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
});

const plain = (status: number, body: string): CdnReply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

/** A copy in which each value is what `change` makes of it; the part itself where nothing changes. */
function mapped(part: unknown, change: (key: string, value: unknown) => unknown): unknown {
  if (!Array.isArray(part) && !isObject(part)) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, change(key, mapped(value, change))] as const);
  const isSame = entries.every(([key, value]) => value === (part as Record<string, unknown>)[key]);
  if (isSame) return part;
  return Array.isArray(part) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
