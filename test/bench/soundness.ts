/** What is wrong with the answers of a question: words that name no passage, or more than one. */
import { goldOf, type Question } from '../../bench/questions.ts';

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
