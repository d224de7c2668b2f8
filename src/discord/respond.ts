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
  type RESTOptions,
  Routes,
} from 'discord.js';
import type { Reply, Suggestion } from './desk.ts';
import {
  alreadyAnsweredCode,
  suggestionCharsMax,
  suggestionsMax,
  unknownInteractionCode,
  unknownMessageCode,
} from './limits.ts';
import { refusalsHeeded } from './refusals.ts';
import { labelOf } from './shorten.ts';
import { ToldError } from './told-error.ts';
import { createLane, UnsentError } from './turns.ts';

/** How long Discord may take to accept an answer, which is then sent once more: it is of use for three seconds. */
const answerMs = 2_000;

/** Answers on their way to Discord at once, a connection each; the others wait in order. */
const onTheirWayMax = 100;
/** Of waiting for a connection; with what came before it, an answer would come too late. */
const ownWaitMs = 1_500;

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

/**
 * With REST clients of its own, which don't wait: neither for a slow Discord nor for a limit to pass; and such that do, after a
 * defer. `onClient` is given each.
 */
export function createResponder(
  restUrl: string | null,
  onClient: (rest: REST) => void = () => {},
  waitMs = ownWaitMs,
): Responder {
  const client = (options: Partial<RESTOptions>) => {
    const one = new REST({
      ...(restUrl !== null && { api: restUrl }),
      ...refusalsHeeded,
      // What answers an interaction is not bound to the bot's global limit (docs, topics/rate-limits); the library counts it by
      // this machine's clock, and would wait for hours where that is set back.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      ...options,
    });
    onClient(one);
    return one;
  };
  // Sent again here and not by the library, which doesn't tell a first refusal from one of its own second attempt.
  const hasty = client({ timeout: answerMs, rejectOnRateLimit: () => true, retries: 0 });
  const patient = client({ timeout: patientMs });
  // A message more may have come although nothing was heard of it: it is not sent again.
  const patientOnce = client({ timeout: patientMs, retries: 0 });
  const lane = createLane(onTheirWayMax, waitMs);
  const deferred = new WeakMap<BaseInteraction, 'private' | 'update'>();
  const answer = async (
    { id, token }: BaseInteraction,
    body: { readonly type: number; readonly data?: object },
    isWorthAgain = isTakenOnceMore,
  ): Promise<void> => {
    // The token in the address is what authorises these.
    const post = async () => {
      const said = await lane(() => hasty.post(Routes.interactionCallback(id, token), { body, auth: false }));
      // Discord takes an answer without a word (204); a page is of whoever stands in its place.
      if (said instanceof ArrayBuffer && said.byteLength > 0) throw new ToldError('A page came in place of Discord');
    };
    await post().catch(async (first: unknown) => {
      if (!isWorthAgain(first)) throw first;
      await post().catch((second: unknown) => {
        // Then it was the first attempt that has answered.
        if (!mayBeTaken(first) || overBecause(second) !== 'already') throw second;
      });
    });
  };
  const follow: Responder['follow'] = async ({ applicationId, token }, reply) => {
    const request = { ...messageOf(reply, MessageFlags.Ephemeral), auth: false };
    await againIfUnsent(() => patientOnce.post(Routes.webhook(applicationId, token), request));
  };
  const defer: Responder['defer'] = async (interaction, manner) => {
    const body =
      manner === 'update'
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: MessageFlags.Ephemeral },
          };
    await answer(interaction, body, (first) => mayBeTaken(first) || wasNotSent(first)).catch((error: unknown) => {
      // Somebody looks at "thinking…" by now, or will after this: what they wait for is done in either case.
      if (overBecause(error) !== 'unknown') throw error;
    });
    deferred.set(interaction, manner);
  };
  return {
    send: async (interaction, reply) => {
      const { components, manner } = reply;
      const waiting = deferred.get(interaction);
      if (waiting === 'update' && manner === 'private') return follow(interaction, reply);
      if (waiting) {
        const route = Routes.webhookMessage(interaction.applicationId, interaction.token, '@original');
        await againIfUnsent(() => patient.patch(route, { ...messageOf(reply), auth: false }));
        return;
      }
      const type =
        manner === 'update' ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
      const flags = MessageFlags.IsComponentsV2 | (manner === 'private' ? MessageFlags.Ephemeral : 0);
      await answer(interaction, { type, data: { flags, components, allowed_mentions: { parse: [] } } });
    },
    defer,
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
      await defer(interaction, 'update');
      const route = Routes.webhookMessage(interaction.applicationId, interaction.token, '@original');
      await againIfUnsent(() => patient.delete(route, { auth: false })).catch((error: unknown) => {
        // Gone by a first attempt, or by whoever else may remove it.
        if (!(error instanceof DiscordAPIError) || error.code !== unknownMessageCode) throw error;
      });
    },
  };
}

