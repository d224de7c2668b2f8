/**
 * The keeper, as the connection to Discord asks it: the libraries of all servers, what is added to them and corrected in
 * them. Every call takes and gives plain data, and is a promise, for the keeper works in a thread of its own.
 */
import type { EditChange, Edits } from '../ingest/edited.ts';
import type { Problem } from '../model.ts';
import type { ExportedPart, ExportPlan } from './export.ts';
import type {
  AlreadyThere,
  DocumentRecord,
  EditDocumentResult,
  Refused,
  RestoreResult,
  ShelfInfo,
  ShelfSettings,
} from './shelf.ts';

/** A document with what was understood of it. */
export interface Understood {
  readonly record: DocumentRecord;
  readonly edits: Edits;
  readonly passages: number;
  readonly names: number;
  /** The most mentioned. */
  readonly frequentNames: readonly string[];
}

export type Added =
  | { readonly kind: 'added'; readonly document: Understood }
  | AlreadyThere
  | Refused
  /** No article came of it; the problems say why. */
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fetchedFrom?: string;
}

/** Every change stands on the disk when its promise is fulfilled, and in the answers when `settled` is. */
export interface Keeper {
  info(serverId: string): Promise<ShelfInfo>;
  /** Oldest first. */
  documents(serverId: string): Promise<readonly DocumentRecord[]>;
  document(serverId: string, id: number): Promise<Understood | null>;
  /** Reads the file in a thread with a deadline, and keeps it when an article came of it. */
  add(serverId: string, file: NewFile): Promise<Added>;
  remove(serverId: string, id: number): Promise<DocumentRecord | null>;
  restore(serverId: string, id: number): Promise<RestoreResult>;
  edit(serverId: string, id: number, change: EditChange): Promise<EditDocumentResult>;
  set(serverId: string, settings: Partial<ShelfSettings>): Promise<ShelfSettings>;
  planExport(serverId: string, bytesMax: number): Promise<ExportPlan>;
  exportPart(serverId: string, plan: ExportPlan, at: number): Promise<ExportedPart>;
  /** Deletes the whole library of a server for good. */
  destroy(serverId: string): Promise<void>;
  /** Fulfilled when answers hold every change made before. */
  settled(serverId: string): Promise<void>;
  /** Servers that have a library of their own. */
  servers(): Promise<readonly string[]>;
  /** The bot is no longer in this server, or is again: a library is deleted 30 days after it was left. */
  left(serverId: string): Promise<void>;
  returned(serverId: string): Promise<void>;
}
