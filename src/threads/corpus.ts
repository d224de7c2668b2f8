/** The host's corpus, as the keeper has it: read once, read again where it has changed, and watched. */
import { createHash } from 'node:crypto';
import { type Corpus, readCorpus } from '../ingest/corpus.ts';
import type { ReadFile } from '../ingest/read-article.ts';
import type { LogLine } from '../model.ts';
import { type Look, lookAt, watchFolder } from './watched-folder.ts';

export interface WatchedCorpus {
  /** As it was last read. */
  readonly current: Corpus & { readonly fingerprint: string };
  /** By state of a file: what came of reading it; given to `openCorpus` again, nothing is read twice. */
  readonly known: ReadonlyMap<string, ReadFile>;
  /** Reads what has changed since, by what was `found` there now, or all where that is not known; true when anything did. */
  refresh(found: Look | null): Promise<boolean>;
  watch(onChange: (found: Look | null) => void): void;
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

/** Of a file that could be opened: what it was like before that, and its state and what came of it. */
interface Opened {
  readonly like: string | undefined;
  readonly state: string;
  readonly file: ReadFile;
}

type Read = (path: string, bytes: Uint8Array) => Promise<ReadFile>;

/** `read` is asked only for files that it hasn't read before in the same state. */
export async function openCorpus(
  folder: string,
  read: Read,
  { elapsed = () => performance.now(), known: knownBefore = new Map(), report = () => {} }: CorpusOptions = {},
): Promise<WatchedCorpus> {
  let known = knownBefore;
  let opened: ReadonlyMap<string, Opened> = new Map();
  let emptySince: number | null = null;
  const readAll = async (found: Look, isWhole: boolean) => {
    const used = new Map<string, ReadFile>();
    const now = new Map<string, Opened>();
    const keep = (path: string, state: string, file: ReadFile): ReadFile => {
      used.set(state, file);
      now.set(path, { like: found.files.get(path), state, file });
      return file;
    };
    const readOne = async (path: string, bytes: Uint8Array) => {
      const state = createHash('sha256').update(path).update('\0').update(bytes).digest('hex');
      return keep(path, state, known.get(state) ?? (await read(path, bytes)));
    };
    const readBefore = (path: string) => {
      const before = isWhole ? undefined : opened.get(path);
      const isSame = before?.like !== undefined && before.like === found.files.get(path);
      return isSame ? keep(path, before.state, before.file) : undefined;
    };
    const corpus = await readCorpus(folder, readOne, readBefore);
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
    return { fresh: { ...corpus, fingerprint }, used, now };
  };
  // Before it is read: what changes meanwhile is a change.
  const first = await lookAt(folder);
  let current: WatchedCorpus['current'];
  const take = ({ fresh, now, used }: Awaited<ReturnType<typeof readAll>>) => {
    current = fresh;
    known = used;
    opened = now;
  };
  take(await readAll(first, true));
  let watching: { stop(): void } | undefined;
  return {
    get current() {
      return current;
    },
    get known() {
      return known;
    },
    refresh: async (found) => {
      const read = await readAll(found ?? (await lookAt(folder)), found === null);
      if (read.fresh.articles.length > 0 || current.articles.length === 0) emptySince = null;
      else if (emptySince === null) {
        emptySince = elapsed();
        report(
          `There are no readings in ${folder} any more. What was read before answers for ${emptyMs / 60_000} minutes more, or until the next start.`,
          'error',
        );
      }
      if (emptySince !== null && elapsed() - emptySince < emptyMs) return false;
      const { fingerprint } = current;
      take(read);
      return current.fingerprint !== fingerprint;
    },
    watch: (onChange) => {
      watching = watchFolder(folder, first, onChange);
    },
    stop: () => watching?.stop(),
  };
}
