/**
 * Discord's numbers, by name, each with its source: what a message, a command or a reply may hold.
 * "docs" is Discord's developer documentation. Characters are counted in UTF-16 units, which is never fewer than
 * Discord counts.
 */

// ── Messages ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Over all text displays of one message. discord.js guide, "Display components". */
export const textCharsMax = 4000;

/**
 * Over all text displays: UTF-8 bytes plus `displayBytesExtra` for each. Undocumented: above about 10,170 Discord
 * answers 500, which Chinese, Thai and Devanagari reach before 4,000 characters. discord/discord-api-docs#8554.
 */
export const textBytesMax = 10_000;
export const displayBytesExtra = 12;

/** Nested ones counted. docs, components/reference. */
export const componentsMax = 40;

/** docs, components/reference#button. */
export const buttonsPerRowMax = 5;
export const buttonLabelCharsMax = 80;
export const buttonUrlCharsMax = 512;

/** At least 1, and unique in its message. docs, components/reference. */
export const customIdCharsMax = 100;

/** docs, components/reference#string-select; label, value and description of an option alike. */
export const selectOptionsMax = 25;
export const selectOptionCharsMax = 100;
export const selectPlaceholderCharsMax = 150;

/** Of one file that a bot sends, where the interaction doesn't say: 10 MiB. docs, reference#uploading-files. */
export const attachmentBytesMax = 10 * 1024 * 1024;

// ── Commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** docs, interactions/application-commands#autocomplete; name and value of a choice alike. */
export const suggestionsMax = 25;
export const suggestionCharsMax = 100;

/** docs, interactions/application-commands. */
export const commandDescriptionCharsMax = 100;
export const optionLengthMax = 6000;

// ── Interactions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The interaction is gone: the three seconds are over. docs, topics/opcodes-and-status-codes#json. */
export const unknownInteractionCode = 10062;
/** The interaction has had its answer. Same page. */
export const alreadyAnsweredCode = 40060;
/** The message is gone. Same page. */
export const unknownMessageCode = 10008;
