/** What comes of what a person does, as they see it. */

import type { Interaction, Settled } from './interactions.ts';
import type { RoomState } from './state.ts';
import { type Message, type Modal, messageOf, modalOf } from './view.ts';

export type Outcome =
  /** A new message, public or (`message.ephemeral`) for them alone. */
  | { readonly kind: 'replied'; readonly message: Message }
  /** The message that they acted on has changed. */
  | { readonly kind: 'updated'; readonly message: Message }
  /** A message is gone. */
  | { readonly kind: 'removed'; readonly messageId: string }
  | { readonly kind: 'modal'; readonly modal: Modal }
  /** Taken note of (a deferred update), and nothing came after it. */
  | { readonly kind: 'acknowledged' }
  /** "The application did not respond", with why. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A message that went away before it could be looked at counts as removed. */
export function outcomeOf(state: RoomState, interaction: Interaction, settled: Settled): Outcome {
  switch (settled.kind) {
    case 'replied':
    case 'updated': {
      const raw = state.messages.get(settled.message)?.raw;
      return raw ? { kind: settled.kind, message: messageOf(raw) } : { kind: 'removed', messageId: settled.message };
    }
    case 'removed':
      return { kind: 'removed', messageId: settled.message };
    case 'modal':
      return { kind: 'modal', modal: modalOf(settled.data, interaction.metadata, interaction.source) };
    case 'choices':
      return { kind: 'failed', reason: 'The application answered a command with choices' };
    default:
      return settled;
  }
}
