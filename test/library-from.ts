/** A library made of a few texts, read as files are. */
import { formatOf } from '../src/ingest/formats.ts';
import { readPage } from '../src/ingest/html/html-reader.ts';
import { readMarkdown } from '../src/ingest/markdown-reader.ts';
import { finishedArticle, type ReadFile } from '../src/ingest/read-article.ts';
import { readText } from '../src/ingest/text-reader.ts';
import { libraryOf } from '../src/library.ts';
import type { Answer, Article, FoundAnswer, Library } from '../src/model.ts';

/** A file of a format that is text, read at once. */
export function readNow(path: string, bytes: Uint8Array): ReadFile {
  const read = { 'plain text': readText, Markdown: readMarkdown, 'web page': readPage }[formatOf(path)?.name ?? ''];
  if (!read) throw new Error(`"${path}" is of no format that is text`);
  return finishedArticle(path, bytes, read(path, bytes));
}

export function articleFrom(path: string, text: string): Article {
  const { article } = readNow(path, new TextEncoder().encode(text));
  if (!article) throw new Error(`"${path}" gave no article`);
  return article;
}

export const libraryFrom = (files: Readonly<Record<string, string>>): Library =>
  libraryOf({ articles: Object.entries(files).map(([path, text]) => articleFrom(path, text)), problems: [] });

/** The quotes' texts of an answer that found something. */
export function quotesOf(answer: Answer): string[] {
  if (answer.kind !== 'found') throw new Error(`The answer is "${answer.kind}"`);
  return (answer as FoundAnswer).found.map(({ quote }) => quote.text);
}
