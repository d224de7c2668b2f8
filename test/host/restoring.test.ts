import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readManifest } from '../../src/host/backup-folder.ts';
import { restoreLibraries, settleRestore } from '../../src/host/restoring.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { childEnded } from '../child.ts';
import { run } from '../console/run.ts';
import { added, ferry, stateOf, temporaryFolder } from '../store/kept.ts';

const child = join(import.meta.dirname, 'restore-child.ts');
const restoreProgram = join(import.meta.dirname, '../../src/host/restore.ts');
const own = (dataFolder: string) => ({ DATA_DIR: dataFolder, HEALTH_PORT: 'off' });

/** Each server has the ferry of its number. */
function filled(servers: readonly number[]): string {
  const folder = temporaryFolder();
  const shelves = openShelves(join(folder, 'libraries'));
  for (const server of servers) added(shelves.open(String(server)), ferry(server));
  shelves.close();
  return folder;
}

function stateIn(dataFolder: string) {
  const shelves = openShelves(join(dataFolder, 'libraries'));
  const state = Object.fromEntries(shelves.ids().map((id) => [id, stateOf(shelves.open(id))]));
  shelves.close();
  return state;
}

async function backupOf(dataFolder: string): Promise<string> {
  const to = temporaryFolder();
  expect(await run('src/host/backup.ts', ['--to', to], '', own(dataFolder))).toMatchObject({ code: 0, err: '' });
  return join(to, readdirSync(to)[0]!);
}

/** A copy of the folder after each kill, and at last after a run that nobody killed. */
async function* killedAtEach(backup: string, template: string) {
  for (let step = 1; ; step++) {
    const folder = temporaryFolder();
    cpSync(template, folder, { recursive: true });
    const { code, out, signal } = await childEnded([child, backup, folder, String(step)]);
    const isKilled = signal === 'SIGKILL';
    if (!isKilled) expect(code, out).toBe(0);
    yield { folder, isKilled };
    if (isKilled) continue;
    expect(step).toBeGreaterThan(6);
    return;
  }
}

const unused = (names: readonly string[]) => names.filter((name) => /\.restor(?:ing|ed)$/.test(name));

describe('killed at each step of restoring', { timeout: 240_000 }, () => {
  test.each([
    ['in place of others', [1, 22, 333]],
    ['where there were none', []],
  ])('%s, there is all of before, or all of the backup, after the next start, and it says so', async (_, servers) => {
    const backedUp = filled([1, 22]);
    const backup = await backupOf(backedUp);
    const template = filled(servers);
    const [before, after] = [stateIn(template), stateIn(backedUp)];
    const seen = { before: 0, after: 0 };
    for await (const { folder, isKilled } of killedAtEach(backup, template)) {
      const again = temporaryFolder();
      cpSync(folder, again, { recursive: true });
      const left = unused(readdirSync(folder));

      const said = settleRestore(folder);
      expect(said !== null).toBe(left.length > 0);
      expect(unused(readdirSync(folder))).toEqual([]);
      const state = stateIn(folder);
      const isAfter = JSON.stringify(state) === JSON.stringify(after);
      expect(state).toEqual(isAfter ? after : before);
      if (said !== null) expect(said).toContain(isAfter ? 'is finished now' : 'is undone now');
      if (isKilled) seen[isAfter ? 'after' : 'before']++;
      else expect(isAfter).toBe(true);
      const aside = readdirSync(folder).find((name) => name.includes('.before-'));
      expect(aside !== undefined).toBe(isAfter && servers.length > 0);
      if (aside) expect(readdirSync(join(folder, aside))).toContain('333.sqlite');

      settleRestore(again);
      await restoreLibraries(backup, readManifest(backup).files, again);
      expect(stateIn(again)).toEqual(after);
      expect(unused(readdirSync(again))).toEqual([]);
    }
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.after).toBeGreaterThan(0);
  });
});

test('a bot that starts while a backup is restored refuses, for what is added then would be lost', async () => {
  const data = filled([1, 333]);
  const backup = await backupOf(filled([1]));
  const goOn = join(temporaryFolder(), 'go-on');
  // A disk that takes its time: as long as the test needs.
  const slow = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    const copy = fs.copyFileSync, clock = new Int32Array(new SharedArrayBuffer(4));
    fs.copyFileSync = (...what) => { while (!fs.existsSync(${JSON.stringify(goOn)})) Atomics.wait(clock, 0, 0, 20); copy(...what); };
    syncBuiltinESMExports();`;
  const importing = `data:text/javascript,${encodeURIComponent(slow)}`;
  onTestFinished(() => writeFileSync(goOn, ''));
  const restored = childEnded(['--import', importing, restoreProgram, backup, '--replace'], own(data));
  await expect.poll(() => existsSync(join(data, 'libraries.restoring')), { timeout: 30_000 }).toBe(true);
  const discord = { DISCORD_TOKEN: 'a', DISCORD_API: 'http://127.0.0.1:9/api' };
  const { code, err } = await run('src/main.ts', [], '', { ...discord, ...own(data) });
  expect(code).toBe(75);
  expect(err).toContain(`Another Footnote works in ${data}.`);
  writeFileSync(goOn, '');
  expect(await restored).toMatchObject({ code: 0 });
  expect(Object.keys(stateIn(data))).toEqual(['1']);
});

describe('a backup', () => {
  test('is refused where a restore was broken off', async () => {
    const data = filled([1]);
    mkdirSync(join(data, 'libraries.restored'));
    const { code, err } = await run('src/host/backup.ts', ['--to', temporaryFolder()], '', own(data));
    expect(code).toBe(1);
    expect(err).toContain('A restore is under way, or was broken off');
  });
});

test('libraries that are set aside within one second have a folder each', async () => {
  const data = filled([1]);
  const backup = await backupOf(data);
  const { files } = readManifest(backup);
  const aside = [];
  for (let time = 0; time < 3; time++) aside.push(await restoreLibraries(backup, files, data));
  expect(new Set(aside).size).toBe(3);
  rmSync(join(data, 'libraries'), { recursive: true });
  expect(await restoreLibraries(backup, files, data)).toBe(null);
});
