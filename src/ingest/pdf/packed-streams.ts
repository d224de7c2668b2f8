/** How much the packed streams of a PDF unpack to, counted before pdf.js unpacks them: 300 KB can hold 300 MB. */
import { inflateSync } from 'node:zlib';

/** Fonts and pages stay far below; pictures, which are never unpacked, are not counted. */
export const streamBytesMax = 32_000_000;
export const streamsBytesMax = 150_000_000;

export interface TooMuch {
  readonly what: 'stream' | 'streams' | 'layers';
}

const dictionaryCharsMax = 4_000;

export function tooMuchPacked(bytes: Uint8Array): TooMuch | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (isEndOf(file, at)) continue;
    const start = file[at + 6] === 0x0d ? at + 8 : at + 7;
    const before = file.toString('latin1', Math.max(0, at - dictionaryCharsMax), at);
    const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), before.lastIndexOf('endobj')));
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    // Nothing that makes PDFs packs twice.
    if (layers > 1 && !/\/DecodeParms/.test(dictionary)) return { what: 'layers' };
    const end = file.indexOf('endstream', start);
    const length = unpackedLength(file.subarray(start, end < 0 ? file.length : end));
    if (length > streamBytesMax) return { what: 'stream' };
    total += length;
    if (total > streamsBytesMax) return { what: 'streams' };
  }
  return null;
}

const isEndOf = (file: Buffer, at: number): boolean => at >= 3 && file.toString('latin1', at - 3, at) === 'end';

/** What zlib refuses as broken or encrypted counts for nothing: pdf.js will not get far with it either. */
function unpackedLength(packed: Buffer): number {
  if (packed.length * 1_040 < 1_000_000) return packed.length;
  try {
    return inflateSync(packed, { maxOutputLength: streamBytesMax + 1, finishFlush: 2 }).length;
  } catch (error) {
    return error instanceof RangeError || codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? streamBytesMax + 1 : 0;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
