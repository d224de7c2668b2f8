/**
 * Attempts to connect that come to nothing: no network, no name, nobody there. The library dials twice a second, is silent of
 * some failures and tells of others each time, and after some it throws a session away that can still be resumed.
 */

import type { WebSocketOptions } from 'discord.js';
import type { LogLine } from '../model.ts';
import type { Clock } from './clock.ts';
import { failureOf } from './respond.ts';

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** The library's own names of these events are hidden behind others of discord.js. */
interface Events {
  on(event: 'hello', tell: (of: { readonly shardId: number }) => void): unknown;
  on(event: 'error', tell: (of: { readonly shardId: number; readonly error: Error }) => void): unknown;
  on(event: 'closed', tell: (of: { readonly shardId: number; readonly code: number }) => void): unknown;
}

export interface Dials {
  /** Before the library itself listens. */
  follow(manager: Manager): void;
  /** Whether the shard's last attempt to connect came to nothing. */
  hasFailed(shard: number): boolean;
  /** Whether Discord has greeted the shard on the connection that it has. */
  isOpen(shard: number): boolean;
}

/** Told of by the dials of one client after the other. */
export interface Outage {
  failed(shard: number, why: string): void;
  reached(shard: number): void;
  /** The shards of before are no more. */
  forget(): void;
}

/** Of a connection that was not closed by the other side's word: also of one that never was (RFC 6455, 7.1.5). */
const abnormalClosure = 1006;
/** The library keeps these errors to itself (KnownNetworkErrorCodes). */
const unsaid = 'the connection is refused, reset or not answered, or there is no name server';

export function createDials(outage: Outage): Dials {
  const open = new Set<number>();
  /** Attempts in a row that came to nothing. */
  const failures = new Map<number, number>();
  const errors = new Map<number, string>();
  return {
    follow: (manager) => {
      const { options } = manager;
      const events = manager as unknown as Events;
      const { retrieveSessionInfo, updateSessionInfo } = options;
      options.updateSessionInfo = (shard, session) =>
        session === null && failures.has(shard) ? undefined : updateSessionInfo(shard, session);
      options.retrieveSessionInfo = async (shard) => {
        const session = await retrieveSessionInfo(shard);
        if (!session || (failures.get(shard) ?? 0) % 2 === 0) return session;
        // The address for resuming may be the one that is gone: every other attempt goes by the common one.
        const { resumeURL: _, ...other } = session;
        return other as typeof session;
      };
      events.on('hello', ({ shardId }) => {
        open.add(shardId);
        failures.delete(shardId);
        errors.delete(shardId);
        outage.reached(shardId);
      });
      events.on('error', ({ error, shardId }) => {
        if (!open.has(shardId)) errors.set(shardId, failureOf(error));
      });
      events.on('closed', ({ code, shardId }) => {
        const isFailure = !open.delete(shardId) && code === abnormalClosure;
        if (!isFailure) return void failures.delete(shardId);
        failures.set(shardId, (failures.get(shardId) ?? 0) + 1);
        outage.failed(shardId, errors.get(shardId) ?? unsaid);
      });
    },
    hasFailed: (shard) => failures.has(shard),
    isOpen: (shard) => open.has(shard),
  };
}

/** Tells of an outage once when it begins, and once when it is over. */
export function createOutage(clock: Clock, log: LogLine): Outage {
  const away = new Set<number>();
  let since: number | null = null;
  return {
    failed: (shard, why) => {
      away.add(shard);
      if (since !== null) return;
      since = clock.elapsed();
      log(
        `Discord's gateway can't be reached: ${why}. The bot goes on trying, and says when it is there again.`,
        'warn',
      );
    },
    reached: (shard) => {
      away.delete(shard);
      if (since === null || away.size > 0) return;
      log(`Discord's gateway is there again, after ${Math.ceil((clock.elapsed() - since) / 1000)} s.`);
      since = null;
    },
    forget: () => away.clear(),
  };
}
