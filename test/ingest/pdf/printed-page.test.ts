/** A web page that a browser printed to a PDF is its article: what the browser and the site set around it is no part of it. */
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { blocksOf, prose } from '../read.ts';
import { expectSound } from '../soundness.ts';
import { type Made, madePdf, type Words } from './made-pdf.ts';

async function read(made: Made): Promise<Article> {
  const { article, problems } = await readArticle('a.pdf', madePdf(made));
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  expectSound(article);
  return article;
}

const edges = (page: number, url = 'https://courier.example/2021/09/14/barges/'): Words[] => [
  { text: '9/20/21, 8:08 AM', x: 24, y: 22, size: 8 },
  { text: 'Grain barges return – The Courier', x: 240, y: 22, size: 8 },
  { text: url, x: 24, y: 775, size: 8 },
  { text: `${page}/2`, x: 575, y: 775, size: 8 },
];

/** Lines as far apart as those of one text. */
const set = (texts: readonly string[], sizes: Readonly<Record<number, number>> = {}): Words[] =>
  texts.map((text, at) => ({ text, x: 34, y: 60 + at * 30, size: sizes[at] ?? 12 }));

const article = ['By Ruth Merrow', prose('lock'), prose('barge'), prose('mill'), 'The mill takes 400 tonnes.'];
const site = ['Share this:', 'Facebook', 'Twitter', 'Print', 'Related posts', 'Fair is cancelled', prose('teaser')];
const words = (lines: readonly string[]): Words[] => set(lines, { [lines.indexOf('Grain barges return')]: 24 });
const paragraphs = [`paragraph: ${article.slice(1).join(' ')}`];
const page = ['Skip to content', 'The Courier', 'Grain barges return', ...article, ...site];

test('of one sheet or of more', async () => {
  const one = await read({ pages: [{ words: [...edges(1), ...words(page)] }] });
  expect(blocksOf(one, 'paragraph', 'heading', 'list')).toEqual(paragraphs);
  const more = [prose('weir')];
  const two = await read({
    pages: [{ words: [...edges(1), ...words(page.slice(0, 7))] }, { words: [...edges(2), ...set([...more, ...site])] }],
  });
  const body = blocksOf(two, 'paragraph').join('\n');
  expect(body).toContain(prose('weir'));
  expect(body).not.toContain(prose('teaser'));
  expect(two.text).not.toMatch(/8:08|courier\.example/);
});

test('is signed below its title, and has the address at its foot and the day in it', async () => {
  const { title, authors, published, publisher, url } = await read({
    pages: [{ words: [...edges(1), ...words(page)] }],
  });
  expect([title.value, authors.value]).toEqual(['Grain barges return', ['Ruth Merrow']]);
  expect(url).toEqual({ value: 'https://courier.example/2021/09/14/barges/', from: 'page foot' });
  expect(publisher).toEqual({ value: 'courier.example', from: 'its address' });
  expect(published.value?.iso).toBe('2021-09-14');
});

test('is told by its browser where that set nothing around it', async () => {
  const info = { Creator: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0' };
  expect(blocksOf(await read({ pages: [{ words: words(page) }], info }), 'paragraph', 'heading')).toEqual(paragraphs);
});

test('may end in lines and tables, up to the first words of the site', async () => {
  const results = ['Corrow 14 boats', 'Ostwick 11 boats'];
  const lines = [...page.slice(0, 7), ...results, ...site];
  const tabled = await read({ pages: [{ words: [...edges(1), ...words(lines)] }] });
  for (const result of results)
    expect(tabled.blocks.find(({ start, end }) => tabled.text.slice(start, end).includes(result))?.body).toBe(true);
  expect(blocksOf(tabled, 'paragraph')).not.toContain(`paragraph: ${prose('teaser')}`);
});

test('is no document that names an address at its foot', async () => {
  const lines = ['Skip to content', 'Grain barges return', ...article.slice(1), ...site];
  const foot = { text: 'https://courier.example/report', x: 24, y: 775, size: 8 };
  expect(blocksOf(await read({ pages: [{ words: [...words(lines), foot] }] }), 'paragraph')).toContain(
    `paragraph: ${prose('teaser')}`,
  );
});
