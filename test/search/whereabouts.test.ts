import { describe, expect, test } from 'vitest';
import { isGoverned, saysWhatPlace, saysWhere } from '../../src/search/whereabouts.ts';
import { fold } from '../../src/text/fold.ts';

/** The name stands between the bars. */
const around = (sentence: string) => {
  const [before = '', own = '', written = ''] = sentence.split('|');
  return { before: fold(before), own, written };
};

describe('a sentence says where a place is', () => {
  test.each([
    '|Norrby|, in western Halland, has two mills.',
    '|Norrby| (near Karsholm) has two mills.',
    '|Norrby|, a fishing port on the Kattegat, has two mills.',
    '|Norrby| is an old market town in Halland.',
    '|Norrby| lies six miles to the west.',
    '|Norrby| stands on the river.',
    '|Norrby| airfield in the north was closed.',
    'They came to |Norrby| in Halland.',
    '|Estonia| lies on the Baltic.',
    '|Estonia|, a republic on the Baltic, has two mills.',
  ])('%s', (sentence) => {
    expect(saysWhere(around(sentence))).toBe(true);
  });

  test.each([
    'The taking of |Norrby| in December 2016 was told twice.',
    '|Norrby| in the sources is a riddle.',
    'Success in |Norrby| was a step towards power in the Baltic.',
    '|Norrby| won a match in four hours.',
    'The role of |Estonia| in Norrby is told twice.',
    'Anders Lind, the president of |Estonia|, in Norrby.',
  ])('or not: %s', (sentence) => {
    expect(saysWhere(around(sentence))).toBe(false);
  });
});

describe('a sentence says what kind of place it is', () => {
  test.each([
    'the port of |Norrby|',
    'the city |Norrby|',
    'the provinces of Halland, Skaraborg and |Norrby|',
    '|Norrby| air base was closed.',
    '|Norrby|, the largest town, was closed.',
    '|Norrby| was an uninhabited island.',
  ])('%s', (sentence) => {
    expect(saysWhatPlace(around(sentence))).toBe(true);
  });

  test.each([
    'an agreement for the airfield in northern |Norrby|',
    'in the streets of |Norrby|',
    '|Norrby| kept its ships away from the port.',
    `the port of ${'and '.repeat(400)}|Norrby|`,
  ])('or not: %s', (sentence) => {
    expect(saysWhatPlace(around(sentence))).toBe(false);
  });
});

test('what a preposition governs is not what the sentence defines, save a name beside its kind', () => {
  expect(isGoverned('success in ')).toBe(true);
  expect(isGoverned('the president of ')).toBe(true);
  expect(isGoverned('the town of ')).toBe(false);
  expect(isGoverned('')).toBe(false);
});
