/** What an EPUB book gives: its chapters in the order of the spine, what it says of itself, and the pages of the printed book. */
import { expect, test } from 'vitest';
import { placeOf } from '../../src/ingest/place.ts';
import { type ReadFile, readArticle } from '../../src/ingest/read-article.ts';
import type { Article } from '../../src/model.ts';
import { type EpubItem, type EpubMakings, epubOf, nav, navPoint } from './made-files.ts';
import { blocksOf, prose } from './read.ts';
import { expectSound } from './soundness.ts';

async function read(makings: EpubMakings): Promise<ReadFile & { readonly article: Article }> {
  const { article, problems } = await readArticle('a.epub', await epubOf(makings));
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  expectSound(article);
  return { article, problems };
}

const chapter = (body: string, more: Partial<EpubItem> = {}): EpubItem => ({ name: 'one.xhtml', body, ...more });

const blocksFrom = async (body: string, more: Partial<EpubItem> = {}): Promise<string[]> =>
  blocksOf((await read({ items: [chapter(body, more)] })).article);

const p = (words: string): string => `<p>${prose(words)}</p>`;

test('chapters come in the order of the spine, under their headings', async () => {
  const { article } = await read({
    items: [
      { name: 'z.xhtml', body: `<h1>One</h1>${p('bridge')}` },
      { name: 'a.xhtml', body: `<section><h2>Two</h2>${p('mill')}<h3>Two and a half</h3>${p('ferry')}</section>` },
    ],
  });
  expect(blocksOf(article)).toEqual([
    'heading: One',
    `paragraph: ${prose('bridge')}`,
    'heading: Two',
    `paragraph: ${prose('mill')}`,
    'heading: Two and a half',
    `paragraph: ${prose('ferry')}`,
  ]);
  expect(placeOf(article, article.blocks[3]!)).toBe('Two, ¶ 1');
});

test('the book says who wrote it, who published it and when', async () => {
  const metadata = `<dc:title id="t">The bridge</dc:title><meta refines="#t" property="title-type">main</meta>
    <dc:title id="s">A history</dc:title><meta refines="#s" property="title-type">subtitle</meta>
    <dc:creator id="c1">Hanna Sand</dc:creator><meta refines="#c1" property="role" scheme="marc:relators">aut</meta>
    <dc:creator id="c2">Tom Translator</dc:creator><meta refines="#c2" property="role">trl</meta>
    <dc:publisher>Norpress</dc:publisher><dc:date>2017-05-03</dc:date><dc:language>en-GB</dc:language>
    <dc:rights>CC BY 4.0</dc:rights><dc:identifier>urn:isbn:9780306406157</dc:identifier>
    <dc:identifier>doi:10.1000/182</dc:identifier><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>`;
  const { article } = await read({ metadata, items: [chapter(p('bridge'))] });
  expect(article).toMatchObject({
    title: { value: 'The bridge: A history', from: 'dc:title', note: 'ISBN 9780306406157' },
    authors: { value: ['Hanna Sand'], from: 'dc:creator' },
    publisher: { value: 'Norpress' },
    published: { value: { iso: '2017-05-03', precision: 'day' }, from: 'dc:date' },
    lang: { value: 'en-GB' },
    licence: { value: 'CC BY 4.0' },
    url: { value: 'https://doi.org/10.1000/182' },
  });
});

test('EPUB 2 tells publication from conversion, and authors from editors', async () => {
  const metadata = `<dc-metadata><dc:title>The bridge</dc:title><dc:creator opf:role="edt">Ed Hill</dc:creator>
    <dc:creator opf:role="aut" opf:file-as="Sand, Hanna">Hanna Sand</dc:creator>
    <dc:date opf:event="conversion">2020-01-01</dc:date><dc:date opf:event="publication">1911</dc:date></dc-metadata>`;
  const { article } = await read({ metadata, version: '2.0', items: [chapter(p('bridge'))] });
  expect(article.authors.value).toEqual(['Hanna Sand']);
  expect(article.published.value).toEqual({ iso: '1911', precision: 'year' });
});

