/**
 * What must hold of every message that goes out, whatever was asked: Discord would take it, nothing in it pings or comes
 * alive, and each quotation is seen as it stands in a source, by an eye that is not ours. Each throws, saying what doesn't.
 */
import { IncomingWebhookInteractionRequestSchema } from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { omission } from '../../src/answer/quote.ts';
import type { Reply, Suggestion } from '../../src/discord/desk.ts';
import type { Library } from '../../src/model.ts';
import { allComponents, textDisplaysOf } from '../../src/room/component-check.ts';
import { attachmentBytesMax } from '../../src/room/limits.ts';
import { messageRefusal } from '../../src/room/message-check.ts';
import { asSeen, visibleText } from '../discord/visible-text.ts';

/** Of use to nobody in the bot's own words; isolates it sets itself, around what it was asked. */
const unwanted = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/u;
const isolation = /\u2068[^\u2068\u2069]*\u2069/gu;

export type ReplyCheck = (reply: Pick<Reply, 'components'>) => void;

export function createReplyCheck(library: Library): ReplyCheck {
  const sources = library.articles.map(({ text }) => asSeen(text));
  return ({ components }) => {
    expectTaken(components);
    for (const content of textDisplaysOf(components)) expectQuiet(content, sources);
    for (const label of labelsOf(components)) {
      if (!label.isWellFormed()) throw new Error(`A label is cut within a character: ${JSON.stringify(label)}`);
    }
  };
}

function expectTaken(components: Reply['components']): void {
  // As it goes over the wire.
  const data = JSON.parse(
    JSON.stringify({ flags: MessageFlags.IsComponentsV2, components, allowed_mentions: { parse: [] } }),
  );
  const refused = messageRefusal(data, {
    schema: IncomingWebhookInteractionRequestSchema,
    path: ['data'],
    files: [],
    bytesMax: attachmentBytesMax,
  });
  if (refused) throw new Error(`Discord would refuse the message: ${JSON.stringify(refused.body)}`);
}

function expectQuiet(content: string, sources: readonly string[]): void {
  if (!content.isWellFormed()) throw new Error(`A text is cut within a character: ${JSON.stringify(content)}`);
  if (content.startsWith('```')) {
    if (content.indexOf('```', 3) !== content.length - 3) throw new Error(`A code block ends early: ${content}`);
    return;
  }
  if (/^ *>/mu.test(content)) {
    expectFromSource(content, sources);
    return;
  }
  for (const line of content.split('\n')) {
    const own = line.replace(/^(?:-# |#{1,3} )/u, '');
    // Words that are told as another's may be struck out; a quotation never is.
    visibleText(own, { struck: true });
    const isUnbalanced = /[\u2068\u2069]/u.test(without(own, isolation));
    if (unwanted.test(own) || isUnbalanced) throw new Error(`A line holds a stray control: ${JSON.stringify(own)}`);
  }
}

/** From the inside out. */
function without(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, '');
  return rest === text ? text : without(rest, pattern);
}

/** Every part of the quotation stands in one and the same source, to the letter. */
function expectFromSource(content: string, sources: readonly string[]): void {
  const parts = asSeen(visibleText(content)).split(omission);
  const isThere = sources.some((source) => parts.every((part) => source.includes(part)));
  if (!isThere) throw new Error(`A quotation stands in no source: ${JSON.stringify(content)}`);
}

function labelsOf(components: Reply['components']): string[] {
  const placed = allComponents(components, []).map(({ component }) => component);
  const options = placed.flatMap(({ options: all }) => (Array.isArray(all) ? all : []));
  return [...placed, ...options].flatMap(({ label, placeholder, description }) =>
    [label, placeholder, description].filter((text) => typeof text === 'string'),
  );
}

/** What Discord shows while somebody types: plain text, never Markdown. The desk leaves it to the responder to cut it. */
export function expectSuggestions(suggestions: readonly Suggestion[]): void {
  for (const { label, value } of suggestions) {
    const text = `${label} ${value}`;
    if (!text.isWellFormed() || /\p{Cc}/u.test(text))
      throw new Error(`A suggestion is broken: ${JSON.stringify(text)}`);
  }
}
