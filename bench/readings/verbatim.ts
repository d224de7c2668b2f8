/** Made files against what they were made from: sentences to the letter within one block, headings, titles. For Word and EPUB. */
import type { Article } from '../../src/model.ts';
import { milliseconds, percent, table } from '../table.ts';
import { readFixture } from './pace.ts';
import type { Sample } from './samples.ts';

export interface Outcome {
  readonly name: string;
  readonly article: Article | null;
  readonly sentences: number;
  readonly found: number;
  readonly headings: number;
  readonly headingsFound: number;
  readonly titled: boolean;
  readonly ms: number;
  readonly missed: readonly string[];
}

/** `wraps`: a line may end between any two words of the file. */
export async function outcomeOf(
  name: string,
  path: string,
  bytes: Uint8Array,
  sample: Sample,
  wraps = false,
): Promise<Outcome> {
  const started = performance.now();
  const { article, problems } = await readFixture(path, bytes);
  const ms = performance.now() - started;
  const blocks = article?.blocks ?? [];
  const said = blocks
    .filter(({ body }) => body)
    .map(({ start, end }) => article?.text.slice(start, end) ?? '')
    .map((text) => (wraps ? text.replaceAll('\n', ' ') : text));
  const headed = blocks
    .filter(({ role }) => role === 'heading')
    .map(({ start, end }) => withoutMarks(article?.text.slice(start, end) ?? ''));
  const sentences = sample.parts.flatMap(({ kind, texts }) =>
    kind === 'heading' ? [] : texts.flatMap((text) => sentencesIn(text, sample.lang)),
  );
  const headings = sample.parts.flatMap(({ kind, texts }) => (kind === 'heading' ? texts : []));
  const missed = sentences.filter((sentence) => !said.some((text) => text.includes(sentence)));
  const unheaded = headings.filter((heading) => !headed.includes(heading));
  return {
    ...{ name, article },
    sentences: sentences.length,
    found: sentences.length - missed.length,
    headings: headings.length,
    headingsFound: headings.length - unheaded.length,
    titled: article?.title.value === sample.title,
    ms,
    missed: [...missed, ...unheaded, ...problems.map(({ message }) => message)],
  };
}

/** A heading of Markdown stands in the text with its marks. */
const withoutMarks = (heading: string): string => heading.replace(/^#{1,6} |\n(?:=+|-+)$/g, '');

/** Not the product's own rules: what it is measured by shall not move with it. */
const sentencesIn = (text: string, lang: string): string[] =>
  [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter(Boolean);

export const sentencesMin = 0.999;

export function reportOf(outcomes: readonly Outcome[]): readonly string[] {
  const sum = (some: readonly Outcome[], part: 'sentences' | 'found' | 'headings' | 'headingsFound' | 'ms') =>
    some.reduce((total, outcome) => total + outcome[part], 0);
  const rowOf = (name: string, some: readonly Outcome[]): string[] => [
    name,
    String(some.length),
    `${sum(some, 'found')} of ${sum(some, 'sentences')}`,
    percent(sum(some, 'found') / sum(some, 'sentences')),
    `${sum(some, 'headingsFound')} of ${sum(some, 'headings')}`,
    `${some.filter(({ titled }) => titled).length} of ${some.length}`,
    milliseconds(sum(some, 'ms') / some.length),
  ];
  const kinds = [...new Set(outcomes.map(({ name }) => name))];
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      outcomes.filter(({ name }) => name === kind),
    ),
  );
  const holds =
    sum(outcomes, 'found') / sum(outcomes, 'sentences') >= sentencesMin &&
    sum(outcomes, 'headingsFound') === sum(outcomes, 'headings');
  return [
    table(
      ['kind', 'files', 'sentences', 'verbatim', 'headings', 'titles', 'ms a file'],
      [...rows, rowOf('all', outcomes)],
    ),
    `Floors (sentences ${percent(sentencesMin)}, every heading): ${holds ? 'held' : 'NOT HELD'}`,
    ...outcomes
      .flatMap(({ missed }) => missed.slice(0, 2))
      .slice(0, 12)
      .map((each) => `missed: ${each}`),
  ];
}
