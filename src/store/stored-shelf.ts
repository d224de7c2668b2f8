/** A shelf over its file: what is allowed, and what changes together. */
import { createHash } from 'node:crypto';
import { megabytes } from '../ingest/draft.ts';
import { changedEdits, type EditChange, withEdits, withoutRead } from '../ingest/edited.ts';
import { readerVersion } from '../ingest/reader-version.ts';
import type { Article, LogLine } from '../model.ts';
import { faultsIn } from './check.ts';
import type { Database } from './database.ts';
import { documentNameOf, freeName } from './document-name.ts';
import * as documents from './documents.ts';
import type {
  Addition,
  AddResult,
  DocumentRecord,
  EditDocumentResult,
  Refused,
  RestoreResult,
  Shelf,
  ShelfLimits,
  ShelfSettings,
} from './shelf.ts';
import type { ShelfFile } from './shelf-file.ts';
import { grow, newState, putSettings, stateOf } from './state.ts';

/** A removal can be undone for at least this long. */
const undoMs = 3_600_000;
/** Removed documents included, a file holds this many times what a shelf may: nobody fills the disk by adding and removing. */
const heldTimesMax = 2;

export interface StoredShelfOptions {
  readonly limits: ShelfLimits;
  readonly report: LogLine;
  /** Told when a reading is found damaged. */
  readonly onDamage: () => void;
}

