import { expect, test } from 'vitest';
import { everyMatch } from '../../src/text/every-match.ts';

const word = /(?<first>\p{L})\p{L}*/gu;

test('all matches of a text, with their places and groups, as often as it is asked', () => {
  for (const text of ['the mill on the Årda', 'mill', '', '12']) {
    const found = everyMatch(text, word).map(({ 0: all, index, groups }) => ({ all, index, ...groups }));
    expect(found).toEqual([...text.matchAll(word)].map(({ 0: all, index, groups }) => ({ all, index, ...groups })));
  }
});

test('from the beginning, where the pattern was left in the middle', () => {
  word.lastIndex = 5;
  expect(everyMatch('mill', word)).toHaveLength(1);
});

test('and a pattern that finds nothing at all comes to its end', () => {
  expect(everyMatch('a1b', /\d*/gu).map(({ 0: all }) => all)).toEqual(['1']);
});
