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
});
