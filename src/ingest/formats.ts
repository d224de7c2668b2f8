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

/** A book without its pictures. */
const textBytesMax = 5_000_000;
/** Holds its pictures, too, where a browser saved it as one file. */
const pageBytesMax = 25_000_000;
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
    bytesMax: pageBytesMax,
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

/** What keeps most of a file that is not read: headings, notes and pages are gone from bare text. */
const advice = {
  document: 'save it as .docx, which keeps headings and notes (or as .txt or .md) and add that file instead',
  page: 'save the page as .html, which keeps its title and date (or as .txt or .md) and add that file instead',
  book: 'save it as .epub, which keeps its chapters (or as .txt or .md) and add that file instead',
  slides: 'save it as .pdf, which keeps its pages (or as .txt or .md) and add that file instead',
  archive: 'unpack it and add the files that are in it instead',
  text: 'save its text as .txt or .md and add that file instead',
  nameless: 'give it the ending of what it is, such as .pdf or .txt, and add it again',
} as const;

/** Endings that people try, and what they stand for. */
const knownUnread: ReadonlyMap<string, { readonly what: string; readonly as: string }> = new Map(
  [
    { what: 'a Word document of the old kind', as: advice.document, endings: ['.doc', '.dot'] },
    { what: 'an OpenDocument text', as: advice.document, endings: ['.odt', '.ott', '.fodt'] },
    { what: 'a Rich Text file', as: advice.document, endings: ['.rtf'] },
    { what: 'a Pages document', as: advice.document, endings: ['.pages'] },
    { what: 'a web archive', as: advice.page, endings: ['.mht', '.mhtml', '.webarchive'] },
    { what: 'a Kindle book', as: advice.book, endings: ['.mobi', '.azw', '.azw3'] },
    { what: 'a presentation', as: advice.slides, endings: ['.ppt', '.pptx', '.odp', '.key'] },
    { what: 'an archive', as: advice.archive, endings: ['.zip', '.rar', '.7z', '.tar', '.gz', '.tgz'] },
    {
      what: 'a picture',
      as: advice.text,
      endings: ['.png', '.jpg', '.jpeg', '.heic', '.webp', '.gif', '.tif', '.tiff'],
    },
  ].flatMap(({ endings, ...kind }) => endings.map((ending) => [ending, kind] as const)),
);

const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

export const formatOf = (path: string): Format | null =>
  formats.find(({ extensions }) => extensions.includes(extensionOf(path))) ?? null;

/** Why a file of no known format is not read, for people. */
export function unreadable(path: string): Problem {
  const ending = extensionOf(path);
  const sentence = (what: string, as: string) => fatal(path, `${shownPath(path)} ${what}; ${as}.`);
  if (ending === '') return sentence('has no ending that tells what it is', advice.nameless);
  const known = knownUnread.get(ending);
  if (known) return sentence(`is ${known.what}, which Footnote does not read`, known.as);
  const endings = formats.flatMap(({ extensions }) => extensions).join(', ');
  return sentence(`has an ending that Footnote does not read (it reads ${endings})`, advice.text);
}

/** `name`: of the format. */
export function tooLarge(path: string, bytes: number, limit: Pick<Format, 'name' | 'bytesMax'>): Problem {
  const most = megabytes(limit.bytesMax);
  return fatal(
    path,
    `${shownPath(path)} has ${megabytes(bytes)}, and a ${limit.name} file may have at most ${most}; split it into smaller files.`,
  );
}
