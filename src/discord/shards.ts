/**
 * What state each connection to Discord is in, by its own events: the library's `isReady()` stays true on a bot that has
 * been cut off for good.
 */
import { type Client, Events } from 'discord.js';
import type { Clock } from './clock.ts';
import type { Dials } from './dials.ts';

export type ShardState = 'connecting' | 'ready' | 'closed';

export interface ShardReport {
  readonly id: number;
  readonly state: ShardState;
  /** Round trip of the last heartbeat in milliseconds; null before the first. */
  readonly latencyMs: number | null;
}

export interface Shards {
  report(): readonly ShardReport[];
  /** A shard is resuming, or has just resumed: what is delivered may be old. */
  isReplaying(): boolean;
  /** For how long no shard has been ready, in milliseconds; 0 while one is. */
  downMs(): number;
  /** For how long the one that has been away longest is; 0 while all are ready. */
  longestAwayMs(): number;
  /** The longest that a shard that is ready has gone without an acknowledged heartbeat, in milliseconds. */
  beatlessMs(): number;
  /** Connections that came about and were lost within the last minute, of the shard that has most. */
  recentReconnects(): number;
  /** Discord has closed one in such a way that the library doesn't connect it again. */
  isCutOff(): boolean;
  /** All are closed from here on, whatever is still heard of them. */
  giveUp(): void;
}

const minuteMs = 60_000;
/** Discord delivers what was missed before it says "resumed"; what we handle may come a moment later. */
const replayMs = 2_000;

export function watchShards(client: Client, clock: Clock, dials: Dials): Shards {
  const states = new Map<number, { state: ShardState; since: number }>();
  const replayingUntil = new Map<number, number>();
  const reconnects = new Map<number, number[]>();
  /** By shard: the last heartbeat that is known, and when it was first seen. The library's heart beats by the system's time. */
  const beats = new Map<number, { readonly beat: number; readonly seen: number }>();
  const beatlessOf = (id: number): number => {
    const beat = client.ws.shards.get(id)?.lastPingTimestamp ?? -1;
    const known = beats.get(id);
    if (known?.beat !== beat) beats.set(id, { beat, seen: performance.now() });
    return known?.beat === beat ? performance.now() - known.seen : 0;
  };
  const recentOf = (id: number) => (reconnects.get(id) ?? []).filter((at) => at > clock.elapsed() - minuteMs);
  let lastReady = clock.elapsed();
  let isGivenUp = false;
  const set = (id: number, state: ShardState) => {
    if (isGivenUp) return;
    if ([...states.values()].some((one) => one.state === 'ready')) lastReady = clock.elapsed();
    beats.delete(id);
    if (states.get(id)?.state !== state) states.set(id, { state, since: clock.elapsed() });
  };
  client.on(Events.ShardReady, (id) => {
    replayingUntil.delete(id);
    set(id, 'ready');
  });
  client.on(Events.ShardResume, (id) => {
    replayingUntil.set(id, clock.elapsed() + replayMs);
    set(id, 'ready');
  });
  client.on(Events.ShardReconnecting, (id) => {
    replayingUntil.set(id, Number.POSITIVE_INFINITY);
    if (!dials.hasFailed(id)) reconnects.set(id, [...recentOf(id), clock.elapsed()]);
    set(id, 'connecting');
  });
  client.on(Events.ShardDisconnect, (_, id) => set(id, 'closed'));
  return {
    report: () =>
      [...states].map(([id, { state }]) => {
        const ping = client.ws.shards.get(id)?.ping ?? -1;
        return { id, state, latencyMs: ping >= 0 ? ping : null };
      }),
    isReplaying: () => [...replayingUntil.values()].some((until) => until > clock.elapsed()),
    downMs: () => ([...states.values()].some(({ state }) => state === 'ready') ? 0 : clock.elapsed() - lastReady),
    longestAwayMs: () =>
      Math.max(0, ...[...states.values()].map(({ since, state }) => (state === 'ready' ? 0 : clock.elapsed() - since))),
    beatlessMs: () => Math.max(0, ...[...states].map(([id, { state }]) => (state === 'ready' ? beatlessOf(id) : 0))),
    recentReconnects: () => Math.max(0, ...[...reconnects.keys()].map((id) => recentOf(id).length)),
    isCutOff: () => [...states.values()].some(({ state }) => state === 'closed'),
    giveUp: () => {
      for (const id of states.keys()) set(id, 'closed');
      isGivenUp = true;
    },
  };
}