/** Discord was silent, or had a fault of its own: it may have done what it was asked. */
const mayBeTaken = (error: unknown): boolean =>
  overBecause(error) === 'unknown' || (statusOf(error) ?? 0) >= faultOfDiscord;

/** Worth a second attempt: nothing was sent, Discord had a fault of its own, was silent, or reset the connection. */
const isTakenOnceMore = (error: unknown): boolean =>
  wasNotSent(error) ||
  (statusOf(error) ?? 0) >= faultOfDiscord ||
  (error instanceof Error && (error.name === 'AbortError' || codeOf(error) === 'ECONNRESET'));

/** There was no connection to send anything on: no name, no way, nobody there, or no room for one more in this process. */
function wasNotSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const step = 'syscall' in error ? error.syscall : undefined;
  // Once a connection that stood is lost, some of the codes are the same.
  return step === undefined ? unconnected.has(codeOf(error)) : step === 'connect' || step === 'getaddrinfo';
}

/** After a defer: the library sends again after other faults alone. */
const againIfUnsent = (request: () => Promise<unknown>): Promise<unknown> =>
  request().catch((error: unknown) => {
    if (!wasNotSent(error)) throw error;
    return request();
  });

const unconnected: ReadonlySet<string> = new Set(
  'ENOTFOUND EAI_AGAIN ECONNREFUSED EHOSTUNREACH ENETUNREACH ETIMEDOUT UND_ERR_CONNECT_TIMEOUT'.split(' '),
);
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

const faultOfDiscord = 500;
const statusOf = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;

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

/**
 * Why there is no use in answering again: it came too late, has been answered, or may have been, or Discord asks to wait for
 * longer than it waits itself. Null: there is.
 */
export function overBecause(error: unknown): 'late' | 'already' | 'unknown' | 'rate-limited' | null {
  if (error instanceof DiscordAPIError) {
    if (error.code === unknownInteractionCode) return 'late';
    return error.code === alreadyAnsweredCode ? 'already' : null;
  }
  if (error instanceof UnsentError) return 'late';
  if (error instanceof HTTPError) return null;
  if (error instanceof RateLimitError) return 'rate-limited';
  // The connection broke, or Discord was silent: it may have taken the answer all the same.
  if (!(error instanceof Error) || wasNotSent(error)) return null;
  return error.name === 'AbortError' || /^(?:E[A-Z]+|UND_ERR_\w+)$/u.test(codeOf(error)) ? 'unknown' : null;
}

/** What went wrong with the connection, for the log: never the token or the body, which discord.js keeps in its errors (their `url` and `requestBody`). */
export function failureOf(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal !== null || !(error instanceof Error)) return refusal ?? noError;
  if (error instanceof ToldError) return error.message;
  return `${error.message.replace(/\w+:\/\/\S+/gu, '…').replace(/\s+/gu, ' ')}${codeAndPlaceOf(error)}`;
}

/**
 * What went wrong with an answer, for the log: its kind and its place in the code, never its message, which may hold what was
 * asked in any form; but for an error that is made to be told.
 */
export function faultOf(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal !== null || !(error instanceof Error)) return refusal ?? noError;
  return error instanceof ToldError ? error.message : `${error.name}${codeAndPlaceOf(error)}`;
}

const noError = 'something that is no error was thrown';

function refusalOf(error: unknown): string | null {
  // Of what stands before it, as a proxy, there is no code.
  if (error instanceof DiscordAPIError && error.code !== undefined)
    return `Discord answered ${error.status} with code ${error.code}`;
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return `Discord answered ${error.status}`;
  if (!(error instanceof RateLimitError)) return null;
  return error.retryAfter > 0 ? `Discord asks to wait ${error.retryAfter} ms` : 'Discord answered 429';
}

function codeAndPlaceOf(error: Error): string {
  const code = 'code' in error ? ` (${error.code})` : '';
  const place = /\bat .*?([\w.-]+\.ts:\d+)/u.exec(error.stack ?? '')?.[1];
  return `${code}${place ? `, at ${place}` : ''}`;
}

export const nameOf = (interaction: Interaction): string => {
  if (interaction.isChatInputCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  if (interaction.isContextMenuCommand()) return 'a message command';
  if (interaction.isModalSubmit()) return 'a modal';
  return interaction.isMessageComponent() ? 'a button' : 'an interaction';
};
