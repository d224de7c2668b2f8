/** What the messages of `/library` are built of: its buttons and its menu, and the way through the gate. */
import type { APIButtonComponent } from 'discord.js';
import { ButtonStyle, ComponentType } from 'discord.js';
import type { Manner, Reply } from '../desk.ts';
import { throughGate } from '../gate.ts';
import { buttonLabelCharsMax, selectOptionCharsMax, selectOptionsMax, selectPlaceholderCharsMax } from '../limits.ts';
import { accent, framed, type Part } from '../parts.ts';
import { labelOf } from '../shorten.ts';
import { type LibraryAddress, libraryIdOf } from './address.ts';

/** A message about the library: it quotes nothing. */
export interface LibraryPage {
  readonly colour: number;
  readonly parts: readonly Part[];
  readonly files?: NonNullable<Reply['files']>;
}

export const page = (parts: readonly Part[], colour: number = accent.answer): LibraryPage => ({ colour, parts });

export const replyOf = ({ colour, files, parts }: LibraryPage, manner: Manner): Reply => ({
  manner,
  components: throughGate({ components: framed(colour, parts), quotes: [] }, null),
  ...(files && { files }),
});

export const libraryButton = (
  label: string,
  address: LibraryAddress,
  look: { readonly disabled?: boolean; readonly danger?: boolean } = {},
): APIButtonComponent => ({
  type: ComponentType.Button,
  style: look.danger ? ButtonStyle.Danger : ButtonStyle.Secondary,
  label: labelOf(label, buttonLabelCharsMax),
  custom_id: libraryIdOf(address),
  ...(look.disabled && { disabled: true }),
});

export interface DocumentOption {
  readonly id: number;
  readonly label: string;
  readonly detail: string;
}

/** Leads to the card of the document that is chosen; `removed`: when it has been brought back. */
export function documentMenu(
  placeholder: string,
  options: readonly DocumentOption[],
  menu: 'menu' | 'removed' = 'menu',
): Part[] {
  if (options.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: libraryIdOf({ action: menu }),
          placeholder: labelOf(placeholder, selectPlaceholderCharsMax),
          options: options.slice(0, selectOptionsMax).map(({ detail, id, label }) => ({
            label: labelOf(label, selectOptionCharsMax),
            value: libraryIdOf(menu === 'menu' ? { action: 'info', id } : { action: 'restore', ids: [id] }),
            ...(detail && { description: labelOf(detail, selectOptionCharsMax) }),
          })),
        },
      ],
    },
  ];
}
