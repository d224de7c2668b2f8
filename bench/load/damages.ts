/** A library kept in a file, and the file damaged at random, again and again: how often that is noticed. */
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Corpus } from '../../src/ingest/corpus.ts';
import { builtLibrary } from '../../src/library.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot.ts';
import { createRandom, type Random } from '../random.ts';

const key = 'a'.repeat(64);
const rangeMax = 4_096;

/** Of so many damages, those that were noticed. Throws where the file isn't whole to begin with. */
export function damagesNoticed(corpus: Corpus, count: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-damage-'));
  const file = join(folder, 'library.index');
  try {
    writeSnapshot(file, key, serialize(builtLibrary(corpus)));
    if (!readSnapshot(file, key).payload) throw new Error('The snapshot is not whole before it is damaged');
    const whole = readFileSync(file);
    const random = createRandom(1);
    let noticed = 0;
    for (let time = 0; time < count; time++) {
      damage(file, whole, random);
      if (!readSnapshot(file, key).payload) noticed++;
      writeFileSync(file, whole);
    }
    return noticed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As disks, copies and crashes do it: a bit, a few bytes, a range that is empty or of elsewhere, an end that is missing or too much. */
function damage(file: string, whole: Buffer, random: Random): void {
  const at = random.below(whole.length);
  const length = Math.min(1 + random.below(rangeMax), whole.length - at);
  const from = random.below(whole.length - length);
  const write = (bytes: Uint8Array, position: number) => {
    const opened = openSync(file, 'r+');
    writeSync(opened, bytes, 0, bytes.length, position);
    closeSync(opened);
  };
  const shorten = (bytes: number) => {
    const opened = openSync(file, 'r+');
    ftruncateSync(opened, bytes);
    closeSync(opened);
  };
  const bit = () => write(Buffer.from([whole[at]! ^ (1 << random.below(8))]), at);
  random.pick([
    bit,
    () => write(changed(whole.subarray(at, at + length), random), at),
    // What happens to be the same already is no damage.
    () => (whole.subarray(at, at + length).every((byte) => byte === 0) ? bit() : write(Buffer.alloc(length), at)),
    () =>
      whole.subarray(from, from + length).equals(whole.subarray(at, at + length))
        ? bit()
        : write(whole.subarray(from, from + length), at),
    () => shorten(at),
    () => write(Buffer.alloc(length, 0x20), whole.length),
  ])();
}

const changed = (bytes: Uint8Array, random: Random): Uint8Array =>
  bytes.map((byte, index) => (index === 0 ? byte ^ (1 + random.below(255)) : random.below(256)));
