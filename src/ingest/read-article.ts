/** One file's bytes → an Article: picks the reader by the file's ending, then adds language, sentences, places and labels. */
import type { Article, Field, Problem, Span } from '../model.ts';
import { wholeCharacters } from '../text/characters.ts';
import { articleIdOf, sha256 } from './article-id.ts';
import { bodyRoles, type Details, type Draft, fatal, isProblem, shownPath } from './draft.ts';
import { finishedBlocks } from './finished-blocks.ts';
import { formatOf, tooLarge, unreadable } from './formats.ts';
import { languageOf, otherLanguageLabel } from './language.ts';
import { rewrittenLabel } from './rewritten.ts';
import { spamMarksIn } from './spam-marks.ts';

export interface ReadFile {
  readonly article: Article | null;
  readonly problems: readonly Problem[];
}

/** `path` is relative to the corpus folder, with '/'. What cannot be read is a problem, never an exception. */
export async function readArticle(path: string, bytes: Uint8Array): Promise<ReadFile> {
  const format = formatOf(path);
  if (!format) return { article: null, problems: [unreadable(path)] };
  if (bytes.length > format.bytesMax) return { article: null, problems: [tooLarge(path, bytes.length, format)] };
  const read = await format.reader();
  return finishedArticle(path, bytes, await read(path, bytes));
}

/** What a reader made of a file → its article; pure. */
export function finishedArticle(path: string, bytes: Uint8Array, draft: Draft | Problem): ReadFile {
  if (isProblem(draft)) return { article: null, problems: [draft] };
  const bodies = draft.blocks.filter(({ role }) => bodyRoles.has(role));
  if (!bodies.some(({ start, end }) => letter.test(draft.text.slice(start, end))))
    return { article: null, problems: [...draft.problems, noText(path, draft)] };
  return { article: articleOf(path.normalize('NFC'), bytes, draft), problems: draft.problems };
}

/** Without one there is nothing to search for: signs alone, or bytes that only look like text. */
const letter = /[\p{L}\p{N}]/u;

function noText(path: string, { blocks, text }: Draft): Problem {
  const isWordless = !blocks.some(({ start, end }) => letter.test(text.slice(start, end)));
  const what = isWordless
    ? 'holds no words'
    : 'holds no article text, only headings, details about one or lines of a web page';
  // Of a file that somebody uploads as of one in the host's folder.
  return fatal(path, `${shownPath(path)} ${blocks.length === 0 ? 'is empty' : what}; check that it is the right file.`);
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
    format: formatOf(path)?.name ?? 'plain text',
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

const unstated = { value: null, from: 'not stated' } as const;

function statedDetails(path: string, text: string, details: Partial<Details>): Omit<Details, 'lang'> {
  const file = path.replace(/^.*\//, '');
  const fileName = {
    value: file.replace(/\.[^.]+$/, '') || file,
    from: 'file-name',
    note: 'the file states no title, so its name stands here',
  };
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
