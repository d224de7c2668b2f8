/** Bytes → canonical text: decoded, byte order mark gone, CRLF and CR made LF, nothing else. Stands before every text reader. */
import type { Problem } from '../model.ts';
import { type Decoding, decodingOf } from './charset.ts';
import { fatal, shownPath, warning } from './draft.ts';

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * `declared` is what the file says of its encoding, where its format has a place for that. What had to be guessed is a warning;
 * what is no text is a fatal problem.
 */
export function decodeText(path: string, bytes: Uint8Array, declared: string | null = null): Decoded | Problem {
  const shown = shownPath(path);
  const format = signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))?.[1];
  if (format) return fatal(path, `${shown} is ${format}, not text; export it as plain text and add that file instead.`);
  const decoding = decodingOf(bytes, declared);
  if (looksBinary(decoding.text)) {
    return fatal(path, `${shown} is not text but binary data; remove it, or export what it holds as plain text.`);
  }
  const text = decoding.text.replace(/\r\n?/g, '\n');
  const lines = lineCount(text);
  if (lines > linesMax) {
    const limit = `${shown} has ${lines} lines, and a text may have at most ${linesMax}`;
    return fatal(path, `${limit}; split it into smaller files.`);
  }
  return { text, problems: doubtsOf(decoding).map((doubt) => warning(path, `${shown} ${doubt}`)) };
}

/** What a reader should know of how the file was read. */
function doubtsOf({ charset, how, isBroken }: Decoding): string[] {
  const name = charsetName(charset);
  if (isBroken && charset !== 'windows-1252')
    return [`is not valid ${name}: broken characters are shown as �; save it again as UTF-8.`];
  return how === 'guessed'
    ? [`is not valid UTF-8 and was read as ${name}; if letters look wrong, save it as UTF-8.`]
    : [];
}

const charsetName = (charset: string): string =>
  charset.startsWith('windows') ? charset.replace('windows', 'Windows') : charset.toUpperCase();

/** The line rules take about 10 µs a line; a book has some 10,000. */
const linesMax = 200_000;

function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** First bytes of formats that are met with a wrong ending. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive (such as a Word or EPUB file)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a Rich Text file'],
  [[0x1f, 0x8b], 'a gzip archive'],
];

/** Text holds hardly any control characters; form feeds, U+001A and U+0085 occur in old files. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, 65_536);
  let controls = 0;
  for (const [control] of sample.matchAll(/\p{Cc}/gu)) if (!'\t\n\v\f\r\u001a\u0085'.includes(control)) controls++;
  return controls > 4 && controls > sample.length * 0.05;
}
