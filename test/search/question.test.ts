import { describe, expect, test } from 'vitest';
import { questionCandidates } from '../../src/answer/candidates.ts';
import { answerTo } from '../../src/commands/index.ts';
import { questionOf } from '../../src/search/question.ts';
import { ranked } from '../../src/search/rank.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const asks = (question: string) => questionOf(question, { words: [], rarest: 1, isEnglish: true }).wants;
const first = async (files: Readonly<Record<string, string>>, query: string) =>
  quotesOf(await answerTo(libraryFrom(files), { command: 'quote', query }))[0];

describe('a question', () => {
  test.each([
    ['How many boats lay in the harbour?', 'number'],
    ['How long did the mill stand empty?', 'extent'],
    ['How old is the mill?', 'number'],
    ['When did the mill burn down?', 'date'],
    ['Who built the mill on the hill by the river?', 'person'],
    ['Where did the dockers meet in the end?', 'place'],
    ['Why was the mill left to the owls?', 'reason'],
    ['What is a tide mill?', 'definition'],
    ['Wie viele Boote lagen im Hafen?', 'number'],
    ['Which architect drew the mill on the hill?', 'person'],
    ['Which mill on the hill is the oldest?', null],
    ['What caused the fire in the mill on the hill?', 'reason'],
    ['What was the height of the mill on the hill?', 'number'],
    ['the mill on the hill', null],
  ])('%s asks for: %s', (question, wanted) => {
    expect(asks(question)).toBe(wanted);
  });
});

describe('what comes first of a question', () => {
  test('is the passage with the kind of answer that it asks for', async () => {
    const files = {
      'a.txt': 'One\n\nThe mill of Tarn burned down, and the miller of Tarn wept.\n',
      'b.txt': 'Two\n\nThe mill of Tarn burned down in 1912, and the miller wept.\n',
    };
    expect(await first(files, 'When did the mill of Tarn burn down?')).toContain('1912');
  });

  test('is a number with a unit where it asks how long', async () => {
    const files = {
      'a.txt': 'One\n\nThe strike of the dockers of Tarn lasted, and 40 danced.\n',
      'b.txt': 'Two\n\nThe dockers of Tarn said to the press that their strike had by then lasted three weeks.\n',
    };
    expect(await first(files, 'How long did the strike of the dockers of Tarn last?')).toContain('three weeks');
  });

  test('is no year where it asks how many', async () => {
    const library = libraryFrom({
      'a.txt': 'One\n\nThe boats of Tarn were sunk in 1912.\n',
      'b.txt': 'Two\n\nForty boats of Tarn were sunk.\n',
    });
    const { candidates } = await questionCandidates(library, 'How many boats of Tarn were sunk?');
    const counts = ranked(candidates, 'quote').filter(({ given }) => given['kind of answer']);
    expect(counts.map(({ candidate }) => candidate.passage.article.path)).toEqual(['b.txt']);
  });

  test('is the passage that says in another word what it asks for', async () => {
    const files = {
      'a.txt':
        'One\n\nThe sailors of Tarn had fallen ill with longing for their homes in the harbour, and few came home.\n',
      'b.txt': 'Two\n\nThe sailors of Tarn had fallen ill with cholera in the harbour, and few came home.\n',
    };
    expect(await first(files, 'Which disease did the sailors of Tarn fall ill with?')).toContain('cholera');
  });

  test('is not told by what a name would mean as a word', async () => {
    const files = {
      'a.txt': 'One\n\nThe mill of Tarn was sold for a ship and a bell.\n',
      'b.txt': 'Two\n\nThe mill of Tarn was sold in 1912.\n',
    };
    const library = libraryFrom(files);
    const { candidates } = await questionCandidates(library, 'When did Mr Vessel sell the mill of Tarn?');
    expect(candidates.map(({ reading }) => [...reading.hit.related])).toEqual([[], []]);
  });

  test('is the passage of the article that is about it', async () => {
    const files = {
      'a.txt': 'A walk\n\nThe bellows leaked, and we went on.\n\nRain fell on the hill.\n',
      'b.txt': 'The organ of Tarn\n\nIt is an old instrument.\n\nThe bellows leaked, and were sewn.\n',
    };
    expect(await first(files, 'organ of Tarn bellows leaked')).toContain('were sewn');
  });

  test('is not a passage that lacks the name, where another holds it', async () => {
    const files = {
      'a.txt': 'One\n\nThe bridge was painted green in spring by its keeper.\n',
      'b.txt': 'Two\n\nThe bridge at Oberlin was painted.\n',
    };
    expect(await first(files, 'Why was the bridge at Oberlin painted green?')).toContain('Oberlin');
  });

  test('is told by what each feature gave', async () => {
    const library = libraryFrom({ 'a.txt': 'One\n\nThe mill of Tarn burned down in 1912.\n' });
    const { candidates } = await questionCandidates(library, 'When did the mill of Tarn burn?');
    const [best] = ranked(candidates, 'quote');
    expect(best?.given['kind of answer']).toBeGreaterThan(0);
    expect(Object.values(best!.given).reduce((sum, part) => sum + part, 0)).toBeCloseTo(best!.score);
  });
});

describe('a question that the library does not answer', () => {
  const library = libraryFrom({
    'a.txt': 'The mill\n\nThe mill of Tarn burned down in 1912, and the miller wept over his sacks of rye.\n',
    'b.txt': 'The organ\n\nThe organ has eleven stops, and a bellows of goatskin that leaks in winter.\n',
  });

  test('is answered with nothing, and with the words that are found', async () => {
    const query = 'How do the penguins of Patagonia live through the winter storms?';
    const answer = await answerTo(library, { command: 'quote', query });
    expect(answer.kind).toBe('nothing');
    expect(answer.kind === 'nothing' && answer.nearest[0]).toMatchObject({ label: 'Just “winter”' });
    expect(quotesOf(await answerTo(library, { command: 'quote', query: 'winter' }))).toHaveLength(1);
  });

  test('is not one whose every word stands in a passage, however small the library', async () => {
    const small = libraryFrom({ 'a.txt': 'A walk\n\nA zebra went by.\n' });
    expect((await answerTo(small, { command: 'quote', query: 'zebra' })).kind).toBe('found');
  });

  test('is not one that is held in other words', async () => {
    const query = 'Why did the boss of the mill cry over his bags of cereal?';
    expect((await answerTo(library, { command: 'quote', query })).kind).toBe('found');
    const other = 'Why did the boss of the mill laugh over his cups of coffee?';
    expect((await answerTo(library, { command: 'quote', query: other })).kind).toBe('nothing');
  });

  test('is not one most of which is held', async () => {
    expect((await answerTo(library, { command: 'quote', query: 'When did the mill burn?' })).kind).toBe('found');
  });
});
