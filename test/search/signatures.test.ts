import { expect, test } from 'vitest';
import { runsOf } from '../../src/search/letter-runs.ts';
import { signaturesOf, textsWith } from '../../src/search/signatures.ts';

const texts = [
  'thecanalwaswidened',
  'themillburneddown',
  'thecanalandthemill',
  ...Array.from({ length: 30 }, () => 'nothing'),
];
const signatures = signaturesOf(texts.length, (text) => runsOf(texts[text]!));
const withAll = (letters: string) => textsWith(signatures, texts.length, runsOf(letters));

test('tell the few texts that may hold some letters', () => {
  expect(withAll('thecanal')).toEqual([0, 2]);
  expect(withAll('themill')).toEqual([1, 2]);
  expect(withAll('nothing')).toEqual(texts.flatMap((text, at) => (text === 'nothing' ? [at] : [])));
  expect(withAll('zebras')).toEqual([]);
});

test('tell nothing of what is shorter than a run', () => {
  expect(withAll('th')).toHaveLength(texts.length);
});
