/** Every question of a collection, asked as a reader would, by the one door that all rims use. */
import { answerTo } from '../src/commands/index.ts';
import type { Library } from '../src/model.ts';
import type { Question } from './questions.ts';
import { type Outcome, outcomeOf } from './score.ts';

export async function askAll(questions: readonly Question[], library: Library): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const [, command = '', query = ''] = /^\/(\S+)\s+(.*)$/su.exec(question.ask) ?? [];
    outcomes.push(outcomeOf(question, await answerTo(library, { command, query })));
  }
  return outcomes;
}
