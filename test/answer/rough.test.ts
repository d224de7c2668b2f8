import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughOf } from '../../src/answer/rough.ts';
import { unitsOf } from '../../src/text/units.ts';

const roughOfAll = (text: string) => roughOf(text, { start: 0, end: text.length });
const wordsOf = (text: string) => unitsOf(text).map(({ key }) => key);

test.each([
  ['capitals and quotation marks', 'The ferry left.', '“THE FERRY” left'],
  ['line breaks and hyphens', 'The quay-side, at 4.30', 'the quay-\nside at 4.30'],
  ['accents', 'Le café de la gare', 'le CAFE de la gare'],
  ['where a link leads', 'The [ferry](https://sea.example) left', 'The ferry left'],
])('is the same whatever the %s', (_, one, other) => {
  expect(roughOfAll(one)).toBe(roughOfAll(other));
});

test.each([
  ['a word', 'The ferry left', 'The ferry sank'],
  ['a figure', 'It had 214 berths', 'It had 241 berths'],
])('is another where %s is', (_, one, other) => {
  expect(roughOfAll(one)).not.toBe(roughOfAll(other));
});

test('never tells apart what has the same words', () => {
  const piece = fc.constantFrom(
    'ferry',
    'Ferry',
    'café',
    'CAFE',
    'ﬁ',
    'fi',
    '“',
    '’',
    '–4',
    '-4',
    '4.5',
    ' ',
    '\n',
    '](u)',
    '[',
    '\u00ad',
    'ʼ',
    'К',
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      if (wordsOf(one).join(' ') === wordsOf(other).join(' ')) expect(roughOfAll(one)).toBe(roughOfAll(other));
    }),
    { numRuns: 20_000 },
  );
});
