/** What a page says of itself comes with where it says it; what can be read two ways, or is of something else, is not said. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { prose } from '../read.ts';

const paragraphs = ['lock', 'weir', 'mill', 'tower'].map((thing) => `<p>${prose(thing)}</p>`).join('\n');

async function page(head: string, top = ''): Promise<Article> {
  const html = `<html><head><meta charset=utf-8>${head}</head><body><div>${top}</div><article>${paragraphs}</article></body></html>`;
  const { article } = await readArticle('a.html', new TextEncoder().encode(html));
  if (!article) throw new Error('No article');
  return article;
}

const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const canonical = (path: string) => `<link rel=canonical href="https://courier.example${path}">`;

describe('the date', () => {
  test.each([
    [
      'JSON-LD',
      linked({ '@type': 'NewsArticle', datePublished: '2019-05-03T23:10:00-05:00' }),
      '',
      '2019-05-03',
      'json-ld',
    ],
    [
      'a graph, not of a change',
      linked({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': ['Article'], dateModified: '2021-01-01', datePublished: '2019-05-03' },
        ],
      }),
      '',
      '2019-05-03',
      'json-ld',
    ],
    [
      'the article of several that has the headline',
      linked([
        { '@type': 'Article', headline: 'The weir', datePublished: '2018-01-01' },
        { '@type': 'Article', headline: 'The second lock', datePublished: '2019-05-03' },
      ]),
      '<h1>The Second Lock</h1>',
      '2019-05-03',
      'json-ld',
    ],
    [
      'the article of several that has the address',
      canonical('/lock') +
        linked([
          { '@type': 'Article', headline: 'The weir', datePublished: '2018-01-01' },
          { '@type': 'Article', url: 'http://www.courier.example/lock/', datePublished: '2019-05-03' },
        ]),
      '',
      '2019-05-03',
      'json-ld',
    ],
    [
      'an article under another headline, beside a list of others',
      linked([
        { '@type': 'ItemList', itemListElement: [{ '@type': 'Article', datePublished: '2018-01-01' }] },
        { '@type': 'WebPage', mainEntity: { '@type': 'Article', headline: 'Water', datePublished: '2019-05-03' } },
      ]),
      '<h1>The lock</h1>',
      '2019-05-03',
      'json-ld',
    ],
    [
      'JSON-LD in a comment, with a line end in a string',
      '<script type="application/ld+json"><!-- {"@type":"Article","description":"a\nb","datePublished":"2019-05-03",} --></script>',
      '',
      '2019-05-03',
      'json-ld',
    ],
    ['the address', canonical('/2019/05/03/lock'), '', '2019-05-03', 'url-path'],
    [
      'the address, where the page was put up anew',
      canonical('/2019/05/03/lock') + linked({ '@type': 'Article', datePublished: '2022-01-01' }),
      '',
      '2019-05-03',
      'url-path',
    ],
    [
      'a meta element',
      '<meta property="article:published_time" content="2019-05-03T10:00Z">',
      '',
      '2019-05-03',
      'meta article:published_time',
    ],
    ['a compact one', '<meta name=pubdate content=20190503T101500Z>', '', '2019-05-03', 'meta pubdate'],
    ['microdata', '', '<span itemprop=datePublished content="2019-05-03">May</span>', '2019-05-03', 'microdata'],
    [
      'a time element, not of a change',
      '',
      '<p>Updated: <time datetime="2021-01-01">x</time> Published: <time datetime="2019-05-03">y</time></p>',
      '2019-05-03',
      'time element',
    ],
    ['a class', '', '<div class="post-date">3 May 2019</div>', '2019-05-03', 'class "post-date"'],
    [
      'a class below the headline, not of the day above it',
      '',
      '<p class="date">22 November 2024</p><h1>The lock</h1><p class="date">3 May 2019</p>',
      '2019-05-03',
      'class "date"',
    ],
    [
      'a class in one word',
      '',
      '<span class="articleDate">Fri, 3 May 2019 8:00 AM</span>',
      '2019-05-03',
      'class "articleDate"',
    ],
    [
      'a property of RDFa',
      '',
      '<span property="dc:date dc:created" content="2019-05-03T15:03:00-06:00"></span>',
      '2019-05-03',
      'microdata',
    ],
    ['a line below the headline', '', '<h1>The lock</h1><p class="bold">May 03, 2019</p>', '2019-05-03', 'date line'],
    [
      'a line that says so',
      '',
      '<h1>The lock</h1><span class="gray">Posted 2019-05-03</span>',
      '2019-05-03',
      'date line',
    ],
    [
      'a part of the page that is named for others, and has the headline',
      '',
      '<div class="story with-related"><h1>The lock</h1><p class="date">3 May 2019</p></div>',
      '2019-05-03',
      'class "date"',
    ],
    [
      'a line that says so, older than the web',
      '',
      '<h1>The lock</h1><span class=posted-on itemprop=datePublished>3 May 1987</span>',
      '1987-05-03',
      'microdata',
    ],
    [
      'a list of what is said of it',
      '',
      '<h1>The lock</h1><ul><li>Published 3 May 2019</li></ul>',
      '2019-05-03',
      'date line',
    ],
    [
      'a row of what is said of it',
      '',
      '<h1>The lock</h1><dl><dt>From<dd>Harl<dt>Published</dt> <dd>3 May 2019</dd></dl>',
      '2019-05-03',
      'date line',
    ],
    ['the month of an address, for want of a day', canonical('/2019/05/lock'), '', '2019-05', 'url-path'],
  ])('of %s', async (_, head, top, iso, from) => {
    const { published } = await page(head, top);
    expect([published.value?.iso, published.from]).toEqual([iso, from]);
  });

  test.each([
    ['can be read two ways', '', '<div class="date">03/04/2020</div>'],
    [
      'is of a change',
      '<meta property="article:modified_time" content="2021-01-01">',
      '<p class=date>Updated 3 May 2019</p>',
    ],
    ['is of a change, told by the word before it', '', '<h1>The lock</h1><p><b>Updated:</b> 3 May 2019</p>'],
    ['is of a change, in Japanese', '', '<h1>水門の話</h1><p>更新 2024年3月3日</p>'],
    ['is of a change, in German', '', '<h1>Die Schleuse</h1><p class=info>Von Mira Hadi<br>Stand: 3. Mai 2019</p>'],
    ['is of other stories', '', '<h1>The lock</h1><div id="siteOtherStories"><p class="date">3 May 2019</p></div>'],
    ['is a month in its text', '', '<h1>The lock</h1><p>May 2019</p>'],
    ['is of another article', '', '<div class="related-posts"><time datetime="2019-05-03">x</time></div>'],
    ['is what software writes for none', linked({ '@type': 'Article', datePublished: '1970-01-01T00:00:00Z' }), ''],
    ['stands in the head of the site', '', '<header><nav></nav><time datetime="2024-11-22">today</time></header>'],
    [
      'is one of two above the headline',
      '',
      '<p class=date>3 May 2019</p><p class=date>4 May 2019</p><h1>The lock</h1>',
    ],
    ['is a row of a table', '', '<h1>The lock</h1><table><tr><td>Date</td><td>3 May 2019</td></tr></table>'],
    ['is an item of a list', '', '<h1>The lock</h1><ul><li><b>3 May 2019</b> The keel is laid</li></ul>'],
    [
      'is one of many days in a list',
      '',
      `<h1>The lock</h1><ul>${[3, 4, 5].map((day) => `<li><time datetime="2019-05-0${day}">May</time> Rain</li>`)}</ul>`,
    ],
    ['is a heading', '', '<h1>The lock</h1><h3>3 May 2019</h3><p>Rain.</p>'],
    ['is of a birth', '', '<h1>The lock</h1><p>Born 3 May 1991</p>'],
    ['is of a birth, told by the word before it', '', '<h1>The lock</h1><p><b>Born:</b> 3 May 1991</p>'],
    ['is of something in the article', '', '<h1>The lock</h1><p>Dredged: 3 May 2019</p>'],
    ['is the end of a span', '', '<h1>The lock</h1><p>3 May 2019 – 5 June 2020</p>'],
    ['is older than the web', '', '<h1>The lock</h1><p>3 May 1917</p><time>4 May 1917</time>'],
    ['is the day on which it is read', '', '<h1>The lock</h1><p class=date>Today is Friday, 3 May 2019</p>'],
    ['is to come', '', '<h1>The lock</h1><div><h2>Upcoming</h2><time datetime="2019-05-03">May</time></div>'],
    [
      'is of an article in a list of others',
      linked({
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'Article', headline: 'The weir', datePublished: '2019-05-03' }],
      }),
      '<h1>The lock</h1>',
    ],
    [
      'is of one of two articles, and the page names neither',
      linked(
        ['weir', 'mill'].map((thing) => ({
          '@type': 'Article',
          headline: `The ${thing}`,
          datePublished: '2019-05-03',
        })),
      ),
      '<h1>The lock</h1>',
    ],
    ['is no day', '<meta name=date content="2019-13-45">', ''],
  ])('is not stated when it %s', async (_, head, top) => {
    expect((await page(head, top)).published.value).toBeNull();
  });
});

describe('the title', () => {
  test('is the headline of the article, not the name of the site above its menu', async () => {
    const html = `<html><head><title>How the lock works - The Canal Book</title></head><body>
      <div id="menu-bar"><h1 class="menu-title">The Canal Book</h1></div>
      <main><h2 id="how"><a href="#how">How the Lock Works</a></h2>${paragraphs}
      <h2 id="gates"><a class="header" href="#gates">The gates</a></h2>${paragraphs.replaceAll('there', 'here')}</main></body></html>`;
    const { article } = await readArticle('a.html', new TextEncoder().encode(html));
    expect(article?.title).toMatchObject({ value: 'How the Lock Works', from: 'heading' });
    const headings = article?.blocks.filter(({ role }) => role === 'heading');
    expect(headings?.map(({ start, end }) => article?.text.slice(start, end))).toEqual(['The gates']);
  });

  test.each([
    [
      'is the headline that the title element names',
      '<title>The second lock - The Courier</title>',
      '<h1>The Courier</h1><h2>The second lock</h2>',
      'The second lock',
      'heading',
    ],
    [
      'is what is shared, without the site',
      '<meta property=og:title content="The second lock | Courier"><meta property=og:site_name content=Courier>',
      '',
      'The second lock',
      'meta og:title',
    ],
    [
      'is without the site where words stand without spaces',
      '<title>古い水門がまた凍る_川の新聞</title>',
      '',
      '古い水門がまた凍る',
      'title element',
    ],
    [
      'is the only headline, where the title element says another thing',
      '<title>Courier online</title>',
      '<h1>The second lock</h1>',
      'The second lock',
      'heading',
    ],
    [
      'is said once, though one element holds it twice',
      '<title>The second lock is open</title>',
      '<h1><span>The second lock is open</span> <span>The second lock is open</span></h1>',
      'The second lock is open',
      'heading',
    ],
    [
      'is without the name of the section that stands in its headline',
      '<title>The second lock is open | Courier</title>',
      '<h1><span class=kicker>Opinion</span> The second lock is open</h1>',
      'The second lock is open',
      'heading',
    ],
    [
      'is all of a headline that is called so in part',
      '<title>The second lock is open | Courier</title>',
      '<h1><span class=label>The second lock is open</span></h1>',
      'The second lock is open',
      'heading',
    ],
    ['keeps a dash of its own', '<title>Locks - a history</title>', '', 'Locks - a history', 'title element'],
    [
      'may be short in a script without spaces',
      '<title>水門の話 — 港の手引き 2.1</title>',
      '<h1>水門の話</h1>',
      '水門の話',
      'heading',
    ],
    [
      'is that of JSON-LD, for want of another',
      linked({ '@type': 'Article', headline: 'The second lock' }),
      '',
      'The second lock',
      'json-ld',
    ],
  ])('%s', async (_, head, top, value, from) => {
    const { title } = await page(head, top);
    expect([title.value, title.from]).toEqual([value, from]);
  });
});

describe('the authors', () => {
  test.each([
    [
      'JSON-LD, by reference',
      linked({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#a' } },
          { '@type': 'Person', '@id': '#a', name: 'Mira Hadi' },
        ],
      }),
      '',
      ['Mira Hadi'],
      'json-ld',
    ],
    [
      'a meta element, several',
      '<meta name=author content="By Mira Hadi and Owen Tamm">',
      '',
      ['Mira Hadi', 'Owen Tamm'],
      'meta author',
    ],
    [
      'meta elements, turned round',
      '<meta name=citation_author content="Hadi, Mira"><meta name=citation_author content="Tamm, Owen">',
      '',
      ['Mira Hadi', 'Owen Tamm'],
      'meta citation_author',
    ],
    ['a link', '', '<a rel=author href=/x>Mira Hadi</a>', ['Mira Hadi'], 'rel="author"'],
    [
      'a link to a page on a network',
      '',
      '<h1>The lock</h1><a href="/@mira">Mira Hadi</a>',
      ['Mira Hadi'],
      'author link',
    ],
    ['a byline', '', '<p class=byline>By Mira Hadi, harbour editor</p>', ['Mira Hadi'], 'byline'],
    [
      'a byline over an office',
      '',
      '<div class=byline><div>By Mira Hadi</div><div>Health editor</div></div>',
      ['Mira Hadi'],
      'byline',
    ],
    [
      'links to experts',
      '',
      '<h1>The lock</h1><a href="/experts/mira-hadi">Mira Hadi</a><a href="/experts/ali-omar">Ali Omar</a>',
      ['Mira Hadi', 'Ali Omar'],
      'author link',
    ],
    [
      'names of a paper',
      '',
      '<span class=ltx_role_author><span class=ltx_personname>Mira Hadi</span></span> <span class=ltx_role_author><span class=ltx_personname>Ali Omar</span></span>',
      ['Mira Hadi', 'Ali Omar'],
      'author names',
    ],
    ['a byline on a weekday', '', '<p class=byline>By Mira Hadi Tuesday, 3 May 2016</p>', ['Mira Hadi'], 'byline'],
    [
      'a byline, where machines are told an outlet',
      '<link rel=canonical href="https://harltimes.example/a"><meta name=author content="Harl Times">',
      '<div class=author-name>Mira Hadi</div>',
      ['Mira Hadi'],
      'byline',
    ],
    [
      'a meta element, without the outlet',
      '<meta name=author content="Mira Hadi,HNN">',
      '',
      ['Mira Hadi'],
      'meta author',
    ],
    ['a byline in a script without capitals', '', '<p class=author>بقلم ليلى حداد</p>', ['ليلى حداد'], 'byline'],
    [
      'a link below the headline to their page',
      '',
      '<h1>The lock</h1><p><a href="/authors/">All Authors</a> <a href="/authors/mira-hadi">Mira Hadi</a></p>',
      ['Mira Hadi'],
      'author link',
    ],
    ['a byline in Russian', '', '<p class=author>Автор: Анна Орлова</p>', ['Анна Орлова'], 'byline'],
  ])('of %s', async (_, head, top, names, from) => {
    const { authors } = await page(head, top);
    expect([authors.value, authors.from]).toEqual([names, from]);
  });

  test.each([
    ['an organisation', linked({ '@type': 'Article', author: { '@type': 'Organization', name: 'The Courier' } }), ''],
    ['an office', '<meta name=author content="Staff Reporter">', ''],
    ['an outlet', '<meta name=author content="Ostwick Chronicle">', ''],
    ['an agency', '<meta name=author content="AP">', ''],
    ['a site', '<meta name=author content="elharl.es">', ''],
    [
      'the publisher, with a word more',
      '<meta property=og:site_name content="El Harl"><meta name=author content="Ediciones El Harl">',
      '',
    ],
    [
      'whose byline comes after that of an outlet',
      '',
      '<div class=byline>By HNN</div><div><span class="blog-byline">Mira Hadi</span></div>',
    ],
    ['a part of a name', '', '<span class=author><span class=fn>Hadi</span></span>'],
    [
      'the publisher',
      '<meta property=og:site_name content="Harl Courier"><meta name=author content="Harl Courier">',
      '',
    ],
    ['an address', '<meta property=article:author content="https://facebook.example/hadi">', ''],
    [
      'linked within the article',
      '',
      `<h1>The lock</h1><p>${prose('gate').repeat(2)}</p><p><a href="/people/mira-hadi">Mira Hadi</a></p>`,
    ],
    ['who wrote a comment', '', '<div class=comments><span class=author>Mira Hadi</span></div>'],
  ])('are not %s', async (_, head, top) => {
    expect((await page(head, top)).authors.value).toBeNull();
  });

  test.each([
    ['بقلم: مريم هادي', 'مريم هادي'],
    ['2019-05-03 10:15 来源：运河报 作者：王小明 责任编辑：李四', '王小明'],
    ['記者・山田太郎', '山田太郎'],
    ['홍길동 기자', '홍길동'],
  ])('are told in scripts without capitals: %s', async (line, name) => {
    const html = `<title>The lock</title><article><h1>The lock</h1><p>${line}</p>${paragraphs}</article>`;
    const { article } = await readArticle('a.html', new TextEncoder().encode(html));
    expect(article?.authors).toMatchObject({ value: [name], from: 'byline' });
  });

  test.each(['作者：本报记者', '文章在这里', '基自 기자 회견'])(
    'are no desk and no words of a sentence: %s',
    async (line) => {
      const html = `<title>The lock</title><article><h1>The lock</h1><p>${line}</p>${paragraphs}</article>`;
      const { article } = await readArticle('a.html', new TextEncoder().encode(html));
      expect(article?.authors.value).toBeNull();
    },
  );

  test.each([
    ['<div class=author-line>By <a href=/x>Mira Hadi</a></div>', 'that is no part of the text'],
    ['<p>Von Mira Hadi<br>Stand: 3. Mai 2019, 14:05 Uhr | Lesedauer: 4 Minuten</p>', 'with the day of a change'],
  ])('are those of a line %s', async (line) => {
    const html = `<title>The lock</title><article><h1>The lock</h1>${line}${paragraphs}</article>`;
    const { article } = await readArticle('a.html', new TextEncoder().encode(html));
    expect(article?.authors).toMatchObject({ value: ['Mira Hadi'], from: 'byline' });
    expect(article?.published.value).toBeNull();
    expect(
      article?.blocks.some(({ start, end, body }) => body && /Hadi|Stand/.test(article.text.slice(start, end))),
    ).toBe(false);
  });
});

describe('the address and the publisher', () => {
  test.each([
    [
      '<link rel=canonical href="https://courier.example/a"><meta property=og:url content="https://courier.example/b">',
      'https://courier.example/a',
      'link canonical',
    ],
    [
      '<link rel=canonical href="https://courier.example/"><meta property=og:url content="https://courier.example/b">',
      'https://courier.example/b',
      'meta og:url',
    ],
    ['<link rel=canonical href="/a"><meta property=og:url content="javascript:alert(1)">', undefined, 'not stated'],
  ])('%s', async (head, value, from) => {
    const { url } = await page(head);
    expect([url.value ?? undefined, url.from]).toEqual([value, from]);
  });

  test('are those that the saving browser wrote down', async () => {
    const html = `<!DOCTYPE html>\n<!-- saved from url=(0026)https://courier.example/a --><html><head><link rel=canonical href="/b"></head><body>${paragraphs}</body></html>`;
    const { article } = await readArticle('a.html', new TextEncoder().encode(html));
    expect(article?.url).toEqual({ value: 'https://courier.example/b', from: 'link canonical' });
    expect(article?.publisher).toEqual({ value: 'courier.example', from: 'its address' });
  });

  test('a site that names itself publishes the page', async () => {
    expect((await page('<meta property=og:site_name content="The Courier">')).publisher).toEqual({
      value: 'The Courier',
      from: 'meta og:site_name',
    });
    expect(
      (await page(linked({ '@type': 'Article', publisher: { '@type': 'Organization', name: 'The Courier' } })))
        .publisher.value,
    ).toBe('The Courier');
  });
});
