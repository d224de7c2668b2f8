/** The webhook routes of an interaction's token: follow-ups, and reading, editing and deleting what it made. */
import { IncomingWebhookRequestPartialSchema, IncomingWebhookUpdateRequestPartialSchema } from 'discord-api-spec/zod';
import type { JsonObject } from './discord-json.ts';
import type { Interaction } from './interactions.ts';
import { flag } from './limits.ts';
import { messageRefusal } from './message-check.ts';
import type { StoredMessage } from './messages.ts';
import { editMessage, postMessage } from './posting.ts';
import { type Reply, unknownMessage } from './refusal.ts';
import type { RoomState, UploadedFile } from './state.ts';

export interface Sent {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** The first follow-up of a deferred reply edits it, and keeps its ephemerality. */
export function followUp(state: RoomState, interaction: Interaction, sent: Sent): Reply {
  const loading = interaction.isLoading ? state.messages.get(interaction.original ?? '') : undefined;
  const schema = IncomingWebhookRequestPartialSchema;
  const existing = loading ? { existing: loading } : {};
  const check = { schema, path: [], files: sent.files, bytesMax: interaction.place.attachmentBytesMax, ...existing };
  const refused = messageRefusal(sent.body ?? {}, check);
  if (refused) return refused;
  const posting = { body: (sent.body ?? {}) as JsonObject, files: sent.files };
  const message = loading ? editMessage(state, loading, posting) : postMessage(state, interaction, posting);
  interaction.isLoading = false;
  interaction.settle({ kind: 'replied', message: message.id });
  return { status: 200, body: message };
}

export function readMessage(state: RoomState, interaction: Interaction, id: string): Reply {
  const message = reachable(state, interaction, id);
  return message ? { status: 200, body: message.raw } : unknownMessage;
}

export function changeMessage(state: RoomState, interaction: Interaction, id: string, sent: Sent): Reply {
  const existing = reachable(state, interaction, id);
  if (!existing) return unknownMessage;
  const schema = IncomingWebhookUpdateRequestPartialSchema;
  const check = { schema, path: [], files: sent.files, bytesMax: interaction.place.attachmentBytesMax, existing };
  const refused = messageRefusal(sent.body ?? {}, check);
  if (refused) return refused;
  const message = editMessage(state, existing, { body: (sent.body ?? {}) as JsonObject, files: sent.files });
  const wasLoading = (existing.raw.flags & flag.loading) !== 0;
  if (message.id === interaction.original) interaction.isLoading = false;
  interaction.settle({ kind: wasLoading ? 'replied' : 'updated', message: message.id });
  return { status: 200, body: message };
}

export function deleteMessage(state: RoomState, interaction: Interaction, id: string): Reply {
  const existing = reachable(state, interaction, id);
  if (!existing) return unknownMessage;
  const { id: removed } = existing.raw;
  state.messages.remove(removed);
  if (removed === interaction.original) interaction.isLoading = false;
  interaction.settle({ kind: 'removed', message: removed });
  return { status: 204 };
}

/** `@original`, or a message that the token made or stands on. */
function reachable(state: RoomState, interaction: Interaction, id: string): StoredMessage | undefined {
  const { made, original, source } = interaction;
  const meant = id === '@original' ? original : id;
  const isOwn = meant !== null && (meant === original || meant === source || made.has(meant));
  return isOwn ? state.messages.get(meant) : undefined;
}
