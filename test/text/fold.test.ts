import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';

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
