/** A message that a bot sends or edits, against Discord's schema and rules; null when Discord would take it. */
import type { Schema } from 'discord-api-spec/zod';
import { attachmentErrors, filesAfter, mediaErrors } from './attachment-check.ts';
import { componentErrors, exceedsDisplayedBytes } from './component-check.ts';
import { isObject, type JsonObject, listOf, type RawMessage, textOr } from './discord-json.ts';
import { attachmentsMax, embedCharsMax, flag } from './limits.ts';
import type { StoredMessage } from './messages.ts';
import {
  emptyMessage,
  entityTooLarge,
  type FieldError,
  invalidForm,
  type Path,
  type Reply,
  serverError,
  tooManyAttachments,
} from './refusal.ts';
import { schemaErrors } from './schema-check.ts';
import type { UploadedFile } from './state.ts';

export interface MessageCheck {
  readonly schema: Schema;
  /** Where the message stands in the body: `['data']` in a callback. */
  readonly path: Path;
  readonly files: readonly UploadedFile[];
  /** Of one file. */
  readonly bytesMax: number;
  /** The message that is edited. */
  readonly existing?: StoredMessage;
}

export function messageRefusal(body: unknown, check: MessageCheck): Reply | null {
  const { bytesMax, existing, files, path, schema } = check;
  const own = existing?.files ?? [];
  if (files.some(({ bytes }) => bytes.length > bytesMax)) return entityTooLarge;
  const faults = schemaErrors(schema, body, path);
  if (faults.length > 0 || !isObject(body)) return invalidForm(faults);
  const isV2 = isComponentsV2(body, existing?.raw);
  const rules = [
    ...attachmentErrors(body, files, own, path),
    ...mediaErrors(body, files, own, path),
    ...legacyFieldErrors(body, isV2, check),
    ...componentErrors(body['components'], isV2, [...path, 'components']),
    ...mentionErrors(body, path),
    ...embedErrors(body, path),
  ];
  if (rules.length > 0) return invalidForm(rules);
  const after = filesAfter(body, files, own);
  const count = after.kept.length + after.added.length;
  if (count > attachmentsMax) return tooManyAttachments;
  if (count === 0 && isEmpty(body, existing?.raw)) return emptyMessage;
  return isV2 && exceedsDisplayedBytes(body['components']) ? serverError : null;
}

/**
 * The flag can't be taken off a message (docs, components/reference), and an edit that does not name any flags goes
 * by the message's own. One that names flags without it is read as an edit of the old kind.
 */
function isComponentsV2(body: JsonObject, existing?: RawMessage): boolean {
  const flags = typeof body['flags'] === 'number' ? body['flags'] : (existing?.flags ?? 0);
  return (flags & flag.componentsV2) !== 0;
}

/** With the flag there is no content, embed, poll or sticker; what the message had must be set to null. */
function legacyFieldErrors(body: JsonObject, isV2: boolean, { path, existing }: MessageCheck): FieldError[] {
  if (!isV2) return [];
  const kept = (name: 'content' | 'embeds') => (name in body ? body[name] : existing?.raw[name] || null);
  const used = {
    content: kept('content') !== null && kept('content') !== undefined,
    embeds: listOf(kept('embeds')).length > 0,
    poll: isObject(body['poll']),
    sticker_ids: Array.isArray(body['sticker_ids']) && body['sticker_ids'].length > 0,
  };
  return Object.entries(used)
    .filter(([, isUsed]) => isUsed)
    .map(([name]) => ({
      path: [...path, name],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function mentionErrors(body: JsonObject, path: Path): FieldError[] {
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : {};
  const parse = Array.isArray(allowed['parse']) ? allowed['parse'] : [];
  return ['users', 'roles']
    .filter((kind) => parse.includes(kind) && Array.isArray(allowed[kind]) && allowed[kind].length > 0)
    .map((kind) => ({
      path: [...path, 'allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

function embedErrors(body: JsonObject, path: Path): FieldError[] {
  const embeds = listOf(body['embeds']);
  const chars = embeds.reduce((sum, embed) => sum + embedChars(embed), 0);
  if (chars <= embedCharsMax) return [];
  const message = `Embed size exceeds maximum size of ${embedCharsMax}`;
  return [{ path: [...path, 'embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function embedChars(embed: JsonObject): number {
  const length = (value: unknown) => textOr(value, '').length;
  const part = (name: string, key: string) => (isObject(embed[name]) ? length(embed[name][key]) : 0);
  const fields = listOf(embed['fields']).reduce(
    (sum, field) => sum + length(field['name']) + length(field['value']),
    0,
  );
  return (
    length(embed['title']) + length(embed['description']) + part('footer', 'text') + part('author', 'name') + fields
  );
}

/** Nothing at all to show but files; an edit counts what the message keeps. */
function isEmpty(body: JsonObject, existing: RawMessage | undefined): boolean {
  const effective: JsonObject = { ...existing, ...body };
  const hasList = (name: string) => listOf(effective[name]).length > 0;
  const hasText = textOr(effective['content'], '').trim() !== '';
  return !hasText && !hasList('embeds') && !hasList('components') && !effective['poll'];
}
