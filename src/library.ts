/**
 * The pipeline, readable from top to bottom: folder → articles → passages → names, index → Library. What takes long to
 * make is plain data (`BuiltLibrary`), which can be kept and handed from thread to thread.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { noCorrections } from './entities/corrections.ts';
import { createGazetteer, type Gazetteer } from './entities/gazetteer.ts';
import { interimEntities } from './entities/interim-names.ts';
import { savedEntities } from './entities/kept-entities.ts';
import { createNames, type ExplainedNames, namesOf, type SavedNames } from './entities/names.ts';
import { unmetProblems } from './ingest/aliases-file.ts';
import { type Corpus, readCorpus } from './ingest/corpus.ts';
import { passagesOf } from './ingest/passages.ts';
import type { Article, Corrections, Library, Mention, Passage, Problem, Span } from './model.ts';
import { createEngine, type KnownWords, restoredEngine, type SavedEngine } from './search/engine.ts';
import { createPhrases, restoredPhrases, type SavedPhrases } from './search/phrases.ts';
import { createRelatedWords, type RelatedWords } from './text/related-words.ts';

/** A library whose names can say what spoke for their types. */
export interface ExplainedLibrary extends Library {
  readonly names: ExplainedNames;
}

/** Reads a folder; what can't be read is in `problems`, and everything else answers. */
export async function openLibrary(folder: string): Promise<ExplainedLibrary> {
  return libraryOf(await readCorpus(folder));
}

type Read = Omit<Corpus, 'corrections'> & Partial<Corpus>;

export function libraryOf(corpus: Read): ExplainedLibrary {
  const { problems, ...parts } = made(corpus);
  return assembled({ articles: corpus.articles, problems }, parts);
}

/** All of a library that takes long to make. */
export interface BuiltLibrary {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly alias: Corrections['alias'];
  readonly names: SavedNames;
  readonly engine: SavedEngine;
  readonly phrases: SavedPhrases;
}

export function builtLibrary(corpus: Read): BuiltLibrary {
  const { articles, corrections = noCorrections } = corpus;
  const { engine, names, phrases, problems } = made(corpus);
  const saved = { names: names.saved(), engine: engine.saved(), phrases: phrases.saved() };
  return { articles, problems, alias: corrections.alias, ...saved };
}

/** Below so many passages the whole is made as soon. */
const interimPassagesMin = 800;
/** Where more is new, finding its names takes as long as finding all. */
const interimShareMax = 0.2;

/**
 * The library for the moment, in which little has changed since `before`: see interim-names.ts. Null where the whole takes no
 * longer, or what was before is of no use.
 */
export function interimLibrary(corpus: Read, before: BuiltLibrary): BuiltLibrary | null {
  const { articles, corrections = noCorrections } = corpus;
  const passages = passagesIn(articles);
  const { fresh, moved } = changedSince(before.articles, passages);
  if (passages.length < interimPassagesMin || fresh.length > interimShareMax * passages.length) return null;
  const own = createNames(
    fresh.map((passage, id) => ({ ...passage, id })),
    knownNames(),
    corrections,
  );
  const found = own.entities.map((entity) => ({
    ...{ id: entity.id, name: entity.name, type: entity.type, surfaces: entity.surfaces },
    mentions: entity.mentions.map((mention) => ({ ...mention, passage: fresh[mention.passage]!.id })),
  }));
  const textOf = ({ passage, start, end }: Mention) =>
    passages[passage]!.article.text.slice(start, end).replace(/\s+/gu, ' ');
  const entities = interimEntities(namesOf(before.names, before.alias).entities, { moved, found, textOf });
  const names = namesOf({ entities: savedEntities(entities) }, corrections.alias);
  const engine = createEngine(passages, names, knownWords());
  const saved = { names: names.saved(), engine: engine.saved(), phrases: createPhrases(articles).saved() };
  return { articles, problems: corpus.problems, alias: corrections.alias, ...saved };
}

