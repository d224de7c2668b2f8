/**
 * Bad inputs by name, and any number made by chance: questions and buttons at the desk, interactions over the gateway,
 * files of every format. Every failing case is told with the command that repeats it. Run by `npm run fuzz`:
 * `--count 100000`, `--seed 7`, `--only pdf` (or `named`), `--case 12` (one case alone), `--save` (keeps the run). Ctrl+C ends it early,
 * and tells what has run.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commands, messageCommands } from '../src/commands/index.ts';
import { openLibrary } from '../src/library.ts';
import type { Library } from '../src/model.ts';
import { openWorkshop, type Workshop } from '../src/threads/workshop.ts';
import { badFiles } from '../test/fuzz/bad-files.ts';
import { badQueries } from '../test/fuzz/bad-queries.ts';
import { type Fuzzer, type Outcome, randomOf } from '../test/fuzz/case.ts';
import { createAsker, openButtonFuzzer, openQuestionFuzzer } from '../test/fuzz/desk-fuzzers.ts';
import { openFileFuzzer, readChecked } from '../test/fuzz/file-fuzzers.ts';
import { openInteractionFuzzer } from '../test/fuzz/interaction-fuzzer.ts';
import { endings } from '../test/fuzz/sound-files.ts';
import { saveRun } from './run-file.ts';
import { count, milliseconds, percent, table } from './table.ts';
import { timesOf } from './timing.ts';

/** A question or a press that keeps the desk for longer keeps everyone waiting. */
const deskMsMax = 100;
const faultsShown = 20;
const slowestShown = 8;
const turns = 20;

interface Kind {
  readonly name: string;
  /** Of all cases, in hundredths: most where a case costs least. */
  readonly share: number;
  open(): Fuzzer | Promise<Fuzzer>;
}

interface Told {
  readonly name: string;
  /** How to run the case again. */
  readonly again: string;
  readonly outcome: Outcome;
}

const shareOfFiles = { txt: 10, md: 10, html: 6, docx: 4, epub: 4, pdf: 4 } as const;

const kindsFor = (library: Library, workshop: Workshop): readonly Kind[] => [
  { name: 'questions', share: 18, open: () => openQuestionFuzzer(library) },
  { name: 'buttons', share: 42, open: () => openButtonFuzzer(library) },
  { name: 'interactions', share: 2, open: () => openInteractionFuzzer(library) },
  ...endings.map((ending) => ({
    name: ending,
    share: shareOfFiles[ending],
    open: () => openFileFuzzer(ending, workshop.read),
  })),
];

/** At the desk, time on the processor counts; a file is bounded by its reader's own deadline. */
const isAtDesk = (name: string) => name.includes('questions') || name === 'buttons';

function faultIn({ name, outcome }: Pick<Told, 'name' | 'outcome'>): string | null {
  if (outcome.fault) return outcome.fault;
  if (!isAtDesk(name) || outcome.ms <= deskMsMax) return null;
  return `Kept the desk for ${milliseconds(outcome.ms)} ms, and may for ${deskMsMax}`;
}

async function namedCases(library: Library, workshop: Workshop, isEnded: () => boolean): Promise<readonly Told[]> {
  const ask = createAsker(library);
  const told: Told[] = [];
  for (const { name, query } of badQueries) {
    if (isEnded()) break;
    for (const { name: command } of [...commands, ...messageCommands]) {
      const again = `/${command}, ${name}`;
      // The first answer pays for what is compiled and gathered once.
      const outcomes = [await ask({ command, query }, false), await ask({ command, query }, true)];
      const outcome = outcomes.find(({ fault }) => fault) ?? outcomes.reduce((a, b) => (a.ms < b.ms ? a : b));
      told.push({ name: 'named questions', again, outcome });
    }
  }
  for (const { name, path, bytes, isRead } of badFiles) {
    if (isEnded()) break;
    const outcome = await readChecked(workshop.read, path, await bytes(), name);
    const isOther = isRead !== undefined && isRead !== (outcome.came === 'read');
    const fault = outcome.fault ?? (isOther ? `It was ${outcome.came}` : null);
    told.push({ name: 'named files', again: name, outcome: { ...outcome, fault } });
  }
  return told;
}

