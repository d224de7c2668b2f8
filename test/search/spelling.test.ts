import { expect, test } from 'vitest';
import { createSpelling, slipsBetween } from '../../src/search/spelling.ts';

const { correctionsOf } = createSpelling([
  'canal',
  'accident',
  'accidents',
  'forest',
  'frost',
  'first',
  'bridge',
  'was',
  'harbour',
]);
const none = () => 0;

test.each([
  ['canla', 'canal'],
  ['accdent', 'accident'],
  ['hrabour', 'harbour'],
  ['Bridgge', 'bridge'],
  ['brideg’s', 'bridge'],
])('“%s” may be meant as “%s”', (typed, meant) => {
  expect(correctionsOf(typed, none)).toContain(meant);
});

test('of several the commonest comes first', () => {
  expect(correctionsOf('forst', (word) => (word === 'frost' ? 9 : 1))[0]).toBe('frost');
});

test('two slips are looked for in a long word alone', () => {
  expect(correctionsOf('acccidnet', none)).toEqual(['accident']);
  expect(correctionsOf('bircge', none)).toEqual([]);
});

test('short words are not guessed at', () => {
  expect(correctionsOf('wsa', none)).toEqual([]);
});

test('a word of four letters may have lost one, and is not changed otherwise', () => {
  const { correctionsOf: corrections } = createSpelling(['clock', 'clack', 'open']);
  expect(corrections('clck', none)).toEqual(['clock', 'clack']);
  expect(corrections('opec', none)).toEqual([]);
});

test('letters swapped are one slip', () => {
  expect(slipsBetween('form', 'from')).toBe(1);
  expect(slipsBetween('abcd', 'bacd')).toBe(1);
  expect(slipsBetween('kitten', 'sitting')).toBe(3);
  expect(slipsBetween('', 'abc')).toBe(3);
});
