/** `POST /interactions/:id/:token/callback`: the bot's first response, once and in time. */
import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
} from 'discord-api-spec/zod';
import { isObject, type JsonObject, listOf, type RawMessage } from './discord-json.ts';
import { type Interaction, interactionType } from './interactions.ts';
import { choiceCharsMax, flag } from './limits.ts';
import { messageRefusal } from './message-check.ts';
import { modalErrors } from './modal-check.ts';
import { editMessage, postMessage } from './posting.ts';
import {
  alreadyAcknowledged,
  badLength,
  type FieldError,
  invalidForm,
  notAmong,
  type Reply,
  required,
  unknownInteraction,
  unknownMessage,
} from './refusal.ts';
import { schemaErrors } from './schema-check.ts';
import type { RoomState, UploadedFile } from './state.ts';

/** docs, interactions/receiving-and-responding#interaction-response-object-interaction-callback-type. */
const callbackType = { reply: 4, deferReply: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

export interface CallbackRequest {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly withResponse: boolean;
}

export function respond(state: RoomState, interaction: Interaction | undefined, request: CallbackRequest): Reply {
  if (!interaction || interaction.answer === 'late') return unknownInteraction;
  if (interaction.answer === 'given') return alreadyAcknowledged;
  const { body } = request;
  if (!isObject(body)) return invalidForm([required(['type'])]);
  const allowed = allowedTypes(interaction);
  if (body['type'] === undefined) return invalidForm([required(['type'])]);
  if (!allowed.includes(body['type'] as number)) return invalidForm([notAmong(['type'], allowed)]);
  const answered = answer(state, interaction, body, request.files);
  if (!isAnswered(answered)) return answered;
  interaction.answer = 'given';
  return request.withResponse
    ? { status: 200, body: callbackResponse(interaction, body['type'] as number, answered.message) }
    : { status: 204 };
}

interface Answered {
  readonly message?: RawMessage;
  readonly isAnswered: true;
}

const isAnswered = (result: Reply | Answered): result is Answered => 'isAnswered' in result;

/** A modal can't answer a modal; only what stands on a message can update one. */
function allowedTypes({ type, source }: Interaction): number[] {
  const { reply, deferReply, deferUpdate, update, choices, modal } = callbackType;
  if (type === interactionType.autocomplete) return [choices];
  const updates = source === undefined ? [] : [deferUpdate, update];
  return [reply, deferReply, ...updates, ...(type === interactionType.modalSubmit ? [] : [modal])];
}

function answer(
  state: RoomState,
  interaction: Interaction,
  body: JsonObject,
  files: readonly UploadedFile[],
): Reply | Answered {
  switch (body['type']) {
    case callbackType.reply:
      return reply(state, interaction, body['data'], files);
    case callbackType.deferReply:
      return deferReply(state, interaction, body['data']);
    case callbackType.deferUpdate:
      interaction.original = interaction.source ?? null;
      interaction.settleAfter(state.timing.quietMs, { kind: 'acknowledged' });
      return { isAnswered: true };
    case callbackType.update:
      return update(state, interaction, body['data'], files);
    case callbackType.choices:
      return suggest(interaction, body['data']);
    default:
      return showModal(interaction, body['data']);
  }
}

function reply(
  state: RoomState,
  interaction: Interaction,
  data: unknown,
  files: readonly UploadedFile[],
): Reply | Answered {
  const schema = IncomingWebhookInteractionRequestSchema;
  const refused = messageRefusal(data ?? {}, {
    schema,
    path: ['data'],
    files,
    bytesMax: interaction.place.attachmentBytesMax,
  });
  if (refused) return refused;
  const message = postMessage(state, interaction, { body: data as JsonObject, files });
  interaction.original = message.id;
  interaction.settle({ kind: 'replied', message: message.id });
  return { isAnswered: true, message };
}

/** A deferral says nothing yet: of all flags only EPHEMERAL is allowed on it. */
function deferReply(state: RoomState, interaction: Interaction, data: unknown): Reply | Answered {
  const faults =
    data === undefined || data === null ? [] : schemaErrors(IncomingWebhookInteractionRequestSchema, data, ['data']);
  if (faults.length > 0) return invalidForm(faults);
  const flags = isObject(data) && typeof data['flags'] === 'number' ? data['flags'] : 0;
  if ((flags & ~flag.ephemeral) !== 0) return invalidForm([notAmong(['data', 'flags'], [0, flag.ephemeral])]);
  const message = postMessage(state, interaction, { body: { flags }, files: [], isLoading: true });
  interaction.original = message.id;
  interaction.isLoading = true;
  const { deferredMs } = state.timing;
  const reason = `The application is still thinking: it deferred its reply and sent nothing for ${deferredMs} ms`;
  interaction.settleAfter(deferredMs, { kind: 'failed', reason });
  return { isAnswered: true, message };
}

function update(
  state: RoomState,
  interaction: Interaction,
  data: unknown,
  files: readonly UploadedFile[],
): Reply | Answered {
  const stored = state.messages.get(interaction.source ?? '');
  if (!stored) return unknownMessage;
  const schema = IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema;
  const check = { schema, path: ['data'], files, bytesMax: interaction.place.attachmentBytesMax, existing: stored };
  const refused = messageRefusal(data ?? {}, check);
  if (refused) return refused;
  const message = editMessage(state, stored, { body: (data ?? {}) as JsonObject, files });
  interaction.original = message.id;
  interaction.settle({ kind: 'updated', message: message.id });
  return { isAnswered: true, message };
}

const choiceSchemas: Readonly<
  Record<number, typeof InteractionApplicationCommandAutocompleteCallbackStringDataSchema>
> = {
  3: InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  4: InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  10: InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
};

function suggest(interaction: Interaction, data: unknown): Reply | Answered {
  const schema =
    choiceSchemas[interaction.focusedType ?? 3] ?? InteractionApplicationCommandAutocompleteCallbackStringDataSchema;
  const choices = listOf(isObject(data) ? data['choices'] : []);
  const faults = [...schemaErrors(schema, data, ['data']), ...choices.flatMap(choiceErrors)];
  if (faults.length > 0) return invalidForm(faults);
  const given = choices as unknown as readonly { readonly name: string; readonly value: string | number }[];
  interaction.settle({ kind: 'choices', choices: given.map(({ name, value }) => ({ name, value })) });
  return { isAnswered: true };
}

/** The schema allows values of 6,000 characters and blank names; Discord does not. */
function choiceErrors({ name, value }: JsonObject, index: number): FieldError[] {
  const blank = (part: unknown) => typeof part === 'string' && part.trim() === '' && part !== '';
  const errors: FieldError[] = [];
  if (blank(name)) errors.push(badLength(['data', 'choices', index, 'name'], 1, choiceCharsMax));
  if (typeof value === 'string' && (value.trim() === '' || value.length > choiceCharsMax)) {
    errors.push(badLength(['data', 'choices', index, 'value'], 1, choiceCharsMax));
  }
  return errors;
}

function showModal(interaction: Interaction, data: unknown): Reply | Answered {
  const faults = modalErrors(data, ['data']);
  if (faults.length > 0 || !isObject(data)) return invalidForm(faults);
  interaction.settle({ kind: 'modal', data });
  return { isAnswered: true };
}

/** docs, interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object. */
function callbackResponse(interaction: Interaction, type: number, message: RawMessage | undefined): JsonObject {
  const made = message && {
    response_message_id: message.id,
    response_message_loading: (message.flags & flag.loading) !== 0,
    response_message_ephemeral: (message.flags & flag.ephemeral) !== 0,
  };
  const carries = type === callbackType.reply || type === callbackType.update;
  return {
    interaction: { id: interaction.id, type: interaction.type, ...made },
    ...(carries && message ? { resource: { type, message } } : {}),
  };
}
