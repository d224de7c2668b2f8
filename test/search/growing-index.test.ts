import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createGrowingIndex } from '../../src/search/growing-index.ts';
import { type Postings, packed } from '../../src/search/postings.ts';

const separator = '\n';
const passages = [
  { id: 0, text: 'mill river mill', heading: 'old mill' },
  { id: 1, text: 'canal', heading: '' },
  { id: 2, text: 'river canal bridge river river', heading: 'bridge' },
].map(({ id, ...fields }) => ({
  id,
  text: fields.text.replaceAll(' ', separator),
  heading: fields.heading.replaceAll(' ', separator),
}));

function byMiniSearch(): Postings {
  const mini = new MiniSearch({
    fields: ['text', 'heading'],
    tokenize: (text) => text.split(separator),
    processTerm: (term) => term || null,
  });
  mini.addAll(passages);
  const { averageFieldLength: meanLengths, documentCount: passageCount, fieldLength, index } = mini.toJSON();
  const numbered = <T>(given: object) =>
    new Map(Object.entries(given).map(([key, value]: [string, T]) => [Number(key), value] as const));
  return packed(
    index.map(([term, byField]) => {
      const fields = [...numbered<object>(byField)];
      return [term, fields.map(([field, held]) => [field, numbered<number>(held)] as const)] as const;
    }),
    (id) => fieldLength[id]!,
    { passageCount, meanLengths },
  );
}

test('what has grown is what MiniSearch would have made, empty headings as well', () => {
  const index = createGrowingIndex(2);
  for (const { text, heading } of passages)
    index.add([text, heading].map((field) => field.split(separator).filter(Boolean)));
  const { meanLengths, ...grown } = index.packed();
  const { meanLengths: means, ...made } = byMiniSearch();
  expect(grown).toEqual(made);
  meanLengths.forEach((mean, field) => {
    expect(mean).toBeCloseTo(means[field]!, 12);
  });
});
