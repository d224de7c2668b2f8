/**
 * A message → the one answer to an interaction, in Discord's own words. Sent as it is, so that the body which the gate
 * has seen is the body that goes out.
 */
import type { BaseInteraction, Interaction } from 'discord.js';
import { DiscordAPIError, HTTPError, InteractionResponseType, MessageFlags, RateLimitError, Routes } from 'discord.js';
import type { Reply, Suggestion } from './desk.ts';
import { alreadyAnsweredCode, suggestionCharsMax, suggestionsMax, unknownInteractionCode } from './limits.ts';
import { labelOf } from './shorten.ts';

/** Throws what Discord says of it. */
export async function send(interaction: BaseInteraction, { components, manner }: Reply): Promise<void> {
  const type =
    manner === 'update' ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  const flags = MessageFlags.IsComponentsV2 | (manner === 'private' ? MessageFlags.Ephemeral : 0);
  await answer(interaction, { type, data: { flags, components, allowed_mentions: { parse: [] } } });
}

/** At most 25 suggestions; a value that is too long would be refused with all the others, so it is left out. */
export async function suggest(interaction: BaseInteraction, suggestions: readonly Suggestion[]): Promise<void> {
  const fitting = suggestions.filter(({ value }) => value.length > 0 && value.length <= suggestionCharsMax);
  const choices = [...new Map(fitting.map((one) => [one.value, one])).values()]
    .slice(0, suggestionsMax)
    .map(({ label, value }) => ({ name: labelOf(label, suggestionCharsMax), value }));
  await answer(interaction, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
}

/** Takes away the message that was pressed: the one place where an interaction needs two calls. */
export async function removeMessage(interaction: BaseInteraction): Promise<void> {
  await answer(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
  const route = Routes.webhookMessage(interaction.applicationId, interaction.token, '@original');
  await interaction.client.rest.delete(route, { auth: false });
}

async function answer(interaction: BaseInteraction, body: { readonly type: number; readonly data?: object }) {
  // The token in the address is what authorises this.
  await interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
    body,
    auth: false,
  });
}

/** True when there is no use in answering again: it came too late, has been answered, or may have been. */
export function isOver(error: unknown): boolean {
  if (error instanceof DiscordAPIError)
    return error.code === unknownInteractionCode || error.code === alreadyAnsweredCode;
  if (error instanceof HTTPError) return false;
  if (error instanceof RateLimitError) return true;
  // The connection broke: Discord may have taken the answer all the same.
  const isBroken = error instanceof Error && 'code' in error && /^(?:E[A-Z]+|UND_ERR_\w+)$/u.test(String(error.code));
  return isBroken || (error instanceof Error && error.name === 'AbortError');
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
  return interaction.isMessageComponent() ? 'a button' : 'an interaction';
};
