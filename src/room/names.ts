/**
 * The room under names of its own, one for its REST side and one for its gateway, so that they can stop resolving. Nobody but
 * this process knows them: its look-ups of these names, and of no other, are answered here.
 */
import dns from 'node:dns';
import type { NameFault } from './faults.ts';

export interface Names {
  readonly hostOf: Readonly<Record<NameFault['side'], string>>;
  /** As `Faults` says of it. */
  lose(fault: NameFault): () => void;
  /** Nobody knows the names any more. */
  close(): void;
}

/** By name: what is answered, once. */
const known = new Map<string, (options: object, answer: Answer) => void>();
/** One of the forms of `lookup`, and the one that connections use. */
type Lookup = (host: string, options: object, answer: Answer) => void;
type Answer = (error: Error | null) => void;

let rooms = 0;

export function createNames(address: string): Names {
  const lookup = throughHere();
  // .test is nobody's: RFC 6761.
  const room = `room-${++rooms}.test`;
  const hostOf = { rest: room, gateway: `gateway.${room}` };
  let faults: { readonly fault: NameFault; left: number }[] = [];
  for (const side of ['rest', 'gateway'] as const) {
    known.set(hostOf[side], (options, answer) => {
      const found = faults.find(({ fault, left }) => left > 0 && fault.side === side);
      if (!found) return lookup(address, options, answer);
      found.left--;
      process.nextTick(answer, notFound(found.fault.code, hostOf[side]));
    });
  }
  return {
    hostOf,
    lose: (fault) => {
      const one = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      faults = [one, ...faults];
      return () => {
        faults = faults.filter((other) => other !== one);
      };
    },
    close: () => {
      for (const host of Object.values(hostOf)) known.delete(host);
    },
  };
}

/** As the system's own, which has no place in the code. */
function notFound(code: string, hostname: string): Error {
  const error = new Error(`getaddrinfo ${code} ${hostname}`);
  return Object.assign(error, { code, syscall: 'getaddrinfo', hostname, stack: String(error) });
}

let systems: Lookup | null = null;

/** Sees to it, once, that look-ups come by here; given the system's own. */
function throughHere(): Lookup {
  if (systems) return systems;
  const original = dns.lookup as unknown as Lookup;
  const lookup: Lookup = (host, options, answer) => {
    const ours = known.get(host);
    if (ours) ours(options, answer);
    else original(host, options, answer);
  };
  Object.defineProperties(lookup, Object.getOwnPropertyDescriptors(original));
  dns.lookup = lookup as unknown as typeof dns.lookup;
  systems = original;
  return original;
}
