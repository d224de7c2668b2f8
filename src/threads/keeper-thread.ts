/** The keeper's thread: the host's corpus, the shelves of all servers, and the editions that are built of them. */

import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { fatal } from '../ingest/draft.ts';
import type { EditChange } from '../ingest/edited.ts';
import { passagesOf } from '../ingest/passages.ts';
import type { ReadFile } from '../ingest/read-article.ts';
import type { LogLine } from '../model.ts';
import { type ExportPlan, exportPart, planExport } from '../store/export.ts';
import type { Added, Keeper, NewFile, Understood } from '../store/keeper.ts';
import type { Document, Shelf, ShelfSettings } from '../store/shelf.ts';
import { drawnNumber, openShelves } from '../store/shelves.ts';
import { readSnapshot, writeSnapshot } from '../store/snapshot.ts';
import { openCorpus } from './corpus.ts';
import { createEditions, keyFrom } from './editions.ts';
import { madeBy } from './made-by.ts';
import { createRereading } from './rereading.ts';
import { announce, serve } from './serve.ts';
import { sweepRegularly } from './sweep.ts';
import type { Look } from './watched-folder.ts';
import { openWorkshop } from './workshop.ts';

export interface KeeperData {
  readonly corpus: string;
  /** Holds `libraries/` and `index/`. */
  readonly dataFolder: string;
  readonly watches: boolean;
}

export type KeeperEvent =
  | { readonly kind: 'changed'; readonly server: string | null }
  /** For the host's log. */
  | { readonly kind: 'log'; readonly line: string; readonly level: Parameters<LogLine>[1] };

const { corpus: corpusFolder, dataFolder, watches } = workerData as KeeperData;
/** After a library could not be built. */
const againMs = 60_000;
/** After a change in the corpus. */
const keepMs = 5_000;

const tell = (event: KeeperEvent) => announce(event);
const log: LogLine = (line, level) => tell({ kind: 'log', line, level });

const indexFolder = join(dataFolder, 'index');
try {
  mkdirSync(indexFolder, { recursive: true });
  accessSync(indexFolder, constants.W_OK);
} catch (error) {
  // What is full is written to again some day, and the host's readings need none of it.
  if (!/^(?:ENOSPC|EDQUOT)\b/u.test(messageOf(error)))
    throw new Error(
      `The folder ${dataFolder} can't be written to (${codeOf(error)}); make it writable, or set DATA_DIR to another one.`,
    );
}
const code = madeBy();
const workshop = openWorkshop();
const shelves = openShelves(join(dataFolder, 'libraries'), {
  report: log,
  numbersAfter: drawnNumber,
  onDamage: (server) => rereading.lookThrough([server]),
});

const knownFile = join(indexFolder, 'corpus.files');
const kept = readSnapshot(knownFile, code).payload;
const known = kept ? (deserialize(kept) as ReadonlyMap<string, ReadFile>) : undefined;
const corpus = await openCorpus(corpusFolder, workshop.read, { report: log, ...(known && { known }) });
let keeping: NodeJS.Timeout | undefined;
keepKnown();

let spareFolder: string | null = null;
const editions = createEditions({
  folder: indexFolder,
  spareFolder: (why) => {
    spareFolder = mkdtempSync(join(tmpdir(), 'footnote-index-'));
    log(
      `Nothing can be written to ${indexFolder} (${codeOf(why)}), so the libraries are built in ${spareFolder} until the next start. Make room: what servers add can't be kept meanwhile.`,
      'error',
    );
    return spareFolder;
  },
  keyOf: (server) => {
    const ofCorpus = keyFrom(code, corpus.current.fingerprint);
    const shelf = server === null ? null : shelves.open(server);
    return shelf ? keyFrom(code, shelf.edition, shelf.info().settings.usesCorpus ? ofCorpus : '') : ofCorpus;
  },
  materialsOf: (server) => {
    if (server === null) return corpus.current;
    const shelf = shelves.open(server);
    const { articles, corrections, problems } = corpus.current;
    const own = shelf.articles();
    return shelf.info().settings.usesCorpus
      ? { articles: [...articles, ...own], corrections, problems }
      : { articles: own, corrections, problems: [] };
  },
  build: workshop.build,
  buildBeside: workshop.buildBeside,
  buildInterim: (...what) =>
    workshop.buildInterim(...what).catch((error: unknown) => {
      log(`What has changed can't be laid over a library, and all of it is built anew: ${messageOf(error)}`);
      return false;
    }),
  onWhole: (server, error) => {
    if (!error) return tell({ kind: 'changed', server });
    log(`A library can't be built anew: ${messageOf(error)}`, 'error');
    setTimeout(() => tell({ kind: 'changed', server }), againMs).unref();
  },
});

/** Null for a server whose library is the host's corpus and nothing else. */
function shelfInUse(server: string): Shelf | null {
  const shelf = shelves.open(server);
  const { documents, settings } = shelf.info();
  return documents === 0 && settings.usesCorpus ? null : shelf;
}

