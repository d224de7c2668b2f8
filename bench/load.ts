/**
 * `npm run bench:load`: what the bot promises under load, each with its floor. The bot runs in a process of its own, as a host
 * runs it; the room and all who ask are in this one. Fails where a floor is missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/ingest/corpus.ts';
import { libraryOf } from '../src/library.ts';
import { openRoom, type RoomOptions } from '../src/room/room.ts';
import { writeGeneratedArticles } from './generated-articles.ts';
import { type BotOptions, type BotProcess, startBotProcess } from './load/bot-process.ts';
import { burst } from './load/burst.ts';
import { damagesNoticed } from './load/damages.ts';
import { identifiesInAnHour } from './load/ended-sessions.ts';
import { answeredFinding, createLoader, type Load, type Loader } from './load/loader.ts';
import { watchMemory } from './load/memory-slope.ts';
import { poisonFor, poisonMessagesFor } from './load/poison.ts';
import { writeLoadTable } from './load/reliability-page.ts';
import { slowestSeconds, watchProcessors } from './load/slow-seconds.ts';
import { slowestOf } from './load/slowest.ts';
import { collectionOf } from './questions.ts';
import { saveRun } from './run-file.ts';
import { count, megabytes, milliseconds, table } from './table.ts';
import { workloadOf } from './workload.ts';

/** What was measured, and whether it is as promised. */
interface Finding {
  readonly what: string;
  readonly floor: string;
  readonly measured: string;
  readonly isMet: boolean;
}

const poisonPerSecond = 20;
const blockedMsMax = 50;
const oneMsMax = 50;
const questionsEach = 200;
const crowd = 100_000;
const shards = 40;
const slowestShown = 5;
const parts = [
  'each',
  'steady',
  'poison',
  'burst',
  'generated',
  'servers',
  'twice',
  'sessions',
  'damages',
  'memory',
] as const;
type Part = (typeof parts)[number];

const { values: given } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    answers: { type: 'string', default: '1000000' },
    articles: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '300' },
    'memory-rate': { type: 'string', default: '300' },
    only: { type: 'string', default: parts.join(',') },
    save: { type: 'boolean', default: false },
  },
});

function positive(name: 'minutes' | 'answers' | 'articles' | 'rate' | 'memory-rate'): number {
  const number = Number(given[name]);
  if (!(number > 0)) throw new Error(`--${name} ${given[name]} is not a number above 0`);
  return number;
}

function chosen(): readonly Part[] {
  const names = given.only.split(',');
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`--only ${unknown} is none of ${parts.join(', ')}`);
  return parts.filter((part) => names.includes(part));
}

const [minutes, answers, articles] = [positive('minutes'), positive('answers'), positive('articles')];
/** Answers a second; where memory is watched, as many as the machine can give, for time's sake. */
const perSecond = positive('rate');
const memoryPerSecond = positive('memory-rate');
const wanted = chosen();
const corpus = collectionOf('corpus').folder;
const generated = mkdtempSync(join(tmpdir(), 'footnote-load-'));
if (wanted.includes('generated')) writeGeneratedArticles(generated, articles);

async function withBot<T>(
  folder: string,
  work: (bot: BotProcess, loader: Loader, room: Awaited<ReturnType<typeof openRoom>>) => Promise<T>,
  roomOptions: RoomOptions = {},
  botOptions: BotOptions = {},
): Promise<T> {
  const room = await openRoom(roomOptions);
  const bot = await startBotProcess(room, folder, botOptions);
  try {
    return await work(bot, createLoader(room), room);
  } finally {
    await bot.stop();
    await room.close();
  }
}

function cpuSeconds(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1e6;
}

/** Beside the figures, in the run. */
const notes: string[] = [];

const libraryIn = async (folder: string) => libraryOf(await readCorpus(folder));

