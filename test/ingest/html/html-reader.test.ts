/** A web page gives the article on it, block by block, as a reader of the page sees it. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { blocksOf, prose } from '../read.ts';
import { expectSound } from '../soundness.ts';

const read = (html: string | Uint8Array) =>
  readArticle('a.html', typeof html === 'string' ? new TextEncoder().encode(html) : html);

async function articleOf(html: string | Uint8Array): Promise<Article> {
  const { article, problems } = await read(html);
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  expectSound(article);
  return article;
}

const paragraphs = ['lock', 'weir', 'mill', 'tower'].map((thing) => `<p>${prose(thing)}</p>`).join('\n');
const page = (body: string, head = '<title>The second lock</title>') =>
  articleOf(`<!doctype html><html><head><meta charset=utf-8>${head}</head><body>${body}</body></html>`);

const own = async (body: string) =>
  blocksOf(await page(`<article>${paragraphs}${body}<p>${prose('end')}</p></article>`)).slice(5, -1);

describe('blocks', () => {
  test.each([
    ['headings with their levels', '<h3>The gates</h3>', ['heading: The gates']],
    ['headings that a class calls headers', '<h3 class=section-header>The gates</h3>', ['heading: The gates']],
    [
      'lists with an item a line',
      '<ul><li>Elm<li> Oak,<br>tarred<li><p>Iron</p></ul>',
      ['list: Elm\nOak,\ntarred\nIron'],
    ],
    [
      'definitions',
      '<dl><dt>Pound</dt><dd>Water between two locks</dd></dl>',
      ['list: Pound\nWater between two locks'],
    ],
    ['quotations without a sign', '<blockquote><p>So it was.</p></blockquote>', ['quotation: So it was.']],
    [
      'rows of a table',
      '<table><tr><th>Year<th>Ships<tr><td>1823<td><p>12</p><p>of them steam</p></table>',
      ['table-row: Year\tShips', 'table-row: 1823\t12 of them steam'],
    ],
    ['code with its spaces', '<pre><code>if (a) {\n  b();\n}\n</code></pre>', ['code: if (a) {\n  b();\n}']],
    [
      'paragraphs parted by two line ends',
      'One <b>bold</b> day.<br><br>Another day.',
      ['paragraph: One bold day.', 'paragraph: Another day.'],
    ],
    ['white space as a browser shows it', '<p>  a\n\t b&nbsp;– c&shy;d  </p>', ['paragraph: a b\u00a0– cd']],
    [
      'no captions and asides',
      '<figure><img src=a><figcaption>The lock in May</figcaption></figure><aside>Other news</aside>',
      [],
    ],
    [
      'no captions and credits that a class names',
      '<div class=photo><span class=photoCredit>Mira Hadi</span><p class="image-caption">The lock in May, from the tower.</p></div>',
      [],
    ],
    ['no box of the site', '<div class="newsletter-signup"><p>Our letter comes on Fridays.</p></div>', []],
    [
      'no box of the site, named as programs name it',
      '<div class=NewsletterBox_a1><p>Our letter comes on Fridays.</p></div>',
      [],
    ],
    ['no place for advertising', '<amp-ad><p>Buy a boat.</p></amp-ad>', []],
    ['no way to other pages', '<div role=navigation><p>Locks of the valley, by year.</p></div>', []],
    ['no note on pages of the same name', '<div class=hatnote>For the village, see the lake.</div>', []],
    [
      'nothing that a member of a forum puts under each post',
      '<div class=post-body><div class=signature>A boat is a hole in the water.</div></div>',
      [],
    ],
    ['no card of a member', '<dl class=postprofile><dt>Mira<dd>Joined: in May</dl>', []],
    ['no form', '<form><p>Keep me signed in.</p></form>', []],
    ['no hidden part', '<div style="display:none"><div><p>Keep me signed in.</p></div></div>', []],
    ['nothing kept from search engines', '<div class="robots-nocontent"><p>We publish your name.</p></div>', []],
    ['no settings of scripts', '<div>{"id": "12", "section": "news", "kind": "story"}</div>', []],
    [
      'no words of the article, set large between its paragraphs',
      `<blockquote>anybody in the town asked who had paid for it</blockquote>`,
      [],
    ],
    [
      'no list of links with a line beside them',
      '<ul><li><a href=/a>The weir and the mill</a><li><a href=/b>The tower</a><li>From the archive</ul>',
      [],
    ],
    [
      'quotations of what others wrote',
      '<blockquote>We paid for that weir twice.</blockquote>',
      ['quotation: We paid for that weir twice.'],
    ],
    ['no hidden text', '<p hidden>a</p><p style="display: none">b</p><p aria-hidden="true">c</p>', []],
    [
      'no lines that stand under each of many posts',
      [1, 2, 3].map((post) => `<p>Keeper of gate ${post}</p><p>Post ${post} is short.</p>`).join(''),
      ['paragraph: Post 1 is short.', 'paragraph: Post 2 is short.', 'paragraph: Post 3 is short.'],
    ],
    [
      'the days of a diary',
      [1, 2, 3].map((day) => `<p>${day} May 1917</p><p>Day ${day} was dry.</p>`).join(''),
      [1, 2, 3].flatMap((day) => [`paragraph: ${day} May 1917`, `paragraph: Day ${day} was dry.`]),
    ],
    [
      'quotations with who said it',
      '<blockquote><p>So it was.</p><footer>Mira Hadi</footer></blockquote>',
      ['quotation: So it was.', 'quotation: Mira Hadi'],
    ],
    [
      'powers and indices of figures',
      '<p>Some 10<sup>6</sup> of 3 km<sup>2</sup>, 1<span><sup>1</sup>⁄<sub>2</sub></span> on the 3<sup>rd</sup> of H<sub>2</sub>O.</p>',
      ['paragraph: Some 10⁶ of 3 km², 1¹⁄₂ on the 3rd of H2O.'],
    ],
    [
      'no marks of notes',
      '<p>It was so in 1990.<sup>12</sup> And by 4<sup><a href="#n7">7</a></sup> they<a href="#fn3">3</a> left.<sup>[2][3]</sup> So “they”<a href=#x><sup>b</sup></a> said in <a href="#y">1991</a>.</p>',
      ['paragraph: It was so in 1990. And by 4 they left. So “they” said in 1991.'],
    ],
    [
      'the number of a note before the note',
      '<p><sup><a href="#r1">1</a></sup> The minutes of May.</p>',
      ['paragraph: 1 The minutes of May.'],
    ],
    ['no struck words', '<p>It cost <s>400</s> <del>500</del> 600.</p>', ['paragraph: It cost 600.']],
    ['words struck by a mark that never ends', '<s><p>It cost 600.</p>', ['paragraph: It cost 600.']],
    [
      'no button between paragraphs',
      '<p>Share</p><p>Tweet</p><p>Follow us</p><p>The second gate.</p>',
      ['paragraph: The second gate.'],
    ],
    ['a word of a menu that is said', '<p>“Who is it?”</p><p>Home</p>', ['paragraph: “Who is it?”', 'paragraph: Home']],
    [
      'no wall for cookies, but a recipe',
      '<div id="cookie-wall"><p>We use them for our partners.</p></div><div class="recipe cookies"><p>Two eggs.</p></div>',
      ['paragraph: Two eggs.'],
    ],
    [
      'no wall to pay at, but what stands behind it',
      '<div class="paywall"><p>Only subscribers see more.</p></div><div class="paywall"><p>Two gates.</p></div>',
      ['paragraph: Two gates.'],
    ],
    [
      'no section for those who have not paid',
      '<section subscriptions-section="content-not-granted"><p>There is more.</p></section>',
      [],
    ],
    [
      'a list whole, though an item is a link',
      '<ol><li><a href=/a>The gate</a> is <a href=/b>of oak</a><li>The weir is not built yet<li>So be it</ol>',
      ['list: The gate is of oak\nThe weir is not built yet\nSo be it'],
    ],
    ['no rows of links', '<p>On this: <a href=/a>The weir and the mill</a></p>', []],
    ['no lines of the web site', '<p>Share this on Facebook</p><p>Leave a Reply</p>', []],
  ])('%s', async (_, body, blocks) => {
    expect(await own(body)).toEqual(blocks);
  });

  test.each([
    ['Born 4 May 1991', 'paragraph'],
    ['Opened: 3 May 2011', 'paragraph'],
    ['3 May 2011 – 5 June 2012', 'paragraph'],
    ['3 May 1917', 'paragraph'],
    ['Locks | 3 May 2011', 'date'],
    ['14 September 2011 in Locks', 'date'],
    ['Today is Tuesday, 3 May 2022', 'date'],
    ['Par - Publié le 1er mai 2023 à 18h05, mis à jour le 3 mai 2023 à 9h12', 'date'],
  ])('above the article: %s', async (line, role) => {
    expect(blocksOf(await page(`<article><h1>The second lock</h1><p>${line}</p>${paragraphs}</article>`))[1]).toBe(
      `${role}: ${line}`,
    );
  });

  test('of an old article are dated where the page dates it so', async () => {
    const head = '<title>The second lock</title><meta name=pubdate content=1951-05-03>';
    const article = await page(`<article><h1>The second lock</h1><p>3 May 1951</p>${paragraphs}</article>`, head);
    expect(blocksOf(article)[1]).toBe('date: 3 May 1951');
  });

  test('without words of menus behind the last paragraph', async () => {
    const article = await page(
      `<article>${paragraphs}<p>Help!</p><p>Subscribe</p><ul><li>News</li><li>Contact</li></ul></article>`,
    );
    expect(blocksOf(article).slice(5)).toEqual(['paragraph: Help!']);
  });

  test('of a letter in preformatted text are its paragraphs', async () => {
    const article = await page(`<pre>${prose('lock')}\nIt went on for years.\n\n${prose('weir').repeat(2)}</pre>`);
    expect(blocksOf(article, 'paragraph')).toHaveLength(2);
  });

  test('of a page that leaves out html, head and body', async () => {
    const article = await articleOf(`<title>The second lock</title>${paragraphs}`);
    expect(article.title.value).toBe('The second lock');
    expect(blocksOf(article, 'paragraph')).toHaveLength(4);
  });

  test('title, signature and date of the page are not its body', async () => {
    const article = await page(
      `<article><h1>The second lock</h1><div>By Mira Hadi</div><div>3 May 2017</div>${paragraphs}</article>`,
    );
    expect(blocksOf(article).slice(0, 3)).toEqual([
      'title: The second lock',
      'byline: By Mira Hadi',
      'date: 3 May 2017',
    ]);
    expect(article.title.span && article.text.slice(article.title.span.start, article.title.span.end)).toBe(
      'The second lock',
    );
  });

  test('a heading of which nothing is left goes with what it headed', async () => {
    expect(
      await own('<h2>Contents</h2><ul><li><a href=#a>Gates</a><li><a href=#b>Seals</a></ul><h2>Gates</h2><p>Elm.</p>'),
    ).toEqual(['heading: Gates', 'paragraph: Elm.']);
  });
});

describe('a page that names its article for something else', () => {
  const rates = (kind: string) =>
    `<table><tr><th>${kind}<th>Today<th>Last month</tr>${[1, 2, 3, 4, 5, 6].map((row) => `<tr><td>${kind} of the kind number ${row}<td>3.${row}<td>2.${row}</tr>`).join('')}</table>`;
  const body = `<div id=content><div class="with_related_categories">${paragraphs.repeat(4)}</div>
    <div id=secondary><p>Prices of the week, which may include tolls.</p>${['Wheat', 'Wood', 'Wool'].map(rates).join('')}</div></div>`;

  test('is told by the stretch that reads like one', async () => {
    const article = await page(body);
    expect(blocksOf(article, 'paragraph')).toHaveLength(16);
    expect(blocksOf(article, 'table-row')).toEqual([]);
    expect(article.labels.map(({ kind }) => kind)).toEqual(['low-confidence-extraction']);
  });

  test('is told surely by its description', async () => {
    const article = await page(body, `<title>a</title><meta name=description content="${prose('lock')}">`);
    expect(blocksOf(article, 'paragraph')).toHaveLength(16);
    expect(article.labels).toEqual([]);
  });
});

describe('a page without a plain article', () => {
  const post = (text: string) => `<div><dl><dt><a href=/u>keeper</a><dd>Posts: 12</dl><div>${text}</div></div>`;

  test('is scanned for what reads most like prose, and labelled', async () => {
    const article = await page(
      `<ul><li><a href=/>Home</a></ul>${['lock', 'weir', 'mill'].map((thing) => post(prose(thing))).join('')}`,
    );
    expect(blocksOf(article, 'paragraph')).toHaveLength(3);
    expect(article.labels.map(({ kind, text }) => [kind, text])).toEqual([
      ['low-confidence-extraction', 'text may be incomplete'],
    ]);
  });

  test('is not labelled for being short', async () => {
    const article = await page(`<article><h1>The second lock</h1><p>${prose('lock')}</p></article>`);
    expect(article.text).toContain(prose('lock'));
    expect(article.labels).toEqual([]);
  });

  test('gives the text that it states for machines', async () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'The second lock',
      articleBody: `${prose('lock')}\n${prose('weir').repeat(3)}`,
    };
    const article = await page(
      '<div id=root></div>',
      `<title>x</title><script type="application/ld+json">${JSON.stringify(data)}</script>`,
    );
    expect(blocksOf(article, 'paragraph')).toHaveLength(2);
    expect(article.labels).toEqual([]);
  });

  test('is read where a program would have made it visible', async () => {
    const article = await page(`<div style="visibility: hidden"><p>${prose('lock')}</p></div>`);
    expect(article.text).toContain(prose('lock'));
  });

  test('is read without a tag', async () => {
    expect((await articleOf('The lock was opened in 1931, and nobody minded. It was cold.')).text).toContain(
      'It was cold.',
    );
  });

  test('is refused when it holds no text', async () => {
    const { article, problems } = await read('<html><body><div id=root></div></body></html>');
    expect(article).toBeNull();
    expect(problems).toMatchObject([{ fatal: true, message: expect.stringMatching(/^a\.html is empty.*\.$/) }]);
  });

  test('is refused, and told to be drawn by a program, where it holds nothing else', async () => {
    const { article, problems } = await read(
      '<html><body><div id=root>Loading...</div><script>x()</script></body></html>',
    );
    expect(article).toBeNull();
    expect(problems).toMatchObject([{ fatal: true, message: expect.stringMatching(/only the program that draws/) }]);
  });

  test('is read beside pictures and fonts that the page carries in itself', async () => {
    const picture = `<img src="data:image/png;base64,${'iVBO'.repeat(1_500_000)}">`;
    const font = `<style>@font-face{src:url(data:font/woff2;base64,${'d09G'.repeat(100)})}</style>`;
    expect(blocksOf(await page(`${font}<article>${picture}${paragraphs}</article>`), 'paragraph')).toHaveLength(4);
  });

  test('is each post of a thread that the page marks for machines', async () => {
    const of = (type: string) => `itemscope itemtype="https://schema.org/${type}"`;
    const answer = `<p>${prose('answer')}</p><p>${prose('lag')}</p><p>${prose('bog')}</p>`;
    const article = await page(
      `<main ${of('Question')}><div class=post itemprop=text><p>${prose('question')}</p></div>
       <ul class=comments><li>${prose('comment')}</li></ul>
       <div itemprop=acceptedAnswer ${of('Answer')}><b>22</b><div itemprop=text>${answer}</div><p>Share</p></div>
       <div itemprop=suggestedAnswer ${of('Answer')}><b>3</b><div itemprop=text><p>${prose('other')}</p></div></div></main>`,
    );
    const posts = ['question', 'answer', 'lag', 'bog', 'other'];
    expect(blocksOf(article, 'paragraph', 'list')).toEqual(posts.map((words) => `paragraph: ${prose(words)}`));
  });

  test('is not what it answers at its foot', async () => {
    const of = (type: string) => `itemscope itemtype="https://schema.org/${type}"`;
    const question = `<div itemprop=mainEntity ${of('Question')}><h3>Who paid?</h3><div itemprop=acceptedAnswer ${of('Answer')}><p itemprop=text>${prose('answer').repeat(5)}</p></div></div>`;
    const article = await page(
      `<article>${paragraphs}<section ${of('FAQPage')}>${question.repeat(2)}</section></article>`,
    );
    expect(article.text).toContain(prose('lock'));
  });
});

describe('the language', () => {
  const german =
    '<p>Die Schleuse wurde im Frühling gebaut und sie war nicht die erste, die von der Stadt bezahlt wurde.</p>'.repeat(
      4,
    );
  const stated = async (lang: string, body: string) =>
    (await articleOf(`<html lang="${lang}"><meta charset=utf-8><body>${body}</body></html>`)).lang;

  test('is what the page says, where its letters agree or cannot tell', async () => {
    expect(await stated('en-GB', paragraphs)).toEqual({ value: 'en-GB', from: 'html lang' });
    expect(await stated('sco', paragraphs)).toEqual({ value: 'sco', from: 'html lang' });
  });

  test('is what its letters say, where the page says otherwise', async () => {
    expect(await stated('en-US', german)).toEqual({ value: 'de', from: 'its words', note: 'the page says “en-US”' });
    expect((await stated('klingon language', paragraphs)).from).toBe('its words');
  });
});

test('the letters come out right in the encoding that the page declares', async () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const body = `<p>Le caf\u00e9 a ferm\u00e9.</p>${paragraphs}`;
  expect((await articleOf(latin(`<meta charset="iso-8859-1">${body}`))).text).toContain('Le café a fermé.');
  const koi = latin(`<meta http-equiv=Content-Type content="text/html; charset=koi8-r">\xfb\xcc\xc0\xda ${paragraphs}`);
  expect((await articleOf(koi)).text).toContain('Шлюз');
});
