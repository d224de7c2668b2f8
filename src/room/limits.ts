/**
 * Discord's rules in numbers, each with its source, as the room holds a bot to them. The lengths of single fields
 * (labels, urls, options…) are checked by Discord's own published schema as well; what is over all fields of a body
 * is known here alone. "docs" is Discord's developer documentation. Characters are counted in UTF-16 units, which is
 * never fewer than Discord counts.
 */

// ── Interactions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The first response must come within this time, or the token dies. docs, interactions/receiving-and-responding. */
export const responseMs = 3000;
/** After a first response the token works for this long. Same page. */
export const tokenLifeMs = 15 * 60_000;
/** docs, interactions/application-commands#autocomplete. */
export const choicesMax = 25;
export const choiceCharsMax = 100;
/** The longest value that a person can give a text option. docs, interactions/application-commands. */
export const optionValueCharsMax = 6000;

// ── Messages ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** docs, resources/message. */
export const contentCharsMax = 2000;
/** Message flags. docs, resources/message#message-object-message-flags. */
export const flag = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;
/** Components V2: nested ones counted. docs, components/reference. */
export const componentsMax = 40;
/** Without Components V2: action rows only, this many. docs, components/reference. */
export const legacyRowsMax = 5;
/** Over all text displays of a message. The refusal's own words: "displayable text size". */
export const displayedCharsMax = 4000;
/**
 * UTF-8 bytes over all text displays, with this many more for each display; above the limit Discord answers 500.
 * Not documented; measured to the byte in discord/discord-api-docs#8554.
 */
export const displayedBytesMax = 10_170;
export const displayBytesExtra = 12;
/** docs, components/reference#button. */
export const rowWidthMax = 5;
export const buttonLabelCharsMax = 80;
export const buttonUrlCharsMax = 512;
export const buttonUrlSchemes: readonly string[] = ['http:', 'https:', 'discord:'];
/** At least 1. docs, components/reference. */
export const customIdCharsMax = 100;
/** docs, components/reference#string-select. */
export const selectOptionsMax = 25;
export const selectOptionCharsMax = 100;
export const selectPlaceholderCharsMax = 150;
/** All text of all embeds of a message. docs, resources/message#embed-object-embed-limits. */
export const embedCharsMax = 6000;
/**
 * Of one file, for members and for the bot, unless the server is boosted. docs, reference#uploading-files: 10 MiB for long,
 * 20 since 2026; the room holds to the smaller one.
 */
export const attachmentBytesMax = 10 * 1024 * 1024;
/** On a message, new ones and those that it keeps. docs, topics/opcodes-and-status-codes#json, 30015. */
export const attachmentsMax = 10;
/** A link to a file works for a day: what the docs' examples of uploads say in `is` and `ex`. docs, components/reference#file-upload. */
export const fileLinkMs = 24 * 60 * 60_000;

// ── Modals ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** docs, interactions/receiving-and-responding#modal. */
export const modalTitleCharsMax = 45;
export const modalRowsMax = 5;

// ── Commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** By type of command: chat input, user, message. docs, interactions/application-commands. */
export const commandsMax: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
/** New commands a day, for each server and for the global ones. Same page. */
export const commandCreatesMax = 200;
export const commandCreatesMs = 24 * 60 * 60_000;
/** Names, descriptions and values of a command and all that is in it; the longest localisation counts. Same page. */
export const commandCharsMax = 8000;
export const commandDescriptionCharsMax = 100;
export const commandOptionsMax = 25;
/** Names of chat-input commands and of options; letters that have a lower case must be in it. Same page. */
export const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** docs, reference#locales. */
export const locales: readonly string[] =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

// ── Servers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** On a page of the bot's own servers. docs, resources/user#get-current-user-guilds. */
export const ownGuildsMax = 200;

// ── Gateway ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** docs, events/gateway. */
export const heartbeatMs = 41_250;
export const gatewayBytesMax = 4096;
export const gatewaySendsMax = 120;
export const gatewaySendsMs = 60_000;
export const identifiesMax = 1000;
export const identifiesMs = 24 * 60 * 60_000;
/** GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT: none is granted here. docs, events/gateway#privileged-intents. */
export const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
/** Every intent that Discord lists. docs, events/gateway#list-of-intents. */
export const knownIntents = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 21, 24, 25].reduce(
  (bits, bit) => bits | (1 << bit),
  0,
);

// ── The room's own bounds, so that it can run for days ──────────────────────────────────────────────────────────────

/** A larger body is refused as Discord does, with 413 and code 40005. docs, reference#uploading-files. */
export const bodyBytesMax = 25 * 1024 * 1024;
/** "A few minutes" in docs, events/gateway#resuming. */
export const resumeMs = 3 * 60_000;
export const replayedEventsMax = 1000;
/** The newest of each; Discord keeps all. */
export const keptMessagesMax = 2000;
export const keptRequestsMax = 2000;
export const keptFilesMax = 1000;
export const keptFilesBytesMax = 512 * 1024 * 1024;
export const keptInteractionsMax = 20_000;
