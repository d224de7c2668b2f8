import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { createFirstLook } from '../../src/search/first-look.ts';
import { packed } from '../../src/search/postings.ts';

const boosts = { text: 1, heading: 0.5 };
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
const beginningWeight = 0.375;
const words = 'anchor ankle apple bridge bridle canal candle castle cattle harbour harvest lantern mill river'.split(
  ' ',
);

/** Always the same numbers, from 0 to 1 (a linear congruential generator, Lehmer 1951). */
function createNumbers(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const next = createNumbers();
/** Common words and rare ones, of texts of very different lengths. */
const text = (most: number) =>
  Array.from({ length: 1 + Math.floor(next() * most) }, () => words[Math.floor(next() ** 2 * words.length)]).join(' ');
const documents = Array.from({ length: 300 }, (_, id) => ({ id, text: text(40), heading: text(4) }));

const mini = new MiniSearch({ fields: Object.keys(boosts) });
mini.addAll(documents);
const { averageFieldLength: meanLengths, documentCount: passageCount, fieldLength, index } = mini.toJSON();
const numbered = <T>(given: Readonly<Record<string, T>>) =>
  Object.entries(given).map(([key, value]) => [Number(key), value] as const);
const postings = packed(
  index.map(([term, fields]) => [
    term,
    new Map(numbered(fields).map(([field, held]) => [field, new Map(numbered(held as Record<string, number>))])),
  ]),
  (id) => fieldLength[id]!,
  { passageCount, meanLengths },
);
const look = createFirstLook(postings, { boosts: Object.values(boosts), bm25, beginningWeight });

const options = { boost: boosts, bm25, weights: { fuzzy: 0, prefix: beginningWeight } };
const limit = 20;

describe('a first look', () => {
  test.each(['river', 'mill river', 'anchor ankle apple', 'lantern harvest bridge mill', 'river nothing'])(
    'at “%s” has all that is best by MiniSearch’s own scores, and not much more',
    (query) => {
      const results = mini.search(query, options);
      const found = look(
        query.split(' ').map((term) => ({ term, boost: 1, isBeginning: false })),
        limit,
      );
      const best = results.slice(0, limit).map(({ id }) => id);
      expect([...found]).toEqual(expect.arrayContaining(best));
      const { score } = results[Math.min(limit, results.length) - 1]!;
      expect(found.size).toBe(results.filter((result) => result.score >= score * (1 - 1e-9)).length);
    },
  );

  test('knows what a word counts for that begins as was asked, and one that is boosted', () => {
    const results = mini.search('river can', {
      ...options,
      prefix: (term) => term === 'can',
      boostTerm: (term) => (term === 'river' ? 0.2 : 1),
    });
    const found = look(
      [
        { term: 'river', boost: 0.2, isBeginning: false },
        { term: 'can', boost: 1, isBeginning: true },
      ],
      limit,
    );
    expect([...found]).toEqual(expect.arrayContaining(results.slice(0, limit).map(({ id }) => id)));
    expect(found.size).toBeLessThan(results.length / 2);
  });

  test('leaves nothing behind for the next', () => {
    const asked = [{ term: 'mill', boost: 1, isBeginning: false }];
    const before = look(asked, limit);
    look([{ term: 'anchor', boost: 1, isBeginning: true }], limit);
    expect(look(asked, limit)).toEqual(before);
    expect(look([], limit).size).toBe(0);
  });
});
