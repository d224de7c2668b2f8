import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleOf, readingOf } from '../../src/store/reading.ts';
import { bundledArticles } from '../bundled-articles.ts';
import { articleFrom } from '../library-from.ts';
import { ferryText } from './kept.ts';

const whole = articleFrom('ferry.md', ferryText(1));

describe('what is kept of an article', () => {
  test.each(bundledArticles.map(({ file, text }) => [file, text] as const))('gives %s back', (file, text) => {
    const article = articleFrom(file, text);
    expect(articleOf(readingOf(article), article)).toEqual(article);
  });

  test('is all of it: sentences that go on, pages, joins, marks and labels too', () => {
    const [first, ...others] = whole.blocks.filter(({ body }) => body);
    const article = {
      ...whole,
      blocks: [
        {
          ...first!,
          sentences: [
            { start: first!.start, end: first!.start + 4, goesOn: true as const },
            { start: first!.start + 4, end: first!.end },
          ],
        },
        ...others,
      ],
      pages: [{ label: 'iv', start: 0 }],
      joins: [3, 9],
      marks: [{ kind: 'spam-url' as const, start: 4, end: 8 }],
      labels: [{ kind: 'other-language' as const, text: 'in another language', reason: 'told from its words' }],
    };
    expect(articleOf(readingOf(article), article)).toEqual(article);
  });

  test('keeps every character of a text, even NUL', () => {
    const characters = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(characters, (text) => {
        const article = { ...whole, text, blocks: [] };
        expect(articleOf(readingOf(article), article)?.text).toBe(text);
      }),
    );
  });

  test('is not given back when any part of it has changed', () => {
    const reading = readingOf(whole);
    const moved = { ...reading, layout: reading.layout.replace('"start":0', '"start":1') };
    const renamed = { ...reading, details: reading.details.replace('Ana Lind', 'Ana Lund') };
    const text = Uint8Array.from(reading.text);
    text[50]! ^= 1;
    const shifted = { ...reading, details: reading.details + reading.layout[0], layout: reading.layout.slice(1) };
    for (const changed of [moved, renamed, { ...reading, text }, shifted]) {
      expect(changed).not.toEqual(reading);
      expect(articleOf(changed, whole)).toBeNull();
    }
  });
});
