import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationOf, passageUrlOf, sourceLineOf } from '../../src/answer/cite.ts';
import { piecesOf, quote, shownText, verify } from '../../src/answer/quote.ts';
import { readingOf } from '../../src/answer/reading.ts';
import { answerTo } from '../../src/commands/index.ts';
import type { FoundAnswer } from '../../src/model.ts';
import { harbour } from '../harbour.ts';
import { articleFrom, libraryFrom } from '../library-from.ts';

const article = articleFrom('strike.md', harbour['strike.md']!);
const spanOf = (words: string, inside = article) => ({
  start: inside.text.indexOf(words),
  end: inside.text.indexOf(words) + words.length,
});
const first = 'The blockade of Port Ellery began in April 1987 and lasted three weeks.';

describe('a quote', () => {
  test('is the article’s own text', () => {
    expect(quote(article, spanOf(first)).text).toBe(first);
  });

  test('is never taken from what is not the article’s body', () => {
    expect(() => quote(article, spanOf('title: The dock strike'))).toThrow('"strike.md"');
    const scrape = articleFrom('harbour.txt', harbour['harbour.txt']!);
    expect(() => quote(scrape, spanOf('Post a comment', scrape))).toThrow('"harbour.txt"');
  });

  test('never crosses from one block into another', () => {
    expect(() => quote(article, { start: spanOf('## The blockade').start - 20, end: spanOf(first).end })).toThrow(
      'one block',
    );
  });

  test.each([
    [5, 5],
    [9, 3],
    [-1, 4],
    [0, 1e9],
    [1.5, 4],
  ])('refuses %d..%d', (start, end) => {
    expect(() => quote(article, { start, end })).toThrow('Quote of "strike.md"');
  });

  test('for any two offsets is the article’s own text or an error', () => {
    fc.assert(
      fc.property(fc.nat(article.text.length), fc.nat(article.text.length), (start, end) => {
        let made: string;
        try {
          made = quote(article, { start, end }).text;
        } catch {
          return;
        }
        expect(made).toBe(article.text.slice(start, end));
      }),
    );
  });
});

describe('verify', () => {
  const library = libraryFrom(harbour);
  const own = quote(library.articles.find(({ path }) => path === 'strike.md')!, spanOf(first));

  test('accepts what the library says', () => {
    expect(() => verify(own, library)).not.toThrow();
  });

  test('refuses a quote of another text, of a changed article, and of an article that is gone', () => {
    expect(() => verify({ ...own, text: `${first}!` }, library)).toThrow('not the article’s'.replace('’', "'"));
    const changed = libraryFrom({ 'strike.md': harbour['strike.md']!.replace('three weeks', 'four weeks') });
    expect(() => verify(own, changed)).toThrow('has changed');
    expect(() => verify(own, libraryFrom({ 'copy.md': harbour['copy.md']! }))).toThrow('not in the library');
  });
});

describe('a source', () => {
  test('is named by title, author, publisher and date', () => {
    expect(sourceLineOf(article)).toEqual({
      title: 'The dock strike of Port Ellery',
      by: 'Ines Marlowe · The Harbour Review · 1987-05-02',
    });
  });

  test('without a date says so', () => {
    expect(sourceLineOf(articleFrom('harbour.txt', harbour['harbour.txt']!)).by).toContain('date not stated');
  });

  test('with an address opens at the passage', () => {
    expect(passageUrlOf(quote(article, spanOf(first)))).toBe(
      'https://example.org/strike#:~:text=The%20blockade%20of%20Port%20Ellery,1987%20and%20lasted%20three%20weeks.',
    );
    expect(passageUrlOf(quote(article, spanOf('Vandermeer signed it after her.')))).toContain(
      '#:~:text=Vandermeer%20signed%20it%20after%20her.',
    );
  });

  test.each(['javascript:alert(1)', 'not an address', 'file:///etc/passwd'])('never links to %s', (url) => {
    const evil = articleFrom('evil.md', `---\ntitle: T\nurl: "${url}"\n---\n\nSome words of a text.\n`);
    expect(passageUrlOf(quote(evil, spanOf('Some words of a text.', evil)))).toBeNull();
  });

  test('is cited with its words, in plain text and as Markdown', () => {
    const { plain, markdown } = citationOf(quote(article, spanOf(first)));
    expect(plain).toBe(
      `“${first}” — “The dock strike of Port Ellery”, Ines Marlowe · The Harbour Review · 1987-05-02, The blockade, ¶ 1, https://example.org/strike`,
    );
    expect(markdown).toContain(`> ${first}\n`);
  });
});

