/** Figures about the bench's own texts as tables: by kind of question, and of each way of searching as a whole. */
import { percent, table } from './table.ts';
import type { TextMeasured } from './text-quality.ts';
import { gradedKinds, type Half, halves, isAnswerable, textKinds } from './text-questions.ts';
import { type Judged, refusalsOf, textFiguresOf, thresholdAt } from './text-score.ts';

/** Share of the answerable questions at which refusals are compared. */
const keptShare = 0.92;

export const textReportOf = (measured: readonly TextMeasured[]): string =>
  halves
    .flatMap((half) => [
      `## Own texts, ${half}: the first passage answers`,
      byKind(measured, half),
      `## Own texts, ${half}: all questions`,
      bySystem(measured, half),
    ])
    .concat(footnotes)
    .join('\n\n');

const footnotes = [
  'nDCG@10 is by documents, of claims and technical queries. “typing error” is the share of questions with one error whose first passage answers, and how much that is below the same questions without. ' +
    `“answered” are questions that no text answers: of other matters, and of matters that the texts touch. A search library refuses below a score at which it keeps ${keptShare * 100} % of the answerable questions of the training half; FlexSearch gives no scores.`,
];

const ofKind = (judged: readonly Judged[], kind: string) => judged.filter(({ question }) => question.kind === kind);

function byKind(measured: readonly TextMeasured[], half: Half): string {
  const rowOf = (name: string, take: (all: readonly Judged[]) => readonly Judged[]) => {
    const figures = measured.map(({ judged }) => textFiguresOf(take(judged[half])));
    return [name, String(figures[0]?.questions ?? 0), ...figures.map(({ first }) => percent(first))];
  };
  const kinds = textKinds.filter((kind) => measured.some(({ judged }) => ofKind(judged[half], kind).some(isOf)));
  const answerable = (all: readonly Judged[]) => all.filter(isOf);
  return table(
    ['', 'questions', ...measured.map(({ name }) => name)],
    [...kinds.map((kind) => rowOf(kind, (all) => ofKind(all, kind))), rowOf('all', answerable)],
  );
}

const isOf = ({ question }: Judged): boolean => isAnswerable(question);

const head = [
  '',
  'first',
  'first three',
  'reciprocal rank',
  'nDCG@10',
  'typing error',
  '',
  'kept',
  'foreign answered',
  'near answered',
];

function bySystem(measured: readonly TextMeasured[], half: Half): string {
  const rows = measured.map((one) => {
    const { first, firstThree, reciprocalRank } = textFiguresOf(one.judged[half]);
    const graded = one.judged[half].filter(({ question }) => gradedKinds.includes(question.kind));
    const { clean, wrong } = one.misspelled[half];
    const { kept, foreign, near } = refusalsOf(one.judged[half], answeredBy(one));
    return [
      one.name,
      percent(first),
      percent(firstThree),
      decimal(reciprocalRank),
      decimal(textFiguresOf(graded).gain),
      percent(wrong.first),
      points((wrong.first ?? 0) - (clean.first ?? 0)),
      percent(kept),
      percent(foreign),
      percent(near),
    ];
  });
  return table(head, rows);
}

/** Footnote says itself that there is nothing; of a library, a bot would set a threshold. */
export function answeredBy({ judged }: TextMeasured): (one: Judged) => boolean {
  const threshold = thresholdAt(judged.training, keptShare);
  return ({ isNothing, topScore }) => !isNothing && (threshold === null || (topScore ?? 0) >= threshold);
}

const decimal = (share: number | null): string => (share === null ? '–' : share.toFixed(3));
const points = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;

export const textJsonOf = (measured: readonly TextMeasured[]): object => ({
  name: 'own texts',
  systems: measured.map((one) => ({
    name: one.name,
    halves: halves.map((half) => ({
      half,
      ...textFiguresOf(one.judged[half]),
      ...refusalsOf(one.judged[half], answeredBy(one)),
      misspelled: one.misspelled[half],
      kinds: Object.fromEntries(textKinds.map((kind) => [kind, textFiguresOf(ofKind(one.judged[half], kind))])),
    })),
  })),
});
