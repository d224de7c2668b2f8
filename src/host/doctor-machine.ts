/** What the doctor looks at on this machine: Node, the disk, the libraries, the corpus, the port of health. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readCorpus } from '../ingest/corpus.ts';
import { type Finding, ok, wrong } from './finding.ts';
import { makeFolder } from './held-folder.ts';
import { faultsInLibrary, filesIn, isLibrary, isSetAside, librariesFolder } from './library-files.ts';
import { counted, sentenceOf, sizeOf } from './program.ts';
import { foldersOfRestore, setAsideByRestore } from './restoring.ts';
import { runningBot } from './running-bot.ts';

/** The first with node:sqlite as a release candidate (nodejs/node#61262); it runs TypeScript as it is. */
const nodeMin = [24, 15] as const;

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > nodeMin[0] || (major === nodeMin[0] && minor >= nodeMin[1]);
  if (isNew) return ok('Node', version);
  const remedy = 'start it by npm start after npm ci, which brings Node 24 along, or install Node 24';
  return wrong('Node', `${version} is too old; Footnote needs ${nodeMin.join('.')} or newer`, remedy);
}

export async function diskFindings(dataFolder: string): Promise<readonly Finding[]> {
  let made: string | undefined;
  try {
    made = makeFolder(dataFolder);
    const file = join(dataFolder, `.write-test-${process.pid}`);
    writeFileSync(file, 'x', { flush: true });
    rmSync(file);
    const { bavail, bsize } = statfsSync(dataFolder);
    return [ok('data folder', `${dataFolder} can be written to`), spaceFinding(bavail * bsize)];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : sentenceOf(error);
    const remedy = 'make it writable for the bot’s user, or set DATA_DIR to another folder';
    return [wrong('data folder', `${dataFolder} can’t be written to (${code})`, remedy)];
  } finally {
    // A folder made by whoever examines might not be the bot’s to write to.
    if (made) rmSync(made, { recursive: true });
  }
}

/** A server's library may take 400 MB, what was removed of late included, and its index some more. */
const freeBytesMin = 1e9;

export function spaceFinding(free: number): Finding {
  if (free >= freeBytesMin) return ok('disk', `${sizeOf(free)} free`);
  return wrong('disk', `only ${sizeOf(free)} free`, 'make room, or set DATA_DIR to a folder on another disk');
}

/** Each is read from the first byte to the last, so that many of them take a while. */
export function librariesFindings(dataFolder: string): readonly Finding[] {
  const folder = librariesFolder(dataFolder);
  const about = 'libraries';
  let names: readonly string[];
  try {
    names = filesIn(folder);
  } catch (error) {
    return [wrong(about, `${folder} can’t be read: ${sentenceOf(error)}`, 'run this as the bot’s user')];
  }
  const unsettled = foldersOfRestore(dataFolder).map((one) =>
    wrong(
      about,
      `${one}: a restore is under way, or was broken off`,
      'if none runs, start the bot, which finishes or undoes it, and says so in its log',
    ),
  );
  const libraries = names.filter(isLibrary);
  const remedy =
    'start the bot, which mends what it can and says so in its log; restore a backup for the rest (docs/HOSTING.md)';
  const damaged = libraries.flatMap((name) => {
    const [first, ...more] = faultsInLibrary(join(folder, name));
    if (first === undefined) return [];
    return [
      wrong(about, `${name}: ${first}${more.length > 0 ? ` (and ${counted(more.length, 'fault')} more)` : ''}`, remedy),
    ];
  });
  const faults = [...unsettled, ...damaged];
  if (faults.length > 0) return faults;
  const aside = names.filter(isSetAside).length;
  const whole =
    libraries.length === 0 ? 'no server has added anything yet' : `${libraries.length} looked through, all whole`;
  const earlier = [
    ...(aside > 0 ? [`${counted(aside, 'damaged file')} set aside earlier`] : []),
    ...setAsideByRestore(dataFolder).map((one) => `${one} holds what a restore set aside`),
  ];
  return [ok(about, [whole, ...earlier].join('; '))];
}

const problemsShown = 5;

export async function corpusFindings(folder: string): Promise<readonly Finding[]> {
  const { articles, problems } = await readCorpus(folder);
  const unread = problems.filter(({ fatal }) => fatal);
  const remedy = 'npm run corpus lists everything';
  const findings = unread.slice(0, problemsShown).map(({ message }) => wrong('corpus', message, remedy));
  const more = unread.length - findings.length;
  if (more > 0) findings.push(wrong('corpus', `${counted(more, 'more file')} can’t be read`, remedy));
  const remarks = problems.length - unread.length;
  const noted = remarks > 0 ? `; ${counted(remarks, 'remark')}, which npm run corpus shows` : '';
  if (articles.length > 0) findings.push(ok('corpus', `${counted(articles.length, 'article')} in ${folder}${noted}`));
  else if (findings.length === 0) findings.push(wrong('corpus', `there is no article in ${folder}${noted}`, remedy));
  return findings;
}

export async function healthFinding(port: number | null): Promise<Finding> {
  const about = 'health';
  if (port === null) return ok(about, 'nobody can ask for it: HEALTH_PORT is off');
  const bot = await runningBot(port);
  if (bot?.isReady) return ok(about, `the bot runs and is ready (port ${port})`);
  if (bot)
    return wrong(
      about,
      `the bot runs and is not ready: ${bot.faults.join(' ')}`,
      'see its log; some of it may pass by itself',
    );
  if (await isFree(port)) return ok(about, `port ${port} is free; no bot runs with these settings`);
  return wrong(about, `port ${port} is taken by another program`, 'set HEALTH_PORT to a free port, or to off');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  return promise;
}
