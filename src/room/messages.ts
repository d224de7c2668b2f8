/** The messages of the room's channel, and who can see each. */
import type { RawMessage } from './discord-json.ts';
import { keptMessagesMax } from './limits.ts';

export interface StoredMessage {
  readonly raw: RawMessage;
  /** Of an ephemeral message, the only user who sees it. */
  readonly seenBy: string | null;
}

export interface Messages {
  add(raw: RawMessage, seenBy: string | null): void;
  get(id: string): StoredMessage | undefined;
  replace(raw: RawMessage): void;
  remove(id: string): boolean;
  /** Oldest first. */
  visibleTo(userId: string): readonly RawMessage[];
}

/** Keeps the newest messages only, so that a room may run for days. `onChange` is called after each change. */
export function createMessages(onChange: () => void): Messages {
  const stored = new Map<string, StoredMessage>();
  return {
    add: (raw, seenBy) => {
      stored.set(raw.id, { raw, seenBy });
      const oldest = stored.keys().next().value;
      if (stored.size > keptMessagesMax && oldest !== undefined) stored.delete(oldest);
      onChange();
    },
    get: (id) => stored.get(id),
    replace: (raw) => {
      const existing = stored.get(raw.id);
      if (!existing) throw new Error(`Message ${raw.id} is not in the channel and can't be replaced`);
      stored.set(raw.id, { ...existing, raw });
      onChange();
    },
    remove: (id) => {
      const wasThere = stored.delete(id);
      if (wasThere) onChange();
      return wasThere;
    },
    visibleTo: (userId) =>
      [...stored.values()].filter(({ seenBy }) => seenBy === null || seenBy === userId).map(({ raw }) => raw),
  };
}
