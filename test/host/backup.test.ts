import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holdDataFolder } from '../../src/host/held-folder.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { run } from '../console/run.ts';
import { added, changeFile, ferry, ferryText, stateOf, temporaryFolder } from '../store/kept.ts';

const own = (dataFolder: string) => ({ DATA_DIR: dataFolder, HEALTH_PORT: 'off' });
const backUp = (dataFolder: string, to: string) => run('src/host/backup.ts', ['--to', to], '', own(dataFolder));
const restore = (dataFolder: string, backup: string, ...args: string[]) =>
  run('src/host/restore.ts', [backup, ...args], '', own(dataFolder));

/** A data folder with two libraries; the bot has left the second one's server. */
function dataFolder(): string {
  const folder = temporaryFolder();
  const shelves = openShelves(join(folder, 'libraries'));
  const first = shelves.open('1');
  for (const number of [1, 2, 3]) added(first, ferry(number));
  first.edit(2, { title: 'The second ferry' });
  first.remove(3);
  const second = shelves.open('22');
  added(second, ferry(4));
  second.set({ usesCorpus: false });
  second.mark(Date.UTC(2026, 4, 1));
  shelves.close();
  return folder;
}

/** Of all libraries, as readers and the host see them. */
function statesIn(folder: string) {
  const shelves = openShelves(join(folder, 'libraries'));
  try {
    return Object.fromEntries(shelves.ids().map((id) => [id, stateOf(shelves.open(id))]));
  } finally {
    shelves.close();
  }
}

const onlyFolderIn = (folder: string): string => {
  const names = readdirSync(folder);
  if (names.length !== 1) throw new Error(`Not one backup: ${names}`);
  return join(folder, names[0]!);
};

/** How many; none in a folder that got its name this moment. */
function filesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

/** A backup of two libraries. */
async function backedUp() {
  const data = dataFolder();
  const to = temporaryFolder();
  const { code, err } = await backUp(data, to);
  expect(err).toBe('');
  expect(code).toBe(0);
  return { data, backup: onlyFolderIn(to) };
}

