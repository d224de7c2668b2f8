import { describe, expect, test } from 'vitest';
import { termOf, termsOf, wordsOf } from '../../src/text/words.ts';

describe('words', () => {
  test('keep inner apostrophes and abbreviations with stops', () => {
    expect(wordsOf("Qa'im isn't in the U.S. today").map(({ text }) => text)).toEqual([
      "Qa'im",
      "isn't",
      'in',
      'the',
      'U.S.',
      'today',
    ]);
  });

  test('are found where a script writes no spaces', () => {
    expect(wordsOf('北京大学在北京').map(({ text }) => text)).toContain('北京');
  });

  test('give their offsets in the whole text', () => {
    const text = 'one two three';
    for (const { start, end, text: word } of wordsOf(text, { start: 4, end: 13 }))
      expect(text.slice(start, end)).toBe(word);
  });
});

describe('terms', () => {
  test('join the forms of a word', () => {
    expect(termsOf('commanders commanded', 'en')).toEqual(termsOf('commander commanding', 'en'));
    expect(termsOf('les négociations', 'fr')).toEqual(termsOf('négociation', 'fr'));
  });

  test('leave out stop words of the language, and of no other', () => {
    expect(termsOf('the siege of the city', 'en')).toHaveLength(2);
    expect(termOf('die', 'en')).toBe('die');
    expect(termOf('die', 'de')).toBeNull();
  });

  test('keep an abbreviation that reads like a stop word', () => {
    expect(termOf('IS', 'en')).toBe('is');
    expect(termOf('is', 'en')).toBeNull();
  });

  test('drop the possessive', () => {
    expect(termOf('Tehran’s', 'en')).toBe(termOf('Tehran', 'en'));
  });
});
