import { describe, expect, test } from 'vitest';
import { boundedQuery, exactPhraseOf, queryCharsMax } from '../../src/search/query.ts';
import { harbour } from '../harbour.ts';
import { libraryFrom } from '../library-from.ts';

const library = libraryFrom(harbour);
const search = async (query: string) =>
  (await library.engine.search(query, 10)).hits.map(({ passage, coverage }) => ({
    text: passage.article.text.slice(passage.start, passage.end),
    coverage,
  }));

describe('the index', () => {
  test('finds a word in its other forms', async () => {
    expect((await search('signing agreements'))[0]?.text).toContain('Agreement was signed');
  });

  test('guesses at a misspelled word, when it knows no such word', async () => {
    expect((await search('blokade'))[0]?.text).toContain('blockade');
  });

  test('does not guess at a word that it knows', async () => {
    const spelled = libraryFrom({
      'a.txt': 'One\n\nThe lantern was wide.\n',
      'b.txt': 'Two\n\nThe lectern was deep.\n',
    });
    expect((await spelled.engine.search('lantern', 10)).hits).toHaveLength(1);
    expect((await spelled.engine.search('lantren', 10)).hits).toHaveLength(1);
  });

  test('takes no place for a slip of the thumb, and no word for one that is no name', async () => {
    const texts = { 'a.txt': 'One\n\nAll parts of the lantern carry marks of Jonas Marden.\n' };
    const words = libraryFrom(texts).engine;
    for (const query of ['Paris', 'paris', 'Mars']) expect((await words.search(query, 10)).hits, query).toEqual([]);
    for (const query of ['lantren', 'Mardin']) expect((await words.search(query, 10)).hits, query).toHaveLength(1);
  });

  test('says how much of the question a passage holds', async () => {
    const [best] = await search('bakery zeppelin');
    expect(best?.text).toContain('bakery');
    expect(best?.coverage).toBeGreaterThan(0);
    expect(best?.coverage).toBeLessThan(0.7);
    expect((await search('bakery customs house'))[0]?.coverage).toBe(1);
  });

  test('finds nothing for stop words, marks, and lines that are not the article', async () => {
    expect(await search('the of and')).toEqual([]);
    expect(await search('!!! ???')).toEqual([]);
    expect(await search('email address published')).toEqual([]);
  });

  test('survives a query of any length', async () => {
    expect(await search('zx '.repeat(4000))).toEqual([]);
    await search('a'.repeat(6000));
  });
});

describe('a query', () => {
  test('is one line of at most 200 characters, cut between words', () => {
    const bounded = boundedQuery(`${'word '.repeat(100)}`);
    expect(bounded.length).toBeLessThanOrEqual(queryCharsMax);
    expect(bounded.endsWith('word')).toBe(true);
    expect(boundedQuery('a\n\tb\u0000c')).toBe('a b c');
    expect(boundedQuery('😀'.repeat(150)).isWellFormed()).toBe(true);
  });

  test.each(['"a phrase"', '“a phrase”', '«a phrase»', '„a phrase“'])('%s is an exact phrase', (typed) => {
    expect(exactPhraseOf(typed)).toBe('a phrase');
  });

  test.each(['a phrase', '"a" phrase', '""', '"!"'])('%s is not', (typed) => {
    expect(exactPhraseOf(typed)).toBeNull();
  });
});

describe('phrases', () => {
  const find = (phrase: string) =>
    library.phrases.find(phrase, 10).map(({ article, span }) => article.text.slice(span.start, span.end));

  test('are found whatever the case and the shapes of quotation marks', () => {
    expect(find('the dockers’ union COUNCIL')).toEqual(["The Dockers' Union Council"]);
  });

  test('are whole words', () => {
    expect(find('ort ellery')).toEqual([]);
  });

  test('are found in order, and never beyond the limit', () => {
    expect(library.phrases.find('port ellery', 2)).toHaveLength(2);
  });
});
