/** Whether the questions of a collection are sound: askable, asked once, and each answer naming one passage. */
import { expect, test } from 'vitest';
import { goldOf, type Question } from '../../bench/questions.ts';
import { commands } from '../../src/commands/index.ts';
import { parseCommandLine } from '../../src/text/command-line.ts';

/** A sentence a fault; `texts` by path. */
export function soundnessOf(question: Question, texts: ReadonlyMap<string, string>): readonly string[] {
  return goldOf(question).flatMap(({ path, has }) => {
    const text = texts.get(path);
    if (text === undefined) return [`${question.ask}: ${path} is no article`];
    const times = bodyOf(text).split(has).length - 1;
    const others = [...texts].filter(([other, words]) => other !== path && bodyOf(words).includes(has));
    return [
      ...(times === 1 ? [] : [`${question.ask}: "${has}" stands ${times} times in ${path}`]),
      ...others.map(([other]) => `${question.ask}: "${has}" stands in ${other} as well`),
    ];
  });
}

/** Front matter is not quoted, so nothing in it is an answer. */
const bodyOf = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/u, '');

/** What holds for the questions of every collection. */
export function testSoundness(questions: readonly Question[]): void {
  test('no question is asked twice', () => {
    const asks = questions.map(({ ask }) => ask);
    expect(asks.filter((ask, index) => asks.indexOf(ask) !== index)).toEqual([]);
  });

  test('every question is a command that there is, with something to look up', () => {
    const shapes = commands.map(({ name, option }) => ({ name, options: option ? [option] : [] }));
    for (const { ask } of questions) {
      const parsed = parseCommandLine(ask, shapes);
      expect('error' in parsed ? parsed.error : '', ask).toBe('');
    }
  });
}