test.each([
  ['Unknown Author', null],
  ['Various Authors', null],
  ['Sand, Hanna', ['Hanna Sand']],
  ['van der Sand, Hanna M.', ['Hanna M. van der Sand']],
  ['Sand, Hanna; Hill, Ed', ['Hanna Sand', 'Ed Hill']],
  ['Hanna Sand, Ed Hill', ['Hanna Sand, Ed Hill']],
  ['Sand, Jr.', ['Sand, Jr.']],
  ['Sandhouse, Ltd', ['Sandhouse, Ltd']],
  ['The Institute of Bridges, Harl', ['The Institute of Bridges, Harl']],
])('who is said to be %j', async (creator, authors) => {
  const metadata = `<dc:title>The bridge</dc:title><dc:creator>${creator}</dc:creator>`;
  expect((await read({ metadata, items: [chapter(p('bridge'))] })).article.authors.value).toEqual(authors);
});

test.each(['0101-01-01T00:00:00+00:00', 'soon'])('%s is no date', async (date) => {
  const metadata = `<dc:title>The bridge</dc:title><dc:date>${date}</dc:date>`;
  expect((await read({ metadata, items: [chapter(p('bridge'))] })).article.published.value).toBeNull();
});

test('a chapter without a heading has the one that the table of contents gives it', async () => {
  const items = [
    chapter(p('bridge')),
    { name: 'nav.xhtml', body: nav('toc', [['The bridge', 'one.xhtml']]), properties: 'nav', isInSpine: false },
  ];
  expect(blocksOf((await read({ items })).article)[0]).toBe('heading: The bridge');
  const ncx = `${navPoint('The <i>old</i> bridge', 'one.xhtml#x')}</navMap>`;
  expect(blocksOf((await read({ version: '2.0', ncx, items: [chapter(p('bridge'))] })).article)[0]).toBe(
    'heading: The old bridge',
  );
});

test('a line that says what the table of contents says is the heading', async () => {
  const body = `<p class="t1">CHAPTER I</p><p class="t2">The Bridge</p>${p('bridge')}<p>A second part</p>${p('mill')}`;
  const ncx = `${navPoint('Chapter I: The Bridge', 'one.xhtml', navPoint('A Second Part', 'one.xhtml#b'))}</navMap>`;
  const { article } = await read({ ncx, items: [chapter(body)] });
  expect(blocksOf(article, 'heading')).toEqual(['heading: CHAPTER I The Bridge', 'heading: A second part']);
  expect(article.blocks.filter(({ role }) => role === 'heading').map(({ level }) => level)).toEqual([1, 2]);
});

test('a heading that is there already is not put there again', async () => {
  const ncx = `${navPoint('1. The Bridge', 'one.xhtml')}</navMap>`;
  const { article } = await read({ ncx, items: [chapter(`<h2>1</h2><h2>The bridge</h2>${p('bridge')}`)] });
  expect(blocksOf(article, 'heading')).toEqual(['heading: 1', 'heading: The bridge']);
});

test('tables of contents and covers are left out; a copyright page is no text of the author’s', async () => {
  const links = ['one', 'two', 'three', 'four'].map((name) => `<p><a href="${name}.xhtml">Chapter ${name}</a></p>`);
  const { article } = await read({
    items: [
      { name: 'cover.xhtml', body: '<img src="cover.jpg" alt="Cover"/>' },
      { name: 'title.xhtml', body: '<h1>A book</h1><p>Hanna Sand</p>' },
      {
        name: 'rights.xhtml',
        body: '<p>Copyright © 2017 Hanna Sand</p><p>All rights reserved. ISBN 9780306406157</p>',
      },
      { name: 'contents.xhtml', body: `<h2>Contents</h2>${links.join('')}` },
      { name: 'nav.xhtml', body: nav('toc', [['One', 'one.xhtml']]), properties: 'nav' },
      { name: 'imprint.xhtml', body: '<p>Printed in Verra.</p>', bodyAttributes: 'epub:type="imprint"' },
      chapter(`<h1>One</h1>${p('bridge')}`),
    ],
    metadata: '<dc:title>A Book</dc:title><dc:creator>Hanna Sand</dc:creator>',
  });
  expect(blocksOf(article)).toEqual([
    'title: A book',
    'byline: Hanna Sand',
    'boilerplate:notice: Copyright © 2017 Hanna Sand',
    'boilerplate:notice: All rights reserved. ISBN 9780306406157',
    'boilerplate:notice: Printed in Verra.',
    'heading: One',
    `paragraph: ${prose('bridge')}`,
  ]);
});

