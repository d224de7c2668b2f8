/** The page's own files, read once at the start, and the headers that go with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const staticFolder = fileURLToPath(new URL('./static/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** By path: "/page.css". */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const files = readdirSync(staticFolder).flatMap((name): [string, PageFile][] => {
    const type = types[name.split('.').at(-1) ?? ''];
    return type === undefined ? [] : [[`/${name}`, { type, bytes: readFileSync(`${staticFolder}${name}`) }]];
  });
  return new Map(files);
}

/** Nothing from elsewhere, in no other page's frame, no address told to anyone. */
export const headersFor = (port: number): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});
