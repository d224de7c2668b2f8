import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unrendered } from '../../src/discord/escape.ts';
import { labelOf, lineOf, placeLineOf, shortened } from '../../src/discord/shorten.ts';

describe('a title that is too long', () => {
  it('is cut between words, and the cut is shown', () => {
    expect(shortened('The recapture of eastern Aleppo', 20)).toBe('The recapture of…');
  });

  it('is cut between characters as readers see them where there are no words', () => {
    expect(shortened('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 18)).toBe('👩‍👩‍👧👩‍👩‍👧…');
    expect(shortened('漢字'.repeat(50), 10)).toBe('漢字漢字漢字漢字漢…');
  });

  it('never gets longer than asked, nor loses half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 2, max: 120 }), (text, max) => {
        const short = shortened(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBe(true);
        expect(short).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('is left as it is when it fits, but for its line breaks', () => {
    expect(shortened(' One\n title ', 20)).toBe('One title');
  });
});

describe('a title in a message', () => {
  it('can turn nothing around', () => {
    expect(lineOf('abc\u202edef', 50)).toBe('abcdef');
    expect(lineOf('قاسم', 50)).toBe('\u2068قاسم\u2069');
  });

  it('is escaped', () => {
    expect(lineOf('# *One* <@1>', 50)).toBe('\\# \\*One\\* \\<@1>');
    expect(unrendered(lineOf('# *One* <@1>', 50))).toBe('# *One* <@1>');
  });
});

describe('a place', () => {
  it('holds together where a line could end before its number', () => {
    expect(placeLineOf('The mill, ¶ 12', 80)).toBe('The mill, ¶\u00a012');
    expect(placeLineOf('pp. 3–4, ¶ 2 – ¶ 5', 80)).toBe('pp.\u00a03–4, ¶\u00a02 – ¶\u00a05');
  });
});

describe('a label', () => {
  it('is never empty, which Discord would refuse', () => {
    expect(labelOf(' \u202e ', 80)).toBe('(no name)');
    expect(labelOf('Aleppo', 80)).toBe('Aleppo');
  });
});
