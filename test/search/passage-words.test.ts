import { expect, test } from 'vitest';
import { passageWords } from '../../src/search/passage-words.ts';
import { libraryFrom } from '../library-from.ts';

const { passages } = libraryFrom({
  'canal.md':
    '# The canal\n\nIt was dug by hand.\n\n## Locks\n\nThey were built of oak.\n\n## Bridges\n\nThey lift for ships.\n\nThe last is stone.\n',
});

test('a passage has the terms of the title and of its own heading', () => {
  expect(passages.map((passage) => [...passageWords(passage).headings])).toEqual([
    ['canal'],
    ['canal', 'lock'],
    ['canal', 'bridg'],
    ['canal', 'bridg'],
  ]);
});

test('the words of a passage stand where they are told', () => {
  const passage = passages[1]!;
  const { offsets, terms } = passageWords(passage);
  const words = terms.map((_, at) => passage.article.text.slice(offsets[2 * at], offsets[2 * at + 1]));
  expect(words).toEqual(['They', 'were', 'built', 'of', 'oak']);
  expect(terms).toEqual(['', '', 'build', '', 'oak']);
});
