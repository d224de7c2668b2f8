/** The parts that messages are built of: Components V2 as Discord takes them (docs, components/reference). */
import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIMessageTopLevelComponent,
  APITextDisplayComponent,
} from 'discord.js';
import { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type { Quote } from '../model.ts';
import type { Address } from './custom-id.ts';
import { customIdOf } from './custom-id.ts';
import {
  buttonLabelCharsMax,
  buttonsPerRowMax,
  buttonUrlCharsMax,
  selectOptionCharsMax,
  selectOptionsMax,
  selectPlaceholderCharsMax,
} from './limits.ts';
import { labelOf } from './shorten.ts';

export type Part = APIComponentInContainer;

/** A quote and the text display (by its id) that shows it. */
export interface ShownQuote {
  readonly quote: Quote;
  readonly display: number;
  /** Quotation: the display is the quote and nothing else. Citation: the quote stands within other words. */
  readonly as: 'quotation' | 'citation';
}

/** A message: what goes out, and which quotes stand where in it, for the gate. */
export interface Page {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly quotes: readonly ShownQuote[];
}

export interface View {
  /** Seen by one reader only, who can share it. */
  readonly private: boolean;
}

export const accent = { answer: 0x2f7d6b, question: 0xb98a2f, quiet: 0x80868b } as const;

/** Ids of text displays that are looked up again; the others are numbered by Discord, which keeps clear of these. */
export const displayIds = { asked: 1_000_000, quotes: 1_000_100 } as const;

export const text = (content: string, id?: number): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
  ...(id !== undefined && { id }),
});

/** Lines of small print. */
export const smallPrint = (lines: readonly string[]): string => lines.map((line) => `-# ${line}`).join('\n');

export const line = (): Part => ({ type: ComponentType.Separator, spacing: SeparatorSpacingSize.Small });

export const button = (label: string, address: Address, disabled = false): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: labelOf(label, buttonLabelCharsMax),
  custom_id: customIdOf(address),
  ...(disabled && { disabled }),
});

/** A button that opens a web page; none for an address that Discord would refuse. */
export function linkButton(label: string, url: string | null): APIButtonComponent[] {
  if (!url || url.length > buttonUrlCharsMax || !/^https?:\/\//u.test(url)) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: labelOf(label, buttonLabelCharsMax), url }];
}

/** As many rows as the buttons need; none without buttons. */
export function rows(buttons: readonly APIButtonComponent[]): Part[] {
  const all: Part[] = [];
  for (let from = 0; from < buttons.length; from += buttonsPerRowMax) {
    all.push({ type: ComponentType.ActionRow, components: buttons.slice(from, from + buttonsPerRowMax) });
  }
  return all;
}

export interface MenuOption {
  readonly label: string;
  readonly detail?: string;
  readonly address: Address;
}

/** A menu whose options do what a button would; one a message. Discord takes 25 options: the rest are left out. */
export function menu(placeholder: string, options: readonly MenuOption[]): Part[] {
  const chosen = new Map(options.slice(0, selectOptionsMax).map((option) => [customIdOf(option.address), option]));
  if (chosen.size === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customIdOf({ kind: 'menu' }),
          placeholder: labelOf(placeholder, selectPlaceholderCharsMax),
          options: [...chosen].map(([value, { label, detail }]) => ({
            label: labelOf(label, selectOptionCharsMax),
            value,
            ...(detail && { description: labelOf(detail, selectOptionCharsMax) }),
          })),
        },
      ],
    },
  ];
}

/** A text with a button at its right. */
export const textWithButton = (content: string, accessory: APIButtonComponent): Part => ({
  type: ComponentType.Section,
  components: [text(content)],
  accessory,
});

export const framed = (colour: number, parts: readonly Part[]): APIMessageTopLevelComponent[] => [
  { type: ComponentType.Container, accent_color: colour, components: [...parts] },
];
