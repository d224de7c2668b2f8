import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom } from '../library-from.ts';

const library = libraryFrom({
  'a.txt': 'Roads\n\nThe road from Chad to Tjome was closed in June. In Chad the rains had come early.\n',
  'b.txt':
    'Tjome\n\nTjome is a town on the Baltic. Ma’an, the news agency, has an office in Tjome. Ma’an said so on Friday.\n',
});
const headOf = async (command: string, query: string) => {
  const answer = await answerTo(library, { command, query });
  return answer.kind === 'found' ? answer.subject?.name : undefined;
};

describe('a word for a kind of place beside a name', () => {
  test('may be left out', async () => {
    expect(await headOf('where', 'Tjome harbour')).toBe('Tjome');
    expect(await headOf('where', 'river Tjome')).toBe('Tjome');
  });

  test('makes another thing of a country, and of what is no place', async () => {
    expect(await headOf('where', 'Chad')).toBe('Chad');
    expect(await headOf('where', 'Lake Chad')).not.toBe('Chad');
    expect(await headOf('what', 'Ma’an')).toBe('Ma’an');
    expect(await headOf('what', 'Ma’an city')).not.toBe('Ma’an');
  });
});
