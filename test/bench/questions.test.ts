/** The questions about the bundled articles are sound: each can be asked, and its answer stands where it says. */
import { describe, expect, test } from 'vitest';
import { goldOf, passageKinds, type Question, questionIn, readQuestions } from '../../bench/questions.ts';
import { commands } from '../../src/commands/index.ts';
import { bundledArticles } from '../bundled-articles.ts';
import { soundnessOf, testSoundness } from './soundness.ts';

const questions = readQuestions('corpus');
const texts = new Map(bundledArticles.map(({ file, text }) => [file, text.replace(/\r\n?/gu, '\n')]));

test('there are at least sixty questions, and at least fifteen that nothing answers', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(questions.filter(({ kind }) => kind === 'miss').length).toBeGreaterThanOrEqual(15);
});

test('every kind of question is asked several times', () => {
  for (const kind of [...passageKinds, 'choose'])
    expect(questions.filter((question) => question.kind === kind).length, kind).toBeGreaterThanOrEqual(3);
});

testSoundness(questions);

test('who, event, where, what and quote are asked by the command of that name', () => {
  const strays = questions.filter(
    ({ kind, ask }) => commands.some(({ name }) => name === kind) && !ask.startsWith(`/${kind} `),
  );
  expect(strays).toEqual([]);
});

test('each answer stands once in the article that it names, in its body, and in no other article', () => {
  expect(questions.flatMap((question) => soundnessOf(question, texts))).toEqual([]);
});

describe('the check of an answer', () => {
  const question = (path: string, has: string): Question => ({ kind: 'who', ask: '/who X', answers: [{ path, has }] });
  const two = new Map([
    ['a.md', '---\ntitle: Front words\n---\n\nOnce here. Twice. Twice.'],
    ['b.md', 'Once there. Shared.'],
    ['c.md', 'Shared.'],
  ]);

  test.each([
    ['an article that is not there', question('d.md', 'Once'), 'is no article'],
    ['words that are not there', question('a.md', 'Never'), '0 times'],
    ['words that stand twice', question('a.md', 'Twice'), '2 times'],
    ['words that stand in the front matter alone', question('a.md', 'Front words'), '0 times'],
    ['words that another article has too', question('b.md', 'Shared'), 'c.md'],
  ])('sees %s', (_, wrong, said) => {
    expect(soundnessOf(wrong, two).join()).toContain(said);
  });

  test('takes words that stand once', () => {
    expect(soundnessOf(question('a.md', 'Once here'), two)).toEqual([]);
  });

  test('looks at every answer of a question', () => {
    const answers = [goldOf(question('a.md', 'Once here'))[0]!, { path: 'b.md', has: 'Never' }];
    expect(soundnessOf({ kind: 'who', ask: '/who X', answers }, two)).toHaveLength(1);
  });
});

describe('a line of the question files', () => {
  test.each([
    ['no JSON', '{', 'no JSON'],
    ['an unknown kind', '{"kind":"why","ask":"/who X","answers":[{"path":"a","has":"b"}]}', 'kind'],
    ['no command', '{"kind":"miss","ask":"who X"}', 'ask'],
    ['a command alone', '{"kind":"miss","ask":"/who "}', 'ask'],
    ['no answers', '{"kind":"who","ask":"/who X","answers":[]}', 'answers'],
    ['a miss with answers', '{"kind":"miss","ask":"/who X","answers":[{"path":"a","has":"b"}]}', 'answers'],
    ['one thing to choose from', '{"kind":"choose","ask":"/who X","choices":["A"]}', 'choices'],
    ['an answer without words', '{"kind":"who","ask":"/who X","answers":[{"path":"a","has":""}]}', 'has'],
  ])('with %s is refused by its place and fault', (_, line, fault) => {
    expect(() => questionIn(line, 'file, line 3')).toThrow(new RegExp(`^file, line 3 .*${fault}`, 'u'));
  });
});
