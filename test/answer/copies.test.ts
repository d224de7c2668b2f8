import { describe, expect, test } from 'vitest';
import { withCopiesJoined } from '../../src/answer/copies.ts';
import { answerTo } from '../../src/commands/index.ts';
import type { FoundAnswer } from '../../src/model.ts';
import { articleFrom, libraryFrom } from '../library-from.ts';

const wire =
  'The ferry Halcyon ran aground off Port Ellery on Tuesday with 214 people on board, and all of them were brought ashore before dark. The harbour master said that a buoy had drifted from its place in the storm of the night before.';

/** How many entries there are, by where each of them stands. */
function joined(...texts: readonly string[]): string[][] {
  const entries = texts.map((text, at) => {
    const article = articleFrom(`${'abcdef'[at]}.md`, text);
    const block = article.blocks.find(({ body }) => body)!;
    return { article, span: { start: block.start, end: block.end } };
  });
  return withCopiesJoined(entries, (entry) => entry).map(({ first, others }) =>
    [first, ...others].map(({ article }) => article.path),
  );
}

describe('the same text in two articles', () => {
  test('is one entry, whatever its line breaks and quotation marks', () => {
    expect(joined(wire, wire.replaceAll(' of ', '\nof '))).toEqual([['a.md', 'b.md']]);
  });

  test('is one entry where a word or two were edited', () => {
    expect(joined(wire, wire.replace('harbour master', 'harbourmaster'))).toEqual([['a.md', 'b.md']]);
  });

  test('is one entry where one of them goes on', () => {
    expect(
      joined(
        wire,
        `${wire} Nobody was hurt, and the ship is to be towed to the yard at Sill as soon as the wind drops. Another tug is on its way from the north.`,
      ),
    ).toEqual([['a.md', 'b.md']]);
  });

  test.each([
    ['a number', wire.replace('214', '241')],
    ['a number in words', wire.replace('all of them', 'all but seven')],
    ['a day', wire.replace('Tuesday', 'Wednesday')],
    ['a "not"', wire.replace('had drifted', 'had not drifted')],
    ['a "never"', wire.replace('were brought', 'were never brought')],
    ['a short form of "not"', wire.replace('had drifted', "hadn't drifted")],
  ])('is two entries where %s differs', (_, other) => {
    expect(joined(wire, other)).toEqual([['a.md'], ['b.md']]);
  });

  test('is two entries where another text is about the same', () => {
    const other =
      'Off Port Ellery the ferry Halcyon ran onto a bank on Tuesday; 214 passengers and crew reached the shore by evening. A buoy was found far from where the charts have it.';
    expect(joined(wire, other)).toEqual([['a.md'], ['b.md']]);
  });

  test('is quoted from who published it, not from who carried it', () => {
    const carried = `---\nvia: The Mirror\n---\n\n${wire}`;
    expect(joined(carried, wire)).toEqual([['b.md', 'a.md']]);
  });

  test('is two entries when it is too short to be told', () => {
    expect(joined('The ferry ran aground off the port.', 'The ferry ran aground near the port.')).toHaveLength(2);
  });
});

test('an answer quotes a wire story once, and names where else it stands', async () => {
  const edited = wire.replace('harbour master', 'harbourmaster');
  const library = libraryFrom({ 'a.md': `# One\n\n${wire}\n`, 'b.md': `# Two\n\n${edited}\n` });
  const answer = (await answerTo(library, { command: 'quote', query: 'ferry Halcyon aground' })) as FoundAnswer;
  expect(answer.found).toHaveLength(1);
  const { quote, alsoIn } = answer.found[0]!;
  expect([quote, ...alsoIn].map(({ text }) => text).sort()).toEqual([wire, edited].sort());
});
