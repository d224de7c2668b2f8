/** What the speed of answers is measured with: a mixture that is what it claims to be, and always the same. */
import { expect, test } from 'vitest';
import { collectionOf } from '../../bench/questions.ts';
import { workKinds, workloadOf } from '../../bench/workload.ts';
import { commands } from '../../src/commands/index.ts';
import { openLibrary } from '../../src/library.ts';

const library = await openLibrary(collectionOf('corpus').folder);
const work = workloadOf(library, 30);
const ofKind = (kind: string) => work.filter((one) => one.kind === kind);

test('each kind is asked equally often, mixed, and the same each time', () => {
  for (const kind of workKinds) expect(ofKind(kind), kind).toHaveLength(30);
  expect(workloadOf(library, 30)).toEqual(work);
  expect(workloadOf(library, 30, 2)).not.toEqual(work);
  expect(new Set(work.slice(0, 30).map(({ kind }) => kind)).size).toBeGreaterThan(3);
});

test('every item asks a command that there is, and within what its option takes', () => {
  for (const { command, query } of work) {
    const option = commands.find(({ name }) => name === command)?.option;
    expect(option, command).toBeDefined();
    expect(query.length).toBeGreaterThan(0);
    expect(query.length).toBeLessThanOrEqual(option!.charsMax);
  }
});

test('names are names of the library, phrases stand in it, and long options are long', () => {
  const names = new Set(library.names.entities.map(({ name }) => name));
  for (const { query } of ofKind('name')) expect(names).toContain(query);
  for (const { query } of ofKind('exact phrase')) {
    const phrase = query.slice(1, -1);
    expect(
      library.articles.some(({ text }) => text.includes(phrase)),
      phrase,
    ).toBe(true);
  }
  for (const { query } of ofKind('200 characters')) expect(query).toHaveLength(200);
});

test('misspelled names are seldom names, and misses hold no word of the library', () => {
  const names = new Set(library.names.entities.map(({ name }) => name));
  expect(ofKind('misspelled name').filter(({ query }) => names.has(query)).length).toBeLessThan(8);
  const text = library.articles.map((article) => article.text.toLowerCase()).join('\n');
  for (const { query } of ofKind('miss')) for (const word of query.split(' ')) expect(text).not.toContain(word);
});
