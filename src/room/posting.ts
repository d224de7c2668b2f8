/** Messages that a bot's interaction makes, changes and takes away. */
import { filesAfter, named } from './attachment-check.ts';
import type { CdnFolder } from './cdn.ts';
import { type JsonObject, type RawMessage, type RawUser, textOr } from './discord-json.ts';
import { type Interaction, interactionType } from './interactions.ts';
import { flag } from './limits.ts';
import { shownIn, withFiles } from './message-files.ts';
import { editedMessage, mentionsIn, storedComponents, storedEmbeds } from './message-shape.ts';
import type { StoredMessage } from './messages.ts';
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
  const seenBy = asked & flag.ephemeral ? interaction.user.id : null;
  const files = storedFiles(state, posting, folderOf(state, interaction.place.channelId, seenBy), []);
  const components = withFiles(storedComponents(body['components']), files);
  const raw: RawMessage = {
    id,
    channel_id: interaction.place.channelId,
    author: state.bot,
    content: textOr(body['content'], '').trim(),
    timestamp: timestampOf(state),
    edited_timestamp: null,
    flags: posting.isLoading ? asked | flag.loading : asked,
    components,
    embeds: storedEmbeds(body['embeds']),
    attachments: files.filter((file) => !shownIn(components, file)),
    ...mentionsIn(body, usersOf(state)),
    pinned: false,
    tts: body['tts'] === true,
    application_id: state.applicationId,
    webhook_id: state.applicationId,
    ...provenance(interaction),
  };
  state.messages.add({ raw, seenBy, files });
  interaction.made.add(id);
  return raw;
}

/** Type, reference and metadata: what the message answers. */
function provenance(interaction: Interaction): JsonObject & { readonly type: number } {
  const { command, metadata, original, place, source } = interaction;
  const answered = original ?? source;
  if (answered !== undefined) {
    const followed = original === null ? metadata : { ...metadata, original_response_message_id: original };
    const { channelId, guild } = place;
    const within = guild ? { guild_id: guild.id } : {};
    const reference = { type: 0, channel_id: channelId, ...within, message_id: answered };
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
export function editMessage(state: RoomState, existing: StoredMessage, posting: Posting): RawMessage {
  const { body } = posting;
  const { raw, seenBy } = existing;
  const added = typeof body['flags'] === 'number' ? body['flags'] & flag.componentsV2 : 0;
  const mentions = mentionsIn({ ...raw, ...body }, usersOf(state));
  const changed = editedMessage(raw, body, mentions, timestampOf(state));
  const files = storedFiles(state, posting, folderOf(state, raw.channel_id, seenBy), existing.files);
  const components = withFiles(changed.components, files);
  const edited = {
    ...changed,
    components,
    attachments: files.filter((file) => !shownIn(components, file)),
    flags: (raw.flags & ~flag.loading) | added,
  };
  state.messages.replace(edited, files);
  return edited;
}

/** Where the files of a message are kept: those of a private one with the application. */
const folderOf = ({ applicationId }: RoomState, channelId: string, seenBy: string | null): CdnFolder =>
  seenBy === null ? `/attachments/${channelId}` : `/ephemeral-attachments/${applicationId}`;

/** Of the message's own files those that the body keeps, then the new ones. */
function storedFiles(
  { cdn }: RoomState,
  { body, files }: Posting,
  folder: CdnFolder,
  own: readonly JsonObject[],
): readonly JsonObject[] {
  const { added, kept } = filesAfter(body, files, own);
  const made = added.map((one) => {
    const { more, name } = named(one);
    return { ...cdn.keep({ ...name, type: one.file.type, bytes: one.file.bytes }, folder), ...more };
  });
  return [...kept, ...made];
}

/** A message that a person writes. */
export function plainMessage(state: RoomState, author: RawUser, channelId: string, content: string): RawMessage {
  const raw: RawMessage = {
    id: state.nextId(),
    channel_id: channelId,
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
  state.messages.add({ raw, seenBy: null, files: [] });
  return raw;
}
