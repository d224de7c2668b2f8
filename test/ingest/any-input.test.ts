/** Every span of every article of any input slices back to the exact text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNow } from '../library-from.ts';
import { expectSound } from './soundness.ts';

const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 1500);

const timeoutMs = 600_000;

/** Pieces that have a meaning for one of the readers, or are hard to cut. */
const atoms = fc.constantFrom(
  ...[
    '. ',
    '? ',
    '! ',
    ': ',
    '; ',
    ', ',
    '… ',
    '。',
    '！',
    '؟ ',
    '” ',
    '“',
    '(',
    ') ',
    '[12] ',
    '[^1]',
    '¹ ',
    'Mr. ',
    'U.S. ',
    'e.g. ',
    'No. 5 ',
  ],
  ...[
    '# ',
    '## ',
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '   ',
    '\t',
    '```',
    '~~~',
    '|',
    '|-|-|',
    '---',
    '===',
    '***',
    '<!-- ',
    '-->',
    '<p>',
    '[a]: b',
    '![x](y)',
  ],
  ...[
    '**',
    '_',
    '`',
    '\\',
    '&amp;',
    'http://dating.example/a ',
    'www.example.org ',
    'https://news.example/2016/04/13/x ',
  ],
  ...[
    'Leave a Reply',
    'By Jane Doe',
    '3 May 2017',
    'Home',
    'News',
    'Title: ',
    'Source: The Gazette',
    'Share this',
    '(Visited 1 times)',
    '5',
  ],
  ...[
    '\u0301',
    '\u200d',
    '\ufe0f',
    '👩‍👩‍👧',
    '🇫🇷',
    '🏽',
    '\u0600',
    '\u0e33',
    '\u3099',
    'ｶﾞ',
    '\u1100',
    '\ud83d\ude00',
    'नि',
    '\u200f',
    '\u202e',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u000b',
    '\f',
  ],
  ...['\n', '\n', '\n\n', '\r\n', '\r', '\n \n', '\n> ', '\n- ', '\n    '],
  ...['the war in Syria went on ', 'Jane Doe said so ', 'والحرب ', '東京は晴れです', 'ประเทศไทย', 'Ελλάδα ', 'слово '],
);
const words = fc.oneof(
  { weight: 6, arbitrary: atoms },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const long = fc
  .tuple(
    fc.constantFrom('a', 'word ', '漢', 'e\u0301', '👩‍👩‍👧', 'A b. ', ' \u0301', 'x;y ', '\u0600 '),
    fc.integer({ min: 300, max: 1500 }),
  )
  .map(([unit, times]) => unit.repeat(times));
const source = fc
  .array(fc.oneof({ weight: 40, arbitrary: words }, { weight: 1, arbitrary: long }), { maxLength: 60 })
  .map((parts) => parts.join(''));
const extension = fc.constantFrom('txt', 'md');

test(
  'any text gives an article whose spans are exact, or a problem in one sentence',
  () => {
    fc.assert(
      fc.property(source, extension, (text, ending) => {
        const { article, problems } = readNow(`folder/a.${ending}`, new TextEncoder().encode(text));
        for (const { message } of problems) expect(message).toMatch(/folder\/a.*\.$/);
        if (!article) {
          expect(problems.some(({ fatal }) => fatal)).toBe(true);
          return;
        }
        expect(article.text).toBe(
          text
            .toWellFormed()
            .replace(/^\ufeff/, '')
            .replace(/\r\n?/g, '\n'),
        );
        expectSound(article);
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);

test(
  'front matter, whatever stands in it, never breaks an article',
  () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(
          'title: A',
          'title: [',
          'a: &a [*a]',
          '__proto__: {x: 1}',
          'date: 2016-04-13',
          'url: javascript:x',
          '? x',
          '- y',
          '"',
          'lang: zz_',
          '\tx: y',
          'sources:',
          '  - a',
        ),
        words,
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, source, (head, text) => {
        const whole = `---\n${head.join('\n')}\n---\n\nA paragraph stands here.\n\n${text}`;
        const { article } = readNow('a.md', new TextEncoder().encode(whole));
        if (article) expectSound(article);
        else expect(whole, 'only control characters make it no text').toMatch(/\p{Cc}(?<!\s)/u);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  },
  timeoutMs,
);

/** Bytes with surrogates, cut sequences and bytes that no encoding of Unicode has. */
const broken = fc
  .array(
    fc.oneof(
      words.map((text) => new TextEncoder().encode(text)),
      fc.constantFrom(
        Uint8Array.of(0xed, 0xa0, 0xbd),
        Uint8Array.of(0xed, 0xb8, 0x80),
        Uint8Array.of(0xc3),
        Uint8Array.of(0xff),
        Uint8Array.of(0x96),
        Uint8Array.of(0xf0, 0x9f),
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => Buffer.concat(parts));

test(
  'bytes that are no UTF-8 give an article whose spans are exact, or a problem',
  () => {
    fc.assert(
      fc.property(
        broken,
        extension,
        fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]),
        (bytes, ending, mark) => {
          const { article, problems } = readNow(`a.${ending}`, Buffer.concat([Uint8Array.from(mark), bytes]));
          if (article) expectSound(article);
          else expect(problems.some(({ fatal }) => fatal)).toBe(true);
        },
      ),
      { numRuns: Math.ceil(runs / 3) },
    );
  },
  timeoutMs,
);
