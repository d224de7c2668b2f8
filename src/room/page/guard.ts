/** Who may talk to the page's server: a tab that was given its key by the page itself, from the page's own address. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Guard {
  /** Made for one tab, to travel within the page. */
  newKey(): string;
  /** The request names this server by an address of loopback, so that no other name was bent to point here. */
  isOurHost(request: IncomingMessage): boolean;
  /** A script of the page itself asks, and no other page's in the same browser. */
  isOurOrigin(request: IncomingMessage): boolean;
  isKey(key: string | null): key is string;
}

/** A page that is loaded again takes a new key: the oldest ones go. */
const keysMax = 1_000;

export function createGuard(port: () => number): Guard {
  const keys = new Set<string>();
  const hosts = () => ['127.0.0.1', 'localhost'].map((name) => (port() === 80 ? name : `${name}:${port()}`));
  return {
    newKey: () => {
      const key = randomBytes(32).toString('base64url');
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > keysMax && oldest !== undefined) keys.delete(oldest);
      return key;
    },
    isOurHost: ({ headers }) => hosts().includes(headers.host?.toLowerCase() ?? ''),
    isOurOrigin: ({ headers }) => headers.origin === `http://${headers.host?.toLowerCase()}`,
    isKey: (key): key is string => key !== null && keys.has(key),
  };
}
