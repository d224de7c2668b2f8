/** A shelf → zip files that hold all of it: the original files, and what was read and corrected in `library.json`. */
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { Article } from '../model.ts';
import type { DocumentRecord, Shelf } from './shelf.ts';

export interface ExportPlan {
  /** Ids of documents, a list for each zip file. */
  readonly parts: readonly (readonly number[])[];
  /** Files that are by themselves larger than a zip file may be; `library.json` tells of them all the same. */
  readonly leftOut: readonly { readonly id: number; readonly name: string; readonly bytes: number }[];
}

export interface ExportedPart {
  /** 'library.zip', or 'library-1-of-3.zip'. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const metadataName = 'library.json';
/** What a zip file takes for each entry beside its bytes and twice its name, and once for itself; rounded up. */
const entryBytes = 200;
const zipBytes = 500;

const deflated = promisify(deflateRaw);

/** How a shelf is parted into zip files of at most `bytesMax` each; an empty shelf has no part. */
export async function planExport(shelf: Shelf, { bytesMax }: { readonly bytesMax: number }): Promise<ExportPlan> {
  const parts: number[][] = [];
  const leftOut: { id: number; name: string; bytes: number }[] = [];
  let room = 0;
  const place = (id: number, bytes: number) => {
    if (bytes > room || parts.length === 0) {
      parts.push([]);
      room = bytesMax - zipBytes;
    }
    parts.at(-1)?.push(id);
    room -= bytes;
  };
  for (const record of shelf.documents()) {
    const { id, name, bytes } = record;
    const original = shelf.original(id);
    if (!original) continue;
    const described = sizeOfDescription(shelf, record);
    const whole = (await packedSize(original)) + 2 * Buffer.byteLength(name) + entryBytes + described;
    const isTooLarge = whole > bytesMax - zipBytes;
    if (isTooLarge) leftOut.push({ id, name, bytes });
    place(id, isTooLarge ? described : whole);
  }
  return { parts, leftOut };
}

/** Deflate in yazl's stream may cut its blocks a little otherwise than in one go. */
async function packedSize(bytes: Uint8Array): Promise<number> {
  const { length } = await deflated(bytes);
  return Math.ceil(length * 1.001) + 64;
}

/** Taken as it is: `library.json` will be a good deal smaller once packed. */
const sizeOfDescription = (shelf: Shelf, record: DocumentRecord): number =>
  Buffer.byteLength(JSON.stringify(describe(shelf, record, true), null, 2)) * 1.2;

/** One of the plan's zip files; `at` counts from 0. What was removed since the plan was made is missing in it. */
export async function exportPart(shelf: Shelf, plan: ExportPlan, at: number): Promise<ExportedPart> {
  const ids = plan.parts[at];
  if (!ids) throw new Error(`An export of ${plan.parts.length} parts has no part ${at}.`);
  const zip = new ZipFile();
  const leftOut = new Set(plan.leftOut.map(({ id }) => id));
  const documents: object[] = [];
  for (const id of ids) {
    const record = shelf.documents().find((one) => one.id === id);
    const original = record && shelf.original(id);
    if (!original) continue;
    documents.push(describe(shelf, record, !leftOut.has(id)));
    if (!leftOut.has(id)) zip.addBuffer(Buffer.from(original), record.name, { mtime: new Date(record.addedAt) });
  }
  const metadata = { format: 'footnote-library', version: 1, part: at + 1, parts: plan.parts.length, documents };
  zip.addBuffer(Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`), metadataName);
  zip.end();
  const name = plan.parts.length === 1 ? 'library.zip' : `library-${at + 1}-of-${plan.parts.length}.zip`;
  return { name, bytes: await buffer(zip.outputStream) };
}

/** What is known of a document: of the file, as it was read, and as the group corrected it. */
function describe(shelf: Shelf, record: DocumentRecord, isIncluded: boolean): object {
  const document = shelf.document(record.id);
  return {
    file: record.name,
    isIncluded,
    bytes: record.bytes,
    sha256: record.sha256,
    addedAt: new Date(record.addedAt).toISOString(),
    fetchedFrom: record.fetchedFrom,
    read: document?.asRead ? detailsOf(document.asRead) : null,
    corrected: document?.edits ?? {},
    problems: record.problems.map(({ message }) => message),
  };
}

const detailsOf = (article: Article): object => {
  const { format, textSha256, title, authors, publisher, via, published, url, lang, licence, sources, labels } =
    article;
  return { format, textSha256, title, authors, publisher, via, published, url, lang, licence, sources, labels };
};
