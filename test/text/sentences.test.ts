/** Sentences as offsets: where they end, where they do not, and that nothing is lost between them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceCharsMax, sentencesOf } from '../../src/text/sentences.ts';

/** Sentences are written with a bar between them; the bar is where one ends. */
function expectSplit(marked: string, lang = 'en'): void {
  const text = marked.replaceAll('|', '');
  const sentences = sentencesOf(text, { start: 0, end: text.length }, lang);
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(
    marked.split('|').map((part) => part.trim()),
  );
}

describe('a sentence ends', () => {
  test.each([
    'The bridge fell. |Nobody was on it.',
    'Who built it? |A student! |He was twenty.',
    'He left Turkey.  |There was no other road.',
    'The war ended.[12] |The bridge stayed.',
    'The war ended. [12][13] |The bridge stayed.',
    'It was cheap.[^note-1] |It leaked.',
    'It leaked.¹ |Nobody minded.',
    'They went to the U.S. |The others stayed.',
    'It was sold to Verra Metals Inc. |The price was low.',
    'They met at 5 p.m. |He was late.',
    'So said Hale et al. |The others disagreed.',
    'It had plan A and plan B. |They chose neither.',
    '“It is over,” he said. |“Go home.”',
    'He had no map. |(Nobody had.) |So he asked.',
    'The end of the war.|The road was open again.',
    'It came in the last year of the war.12 |The town was empty.',
    'The first line\nends here. |The second\nbegins.',
    'One stanza without a stop\n\n|Another one',
  ])('%s', (marked) => {
    expectSplit(marked);
  });
});

describe('a sentence goes on', () => {
  test.each([
    'Mr. Penn met Dr. Tolland and Gen. Hale on St. Ann street.',
    'Its chairman, Gen. Sec. Lars Oddvik, was ill.',
    'It was built c. 1820 by some people, e.g. Penn, i.e. a man with no clay.',
    'U.S. forces, U.N. observers and J. R. Hale stood there.',
    'See No. 5, p. 12 and Fig. 3 of vol. 2 for more.',
    'He came on Jan. 4 and left on Sept. 9 that year.',
    '“Why now?” Lavrin asked.',
    '“Stop!” he said.',
    'Yahoo! announced it at noon.',
    'See http://lock.example/find?id=3&Page=2 for the drawing.',
    'Version 2.0 of the file node.Js was 3.5 MB.',
    'The road ... was long.',
    '1. The decisive defeat of the rebels;',
    'a) Clay for the lock',
    'IV. The second lock',
    'Smith vs. Jones was never heard.',
    'A line that breaks\nin the middle goes on.',
  ])('%s', (sentence) => {
    expectSplit(sentence);
  });
});

describe('other languages', () => {
  test.each([
    ['de', 'Das ist z. B. am 3. Mai im 19. Jahrhundert so. |Dr. Voss weiß es.'],
    ['de', '„Es war nur ein Zahnrad.“ |Er lachte.'],
    ['fr', '« Les titres, je les sais. |Les prix, je les invente. » |Il sourit.'],
    ['ja', '港は静かだ。|「はい。」と彼は言った。|なぜだろうか。'],
    ['zh', '桥断了。|没有人在上面！|为什么？'],
    ['ar', 'هل سيعود السوق؟ |لا أحد يعرف.'],
    ['hi', 'पुल टूट गया। |कोई नहीं था।'],
    ['xx-not-a-language', 'One. |Two.'],
  ])('%s: %s', (lang, marked) => {
    expectSplit(marked, lang);
  });
});

describe('a sentence that is too long', () => {
  const pieces = (text: string) => sentencesOf(text, { start: 0, end: text.length }, 'en');

  test('becomes pieces that end between words, all but the last going on', () => {
    const text = `The list names ${'harbour and lock and weir and '.repeat(200)}nothing else.`;
    const sentences = pieces(text);
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.map(({ goesOn }) => goesOn ?? false)).toEqual(sentences.map((_, at) => at < sentences.length - 1));
    for (const { start, end } of sentences) {
      expect(end - start).toBeLessThanOrEqual(sentenceCharsMax);
      expect(text[start - 1] ?? ' ').toBe(' ');
      expect(text[end] ?? ' ').toBe(' ');
    }
  });

  test('is cut after a clause where there is one late enough', () => {
    const text = `${'word '.repeat(180)}and so on; ${'word '.repeat(180)}end.`;
    expect(text.slice(0, pieces(text)[0]?.end)).toMatch(/and so on;$/);
  });

  test('without any white space is cut between characters', () => {
    const text = '👩‍👩‍👧'.repeat(600);
    const boundaries = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
    for (const { start } of pieces(text)) expect(boundaries.has(start)).toBe(true);
    expect(pieces('a'.repeat(1_000_000)).length).toBe(Math.ceil(1_000_000 / sentenceCharsMax));
  });

  test('of one endless character is cut all the same', () => {
    expect(pieces(`a${'\u0301'.repeat(100_000)}`).every(({ start, end }) => end - start <= sentenceCharsMax)).toBe(
      true,
    );
  });

  test('is not a sentence that just fits', () => {
    const text = `${'a'.repeat(sentenceCharsMax - 1)}.`;
    expect(pieces(text)).toEqual([{ start: 0, end: sentenceCharsMax }]);
  });
});

test('nothing but white space lies outside sentences, whatever the span', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('A. ', 'Mr. ', '? ', '\n', '\n\n', '[1]', '“', '”', ' \u0301', '。', '1. ', 'U.S. ', '\u0600 '),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'de', 'ja', 'th', 'el'), (source, lang) => {
      let at = 0;
      for (const { start, end } of sentencesOf(source, { start: 0, end: source.length }, lang)) {
        expect(source.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(source.slice(at).trim()).toBe('');
    }),
  );
});

test('a span inside the text gives absolute offsets', () => {
  const text = 'Skip this. Keep this. And this. Not that.';
  expect(sentencesOf(text, { start: 11, end: 31 }, 'en')).toEqual([
    { start: 11, end: 21 },
    { start: 22, end: 31 },
  ]);
});
