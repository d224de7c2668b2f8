/**
 * The five real scrapes: what each states of itself, no line of a web page in the text, no line of the article lost. Lines
 * are told by number; none of their sentences stands here.
 */
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/ingest/corpus.ts';
import { passagesOf } from '../../src/ingest/passages.ts';
import type { Article } from '../../src/model.ts';
import { expectSound } from '../ingest/soundness.ts';
import { readingFiles, readingsAreMissing, readingsFolder } from './readings.ts';

interface Expected {
  readonly title: { readonly line: number; readonly begins: string };
  readonly authors: readonly string[] | null;
  readonly publisher: string | null;
  readonly via: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Lines of the article itself, first and last of each run; all others that hold something are hidden. */
  readonly body: readonly (readonly [number, number])[];
  readonly headings: readonly number[];
  readonly marks: number;
  readonly labels: readonly string[];
}

const nothing = { authors: null, publisher: null, via: null, published: null, url: null, marks: 0, labels: [] };

const expected: Readonly<Record<string, Expected>> = {
  '000_c2f597a5b3d19bfa.txt': {
    ...nothing,
    title: { line: 1, begins: 'The brand new Progression' },
    body: [
      [3, 5],
      [9, 9],
      [13, 13],
    ],
    headings: [7, 11],
    labels: ['machine-rewritten'],
  },
  '001_44eb7b4413d4fa57.txt': {
    ...nothing,
    title: { line: 1, begins: 'Deir ez-Zor and you will' },
    body: [[3, 15]],
    headings: [],
    marks: 1,
    labels: ['machine-rewritten'],
  },
  '002_b206c84bacb7261b.txt': {
    ...nothing,
    title: { line: 1, begins: 'Russia-Iran alliance' },
    body: [
      [3, 3],
      [7, 19],
      [23, 27],
    ],
    headings: [5, 21],
  },
  '003_fff1e9d5c4d216fe.txt': {
    ...nothing,
    title: { line: 4, begins: 'The Russian-Iranian Alliance' },
    published: '2017-05-03',
    body: [[8, 42]],
    headings: [],
  },
  '004_28b3fdcfba5a4d4b.txt': {
    ...nothing,
    title: { line: 1, begins: 'What happens to Russia' },
    authors: ['Alwaght'],
    publisher: 'Alwaght',
    via: 'theiranproject.com',
    published: '2016-04-13',
    // In two parts: even an address can be a run of eight words.
    url: ['http://theiranproject.com/blog/2016/04/13/happens', 'russia-iran-ties-syrian-crisis/'].join('-'),
    body: [[3, 23]],
    headings: [],
  },
};

/** Numbers of the lines that hold something, among those that a predicate takes. */
function linesOf(article: Article, holds: (start: number, end: number) => boolean): number[] {
  let start = 0;
  return article.text.split('\n').flatMap((line, at) => {
    const from = start;
    start += line.length + 1;
    return line.trim() && holds(from, from + line.length) ? [at + 1] : [];
  });
}

describe.skipIf(readingsAreMissing)('the real readings', async () => {
  const { articles, problems } = readingsAreMissing ? { articles: [], problems: [] } : await readCorpus(readingsFolder);

  test('are all read, without a problem', () => {
    expect(problems).toEqual([]);
    expect(articles.map(({ path }) => path)).toEqual(readingFiles);
  });

  test.each(Object.entries(expected))('%s', (path, known) => {
    const article = articles.find((each) => each.path === path);
    if (!article) throw new Error(`${path} gave no article.`);
    expectSound(article);
    expect(article.title.value?.startsWith(known.title.begins)).toBe(true);
    expect(article.title.from).toBe(`line ${known.title.line}`);
    expect(article.authors.value).toEqual(known.authors);
    expect(article.publisher.value).toBe(known.publisher);
    expect(article.via.value).toBe(known.via);
    expect(article.published.value?.iso ?? null).toBe(known.published);
    expect(article.url.value).toBe(known.url);
    expect(article.lang.value).toBe('en');
    expect(article.labels.map(({ kind }) => kind)).toEqual(known.labels);
    expect(article.marks).toHaveLength(known.marks);
    expect(article.blocks.filter(({ role }) => role === 'heading').map(({ line }) => line)).toEqual(known.headings);

    const isBody = (from: number, to: number) =>
      article.blocks.some(({ body, start, end }) => body && start < to && from < end);
    const body = linesOf(article, isBody);
    const wanted = linesOf(article, () => true).filter((line) =>
      known.body.some(([first, last]) => first <= line && line <= last),
    );
    expect(body).toEqual(wanted);
    const passages = passagesOf(article);
    expect(linesOf(article, (from, to) => passages.some(({ start, end }) => start < to && from < end))).toEqual(wanted);
  });

  test('who only posted one is named as such', () => {
    expect(articles[0]?.authors).toEqual({ value: null, from: 'not stated', note: 'posted by Adam (line 18)' });
  });

  test('the two lists of one are whole, with what leads into them', () => {
    const lists = articles[3]?.blocks.filter(({ role }) => role === 'list') ?? [];
    expect(lists.map(({ line, sentences }) => [line, sentences.length])).toEqual([
      [20, 7],
      [34, 6],
    ]);
  });
});
