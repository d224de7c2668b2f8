/** Which connection a server belongs to (docs, events/gateway#sharding). */
import type { JsonObject } from './discord-json.ts';

/** Which of how many. */
export type Shard = readonly [id: number, count: number];

/** As a bot states it when it identifies; one that doesn't has a single shard. */
export function shardIn(given: unknown): Shard {
  const [id, count] = Array.isArray(given) ? given : [0, 1];
  return Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count ? [id, count] : [0, 1];
}

/** Where a server's events go. */
const shardOf = (serverId: string, count: number): number => Number((BigInt(serverId) >> 22n) % BigInt(count));

/** What belongs to no server goes to the first. */
export const isOnShard = ([id, count]: Shard, { guild_id: guildId }: JsonObject): boolean =>
  (typeof guildId === 'string' ? shardOf(guildId, count) : 0) === id;

/** Of so many servers that exist in name only, those of one shard: ids a second apart, from 2020 on. */
export function crowdOn([id, count]: Shard, servers: number): string[] {
  const ids: string[] = [];
  for (let index = 0; index < servers; index++) {
    const serverId = String(BigInt(157_766_400_000 + index * 1_000 + (index % 997)) << 22n);
    if (shardOf(serverId, count) === id) ids.push(serverId);
  }
  return ids;
}