/** Every kind in turns, so that a run that is ended early has had its share of each. */
async function chanceCases(
  kinds: readonly Kind[],
  seed: number,
  casesOf: (kind: Kind) => readonly number[],
  isEnded: () => boolean,
): Promise<readonly Told[]> {
  const told: Told[] = [];
  const open = await Promise.all(
    kinds.map(async (kind) => ({ kind, cases: casesOf(kind), fuzzer: await kind.open() })),
  );
  for (let turn = 0; turn < turns && !isEnded(); turn++) {
    for (const { kind, cases, fuzzer } of open) {
      for (let index = turn; index < cases.length && !isEnded(); index += turns) {
        told.push(await chanceCase(kind, fuzzer, seed, cases[index]!));
      }
    }
    console.error(progress(told));
  }
  for (const { fuzzer } of open) await fuzzer.close();
  return told;
}

async function chanceCase({ name }: Kind, fuzzer: Fuzzer, seed: number, at: number): Promise<Told> {
  const run = () => fuzzer.run(randomOf(seed, name, at));
  let outcome = await run();
  // What a collection of garbage cost is not the question's.
  if (isAtDesk(name) && outcome.ms > deskMsMax) outcome = await run();
  return { name, again: `npm run fuzz -- --seed ${seed} --only ${name} --case ${at}`, outcome };
}

const progress = (told: readonly Told[]): string =>
  `${count(told.length)} cases by chance, ${told.filter((one) => faultIn(one)).length} failed`;

function reportOf(told: readonly Told[]): string {
  const rows = [...Map.groupBy(told, ({ name }) => name)].map(([name, all]) => {
    const { p50, p99, most } = timesOf(all.map(({ outcome }) => outcome.ms));
    const share = (came: string) => percent(all.filter(({ outcome }) => outcome.came === came).length / all.length);
    const faults = all.filter((one) => faultIn(one)).length;
    const good = share(all.some(({ outcome }) => outcome.came === 'read') ? 'read' : 'answered');
    return [name, count(all.length), String(faults), good, ...[p50, p99, most].map(milliseconds)];
  });
  const slowest = [...Map.groupBy(told, ({ name }) => (isAtDesk(name) ? 'At the desk' : 'Files')).entries()].map(
    ([where, all]) => {
      const first = all.toSorted((a, b) => b.outcome.ms - a.outcome.ms).slice(0, slowestShown);
      return [
        `${where}, the slowest:`,
        ...first.map(({ again, outcome }) => `- ${milliseconds(outcome.ms)} ms: ${again} (${outcome.came})`),
      ].join('\n');
    },
  );
  const faults = told.filter((one) => faultIn(one));
  const shown = faults.slice(0, faultsShown).map((one) => `- ${one.again}\n  ${one.outcome.input}\n  ${faultIn(one)}`);
  return [
    table(['', 'cases', 'failed', 'answered or read', 'p50, ms', 'p99', 'most'], rows),
    'At the desk, milliseconds are time on the processor; of files and interactions they are by the clock.',
    ...slowest,
    faults.length === 0 ? 'No case failed.' : `${count(faults.length)} cases failed:\n${shown.join('\n')}`,
  ].join('\n\n');
}

const numberFrom = (name: string, value: string): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} ${value} is not a whole number from 0 on`);
  return number;
};

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    case: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
});
const [cases, seed] = [numberFrom('count', values.count), numberFrom('seed', values.seed)];
const library = await openLibrary(resolve(import.meta.dirname, '../corpus'));
const workshop = openWorkshop();
const kinds = kindsFor(library, workshop).filter(({ name }) => values.only === undefined || name === values.only);
const isWithNames = values.only === undefined || values.only === 'named';
if (kinds.length === 0 && !isWithNames) throw new Error(`--only ${values.only} is no kind of case`);
let isEnded = false;
process.once('SIGINT', () => {
  isEnded = true;
});
const told: Told[] = isWithNames ? [...(await namedCases(library, workshop, () => isEnded))] : [];
console.error(`${count(told.length)} cases by name, ${told.filter((one) => faultIn(one)).length} failed`);
const casesOf = ({ share }: Kind): readonly number[] => {
  if (values.case !== undefined) return [numberFrom('case', values.case)];
  return Array.from({ length: Math.ceil((cases * (values.only === undefined ? share : 100)) / 100) }, (_, at) => at);
};
if (kinds.length > 0) told.push(...(await chanceCases(kinds, seed, casesOf, () => isEnded)));
await workshop.stop();
const report = reportOf(told);
console.log(report);
if (values.case !== undefined) console.log(told.map(({ outcome }) => `${outcome.input} → ${outcome.came}`).join('\n'));
const command = `npm run fuzz -- --count ${cases} --seed ${seed}`;
if (values.save) console.log(`Kept as ${saveRun({ what: 'fuzz', command, report }, new Date())}`);
process.exitCode = told.some((one) => faultIn(one)) ? 1 : 0;
