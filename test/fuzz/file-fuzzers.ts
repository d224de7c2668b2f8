/** Files of every format, damaged by chance: each is read soundly, or refused in one sentence. */

import type { ReadFile } from '../../src/ingest/read-article.ts';
import { zipOf } from '../ingest/made-files.ts';
import { type Fuzzer, faultOf, type Outcome } from './case.ts';
import { expectReadOrRefused } from './file-check.ts';
import { fileWords } from './file-words.ts';
import { damagedBytes } from './mutation.ts';
import { type Ending, partsOf, soundFiles } from './sound-files.ts';

export type ReadBytes = (path: string, bytes: Uint8Array) => Promise<ReadFile>;

/** Reads, and checks what came of it. Throws nothing. */
export async function readChecked(read: ReadBytes, path: string, bytes: Uint8Array, name: string): Promise<Outcome> {
  const start = performance.now();
  const input = `${name} (${bytes.length} bytes)`;
  try {
    const file = await read(path, bytes);
    const ms = performance.now() - start;
    const isOverdue = file.problems.some(({ message }) =>
      / took longer than | could not be read within /u.test(message),
    );
    expectReadOrRefused(path, file);
    return { input, came: file.article ? 'read' : isOverdue ? 'stopped' : 'refused', ms, fault: null };
  } catch (error) {
    return { input, came: 'broken', ms: performance.now() - start, fault: faultOf(error) };
  }
}

/** Every second file that is an archive is damaged within one of its parts, so that the damage gets past the sums. */
export function openFileFuzzer(ending: Ending, read: ReadBytes): Fuzzer {
  const sound = soundFiles[ending];
  const parts = partsOf(ending);
  const words = fileWords[ending];
  return {
    run: async (random) => {
      let bytes: Uint8Array;
      if (parts && random.below(4) > 0) {
        const name = random.pick(Object.keys(parts));
        bytes = await zipOf({ ...parts, [name]: damagedBytes(random, Buffer.from(parts[name] ?? ''), words) });
      } else bytes = damagedBytes(random, sound, words);
      return readChecked(read, `a.${ending}`, bytes, `a damaged .${ending}`);
    },
    close: async () => {},
  };
}