test('a stray link within a sentence is shown as left out, never as the author’s, and never closed up', () => {
  const scraped = articleFrom(
    'scraped.txt',
    'The fields by the river\n\nThe columns reached the petroleum fields on the bank http://www.datingranks.example/casino of the river in the spring, and stayed there.\n',
  );
  const cited = quote(scraped, scraped.blocks.find(({ body }) => body)!);
  expect(shownText(cited)).toBe(
    'The columns reached the petroleum fields on the bank […] of the river in the spring, and stayed there.',
  );
  expect(citationOf(cited).plain).not.toContain('datingranks');
  expect(citationOf(cited).markdown).not.toContain('datingranks');
});

describe('a stray link in the midst of what matches', () => {
  const planted = {
    'planted.txt':
      'The gate on the river\n\nThe wardens came together and dating sites http://www.datingranks.example/casino agreed to close the gate.\n',
  };

  test('is left out, and the words beside it are told apart', () => {
    const scraped = articleFrom('planted.txt', planted['planted.txt']);
    const cited = quote(scraped, scraped.blocks.find(({ body }) => body)!);
    const link = 'http://www.datingranks.example/casino';
    const within = { start: spanOf(link, scraped).start + 3, end: spanOf(link, scraped).end - 3 };
    const whole = spanOf(`sites ${link} agreed`, scraped);
    expect(piecesOf(cited, [whole, within])).toEqual([
      { text: 'The wardens came together and dating ', kind: 'words' },
      { text: 'sites ', kind: 'match' },
      { text: '[…]', kind: 'omission' },
      { text: ' agreed', kind: 'match' },
      { text: ' to close the gate.', kind: 'words' },
    ]);
  });

  test('is no difference that an answer would tell of', async () => {
    const library = libraryFrom(planted);
    const answer = (await answerTo(library, { command: 'quote', query: '"dating sites agreed"' })) as FoundAnswer;
    expect(answer.found).toHaveLength(1);
    expect(answer.note).toBeUndefined();
  });
});

describe('reading on', () => {
  test('from the start to the end shows every sentence once, in order', () => {
    const shown: string[] = [];
    let at: number | undefined = 0;
    while (at !== undefined) {
      const reading: ReturnType<typeof readingOf> = readingOf(article, at);
      shown.push(...reading.quotes.map(({ text }) => text));
      at = reading.later;
    }
    const sentences = article.blocks.flatMap((block) =>
      block.sentences.map(({ start, end }) => article.text.slice(start, end)),
    );
    expect(shown.join(' ').replace(/\s+/g, ' ')).toBe(sentences.join(' ').replace(/\s+/g, ' '));
  });

  test('goes back to where it came from', () => {
    const long = articleFrom(
      'long.txt',
      Array.from(
        { length: 60 },
        (_, at) => `Paragraph ${at} holds this sentence, and then another one. It ends here.`,
      ).join('\n\n'),
    );
    const second = readingOf(long, readingOf(long, 0).later!);
    expect(second.earlier).toBeLessThan(second.quotes[0]!.start);
    expect(readingOf(long, second.earlier!).later).toBeGreaterThanOrEqual(second.quotes[0]!.start);
  });

  test('around a quote has it in its midst', () => {
    const mark = spanOf(first);
    const reading = readingOf(article, mark.start, mark);
    expect(reading.quotes.some(({ start, end }) => start <= mark.start && mark.end <= end)).toBe(true);
    expect(reading.quotes[0]!.start).toBeLessThan(mark.start);
    expect(reading.quotes.at(-1)!.end).toBeGreaterThan(mark.end);
  });
});
