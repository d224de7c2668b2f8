import { expect, test } from 'vitest';
import { questionCandidates } from '../../src/answer/candidates.ts';
import { strengthOf } from '../../src/search/strength.ts';
import { libraryFrom } from '../library-from.ts';

const library = libraryFrom({
  'a.txt': 'The mill\n\nThe miller wept over his sacks of rye, and the organ of the church fell silent.\n',
  'b.txt': 'The organ\n\nThe organ has eleven stops, and a bellows of goatskin that leaks in winter.\n',
});

test('a passage in a section that speaks of the question answers it more likely than the same in another', async () => {
  const { candidates } = await questionCandidates(library, 'Why did the organ of Vellmar fall silent that winter?');
  const { reading } = candidates[0]!;
  const within = (section: number) => strengthOf({ ...reading, hit: { ...reading.hit, section } });
  expect(within(0.6)).toBeGreaterThan(within(0.1));
});
