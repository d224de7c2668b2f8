/** The pipeline, readable from top to bottom: folder → articles → passages → names, index → Library. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createGazetteer, type Gazetteer } from './entities/gazetteer.ts';
import { createNames, type ExplainedNames } from './entities/names.ts';
import { readCorpus } from './ingest/corpus.ts';
import { passagesOf } from './ingest/passages.ts';
import type { Article, Corrections, Library, Passage, Problem, Span } from './model.ts';
import { createEngine } from './search/engine.ts';
import { createPhrases } from './search/phrases.ts';

/** A library whose names can say what spoke for their types. */
export interface ExplainedLibrary extends Library {
  readonly names: ExplainedNames;
}

/** Reads a folder; what can't be read is in `problems`, and everything else answers. */
export async function openLibrary(folder: string): Promise<ExplainedLibrary> {
  return libraryOf(await readCorpus(folder));
}

export function libraryOf(corpus: {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly corrections?: Corrections;
}): ExplainedLibrary {
  const passages = corpus.articles.flatMap(passagesOf).map((passage, id): Passage => ({ ...passage, id }));
  const names = createNames(passages, knownNames(), corpus.corrections);
  const byId = new Map(corpus.articles.map((article) => [article.id, article]));
  const byArticle = Map.groupBy(passages, ({ article }) => article.id);
  return Object.freeze({
    articles: corpus.articles,
    problems: corpus.problems,
    passages,
    names,
    engine: createEngine(passages, names),
    phrases: createPhrases(corpus.articles),
    articleById: (id: string) => byId.get(id),
    passagesIn: (article: Article, span: Span) =>
      (byArticle.get(article.id) ?? []).filter(({ start, end }) => start < span.end && span.start < end),
  });
}

let gazetteer: Gazetteer | undefined;

/** Countries, places, personal names and words known beforehand; read once, at the first library. */
export function knownNames(): Gazetteer {
  const read = () => gunzipSync(readFileSync(new URL('./entities/gazetteer.data', import.meta.url))).toString('utf8');
  gazetteer ??= createGazetteer(read());
  return gazetteer;
}
