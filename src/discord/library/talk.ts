/** A conversation with one who manages a library: one interaction, what is shown in its place, and what is said beside. */

import type { BaseInteraction } from 'discord.js';
import type { LogLine } from '../../model.ts';
import type { Keeper } from '../../store/keeper.ts';
import type { Clock } from '../clock.ts';
import { sentenceReply } from '../desk.ts';
import type { Responder } from '../respond.ts';
import type { Turns } from '../turns.ts';
import type { Fetched, HandedFile } from './fetch-file.ts';
import { type LibraryPage, replyOf } from './parts.ts';
import { renderProgress } from './render-short.ts';
import { libraryWords } from './words.ts';

/** What all conversations have at hand. */
export interface Office {
  readonly keeper: Keeper;
  readonly responder: Responder;
  readonly allowsUrls: boolean;
  readonly fetchFile: (file: HandedFile) => Promise<Fetched>;
  readonly clock: Clock;
  readonly turns: Turns;
  /** Of saving corrections, one at a time: who saves at once with another is told of it, as who comes later is. */
  readonly saving: Turns;
  /** Servers whose library is being exported. */
  readonly exporting: Set<string>;
  readonly log: LogLine;
}

export interface Talk extends Office {
  readonly interaction: BaseInteraction;
  readonly server: string;
  /** In the place of "thinking…", or of the message that was pressed. */
  show(page: LibraryPage): Promise<void>;
  /** One more message. */
  more(page: LibraryPage): Promise<void>;
  /** One sentence: beside the message that was pressed, which stays. */
  tell(sentence: string): Promise<void>;
  /** A page likewise. */
  beside(page: LibraryPage): Promise<void>;
}

/** How long a change may take to be in the answers before one is told that it will. */
const settledMs = 10_000;
/** Discord takes five edits in five seconds. */
const progressMs = 1_000;

/** `isPress`: on a message that is to change; else a new one, for one reader. */
export const talkOf = (office: Office, interaction: BaseInteraction, server: string, isPress: boolean): Talk => ({
  ...office,
  interaction,
  server,
  show: (page) => office.responder.send(interaction, replyOf(page, isPress ? 'update' : 'private')),
  more: (page) => office.responder.follow(interaction, replyOf(page, 'private')),
  tell: (sentence) => office.responder.send(interaction, sentenceReply(sentence)),
  beside: (page) => office.responder.send(interaction, replyOf(page, 'private')),
});

/** `yes` once the answers hold every change; else that they will. */
export async function stateAfter(
  { clock, keeper, server }: Talk,
  yes: string = libraryWords.inAnswers,
): Promise<string> {
  const waiting = new AbortController();
  const late = clock.wait(settledMs, waiting.signal).then(
    () => false,
    () => false,
  );
  const isSettled = await Promise.race([
    keeper.settled(server).then(
      () => true,
      () => false,
    ),
    late,
  ]);
  waiting.abort();
  return isSettled ? yes : libraryWords.soon;
}

export interface Progress {
  say(sentence: string): void;
  /** Nothing is said any more when this is fulfilled. */
  end(): Promise<void>;
}

/** Of what is said too soon after the last, the newest is shown when its time has come; what Discord doesn't take is left out: the end is what counts. */
export function progressOf({ clock, show }: Talk): Progress {
  const ended = new AbortController();
  let latest: string | null = null;
  let showing: Promise<void> | null = null;
  const showLatest = async () => {
    for (let shown = ''; latest !== null && latest !== shown && !ended.signal.aborted; ) {
      await clock.wait(progressMs, ended.signal);
      shown = latest;
      await show(renderProgress(shown)).catch(() => {});
    }
  };
  return {
    say: (sentence) => {
      latest = sentence;
      showing ??= showLatest()
        .catch(() => {})
        .finally(() => {
          showing = null;
        });
    },
    end: async () => {
      ended.abort();
      await showing;
    },
  };
}
