/** How much of a message's room its components take, by Discord's own measures (limits.ts). */
import type { APIComponentInContainer, APIMessageTopLevelComponent, APITextDisplayComponent } from 'discord.js';
import { ComponentType } from 'discord-api-types/v10';
import {
  buttonsPerRowMax,
  componentsMax,
  customIdCharsMax,
  displayBytesExtra,
  textBytesMax,
  textCharsMax,
} from './limits.ts';

/** The room that text displays take together, or may take. */
export interface Size {
  readonly chars: number;
  readonly bytes: number;
}

export const wholeMessage: Size = { chars: textCharsMax, bytes: textBytesMax };

/** The size of text displays with these contents. */
export function sizeOf(contents: readonly string[]): Size {
  let chars = 0;
  let bytes = 0;
  for (const content of contents) {
    chars += content.length;
    bytes += Buffer.byteLength(content) + displayBytesExtra;
  }
  return { chars, bytes };
}

export const fits = (size: Size, room: Size): boolean => size.chars <= room.chars && size.bytes <= room.bytes;

export const without = (room: Size, taken: Size): Size => ({
  chars: room.chars - taken.chars,
  bytes: room.bytes - taken.bytes,
});

export const together = (one: Size, other: Size): Size => ({
  chars: one.chars + other.chars,
  bytes: one.bytes + other.bytes,
});

interface AnyComponent {
  readonly type: ComponentType;
  readonly custom_id?: string;
  readonly options?: readonly { readonly value: string }[];
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
}

/** Every component of a message, nested ones too, in reading order. */
export function everyComponent(
  components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[],
): readonly AnyComponent[] {
  const walk = (component: AnyComponent): AnyComponent[] => [
    component,
    ...(component.components ?? []).flatMap(walk),
    ...(component.accessory ? walk(component.accessory) : []),
  ];
  return (components as readonly AnyComponent[]).flatMap(walk);
}

export function textDisplays(components: readonly APIMessageTopLevelComponent[]): readonly APITextDisplayComponent[] {
  return everyComponent(components).filter(
    (component): component is AnyComponent & APITextDisplayComponent => component.type === ComponentType.TextDisplay,
  );
}

/** Whether Discord would take the message. */
export function messageFits(components: readonly APIMessageTopLevelComponent[]): boolean {
  const size = sizeOf(textDisplays(components).map(({ content }) => content));
  return fits(size, wholeMessage) && everyComponent(components).length <= componentsMax;
}

/** Throws, naming the limit, when Discord would refuse the message for its size or its ids. */
export function checkSize(components: readonly APIMessageTopLevelComponent[]): void {
  const all = everyComponent(components);
  const contents = textDisplays(components).map((display) => display.content);
  const { chars, bytes } = sizeOf(contents);
  const ids = all.flatMap((component) => (component.custom_id === undefined ? [] : [component.custom_id]));
  const complaints = [
    chars > textCharsMax && `${chars} characters of text, more than ${textCharsMax}`,
    bytes > textBytesMax && `${bytes} bytes of text, more than ${textBytesMax}`,
    contents.some((content) => content.trim() === '') && 'an empty text',
    all.length > componentsMax && `${all.length} components, more than ${componentsMax}`,
    ids.some((id) => id.length === 0 || id.length > customIdCharsMax) && 'a custom_id of a wrong length',
    new Set(ids).size < ids.length && 'one custom_id twice',
    all.some((one) => one.type === ComponentType.ActionRow && rowIsWrong(one)) && 'a row with too few or many buttons',
  ].filter((complaint) => complaint !== false);
  if (complaints.length > 0) throw new Error(`The message would be refused: it has ${complaints.join(', ')}`);
}

const rowIsWrong = ({ components = [] }: AnyComponent): boolean =>
  components.length === 0 || components.length > buttonsPerRowMax;
