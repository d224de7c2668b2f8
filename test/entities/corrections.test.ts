import { describe, expect, test } from 'vitest';
import { noCorrections } from '../../src/entities/corrections.ts';
import { libraryOf } from '../../src/library.ts';
import type { Corrections, Entity } from '../../src/model.ts';
import { harbour } from '../harbour.ts';
import { articleFrom } from '../library-from.ts';

const articles = Object.entries(harbour).map(([path, text]) => articleFrom(path, text));

function namesWith(corrections: Partial<Corrections>) {
  const { names, passages } = libraryOf({ articles, problems: [], corrections: { ...noCorrections, ...corrections } });
  const entity = (name: string): Entity | undefined =>
    names.entities.find(({ surfaces }) => surfaces.some(({ text }) => text === name));
  return { names, passages, entity };
}

describe('what the owner of a corpus says', () => {
  test('of nothing changes nothing', () => {
    expect(namesWith({}).names.entities).toEqual(libraryOf({ articles, problems: [] }).names.entities);
  });

  test('makes one of two names, under the name that stands for both', () => {
    const { entity, names, passages } = namesWith({ alias: new Map([['Lena Okonjo', 'Tobias Okonjo']]) });
    const one = entity('Lena Okonjo')!;
    expect(one).toBe(entity('Tobias Okonjo'));
    expect(one.name).toBe('Tobias Okonjo');
    const written = one.mentions.map(({ passage, start, end }) => passages[passage]!.article.text.slice(start, end));
    expect(written).toEqual(expect.arrayContaining(['Lena Okonjo', 'Tobias Okonjo']));
    const looked = names.lookup('Lena Okonjo');
    expect(looked.kind === 'one' && looked.entity).toBe(one);
  });

  test('finds a name under another that stands nowhere', () => {
    const looked = namesWith({ alias: new Map([['The Chairman', 'Osric Vandermeer']]) }).names.lookup('the chairman');
    expect(looked.kind === 'one' && [looked.entity.name, looked.by]).toEqual(['Osric Vandermeer', 'alias']);
  });

  test('keeps a spelling apart, with its own mentions', () => {
    const { entity, passages } = namesWith({ split: ['Osric Vandermer'] });
    expect(entity('Osric Vandermer')).not.toBe(entity('Osric Vandermeer'));
    for (const name of ['Osric Vandermer', 'Osric Vandermeer']) {
      const { mentions, surfaces } = entity(name)!;
      expect(mentions.length).toBe(surfaces.reduce((sum, { count }) => sum + count, 0));
      for (const { passage, start, end } of mentions) {
        expect(surfaces.map(({ text }) => text)).toContain(passages[passage]!.article.text.slice(start, end));
      }
    }
  });

  test('hides what is no name, and nothing else', () => {
    const { entity, names } = namesWith({ hide: ['port ellery'] });
    expect(entity('Port Ellery')).toBeUndefined();
    expect(entity('Osric Vandermeer')).toBeDefined();
    expect(names.entities.map(({ id }) => id)).toEqual(names.entities.map((_, at) => at));
  });

  test('gives a name its type', () => {
    expect(namesWith({ retype: new Map([['Sill', 'organisation']]) }).entity('Sill')?.type).toBe('organisation');
  });

  test('that names nothing in the library is a problem, a sentence for each section', () => {
    const corrections: Corrections = {
      alias: new Map([
        ['The Chairman', 'Osric Vandermeer'],
        ['The Baker', 'Nobody Atall'],
      ]),
      retype: new Map([['Vandermere Bridge', 'place']]),
      hide: ['Osric Vandermeer', 'Reply', 'Share'],
      split: ['Tobias Okonjo'],
    };
    const { problems } = libraryOf({ articles, problems: [], corrections });
    expect(problems).toEqual([
      expect.objectContaining({
        path: 'aliases.yaml',
        fatal: false,
        message: expect.stringContaining('“Nobody Atall” of alias names nothing'),
      }),
      expect.objectContaining({
        message: expect.stringContaining('“Vandermere Bridge” of retype names nothing in the library; write it'),
      }),
      expect.objectContaining({
        message: expect.stringContaining('“Reply”, “Share” of hide name nothing in the library; write them'),
      }),
    ]);
  });

  test('is no problem where a name is known under another', () => {
    const known = [articleFrom('a.txt', 'She came to Bombay in 1950. It rained in Bombay.')];
    const corrections = { ...noCorrections, alias: new Map([['The Island City', 'Mumbai']]) };
    expect(libraryOf({ articles: known, problems: [], corrections }).problems).toEqual([]);
  });
});

describe('what the owner says of events', () => {
  const told = articleFrom(
    'told.txt',
    'Notes\n\nThe siege of Vellmar began on 3 May 1912. The blockade of Vellmar ended in June 1912. In Vellmar they still keep the Lantern Festival. The Lantern Festival is loud. The Quiet Hands were there.',
  );
  const withEvents = (corrections: Partial<Corrections>) =>
    libraryOf({ articles: [told], problems: [], corrections: { ...noCorrections, ...corrections } }).names.entities;
  const eventsIn = (entities: readonly Entity[]) =>
    entities.filter(({ type }) => type === 'event').flatMap(({ surfaces }) => surfaces.map(({ text }) => text));

  test('without a word of it they are found', () => {
    expect(eventsIn(withEvents({})).sort()).toEqual(['Lantern Festival', 'blockade of Vellmar', 'siege of Vellmar']);
  });

  test('hides one that is told in words, and leaves its other wording and its place', () => {
    const entities = withEvents({ hide: ['the siege of Vellmar'] });
    expect(eventsIn(entities).sort()).toEqual(['Lantern Festival', 'blockade of Vellmar']);
    expect(entities.find(({ name }) => name === 'blockade of Vellmar')?.mentions).toHaveLength(1);
    expect(entities.some(({ name }) => name === 'Vellmar')).toBe(true);
  });

  test('hides one that has a name', () => {
    expect(eventsIn(withEvents({ hide: ['Lantern Festival'] }))).not.toContain('Lantern Festival');
  });

  test('makes one of what is none, and none of what is one', () => {
    const types = new Map([
      ['Quiet Hands', 'event'],
      ['Lantern Festival', 'organisation'],
    ] as const);
    const entities = withEvents({ retype: types });
    expect(eventsIn(entities)).toContain('Quiet Hands');
    expect(entities.find(({ name }) => name === 'Lantern Festival')?.type).toBe('organisation');
  });

  test('joins two wordings, and keeps two apart', () => {
    const joined = withEvents({ alias: new Map([['Lantern Festival', 'siege of Vellmar']]) });
    expect(joined.find(({ name }) => name === 'siege of Vellmar')?.surfaces.map(({ text }) => text)).toContain(
      'Lantern Festival',
    );
    const apart = withEvents({ split: ['blockade of Vellmar'] });
    expect(apart.filter(({ type }) => type === 'event').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['siege of Vellmar', 'blockade of Vellmar']),
    );
  });
});
