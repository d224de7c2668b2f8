/**
 * Which of many texts may hold a phrase, by its runs of three letters: a Bloom filter (1970) of each text's runs, kept the other
 * way round, as a row of texts for each run, so that a few rows tell of all texts at once (bit slices; Faloutsos 1985).
 */
import { type Runs, runNumbers } from './letter-runs.ts';

/** A row of bits, one a text, for each number that runs are hashed to. */
export type Signatures = Uint8Array;

export function signaturesOf(textCount: number, runsOf: (text: number) => Runs): Signatures {
  const rowBytes = rowBytesFor(textCount);
  const bits = new Uint8Array(runNumbers * rowBytes);
  for (let text = 0; text < textCount; text++)
    for (const run of runsOf(text)) bits[run * rowBytes + (text >> 3)]! |= 1 << (text & 7);
  return bits;
}

/** The numbers of the texts that have all these runs, in order: of a phrase with none, all texts. */
export function textsWith(signatures: Signatures, textCount: number, runs: Runs): number[] {
  const rowBytes = rowBytesFor(textCount);
  const left = new Uint8Array(rowBytes).fill(0xff);
  for (const run of runs) {
    const row = run * rowBytes;
    for (let at = 0; at < rowBytes; at++) left[at]! &= signatures[row + at]!;
  }
  const texts: number[] = [];
  for (let text = 0; text < textCount; text++) if ((left[text >> 3]! & (1 << (text & 7))) !== 0) texts.push(text);
  return texts;
}

const rowBytesFor = (textCount: number): number => (textCount + 7) >> 3;
