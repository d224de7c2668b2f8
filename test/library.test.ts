import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { generatedArticles } from '../bench/generated-articles.ts';
import { answerTo } from '../src/commands/index.ts';
import { bundledCorpus } from '../src/config.ts';
import { readCorpus } from '../src/ingest/corpus.ts';
import {
  type BuiltLibrary,
  builtLibrary,
  interimLibrary,
  libraryOf,
  restoredLibrary,
  withOwnArrays,
} from '../src/library.ts';
import type { Library } from '../src/model.ts';
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

describe('a library for the moment', () => {
  const before = generatedArticles(100).map(({ path, text }) => articleFrom(path, text));
  const built = builtLibrary({ articles: before, problems: [] });
  const frequent = libraryOf({ articles: before, problems: [] }).names.entities.find(({ type }) => type === 'person')!;
  const lighthouse = articleFrom(
    'lighthouse.md',
    `# The lighthouse\n\nMarta Quellan kept the lighthouse of Skerrick for thirty years. ${frequent.name} visited her there.\n`,
  );
  const after = [...before.slice(1), lighthouse];

  test('has what has changed, and all names of the rest where they stand now', async () => {
    const interim = interimLibrary({ articles: after, problems: [] }, built);
    const moment = restoredLibrary(deserialize(serialize(interim)) as BuiltLibrary);
    const whole = libraryOf({ articles: after, problems: [] });
    for (const query of ['Quellan', 'Skerrick', frequent.name]) {
      const [own, full] = [moment, whole].map((library) => library.names.lookup(query));
      expect(own).toMatchObject({ kind: 'one' });
      expect(own).toMatchObject({ entity: { name: full?.kind === 'one' ? full.entity.name : '' } });
    }
    const ofFrequent = (library: Library) =>
      library.names.entities.find(({ name }) => name === frequent.name)!.mentions.map((mention) => mention);
    expect(ofFrequent(moment)).toEqual(ofFrequent(whole));
    expect(await answerTo(moment, { command: 'quote', query: '"for thirty years"' })).toEqual(
      await answerTo(whole, { command: 'quote', query: '"for thirty years"' }),
    );
    let count = 0;
    for (const { mentions, surfaces } of moment.names.entities) {
      for (const { passage, start, end } of mentions) {
        const text = moment.passages[passage]!.article.text.slice(start, end).replace(/\s+/gu, ' ');
        expect(surfaces.some((surface) => surface.text === text)).toBe(true);
        count++;
      }
    }
    expect(count).toBeGreaterThan(1_000);
  });

  test('is none where the whole takes no longer', () => {
    expect(interimLibrary({ articles: before.slice(0, 20), problems: [] }, built)).toBeNull();
    const others = before.slice(0, 60).map((article) => articleFrom(`other-${article.path}`, article.text));
    expect(interimLibrary({ articles: [...others, ...before.slice(60)], problems: [] }, built)).toBeNull();
  });
});
