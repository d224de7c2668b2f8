/** The desk's thread: holds the libraries that are in use, and answers from them. */
import { deserialize } from 'node:v8';
import { answerTo } from '../commands/index.ts';
import { createDesk, type Pressed } from '../discord/desk.ts';
import { type BuiltLibrary, restoredLibrary } from '../library.ts';
import type { Asked, Library } from '../model.ts';
import { readSnapshot } from '../store/snapshot.ts';
import type { Edition } from './editions.ts';
import { serve } from './serve.ts';

/** A passage takes some 3.5 kB, its share of the article with it: beyond this, the libraries longest out of use are closed. */
const passagesMax = 100_000;

/** What a library holds, for the host. */
export interface Contents {
  readonly articles: number;
  readonly passages: number;
  readonly names: number;
  /** Command lines that it answers; none for an empty one. */
  readonly examples: readonly string[];
}

/** By key of their edition, the one used last at the end. */
const libraries = new Map<string, Library>();

function used(key: string): Library | undefined {
  const library = libraries.get(key);
  if (library) {
    libraries.delete(key);
    libraries.set(key, library);
  }
  return library;
}

function closeUnused(): void {
  let passages = [...libraries.values()].reduce((sum, library) => sum + library.passages.length, 0);
  for (const [key, library] of libraries) {
    if (passages <= passagesMax || libraries.size === 1) return;
    libraries.delete(key);
    passages -= library.passages.length;
  }
}

const desk = createDesk((key) => {
  const library = used(key ?? '');
  if (!library) throw new Error('The library was closed while it was asked');
  return library;
});

/** What is said instead of an answer from a library that isn't open. */
export const notOpen = 'not open';

const handlers = {
  /** False when the file doesn't hold this edition (any more). */
  open: ({ file, key }: Edition): boolean => {
    if (used(key)) return true;
    const { payload } = readSnapshot(file, key);
    if (!payload) return false;
    libraries.set(key, restoredLibrary(deserialize(payload) as BuiltLibrary));
    closeUnused();
    return true;
  },
  close: (key: string): void => {
    libraries.delete(key);
  },
  contents: async (key: string): Promise<Contents | null> => {
    const library = used(key);
    if (!library) return null;
    const help = await answerTo(library, { command: 'help', query: '' });
    const examples =
      help.kind === 'help' && library.articles.length > 0 ? help.commands.map(({ example }) => example) : [];
    const { articles, names, passages } = library;
    return { articles: articles.length, passages: passages.length, names: names.entities.length, examples };
  },
  answer: async (key: string, asked: Asked, isPrivate: boolean) =>
    libraries.has(key) ? desk.answer(key, asked, isPrivate) : notOpen,
  press: async (key: string, pressed: Pressed) => (libraries.has(key) ? desk.press(key, pressed) : notOpen),
  suggest: async (key: string, asked: Asked) => (libraries.has(key) ? desk.suggest(key, asked) : notOpen),
} as const;

export type DeskHandlers = typeof handlers;

serve(handlers);
