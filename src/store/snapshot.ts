/**
 * One file that keeps something built, such as an index, so that it needn't be built again. It is given back only when every
 * byte is as it was written and the key is the one asked for; else the file tells why not, and the caller builds anew.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createDisk, type Disk } from './disk.ts';

export type Snapshot =
  | { readonly payload: Uint8Array; readonly why: null }
  | { readonly payload: null; readonly why: 'missing' | 'other key' | 'damaged' };

/** Magic with the version of this layout, SHA-256 of all that follows it, length of the key, key, payload. */
const magic = Buffer.from('FOOTNOTE SNAP 1\n', 'latin1');
const hashBytes = 32;
const lengthBytes = 4;
const headBytes = magic.length + hashBytes + lengthBytes;

/** Throws when it can't be written, and then the file is what it was. The folder must be there. */
export function writeSnapshot(file: string, key: string, payload: Uint8Array, disk: Disk = createDisk()): void {
  const keyed = keyedHead(key);
  const hash = createHash('sha256').update(keyed).update(payload).digest();
  disk.replace(file, [Buffer.concat([magic, hash, keyed]), payload]);
}

export function readSnapshot(file: string, key: string): Snapshot {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { payload: null, why: isMissing ? 'missing' : 'damaged' };
  }
  const hashed = bytes.subarray(magic.length + hashBytes);
  const isWhole =
    bytes.length >= headBytes &&
    bytes.subarray(0, magic.length).equals(magic) &&
    createHash('sha256')
      .update(hashed)
      .digest()
      .equals(bytes.subarray(magic.length, magic.length + hashBytes));
  if (!isWhole) return { payload: null, why: 'damaged' };
  const wanted = keyedHead(key);
  if (!hashed.subarray(0, wanted.length).equals(wanted)) return { payload: null, why: 'other key' };
  return { payload: hashed.subarray(wanted.length), why: null };
}

/** The length stands before the key, so that no key is the beginning of another one's payload. */
function keyedHead(key: string): Buffer {
  const bytes = Buffer.from(key, 'utf8');
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
