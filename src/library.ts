/**
 * The pipeline, readable from top to bottom: folder → articles → passages → names, index → Library. What takes long to
 * make is plain data (`BuiltLibrary`), which can be kept and handed from thread to thread.
 */
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { noCorrections } from './entities/corrections.ts';
import { createGazetteer, type Gazetteer } from './entities/gazetteer.ts';
import { createNames, type ExplainedNames, namesOf, type SavedNames } from './entities/names.ts';
import { unmetProblems } from './ingest/aliases-file.ts';
import { articleKeyOf } from './ingest/article-id.ts';
import { type Corpus, readCorpus } from './ingest/corpus.ts';
import { passagesOf } from './ingest/passages.ts';
import type { Article, Corrections, Library, Passage, Problem, Span } from './model.ts';
import {
  createEngine,
  type KnownWords,
  restoredEngine,
  type SavableEngine,
  type SavedEngine,
} from './search/engine.ts';
import { createPhrases, restoredPhrases, type SavablePhrases, type SavedPhrases } from './search/phrases.ts';
import { keepDates, savedDates } from './text/dates.ts';
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
  readonly articles: readonly PackedArticle[];
  readonly problems: readonly Problem[];
  readonly alias: Corrections['alias'];
  readonly names: SavedNames;
  readonly engine: SavedEngine;
  readonly phrases: SavedPhrases;
}

/** An article by itself: of a library that is kept, only those are unpacked that are looked at. */
export interface PackedArticle {
  readonly key: string;
  readonly passageCount: number;
  readonly bytes: Uint8Array;
  /** What text/dates.ts found in it. */
  readonly dates: string;
}

export function builtLibrary(corpus: Read): BuiltLibrary {
  const { corrections = noCorrections } = corpus;
  const { engine, names, passages, phrases, problems } = made(corpus);
  const counts = Map.groupBy(passages, ({ article }) => article);
  const articles = corpus.articles.map(
    (article): PackedArticle => ({
      key: articleKeyOf(article),
      passageCount: counts.get(article)?.length ?? 0,
      bytes: serialize(article),
      dates: savedDates(article),
    }),
  );
  const saved = { names: names.saved(), engine: engine.saved(), phrases: phrases.saved() };
  return { articles, problems, alias: corrections.alias, ...saved };
}

export const unpacked = ({ bytes }: PackedArticle): Article => deserialize(bytes) as Article;

/** A library from what was built: its names give no reasons, and it can be amended (amended-library.ts). */
export interface RestoredLibrary extends Library {
  readonly engine: SavableEngine;
  readonly phrases: SavablePhrases;
}

export function restoredLibrary(built: BuiltLibrary): RestoredLibrary {
  const { alias, problems } = built;
  const articles = built.articles.map(unpacked);
  for (const [number, { dates }] of built.articles.entries()) keepDates(articles[number]!, dates);
  const passages = passagesIn(articles);
  const engine = restoredEngine(passages, withOwnArrays(built.engine), knownWords());
  const phrases = restoredPhrases(articles, withOwnArrays(built.phrases));
  const names = namesOf(withOwnArrays(built.names), alias);
  return assembled({ articles, problems }, { passages, names, engine, phrases });
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

export function assembled<P extends Pick<Library, 'passages' | 'names' | 'engine' | 'phrases'>>(
  { articles, problems }: Pick<Library, 'articles' | 'problems'>,
  parts: P,
): P & Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byArticle = Map.groupBy(parts.passages, ({ article }) => article.id);
  return Object.freeze({
    ...parts,
    articles,
    problems,
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

/** Countries, capitals, regions, and cities of a hundred thousand and more: what nobody types by a slip. */
const largePlaces: ReadonlySet<string> = new Set(['n', 'c', 'r', 'm', 'l']);

/** Read at the first question: what only reads and builds asks none. */
export const knownWords = (): KnownWords => ({
  isWord: knownNames().isWord,
  isPlace: (word) => largePlaces.has(knownNames().place(word)?.size ?? ''),
  related: (term) => {
    related ??= createRelatedWords(dataIn('./text/related-words.data'));
    return related(term);
  },
});
