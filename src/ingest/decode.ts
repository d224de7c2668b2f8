/** Bytes → canonical text: decoded, byte order mark gone, CRLF and CR made LF, nothing else. Stands before every text reader. */
import type { Problem } from '../model.ts';
import { fatal, shownPath, warning } from './draft.ts';

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A byte order mark decides, then strict UTF-8, then Windows-1252 with a warning; what is no text is a fatal problem. */
export function decodeText(path: string, bytes: Uint8Array): Decoded | Problem {
  const shown = shownPath(path);
  const format = signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))?.[1];
  if (format) return fatal(path, `${shown} is ${format}, not text; export it as plain text and add that file instead.`);
  const utf16 = utf16Of(bytes);
  const decoded = utf16 ? decodeUtf16(path, bytes, utf16) : decodeBytes(path, bytes);
  if ('fatal' in decoded) return decoded;
  if (looksBinary(decoded.text)) {
    return fatal(path, `${shown} is not text but binary data; remove it, or export what it holds as plain text.`);
  }
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const lines = lineCount(text);
  if (lines > linesMax) {
    const limit = `${shown} has ${lines} lines, and a text may have at most ${linesMax}`;
    return fatal(path, `${limit}; split it into smaller files.`);
  }
  return { text, problems: decoded.problems };
}

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

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeUtf16(path: string, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const message = `${shownPath(path)} is not valid UTF-16: broken characters are shown as �; save it again as UTF-8.`;
    return { text: new TextDecoder(encoding).decode(bytes), problems: [warning(path, message)] };
  }
}

function decodeBytes(path: string, bytes: Uint8Array): Decoded | Problem {
  if (bytes.includes(0)) {
    return fatal(
      path,
      `${shownPath(path)} is not text but binary data; remove it, or export what it holds as plain text.`,
    );
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const message = `${shownPath(path)} is not valid UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8.`;
    return { text: new TextDecoder('windows-1252').decode(bytes), problems: [warning(path, message)] };
  }
}

/** Text holds hardly any control characters; form feeds, U+001A and U+0085 occur in old files. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, 65_536);
  let controls = 0;
  for (const [control] of sample.matchAll(/\p{Cc}/gu)) if (!'\t\n\v\f\r\u001a\u0085'.includes(control)) controls++;
  return controls > 4 && controls > sample.length * 0.05;
}
