import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const library = libraryFrom({
  'office.txt':
    'The president\n\nThe president of Estonia signs laws and opens the parliament. No president of Estonia is paid for it.\n',
  'letters.txt':
    'Letters from the ferry\n\nIn the evening, when the lamps were lit and the rain had stopped, we heard Osric Vandermeer, the president of Estonia, sing. Mr. Vandermeer sang twice.\n',
  'diary.txt':
    'A diary\n\nThe harbour was calm that morning, and the gulls were loud. The new Danish president, Maren Tolk, was late. Maren Tolk had missed a train.\n',
});
const firstFor = async (query: string) => quotesOf(await answerTo(library, { command: 'who', query }))[0];

describe('an office', () => {
  test('is told first where it stands beside the name of its bearer', async () => {
    expect(await firstFor('the president of Estonia')).toContain('Osric Vandermeer');
    expect(await firstFor('president of Estonia')).toContain('Osric Vandermeer');
  });

  test('whichever way round it is put', async () => {
    expect(await firstFor('Estonian president')).toContain('Osric Vandermeer');
    expect(await firstFor('Danish president')).toContain('Maren Tolk');
  });
});