export function createShelf(file: ShelfFile, { limits, report, onDamage }: StoredShelfOptions): Shelf {
  const { serverId } = file;
  /** Documents whose reading was found damaged, until they are read again. */
  const damaged = new Set<number>();

  /** Nothing where there is no file yet: such a change makes none. */
  const changeIfAny = <T>(work: (database: Database) => T): T | null => (file.exists() ? file.change(work) : null);

  function wholeArticle({ record, article }: documents.KeptArticle): Article | null {
    if (article) return article;
    if (damaged.has(record.id)) return null;
    damaged.add(record.id);
    report(`What was read of a document in the library of server ${serverId} is damaged; it is read anew.`, 'warn');
    onDamage();
    return null;
  }

  /** Why no more bytes fit; what was removed long ago makes room first. */
  function fullSentence(database: Database, bytes: number): string | null {
    const live = documents.held(database, 'live');
    const full = limitSentence(live, bytes, limits);
    if (full) return full;
    const isCrowded = () => {
      const all = documents.held(database, 'all');
      return all.documents >= heldTimesMax * limits.documentsMax || all.bytes + bytes > heldTimesMax * limits.bytesMax;
    };
    if (!isCrowded()) return null;
    documents.deleteRemoved(database, Date.now() - undoMs);
    return isCrowded()
      ? 'Documents removed within the last hour still take up this library’s room; try again later.'
      : null;
  }

  function add(addition: Addition): AddResult {
    const { bytes, article, problems, fetchedFrom = null } = addition;
    if (sha256Of(bytes) !== article.sha256)
      throw new Error(`The article of "${addition.name}" was not read from the bytes that are to be added.`);
    const tooMuch = limitSentence({ documents: 0, bytes: 0 }, bytes.length, limits);
    if (tooMuch) return refused(tooMuch);
    return file.change((database): AddResult => {
      const same = documents.liveRecord(database, 'sha256', article.sha256);
      if (same) return { kind: 'already there', document: same };
      const full = fullSentence(database, bytes.length);
      if (full) return refused(full);
      const name = freeNameIn(database, documentNameOf(addition.name));
      const addedAt = Date.now();
      const id = documents.insertDocument(database, {
        name,
        bytes,
        article,
        problems,
        fetchedFrom,
        addedAt,
        readerVersion,
      });
      grow(database);
      return { kind: 'added', document: recordAt(database, id) };
    });
  }

  function restore(id: number): RestoreResult {
    const restored = changeIfAny((database): RestoreResult => {
      const row = documents.removedRow(database, id);
      const back = documents.liveRecord(database, 'id', id);
      if (back) return { kind: 'already there', document: back };
      if (!row) return refused('That document can’t be brought back any more; add its file again.');
      const same = documents.liveRecord(database, 'sha256', row.sha256);
      if (same) return { kind: 'already there', document: same };
      const full = limitSentence(documents.held(database, 'live'), row.bytes, limits);
      if (full) return refused(full);
      documents.bringBack(database, id, freeNameIn(database, row.name));
      grow(database);
      return { kind: 'restored', document: recordAt(database, id) };
    });
    return restored ?? refused('This library holds no documents.');
  }

  function edit(id: number, change: EditChange): EditDocumentResult {
    const result = changeIfAny((database): EditDocumentResult => {
      const [before, asRead] = [documents.editsOf(database, id), documents.recordAsRead(database, id)];
      if (!before || !asRead) return refused(notHere);
      const after = changedEdits(before, change);
      if (after.kind === 'refused') return after;
      const edits = withoutRead(after.edits, asRead);
      if (JSON.stringify(edits) !== JSON.stringify(before)) {
        documents.putEdits(database, id, edits);
        grow(database);
      }
      return { kind: 'edited', document: recordAt(database, id), edits };
    });
    return result ?? refused(notHere);
  }

  function reread(id: number, { article, problems }: Pick<Addition, 'article' | 'problems'>): boolean {
    const isDone = changeIfAny((database) => {
      const record = documents.liveRecord(database, 'id', id);
      if (!record) return false;
      if (record.sha256 !== article.sha256)
        throw new Error(`The article was not read from the bytes of document ${id}, "${record.name}".`);
      documents.putReading(database, id, { article, problems, readerVersion });
      grow(database);
      return true;
    });
    damaged.delete(id);
    return isDone ?? false;
  }

  function set(settings: Partial<ShelfSettings>): ShelfSettings {
    return file.change((database) => {
      const before = stateOf(database).settings;
      const after = { ...before, ...settings };
      if (after.usesCorpus !== before.usesCorpus) {
        putSettings(database, after);
        grow(database);
      }
      return after;
    });
  }

  const state = () => file.read(stateOf) ?? newState;

  return {
    serverId,
    get revision() {
      return state().revision;
    },
    get edition() {
      return state().edition;
    },
    info: () => ({
      ...(file.read((database) => documents.held(database, 'live')) ?? nothing),
      limits,
      settings: state().settings,
      removed: file.read(documents.removedRecords) ?? [],
      markedAt: file.markedAt(),
      setAside: file.setAside(),
      damaged: [...damaged],
    }),
    documents: () => file.read(documents.liveRecords) ?? [],
    document: (id) =>
      file.read((database) => {
        const kept = documents.liveArticle(database, id);
        if (!kept) return null;
        const asRead = wholeArticle(kept);
        return { record: kept.record, asRead, article: asRead && withEdits(asRead, kept.edits), edits: kept.edits };
      }),
    articles: () =>
      file.read((database) => {
        const articles: Article[] = [];
        for (const kept of documents.liveArticles(database)) {
          const article = wholeArticle(kept);
          if (article) articles.push(withEdits(article, kept.edits));
        }
        return articles;
      }) ?? [],
    original(id) {
      const original = file.read((database) => documents.originalOf(database, id)) ?? null;
      if (original && sha256Of(original.content) !== original.sha256)
        throw new Error(`The original file of “${original.name}” is damaged; add the file again.`);
      return original?.content ?? null;
    },
    add,
    remove: (id) =>
      changeIfAny((database) => {
        const record = documents.liveRecord(database, 'id', id);
        if (!record) return null;
        documents.takeAway(database, id, Date.now());
        grow(database);
        return record;
      }),
    restore,
    purge(before) {
      const purged = changeIfAny((database) => documents.deleteRemoved(database, before)) ?? 0;
      if (purged > 0) file.tidy();
      return purged;
    },
    edit,
    edits: (id) => file.read((database) => documents.editsOf(database, id)) ?? {},
    set,
    outdated: () =>
      file.read((database) => {
        const ids: number[] = [];
        for (const kept of documents.liveArticles(database)) {
          const isWhole = wholeArticle(kept) !== null;
          if (!isWhole || kept.readerVersion < readerVersion) ids.push(kept.record.id);
        }
        return ids;
      }) ?? [],
    reread,
    mark(at) {
      if (file.exists()) file.mark(at);
    },
    unmark: () => file.mark(null),
    destroy() {
      damaged.clear();
      file.destroy();
    },
    check: () => file.read(faultsIn) ?? [],
  };
}

const recordAt = (database: Database, id: number): DocumentRecord =>
  documents.liveRecord(database, 'id', id) as DocumentRecord;

const freeNameIn = (database: Database, name: string): string =>
  freeName(name, (key) => documents.isNameTaken(database, key));

const nothing: documents.Held = { documents: 0, bytes: 0 };
const notHere = 'That document is not in this library any more.';

const refused = (message: string): Refused => ({ kind: 'refused', message });

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Why a file of so many bytes doesn't fit beside what is there; null when it does. */
function limitSentence(live: documents.Held, bytes: number, { documentsMax, bytesMax }: ShelfLimits): string | null {
  if (live.documents >= documentsMax)
    return `This library holds ${live.documents} documents, and ${documentsMax} is the most; remove some first.`;
  if (live.bytes + bytes <= bytesMax) return null;
  const room = megabytes(bytesMax);
  return live.bytes === 0
    ? `This file has ${megabytes(bytes)}, and a library holds at most ${room}; add a smaller one.`
    : `This file has ${megabytes(bytes)}, and this library already holds ${megabytes(live.bytes)} of at most ${room}; remove something first.`;
}
