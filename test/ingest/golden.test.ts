/**
 * Scrapes and files of many kinds, each in a folder of its own: input and what must come of it. A new kind of page is added
 * as a folder; UPDATE_GOLDEN=1 writes expected.json, and whoever runs it reads what was written.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { passagesOf } from '../../src/ingest/passages.ts';
import { placeOf } from '../../src/ingest/place.ts';
import { readArticle } from '../../src/ingest/read-article.ts';
import type { Article, Field } from '../../src/model.ts';
import { expectSound } from './soundness.ts';

const folder = resolve(import.meta.dirname, '../golden/ingest');
const cases = readdirSync(folder).sort();

test('there are many kinds', () => {
  expect(cases.length).toBeGreaterThanOrEqual(10);
});

test.each(cases)('%s', async (name) => {
  const file = readdirSync(join(folder, name)).find((each) => each.startsWith('input.'));
  if (!file) throw new Error(`${name} has no input.`);
  const { article, problems } = await readArticle(file, readFileSync(join(folder, name, file)));
  if (article) expectSound(article);
  const found = { problems: problems.map(({ message }) => message), ...(article ? viewOf(article) : {}) };
  const expected = join(folder, name, 'expected.json');
  if (process.env['UPDATE_GOLDEN']) writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

function viewOf(article: Article) {
  const { text } = article;
  const field = ({ value, from, note }: Field<unknown>) => ({ value, from, ...(note ? { note } : {}) });
  return {
    title: field(article.title),
    authors: field(article.authors),
    publisher: field(article.publisher),
    via: field(article.via),
    published: field(article.published),
    url: field(article.url),
    lang: field(article.lang),
    licence: field(article.licence),
    sources: article.sources,
    labels: article.labels.map(({ text: label, reason }) => `${label}: ${reason}`),
    marks: article.marks.map(({ start, end }) => text.slice(start, end)),
    hidden: article.blocks
      .filter(({ body }) => !body)
      .map(({ line, role, start, end }) => `${line} ${role}: ${text.slice(start, end)}`),
    passages: passagesOf(article).map(
      (passage) => `${placeOf(article, passage)}: ${text.slice(passage.start, passage.end)}`,
    ),
    sentences: article.blocks.flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end))),
  };
}
