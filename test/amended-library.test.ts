import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { generatedArticles } from '../bench/generated-articles.ts';
import { type Amendment, amendedLibrary, amendmentOf, strangersIn } from '../src/amended-library.ts';
import { answerTo } from '../src/commands/index.ts';
import { noCorrections } from '../src/entities/corrections.ts';
import { articleKeyOf } from '../src/ingest/article-id.ts';
import { type BuiltLibrary, builtLibrary, libraryOf, restoredLibrary } from '../src/library.ts';
import type { Answer, Article, Library } from '../src/model.ts';
import { articleFrom } from './library-from.ts';

const withEnd = ({ path, text }: Pick<Article, 'path' | 'text'>, end: string) => articleFrom(path, `${text}\n${end}\n`);

const generated = generatedArticles(100);
const before = [
  withEnd(generated[0]!, 'Nobody but Orla Tesmer ever saw the quagmirist of Thole.'),
  ...generated.slice(1).map(({ path, text }) => articleFrom(path, text)),
];
const built = deserialize(serialize(builtLibrary({ articles: before, problems: [] }))) as BuiltLibrary;
const whole = restoredLibrary(built);

function amendmentFor(articles: readonly Article[]): Amendment | null {
  const keys = articles.map(articleKeyOf);
  const fresh = strangersIn(built, keys).map((number) => articles[number]!);
  return amendmentOf(built, { keys, fresh, problems: [], corrections: noCorrections });
}

function amended(articles: readonly Article[]): Library {
  const amendment = amendmentFor(articles);
  if (!amendment) throw new Error('There is no amendment');
  return amendedLibrary(whole, deserialize(serialize(amendment)) as Amendment);
}

describe('a library in which little has changed', () => {
  const frequent = whole.names.entities.find(({ type }) => type === 'person')!;
  const lighthouse = articleFrom(
    '00050-lighthouse.md',
    `# The lighthouse\n\nMarta Quellan kept the lighthouse of Skerrick for thirty years. ${frequent.name} visited her there.\n`,
  );
  // One is gone, one is longer, one has another title, and one is new in their midst.
  const edited = withEnd(before[7]!, 'The zephyrometer of Skerrick was sold for a single groat.');
  const retitled = { ...before[70]!, title: { value: 'A title of the group’s own', from: 'set by the group' } };
  const after = [
    ...before.slice(1, 7),
    edited,
    ...before.slice(8, 50),
    lighthouse,
    ...before.slice(50, 70),
    retitled,
    ...before.slice(71),
  ];
  const moment = amended(after);
  const anew = libraryOf({ articles: after, problems: [] });

  test('has the same articles and passages as one that is built anew', () => {
    expect(moment.articles).toEqual(after);
    expect(moment.passages).toEqual(anew.passages);
    for (const article of after)
      expect(moment.passagesIn(article, { start: 0, end: article.text.length })).toEqual(
        anew.passagesIn(article, { start: 0, end: article.text.length }),
      );
  });

  test('finds the same wordings, in the same order', () => {
    const wordings = moment.passages
      .filter(({ id }) => id % 40 === 0)
      .map(({ article, start, end }) => article.text.slice(start, end).split(' ').slice(2, 6).join(' '));
    const gone = before[0]!.text.trimEnd().split(' ').slice(-8).join(' ');
    for (const wording of [...wordings, 'for thirty years', 'of the', 'a single groat', gone]) {
      for (const limit of [1, 5, 1_000])
        expect(moment.phrases.find(wording, limit)).toEqual(anew.phrases.find(wording, limit));
    }
    expect(moment.phrases.find('of the', 1_000).length).toBeGreaterThan(100);
    expect(whole.phrases.find(gone, 1)).toHaveLength(1);
    expect(moment.phrases.find(gone, 1)).toEqual([]);
  });

  test('answers the same, word for word and in the same order', async () => {
    // How much each feature gave is told to the last digit, and names count in it.
    const plainly = (answer: Answer) =>
      answer.kind === 'found' ? { ...answer, found: answer.found.map(({ why: _, ...found }) => found) } : answer;
    const words = moment.passages
      .filter(({ id }) => id % 60 === 0)
      .map(({ article, start, end }) => article.text.slice(start, end).split(' ').slice(3, 8).join(' '));
    const rare = ['zephyrometer', 'zephyrometre', 'quagmirist', 'quagmirsit', 'Tesmer', '"thirty years"', 'no such'];
    for (const query of [...words, ...rare, 'who kept the lighthouse', 'the quagmirsit near the zephyrometer'])
      for (const command of ['ask', 'quote', 'source', 'sources'])
        expect(plainly(await answerTo(moment, { command, query })), `${command} ${query}`).toEqual(
          plainly(await answerTo(anew, { command, query })),
        );
    expect((await whole.engine.search('quagmirsit', 5)).hits).toHaveLength(1);
  });

  test('has its names where they stand now, and none that stood in what is gone', () => {
    for (const query of ['Quellan', 'Skerrick', frequent.name]) {
      const [own, full] = [moment, anew].map(({ names }) => names.lookup(query));
      expect(own).toMatchObject({ kind: 'one' });
      expect(own).toMatchObject({ entity: { name: full?.kind === 'one' ? full.entity.name : '' } });
    }
    const ofFrequent = ({ names }: Library) => names.entities.find(({ name }) => name === frequent.name)!.mentions;
    expect(ofFrequent(moment)).toEqual(ofFrequent(anew));
    let count = 0;
    for (const { mentions, surfaces } of moment.names.entities) {
      const met = new Set<string>();
      for (const { passage, start, end } of mentions) {
        met.add(moment.passages[passage]!.article.text.slice(start, end).replace(/\s+/gu, ' '));
        count++;
      }
      expect(new Set(surfaces.map(({ text }) => text))).toEqual(met);
    }
    expect(count).toBeGreaterThan(1_000);
  });
});

describe('a library for the moment', () => {
  test('is none where the whole takes no longer', () => {
    expect(amendmentFor(before.slice(0, 20))).toBeNull();
    const others = before.slice(0, 60).map(({ path, text }) => articleFrom(`other-${path}`, text));
    expect(amendmentFor([...others, ...before.slice(60)])).toBeNull();
  });

  test('is none where articles stand in another order', () => {
    expect(amendmentFor(before.toReversed())).toBeNull();
  });

  test('is there when articles are only gone', () => {
    const moment = amended(before.slice(0, -1));
    expect(moment.articles).toEqual(before.slice(0, -1));
    expect(moment.engine.termCount).toBeLessThan(whole.engine.termCount);
  });
});
