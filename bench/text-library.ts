/** The library that a half of the bench's own questions is asked of: its own texts alone, so that what is learnt from doesn't move what judges. */
import { readCorpus } from '../src/ingest/corpus.ts';
import { libraryOf } from '../src/library.ts';
import type { Library } from '../src/model.ts';
import { type Half, textsFolder } from './text-questions.ts';

export async function textLibraryOf(half: Half): Promise<Library> {
  const corpus = await readCorpus(textsFolder);
  return libraryOf({ ...corpus, articles: corpus.articles.filter(({ path }) => path.startsWith(`${half}/`)) });
}
