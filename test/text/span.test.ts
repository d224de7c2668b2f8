import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, mergedSpans, sliceOf, spanOf, trimmed } from '../../src/text/span.ts';

describe('spanOf', () => {
  test('gives a span whose slice is the text between its offsets', () => {
    expect(sliceOf('one two', spanOf('one two', 4, 7))).toBe('two');
  });

  test.each([
    [3, 2, 'ends before it starts'],
    [2, 2, 'ends before it starts'],
    [-1, 2, 'lies outside'],
    [0, 9, 'lies outside'],
    [0.5, 2, 'whole numbers'],
  ])('refuses %d..%d and says why', (start, end, why) => {
    expect(() => spanOf('one two', start, end, 'Passage')).toThrow(`Passage ${start}..${end}`);
    expect(() => spanOf('one two', start, end)).toThrow(why);
  });

  test('never cuts a character in two', () => {
    expect(() => spanOf('a😀b', 0, 2)).toThrow('cuts a character');
    expect(() => spanOf('a😀b', 2, 4)).toThrow('cuts a character');
    expect(sliceOf('a😀b', spanOf('a😀b', 1, 3))).toBe('😀');
  });
});

test('trimmed leaves the text without the white space around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '\n', '\u00a0', 'a', '😀') }), (text) => {
      const span = trimmed(text, 0, text.length);
      expect(span ? sliceOf(text, span) : '').toBe(text.trim());
    }),
  );
});

test('merged spans cover the same places, in order, without touching', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({ start, end: start + length })),
  );
  fc.assert(
    fc.property(spans, (list) => {
      const merged = mergedSpans(list);
      const places = (all: typeof merged) =>
        new Set(all.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
      expect(places(merged)).toEqual(places(list));
      for (let at = 1; at < merged.length; at++) expect(merged[at]!.start).toBeGreaterThan(merged[at - 1]!.end);
      expect(list.every((span) => merged.some((whole) => contains(whole, span)))).toBe(true);
    }),
  );
});
