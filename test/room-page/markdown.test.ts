import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, quotation } from '../../src/discord/escape.ts';
import { type Pieces, piecesOf, plainText } from '../../src/room/page/markdown.ts';
import { asSeen } from '../discord/visible-text.ts';

describe('Discord’s Markdown', () => {
  test.each<[string, Pieces]>([
    [
      '### Ada **L**\n-# a\n-# b',
      [
        { is: 'heading', level: 3, of: ['Ada ', { is: 'bold', of: ['L'] }] },
        { is: 'small', of: ['a'] },
        { is: 'small', of: ['b'] },
      ],
    ],
    ['> one\n> \n> two\nafter', [{ is: 'quote', of: ['one\n\ntwo'] }, 'after']],
    [
      '[t](https://x.example/a_b) <t:1700000000:R>',
      [{ is: 'link', to: 'https://x.example/a_b', of: ['t'] }, ' ', { is: 'time', seconds: 1_700_000_000, style: 'R' }],
    ],
    ['```md\n> a\n```', [{ is: 'block', text: '> a' }]],
    [
      '`a*b` __u__ ~~s~~ _i_ ||x||',
      [
        { is: 'code', text: 'a*b' },
        ' ',
        { is: 'underline', of: ['u'] },
        ' ',
        { is: 'strike', of: ['s'] },
        ' ',
        { is: 'italic', of: ['i'] },
        ' ',
        { is: 'spoiler', of: ['x'] },
      ],
    ],
    [
      '<@123456789012345678> </who:123456789012345678>',
      [{ is: 'mention', text: '@ada' }, ' ', { is: 'mention', text: '/who' }],
    ],
    ['[x](javascript:alert(1))', ['x']],
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
  ])('%j is read', (markdown, pieces) => {
    expect(piecesOf(markdown, () => 'ada')).toEqual(pieces);
  });

  test('shows any text that was escaped, to the letter', () => {
    const letters = fc
      .array(fc.constantFrom(...'ab *_~`|<>@#:/\\-.1[]()"\n🧱é'), { maxLength: 40 })
      .map((some) => some.join(''));
    fc.assert(
      fc.property(letters, (text) => {
        expect(plainText(piecesOf(escaped(text)))).toBe(asSeen(text));
      }),
    );
    fc.assert(
      fc.property(letters, (text) => {
        const [quote, ...others] = piecesOf(quotation(text));
        expect(others).toEqual([]);
        expect(plainText([quote!])).toBe(`${asSeen(text)}\n`);
      }),
    );
  });
});
