/** One file's bytes → an Article: picks the reader by the file's ending, then adds language, sentences, places and labels. */
import { createHash } from 'node:crypto';
import type { Article, Field, Problem, Span } from '../model.ts';
import { wholeCharacters } from '../text/characters.ts';
import { docxReader } from './docx/docx-reader.ts';
import { bodyRoles, type Details, type Draft, fatal, isProblem, megabytes, type Reader, shownPath } from './draft.ts';
import { epubReader } from './epub/epub-reader.ts';
import { finishedBlocks } from './finished-blocks.ts';
import { htmlReader } from './html/html-reader.ts';
import { languageOf, otherLanguageLabel } from './language.ts';
import { markdownReader } from './markdown-reader.ts';
import { pdfReader } from './pdf/pdf-reader.ts';
import { rewrittenLabel } from './rewritten.ts';
import { spamMarksIn } from './spam-marks.ts';
import { textReader } from './text-reader.ts';

/** Where a new format comes in: a reader of its own, and one entry here. */
export const readers: readonly Reader[] = [textReader, markdownReader, htmlReader, docxReader, epubReader, pdfReader];

/** Endings that people try, and what to do about each. */
const knownUnread: ReadonlyMap<string, string> = new Map([
  ['.doc', 'a Word document'],
  ['.odt', 'an OpenDocument text'],
  ['.rtf', 'a Rich Text file'],
  ['.mht', 'a web archive'],
  ['.mhtml', 'a web archive'],
]);

export const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

export const readerOf = (path: string): Reader | null =>
  readers.find(({ extensions }) => extensions.includes(extensionOf(path))) ?? null;

/** Why no reader takes a file, for people. */
export function unreadable(path: string): Problem {
  const endings = readers.flatMap(({ extensions }) => extensions).join(', ');
  const format = knownUnread.get(extensionOf(path));
  const what = format
    ? `is ${format}, which Footnote does not read yet`
    : `has an ending that Footnote does not read (${endings})`;
  return fatal(path, `${shownPath(path)} ${what}; save its text as .txt or .md and add that file instead.`);
}

export function tooLarge(path: string, bytes: number, reader: Pick<Reader, 'format' | 'bytesMax'>): Problem {
  const limit = megabytes(reader.bytesMax);
  return fatal(
    path,
    `${shownPath(path)} has ${megabytes(bytes)}, and a ${reader.format} file may have at most ${limit}; split it into smaller files.`,
  );
}

export interface ReadFile {
  readonly article: Article | null;
  readonly problems: readonly Problem[];
}

/** `path` is relative to the corpus folder, with '/'. What cannot be read is a problem, never an exception. */
export async function readArticle(path: string, bytes: Uint8Array): Promise<ReadFile> {
  const reader = readerOf(path);
  if (!reader) return { article: null, problems: [unreadable(path)] };
  if (bytes.length > reader.bytesMax) return { article: null, problems: [tooLarge(path, bytes.length, reader)] };
  return finishedArticle(path, bytes, await reader.read(path, bytes));
}

/** What a reader made of a file → its article; pure. */
export function finishedArticle(path: string, bytes: Uint8Array, draft: Draft | Problem): ReadFile {
  if (isProblem(draft)) return { article: null, problems: [draft] };
  if (!draft.blocks.some(({ role }) => bodyRoles.has(role)))
    return { article: null, problems: [...draft.problems, noText(path, draft)] };
  return { article: articleOf(path.normalize('NFC'), bytes, draft), problems: draft.problems };
}

function noText(path: string, draft: Draft): Problem {
  const what =
    draft.blocks.length === 0
      ? 'is empty'
      : 'holds no article text, only headings, front matter or lines of a web page';
  return fatal(path, `${shownPath(path)} ${what}; add text to it or remove it.`);
}

function articleOf(path: string, bytes: Uint8Array, draft: Draft): Article {
  const { text } = draft;
  const bodies = draft.blocks.filter(({ role }) => bodyRoles.has(role));
  const lang = draft.details.lang ?? guessedLanguage(text, bodies);
  const blocks = finishedBlocks(draft, lang.value ?? 'en');
  const rewritten = rewrittenLabel(
    bodies.filter(({ role }) => role !== 'code').map(({ start, end }) => text.slice(start, end)),
  );
  return {
    id: articleIdOf(path),
    path,
    format: readerOf(path)?.format ?? 'plain text',
    bytes: bytes.length,
    sha256: sha256(bytes),
    text,
    textSha256: sha256(text),
    ...statedDetails(path, text, draft.details),
    lang,
    blocks,
    pages: draft.pages ?? [],
    joins: draft.joins ?? [],
    marks: bodies.filter(({ role }) => role !== 'code').flatMap((block) => spamMarksIn(text, block)),
    labels: [otherLanguageLabel(lang.value), ...(draft.labels ?? []), rewritten].filter((label) => label !== null),
  };
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Eight characters of a–z and 0–9 from the path; `attempt` gives another one where two paths meet. */
export function articleIdOf(path: string, attempt = 0): string {
  const digest = sha256(attempt === 0 ? path : `${path}\n${attempt}`);
  return (BigInt(`0x${digest.slice(0, 20)}`) % 36n ** 8n).toString(36).padStart(8, '0');
}

const unstated = { value: null, from: 'not stated' } as const;

function statedDetails(path: string, text: string, details: Partial<Details>): Omit<Details, 'lang'> {
  const name = path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
  const fileName = { value: name, from: 'file-name', note: 'the file states no title, so its name stands here' };
  const stated = <T>(field: Field<T> | undefined): Field<T> =>
    field?.span ? { ...field, span: wholeCharacters(text, field.span, 0) } : (field ?? unstated);
  return {
    title: details.title?.value ? stated(details.title) : fileName,
    authors: stated(details.authors),
    publisher: stated(details.publisher),
    via: stated(details.via),
    published: stated(details.published),
    url: stated(details.url),
    licence: stated(details.licence),
    sources: details.sources ?? [],
  };
}

function guessedLanguage(text: string, bodies: readonly Span[]): Field<string> {
  let sample = '';
  for (const { start, end } of bodies) {
    if (sample.length > 20_000) break;
    sample += `${text.slice(start, Math.min(end, start + 20_000))}\n`;
  }
  const value = languageOf(sample);
  return value ? { value, from: 'its words', note: 'not stated; told from the text' } : unstated;
}
