import { expect, test } from 'vitest';
import { familiesOf } from '../../src/text/kindred.ts';
import { termOf } from '../../src/text/words.ts';

const english = (word: string) => termOf(word, 'en');
const areKindred = (one: string, other: string) =>
  familiesOf(english(one)!).some((family) => familiesOf(english(other)!).includes(family));

test.each([
  ['began', 'begin'],
  ['written', 'writes'],
  ['bacteria', 'bacterium'],
  ['colours', 'color'],
  ['organisation', 'organized'],
  ['theatre', 'theaters'],
  ['defence', 'defense'],
  ['tyres', 'tire'],
])('“%s” and “%s” are one term', (one, other) => {
  expect(english(one)).toBe(english(other));
});

test.each([
  ['raise', 'raised', 'raising'],
  ['promise', 'promised', 'promising'],
  ['hour', 'hours'],
  ['call', 'called', 'calling'],
  ['hundred', 'hundreds'],
  ['fence', 'fences'],
])('“%s” stays one with its own forms', (word, ...forms) => {
  expect(forms.map(english)).toEqual(forms.map(() => english(word)));
});

test.each([
  ['tired', 'tyre'],
  ['acre', 'acer'],
  ['found', 'founded'],
])('“%s” and “%s” stay two', (one, other) => {
  expect(english(one)).not.toBe(english(other));
});

test('no other language is touched', () => {
  expect(termOf('began', 'de')).toBe('began');
});

test.each([
  ['invented', 'inventor'],
  ['die', 'death'],
  ['France', 'French'],
  ['explored', 'exploration'],
  ['tall', 'height'],
])('“%s” and “%s” are kindred', (one, other) => {
  expect(areKindred(one, other)).toBe(true);
});

test('words of different families are not', () => {
  expect(areKindred('France', 'German')).toBe(false);
  expect(areKindred('part', 'party')).toBe(false);
  expect(areKindred('general', 'genetic')).toBe(false);
});