describe('a backup', () => {
  test('brings all libraries back on another machine: documents, corrections, settings, marks', async () => {
    const { backup, data } = await backedUp();
    const elsewhere = join(temporaryFolder(), 'data');
    const { code, err, out } = await restore(elsewhere, backup);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Restored 2 libraries');
    expect(statesIn(elsewhere)).toEqual(statesIn(data));
    const shelf = openShelves(join(elsewhere, 'libraries')).open('1');
    expect(shelf.restore(3)).toMatchObject({ kind: 'restored' });
    expect(shelf.check()).toEqual([]);
  });

  test('is a folder that only its owner may open, of files that need nothing beside them', async () => {
    const { backup } = await backedUp();
    expect(readdirSync(backup)).toEqual(['1.sqlite', '22.left', '22.sqlite', 'manifest.json']);
    for (const name of ['', ...readdirSync(backup)]) expect(statSync(join(backup, name)).mode & 0o077, name).toBe(0);
    await restore(temporaryFolder(), backup, '--verify');
    expect(readdirSync(backup)).toHaveLength(4);
  });

  test('is made beside the others in the data folder when nothing else is said', async () => {
    const data = dataFolder();
    const first = await run('src/host/backup.ts', [], '', own(data));
    const second = await run('src/host/backup.ts', [], '', own(data));
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(readdirSync(join(data, 'backups'))).toHaveLength(2);
  });

  test('holds every change that stood before it, while the bot writes on', async () => {
    const data = temporaryFolder();
    const file = join(temporaryFolder(), 'additions.json');
    const additions = Array.from({ length: 3_000 }, (_, number) => {
      const { bytes: _bytes, ...addition } = ferry(number);
      return { ...addition, text: ferryText(number) };
    });
    writeFileSync(file, JSON.stringify(additions));
    const program = fileURLToPath(new URL('../store/changing-child.ts', import.meta.url));
    const child = spawn(process.execPath, [program, join(data, 'libraries'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const done: { readonly did: string; readonly sha256: string }[] = [];
    createInterface(child.stdout).on('line', (line) => {
      const told = JSON.parse(line);
      if (told.did) done.push(told);
    });
    for (let number = 1; number <= 4; number++) {
      await expect.poll(() => done.length, { timeout: 30_000 }).toBeGreaterThan(number * 8);
      const before = [...done];
      const to = temporaryFolder();
      expect(await backUp(data, to)).toMatchObject({ code: 0, err: '' });
      expect(child.exitCode).toBeNull();
      const elsewhere = temporaryFolder();
      expect(await restore(elsewhere, onlyFolderIn(to))).toMatchObject({ code: 0, err: '' });
      const shelf = openShelves(join(elsewhere, 'libraries')).open('1');
      expect(shelf.check()).toEqual([]);
      const removed = new Set(done.filter(({ did }) => did === 'remove').map(({ sha256 }) => sha256));
      const there = new Set(shelf.documents().map(({ sha256 }) => sha256));
      for (const { did, sha256 } of before) if (did === 'add' && !removed.has(sha256)) expect(there).toContain(sha256);
    }
  });

  test('that is killed is never taken for one', async () => {
    const data = temporaryFolder();
    const shelves = openShelves(join(data, 'libraries'));
    for (let id = 1; id <= 30; id++) added(shelves.open(String(id)), ferry(id));
    shelves.close();
    const to = temporaryFolder();
    const program = fileURLToPath(new URL('../../src/host/backup.ts', import.meta.url));
    for (const copied of [1, 8, 20]) {
      const before = new Set(readdirSync(to));
      const child = spawn(process.execPath, [program, '--to', to], { env: { ...process.env, ...own(data) } });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const isFarEnough = () => readdirSync(to).some((name) => !before.has(name) && filesIn(join(to, name)) >= copied);
      while (child.exitCode === null && !isFarEnough()) await setTimeout(1);
      child.kill('SIGKILL');
      await ended;
    }
    const names = readdirSync(to);
    expect(names.some((name) => name.endsWith('.unfinished'))).toBe(true);
    for (const name of names) {
      const { code } = await restore(temporaryFolder(), join(to, name), '--verify');
      expect(code, name).toBe(name.endsWith('.unfinished') ? 1 : 0);
    }
  });

  test('in the making is refused, even with all its files in it', async () => {
    const { backup } = await backedUp();
    const unfinished = `${backup}.unfinished`;
    renameSync(backup, unfinished);
    const { code, err } = await restore(temporaryFolder(), unfinished);
    expect(code).toBe(1);
    expect(err).toContain('was broken off; take another one');
  });

  test('that can’t be made leaves nothing behind', async () => {
    const data = dataFolder();
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, err } = await backUp(data, file);
    expect(code).toBe(1);
    expect(err).toMatch(/^The backup could not be made: /);
  });

  test('of a damaged library holds what there is, and says so; the others are whole', async () => {
    const data = dataFolder();
    changeFile(join(data, 'libraries'), "UPDATE readings SET text = x'00' WHERE document = 1");
    writeFileSync(join(data, 'libraries', '333.sqlite'), 'no library at all');
    const to = temporaryFolder();
    const made = await backUp(data, to);
    expect(made.code).toBe(1);
    expect(made.err).toMatch(/! 1\.sqlite is damaged, .*ferry-1\.md[\s\S]*! 333\.sqlite is damaged/);
    const elsewhere = temporaryFolder();
    const { code, err } = await restore(elsewhere, onlyFolderIn(to));
    expect(code).toBe(0);
    expect(err).toContain('! 333.sqlite was damaged already when it was backed up.');
    const shelves = openShelves(join(elsewhere, 'libraries'));
    expect(shelves.open('22').check()).toEqual([]);
    expect(shelves.open('1').documents()).toHaveLength(2);
    expect(shelves.open('333').documents()).toEqual([]);
    shelves.close();
  });

  test('of nothing says that there is nothing, and of a folder that is not there that it is not', async () => {
    const none = await backUp(temporaryFolder(), temporaryFolder());
    expect(none).toMatchObject({ code: 0, out: expect.stringContaining('nothing in') });
    const missing = await backUp('/nowhere/at/all', temporaryFolder());
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('no data folder /nowhere/at/all') });
  });
});

