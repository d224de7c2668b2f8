/**
 * How often the bot may introduce itself to Discord. Whoever identifies more than 1,000 times a day gets a new token and an
 * offline bot (docs, events/gateway#session-start-limit-object), and a storm of ended sessions gets there in 83 minutes.
 */
import type { Clock } from './clock.ts';
import { limitOf } from './refusals.ts';

const windowMs = 10 * 60_000;
/** Identifies of one shard within the window. */
export const identifiesMax = 5;
/** Share of Discord's own daily count that is left untouched, for whoever mends what is broken. */
const reserve = 0.1;
/** Where Discord doesn't say when its count begins anew. */
const resetMs = 60 * 60_000;
/** Where Discord doesn't even say its count: pauses before it is asked again, doubled up to the most. */
const askAgain = { firstMs: 1_000, mostMs: 60_000 };

/** Discord's own count, from `GET /gateway/bot`. */
export interface SessionStarts {
  readonly total: number;
  readonly remaining: number;
  /** Milliseconds until the count begins anew. */
  readonly resetAfterMs: number;
}

export interface IdentifyBudgetOptions {
  readonly clock: Clock;
  readonly starts: () => Promise<SessionStarts>;
  /** Told once for each wait: a sentence for the host. */
  readonly alert: (sentence: string) => void;
}

export interface IdentifyBudget {
  /**
   * Waits until a shard may identify, counts it, and waits for its turn; Discord counts it only then. Rejects when the signal
   * is aborted.
   */
  take(shard: number, signal: AbortSignal, turn?: () => Promise<void>): Promise<void>;
  /** Identifies of the last ten minutes. */
  recent(): number;
  /** Whether a shard waits here: then it is no wonder that it isn't connected. */
  isWaiting(): boolean;
}

export function createIdentifyBudget({ alert, clock, starts }: IdentifyBudgetOptions): IdentifyBudget {
  const taken = new Map<number, number[]>();
  let waiting = 0;
  /** Allowed, and not yet counted by Discord. */
  let underWay = 0;
  const recentOf = (shard: number): number[] => {
    const now = clock.elapsed();
    const recent = (taken.get(shard) ?? []).filter((at) => at > now - windowMs);
    taken.set(shard, recent);
    return recent;
  };
  const untilDiscordAllows = async (signal: AbortSignal): Promise<void> => {
    for (let pause = askAgain.firstMs; ; pause = Math.min(pause * 2, askAgain.mostMs)) {
      let limit = 0;
      const told = await starts().catch((error: unknown) => {
        limit = limitOf(error);
        return null;
      });
      if (!told) {
        if (limit > askAgain.mostMs)
          alert(
            `Discord asks to wait for ${minutes(limit)} before it tells how many starts are left; the bot waits with the next until then.`,
          );
        // A shard whose turn is refused would identify all the same, without being counted (WebSocketShard.identify).
        await clock.wait(Math.max(limit, pause), signal);
        continue;
      }
      const { remaining, resetAfterMs, total } = told;
      if (remaining - underWay > total * reserve) {
        underWay++;
        return;
      }
      const ms = resetAfterMs > 0 ? resetAfterMs : resetMs;
      alert(
        `Discord allows ${remaining} more starts today of ${total}; the bot waits for ${minutes(ms)} and keeps the rest for you. Find out why it starts so often.`,
      );
      await clock.wait(ms, signal);
    }
  };
  const untilFewEnough = async (shard: number, signal: AbortSignal): Promise<void> => {
    for (let recent = recentOf(shard); recent.length >= identifiesMax; recent = recentOf(shard)) {
      const ms = recent[0]! + windowMs - clock.elapsed();
      alert(
        `Discord has ended the session of shard ${shard} ${recent.length} times within ten minutes; the bot waits for ${minutes(ms)} before it starts another.`,
      );
      await clock.wait(ms, signal);
    }
  };
  return {
    take: async (shard, signal, turn = async () => {}) => {
      waiting++;
      try {
        await untilFewEnough(shard, signal);
        await untilDiscordAllows(signal);
      } finally {
        waiting--;
      }
      recentOf(shard).push(clock.elapsed());
      await turn().finally(() => {
        underWay--;
      });
    },
    recent: () => [...taken.keys()].reduce((sum, shard) => sum + recentOf(shard).length, 0),
    isWaiting: () => waiting > 0,
  };
}

const minutes = (ms: number): string => {
  const count = Math.max(1, Math.ceil(ms / 60_000));
  return count === 1 ? 'a minute' : `${count} minutes`;
};
