/**
 * `npm run bench:learn`: learns what the features of a question in words weigh (src/search/weights.ts, `quote`) on the training
 * half of the bench's own texts and reports on the held-out half. `-- --write` puts them into that file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { features } from '../src/search/features.ts';
import { weights } from '../src/search/weights.ts';
import { bestRidge, firstOf, type LearningCase, learnedWeights, meanOf, reciprocalOf } from './learning.ts';
import { learningCases } from './learning-cases.ts';
import { saveRun } from './run-file.ts';
import { percent, table } from './table.ts';
import { textLibraryOf } from './text-library.ts';
import { textQuestionsOf } from './text-questions.ts';

const kind = 'quote';
const file = new URL('../src/search/weights.ts', import.meta.url);
const ridges = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03];
/** Weights below this share of the greatest are left out: the fewer the better. */
const leastShare = 0.02;
/** Set by hand: hardly a question of the bench repeats a text word for word, and none of its texts has a warning. */
const byHand: readonly string[] = ['phrase', 'label'];

const { values: options } = parseArgs({
  options: {
    /** Features that are not weighed yet, by name, with commas between. */
    with: { type: 'string', default: '' },
    save: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const added = options.with.split(',').filter(Boolean);
for (const name of added)
  if (!features.some((feature) => feature.name === name)) throw new Error(`--with ${name}: there is no such feature`);
const now: Readonly<Record<string, number>> = {
  ...Object.fromEntries(added.map((name) => [name, 0])),
  ...Object.fromEntries(Object.entries(weights[kind]).filter(([name]) => !byHand.includes(name))),
};
const names = Object.keys(now);
/** A feature has a sentence that says what it speaks for; one that came out the other way would be chance. */
const signs = names.map((name) => (now[name]! < 0 ? -1 : 1));

const training = await learningCases(await textLibraryOf('training'), textQuestionsOf('training'), now);
const heldOut = await learningCases(await textLibraryOf('held-out'), textQuestionsOf('held-out'), now);
const ridge = bestRidge(training, signs, ridges);
const learned = rounded(learnedWeights(training, { ridge, signs }));

const report = [
  table(
    ['weight of', 'now', 'learnt', 'training first without it'],
    names.map((name, at) => [name, now[name]!.toFixed(2), learned[at]!.toFixed(2), percent(without(at))]),
  ),
  table(
    ['', 'questions', 'right among candidates', 'first, now', 'first, learnt', 'reciprocal rank, now', 'learnt'],
    [rowOf('training', training), rowOf('held-out', heldOut)],
  ),
  `Pull towards nought, chosen on texts left out of the training half: ${ridge}.`,
].join('\n\n');
console.log(report);
if (options.write) write();
if (options.save)
  console.error(`Kept in ${saveRun({ what: 'learn', command: 'npm run bench:learn', report }, new Date())}`);

/** In their own scale, where a difference of one makes a passage e times as likely; with one place behind the point. */
function rounded(raw: readonly number[]): number[] {
  const most = Math.max(...raw.map(Math.abs));
  return raw.map((weight) => (Math.abs(weight) < leastShare * most ? 0 : Math.round(10 * weight) / 10));
}

/** What the others would do by themselves: how much a feature is worth where the rest stay as they are. */
function without(left: number): number {
  return meanOf(
    training,
    learned.map((weight, at) => (at === left ? 0 : weight)),
    firstOf,
  );
}

function rowOf(half: string, cases: readonly LearningCase[]): string[] {
  const known = names.map((name) => now[name]!);
  return [
    half,
    String(cases.length),
    percent(cases.filter(({ candidates }) => candidates.some(({ isRight }) => isRight)).length / cases.length),
    percent(meanOf(cases, known, firstOf)),
    percent(meanOf(cases, learned, firstOf)),
    meanOf(cases, known, reciprocalOf).toFixed(3),
    meanOf(cases, learned, reciprocalOf).toFixed(3),
  ];
}

/** Only the list of this kind is replaced. */
function write(): void {
  const source = readFileSync(file, 'utf8');
  const list = new RegExp(`(\\n  ${kind}: \\{\\n)[^}]*?(\\n  \\},\\n)`, 'u');
  if (!list.test(source)) throw new Error(`src/search/weights.ts has no list of weights for “${kind}”`);
  const kept = byHand.flatMap((name) => (name in weights[kind] ? [[name, weights[kind][name]!] as const] : []));
  const all = [...names.map((name, at) => [name, learned[at]!] as const), ...kept];
  const lines = all.flatMap(([name, weight]) => (weight === 0 ? [] : [`    ${keyOf(name)}: ${weight},`]));
  writeFileSync(file, source.replace(list, `$1${lines.join('\n')}$2`));
  console.error('Written into src/search/weights.ts');
}

function keyOf(name: string): string {
  return /^\w+$/u.test(name) ? name : `'${name}'`;
}
