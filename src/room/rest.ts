/** The HTTP side of the room: reads a request, bounded; finds its route; answers, and keeps a record. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, type JsonObject } from './discord-json.ts';
import type { RestFaults, RestHappening } from './faults.ts';
import { bodyBytesMax, keptRequestsMax } from './limits.ts';
import {
  entityTooLarge,
  invalidJson,
  invalidVersion,
  methodNotAllowed,
  notFound,
  type Reply,
  serverError,
  unauthorized,
} from './refusal.ts';
import type { Route } from './routes.ts';
import type { RequestRecord, RoomState, UploadedFile } from './state.ts';

const versions: readonly string[] = ['v9', 'v10'];
/** For what stands around a file in a form. */
const bodyBytesExtra = 64 * 1024;

export function createRest(state: RoomState, routes: readonly Route[], faults: RestFaults) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://room');
    const file = state.cdn.serve(request.method, request.url ?? '/');
    if (file) return void response.writeHead(file.status, file.headers).end(file.body);
    response.setHeader('date', new Date(state.clock.now()).toUTCString());
    const fault = faults.take(url.pathname);
    if (fault?.kind === 'slow') {
      faults.waiting++;
      await new Promise<void>((resolve) => state.clock.after(fault.ms, resolve));
      faults.waiting--;
    }
    if (fault && fault.kind !== 'slow' && !('isDone' in fault && fault.isDone)) {
      await bodyOf(request, 0);
      const refused = fault.kind === 'answer' ? fault : null;
      const asked = { method: request.method ?? '', route: url.pathname, path: url.pathname, code: null };
      keep(state, { ...asked, status: refused?.status ?? 0, body: undefined, reply: refused?.body });
      if (refused) return write(response, refused, refused.headers);
      return breakOff(request, fault.kind);
    }
    const answered = await answer(state, routes, request, url).catch((error: unknown) => {
      console.error(`The room failed to answer ${request.method} ${url.pathname}:`, error);
      return { reply: serverError, route: url.pathname, body: undefined };
    });
    const { body, reply, route } = answered;
    const code = isObject(reply.body) && typeof reply.body['code'] === 'number' ? reply.body['code'] : null;
    keep(state, {
      ...{ method: request.method ?? '', route, path: url.pathname, status: reply.status, body },
      code: reply.status >= 400 ? code : null,
      reply: reply.body,
    });
    if (fault && 'isDone' in fault) breakOff(request, fault.kind);
    else write(response, reply);
  };
}

/** Instead of an answer; a request that hangs is left to whoever waits for it. */
function breakOff({ socket }: IncomingMessage, kind: RestHappening['kind']): void {
  if (kind === 'reset') socket.resetAndDestroy();
  else if (kind === 'close') socket.end();
}

function keep({ requests }: RoomState, record: RequestRecord): void {
  requests.push(record);
  if (requests.length > keptRequestsMax) requests.shift();
}

/** Text is sent as it is, anything else as JSON. */
function write(response: ServerResponse, { body, status }: Reply, headers: JsonObject = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (body === undefined) return void response.writeHead(status).end();
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json' });
  response.end(isText ? body : JSON.stringify(body));
}

interface Answered {
  readonly reply: Reply;
  readonly route: string;
  readonly body: unknown;
}

async function answer(
  state: RoomState,
  routes: readonly Route[],
  request: IncomingMessage,
  url: URL,
): Promise<Answered> {
  const body = await bodyOf(request, bodyLimit(state));
  const asked = apiPath(url.pathname);
  const plain = { route: url.pathname, body: undefined };
  if (asked === null) return { ...plain, reply: notFound };
  if (asked === undefined) return { ...plain, reply: invalidVersion };
  const matching = routes.flatMap((route) => {
    const params = paramsOf(route.pattern, asked);
    return params ? [{ route, params }] : [];
  });
  const found = matching.find(({ route }) => route.method === request.method);
  if (!found) return { ...plain, reply: matching.length > 0 ? methodNotAllowed : notFound };
  const { pattern } = found.route;
  if (found.route.needsToken && request.headers.authorization !== `Bot ${state.token}`) {
    return { route: pattern, body: undefined, reply: unauthorized };
  }
  if (body === 'too large') return { route: pattern, body: undefined, reply: entityTooLarge };
  const read = await contentOf(body, request.headers['content-type'] ?? '');
  if (!read) return { route: pattern, body: undefined, reply: invalidJson };
  const locale = request.headers['x-discord-locale'];
  const reply = found.route.handle(state, {
    params: found.params,
    query: url.searchParams,
    locale: typeof locale === 'string' ? locale : undefined,
    ...read,
  });
  return { route: pattern, body: read.body, reply };
}

/** The path within the API; null outside it, undefined for a version that is not there. */
function apiPath(path: string): string | null | undefined {
  const match = /^\/api(?:\/(v\d+))?(\/.*)$/.exec(path);
  if (!match) return null;
  return match[1] === undefined || versions.includes(match[1]) ? match[2] : undefined;
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const part = given[index] ?? '';
    if (step.startsWith(':')) params[step.slice(1)] = decoded(part);
    else if (step !== decoded(part)) return null;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** In a boosted server one file may be larger than a whole request elsewhere. */
const bodyLimit = ({ guilds }: RoomState): number =>
  Math.max(bodyBytesMax, ...[...guilds.values()].map(({ attachmentBytesMax }) => attachmentBytesMax + bodyBytesExtra));

/** Reads all of it, so that the refusal can be sent, but keeps no more than the limit. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | 'too large'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes > limit ? 'too large' : Buffer.concat(chunks);
}

interface Content {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** JSON, or a form with `payload_json` and files (docs, reference#uploading-files); null when it can't be read. */
async function contentOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<Content | null> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  try {
    if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(bytes.toString()), files: [] };
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    const files: UploadedFile[] = [];
    for (const [field, value] of form) {
      if (typeof value === 'string') continue;
      const place = /^files\[(\d+)\]$/.exec(field)?.[1] ?? field;
      files.push({ place, name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
    const payload = form.get('payload_json');
    return { body: typeof payload === 'string' ? JSON.parse(payload) : undefined, files };
  } catch {
    return null;
  }
}
