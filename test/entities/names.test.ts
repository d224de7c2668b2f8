import { describe, expect, test } from 'vitest';
import { harbour } from '../harbour.ts';
import { libraryFrom } from '../library-from.ts';

const { names, passages } = libraryFrom(harbour);
const entity = (name: string) => names.entities.find((one) => one.surfaces.some(({ text }) => text === name));

describe('names', () => {
  test('slice back to the texts they were found in', () => {
    for (const { mentions, surfaces } of names.entities) {
      for (const { passage, start, end } of mentions) {
        expect(surfaces.map(({ text }) => text)).toContain(
          passages[passage]!.article.text.slice(start, end).replace(/\s+/g, ' '),
        );
      }
    }
  });

  test.each([
    ['Osric Vandermeer', 'person'],
    ['Halina Dubrovska', 'person'],
    ['Port Ellery', 'place'],
    ['Ellery Agreement', 'event'],
    ['DUC', 'organisation'],
  ])('%s is a %s', (name, type) => {
    expect(entity(name)?.type).toBe(type);
  });

  test('of one person are one entity: full name, surname, another spelling', () => {
    expect(entity('Vandermeer')).toBe(entity('Osric Vandermeer'));
    expect(entity('Osric Vandermer')).toBe(entity('Osric Vandermeer'));
  });

  test('of two people with one surname stay two', () => {
    expect(entity('Tobias Okonjo')).not.toBe(entity('Lena Okonjo'));
  });

  test('stand without titles, possessives and the words that open a sentence', () => {
    const all = names.entities.flatMap(({ surfaces }) => surfaces.map(({ text }) => text));
    expect(all).not.toContain('President Halina Dubrovska');
    expect(all).not.toContain('General Tobias Okonjo');
    for (const word of ['People', 'The', 'It', 'Its', 'On', 'He']) expect(all).not.toContain(word);
  });

  test('join an abbreviation with the words it stands for', () => {
    expect(entity('DUC')?.surfaces.map(({ text }) => text)).toContain("Dockers' Union Council");
  });

  test('are never taken from lines that are not the article', () => {
    expect(entity('Post')).toBeUndefined();
    expect(entity('Comment')).toBeUndefined();
  });
});

describe('lookup', () => {
  const found = (typed: string) => {
    const looked = names.lookup(typed, ['person']);
    return looked.kind === 'one' ? looked.entity.name : looked.kind;
  };

  test('finds every entity by every one of its spellings', () => {
    for (const one of names.entities) {
      for (const { text } of one.surfaces) {
        const looked = names.lookup(`"${text}"`);
        expect(looked.kind === 'one' && looked.entity, text).toBe(one);
      }
    }
  });

  test.each(['osric vandermeer', 'Vandermeer', 'VANDERMEER', 'Mr Vandermeer', 'Vandermere', 'vandemeer', 'Osric'])(
    '%s is Osric Vandermeer',
    (typed) => {
      expect(found(typed)).toBe('Osric Vandermeer');
    },
  );

  test('of a surname that two people share is a choice', () => {
    const looked = names.lookup('Okonjo', ['person']);
    expect(looked.kind).toBe('several');
    expect(looked.kind === 'several' && looked.entities.map(({ name }) => name).sort()).toEqual(
      expect.arrayContaining(['Lena Okonjo', 'Tobias Okonjo']),
    );
  });

  test('of a name that is nowhere gives none, with the nearest names', () => {
    expect(names.lookup('Xiaoming').kind).toBe('none');
    const near = names.lookup('Vandewater');
    expect(near.kind === 'none' && near.nearest.map(({ name }) => name)).toContain('Osric Vandermeer');
  });

  test('of nothing, of marks and of very long input is none', () => {
    for (const typed of ['', '   ', '"”', '!!!', 'x'.repeat(6000)]) expect(names.lookup(typed).kind).toBe('none');
  });
});

describe('completion', () => {
  const complete = (typed: string) => names.complete(typed, ['person'], 5).map(({ name }) => name);

  test('offers the most mentioned first, people before others', () => {
    expect(names.complete('', ['person'], 3)[0]?.type).toBe('person');
  });

  test('takes the beginning of any of the words, and a typing error', () => {
    expect(complete('vand')).toContain('Osric Vandermeer');
    expect(complete('osr')).toContain('Osric Vandermeer');
    expect(complete('vanddrmeer')).toContain('Osric Vandermeer');
    expect(complete('ellery')).toContain('Port Ellery');
  });
});
