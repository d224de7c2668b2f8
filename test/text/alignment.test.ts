import { describe, expect, test } from 'vitest';
import { aligned } from '../../src/text/alignment.ts';
import { unitsOf } from '../../src/text/units.ts';

const text =
  'The ferry of the northern line, which the council had sold in spring, came back to Skerrick on Monday. Nobody saw it.';
const units = unitsOf(text);

/** What was said beside what stands there, for each stretch in which they differ. */
function differences(said: string): readonly (readonly [said: string, text: string])[] {
  const own = unitsOf(said);
  const alignment = aligned(own, units, new Set())!;
  const words = (from: string, of: typeof units, [first, end]: readonly [number, number]) =>
    first < end ? from.slice(of[first]!.start, of[end - 1]!.end) : '';
  return alignment.hunks.map((hunk) => [words(said, own, hunk.said), words(text, units, hunk.text)] as const);
}

describe('two wordings side by side', () => {
  test('differ in nothing where one is a part of the other', () => {
    expect(differences('which the council had sold')).toEqual([]);
  });

  test.each([
    ['of the northern line came back to Skerrick', [['', 'which the council had sold in spring']]],
    ['The ferry of the line, which the council had sold', [['', 'northern']]],
    ['The old ferry of the northern line', [['old', '']]],
    ['came back to Skerrick on Friday Nobody', [['Friday', 'Monday']]],
  ] as const)('differ where words were left out, put in or changed: %s', (said, expected) => {
    expect(differences(said)).toEqual(expected);
  });
});
