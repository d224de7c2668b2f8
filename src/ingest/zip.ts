/**
 * A zip archive → its entries in memory, within bounds: in front of the readers of Word and EPUB files. Nothing is unpacked to
 * disk, sizes are counted as bytes come out and not as the archive states them, and what is not wanted is never inflated.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl';
import type { Problem } from '../model.ts';
import { fatal, megabytes, shownPath } from './draft.ts';

/**
 * Apache Tika and POI, which read strangers' files, too, allow a ratio of 100 past about 1 MB; real books and documents stay
 * below a tenth of each limit.
 */
export const entriesMax = 2_000;
export const entryBytesMax = 32_000_000;
const totalBytesMax = 100_000_000;
const ratioMax = 100;
export const ratioFreeBytes = 1_000_000;

export type ZipFiles = ReadonlyMap<string, Uint8Array>;

/** The entries whose names `wants` takes. One bad entry refuses the whole archive: who lies once is not believed. */
export async function readZip(
  path: string,
  bytes: Uint8Array,
  format: string,
  wants: (name: string) => boolean,
): Promise<ZipFiles | Problem> {
  const fault = await filesOrFault(bytes, wants).catch((error: unknown) => damageIn(error, format));
  return typeof fault === 'string' ? fatal(path, `${shownPath(path)} ${fault}`) : fault;
}

const split = 'split it into smaller files';
const saveAgain = 'save it again with the program that made it';

async function filesOrFault(bytes: Uint8Array, wants: (name: string) => boolean): Promise<ZipFiles | string> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (zip.entryCount > entriesMax)
    return `holds ${zip.entryCount} entries, and at most ${entriesMax} are read; ${split}.`;
  const entries = new Map<string, Entry>();
  let stated = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    if (entries.has(name)) return `holds two entries named ${shown(name)}, and only one can be meant; ${saveAgain}.`;
    if (entry.isEncrypted()) return 'is locked with a password; save it without one.';
    stated += entry.uncompressedSize;
    if (entry.uncompressedSize > entryBytesMax) return tooMuch(name, entry.uncompressedSize, entryBytesMax);
    if (stated > totalBytesMax) return tooMuch('', stated, totalBytesMax);
    entries.set(name, entry);
  }
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of entries) {
    if (!wants(name)) continue;
    const file = await inflated(zip, entry, name);
    if (typeof file === 'string') return file;
    files.set(name, file);
  }
  return files;
}

/** Some writers of EPUB files have names in UTF-8 without saying so. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  if (raw.every((byte) => byte < 0x80)) return entry.fileName;
  try {
    const name = new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\\', '/');
    return validateFileName(name) === null ? name.normalize('NFC') : entry.fileName;
  } catch {
    return entry.fileName;
  }
}

/** An entry's bytes, or why there are none. What is inflated counts, and it stops where it is too much. */
async function inflated(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array | string> {
  if (!entry.canDecodeFileData())
    return `packs ${shown(name)} in a way that is not read (method ${entry.compressionMethod}); ${saveAgain}.`;
  const bytesMax = Math.min(entryBytesMax, Math.max(ratioFreeBytes, entry.compressedSize * ratioMax));
  if (entry.uncompressedSize > bytesMax) return tooDense(name, entry);
  const chunks: Uint8Array[] = [];
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Uint8Array);
    checksum = crc32(chunk as Uint8Array, checksum);
  }
  return checksum === entry.crc32
    ? Buffer.concat(chunks)
    : `is damaged: ${shown(name)} does not fit its checksum; ${saveAgain}.`;
}

const tooMuch = (name: string, bytes: number, limit: number): string =>
  `unpacks to ${megabytes(bytes)}${name ? ` in ${shown(name)}` : ''}, and at most ${megabytes(limit)} are read; ${split}.`;

const tooDense = (name: string, { uncompressedSize, compressedSize }: Entry): string =>
  `is packed ${Math.ceil(uncompressedSize / Math.max(1, compressedSize))} to 1 in ${shown(name)}, and at most ${ratioMax} to 1 is read; ${saveAgain}.`;

const shown = (name: string): string => `“${shownPath(name).slice(-80)}”`;

function damageIn(error: unknown, format: string): string {
  const message = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters/.test(message))
    return `holds an entry whose name points outside of it; ${saveAgain}.`;
  if (/encryption|encrypted/.test(message)) return 'is locked with a password; save it without one.';
  if (/too many bytes|not enough bytes|size mismatch/.test(message))
    return `states other sizes than its entries have; ${saveAgain}.`;
  return `is no ${format} file or a damaged one, for it cannot be unpacked; ${saveAgain}.`;
}
