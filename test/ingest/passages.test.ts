/** Passages and places: whole sentences of one block, evenly cut, and where they stand in words. */
import { describe, expect, test } from 'vitest';
import { passageCharsMax, passagesOf } from '../../src/ingest/passages.ts';
import { placeOf, sectionTitleOf } from '../../src/ingest/place.ts';
import { articleFrom, prose } from './read.ts';

const sentence = (words: number, at = 0) => `Sentence ${at} of the text ${'has words and '.repeat(words)}ends.`;
const textsOf = (text: string, path = 'a.txt') => {
  const article = articleFrom(text, path);
  return passagesOf(article).map(({ start, end }) => article.text.slice(start, end));
};
const counts = (text: string, path?: string) =>
  textsOf(text, path).map((passage) => passage.match(/ends\.|(?:^|\n)\d+\./g)?.length);

describe('a passage', () => {
  test('is a paragraph, where that is short', () => {
    const text = [1, 2, 3, 4].map((at) => sentence(2, at)).join(' ');
    expect(textsOf(text)).toEqual([text]);
  });

  test.each([
    [5, [2, 3]],
    [6, [3, 3]],
    [7, [3, 4]],
    [8, [4, 4]],
    [9, [3, 3, 3]],
    [11, [3, 4, 4]],
  ])('of %i sentences is cut evenly', (sentences, expected) => {
    const cut = counts(Array.from({ length: sentences }, (_, at) => sentence(9, at)).join(' '));
    expect([...cut].sort()).toEqual(expected);
  });

  test('is not over the limit, unless one sentence is', () => {
    const text = Array.from({ length: 12 }, (_, at) => sentence(at % 3 === 0 ? 50 : 12, at)).join(' ');
    const passages = textsOf(text);
    for (const passage of passages)
      expect(passage.length <= passageCharsMax || passage.match(/ends\./g)?.length === 1).toBe(true);
    expect(passages.join(' ')).toBe(text);
  });

  test('never crosses paragraphs', () => {
    expect(textsOf(`${sentence(1)}\n\n${sentence(1)}`)).toHaveLength(2);
  });

  test('of a list keeps the line that leads into it with the first items', () => {
    const items = Array.from(
      { length: 9 },
      (_, at) => `${at + 1}. ${'a fault of the lock and '.repeat(4)}of the weir;`,
    );
    const [first, ...rest] = textsOf(`It had nine faults:\n${items.join('\n')}`);
    expect(first).toMatch(/^It had nine faults:\n1\. [^\n]+\n2\. /);
    expect(rest.length).toBeGreaterThan(0);
  });

  test('is never a heading, a title or a line of the page', () => {
    const passages = textsOf(`The lock\n\n${prose('lock')}\n\nThe weir\n\n${prose('weir')}\n\nLeave a Reply`);
    expect(passages).toEqual([prose('lock'), prose('weir')]);
  });

  test('is one of many in a text of many sentences, quickly', () => {
    expect(textsOf(sentence(1).concat(' ').repeat(20_000)).length).toBeGreaterThanOrEqual(5_000);
  });
});

describe('a place', () => {
  const article = articleFrom(
    `The lock\n\n${prose('lock')}\n\n${prose('gate')}\n\nWho paid for it\n\n${prose('weir')}\n\nLeave a Reply`,
  );
  const placeAt = (words: string) => {
    const start = article.text.indexOf(words);
    return placeOf(article, { start, end: start + 3 });
  };

  test('is the paragraph, or the section and the paragraph in it', () => {
    expect(placeAt('The gate')).toBe('¶ 2');
    expect(placeAt('The weir')).toBe('Who paid for it, ¶ 1');
  });

  test('outside the text is a line', () => {
    expect(placeAt('The lock')).toBe('line 1');
    expect(placeAt('Leave')).toBe('line 11');
    expect(placeOf(article, { start: article.text.length, end: article.text.length })).toBe('line 11');
  });

  test.each([
    ['## Depths ##', 'Depths'],
    ['Depths\n------', 'Depths'],
    ['## **Depths**', 'Depths'],
    ['## The _old_ depths', 'The old depths'],
    ['#', '#'],
  ])('names the section %j without its signs', (heading, title) => {
    const marked = articleFrom(`# Top\n\n${heading}\n\nText.`, 'a.md');
    const block = marked.blocks.find(({ body }) => body);
    expect(block && sectionTitleOf(marked, block)).toBe(title);
  });

  test('cuts a long section short between words', () => {
    const marked = articleFrom(`# Top\n\n## ${'A heading of many words '.repeat(10)}\n\nText.`, 'a.md');
    const block = marked.blocks.find(({ body }) => body);
    expect(block && placeOf(marked, block)).toMatch(/^A heading [\w ]{40,70}…, ¶ 1$/);
  });
});
