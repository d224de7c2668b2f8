/**
 * A message → the answer to an interaction, in Discord's own words. Sent as it is, so that the body which the gate has
 * seen is the body that goes out.
 */
import type { APIModalInteractionResponseCallbackData, BaseInteraction, Interaction } from 'discord.js';
import {
  DiscordAPIError,
  HTTPError,
  InteractionResponseType,
  MessageFlags,
  RateLimitError,
  REST,
  Routes,
} from 'discord.js';
import type { Reply, Suggestion } from './desk.ts';
import { alreadyAnsweredCode, suggestionCharsMax, suggestionsMax, unknownInteractionCode } from './limits.ts';
import { labelOf } from './shorten.ts';

/** How long Discord may take to accept an answer, and how often it is asked again: an answer is of use for three seconds. */
const answerMs = 2_000;
const retries = 1;

/** After a defer Discord waits for a quarter of an hour, and a file takes its time. */
const patientMs = 60_000;

/** What can be said to an interaction; each throws what Discord says of it. */
export interface Responder {
  /** After a defer it goes where "thinking…" stands, or the message that was pressed; as often as one likes. */
  send(interaction: BaseInteraction, reply: Reply): Promise<void>;
  /** "Thinking…" to one reader, or nothing at all on the message that was pressed: for what takes more than three seconds. */
  defer(interaction: BaseInteraction, manner: 'private' | 'update'): Promise<void>;
  /** One more message to one reader, once there has been an answer. */
  follow(interaction: BaseInteraction, reply: Omit<Reply, 'manner'>): Promise<void>;
  openModal(interaction: BaseInteraction, modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** At most 25 suggestions; a value that is too long would be refused with all the others, so it is left out. */
  suggest(interaction: BaseInteraction, suggestions: readonly Suggestion[]): Promise<void>;
  /** Takes away the message that was pressed: the one place where an answer needs two calls. */
  removeMessage(interaction: BaseInteraction): Promise<void>;
}

/** With a REST client of its own, which doesn't wait: neither for a slow Discord nor for a limit to pass; and one that does, after a defer. */
export function createResponder(restUrl: string | null): Responder {
  const api = restUrl === null ? {} : { api: restUrl };
  const rest = new REST({ ...api, timeout: answerMs, retries, rejectOnRateLimit: () => true });
  const patient = new REST({ ...api, timeout: patientMs });
  const deferred = new WeakMap<BaseInteraction, 'private' | 'update'>();
  // The token in the address is what authorises these.
  const answer = (interaction: BaseInteraction, body: { readonly type: number; readonly data?: object }) =>
    rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false });
  const follow: Responder['follow'] = async ({ applicationId, token }, reply) => {
    await patient.post(Routes.webhook(applicationId, token), {
      ...messageOf(reply, MessageFlags.Ephemeral),
      auth: false,
    });
  };
  return {
    send: async (interaction, reply) => {
      const { components, manner } = reply;
      const waiting = deferred.get(interaction);
      if (waiting === 'update' && manner === 'private') return follow(interaction, reply);
      if (waiting) {
        const route = Routes.webhookMessage(interaction.applicationId, interaction.token, '@original');
        await patient.patch(route, { ...messageOf(reply), auth: false });
        return;
      }
      const type =
        manner === 'update' ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
      const flags = MessageFlags.IsComponentsV2 | (manner === 'private' ? MessageFlags.Ephemeral : 0);
      await answer(interaction, { type, data: { flags, components, allowed_mentions: { parse: [] } } });
    },
    defer: async (interaction, manner) => {
      await answer(
        interaction,
        manner === 'update'
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              data: { flags: MessageFlags.Ephemeral },
            },
      );
      deferred.set(interaction, manner);
    },
    follow,
    openModal: async (interaction, data) => {
      await answer(interaction, { type: InteractionResponseType.Modal, data });
    },
    suggest: async (interaction, suggestions) => {
      const fitting = suggestions.filter(({ value }) => value.length > 0 && value.length <= suggestionCharsMax);
      const choices = [...new Map(fitting.map((one) => [one.value, one])).values()]
        .slice(0, suggestionsMax)
        .map(({ label, value }) => ({ name: labelOf(label, suggestionCharsMax), value }));
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      await answer(interaction, { type, data: { choices } });
    },
    removeMessage: async (interaction) => {
      await answer(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
      const route = Routes.webhookMessage(interaction.applicationId, interaction.token, '@original');
      await rest.delete(route, { auth: false });
    },
  };
}

/** A message after a defer, with its files; one that stood there before loses its own. */
const messageOf = ({ components, files = [] }: Omit<Reply, 'manner'>, flags = 0) => ({
  body: {
    flags: MessageFlags.IsComponentsV2 | flags,
    components,
    attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })),
    allowed_mentions: { parse: [] },
  },
  files: files.map(({ bytes, name }) => ({ name, data: bytes })),
});

/** Why there is no use in answering again: it came too late, has been answered, or may have been. Null: there is. */
export function overBecause(error: unknown): 'late' | 'already' | 'unknown' | null {
  if (error instanceof DiscordAPIError) {
    if (error.code === unknownInteractionCode) return 'late';
    return error.code === alreadyAnsweredCode ? 'already' : null;
  }
  if (error instanceof HTTPError) return null;
  if (error instanceof RateLimitError) return 'late';
  // The connection broke, or Discord was silent: it may have taken the answer all the same.
  const isBroken = error instanceof Error && 'code' in error && /^(?:E[A-Z]+|UND_ERR_\w+)$/u.test(String(error.code));
  return isBroken || (error instanceof Error && error.name === 'AbortError') ? 'unknown' : null;
}

/**
 * What went wrong, for the log: never the question, the token or the body, which discord.js keeps in its errors (their
 * `url` and `requestBody`).
 */
export function failureOf(error: unknown, typed: string): string {
  if (error instanceof DiscordAPIError) return `Discord answered ${error.status} with code ${error.code}`;
  if (error instanceof HTTPError) return `Discord answered ${error.status}`;
  if (error instanceof RateLimitError) return `Discord asks to wait ${error.timeToReset} ms`;
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = 'code' in error ? ` (${error.code})` : '';
  const place = /\bat .*?([\w.-]+\.ts:\d+)/u.exec(error.stack ?? '')?.[1];
  const told = error.message.replace(/\w+:\/\/\S+/gu, '…').replace(/\s+/gu, ' ');
  const message = typed ? told.replaceAll(typed, '…') : told;
  return `${message}${code}${place ? `, at ${place}` : ''}`;
}

export const nameOf = (interaction: Interaction): string => {
  if (interaction.isChatInputCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  if (interaction.isContextMenuCommand()) return 'a message command';
  if (interaction.isModalSubmit()) return 'a modal';
  return interaction.isMessageComponent() ? 'a button' : 'an interaction';
};
