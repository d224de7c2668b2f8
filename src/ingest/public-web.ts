/**
 * The way to the public web and to nothing else: connections that only reach public addresses, however a host is spelt and
 * whatever a name resolves to. Under src/ingest/fetch.ts.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

/** Where may be gone. `publicReach` is the one that the product has; a test that serves pages itself brings its own. */
export interface Reach {
  readonly ports: ReadonlySet<string>;
  mayReach(address: string): boolean;
  lookup(host: string, take: (error: Error | null, addresses: readonly LookupAddress[]) => void): void;
}

export const publicReach: Reach = {
  ports: new Set(['80', '443']),
  mayReach: isPublic,
  lookup: (host, take) => systemLookup(host, { all: true }, take),
};

/** True for an address of the public internet (RFC 6890); an IPv4 address within an IPv6 one counts as itself. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  // Of IPv6, only 2000::/3 is given out for the public (RFC 4291): ::7f00:1, the loopback of old, is outside of it.
  if (ip instanceof ipaddr.IPv6 && !ip.match(ipaddr.IPv6.parse('2000::'), 3)) return false;
  return ip.range() === 'unicast';
}

/** Where a host leads is not for the public: thrown into the connection, and told from other errors by its name. */
export const notPublic = 'NotPublicError';

const refusal = (): Error => Object.assign(new Error('The address is not on the public web.'), { name: notPublic });

/**
 * A literal address never reaches the lookup, and a lookup may answer otherwise the next time: so the literal, every answer of
 * the one lookup whose addresses are used, and the socket's other end are checked (findings: a lookup alone lets 12 of 14 pass).
 */
export function agentFor(reach: Reach, connectMs: number): Agent {
  const lookup: LookupFunction = (host, { all }, take) =>
    reach.lookup(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) take(error, []);
      else if (!first || !addresses.every(({ address }) => reach.mayReach(address))) take(refusal(), []);
      else if (all) take(null, [...addresses]);
      else take(null, first.address, first.family);
    });
  const connectTo = buildConnector({ timeout: connectMs, allowH2: false, lookup, keepAlive: false });
  return new Agent({
    connect(options, take) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) && !reach.mayReach(host)) {
        take(refusal(), null);
        return;
      }
      connectTo(options, (...[error, socket]) => {
        if (error) take(error, null);
        else if (isReached(socket, reach)) take(null, socket);
        else {
          socket.destroy();
          take(refusal(), null);
        }
      });
    },
  });
}

const isReached = ({ remoteAddress }: Socket, reach: Reach): boolean =>
  remoteAddress !== undefined && reach.mayReach(remoteAddress);