const during = `for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;

async function underLoad(folder: string, of: string, withPoison: boolean): Promise<Finding[]> {
  const library = await libraryIn(folder);
  const honest: Load = { work: workloadOf(library, questionsEach), perSecond };
  const poison: Load = { work: poisonFor(library), perSecond: poisonPerSecond };
  return withBot(folder, async (bot, loader) => {
    // The first second compiles the code.
    await loader.run([{ ...honest, perSecond: 50 }], 2);
    const before = { bot: (await bot.usage()).cpu, own: cpuSeconds() };
    const used = watchProcessors(bot.pid);
    const [answered, poisoned] = await loader.run(withPoison ? [honest, poison] : [honest], minutes * 60);
    const slowest = slowestSeconds(answered!.timed, used());
    const { blockedMs, cpu } = await bot.usage();
    const spent = { bot: cpu - before.bot, own: cpuSeconds() - before.own };
    const cores = (seconds: number) => (seconds / (minutes * 60)).toFixed(2);
    console.error(`The bot has used ${cores(spent.bot)} cores, the loader with the room ${cores(spent.own)}.`);
    const what = `${perSecond} answers a second ${during}, ${of}`;
    if (slowest) notes.push(`The slowest seconds${withPoison ? ' with poison' : ''}:\n\n${slowest}`);
    const blocked = {
      what: `the longest that the thread at the connection was busy meanwhile${withPoison ? ', with poison' : ''}`,
      floor: `under ${blockedMsMax} ms`,
      measured: `${milliseconds(blockedMs)} ms`,
      isMet: blockedMs < blockedMsMax,
    };
    if (!poisoned) return [answeredFinding(what, answered!, 300), blocked];
    return [
      answeredFinding(`${what}, ${poisonPerSecond} poison questions a second beside them`, answered!, 500),
      answeredFinding('the poison questions themselves', poisoned, 500),
      blocked,
    ];
  });
}

/** Of all poison, options and messages, what keeps the desk for longest. */
async function oneByOne(folder: string, of: string): Promise<Finding[]> {
  const library = await libraryIn(folder);
  const questions = [...poisonFor(library), ...poisonMessagesFor(library)];
  const slowest = await slowestOf(library, questions);
  for (const { ms, work } of slowest.slice(0, slowestShown))
    console.error(`${milliseconds(ms)} ms: ${work.command} ${JSON.stringify(work.query.slice(0, 60))}`);
  const most = slowest[0]!.ms;
  return [
    {
      what: `each of ${count(questions.length)} poison questions and messages by itself, ${of}, on the processor`,
      floor: `under ${oneMsMax} ms`,
      measured: `most ${milliseconds(most)} ms`,
      isMet: most < oneMsMax,
    },
  ];
}

/** As after any start but the first, which builds the library. */
async function manyServers(): Promise<Finding[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'footnote-load-'));
  const built = () => withBot(corpus, async () => {}, {}, { dataFolder });
  const measured = () =>
    withBot(
      corpus,
      async (bot, loader) => {
        const library = await libraryIn(corpus);
        await loader.run([{ work: workloadOf(library, questionsEach), perSecond: 50 }], 20);
        const { resident } = await bot.usage();
        return [
          {
            what: `${count(crowd)} servers on ${shards} shards in one process`,
            floor: 'under 600 MB',
            measured: `${megabytes(resident)} MB`,
            isMet: resident < 600 * 2 ** 20,
          },
        ];
      },
      { crowd, shards, concurrency: 16 },
      { dataFolder },
    );
  try {
    await built();
    return await measured();
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const deliveredTwice = (): Promise<Finding[]> =>
  withBot(corpus, async (_, loader, room) => {
    const asked = 1_000;
    room.faults.gateway.copies = 2;
    const before = room.requests.length;
    const library = await libraryIn(corpus);
    const [answered] = await loader.run([{ work: workloadOf(library, questionsEach), perSecond: 100 }], asked / 100);
    const callbacks = room.requests.slice(before).filter(({ path }) => path.endsWith('/callback'));
    const taken = callbacks.filter(({ status }) => status < 400).length;
    return [
      {
        what: `${count(asked)} deliveries that come twice`,
        floor: 'each answered once',
        measured: `${count(answered!.times.count)} asked, ${count(callbacks.length)} answers sent, ${count(taken)} taken`,
        isMet: answered!.failures.size === 0 && callbacks.length === asked && taken === asked,
      },
    ];
  });

async function endedSessions(): Promise<Finding[]> {
  const identifies = await identifiesInAnHour(await libraryIn(corpus));
  const what = 'an hour of sessions that are ended at once (simulated time)';
  return [{ what, floor: 'at most 30 identifies', measured: `${identifies} identifies`, isMet: identifies <= 30 }];
}

async function damagedSnapshots(): Promise<Finding[]> {
  const damages = 10_000;
  const noticed = damagesNoticed(await readCorpus(corpus), damages);
  const what = `${count(damages)} random damages to a snapshot`;
  return [{ what, floor: 'all noticed', measured: `${count(noticed)} noticed`, isMet: noticed === damages }];
}

async function memoryOverAnswers(): Promise<Finding[]> {
  const library = await libraryIn(corpus);
  const measured = async (bot: BotProcess, loader: Loader): Promise<Finding[]> => {
    const slope = await watchMemory(bot);
    const load = { work: workloadOf(library, questionsEach), perSecond: memoryPerSecond };
    const [answered] = await loader.run([load], answers / memoryPerSecond);
    const { held, margin, perHour, resident, seconds } = slope();
    const { failures, times } = answered!;
    const unanswered = [...failures.values()].reduce((sum, some) => sum + some, 0);
    const all = unanswered === 0 ? 'all answered' : `${count(unanswered)} not answered`;
    console.error(`p99 ${milliseconds(times.p99)}, most ${milliseconds(times.most)} ms, ${all}`);
    const grown = [perHour, margin].map((bytes) => (bytes / 2 ** 20).toFixed(2)).join(' ± ');
    const ends = ([from, to]: readonly [number, number]) => `${megabytes(from)} to ${megabytes(to)} MB`;
    return [
      {
        what: `memory over ${count(answers)} answers, ${memoryPerSecond} a second`,
        floor: 'grows by less than 1 MB an hour',
        measured: `${grown} MB an hour, held after collections of garbage: ${ends(held)} in the second half of ${Math.round(seconds / 60)} minutes, ${ends(resident)} resident; ${all}`,
        // Whether all are answered has a row of its own, on a machine that does nothing else.
        isMet: perHour < 2 ** 20,
      },
    ];
  };
  return withBot(corpus, measured, {}, { inspected: true });
}

const measure: Readonly<Record<Part, () => Promise<Finding[]>>> = {
  each: () => oneByOne(corpus, 'the bundled articles'),
  steady: () => underLoad(corpus, 'the bundled articles', false),
  poison: () => underLoad(corpus, 'the bundled articles', true),
  burst: async () => {
    const work = workloadOf(await libraryIn(corpus), questionsEach);
    return withBot(corpus, (bot, loader) => burst(work, bot, loader));
  },
  generated: async () => [
    ...(await oneByOne(generated, `${count(articles)} generated articles`)),
    ...(await underLoad(generated, `${count(articles)} generated articles`, true)),
  ],
  servers: manyServers,
  twice: deliveredTwice,
  sessions: endedSessions,
  damages: damagedSnapshots,
  memory: memoryOverAnswers,
};

try {
  const findings: Finding[] = [];
  for (const part of wanted) {
    console.error(`${part} …`);
    for (const finding of await measure[part]()) {
      console.error(`${finding.isMet ? 'met' : 'MISSED'}: ${finding.what}: ${finding.measured}`);
      findings.push(finding);
    }
  }
  const rows = findings.map(({ floor, isMet, measured, what }) => [what, floor, measured, isMet ? 'met' : 'missed']);
  const report = [table(['what is measured', 'floor', 'measured', ''], rows), ...notes].join('\n\n');
  console.log(report);
  const command = `npm run bench:load -- --minutes ${minutes} --answers ${answers} --articles ${articles}${perSecond === 300 ? '' : ` --rate ${perSecond}`}${memoryPerSecond === 300 ? '' : ` --memory-rate ${memoryPerSecond}`}${wanted.length < parts.length ? ` --only ${wanted.join(',')}` : ''}`;
  if (given.save) {
    const path = saveRun({ what: 'load', command, report }, new Date());
    writeLoadTable(findings, path);
    console.error(`Kept in ${path}, and in docs/RELIABILITY.md`);
  }
  process.exitCode = findings.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  rmSync(generated, { recursive: true, force: true });
}
