import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createRelatedWords } from '../../src/text/related-words.ts';
import { termOf } from '../../src/text/words.ts';

const data = new URL('../../src/text/related-words.data', import.meta.url);
const text = gunzipSync(readFileSync(data)).toString('utf8');
const related = createRelatedWords(text);
const speaksFor = (one: string, other: string) => related(termOf(other, 'en')!).includes(termOf(one, 'en')!);

test.each([
  ['murdered', 'killed'],
  ['purchased', 'buy'],
  ['cholera', 'disease'],
  ['death', 'dying'],
])('“%s” speaks for “%s”', (one, other) => {
  expect(speaksFor(one, other)).toBe(true);
});

test('a kind speaks for what it is a kind of, and not the other way', () => {
  expect(speaksFor('disease', 'cholera')).toBe(false);
});

test('nothing speaks for what everything is', () => {
  expect(speaksFor('ship', 'object')).toBe(false);
  expect(speaksFor('ship', 'thing')).toBe(false);
});

test('none speaks for a word that is not there', () => {
  expect(related('')).toEqual([]);
  expect(related('zzz')).toEqual([]);
});

test('its lines are sorted ASCII, so that they are found by halving in a byte a letter', () => {
  const keys = text.split('\n').map((line) => line.split('\t')[0]!);
  expect(keys).toEqual([...new Set(keys)].sort());
  expect(text).toMatch(/^[\n\t\x20-\x7e]+$/u);
});
