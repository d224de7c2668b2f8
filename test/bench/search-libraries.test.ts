/** The search libraries that stand beside Footnote do search: a bench that sets them up badly would flatter us. */
import { describe, expect, test } from 'vitest';
import { searchLibraries } from '../../bench/search-libraries.ts';

const texts = [
  { id: 0, title: 'Otters', text: 'The otters were fishing in the river at dawn.' },
  { id: 1, title: 'Lighthouses', text: 'A keeper lights the lamp when the sun has set.' },
  { id: 2, title: 'Rivers', text: 'The mill stands by the water, and its wheel is turning.' },
];

describe.each(searchLibraries)('$name', ({ index }) => {
  const { search } = index(texts);

  test('finds a passage by its words, the best first', () => {
    expect(search('otters fishing at dawn', 10)[0]?.id).toBe(0);
    expect(search('keeper of the lamp', 10)[0]?.id).toBe(1);
  });

  test('finds a passage by its title', () => {
    expect(search('lighthouses', 10).map(({ id }) => id)).toContain(1);
  });

  test('takes a question that holds more words than any passage', () => {
    expect(search('At which hour did otters do their fishing in a stream?', 10)[0]?.id).toBe(0);
  });

  test('gives no more than wanted, and nothing for words that stand nowhere', () => {
    expect(search('the river', 1).length).toBeLessThanOrEqual(1);
    expect(search('zyzzyva', 10)).toEqual([]);
  });
});

test('three of them know other forms of a word', () => {
  const forms = searchLibraries.filter(({ index }) => index(texts).search('turned wheels', 1)[0]?.id === 2);
  expect(forms.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['MiniSearch stemmed', 'SQLite FTS5', 'FlexSearch']),
  );
});
