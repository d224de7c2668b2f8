import { describe, expect, test } from 'vitest';
import { describedCandidates, happeningCandidates } from '../../src/answer/candidates.ts';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const library = libraryFrom({
  'a.txt':
    'Notes\n\nIn Vellmar there is a bridge, and the bridge of Vellmar is old.\n\nThe Battle of Vellmar was fought in June 1912, and the Second Battle of Vellmar in May 1915.\n\nMira Castell spoke with Tomas Brill by telephone on 3 May 1912. Tomas Brill lives in Vellmar.\n\nThe town of Vellmar was under an encirclement that lasted for a year.\n',
});
const entity = (name: string) => {
  const looked = library.names.lookup(name);
  if (looked.kind !== 'one') throw new Error(`"${name}" is ${looked.kind}`);
  return looked.entity;
};
const textsOf = (candidates: readonly { passage: { start: number; end: number } }[]) =>
  candidates.map(({ passage: { start, end } }) => library.articles[0]!.text.slice(start, end));

describe('what happened at a place', () => {
  test('is told where it is named, and where an event has its name', () => {
    const candidates = happeningCandidates(library, entity('Vellmar'));
    const [inEvent, others] = [true, false].map((is) => textsOf(candidates.filter((one) => one.isInEvent === is)));
    expect(inEvent!.join(' ')).toContain('Second Battle of Vellmar');
    expect(others!.join(' ')).toContain('there is a bridge');
  });
});

describe('an event that nobody named', () => {
  test('is told where all names of the question stand', () => {
    const { candidates, entities } = describedCandidates(library, 'phone call Castell Brill');
    expect(entities.map(({ name }) => name)).toEqual(['Mira Castell', 'Tomas Brill']);
    expect(textsOf(candidates)).toEqual([expect.stringContaining('by telephone')]);
  });

  test('of one name is told in any noun of its kind', () => {
    expect(textsOf(describedCandidates(library, 'blockade round Vellmar').candidates)).toEqual([
      expect.stringContaining('encirclement'),
    ]);
  });

  test('is not answered by a name alone, nor by none', () => {
    expect(describedCandidates(library, 'wedding at Vellmar').candidates).toEqual([]);
    expect(describedCandidates(library, 'siege').candidates).toEqual([]);
  });

  test('looks for misspelled names once, however many words were typed', async () => {
    const typed: string[] = [];
    const lookup: typeof library.names.lookup = (...asked) => {
      typed.push(asked[0]);
      return library.names.lookup(...asked);
    };
    const names = Object.assign({}, library.names, { lookup });
    const watched = Object.assign({}, library, { names });
    const query = 'phone call castel bril wedding vellmer bridg kastell tomas'.repeat(3).slice(0, 190);
    await answerTo(watched, { command: 'event', query });
    expect(typed).toEqual([query]);
  });

  test('says on what it rests', async () => {
    const answer = await answerTo(library, { command: 'event', query: 'feud of castell with brill' });
    expect(answer.kind === 'found' && answer.note).toBe(
      'No passage holds all of “feud of castell with brill”; these speak of Mira Castell and Tomas Brill.',
    );
    expect(quotesOf(answer)).toHaveLength(1);
  });
});
