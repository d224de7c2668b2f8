/** Pages as they are kept for long: in archives of the web, in caches, and in the markup of their day. */
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { blocksOf, prose } from '../read.ts';

const things = ['lock', 'weir', 'mill', 'tower'];
const paragraphs = things.map((thing) => `<p>${prose(thing)}</p>`).join('\n');

async function articleOf(html: string): Promise<Article> {
  const { article, problems } = await readArticle('a.html', new TextEncoder().encode(html));
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  return article;
}

test.each([
  'https://web.archive.org/web/20090405120000/http://www.courier.example/lock.html',
  'https://web.archive.org/web/20090405120000id_/http://www.courier.example/lock.html',
  'https://archive.ph/2009.04.05-120000/http://www.courier.example/lock.html',
])('a page that an archive keeps is its site’s, at its own address: %s', async (address) => {
  const article = await articleOf(
    `<html><head><title>The second lock</title><link rel=canonical href="${address}"></head><body>${paragraphs}</body></html>`,
  );
  expect(article.url.value).toBe('http://www.courier.example/lock.html');
  expect(article.publisher.value).toBe('courier.example');
  expect(article.via.value).toBe(new URL(address).hostname);
});

test('a page about an archive is that archive’s', async () => {
  const article = await articleOf(
    `<html><head><title>The second lock</title><link rel=canonical href="https://blog.archive.org/2009/04/05/lock/"></head><body>${paragraphs}</body></html>`,
  );
  expect(article.url.value).toBe('https://blog.archive.org/2009/04/05/lock/');
  expect(article.via.value).toBeNull();
});

test('what an archive shows above a page is not the page, and its days are not the page’s', async () => {
  const bar =
    '<div id=wm-ipp-base><div id=wm-ipp>47 captures<br>05 Apr 2009 – 12 Dec 2022<p>About this capture</p></div></div>';
  const article = await articleOf(
    `<html><head><title>The second lock</title></head><body>${bar}<h1>The second lock</h1><p>By Mira Hadi</p>${paragraphs}</body></html>`,
  );
  expect(article.published.value).toBeNull();
  expect(article.text).not.toContain('capture');
});

test('lines of fonts that two line ends part don’t run together', async () => {
  const lines = things.map((thing) => prose(thing)).join('<br><br>');
  const article = await articleOf(
    `<html><head><title>The second lock</title></head><body><table><tr><td><font size=2><a href=/>Home</a></font></td><td><font size=5><b>The lock is open</b></font><br><br><font size=2>by Mira Hadi<br>April 5, 2009<br><br>${lines}</font></td></tr></table></body></html>`,
  );
  expect(blocksOf(article, 'paragraph', 'byline')).toEqual([
    'paragraph: The lock is open',
    'byline: by Mira Hadi\nApril 5, 2009',
    ...things.map((thing) => `paragraph: ${prose(thing)}`),
  ]);
  expect(article.authors.value).toEqual(['Mira Hadi']);
});

test.each([
  ['The Courier: the second lock is open', 'the second lock is open'],
  ['The lock: a history of its gates', 'The lock: a history of its gates'],
])('a title is told from the site before its colon: %s', async (title, told) => {
  const article = await articleOf(
    `<html><head><title>${title}</title><meta property=og:site_name content="The Courier"></head><body>${paragraphs}</body></html>`,
  );
  expect(article.title.value).toBe(told);
});
