/**
 * The desk: a question or a press → the message that answers it, through the gate. Plain data in and plain data out, so
 * that it can work in a thread of its own, away from the connection to Discord.
 */
import type { APIMessageTopLevelComponent } from 'discord.js';
import { answerTo, commands } from '../commands/index.ts';
import type { Asked, Library } from '../model.ts';
import type { Address } from './custom-id.ts';
import { addressed } from './follow.ts';
import { throughGate } from './gate.ts';
import { render, renderSentence } from './render.ts';

/** reply: a new message for all. private: one that only the asker sees. update: the message that was pressed. */
export type Manner = 'reply' | 'private' | 'update';

/** A message that has passed the gate: sent as it is. */
export interface Reply {
  readonly manner: Manner;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Each shown by a component of its own; only after a defer. */
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** Whose library answers: a server's id, or null in private messages. */
export type Server = string | null;

export interface Pressed {
  readonly address: Exclude<Address, { readonly kind: 'remove' } | { readonly kind: 'menu' }>;
  /** Of the message that was pressed, which holds a question that is too long for an id. */
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly manner: Manner;
  /** Whether the answer is for one reader, who can share it. */
  readonly isPrivate: boolean;
}

export interface Desk {
  /** Until the server's library is there: one that is still being built keeps nobody waiting but its own readers. */
  ready(server: Server): Promise<void>;
  answer(server: Server, asked: Asked, isPrivate: boolean): Promise<Reply>;
  press(server: Server, pressed: Pressed): Promise<Reply>;
  /** Never fails for what somebody typed. */
  suggest(server: Server, asked: Asked): Promise<readonly Suggestion[]>;
}

/** No answer, for a reason that the reader may know: the message is a sentence for them. */
export class CalmError extends Error {}
/** Nothing went wrong, but others are served first: the reader is to ask again in a moment. */
export class NotYetError extends CalmError {}

/** `libraryOf` is asked anew for each answer, so that a library can be exchanged. */
export function createDesk(libraryOf: (server: Server) => Library | Promise<Library>): Desk {
  return {
    ready: async (server) => void (await libraryOf(server)),
    answer: async (server, asked, isPrivate) => {
      const library = await libraryOf(server);
      const page = render(await answerTo(library, asked), 0, { private: isPrivate });
      return { manner: isPrivate ? 'private' : 'reply', components: throughGate(page, library) };
    },
    press: async (server, { address, components, manner, isPrivate }) => {
      const library = await libraryOf(server);
      const target = await addressed(address, library, components);
      switch (target.kind) {
        case 'sentence':
          return sentenceReply(target.sentence);
        case 'page':
          return { manner, components: throughGate(target.page, library) };
        case 'answer': {
          const page = render(target.answer, target.page, { private: isPrivate });
          return { manner, components: throughGate(page, library) };
        }
      }
    },
    suggest: async (server, { command, query }) => {
      const asked = commands.find(({ name }) => name === command);
      return asked?.suggest?.(await libraryOf(server), query) ?? [];
    },
  };
}

/** One sentence that only the one concerned sees. */
export const sentenceReply = (sentence: string): Reply => ({
  manner: 'private',
  components: throughGate(renderSentence(sentence), null),
});
