/** Messages that a bot's interaction makes, changes and takes away. */
import { isObject, type JsonObject, listOf, type RawMessage, type RawUser, textOr } from './discord-json.ts';
import { type Interaction, interactionType } from './interactions.ts';
import { flag, keptFilesMax } from './limits.ts';
import { editedMessage, mentionsIn, storedComponents, storedEmbeds } from './message-shape.ts';
import { type RoomState, timestampOf, type UploadedFile, usersOf } from './state.ts';

/** docs, resources/message#message-object-message-types. */
const messageType = { reply: 19, chatInput: 20, contextMenu: 23 } as const;
const chatInputCommand = 1;
/** SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_COMPONENTS_V2. */
const settableFlags = (1 << 2) | flag.ephemeral | (1 << 12) | flag.componentsV2;

export interface Posting {
  readonly body: JsonObject;
  readonly files: readonly UploadedFile[];
  /** "Thinking…": the reply is deferred. */
  readonly isLoading?: boolean;
}

/** A new message: the interaction's reply, or (when it has one) a follow-up. */
export function postMessage(state: RoomState, interaction: Interaction, posting: Posting): RawMessage {
  const { body } = posting;
  const id = state.nextId();
  const asked = typeof body['flags'] === 'number' ? body['flags'] & settableFlags : 0;
  const raw: RawMessage = {
    id,
    channel_id: state.channelId,
    author: state.bot,
    content: textOr(body['content'], '').trim(),
    timestamp: timestampOf(state),
    edited_timestamp: null,
    flags: posting.isLoading ? asked | flag.loading : asked,
    components: storedComponents(body['components']),
    embeds: storedEmbeds(body['embeds']),
    attachments: storedAttachments(state, posting, id, []),
    ...mentionsIn(body, usersOf(state)),
    pinned: false,
    tts: body['tts'] === true,
    application_id: state.applicationId,
    webhook_id: state.applicationId,
    ...provenance(state, interaction),
  };
  state.messages.add(raw, asked & flag.ephemeral ? interaction.user.id : null);
  interaction.made.add(id);
  return raw;
}

/** Type, reference and metadata: what the message answers. */
function provenance(state: RoomState, interaction: Interaction): JsonObject & { readonly type: number } {
  const { command, metadata, original, source } = interaction;
  const answered = original ?? source;
  if (answered !== undefined) {
    const followed = original === null ? metadata : { ...metadata, original_response_message_id: original };
    const reference = { type: 0, channel_id: state.channelId, guild_id: state.guildId, message_id: answered };
    return { type: messageType.reply, message_reference: reference, interaction_metadata: followed };
  }
  const { id, type, user } = interaction;
  return {
    type: command && command.type !== chatInputCommand ? messageType.contextMenu : messageType.chatInput,
    interaction_metadata: metadata,
    ...(command && type === interactionType.command ? { interaction: { id, type, name: command.name, user } } : {}),
  };
}

/** Changes what `body` names; a deferred reply stops loading. */
export function editMessage(state: RoomState, existing: RawMessage, posting: Posting): RawMessage {
  const { body } = posting;
  const added = typeof body['flags'] === 'number' ? body['flags'] & flag.componentsV2 : 0;
  const relevant = { ...existing, ...body };
  const edited = {
    ...editedMessage(existing, body, mentionsIn(relevant, usersOf(state)), timestampOf(state)),
    attachments: storedAttachments(state, posting, existing.id, existing.attachments),
    flags: (existing.flags & ~flag.loading) | added,
  };
  state.messages.replace(edited);
  return edited;
}

/** Of the message's own attachments those that the body still lists, then the new files. */
function storedAttachments(
  state: RoomState,
  { body, files }: Posting,
  messageId: string,
  own: readonly JsonObject[],
): JsonObject[] {
  const listed = Array.isArray(body['attachments']) ? listOf(body['attachments']) : null;
  const kept = listed ? own.filter((one) => listed.some((entry) => String(entry['id']) === one['id'])) : own;
  const added = files.map((file, index) => {
    const entry = listed?.find((one) => String(one['id']) === String(index));
    const id = state.nextId();
    const name = textOr(isObject(entry) ? entry['filename'] : undefined, file.name);
    const path = `/attachments/${state.channelId}/${messageId}/${id}/${encodeURIComponent(name)}`;
    keepFile(state, id, file);
    const url = `${state.origin.http}${path}`;
    return { id, filename: name, size: file.bytes.length, content_type: file.type, url, proxy_url: url };
  });
  return [...kept, ...added];
}

function keepFile({ files }: RoomState, id: string, file: UploadedFile): void {
  files.set(id, file);
  const oldest = files.keys().next().value;
  if (files.size > keptFilesMax && oldest !== undefined) files.delete(oldest);
}

/** A message that a person writes. */
export function plainMessage(state: RoomState, author: RawUser, content: string): RawMessage {
  const raw: RawMessage = {
    id: state.nextId(),
    channel_id: state.channelId,
    type: 0,
    author,
    content,
    timestamp: timestampOf(state),
    edited_timestamp: null,
    flags: 0,
    components: [],
    embeds: [],
    attachments: [],
    ...mentionsIn({ content, allowed_mentions: { parse: ['users'] } }, usersOf(state)),
    pinned: false,
    tts: false,
  };
  state.messages.add(raw, null);
  return raw;
}
