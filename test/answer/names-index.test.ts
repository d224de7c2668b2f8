import { describe, expect, test } from 'vitest';
import { indexWords } from '../../src/answer/names-index.ts';
import { answerTo } from '../../src/commands/index.ts';
import type { NamesAnswer } from '../../src/model.ts';
import { harbour } from '../harbour.ts';
import { libraryFrom } from '../library-from.ts';

const library = libraryFrom(harbour);
const ask = (query: string) => answerTo(library, { command: 'names', query });
const index = async (query: string): Promise<NamesAnswer> => {
  const answer = await ask(query);
  if (answer.kind !== 'names') throw new Error(`The answer is "${answer.kind}"`);
  return answer;
};
const namesIn = ({ groups }: NamesAnswer): string[] => groups.flatMap(({ entries }) => entries.map(({ name }) => name));

describe('the index of names', () => {
  test('has every name of the library once, by type', async () => {
    const all = await index('');
    expect(namesIn(all).sort()).toEqual(library.names.entities.map(({ name }) => name).sort());
    expect(all.total).toBe(library.names.entities.length);
    for (const { type, entries } of all.groups) {
      for (const { name } of entries) {
        expect(library.names.entities.some((entity) => entity.name === name && entity.type === type)).toBe(true);
      }
    }
  });

  test('counts mentions and sources, and each entry leads to its passages', async () => {
    const entry = (await index('people')).groups[0]!.entries.find(({ name }) => name === 'Osric Vandermeer')!;
    const entity = library.names.entities.find(({ name }) => name === 'Osric Vandermeer')!;
    expect(entry).toMatchObject({ mentions: entity.mentions.length, sources: 3 });
    expect(await answerTo(library, entry.ask)).toMatchObject({ kind: 'found', subject: { name: 'Osric Vandermeer' } });
  });

  test('is sorted by the alphabet within a type', async () => {
    for (const { entries } of (await index('')).groups) {
      const names = entries.map(({ name }) => name.toLowerCase().replace(/^(?:the|al)[ -]/, ''));
      expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    }
  });

  test.each(['people', 'who', 'persons'])('has one type alone when asked for %s', async (typed) => {
    expect((await index(typed)).groups.map(({ type }) => type)).toEqual(['person']);
  });

  test.each(indexWords)('knows what it suggests: %s', async (word) => {
    expect((await index(word)).groups.length).toBe(1);
  });

  test.each(['people starting with V', 'people v', 'Vanderm', 'people osr', 'show me people named Vandermeer'])(
    'finds names by first letters: %s',
    async (typed) => {
      expect(namesIn(await index(typed))).toContain('Osric Vandermeer');
      expect(namesIn(await index(typed))).not.toContain('Lena Okonjo');
    },
  );

  test('says that it has no such entry, and offers the nearest', async () => {
    expect(await ask('people Vandemeer')).toMatchObject({
      kind: 'nothing',
      reason: expect.stringContaining('no entry'),
      nearest: [{ label: 'Osric Vandermeer' }],
    });
  });

  test.each(['qqq', 'x'])('offers nothing that only sounds a little like a few letters: %s', async (typed) => {
    expect(await ask(typed)).toMatchObject({ kind: 'nothing', nearest: [{ label: 'All names' }] });
  });
});