/** By number of a passage before: its number now; and the passages that weren't there. An article with another text is another one. */
function changedSince(before: readonly Article[], passages: readonly Passage[]) {
  const keyOf = ({ article }: Passage) => `${article.id}\n${article.textSha256}\n${article.title.value ?? ''}`;
  const earlier = Map.groupBy(passagesIn(before), keyOf);
  const moved = new Map<number, number>();
  const fresh: Passage[] = [];
  for (const [key, now] of Map.groupBy(passages, keyOf)) {
    const then = earlier.get(key);
    if (then?.length !== now.length) fresh.push(...now);
    else for (const [at, { id }] of then.entries()) moved.set(id, now[at]!.id);
  }
  return { moved, fresh };
}

/** Its names give no reasons. */
export function restoredLibrary(built: BuiltLibrary): Library {
  const { alias, articles } = built;
  const passages = passagesIn(articles);
  const engine = restoredEngine(passages, withOwnArrays(built.engine), knownWords());
  const phrases = restoredPhrases(articles, withOwnArrays(built.phrases));
  return assembled(built, { passages, names: namesOf(withOwnArrays(built.names), alias), engine, phrases });
}

/** Typed arrays that were read from a file are windows on all of its bytes, and hold them: here they hold themselves alone. */
export function withOwnArrays<T>(saved: T): T {
  if (saved instanceof Uint8Array || saved instanceof Uint16Array || saved instanceof Uint32Array)
    return saved.slice() as T;
  if (typeof saved !== 'object' || saved === null || Object.getPrototypeOf(saved) !== Object.prototype) return saved;
  return Object.fromEntries(Object.entries(saved).map(([name, value]) => [name, withOwnArrays(value)])) as T;
}

/** `| 0`: a number that was worked out as a fraction would be an object of its own, whole though it is. */
const passagesIn = (articles: readonly Article[]): Passage[] =>
  articles.flatMap(passagesOf).map(
    ({ article, block, start, end }, id): Passage => ({
      id: id | 0,
      article,
      block: block | 0,
      start: start | 0,
      end: end | 0,
    }),
  );

function made({ articles, problems: ofReading, corrections = noCorrections }: Read) {
  const passages = passagesIn(articles);
  const names = createNames(passages, knownNames(), corrections);
  const problems = [...ofReading, ...unmetProblems(names.unmet)];
  const engine = createEngine(passages, names, knownWords());
  return { passages, names, problems, engine, phrases: createPhrases(articles) };
}

function assembled<N extends Library['names']>(
  { articles, problems }: Pick<Library, 'articles' | 'problems'>,
  { passages, names, engine, phrases }: Pick<Library, 'passages' | 'engine' | 'phrases'> & { readonly names: N },
): Library & { readonly names: N } {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byArticle = Map.groupBy(passages, ({ article }) => article.id);
  return Object.freeze({
    articles,
    problems,
    passages,
    names,
    engine,
    phrases,
    articleById: (id: string) => byId.get(id),
    passagesIn: (article: Article, span: Span) =>
      (byArticle.get(article.id) ?? []).filter(({ start, end }) => start < span.end && span.start < end),
  });
}

let gazetteer: Gazetteer | undefined;
let related: RelatedWords | undefined;
/** Room for all of it at once; pieces would have to be put together. */
const dataBytes = 2 ** 23;
const dataIn = (path: string): string =>
  gunzipSync(readFileSync(new URL(path, import.meta.url)), { chunkSize: dataBytes }).toString('latin1');

/** Countries, places, personal names and words known beforehand; read once, at the first library. */
export function knownNames(): Gazetteer {
  gazetteer ??= createGazetteer(dataIn('./entities/gazetteer.data'));
  return gazetteer;
}

/** Read at the first question: what only reads and builds asks none. */
const knownWords = (): KnownWords => ({
  isWord: knownNames().isWord,
  related: (term) => {
    related ??= createRelatedWords(dataIn('./text/related-words.data'));
    return related(term);
  },
});
