/** The host's corpus, as the keeper has it: read once, read again where it has changed, and watched. */
import { createHash } from 'node:crypto';
import { type Corpus, readCorpus } from '../ingest/corpus.ts';
import type { ReadFile } from '../ingest/read-article.ts';
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

type Read = (path: string, bytes: Uint8Array) => Promise<ReadFile>;

/** `read` is asked only for files that it hasn't read before in the same state. */
export async function openCorpus(
  folder: string,
  read: Read,
  knownBefore: ReadonlyMap<string, ReadFile> = new Map(),
): Promise<WatchedCorpus> {
  let known = knownBefore;
  const readAll = async () => {
    const used = new Map<string, ReadFile>();
    const corpus = await readCorpus(folder, async (path, bytes) => {
      const state = createHash('sha256').update(path).update('\0').update(bytes).digest('hex');
      const file = known.get(state) ?? (await read(path, bytes));
      used.set(state, file);
      return file;
    });
    known = used;
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
    return { ...corpus, fingerprint };
  };
  // Before it is read: what changes meanwhile is a change.
  const opened = await lookAt(folder);
  let current = await readAll();
  let watching: { stop(): void } | undefined;
  return {
    get current() {
      return current;
    },
    get known() {
      return known;
    },
    refresh: async () => {
      const { fingerprint } = current;
      current = await readAll();
      return current.fingerprint !== fingerprint;
    },
    watch: (onChange) => {
      watching = watchFolder(folder, opened, onChange);
    },
    stop: () => watching?.stop(),
  };
}
