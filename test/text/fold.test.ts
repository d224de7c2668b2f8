import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithOrigin } from '../../src/text/fold.ts';

describe('fold', () => {
  test.each([
    ['Zürich', 'zurich'],
    ['“De‑escalation”', 'de-escalation'],
    ['a **bold** word', 'a bold word'],
    ['al‐Qa’im', "al-qa'im"],
    ['Łódź, Tromsø, Đà Nẵng', 'lodz, tromso, da nang'],
    ['a \u00a0\n b', 'a b'],
    ['so\u00adft', 'soft'],
    ['ﬁne', 'fine'],
    ['مُحَمَّد', 'محمد'],
  ])('%s is read as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('e\u0301', ' ', '\n', '“', 'ß', 'ﬁ', '😀', 'ق', '\u00ad', 'Ṩ'),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  ),
});

describe('foldWithOrigin', () => {
  test('folds as fold does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldWithOrigin(text).text).toBe(fold(text));
      }),
    );
  });

  test('leads every folded character back to the characters it came from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, originOf } = foldWithOrigin(text);
        for (let at = 0; at < folded.length; at++) {
          const { start, end } = originOf({ start: at, end: at + 1 });
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end))).toContain(folded[at]);
        }
      }),
    );
  });

  test('finds a phrase again whatever its accents, quotes and spaces', () => {
    const text = 'They signed the “De‑escalation\n  zones” in Mây.';
    const { text: folded, originOf } = foldWithOrigin(text);
    const at = folded.indexOf('de-escalation zones');
    expect(text.slice(originOf({ start: at, end: at + 19 }).start, originOf({ start: at, end: at + 19 }).end)).toBe(
      'De‑escalation\n  zones',
    );
  });
});
