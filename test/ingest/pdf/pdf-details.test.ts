/** What a PDF says of itself, and what of that is believed. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { blocksOf } from '../read.ts';
import { column, type Made, madePdf, type Words } from './made-pdf.ts';

const text = column(
  [
    'The river came down in the spring and took the old bridge with it, and the',
    'people on the far side had no bread for a week.',
  ],
  { y: 200 },
);
const title: Words = { text: 'The Bridge That Was Never Rebuilt', x: 72, y: 80, size: 20 };

async function read(words: readonly Words[], more: Omit<Made, 'pages'> = {}): Promise<Article> {
  const { article } = await readArticle(
    'folder/a-file.pdf',
    madePdf({ pages: [{ words: [...words, ...text] }], ...more }),
  );
  if (!article) throw new Error('No article');
  return article;
}

describe('the title', () => {
  test('is the largest text of the first page', async () => {
    expect((await read([title])).title).toMatchObject({ value: title.text, from: 'page 1' });
  });

  test.each([
    'Microsoft Word - draft_final2.doc',
    'untitled',
    'report.indd',
    'Document1',
    'C:\\texts\\a.rtf',
    'PowerPoint Presentation',
  ])('is not “%s”, which a program made up', async (made) => {
    expect((await read([title], { info: { Title: made } })).title.value).toBe(title.text);
    expect((await read([], { info: { Title: made } })).title).toMatchObject({ value: 'a-file', from: 'file-name' });
  });

  test('is what the properties name, where a page has larger text than that', async () => {
    const words = [
      { text: 'THE GAZETTE', x: 72, y: 40, size: 30 },
      { ...title, size: 16 },
    ];
    expect((await read(words, { info: { Title: title.text } })).title.value).toBe(title.text);
  });

  test('is the properties’ own where the largest text stands below the first paragraphs', async () => {
    const long = Array.from(
      { length: 8 },
      () => 'The river came down in the spring and took the old bridge with it, and',
    );
    const words = [...column(long, { y: 60 }), { text: 'What was found', x: 72, y: 180, size: 16 }];
    expect((await read(words, { info: { Title: title.text } })).title.value).toBe(title.text);
    expect((await read(words)).title.value).toBe('What was found');
  });

  test('is the properties’ own where no page shows one', async () => {
    expect((await read([], { info: { Title: title.text } })).title).toMatchObject({
      value: title.text,
      from: 'PDF properties',
    });
  });
});

describe('authors', () => {
  test('are those of a byline', async () => {
    const article = await read([title, { text: 'By Jane Doe and Ali Hadi', x: 72, y: 110 }], {
      info: { Author: 'jdoe' },
    });
    expect(article.authors).toMatchObject({ value: ['Jane Doe', 'Ali Hadi'], from: 'page 1' });
    expect(blocksOf(article, 'byline')).toEqual(['byline: By Jane Doe and Ali Hadi']);
  });

  test('are no institute', async () => {
    expect((await read([title, { text: 'Valley Institute', x: 72, y: 110 }])).authors.value).toBeNull();
  });

  test('are those of the properties, where the first pages print them', async () => {
    const printed = { text: 'Jane Doe, Institute of Valleys, and Ali Hadi, University of the Coast', x: 72, y: 110 };
    const { authors } = await read([title, printed], { info: { Author: 'Jane Doe; Ali Hadi' } });
    expect(authors).toMatchObject({ value: ['Jane Doe', 'Ali Hadi'], from: 'PDF properties' });
  });

  test('are not whoever saved the file', async () => {
    const { authors } = await read([title], { info: { Author: 'Front Desk' } });
    expect(authors.value).toBeNull();
    expect(authors.note).toBe('the file’s properties name Front Desk, who does not stand on its first pages');
  });
});

describe('the date', () => {
  const created = { CreationDate: 'D:20190203040506Z', ModDate: 'D:20190203040506Z' };

  test('is not the day on which the file was made', async () => {
    expect((await read([title], { info: created })).published).toMatchObject({ value: null, from: 'not stated' });
  });

  test('is the one that the first page states', async () => {
    const { published } = await read([title, { text: '12 May 2014', x: 72, y: 110 }], { info: created });
    expect(published).toMatchObject({ value: { iso: '2014-05-12', precision: 'day' }, from: 'page 1' });
  });

  test('is the one behind “published online”, not behind “received”', async () => {
    const line = { text: 'Received 3 March 2014. Published online: 12 May 2014.', x: 72, y: 110 };
    expect((await read([title, line])).published.value?.iso).toBe('2014-05-12');
  });

  test('is that of the publisher’s properties, when these state one', async () => {
    const xmp =
      '<prism:publicationDate>2014-05</prism:publicationDate><dc:publisher><rdf:Bag><rdf:li>The Gazette</rdf:li></rdf:Bag></dc:publisher>';
    const article = await read([title], { xmp });
    expect(article.published).toMatchObject({
      value: { iso: '2014-05', precision: 'month' },
      from: 'PDF properties (prism:publicationdate)',
    });
    expect(article.publisher).toMatchObject({ value: 'The Gazette', from: 'PDF properties' });
  });

  test('is not stated when it can be read two ways', async () => {
    const { published } = await read([title, { text: '03/04/2014', x: 72, y: 110 }]);
    expect(published).toMatchObject({ value: null, note: '“03/04/2014” can be read two ways' });
  });
});
