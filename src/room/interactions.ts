/** The interactions that are under way: what each token may still do, and who waits for its outcome. */
import type { JsonObject, RawUser } from './discord-json.ts';
import type { Place } from './guilds.ts';
import { keptInteractionsMax, tokenLifeMs } from './limits.ts';
import { invalidWebhookToken, type Reply, unknownWebhook } from './refusal.ts';

/** docs, interactions/receiving-and-responding#interaction-object-interaction-type. */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
export type InteractionType = (typeof interactionType)[keyof typeof interactionType];

/** What an interaction came to, with messages by id. */
export type Settled =
  | { readonly kind: 'replied'; readonly message: string }
  | { readonly kind: 'updated'; readonly message: string }
  | { readonly kind: 'removed'; readonly message: string }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'modal'; readonly data: JsonObject }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string | number }[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly at: number;
  readonly user: RawUser;
  readonly place: Place;
  /** Of a command: its name and type. */
  readonly command?: { readonly name: string; readonly type: number };
  /** The message on which the component stands, or from which the modal came. */
  readonly source?: string;
  /** Of an autocomplete: the type of the option that is being typed. */
  readonly focusedType?: number;
  /** As messages made by this interaction carry it. */
  readonly metadata: JsonObject;
  /** What the bot has answered; 'late' when it didn't in time. */
  answer: 'none' | 'late' | 'given';
  /** The message that `@original` means. */
  original: string | null;
  /** After a deferred reply, until its first follow-up or edit. */
  isLoading: boolean;
  /** Messages made with this token. */
  readonly made: Set<string>;
  /** What the bot tried and Discord refused. */
  readonly refusals: string[];
  readonly settle: (settled: Settled) => void;
  /** Settles as given when nothing else has within this time. */
  readonly settleAfter: (ms: number, settled: Settled) => void;
}

export interface Interactions {
  add(interaction: Interaction): void;
  get(id: string, token: string): Interaction | undefined;
  /** For the webhook routes: the interaction whose token it is, or the refusal. */
  byToken(token: string, now: number): { readonly interaction: Interaction } | { readonly refused: Reply };
}

export function createInteractions(): Interactions {
  const byToken = new Map<string, Interaction>();
  return {
    add: (interaction) => {
      byToken.set(interaction.token, interaction);
      const oldest = byToken.keys().next().value;
      if (byToken.size > keptInteractionsMax && oldest !== undefined) byToken.delete(oldest);
    },
    get: (id, token) => {
      const interaction = byToken.get(token);
      return interaction?.id === id ? interaction : undefined;
    },
    byToken: (token, now) => {
      const interaction = byToken.get(token);
      if (interaction?.answer !== 'given') return { refused: unknownWebhook };
      if (now - interaction.at > tokenLifeMs) return { refused: invalidWebhookToken };
      return { interaction };
    },
  };
}