test('what stands on the pages of the publisher is no text of the author’s', async () => {
  const { article } = await read({
    items: [
      {
        name: 'title.xhtml',
        body: '<h1>A book</h1><p>by Hanna Sand</p><p>Norpress</p>',
        bodyAttributes: 'epub:type="titlepage"',
      },
      chapter(
        `<div id="pg-header"><h2>The eBook of A book</h2><p>${prose('licence')}</p></div><h1><img src="1.png" alt="One"/></h1>${p('bridge')}<p class="caption">The bridge</p>`,
      ),
    ],
    metadata: '<dc:title>A Book</dc:title><dc:creator>Hanna Sand</dc:creator>',
    ncx: `${navPoint('One', 'one.xhtml')}</navMap>`,
  });
  expect(blocksOf(article)).toEqual([
    'title: A book',
    'byline: by Hanna Sand',
    'boilerplate:notice: Norpress',
    'heading: One',
    'boilerplate:notice: The eBook of A book',
    `boilerplate:notice: ${prose('licence')}`,
    `paragraph: ${prose('bridge')}`,
    'boilerplate:credit: The bridge',
  ]);
});

test('a book in one file is read, whatever its guide says of parts of it', async () => {
  const guide =
    '<reference type="toc" href="one.xhtml#toc"/><reference type="title-page" href="one.xhtml"/><reference type="cover" href="one.xhtml#c"/>';
  const { article } = await read({ version: '2.0', guide, items: [chapter(`<h1>One</h1>${p('bridge').repeat(80)}`)] });
  expect(blocksOf(article, 'paragraph')).toHaveLength(80);
});

test('pages of the printed book are cited, by marks in the text or by the page list', async () => {
  const marks = `<h1>One</h1><p>${prose('bridge')} <span epub:type="pagebreak" id="p12" title="12"/>${prose('mill')}</p><p>${prose('ferry')}</p>`;
  const { article } = await read({ items: [chapter(marks)] });
  expect(article.pages.map(({ label }) => label)).toEqual(['12']);
  expect(article.text.slice(article.pages[0]?.start)).toMatch(/^The mill/);
  expect(placeOf(article, article.blocks[2]!)).toBe('One, p. 12, ¶ 2');
  const listed = await read({
    items: [
      chapter(`<p id="x">${prose('bridge')}</p><p>${prose('mill')}<a id="y"/> ${prose('ferry')}</p>`),
      {
        name: 'nav.xhtml',
        properties: 'nav',
        isInSpine: false,
        body: nav('page-list', [
          ['iv', 'one.xhtml#x'],
          ['5', 'one.xhtml#y'],
        ]),
      },
    ],
  });
  expect(
    listed.article.pages.map(({ label, start }) => [label, listed.article.text.slice(start, start + 10).trim()]),
  ).toEqual([
    ['iv', 'The bridge'],
    ['5', 'The ferry'],
  ]);
});

test('marks of notes are in no sentence, and notes stand behind the chapter', async () => {
  const body = `<p>It was signed<a epub:type="noteref" href="#n1">1</a> in May.<sup><a href="#n2">2</a></sup> All of it<a href="#n3"><sup>*</sup></a>, again<a href="notes.xhtml#fn4">4</a>.</p>
    <aside epub:type="footnote" id="n1"><p>In Verra. <a href="#r1">↩</a></p></aside><p>${prose('bridge')}</p>`;
  expect(await blocksFrom(body)).toEqual([
    'paragraph: It was signed in May. All of it, again.',
    `paragraph: ${prose('bridge')}`,
    'paragraph: In Verra.',
  ]);
});

test('raised figures that are no notes stay', async () => {
  expect(
    await blocksFrom('<p>10<sup>6</sup> men on 40 m<sup>2</sup> in the 4<sup>th</sup> year of H<sub>2</sub>O.</p>'),
  ).toEqual(['paragraph: 10⁶ men on 40 m2 in the 4th year of H2O.']);
});

