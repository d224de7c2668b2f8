/** Damage done by chance that repeats itself: to words, and to the bytes of files. */
import type { Random } from '../../bench/random.ts';

/** Pieces of text in another order and number, with others between, and now and then with something broken in it. */
export function mutatedText(random: Random, words: readonly string[], odd: readonly string[]): string {
  const parts: string[] = [];
  const count = 1 + random.below(random.below(4) === 0 ? 40 : 6);
  for (let at = 0; at < count; at++)
    parts.push(random.below(4) === 0 ? random.pick(odd) : misspelled(random, random.pick(words)));
  const joint = random.pick([' ', ' ', ' ', '', '\n', '-', '"']);
  return within(random, parts.join(joint));
}

const wraps = [
  ['"', '"'],
  ['“', '”'],
  ['**', '**'],
  ['<@', '>'],
  ['```', ''],
  ['', '?'],
  ['\u202e', ''],
] as const;

function within(random: Random, text: string): string {
  if (random.below(4) > 0) return text;
  const [before, after] = random.pick(wraps);
  return before + text + after;
}

/** A letter too many, too few, or another one; mostly none. */
function misspelled(random: Random, word: string): string {
  if (random.below(3) > 0) return word;
  const at = random.below(word.length + 1);
  const letter = random.below(6) === 0 ? String.fromCharCode(random.below(0x10000)) : random.pick([...'aeinst*_@<:"']);
  return word.slice(0, at) + (random.below(2) === 0 ? letter : '') + word.slice(at + random.below(2));
}

/** A string that was valid, with a few of its characters gone, doubled or changed. */
export function damagedText(random: Random, text: string, odd: readonly string[]): string {
  let damaged = text;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(damaged.length + 1);
    const end = at + random.below(4);
    const put = random.pick(['', random.pick(odd), String(random.below(1_000)), damaged.slice(at, end).repeat(2)]);
    damaged = damaged.slice(0, at) + put + damaged.slice(end);
  }
  return damaged;
}

/** Bits turned, stretches moved, doubled, cut out or zeroed, and words of the format put in, once or several times. */
export function damagedBytes(random: Random, bytes: Uint8Array, words: readonly string[]): Uint8Array {
  let damaged: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.below(random.pick([2, 4, 16])); times > 0; times--)
    damaged = damagedOnce(random, damaged, words);
  return damaged;
}

/** So that damage upon damage stays a small file. */
const bytesMax = 200_000;

function damagedOnce(random: Random, bytes: Buffer, words: readonly string[]): Buffer {
  const at = random.below(bytes.length + 1);
  const length = random.below(random.pick([4, 64, 1 + bytes.length]));
  const piece = bytes.subarray(at, at + length);
  const rest = bytes.subarray(at + length);
  const before = bytes.subarray(0, at);
  switch (random.below(9)) {
    case 0:
      return Buffer.concat([before, rest]);
    case 1:
      return Buffer.concat([before, piece, piece, rest]).subarray(0, bytesMax);
    case 2:
      return Buffer.concat([before, Buffer.alloc(piece.length), rest]);
    case 3: {
      const to = random.below(before.length + 1);
      return Buffer.concat([before.subarray(0, to), piece, before.subarray(to), rest]);
    }
    case 4:
      return random.below(4) === 0 ? Buffer.from(before) : Buffer.concat([before, rest]);
    case 5:
    case 6:
      return Buffer.concat([before, Buffer.from(random.pick(words)), bytes.subarray(at)]).subarray(0, bytesMax);
    default: {
      const turned = Buffer.from(bytes);
      if (at < turned.length) turned[at] = turned[at]! ^ (1 << random.below(8));
      return turned;
    }
  }
}
