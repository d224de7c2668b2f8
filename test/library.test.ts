import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { answerTo } from '../src/commands/index.ts';
import { bundledCorpus } from '../src/config.ts';
import { readCorpus } from '../src/ingest/corpus.ts';
import { type BuiltLibrary, builtLibrary, libraryOf, restoredLibrary, withOwnArrays } from '../src/library.ts';
import type { Library } from '../src/model.ts';
import { datesOf } from '../src/text/dates.ts';
import { articleFrom } from './library-from.ts';

test('a library that was kept as bytes answers like the one that was built', async () => {
  const corpus = await readCorpus(bundledCorpus);
  const kept = serialize(builtLibrary(corpus));
  const restored = restoredLibrary(deserialize(kept) as BuiltLibrary);
  const built = libraryOf(corpus);
  const plainly = ({ names }: Library) => names.entities.map(({ mentions, ...entity }) => ({ ...entity, mentions }));
  expect(plainly(restored)).toEqual(plainly(built));
  const frequent = built.names.entities.slice(0, 30).map(({ name }) => name);
  for (const query of [...frequent, 'what was agreed on', 'nothing of the kind', `"${frequent[0]}"`]) {
    for (const command of ['who', 'event', 'where', 'what', 'quote', 'timeline']) {
      expect(await answerTo(restored, { command, query })).toEqual(await answerTo(built, { command, query }));
    }
  }
});

test('the dates of its articles are kept with it, and not read again', () => {
  const built = builtLibrary({ articles: [articleFrom('a.md', 'The lock opened on 4 May 1911.')], problems: [] });
  const datesIn = (library: BuiltLibrary) => datesOf(restoredLibrary(library).articles[0]!).map(({ value }) => value);
  expect(datesIn(built)).toEqual([{ from: '1911-05-04', to: '1911-05-04' }]);
  const emptied = built.articles.map((article) => ({ ...article, dates: '[]' }));
  expect(datesIn({ ...built, articles: emptied })).toEqual([]);
});

test('what was read from a file holds no more of it than its own arrays', () => {
  const saved = {
    ids: Uint32Array.of(4, 5),
    within: { bits: Uint8Array.of(1), counts: Uint16Array.of(3) },
    terms: ['a'],
  };
  const read = deserialize(serialize(saved)) as typeof saved;
  expect(read.ids.buffer.byteLength).toBeGreaterThan(8);
  const held = withOwnArrays(read);
  expect(held).toEqual(saved);
  for (const { buffer, byteLength } of [held.ids, held.within.bits, held.within.counts])
    expect(buffer.byteLength).toBe(byteLength);
});
