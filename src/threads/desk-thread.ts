/** The desk's thread: holds the libraries that are in use, and answers from them. */
import { deserialize } from 'node:v8';
import { type Amendment, amendedLibrary } from '../amended-library.ts';
import { answerTo } from '../commands/index.ts';
import { createDesk, type Pressed } from '../discord/desk.ts';
import { type BuiltLibrary, type RestoredLibrary, restoredLibrary } from '../library.ts';
import type { Asked, Library } from '../model.ts';
import { readSnapshot } from '../store/snapshot.ts';
import type { Edition } from './editions.ts';
import { serve } from './serve.ts';
import { warmUp } from './warming.ts';

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

/** One for the moment holds the whole one that it was laid over; a whole one is that itself. */
interface Open {
  readonly answering: Library;
  readonly whole: RestoredLibrary;
}

/** By key of their edition, the one used last at the end. */
const libraries = new Map<string, Open>();

function used(key: string): Open | undefined {
  const open = libraries.get(key);
  if (open) {
    libraries.delete(key);
    libraries.set(key, open);
  }
  return open;
}

function closeUnused(): void {
  const passagesHeld = () =>
    [...new Set([...libraries.values()].map(({ whole }) => whole))].reduce(
      (sum, { passages }) => sum + passages.length,
      0,
    );
  for (const key of libraries.keys()) {
    if (libraries.size === 1 || passagesHeld() <= passagesMax) return;
    libraries.delete(key);
  }
}

/** Null when the file doesn't hold this edition (any more). */
function opened(edition: Edition): Open | null {
  const open = used(edition.key) ?? read(edition);
  if (open) libraries.set(edition.key, open);
  closeUnused();
  return open;
}

function read({ file, key, since }: Edition): Open | null {
  const before = since && opened(since);
  const { payload } = readSnapshot(file, key);
  if (before === null || !payload) return null;
  if (before) return { ...before, answering: amendedLibrary(before.whole, deserialize(payload) as Amendment) };
  const whole = restoredLibrary(deserialize(payload) as BuiltLibrary);
  return { answering: whole, whole };
}

const desk = createDesk((key) => {
  const open = used(key ?? '');
  if (!open) throw new Error('The library was closed while it was asked');
  return open.answering;
});

/** What is said instead of an answer from a library that isn't open. */
const notOpen = 'not open';

const handlers = {
  /** False when the file doesn't hold this edition (any more). */
  open: (edition: Edition): boolean => opened(edition) !== null,
  close: (key: string): void => {
    libraries.delete(key);
  },
  /** Until it is closed; takes a second or two, in which readers are answered. */
  warm: async (key: string): Promise<void> => {
    const open = used(key);
    if (open) await warmUp(desk, key, open.answering, () => !libraries.has(key));
  },
  contents: async (key: string): Promise<Contents | null> => {
    const library = used(key)?.answering;
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
