import { expect, test } from 'vitest';
import { filedUnder, filingOf } from '../../src/entities/filing.ts';

test('numbers are found under each of their words, in order and once', () => {
  const words = [['mill', 'canal', 'mill'], [], ['canal', 'Ωα'], ['can', 'mill', '']];
  const filing = filingOf(words.length, (number) => words[number]!);
  const under = (word: string) => [...filedUnder(filing, word)];
  expect(under('mill')).toEqual([0, 3]);
  expect(under('canal')).toEqual([0, 2]);
  expect(under('can')).toEqual([3]);
  expect(under('Ωα')).toEqual([2]);
  expect(under('')).toEqual([3]);
  for (const word of ['ca', 'cana', 'canals', 'zebra', 'ω']) expect(under(word)).toEqual([]);
  expect([
    ...filedUnder(
      filingOf(0, () => []),
      'mill',
    ),
  ]).toEqual([]);
});
