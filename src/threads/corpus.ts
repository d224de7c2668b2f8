/** The host's corpus, as the keeper has it: read once, read again where it has changed, and watched. */
import { createHash } from 'node:crypto';
import { type Corpus, readCorpus } from '../ingest/corpus.ts';
import type { ReadFile } from '../ingest/read-article.ts';
import type { LogLine } from '../model.ts';
import { lookAt, watchFolder } from './watched-folder.ts';

export interface WatchedCorpus {
  /** As it was last read. */
  readonly current: Corpus & { readonly fingerprint: string };
  /** By state of a file: what came of reading it; given to `openCorpus` again, nothing is read twice. */
  readonly known: ReadonlyMap<string, ReadFile>;
  /** Reads what has changed; true when anything did. */
  refresh(): Promise<boolean>;
  watch(onChange: () => void): void;
  stop(): void;
}

/** An empty folder is more often a share that isn't mounted, or a copy half made, than its owner's wish. */
const emptyMs = 10 * 60_000;

export interface CorpusOptions {
  /** What was read before. */
  readonly known?: ReadonlyMap<string, ReadFile>;
  readonly report?: LogLine;
  /** Milliseconds since some moment. */
  readonly elapsed?: () => number;
}

type Read = (path: string, bytes: Uint8Array) => Promise<ReadFile>;

/** `read` is asked only for files that it hasn't read before in the same state. */
export async function openCorpus(
  folder: string,
  read: Read,
  { elapsed = () => performance.now(), known: knownBefore = new Map(), report = () => {} }: CorpusOptions = {},
): Promise<WatchedCorpus> {
  let known = knownBefore;
  let emptySince: number | null = null;
  const readAll = async () => {
    const used = new Map<string, ReadFile>();
    const corpus = await readCorpus(folder, async (path, bytes) => {
      const state = createHash('sha256').update(path).update('\0').update(bytes).digest('hex');
      const file = known.get(state) ?? (await read(path, bytes));
      used.set(state, file);
      return file;
    });
    const { corrections, problems } = corpus;
    const said = JSON.stringify([
      [...corrections.alias],
      [...corrections.retype],
      corrections.hide,
      corrections.split,
      problems,
    ]);
    const fingerprint = createHash('sha256')
      .update([...used.keys()].join('\n'))
      .update(said)
      .digest('hex');
    return { fresh: { ...corpus, fingerprint }, used };
  };
  // Before it is read: what changes meanwhile is a change.
  const opened = await lookAt(folder);
  const first = await readAll();
  let current = first.fresh;
  known = first.used;
  let watching: { stop(): void } | undefined;
  return {
    get current() {
      return current;
    },
    get known() {
      return known;
    },
    refresh: async () => {
      const { fresh, used } = await readAll();
      if (fresh.articles.length > 0 || current.articles.length === 0) emptySince = null;
      else if (emptySince === null) {
        emptySince = elapsed();
        report(
          `There are no readings in ${folder} any more. What was read before answers for ${emptyMs / 60_000} minutes more, or until the next start.`,
          'error',
        );
      }
      if (emptySince !== null && elapsed() - emptySince < emptyMs) return false;
      const isChanged = fresh.fingerprint !== current.fingerprint;
      current = fresh;
      known = used;
      return isChanged;
    },
    watch: (onChange) => {
      watching = watchFolder(folder, opened, onChange);
    },
    stop: () => watching?.stop(),
  };
}
