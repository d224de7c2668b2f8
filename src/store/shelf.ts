/**
 * A shelf: the documents that one server added, with what was read in them and what the group corrected. What it is and
 * does, for those who use one; `shelves.ts` opens them. Everything is synchronous: it is meant for a thread of its own.
 */
import type { EditChange, Edits } from '../ingest/edited.ts';
import type { Article, Problem } from '../model.ts';

export interface ShelfLimits {
  readonly documentsMax: number;
  /** Of the original files together. */
  readonly bytesMax: number;
}

export const shelfLimits: ShelfLimits = { documentsMax: 500, bytesMax: 200_000_000 };

export interface ShelfSettings {
  /** Whether the host's corpus stands beside the server's own documents. */
  readonly usesCorpus: boolean;
}

export interface ShelfInfo {
  readonly documents: number;
  /** Of the original files together. */
  readonly bytes: number;
  readonly limits: ShelfLimits;
  readonly settings: ShelfSettings;
  /** What can be brought back, removed last first; as many as a menu takes. */
  readonly removed: readonly DocumentRecord[];
  /** When the bot was removed from the server, in milliseconds since 1970. */
  readonly markedAt: number | null;
  /** Names of damaged files of this shelf that were put out of the way, oldest first. */
  readonly setAside: readonly string[];
  /** Ids of documents whose reading was found damaged, and not read anew since: they are in no answer. */
  readonly damaged: readonly number[];
}

/** A document without its text: what an article says of itself, as the group corrected it. */
export interface DocumentRecord
  extends Pick<
    Article,
    'format' | 'title' | 'authors' | 'publisher' | 'via' | 'published' | 'url' | 'lang' | 'licence' | 'labels'
  > {
  /** Never used twice within a shelf. */
  readonly id: number;
  /** The file's name, unlike any other on the shelf whatever the case; the article's path. */
  readonly name: string;
  readonly articleId: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly fetchedFrom: string | null;
  readonly isEdited: boolean;
  readonly problems: readonly Problem[];
}

export interface Document {
  readonly record: DocumentRecord;
  /** With the group's corrections. Null when what was read fails its hash: `reread` mends it. */
  readonly article: Article | null;
  /** Without them. */
  readonly asRead: Article | null;
  readonly edits: Edits;
}

export interface Addition {
  /** As uploaded; made safe, and "name (2).md" where there is such a name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What `readArticle` made of these bytes. */
  readonly article: Article;
  readonly problems: readonly Problem[];
  /** The address that the bytes came from. */
  readonly fetchedFrom?: string;
}

/** `message` is one sentence for people. */
export type Refused = { readonly kind: 'refused'; readonly message: string };
/** The very same bytes stand on the shelf. */
export type AlreadyThere = { readonly kind: 'already there'; readonly document: DocumentRecord };

export type AddResult = { readonly kind: 'added'; readonly document: DocumentRecord } | AlreadyThere | Refused;
export type RestoreResult = { readonly kind: 'restored'; readonly document: DocumentRecord } | AlreadyThere | Refused;
export type EditDocumentResult =
  | { readonly kind: 'edited'; readonly document: DocumentRecord; readonly edits: Edits }
  | Refused;

/**
 * Reading never makes a file. What changes something either is done and on the disk when the call returns, or throws and
 * has changed nothing; the Error is one sentence for people. A damaged file is replaced by what can be rescued of it, and
 * `info` names it; one of a newer Footnote is left alone, and every call throws.
 */
export interface Shelf {
  readonly serverId: string;
  /** Grows by one with every change of what readers may see; 0 without a file. */
  readonly revision: number;
  /** Of this very state and no other, also after the shelf was deleted and filled again: the key for a built index. */
  readonly edition: string;
  info(): ShelfInfo;
  /** Oldest first. */
  documents(): readonly DocumentRecord[];
  document(id: number): Document | null;
  /** Oldest first, with the group's corrections. A document whose stored text fails its hash is left out: see `check`. */
  articles(): readonly Article[];
  /** The file's own bytes; also of a removed document until it is purged. Throws when they fail their hash. */
  original(id: number): Uint8Array | null;
  add(addition: Addition): AddResult;
  /** Gone from every answer at once; null when there is no such document. */
  remove(id: number): DocumentRecord | null;
  /** Undoes a removal, until it is purged. */
  restore(id: number): RestoreResult;
  /** Deletes for good what was removed before a time (milliseconds since 1970); gives how many documents that were. */
  purge(before: number): number;
  edit(id: number, change: EditChange): EditDocumentResult;
  edits(id: number): Edits;
  set(settings: Partial<ShelfSettings>): ShelfSettings;
  /** Documents read by an older reader, or whose reading is damaged: `reread` mends both. Every text is looked at. */
  outdated(): readonly number[];
  /** What a newer reader made of the original bytes; edits stay. False when there is no such document. */
  reread(id: number, reading: Pick<Addition, 'article' | 'problems'>): boolean;
  /** The bot was removed from the server: `Shelves.marked` tells until `unmark`. Nothing happens without a file. */
  mark(at: number): void;
  unmark(): void;
  /** Deletes every file of the shelf at once, damaged ones too. Can be filled anew. */
  destroy(): void;
  /** Reads everything and compares it with its hashes: one sentence for each fault, none when all is whole. */
  check(): readonly string[];
}

export interface Shelves {
  /** Throws for an id that is not digits. Opens nothing yet, and makes no file before something is added or set. */
  open(serverId: string): Shelf;
  /** Of servers that have a file. */
  ids(): readonly string[];
  marked(): readonly { readonly serverId: string; readonly at: number }[];
  /** Closes the files that are open; they open again when asked for. */
  close(): void;
}
