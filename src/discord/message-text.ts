/** What a message says, wherever it says it: in its text, in what it forwards, in its embeds or in its components. */
import type { Message } from 'discord.js';
import { textDisplays } from './size.ts';

export function messageText({ components, content, embeds, messageSnapshots }: Message): string {
  const forwarded = [...messageSnapshots.values()].map((snapshot) => snapshot.content ?? '');
  const embedded = embeds.map(({ description, title }) => [title, description].filter(Boolean).join('\n'));
  const displayed = textDisplays(components.map((component) => component.toJSON() as never)).map((one) => one.content);
  return [content, ...forwarded, ...embedded, ...displayed].filter((part) => part.trim()).join('\n\n');
}
