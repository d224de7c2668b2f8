/** Questions about the bench's own texts as learning sees them: of each candidate what every feature finds, and whether it answers. */
import { wordCandidates } from '../src/answer/candidates.ts';
import type { Library } from '../src/model.ts';
import { valuesOf } from '../src/search/rank.ts';
import type { Weights } from '../src/search/weights.ts';
import type { LearningCase } from './learning.ts';
import { placeOf } from './score.ts';
import { answersOf, isAnswerable, isAskedInWords, type TextQuestion } from './text-questions.ts';

export async function learningCases(
  library: Library,
  questions: readonly TextQuestion[],
  weighed: Weights,
): Promise<readonly LearningCase[]> {
  const cases: LearningCase[] = [];
  for (const question of questions.filter((one) => isAnswerable(one) && isAskedInWords(one)))
    cases.push(await caseOf(library, question, weighed));
  return cases;
}

async function caseOf(library: Library, asked: TextQuestion, weighed: Weights): Promise<LearningCase> {
  const gold = answersOf(asked);
  const candidates = await wordCandidates(library, asked.question, 0);
  return {
    group: gold[0]?.path ?? '',
    candidates: candidates.map((candidate) => {
      const { article, start, end } = candidate.passage;
      const values = valuesOf(candidate, weighed);
      return {
        values: Object.keys(weighed).map((name) => values[name] ?? 0),
        isRight: placeOf(gold, [[{ article, text: article.text.slice(start, end) }]]) !== null,
      };
    }),
  };
}