test('lists, tables, quotations, code and captions are what they are', async () => {
  const body = `<ul><li>Oats</li><li><p>Rye</p><ol><li>winter</li></ol></li></ul>
    <table><caption>Tons</caption><tr><th>Year</th><th>Tons</th></tr><tbody><tr><td>1911</td><td>40</td></tr></tbody></table>
    <blockquote><p>“Never.”</p><p>“Not once.”</p></blockquote>
    <pre>if
  so</pre><figure><img src="x.png" alt="A map"/><figcaption>The bridge in 1911</figcaption></figure>`;
  expect(await blocksFrom(body)).toEqual([
    'list: Oats\nRye\nwinter',
    'boilerplate:credit: Tons',
    'table-row: Year\tTons',
    'table-row: 1911\t40',
    'quotation: “Never.”\n“Not once.”',
    'code: if\n  so',
    'boilerplate:credit: The bridge in 1911',
  ]);
});

test('white space is as a browser shows it, entities are read, and self-closed elements end', async () => {
  const body = `<div>Bare <a id="x"/>words
    <i>in</i> a   <b>block</b>&nbsp;&mdash; co&shy;operate.<p>A line<br/>and another.</p>Tail<br/><br/>alone <script src="x"/>here.</div>`;
  expect(await blocksFrom(body)).toEqual([
    'paragraph: Bare words in a block\u00a0— cooperate.',
    'paragraph: A line\nand another.',
    'paragraph: Tail',
    'paragraph: alone here.',
  ]);
});

test('files are found by encoded names, in another case, from the root, and whatever type is stated', async () => {
  const items: EpubItem[] = [
    { name: 'text/Kapitel 1 ü.xhtml', href: 'text/Kapitel%201%20%C3%BC.xhtml', body: p('bridge') },
    { name: 'Two.XHTML', href: './text/../two.xhtml', mediaType: 'text/html', body: p('mill') },
    { name: 'three.html', mediaType: 'application/octet-stream', body: p('ferry') },
  ];
  expect(blocksOf((await read({ items })).article)).toHaveLength(3);
  expect(blocksOf((await read({ items, folder: '' })).article)).toHaveLength(3);
});

test('a missing file is said, and the rest is read', async () => {
  const items: EpubItem[] = [chapter(p('bridge')), { name: 'two.xhtml', href: 'gone.xhtml', body: '' }];
  const { article, problems } = await read({ items });
  expect(blocksOf(article)).toHaveLength(1);
  expect(problems).toEqual([
    { path: 'a.epub', fatal: false, message: expect.stringMatching(/^a\.epub was read without “gone\.xhtml”.*\.$/) },
  ]);
});

test('a file in another encoding is read by what it says', async () => {
  const file = `<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Caf\u00e9 ${prose('bridge')}</p></body></html>`;
  const more = { 'OEBPS/one.xhtml': Buffer.from(file, 'latin1') };
  expect(blocksOf((await read({ items: [chapter('')], more })).article)).toEqual([
    `paragraph: Café ${prose('bridge')}`,
  ]);
});

const refusal = async (makings: EpubMakings): Promise<string> => {
  const { article, problems } = await readArticle('a.epub', await epubOf(makings));
  expect(article).toBeNull();
  expect(problems).toHaveLength(1);
  return problems[0]?.message ?? '';
};

const encryption = (algorithm: string, target: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${target}"/></enc:CipherData></enc:EncryptedData></encryption>`;

test('a book under copy protection is refused; one with scrambled fonts is read', async () => {
  const locked = encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'OEBPS/one.xhtml');
  const items = [chapter(p('bridge'))];
  expect(await refusal({ items, more: { 'META-INF/encryption.xml': locked } })).toMatch(/copy protection.*\.$/);
  const fonts = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/a.otf');
  expect(blocksOf((await read({ items, more: { 'META-INF/encryption.xml': fonts } })).article)).toHaveLength(1);
});

test('a book of pictures is refused in its own words', async () => {
  expect(await refusal({ items: [chapter('<img src="1.jpg" alt="Page 1"/>')] })).toMatch(/only pictures of pages/);
});

test('a zip that is no book is refused', async () => {
  expect(await refusal({ items: [], more: { 'OEBPS/book.opf': '<package/>' } })).toMatch(/damaged EPUB book/);
});
