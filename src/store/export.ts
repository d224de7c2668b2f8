/** A shelf → zip files that hold all of it: the original files, and what was read and corrected in `library.json`. */
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { Article } from '../model.ts';
import type { Document, Shelf } from './shelf.ts';

export interface ExportPlan {
  /** Ids of documents, a list for each zip file. */
  readonly parts: readonly (readonly number[])[];
  /** Files that no zip file holds; `library.json` tells of them all the same. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** By itself larger than a zip file may be; or its bytes are not those that were added. */
  readonly why: 'too large' | 'damaged';
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
  const leftOut: LeftOut[] = [];
  let room = 0;
  const place = (id: number, bytes: number) => {
    if (bytes > room || parts.length === 0) {
      parts.push([]);
      room = bytesMax - zipBytes;
    }
    parts.at(-1)?.push(id);
    room -= bytes;
  };
  for (const { id, name, bytes } of shelf.documents()) {
    const document = shelf.document(id);
    if (!document) continue;
    const described = sizeOfDescription(document);
    const original = wholeOriginal(shelf, id);
    const size = original && (await packedSize(original)) + 2 * Buffer.byteLength(name) + entryBytes + described;
    const why = size === null ? 'damaged' : size > bytesMax - zipBytes ? 'too large' : null;
    if (why) leftOut.push({ id, name, bytes, why });
    place(id, why ? described : size!);
  }
  return { parts, leftOut };
}

function wholeOriginal(shelf: Shelf, id: number): Uint8Array | null {
  try {
    return shelf.original(id);
  } catch {
    return null;
  }
}

/** Deflate in yazl's stream may cut its blocks a little otherwise than in one go. */
async function packedSize(bytes: Uint8Array): Promise<number> {
  const { length } = await deflated(bytes);
  return Math.ceil(length * 1.001) + 64;
}

/** Taken as it is: `library.json` will be a good deal smaller once packed. */
const sizeOfDescription = (document: Document): number =>
  Buffer.byteLength(JSON.stringify(describe(document, null), null, 2)) * 1.2;

/** One of the plan's zip files; `at` counts from 0. What was removed since the plan was made is missing in it. */
export async function exportPart(shelf: Shelf, plan: ExportPlan, at: number): Promise<ExportedPart> {
  const ids = plan.parts[at];
  if (!ids) throw new Error(`An export of ${plan.parts.length} parts has no part ${at}.`);
  const zip = new ZipFile();
  const leftOut = new Map(plan.leftOut.map(({ id, why }) => [id, why]));
  const documents: object[] = [];
  for (const id of ids) {
    const document = shelf.document(id);
    if (!document) continue;
    documents.push(describe(document, leftOut.get(id) ?? null));
    const original = leftOut.has(id) ? null : shelf.original(id);
    const { name, addedAt } = document.record;
    if (original) zip.addBuffer(Buffer.from(original), name, { mtime: new Date(addedAt) });
  }
  const metadata = { format: 'footnote-library', version: 1, part: at + 1, parts: plan.parts.length, documents };
  zip.addBuffer(Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`), metadataName);
  zip.end();
  const name = plan.parts.length === 1 ? 'library.zip' : `library-${at + 1}-of-${plan.parts.length}.zip`;
  return { name, bytes: await buffer(zip.outputStream) };
}

/** What is known of a document: of the file, as it was read, and as the group corrected it. */
function describe({ record, asRead, edits }: Document, leftOut: LeftOut['why'] | null): object {
  return {
    file: record.name,
    leftOut,
    bytes: record.bytes,
    sha256: record.sha256,
    addedAt: new Date(record.addedAt).toISOString(),
    fetchedFrom: record.fetchedFrom,
    read: asRead && detailsOf(asRead),
    corrected: edits,
    problems: record.problems.map(({ message }) => message),
  };
}

const detailsOf = (article: Article): object => {
  const { format, textSha256, title, authors, publisher, via, published, url, lang, licence, sources, labels } =
    article;
  return { format, textSha256, title, authors, publisher, via, published, url, lang, licence, sources, labels };
};
