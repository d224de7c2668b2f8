/** The messages of the room's channels, and who can see each. */
import type { JsonObject, RawMessage } from './discord-json.ts';
import { keptMessagesMax } from './limits.ts';

export interface StoredMessage {
  readonly raw: RawMessage;
  /** Of an ephemeral message, the only user who sees it. */
  readonly seenBy: string | null;
  /** All its files: those that its components show are not in `raw.attachments` (discord/discord-api-docs#8277). */
  readonly files: readonly JsonObject[];
}

export interface Messages {
  add(message: StoredMessage): void;
  get(id: string): StoredMessage | undefined;
  replace(raw: RawMessage, files: readonly JsonObject[]): void;
  remove(id: string): boolean;
  /** Oldest first. */
  visibleTo(userId: string, channelId: string): readonly RawMessage[];
}

export interface MessagesOptions {
  /** Called after each change. */
  readonly onChange: () => void;
  /** The message with links to files that work; itself, where they do. */
  readonly fresh: (raw: RawMessage) => RawMessage;
}

/** Keeps the newest messages only, so that a room may run for days. */
export function createMessages({ fresh, onChange }: MessagesOptions): Messages {
  const stored = new Map<string, StoredMessage>();
  const current = (id: string): StoredMessage | undefined => {
    const message = stored.get(id);
    if (!message) return undefined;
    const raw = fresh(message.raw);
    if (raw === message.raw) return message;
    const renewed = { ...message, raw };
    stored.set(id, renewed);
    return renewed;
  };
  return {
    add: (message) => {
      stored.set(message.raw.id, message);
      const oldest = stored.keys().next().value;
      if (stored.size > keptMessagesMax && oldest !== undefined) stored.delete(oldest);
      onChange();
    },
    get: current,
    replace: (raw, files) => {
      const existing = stored.get(raw.id);
      if (!existing) throw new Error(`Message ${raw.id} is not in the channel and can't be replaced`);
      stored.set(raw.id, { ...existing, raw, files });
      onChange();
    },
    remove: (id) => {
      const wasThere = stored.delete(id);
      if (wasThere) onChange();
      return wasThere;
    },
    visibleTo: (userId, channelId) =>
      [...stored.keys()]
        .flatMap((id) => current(id) ?? [])
        .filter(({ seenBy }) => seenBy === null || seenBy === userId)
        .map(({ raw }) => raw)
        .filter((raw) => raw.channel_id === channelId),
  };
}
