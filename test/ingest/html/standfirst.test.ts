/** What stands between the headline and the text of a page: the standfirst is read, the signature is told, and the rest is left out. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { blocksOf, prose } from '../read.ts';
import { expectSound } from '../soundness.ts';

const text = ['lock', 'weir', 'mill', 'tower'].map((thing) => `<p>${prose(thing)}</p>`).join('\n');

async function pageWith(between: string, head = '', body = text): Promise<Article> {
  const html = `<!doctype html><html><head><title>The second lock</title>${head}</head><body><main><header><h1>The second lock</h1>${between}</header><div class=article-body>${body}</div></main></body></html>`;
  const { article } = await readArticle('a.html', new TextEncoder().encode(html));
  if (!article) throw new Error('The page gives no article.');
  expectSound(article);
  return article;
}

const above = async (between: string, head?: string) =>
  blocksOf(await pageWith(between, head))
    .slice(0, -4)
    .filter((block) => !block.startsWith('title'));

describe('the standfirst', () => {
  test.each([
    ['its class says so', '<div class=article__dek><div>A toll, a quarrel and two keys</div></div>', ''],
    ['its class says so in capitals', '<h2 class=StorySubtitle__x>A toll, a quarrel and two keys</h2>', ''],
    [
      'the page describes itself with it',
      '<p>A toll, a quarrel and two keys</p>',
      '<meta name=description content="A toll, a quarrel and two keys">',
    ],
    ['it is called the description', '<p itemprop=description>A toll, a quarrel and two keys</p>', ''],
  ])('is a paragraph where %s', async (_, between, head) => {
    expect(await above(between, head)).toEqual(['paragraph: A toll, a quarrel and two keys']);
  });

  test('is whatever sentence stands right below the headline', async () => {
    const sentence = 'Nobody in the town had asked for a second lock until the first one froze.';
    expect(await above(`<h2>${sentence}</h2><p>By Mira Hadi</p>`)).toContain(`paragraph: ${sentence}`);
  });

  test('is a list of points too', async () => {
    const points =
      '<section class=summary><h2>In short</h2><ul><li>The lock is to stay shut<li>Two boats left</ul></section>';
    expect(await above(points)).toEqual(['list: The lock is to stay shut\nTwo boats left']);
  });

  test.each([
    [
      'what is told of its author',
      '<p>By Mira Hadi</p><p>Mira Hadi writes on water and on the towns that live by it.</p>',
    ],
    [
      'the credit of a picture',
      '<div>The lock in May, seen from the tower on a Sunday, before it froze. (Photo: Mira Hadi)</div>',
    ],
    ['a caption', '<figure><figcaption>Nobody in the town had asked for a second lock in May.</figcaption></figure>'],
    ['other articles', '<div class=intro><a href=/weir>The weir and the people who once lived by it</a></div>'],
  ])('is not %s', async (_, between) => {
    expect(await above(between)).not.toContainEqual(expect.stringMatching(/^(?:paragraph|list)/));
  });

  test('is read once where the text begins with it', async () => {
    const sentence = 'Nobody in the town had asked for a second lock until the first one froze.';
    const { text: whole } = await pageWith(`<p class=dek>${sentence}</p>`, '', `<p><b>${sentence}</b></p>${text}`);
    expect(whole.split(sentence)).toHaveLength(2);
  });
});

describe('the signature', () => {
  test.each([
    ['<div>By Mira Hadi</div><div>The Gazette, Exampletown</div>', '', ['Mira Hadi']],
    ['<div><span>Mira Hadi</span> <span>| 18.04.2019 - changed on 19.04.2019</span></div>', '', ['Mira Hadi']],
    [
      '<div>By <a href=/1>Mira Hadi</a> and <a href=/2>Jonas Roth</a></div>',
      '<meta name=author content="Mira Hadi">',
      ['Mira Hadi', 'Jonas Roth'],
    ],
    [
      '<p>By <a href=/1>Mira Hadi</a> (Exampletown, correspondent) and <a href=/2>Jonas Roth</a></p>',
      '<meta name=author content="Mira Hadi">',
      ['Mira Hadi', 'Jonas Roth'],
    ],
    ['<span class="post-author vcard">Posted by <span class=fn>Mira Hadi</span></span>', '', ['Mira Hadi']],
    ['<div>By Jonas Roth</div>', '<meta name=author content="Mira Hadi">', ['Mira Hadi']],
  ])('of %s%s', async (between, head, names) => {
    expect((await pageWith(between, head)).authors.value).toEqual(names);
  });

  test('holds the day too', async () => {
    const { published } = await pageWith(
      '<div><span>Mira Hadi</span> <span>| 18.04.2019 - updated 19.04.2019</span></div>',
    );
    expect(published.value?.iso).toBe('2019-04-18');
  });
});

test('title, names and day are told where an old page has them in one block', async () => {
  const head = '<font size=5><b>The second lock</b></font><br><font size=2>By Mira Hadi<br>June 12, 1998</font>';
  const html = `<html><head><title>The second lock</title></head><body><table><tr><td><a href=/>Front page</a></td><td>${head}${text}</td></tr></table></body></html>`;
  const { article } = await readArticle('a.html', new TextEncoder().encode(html));
  expect(article?.authors.value).toEqual(['Mira Hadi']);
  expect(article?.published.value?.iso).toBe('1998-06-12');
  expect(article && blocksOf(article).slice(0, 4)).toEqual([
    'title: The second lock',
    'byline: By Mira Hadi',
    'date: June 12, 1998',
    `paragraph: ${prose('lock')}`,
  ]);
});
