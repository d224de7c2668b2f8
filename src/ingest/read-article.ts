/** One file's bytes → an Article: picks the reader by the file's ending, then adds language, sentences, places and labels. */
import { createHash } from 'node:crypto';
import type { Article, Block, Field, Label, Problem, Sentence, Span } from '../model.ts';
import { inked, wholeCharacters } from '../text/characters.ts';
import { sentencesOf } from '../text/sentences.ts';
import {
  bodyRoles,
  type Details,
  type Draft,
  type DraftBlock,
  fatal,
  isProblem,
  megabytes,
  type Reader,
  shownPath,
} from './draft.ts';
import { languageOf } from './language.ts';
import { markdownReader } from './markdown-reader.ts';
import { rewrittenLabel } from './rewritten.ts';
import { spamMarksIn } from './spam-marks.ts';
import { textReader } from './text-reader.ts';

/** Where a new format comes in: a reader of its own, and one entry here. */
export const readers: readonly Reader[] = [textReader, markdownReader];

/** Endings that people try, and what to do about each. */
const knownUnread: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'a PDF'],
  ['.docx', 'a Word document'],
  ['.doc', 'a Word document'],
  ['.odt', 'an OpenDocument text'],
  ['.rtf', 'a Rich Text file'],
  ['.epub', 'an EPUB book'],
  ['.html', 'a web page'],
  ['.htm', 'a web page'],
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

/** Pure; `path` is relative to the corpus folder, with '/'. What cannot be read is a problem, never an exception. */
export function readArticle(
  path: string,
  bytes: Uint8Array,
): { article: Article | null; problems: readonly Problem[] } {
  const reader = readerOf(path);
  if (!reader) return { article: null, problems: [unreadable(path)] };
  if (bytes.length > reader.bytesMax) return { article: null, problems: [tooLarge(path, bytes.length, reader)] };
  const draft = reader.read(path, bytes);
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
  const blocks = finished(text, draft.blocks, lang.value ?? 'en');
  const label = rewrittenLabel(
    bodies.filter(({ role }) => role !== 'code').map(({ start, end }) => text.slice(start, end)),
  );
  return {
    id: articleIdOf(path),
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
    text,
    textSha256: sha256(text),
    ...statedDetails(path, text, draft.details),
    lang,
    blocks,
    marks: bodies.filter(({ role }) => role !== 'code').flatMap((block) => spamMarksIn(text, block)),
    labels: [label].filter((each): each is Label => each !== null),
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
  const guess = languageOf(sample);
  return guess
    ? {
        value: guess.lang,
        from: guess.how === 'script' ? 'its script' : 'its words',
        note: 'not stated; told from the text',
      }
    : unstated;
}

// ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function finished(text: string, drafts: readonly DraftBlock[], lang: string): Block[] {
  let section: number | undefined;
  let paragraph = 0;
  let line = 1;
  let at = 0;
  return drafts.map((draft, index): Block => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < draft.start; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    const { start, end, role } = draft;
    const body = bodyRoles.has(role);
    if (role === 'heading') {
      section = index;
      paragraph = 0;
    }
    return {
      start,
      end,
      role,
      body,
      ...(role === 'heading' ? { level: draft.level ?? 2 } : {}),
      ...(body && section !== undefined ? { section } : {}),
      ...(body ? { paragraph: ++paragraph } : {}),
      line,
      sentences: body ? sentencesOfBlock(text, draft, lang) : [],
    };
  });
}

/** Sentences of each item by itself; the ">" of a quotation is not a part of what it says. */
function sentencesOfBlock(text: string, draft: DraftBlock, lang: string): Sentence[] {
  const starts = [draft.start, ...(draft.itemStarts ?? []).filter((start) => start > draft.start && start < draft.end)];
  const sentences: Sentence[] = [];
  starts.forEach((start, index) => {
    const item = { start, end: starts[index + 1] ?? draft.end };
    for (const sentence of sentencesOf(text, item, lang)) {
      const own = draft.role === 'quotation' ? withoutQuoteMarks(text, sentence) : sentence;
      if (own) sentences.push(own);
    }
  });
  return sentences;
}

function withoutQuoteMarks(text: string, sentence: Sentence): Sentence | null {
  let { start, end } = sentence;
  const isMark = (at: number) => text[at] === '>' && wholeCharacters(text, { start: at + 1, end }, at).start > at;
  while (start < end && isMark(start)) start = inked(text, start + 1, end)?.start ?? end;
  while (end > start && text[end - 1] === '>' && /\s/.test(text[end - 2] ?? ''))
    end = inked(text, start, end - 1)?.end ?? start;
  return end > start ? { ...sentence, start, end } : null;
}
