/**
 * `npm run bench:quality`: asks every question of bench/questions/ and prints how often the first passage answers, how
 * many quotes are exact and how many misses are honest, beside what search libraries give over the same passages.
 */
import { parseArgs } from 'node:util';
import { openLibrary } from '../src/library.ts';
import type { Library } from '../src/model.ts';
import { askAll } from './ask-all.ts';
import { createBaseline } from './baseline.ts';
import { createExactCheck } from './exact.ts';
import { type Collection, collectionsAtHand, questionKinds } from './questions.ts';
import { machine, saveRun } from './run-file.ts';
import { figuresOf, isRight, type Outcome, type Result, resultOf, share } from './score.ts';
import { percent, table } from './table.ts';
import { measureTexts, textFailuresOf } from './text-quality.ts';
import { textJsonOf, textReportOf } from './text-report.ts';

interface Measured {
  readonly name: string;
  readonly articles: number;
  readonly passages: number;
  readonly quotes: number;
  readonly exact: number | null;
  readonly outcomes: readonly Outcome[];
  readonly baseline: readonly Result[];
}

async function measure({ name, folder, questions }: Collection, library: Library): Promise<Measured> {
  const outcomes = await askAll(questions, library);
  const quotes = outcomes.flatMap((outcome) => outcome.quotes);
  return {
    name,
    articles: library.articles.length,
    passages: library.passages.length,
    quotes: quotes.length,
    exact: share(quotes, createExactCheck(folder)),
    outcomes,
    baseline: questions.map(createBaseline(library)),
  };
}

const head = ['', 'questions', 'hit@1', 'hit@3', 'found', 'wrongly nothing', 'honest misses'];
const baselineHead = ['MiniSearch hit@1', 'hit@3', 'found', 'honest misses'];

function reportOf({ name, articles, passages, quotes, exact, outcomes, baseline }: Measured): string {
  const all = outcomes.map(resultOf);
  const kinds = questionKinds.filter((kind) => all.some(({ question }) => question.kind === kind));
  const rows = kinds.map((kind) => {
    const ofKind = ({ question }: Result) => question.kind === kind;
    return rowOf(kind, all.filter(ofKind), baseline.filter(ofKind), kind === 'choose');
  });
  return [
    `## ${name}: ${articles} articles, ${passages} passages`,
    table([...head, ...baselineHead], [...rows, rowOf('all', all, baseline, false)]),
    `Quotes exact: ${percent(exact)} of ${quotes}, each compared with its file. First passage right, or an honest miss: ${percent(share(all, isRight))} (MiniSearch: ${percent(share(baseline.filter(hasPassage), isRight))}).`,
  ].join('\n\n');
}

/** A search library never asks back. */
const hasPassage = ({ question }: Result): boolean => question.kind !== 'choose';

function rowOf(name: string, results: readonly Result[], baseline: readonly Result[], isOurs: boolean): string[] {
  const own = figuresOf(results);
  const other = figuresOf(isOurs ? [] : baseline.filter(hasPassage));
  const shares = [own.hitAt1, own.hitAt3, own.found, own.wronglyNothing, own.honestMisses];
  const beside = [other.hitAt1, other.hitAt3, other.found, other.honestMisses];
  return [name, String(own.questions), ...[...shares, ...beside].map(percent)];
}

function failuresOf({ name, outcomes }: Measured): string {
  const failed = outcomes.filter((outcome) => !isRight(resultOf(outcome)));
  const lines = failed.map(({ question, place, first }) => {
    const outcome = question.kind === 'miss' ? 'answered' : place === null ? 'not found' : `at ${place}`;
    return `  ${question.kind} · ${question.ask} · ${outcome}\n      first: ${first}`;
  });
  return [`${name}: ${failed.length} of ${outcomes.length} not right`, ...lines].join('\n');
}

const jsonOf = ({ outcomes, baseline, ...facts }: Measured): object => ({
  ...facts,
  machine: machine(),
  figures: Object.fromEntries(
    ['all', ...questionKinds].map((kind) => {
      const ofKind = ({ question }: Result) => kind === 'all' || question.kind === kind;
      const own = figuresOf(outcomes.map(resultOf).filter(ofKind));
      return [kind, { ...own, baseline: figuresOf(baseline.filter(ofKind)) }];
    }),
  ),
  outcomes: outcomes.map(({ question, answer, place, first }) => ({
    kind: question.kind,
    ask: question.ask,
    answer,
    place,
    first,
  })),
});

const { values: options } = parseArgs({
  options: {
    failures: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    texts: { type: 'boolean', default: false },
  },
});

const { collections, leftOut } = options.texts ? { collections: [], leftOut: [] } : collectionsAtHand();
for (const sentence of leftOut) console.error(sentence);
const measured: Measured[] = [];
for (const collection of collections) measured.push(await measure(collection, await openLibrary(collection.folder)));

const texts = await measureTexts();

const report = [...measured.map(reportOf), ...leftOut, textReportOf(texts)].join('\n\n');
console.log(options.json ? JSON.stringify([...measured.map(jsonOf), textJsonOf(texts)]) : report);
if (options.failures && !options.json)
  console.log(`\n${[...measured.map(failuresOf), textFailuresOf(texts)].join('\n')}`);
if (options.save)
  console.error(
    `Kept in ${saveRun({ what: 'quality', command: `npm run bench:quality${options.texts ? ' -- --texts' : ''}`, report }, new Date())}`,
  );
/** An altered quote is the one thing that must never pass. */
if (measured.some(({ exact }) => exact !== 1)) process.exitCode = 1;
