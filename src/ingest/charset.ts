/**
 * Bytes → characters, when nothing outside says how they are encoded: a byte order mark, then strict UTF-8, then what the file
 * declares, then a guess from its letters. Stands inside decode.ts, before every reader of text.
 */
import { analyse } from 'chardet';

export interface Decoding {
  readonly text: string;
  /** As the WHATWG names it: 'utf-8', 'windows-1251'. */
  readonly charset: string;
  readonly how: 'mark' | 'utf-8' | 'declared' | 'guessed';
  /** Some bytes are no characters and stand as �. */
  readonly isBroken: boolean;
}

/** `declared`: what the file says of itself; the bytes are believed before it. */
export function decodingOf(bytes: Uint8Array, declared: string | null): Decoding {
  const marked = markOf(bytes);
  if (marked) return decodedAs(bytes, marked, 'mark');
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodedAs(bytes, wide, 'guessed');
  if (hasEscapes(bytes)) return decodedAs(bytes, 'iso-2022-jp', 'guessed');
  const strict = strictly(bytes, 'utf-8');
  if (strict !== null) return { text: strict, charset: 'utf-8', how: 'utf-8', isBroken: false };
  // A page that says UTF-8 and is none may be a page with a few broken bytes, or say so wrongly: the letters tell.
  const text = declared && !/^utf-?8$/i.test(declared) ? strictly(bytes, declared) : null;
  if (text !== null)
    return { text, charset: new TextDecoder(declared as string).encoding, how: 'declared', isBroken: false };
  return damagedUtf8(bytes) ?? guessed(bytes);
}

/**
 * As many sound letters as broken bytes are no chance, and a quotation mark or dash of three bytes says more than a letter:
 * other encodings write such marks in one. Letters that nobody mixes in come by chance: "é »" and "ß“" look like one each.
 */
function damagedUtf8(bytes: Uint8Array): Decoding | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const letters = text.match(soundLetters)?.length ?? 0;
  const signs = text.match(soundSigns)?.length ?? 0;
  const sound = letters + signs * lettersToSign;
  return sound >= broken ? { text, charset: 'utf-8', how: 'guessed', isBroken: true } : null;
}

/** Signs of two bytes, and letters of Latin, Greek, Cyrillic, Hebrew, Arabic; of three bytes those that stand with others. */
const soundLetters =
  /[\u00a0-\u00bf]|[\p{L}&&[\u00c0-\u024f\u0370-\u052f\u05d0-\u06ff]]|[[\p{L}\p{M}]&&[\u0900-\u1fff]]|(?<=[^\p{ASCII}\ufffd])[\p{L}&&[\u2e80-\ud7ff\u{20000}-\u{3ffff}]]|\p{Emoji_Presentation}/gv;
const soundSigns = /[\u2010-\u203f\u20a0-\u20bf\u2100-\u22ff]/gu;
const lettersToSign = 8;

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

function decodedAs(bytes: Uint8Array, charset: string, how: Decoding['how']): Decoding {
  const text = strictly(bytes, charset);
  return { text: text ?? new TextDecoder(charset).decode(bytes), charset, how, isBroken: text === null };
}

/** Null when the bytes are not of that charset, or nobody knows it. */
function strictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const zerosSampleBytes = 4_096;

/** Text of Latin letters in UTF-16 has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, zerosSampleBytes);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.3;
  return odd > many && even < many / 10 ? 'utf-16le' : even > many && odd < many / 10 ? 'utf-16be' : null;
}

/** ISO-2022-JP writes Japanese in the bytes of ASCII, between escapes. */
const hasEscapes = (bytes: Uint8Array): boolean => {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && bytes[at + 1] === 0x24 && /[@B(]/.test(String.fromCharCode(bytes[at + 2] ?? 0));
};

/** The likeliest charset of which every byte is a character; chardet names the right one for 291 of 292 texts. */
function guessed(bytes: Uint8Array): Decoding {
  const names = analyse(tellingBytes(bytes))
    .filter(({ confidence }) => confidence > 0)
    .map(({ name }) => name as string);
  for (const name of names) {
    const text = strictly(bytes, name);
    if (text !== null) return { text, charset: new TextDecoder(name).encoding, how: 'guessed', isBroken: false };
  }
  return decodedAs(bytes, 'windows-1252', 'guessed');
}

const tellingBytesMax = 30_000;
const runBytesMax = 400;

/** Stretches round the bytes that are no ASCII: a page may have a hundred kilobytes of scripts before its first letter. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let at = 0; at < bytes.length && total < tellingBytesMax; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const from = lineStart(bytes, at);
    const part = bytes.subarray(from, at + runBytesMax);
    parts.push(part, Uint8Array.of(0x0a));
    total += part.length;
    at += runBytesMax;
  }
  return Buffer.concat(parts);
}

/** Back over ASCII to the start of the line or the end of a tag: a character of several bytes is not cut. */
function lineStart(bytes: Uint8Array, at: number): number {
  let from = at;
  while (from > 0 && at - from < runBytesMax / 2 && isAsciiText(bytes[from - 1] ?? 0)) from--;
  return from;
}

const isAsciiText = (byte: number): boolean => byte < 0x80 && byte !== 0x0a && byte !== 0x3e;
