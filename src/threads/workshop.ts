/** The workshop: a thread that reads files, and two that build libraries, each with a deadline and bounded memory. */
import { articleKeyOf } from '../ingest/article-id.ts';
import { fatal, shownPath } from '../ingest/draft.ts';
import type { ReadFile } from '../ingest/read-article.ts';
import type { Article } from '../model.ts';
import type { Edition } from './editions.ts';
import { DeadlineError, openThread, ThreadEndedError } from './thread.ts';
import type { Gist, Materials, WorkshopHandlers } from './workshop-thread.ts';

/** No honest file of the sizes that are taken needs as much. */
const readDeadlineMs = 30_000;
const readHeapMb = 512;
/** A library of some 20,000 articles takes two minutes. */
const buildDeadlineMs = 15 * 60_000;
const idleMs = 30_000;

export interface Workshop {
  /** Never rejects for content: a file that takes too long or too much memory is a problem. */
  read(path: string, bytes: Uint8Array): Promise<ReadFile>;
  gist(article: Article): Promise<Gist>;
  /** Starts the thread that builds, while others still read what is to be built. */
  prepare(): void;
  /** Builds a library and writes it to its file. */
  build(materials: Materials, edition: Edition): Promise<void>;
  /** The same, keeping no other build waiting. */
  buildBeside(materials: Materials, edition: Edition): Promise<void>;
  /** At once, and for the moment: what has changed since another was built; false where that is of no use. */
  buildInterim(materials: Materials, edition: Edition, since: Edition): Promise<boolean>;
  stop(): Promise<void>;
}

export function openWorkshop(deadlineMs = readDeadlineMs): Workshop {
  const file = new URL('./workshop-thread.ts', import.meta.url);
  const reader = openThread<WorkshopHandlers>(file, { heapMb: readHeapMb, idleMs });
  const builder = openThread<WorkshopHandlers>(file, { idleMs });
  const beside = openThread<WorkshopHandlers>(file, { idleMs });
  const oneAtATime = createQueue();
  return {
    read: (path, bytes) =>
      oneAtATime(async () => {
        try {
          return await reader.call('read', [path, bytes], { deadlineMs });
        } catch (error) {
          if (!(error instanceof DeadlineError || error instanceof ThreadEndedError)) throw error;
          const why =
            error instanceof DeadlineError
              ? `took longer than ${deadlineMs / 1000} s to read`
              : `could not be read within ${readHeapMb} MB of memory`;
          const message = `${shownPath(path)} ${why} and was left out; save its text as .txt or .md and add that file instead.`;
          return { article: null, problems: [fatal(path, message)] };
        }
      }),
    gist: (article) => builder.call('gist', [article], { deadlineMs }),
    prepare: () => void builder.call('prepare', []).catch(() => {}),
    buildBeside: (...what) => beside.call('build', what, { deadlineMs: buildDeadlineMs }),
    build: (...what) => builder.call('build', what, { deadlineMs: buildDeadlineMs }),
    // Of all articles, only those go there that are new.
    buildInterim: async ({ articles, ...materials }, edition, since) => {
      const keys = articles.map(articleKeyOf);
      const strangers = await builder.call('strangers', [keys, since], { deadlineMs: buildDeadlineMs });
      if (!strangers) return false;
      const change = { ...materials, keys, fresh: strangers.map((number) => articles[number]!) };
      return builder.call('buildInterim', [change, edition, since], { deadlineMs: buildDeadlineMs });
    },
    stop: async () => {
      await Promise.all([reader.stop(), builder.stop(), beside.stop()]);
    },
  };
}

/** So that a deadline counts from when the file is begun, and a thread that ends takes no other file with it. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}
