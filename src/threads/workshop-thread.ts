/** The workshop's thread: what takes long or may be hostile. Reads one file, or builds one library into a file. */
import { deserialize, serialize } from 'node:v8';
import { createNames } from '../entities/names.ts';
import { passagesOf } from '../ingest/passages.ts';
import { type ReadFile, readArticle } from '../ingest/read-article.ts';
import { type BuiltLibrary, builtLibrary, interimLibrary, knownNames } from '../library.ts';
import type { Article, Corrections, Problem } from '../model.ts';
import { readSnapshot, writeSnapshot } from '../store/snapshot.ts';
import type { Edition } from './editions.ts';
import { serve } from './serve.ts';

const frequentMax = 8;

/** What to make a library of. */
export interface Materials {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly corrections: Corrections;
}

export interface Gist {
  readonly passages: number;
  readonly names: number;
  /** The most mentioned. */
  readonly frequentNames: readonly string[];
}

const handlers = {
  read: (path: string, bytes: Uint8Array): Promise<ReadFile> => readArticle(path, bytes),
  /** What is found in one article by itself. */
  gist: (article: Article): Gist => {
    const passages = passagesOf(article).map((passage, id) => ({ ...passage, id }));
    const { entities } = createNames(passages, knownNames());
    return {
      passages: passages.length,
      names: entities.length,
      frequentNames: entities.slice(0, frequentMax).map(({ name }) => name),
    };
  },
  build: (materials: Materials, { file, key }: Edition): void =>
    writeSnapshot(file, key, serialize(builtLibrary(materials))),
  /** The same for the moment, where little has changed since another was built; false where that is of no use. */
  buildInterim: (materials: Materials, { file, key }: Edition, since: Edition): boolean => {
    const { payload } = readSnapshot(since.file, since.key);
    const library = payload && interimLibrary(materials, deserialize(payload) as BuiltLibrary);
    if (library) writeSnapshot(file, key, serialize(library));
    return library !== null;
  },
};

export type WorkshopHandlers = typeof handlers;

serve(handlers);
