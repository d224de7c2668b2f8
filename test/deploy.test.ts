/** The files by which a host runs the bot, held against what the code needs. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../', import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const project = JSON.parse(textOf('package.json'));
const settings = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]!);
/** The bot leaves within so many seconds of being told to. */
const leaveSeconds = Number(/leaveMs = (\d+)_000/.exec(textOf('src/main.ts'))?.[1]);
/** Settings of Node and of the C library. */
const ofOthers = ['NODE_ENV', 'NODE_OPTIONS', 'MALLOC_ARENA_MAX', 'FOOTNOTE_READINGS'];
const isKnown = (name: string) => ofOthers.includes(name) || settings.includes(name);

test('however it is started, the thread at the connection has as much room for what it forgets at once', () => {
  const room = /--max-semi-space-size=\d+/.exec(project.scripts.start)?.[0];
  expect(room).toBeDefined();
  expect(textOf('Dockerfile')).toContain(`NODE_OPTIONS=${room}\n`);
  expect(textOf('deploy/footnote.service')).toContain(`Environment=NODE_OPTIONS=${room}\n`);
});

test('a program needs no package that is for development alone', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.[jt]s$/.test(name),
  );
  const packages = files.flatMap((name) =>
    [...textOf(join('src', name)).matchAll(/^(?:import|export) (?!type\b)[^'";]*from '([^'.][^']*)'/gm)]
      .map((match) => match[1]!)
      .filter((specifier) => !specifier.startsWith('node:') && !specifier.startsWith('/')),
  );
  const names = packages.map((path) =>
    path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  expect(names.length).toBeGreaterThan(20);
  expect([...new Set(names)].filter((name) => !(name in project.dependencies))).toEqual([]);
});

describe('the Dockerfile', () => {
  const lines = textOf('Dockerfile').split('\n');
  const instructions = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const stages = textOf('Dockerfile')
    .split(/^FROM /m)
    .slice(1);

  test('installs what runs and no more, without scripts, in a stage of its own', () => {
    expect(stages).toHaveLength(2);
    expect(stages[0]).toContain('RUN npm ci --omit=dev --ignore-scripts\n');
    expect(stages[1]).not.toContain('npm');
    const major = project.devDependencies.node.split('.')[0];
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^node:${major}-slim\\b`));
  });

  test('copies only what is there and not ignored', () => {
    const allowed = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const copied = instructions('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied).toEqual(['package.json', 'package-lock.json', 'package.json', 'package-lock.json', 'src', 'corpus']);
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(allowed).toContain(`!${path}`);
    }
    expect(textOf('.dockerignore').split('\n')).toContain('*');
  });

  test('holds all that tells a library built by other code from one that is not', () => {
    const named = /^const files = \[(.*)\];$/m.exec(textOf('src/threads/made-by.ts'))?.[1] ?? '';
    const files = [...named.matchAll(/'([^']+)'/g)].map((match) => match[1]!);
    expect(files).toContain('package-lock.json');
    const copied = [...(stages[1] ?? '').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      match[1]!.split(' '),
    );
    for (const file of files)
      expect(
        copied.some((path) => file === path || file.startsWith(`${path}/`)),
        file,
      ).toBe(true);
  });

  test('ends as a user without rights, told by SIGTERM, with commands in exec form', () => {
    expect(instructions('USER')).toEqual(['10001:10001']);
    expect(instructions('RUN').some((line) => line.includes('-o 10001') && line.endsWith(' /data'))).toBe(true);
    expect(instructions('STOPSIGNAL')).toEqual(['SIGTERM']);
    const [command] = instructions('CMD');
    const [program, file] = JSON.parse(command ?? '');
    expect(program).toBe('node');
    expect(existsSync(join(root, file))).toBe(true);
  });

  test('sets only what is a setting', () => {
    const set = instructions('ENV').flatMap((line) => line.split(' ').map((one) => one.split('=')[0]!));
    expect(set.length).toBeGreaterThan(2);
    expect(set.filter((name) => !isKnown(name))).toEqual([]);
  });

  test.each([
    ['ready', 200, 0],
    ['not ready', 503, 1],
  ])('finds a bot that is %s by its check of health', async (_, status, code) => {
    const paths: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { readonly port: number };
    expect(await healthCheck(String(port))).toBe(code);
    expect(paths).toEqual(['/readyz']);
  });

  test('finds a bot that does not answer', async () => {
    expect(await healthCheck('9')).toBe(1);
  });

  async function healthCheck(port: string): Promise<number | null> {
    const words = /CMD (\[.*\])/.exec(instructions('HEALTHCHECK')[0] ?? '')?.[1];
    const [program, ...args] = JSON.parse(words ?? '') as string[];
    expect(program).toBe('node');
    const child = spawn(process.execPath, args, { env: { ...process.env, HEALTH_PORT: port } });
    return new Promise((resolve) => child.on('close', resolve));
  }
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(textOf('compose.yaml'));
  const { footnote } = services;

  test('takes every right away that the bot doesn’t need', () => {
    expect(footnote).toMatchObject({
      init: true,
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: ['/tmp'],
    });
    expect(footnote).not.toHaveProperty('ports');
    expect(footnote).not.toHaveProperty('privileged');
  });

  test('sets what the Dockerfile sets, and mounts what is there', () => {
    expect(Object.keys(footnote.environment).filter((name) => !isKnown(name))).toEqual([]);
    const inImage = /^ENV (.*)$/m.exec(textOf('Dockerfile'))?.[1]?.split(' ');
    for (const [name, value] of Object.entries(footnote.environment)) expect(inImage).toContain(`${name}=${value}`);
    expect(Object.keys(volumes)).toEqual(['libraries']);
    expect(footnote.volumes).toEqual([
      `libraries:${footnote.environment.DATA_DIR}`,
      `./corpus:${footnote.environment.CORPUS_DIR}:ro`,
    ]);
    expect(footnote.env_file).toBe('.env');
  });

  test('waits longer than the bot takes to leave', () => {
    expect(Number.parseInt(footnote.stop_grace_period, 10)).toBeGreaterThan(leaveSeconds);
  });

  describe('in what hosts are told to type', () => {
    const typed = [...textOf('docs/HOSTING.md').matchAll(/\bdocker compose ([^`#\n]+)/g)].map(({ 1: words = '' }) =>
      words.trim().split(/\s+/),
    );

    test('has the service, the folder and the programs that are named', () => {
      const programs = typed.flatMap((words) => words.filter((word) => word.endsWith('.ts')));
      expect(new Set(programs)).toEqual(new Set(['doctor', 'backup', 'restore'].map((name) => `src/host/${name}.ts`)));
      for (const file of programs) expect(existsSync(join(root, file)), file).toBe(true);
      for (const words of typed.filter(([verb]) => ['run', 'exec', 'cp'].includes(verb ?? '')))
        expect(words.find((word) => !word.startsWith('-') && !/^(?:run|exec|cp)$/.test(word))).toMatch(
          /^footnote(?::\/data\/|$)/,
        );
      expect(footnote.volumes).toContain('libraries:/data');
    });

    test('a new machine has its backup in the volume before it restores it, and no container until the bot starts', () => {
      const [, moving = ''] = /^## Moving house\n(.*?)^## /ms.exec(textOf('docs/HOSTING.md')) ?? [];
      const [, there = ''] = /on the new machine, with(.*)/s.exec(moving) ?? [];
      const steps = [...there.matchAll(/^ {4}(.*)$/gm)].map((match) => match[1]!);
      const at = (part: RegExp) => steps.findIndex((step) => part.test(step));
      expect(at(/^tar .* \| docker compose run --rm -T footnote tar -xf - -C \/data$/)).toBe(0);
      expect(at(/restore\.ts \/data\/backups\/\S+ --verify$/)).toBe(1);
      expect(at(/restore\.ts \/data\/backups\/\S+$/)).toBe(2);
      expect(at(/docker compose up -d$/)).toBe(steps.length - 1);
      // These want a container that is there; `run` makes its own.
      expect(at(/docker compose (?:cp|exec|start)\b/)).toBe(-1);
    });
  });
});

describe('the unit for systemd', () => {
  const unit = textOf('deploy/footnote.service');
  const values = (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map((match) => match[1]!);

  test('starts what is there, with settings that there are', () => {
    const [start = ''] = values('ExecStart');
    const [folder = ''] = values('WorkingDirectory');
    const [node = '', file = ''] = start.split(' ');
    expect(existsSync(join(root, file))).toBe(true);
    expect(dirname(dirname(node))).toBe(`${folder}/node_modules/node`);
    const set = values('Environment').map((line) => line.split('=')[0]!);
    expect(set).toContain('DISCORD_TOKEN_FILE');
    expect(set.filter((name) => !isKnown(name))).toEqual([]);
    expect(unit).toContain(`Environment=DATA_DIR=/var/lib/${values('StateDirectory')[0]}\n`);
    expect(unit).toContain(`Environment=DISCORD_TOKEN_FILE=%d/${values('LoadCredential')[0]?.split(':')[0]}\n`);
  });

  test('starts again after a fault, not after one that a person must mend, and not for ever', () => {
    expect(values('Restart')).toEqual(['on-failure']);
    const codes = /exitCodes = \{ commandLine: (\d+), .*settings: (\d+)/.exec(textOf('src/main.ts'))?.slice(1);
    expect(values('RestartPreventExitStatus')[0]?.split(' ').sort()).toEqual(codes?.sort());
    expect([...values('StartLimitIntervalSec'), ...values('StartLimitBurst')]).toEqual(['600', '8']);
    expect(Number(values('TimeoutStopSec')[0])).toBeGreaterThan(leaveSeconds);
  });

  test('leaves V8 its memory that is written and run', () => {
    expect(values('MemoryDenyWriteExecute')).toEqual([]);
  });

  test.skipIf(!canVerify())('is one that systemd takes, and calls well guarded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
    const file = join(folder, 'footnote.service');
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const analysed = (...args: string[]) =>
      execFileSync('systemd-analyze', [...args, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(analysed('verify', '--man=no')).toBe('');
    expect(
      Number(/exposure level for footnote\.service: ([\d.]+)/.exec(analysed('security', '--offline=true'))?.[1]),
    ).toBeLessThan(3);
  });

  function canVerify(): boolean {
    try {
      return (
        Number(/^systemd (\d+)/.exec(execFileSync('systemd-analyze', ['--version'], { encoding: 'utf8' }))?.[1]) >= 252
      );
    } catch {
      return false;
    }
  }
});

describe.each(['README.md', 'docs/HOSTING.md', 'docs/RELIABILITY.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'])(
  '%s',
  (path) => {
    const text = textOf(path);

    test('names only scripts that there are', () => {
      const named = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1]!);
      expect(named.filter((name) => !(name in project.scripts))).toEqual([]);
    });

    test('leads only to files and headings that there are', () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
        (match) => [match[1]!, match[2]] as const,
      );
      for (const [file, heading] of links) {
        const target = file === '' ? path : join(dirname(path), file);
        expect(existsSync(join(root, target)), `${path} → ${file}`).toBe(true);
        if (heading) expect(headingsIn(textOf(target)), `${path} → ${file}#${heading}`).toContain(heading);
      }
    });

    test('names only settings that there are', () => {
      const named = [...text.matchAll(/`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g)].map((match) => match[1]!);
      expect(named.filter((name) => !isKnown(name))).toEqual([]);
    });
  },
);

/** As GitHub names them in addresses. */
const headingsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every exit code of the bot is explained to hosts', () => {
  const codes = [...textOf('src/main.ts').matchAll(/exitCodes = \{ (.*) \}/g)].flatMap((match) =>
    [...match[1]!.matchAll(/\d+/g)].map(String),
  );
  expect(codes.length).toBeGreaterThan(3);
  for (const code of codes) expect(textOf('docs/HOSTING.md')).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});

test('every figure that is measured is one that hosts read of', () => {
  const named = [...textOf('docs/HOSTING.md').matchAll(/`((?:discord|footnote)_\w+)/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(3);
  for (const name of named)
    expect(textOf('src/host/metrics.ts')).toContain(`'${name.replace(/_(?:bucket|count|sum)$/, '')}'`);
});
