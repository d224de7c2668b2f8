import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { omission } from '../../src/answer/quote.ts';
import { escaped, quotation, unrendered, withOmissions } from '../../src/discord/escape.ts';
import type { Span } from '../../src/model.ts';
import { asSeen, visibleText } from './visible-text.ts';

const soup = fc.constantFrom(
  ...['-# ', '> ', '>>> ', '<@123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>', '<t:1:R>'],
  ...['<:e:12345678901234567>', '</who:12345678901234567>', '<id:guide>', ':smile:', ':100:', '::skin-tone-2:', ':'],
  ...['# ', '## ', '### ', '- ', '* ', '+ ', '1. ', '12. ', '3.', '[t](https://a.example)', 'https://a.example/b_c_'],
  ...['steam://run/1', 'discord://x', '<https://a.example>', '||', '|', '`', '``', '```', '```js\n', '~~', '~', '__'],
  ...[
    '_',
    '*',
    '**',
    '***',
    '\\',
    '\\\\',
    '@everyone',
    '@here',
    '@',
    'a@b.example',
    '¯\\_(ツ)_/¯',
    '12:30:45',
    omission,
  ],
  ...[
    '\n',
    '\n\n',
    '\n    ',
    '  ',
    ' ',
    '\t',
    '…',
    '“',
    '”',
    "'",
    '"',
    '.',
    ',',
    '(',
    ')',
    ']',
    '<',
    '>',
    '#',
    '-',
    '!',
  ],
  ...[
    'Soleimani',
    'the',
    '2016',
    'ar',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '🇮🇷',
    '😀',
    'قاسم سلیمانی',
    'می\u200cشود',
    '\u202e',
    '\u2066',
    '\u2069',
  ],
  ...['\u2028', '\u00a0', '\u200b', '中文', 'ภาษาไทย'],
);
const texts = fc
  .oneof(
    fc.array(soup, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  .map((text) => text.replaceAll('\r', '').trim())
  .filter((text) => text.length > 0);
const spansOf = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 5 })
    .map((pairs) => pairs.map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) })));
const wholeCharacters = (text: string, spans: readonly Span[]) =>
  spans.filter(({ start, end }) => text.slice(start, end).isWellFormed());
const cases = texts.chain((text) => spansOf(text).map((spans) => ({ text, bold: wholeCharacters(text, spans) })));

describe('a quotation in Discord', () => {
  it('shows the characters of any text and no others, with any words in bold', () => {
    fc.assert(
      fc.property(cases, ({ text, bold }) => {
        expect(asSeen(visibleText(quotation(text, bold)))).toBe(asSeen(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is found again, to the letter, in the message', () => {
    fc.assert(
      fc.property(cases, ({ text, bold }) => {
        expect(unrendered(quotation(text, bold))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every line of the text behind its mark', () => {
    expect(quotation('one\n\n# two\n  - three')).toBe('> one\n> \n> \\# two\n>   \\- three');
    expect(unrendered('> one\n> \n> \\# two\n>   \\- three')).toBe('one\n\n# two\n  - three');
  });

  it('keeps bidi controls on their own line, where the end of the line ends their reach', () => {
    const text = 'a \u202eb c';
    expect(quotation(text).split('\n')).toEqual([`> ${text}`]);
  });

  it('closes bold at the end of a line and before white space', () => {
    expect(quotation('see the end\nof it', [{ start: 4, end: 15 }])).toBe('> see **the end**\n> **of** it');
  });

  it('joins words in bold that touch, as Discord would show their stars', () => {
    expect(
      quotation('abcd', [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ]),
    ).toBe('> **abcd**');
  });

  it('takes the first character in bold for the first on a line, as Discord does', () => {
    expect(quotation('- x', [{ start: 0, end: 3 }])).toBe('> **\\- x**');
    expect(quotation('a - x', [{ start: 2, end: 5 }])).toBe('> a **\\- x**');
  });
});

describe('escaping', () => {
  it.each([
    ['-# small', '\\-# small'],
    ['> quoted', '\\> quoted'],
    ['>>> quoted', '\\>>> quoted'],
    ['<@123>', '\\<@123>'],
    ['<t:1>', '\\<t:1>'],
    ['<:e:1>', '\\<\\:e:1>'],
    ['</cmd:1>', '\\</cmd:1>'],
    [':smile:', '\\:smile:'],
    ['at 12:30:45', 'at 12\\:30:45'],
    ['# heading', '\\# heading'],
    ['1. first', '1\\. first'],
    ['[t](u)', '\\[t](u)'],
    ['https://a.example/b', 'https\\://a.example/b'],
    ['||hidden||', '\\|\\|hidden\\|\\|'],
    ['a `code` b', 'a \\`code\\` b'],
    ['\\', '\\\\'],
    ['@everyone and @here', '\\@everyone and \\@here'],
  ])('%s becomes %s', (text, markdown) => {
    expect(escaped(text)).toBe(markdown);
    expect(visibleText(markdown)).toBe(text);
  });

  it('adds nothing to plain prose, since characters are short', () => {
    const prose = 'On 13 April 2016 (a Wednesday), he said: "It’s over - at 12:30, 1.5 km off; mail a@b.example."';
    expect(escaped(prose)).toBe(prose);
  });

  it('keeps the words of a heading and of small print on their line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = text.replace(/\s+/gu, ' ').trim() || 'x';
        expect(unrendered(`### ${escaped(line)}`)).toBe(line);
        expect(unrendered(`-# **${escaped(line)}**`)).toBe(line);
      }),
    );
  });
});

describe('the witness', () => {
  it.each([
    '- x',
    '# x',
    '  ## x',
    ':smile:',
    'https://a.example/b',
    'steam://run/1',
    '<@1>',
    '-# x',
    '||x||',
    '`x`',
    '_x_',
  ])('sees that %s would come alive', (markdown) => {
    expect(() => visibleText(`> ${markdown}`)).toThrow('Discord would make');
    expect(() => visibleText(markdown)).toThrow('Discord would make');
  });
});

describe('an omission', () => {
  it('stands where the gap was, and moves what is in bold along', () => {
    const text = 'He went www.spam.example home.';
    const gap = { start: 8, end: 24 };
    const kept = [
      { start: 3, end: 7 },
      { start: 6, end: 10 },
      { start: 25, end: 29 },
    ];
    const shown = withOmissions(text, [gap], kept);
    expect(shown.text).toBe('He went […] home.');
    expect(shown.kept.map(({ start, end }) => shown.text.slice(start, end))).toEqual(['went', 't ', 'home']);
  });

  it('leaves a text without gaps as it is', () => {
    expect(withOmissions('abc', [], [{ start: 0, end: 1 }])).toEqual({ text: 'abc', kept: [{ start: 0, end: 1 }] });
  });
});
