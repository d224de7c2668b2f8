/** What Discord says of its gateway (`GET /gateway/bot`), as the library gets to see it. */

import type { WebSocketOptions } from 'discord.js';
import { ToldError } from './told-error.ts';

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/**
 * Another's answer, as of a network that wants a log-in first, would break the library anywhere. And where too few starts are
 * left it would refuse, again and again: that they are there is all that it is told, for the budget waits, and asks by force.
 */
export function readGatewayAnswer(manager: Manager): void {
  const fetch = manager.fetchGatewayInformation.bind(manager);
  manager.fetchGatewayInformation = async (isForced = false) => {
    const answer = await fetch(isForced).catch((error: unknown) => {
      if (error instanceof TypeError) throw new ToldError(notDiscord, { cause: error });
      throw error;
    });
    const { session_start_limit: limit, shards } = answer;
    if (isForced) return answer;
    return { ...answer, session_start_limit: { ...limit, remaining: Math.max(limit.remaining, shards) } };
  };
}

const notDiscord =
  'what answers in its place is not Discord; check DISCORD_API, and any proxy or log-in page of the network on the way';
