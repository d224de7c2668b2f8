/**
 * The formats that are read, by the ending of a file, and where a new one comes in: a reader of its own, and one entry here.
 * A reader is loaded with the first file of its kind: who reads no files is spared what all of them need.
 */
import type { Problem } from '../model.ts';
import { type Draft, fatal, megabytes, shownPath } from './draft.ts';

/** Never throws for content: what cannot be read is a fatal problem. */
export type Read = (path: string, bytes: Uint8Array) => Draft | Problem | Promise<Draft | Problem>;

export interface Format {
  /** For people: 'Markdown'. */
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly bytesMax: number;
  reader(): Promise<Read>;
}

/** A book without its pictures; text that is not packed is smaller. */
const textBytesMax = 5_000_000;
const packedBytesMax = 25_000_000;

export const formats: readonly Format[] = [
  {
    name: 'plain text',
    extensions: ['.txt', '.text'],
    bytesMax: textBytesMax,
    reader: async () => (await import('./text-reader.ts')).readText,
  },
  {
    name: 'Markdown',
    extensions: ['.md', '.markdown'],
    bytesMax: textBytesMax,
    reader: async () => (await import('./markdown-reader.ts')).readMarkdown,
  },
  {
    name: 'web page',
    extensions: ['.html', '.htm', '.xhtml'],
    bytesMax: textBytesMax,
    reader: async () => (await import('./html/html-reader.ts')).readPage,
  },
  {
    name: 'Word',
    extensions: ['.docx'],
    bytesMax: packedBytesMax,
    reader: async () => (await import('./docx/docx-reader.ts')).readWord,
  },
  {
    name: 'EPUB',
    extensions: ['.epub'],
    bytesMax: packedBytesMax,
    reader: async () => (await import('./epub/epub-reader.ts')).readEpub,
  },
  {
    name: 'PDF',
    extensions: ['.pdf'],
    bytesMax: packedBytesMax,
    reader: async () => (await import('./pdf/pdf-reader.ts')).readPdf,
  },
];

/** Endings that people try, and what they stand for. */
const knownUnread: ReadonlyMap<string, string> = new Map([
  ['.doc', 'a Word document'],
  ['.odt', 'an OpenDocument text'],
  ['.rtf', 'a Rich Text file'],
  ['.mht', 'a web archive'],
  ['.mhtml', 'a web archive'],
]);

const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

export const formatOf = (path: string): Format | null =>
  formats.find(({ extensions }) => extensions.includes(extensionOf(path))) ?? null;

/** Why a file of no known format is not read, for people. */
export function unreadable(path: string): Problem {
  const endings = formats.flatMap(({ extensions }) => extensions).join(', ');
  const format = knownUnread.get(extensionOf(path));
  const what = format
    ? `is ${format}, which Footnote does not read yet`
    : `has an ending that Footnote does not read (${endings})`;
  return fatal(path, `${shownPath(path)} ${what}; save its text as .txt or .md and add that file instead.`);
}

/** `name`: of the format. */
export function tooLarge(path: string, bytes: number, limit: Pick<Format, 'name' | 'bytesMax'>): Problem {
  const most = megabytes(limit.bytesMax);
  return fatal(
    path,
    `${shownPath(path)} has ${megabytes(bytes)}, and a ${limit.name} file may have at most ${most}; split it into smaller files.`,
  );
}