describe('restoring', () => {
  test('refuses where there are libraries, and sets them aside when told to', async () => {
    const { backup, data } = await backedUp();
    const before = statesIn(data);
    const shelves = openShelves(join(data, 'libraries'));
    added(shelves.open('1'), ferry(7));
    added(shelves.open('444'), ferry(8));
    shelves.close();
    const changed = statesIn(data);
    const refused = await restore(data, backup);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('nothing was restored; add --replace');
    expect(statesIn(data)).toEqual(changed);
    const { code, out } = await restore(data, backup, '--replace');
    expect(code).toBe(0);
    expect(statesIn(data)).toEqual(before);
    const aside = /in (\S+libraries\.before-\S+);/.exec(out)?.[1] ?? '';
    expect(openShelves(aside).open('444').documents()).toHaveLength(1);
  });

  test('refuses while the bot runs', async () => {
    const { backup } = await backedUp();
    const health = createServer((_, response) => response.end('event loop: ok\n'));
    await new Promise<void>((resolve) => health.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void health.close());
    const { port } = health.address() as { readonly port: number };
    const data = temporaryFolder();
    const { code, err } = await run('src/host/restore.ts', [backup], '', {
      DATA_DIR: data,
      HEALTH_PORT: String(port),
    });
    expect(code).toBe(1);
    expect(err).toContain('The bot is running; stop it');
    expect(readdirSync(data)).toEqual([]);
  });

  test('refuses while the bot runs where nobody can ask how it is', async () => {
    const { backup, data } = await backedUp();
    const before = readdirSync(data);
    holdDataFolder(data);
    const { code, err } = await restore(data, backup, '--replace');
    expect(code).toBe(1);
    expect(err).toContain(`Another Footnote works in ${data}. Stop it first`);
    expect(readdirSync(data).filter((name) => !name.startsWith('in-use'))).toEqual(before);
  });

  test('verifies, and changes nothing, when asked to', async () => {
    const { backup } = await backedUp();
    const data = temporaryFolder();
    const { code, out } = await restore(data, backup, '--verify');
    expect(code).toBe(0);
    expect(out).toMatch(/^ok .* is whole: 2 libraries, backed up 20/);
    expect(readdirSync(data)).toEqual([]);
  });

  // As npm does with those that stand before a `--`.
  test.each(['verify', 'replace'])('does nothing when npm has kept --%s for itself', async (option) => {
    const { backup } = await backedUp();
    const elsewhere = temporaryFolder();
    const kept = { ...own(elsewhere), [`npm_config_${option}`]: 'true' };
    const { code, err } = await run('src/host/restore.ts', [backup], '', kept);
    expect(code).toBe(2);
    expect(err).toContain(`npm has kept --${option} for itself: put -- before what is meant for Footnote.`);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test.each(['to', 'token_description'])('is not made elsewhere when npm has kept --to as its %s', async (name) => {
    const data = dataFolder();
    const kept = { ...own(data), [`npm_config_${name}`]: temporaryFolder() };
    const { code, err } = await run('src/host/backup.ts', [], '', kept);
    expect(code).toBe(2);
    expect(err).toContain('npm has kept --to for itself: put -- before what is meant for Footnote.');
    expect(readdirSync(data)).not.toContain('backups');
  });

  test('notices any byte that is not as it was backed up, and restores nothing then', async () => {
    const { backup } = await backedUp();
    const places = readdirSync(backup).map((name) => ({
      file: join(backup, name),
      bytes: readFileSync(join(backup, name)),
    }));
    const anyPlace = fc
      .constantFrom(...places)
      .chain(({ bytes, file }) =>
        fc.record({ file: fc.constant(file), bytes: fc.constant(bytes), at: fc.nat(bytes.length - 1), bit: fc.nat(7) }),
      );
    await fc.assert(
      fc.asyncProperty(anyPlace, async ({ at, bit, bytes, file }) => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << bit;
        writeFileSync(file, damaged);
        const data = temporaryFolder();
        const { code, err } = await restore(data, backup);
        writeFileSync(file, bytes);
        expect(err).toMatch(/damaged|newer Footnote|is no backup/);
        expect(code).toBe(1);
        expect(readdirSync(data)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    ['a file that is missing', (backup: string) => rmSync(join(backup, '1.sqlite')), '1.sqlite is not'],
    ['a file cut short', (backup: string) => writeFileSync(join(backup, '22.sqlite'), ''), '22.sqlite is not'],
    ['no manifest', (backup: string) => rmSync(join(backup, 'manifest.json')), 'can’t be read (ENOENT)'],
  ])('refuses a backup with %s', async (_, damage, sentence) => {
    const { backup } = await backedUp();
    damage(backup);
    const data = temporaryFolder();
    const { code, err } = await restore(data, backup);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(readdirSync(data)).toEqual([]);
  });

  test('never writes outside the data folder, whatever a manifest says', async () => {
    const { backup } = await backedUp();
    const { manifest } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'));
    manifest.files[0].name = '../escaped.sqlite';
    const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
    writeFileSync(join(backup, 'manifest.json'), JSON.stringify({ sha256, manifest }));
    const data = join(temporaryFolder(), 'data');
    const { code, err } = await restore(data, backup);
    expect(code).toBe(1);
    expect(err).toContain('"../escaped.sqlite" is no name');
    expect(existsSync(data)).toBe(false);
  });

  test.skipIf(process.getuid?.() !== 0)('by root gives the files to whose the data folder is', async () => {
    const { backup } = await backedUp();
    const data = temporaryFolder();
    chownSync(data, 10_001, 10_002);
    expect((await restore(data, backup)).code).toBe(0);
    for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }))
      expect(statSync(join(data, name)), name).toMatchObject({ uid: 10_001, gid: 10_002 });
  });

  test('begins anew where an earlier one was broken off', async () => {
    const { backup, data } = await backedUp();
    const elsewhere = temporaryFolder();
    mkdirSync(join(elsewhere, 'libraries.restoring'));
    writeFileSync(join(elsewhere, 'libraries.restoring', '1.sqlite'), 'half');
    mkdirSync(join(elsewhere, 'libraries'));
    expect((await restore(elsewhere, backup)).code).toBe(0);
    expect(statesIn(elsewhere)).toEqual(statesIn(data));
    expect(readdirSync(elsewhere)).toEqual(['in-use.sqlite', 'libraries']);
  });

  test.each([[[]], [['one', 'two']], [['one', '--force']]])('refuses the arguments %j with its usage', async (args) => {
    const { code, err } = await run('src/host/restore.ts', args);
    expect(code).toBe(2);
    expect(err).toContain('Usage: npm run restore -- FOLDER');
  });
});
