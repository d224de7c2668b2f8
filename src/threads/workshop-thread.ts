/** The workshop's thread: what takes long or may be hostile. Reads one file, or builds one library into a file. */
import { deserialize, serialize } from 'node:v8';
import { amendmentOf, type Change, strangersIn } from '../amended-library.ts';
import { createNames } from '../entities/names.ts';
import { passagesOf } from '../ingest/passages.ts';
import { type ReadFile, readArticle } from '../ingest/read-article.ts';
import { type BuiltLibrary, builtLibrary, knownNames } from '../library.ts';
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
  /** Reads what every library is built with. */
  prepare: (): void => void knownNames(),
  build: (materials: Materials, { file, key }: Edition): void =>
    writeSnapshot(file, key, serialize(builtLibrary(materials))),
  /** The numbers of the articles, by key, that an edition hasn't; null where it is not in its file. */
  strangers: (keys: readonly string[], since: Edition): number[] | null => {
    const before = builtIn(since);
    return before && strangersIn(before, keys);
  },
  /** What has changed since an edition; false where that is of no use. */
  buildInterim: (change: Change, { file, key }: Edition, since: Edition): boolean => {
    const before = builtIn(since);
    atHand = null;
    const amendment = before && amendmentOf(before, change);
    if (amendment) writeSnapshot(file, key, serialize(amendment));
    return amendment !== null;
  },
};

/** What was read last: who asks for strangers amends it next. */
let atHand: { readonly key: string; readonly built: BuiltLibrary } | null = null;

function builtIn({ file, key }: Edition): BuiltLibrary | null {
  if (atHand?.key === key) return atHand.built;
  const { payload } = readSnapshot(file, key);
  const built = payload && (deserialize(payload) as BuiltLibrary);
  atHand = built && { key, built };
  return built;
}

export type WorkshopHandlers = typeof handlers;

serve(handlers);
