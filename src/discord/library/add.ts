/** Files that somebody hands over → a server's library, one after the other, and what came of each. */

import { documentNameOf, nameKey } from '../../store/document-name.ts';
import type { Keeper, Understood } from '../../store/keeper.ts';
import type { DocumentRecord } from '../../store/shelf.ts';
import { CalmError } from '../desk.ts';
import { BusyError, type Turns } from '../turns.ts';
import { titleOf } from './render-document.ts';
import { libraryWords } from './words.ts';

/** Something to be read, with the bytes still to be had. */
export interface Incoming {
  readonly name: string;
  /** Rather than bytes: one sentence why there are none. */
  fetch(): Promise<Gotten | string>;
}

export interface Gotten {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fetchedFrom?: string;
}

export type Outcome =
  /** `sameName`: of its file, where an older document has that. */
  | { readonly kind: 'added'; readonly document: Understood; readonly sameName?: string }
  | { readonly kind: 'there'; readonly document: DocumentRecord; readonly sentence: string }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Adding {
  readonly keeper: Keeper;
  readonly server: string;
  /** So that one server's many files don't keep another's waiting, and few are in memory at once. */
  readonly turns: Turns;
  /** Called before each file, from 0. */
  readonly progress: (at: number, name: string) => void;
  /** Told what can't be said to the one who added. */
  readonly onError: (error: unknown) => void;
}

/** One file that fails costs itself alone. */
export async function addAll(incoming: readonly Incoming[], adding: Adding): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [at, one] of incoming.entries()) {
    adding.progress(at, one.name);
    outcomes.push(await added(one, adding));
  }
  return outcomes;
}

async function added(incoming: Incoming, { keeper, onError, server, turns }: Adding): Promise<Outcome> {
  try {
    return await turns.take(server, async () => {
      const file = await incoming.fetch();
      return typeof file === 'string' ? { kind: 'failed', sentence: file } : await kept(file, keeper, server);
    });
  } catch (error) {
    if (error instanceof CalmError)
      return { kind: 'failed', sentence: libraryWords.failedBecause(incoming.name, error.message) };
    if (error instanceof BusyError) return { kind: 'failed', sentence: libraryWords.tooMany(incoming.name) };
    onError(error);
    return { kind: 'failed', sentence: libraryWords.failed(incoming.name) };
  }
}

async function kept(file: Gotten, keeper: Keeper, server: string): Promise<Outcome> {
  const result = await keeper.add(server, file);
  switch (result.kind) {
    case 'added': {
      const name = documentNameOf(file.name);
      return nameKey(result.document.record.name) === nameKey(name) ? result : { ...result, sameName: name };
    }
    case 'already there': {
      const { document } = result;
      return { kind: 'there', document, sentence: libraryWords.alreadyThere(file.name, titleOf(document)) };
    }
    case 'refused':
      return { kind: 'failed', sentence: naming(file.name, result.message) };
    case 'unreadable':
      return { kind: 'failed', sentence: naming(file.name, result.problems.map(({ message }) => message).join(' ')) };
  }
}

/** Among several files each sentence must say which one it is about. */
const naming = (name: string, sentence: string): string =>
  sentence.includes(name) ? sentence : `${name}: ${sentence}`;