/** So that the next start reads only what has changed since. */
function keepKnown(): void {
  clearTimeout(keeping);
  keeping = undefined;
  try {
    writeSnapshot(knownFile, code, serialize(corpus.known));
  } catch (error) {
    log(`What was read in the corpus can't be kept: ${messageOf(error)}`, 'warn');
  }
}

/** It takes a while where there is much, and a change is to be in the answers first. */
function keepSoon(): void {
  keeping ??= setTimeout(keepKnown, keepMs);
}

function codeOf(error: unknown): string {
  return /^E[A-Z]+\b/u.exec(messageOf(error))?.[0] ?? 'unknown error';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function refreshCorpus(found: Look | null): Promise<void> {
  if (!(await corpus.refresh(found))) return;
  for (const { message } of corpus.current.problems) log(message, 'warn');
  const { length } = corpus.current.articles;
  log(`The readings have changed, and are ${length === 1 ? 'one article' : `${length} articles`} now.`);
  tell({ kind: 'changed', server: null });
  for (const server of editions.asked()) tell({ kind: 'changed', server });
  keepSoon();
}

let refreshing: Promise<void> = Promise.resolve();
if (watches) {
  corpus.watch((found) => {
    if (found) workshop.prepare();
    refreshing = refreshing
      .then(() => refreshCorpus(found))
      .catch((error: unknown) => log(`The corpus can't be read again: ${messageOf(error)}`, 'error'));
  });
}

const stopSweeping = sweepRegularly({ shelves, destroy, log });

function destroy(server: string): void {
  shelves.open(server).destroy();
  editions.forget(server);
  tell({ kind: 'changed', server });
}

async function understood(shelf: Shelf, { article, record }: Document): Promise<Understood> {
  const edits = shelf.edits(record.id);
  if (!article) return { record, edits, passages: 0, names: 0, frequentNames: [] };
  try {
    return { record, edits, ...(await workshop.gist(article)) };
  } catch {
    // The document stands all the same; its names are found when the library is built.
    return { record, edits, passages: passagesOf(article).length, names: 0, frequentNames: [] };
  }
}

async function add(server: string, { bytes, fetchedFrom, name }: NewFile): Promise<Added> {
  const shelf = shelves.open(server);
  const { article, problems } = await workshop.read(name, bytes);
  if (!article)
    return {
      kind: 'unreadable',
      problems: problems.length > 0 ? problems : [fatal(name, `${name} could not be read.`)],
    };
  const added = shelf.add({ name, bytes, article, problems, ...(fetchedFrom !== undefined && { fetchedFrom }) });
  if (added.kind !== 'added') return added;
  const document = shelf.document(added.document.id);
  if (!document) throw new Error('A document that was added is not there');
  const gist = await understood(shelf, document);
  return { kind: 'added', document: gist };
}

/** Tells of a change when there was one. */
async function changing<T>(server: string, change: (shelf: Shelf) => T | Promise<T>): Promise<T> {
  const shelf = shelves.open(server);
  const before = shelf.revision;
  try {
    return await change(shelf);
  } finally {
    if (shelf.revision !== before) tell({ kind: 'changed', server });
  }
}

const rereading = createRereading({ read: workshop.read, changing, log });

const handlers = {
  /** Once what is there has been read and is built. */
  start: async () => {
    const edition = await editions.current(null);
    rereading.lookThrough(shelves.ids());
    return { edition, problems: corpus.current.problems };
  },
  edition: (server: string | null) => editions.current(server !== null && shelfInUse(server) ? server : null),
  servers: () => shelves.ids(),
  info: (server: string) => shelves.open(server).info(),
  documents: (server: string) => shelves.open(server).documents(),
  document: async (server: string, id: number) => {
    const shelf = shelves.open(server);
    const document = shelf.document(id);
    return document && understood(shelf, document);
  },
  add: (server: string, file: NewFile) => changing(server, () => add(server, file)),
  remove: (server: string, id: number) => changing(server, (shelf) => shelf.remove(id)),
  restore: (server: string, id: number) => changing(server, (shelf) => shelf.restore(id)),
  edit: (server: string, id: number, change: EditChange) => changing(server, (shelf) => shelf.edit(id, change)),
  set: (server: string, settings: Partial<ShelfSettings>) => changing(server, (shelf) => shelf.set(settings)),
  planExport: (server: string, bytesMax: number) => planExport(shelves.open(server), { bytesMax }),
  exportPart: (server: string, plan: ExportPlan, at: number) => exportPart(shelves.open(server), plan, at),
  destroy,
  left: (server: string) => shelves.open(server).mark(Date.now()),
  returned: (server: string) => shelves.open(server).unmark(),
  stop: async () => {
    corpus.stop();
    stopSweeping();
    await refreshing;
    if (keeping) keepKnown();
    const reread = rereading.stop();
    await workshop.stop();
    await reread;
    shelves.close();
    if (spareFolder !== null) rmSync(spareFolder, { recursive: true, force: true });
  },
} satisfies Omit<Record<keyof Keeper, unknown>, 'settled'> & Record<string, unknown>;

export type KeeperHandlers = typeof handlers;

serve(handlers);
