import { describe, expect, test } from 'vitest';
import { areSame, unitsOf } from '../../src/text/units.ts';

const same = (a: string, b: string): boolean => areSame(unitsOf(a), unitsOf(b));

describe('two wordings are the same', () => {
  test.each([
    ['The “gate” was shut', 'the "GATE" was shut'],
    ['gun-\npowder mill', 'gunpowder mill'],
    ['gun\u00adpowder mill', 'gunpowder mill'],
    ['gun- powder mill', 'gunpowder mill'],
    ['a well-known mill', 'a well‑known mill'],
    ['a well-known mill', 'a well known mill'],
    ['the U.S. mill', 'the US mill'],
    ['the mill — it stood', 'the mill - it stood'],
    ['It’s the miller’s', "it's the miller's"],
    ['a [mill](https://mill.example/a_b) here', 'a mill here'],
    ['**not** a mill', 'not a mill'],
    ['磨坊\n在河边', '磨坊在河边'],
    ['[T]he mill', 'The mill'],
    ['Zürich ﬁre', 'Zurich fire'],
  ])('%j and %j', (a, b) => {
    expect(same(a, b)).toBe(true);
  });
});

describe('two wordings differ', () => {
  test.each([
    ['he was not a spy', 'he was a spy'],
    ['now here', 'nowhere'],
    ['3.5 tons', '35 tons'],
    ['1,204 stones', '1,304 stones'],
    ['$5', '£5'],
    ['5%', '5'],
    ['at -5 degrees', 'at 5 degrees'],
    ['its mill', "it's mill"],
    ['磨坊在河边', '磨坊在山边'],
    ['one two', 'one two three'],
  ])('%j and %j', (a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });
});

test('units give their offsets in the whole text', () => {
  const text = 'one 2,000 磨坊 three';
  for (const { start, end, key } of unitsOf(text, { start: 4, end: text.length })) {
    expect(text.slice(start, end)).toBe(key);
  }
});
