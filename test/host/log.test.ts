import { PassThrough, type Writable } from 'node:stream';
import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLog, createOutput, redacted } from '../../src/host/log.ts';

const botToken = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs_extra';
const interactionToken = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTA6c2VjcmV0';
const secrets = [botToken, interactionToken, 'an opaque token'];

function logged(isForPeople: boolean, say: (log: ReturnType<typeof createLog>) => void): string {
  let written = '';
  say(
    createLog({
      isForPeople,
      secrets: ['an opaque token'],
      write: (text) => {
        written += text;
      },
    }),
  );
  return written;
}

describe.each([
  ['people', true],
  ['machines', false],
])('the log for %s', (_, isForPeople) => {
  test.each([
    ['a bot token', `The token is ${botToken}.`],
    [
      'the address of an interaction',
      `POST https://discord.com/api/v10/interactions/15740286/${interactionToken}/callback`,
    ],
    ['the address of a webhook', `PATCH /webhooks/15740286/${interactionToken}/messages/@original`],
    ['an authorization', `Authorization: Bot ${botToken}`],
    ['the token in use, whatever its shape', 'It is an opaque token, and was refused'],
    [
      'a stack',
      new DiscordAPIError(
        { code: 1, message: interactionToken },
        1,
        400,
        'POST',
        `/interactions/1/${interactionToken}`,
        {},
      ).stack ?? '',
    ],
  ])('never holds %s', (__, line) => {
    const written = logged(isForPeople, (log) => log.line(line));
    for (const secret of secrets) expect(written).not.toContain(secret);
    expect(written).toContain('[token]');
  });

  test('leaves other words alone', () => {
    const line =
      'Connected to Discord as Footnote#0001. https://discord.com/oauth2/authorize?client_id=1574028585889431552';
    expect(redacted(line)).toBe(line);
    expect(logged(isForPeople, (log) => log.line(line))).toContain(line);
  });
});

const who = {
  id: '1',
  name: '/who',
  kind: 'application_command',
  command: 'who',
  shard: 0,
  outcome: 'answered',
} as const;

test.each(['warn', 'error'] as const)('what %s is told by is told with its level', (level) => {
  expect(JSON.parse(logged(false, (log) => log.line('The disk is full.', level)))).toMatchObject({
    level,
    msg: 'The disk is full.',
  });
  expect(logged(true, (log) => log.line('The disk is full.', level))).toBe('The disk is full.\n');
});

test.each([
  ['answered', 'info'],
  ['limited', 'info'],
  ['late', 'warn'],
  ['postponed', 'warn'],
  ['failed', 'error'],
] as const)('an interaction that was %s is of level %s', (outcome, level) => {
  expect(JSON.parse(logged(false, (log) => log.interaction({ ...who, outcome, ms: 4 })))).toMatchObject({ level });
});

test('an interaction is one line of JSON', () => {
  const line = logged(false, (log) => log.interaction({ ...who, ms: 4.4 }));
  expect(line.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({
    interaction: '1',
    command: '/who',
    outcome: 'answered',
    ms: 4,
    level: 'info',
  });
});

test('somebody who looks on is told only of what went wrong', () => {
  const all = logged(true, (log) => {
    log.interaction({ ...who, ms: 4 });
    log.interaction({ ...who, id: '2', name: '/where', outcome: 'late', ms: 3_100 });
  });
  expect(all).toBe('/where: late, after 3100 ms\n');
});

describe('a log that can’t be written', () => {
  const told: string[] = [];
  const lost = {
    onLoss: (why: string) => told.push(`lost: ${why}`),
    onReturn: (lines: number) => told.push(`back after ${lines}`),
  };

  test('loses its lines, and is there again when there is room, on a line of its own', () => {
    told.length = 0;
    let isFull = true;
    let file = 'half a li';
    // As the process's own streams: an error doesn't close it.
    const disk = {
      on: () => {},
      writableLength: 0,
      write: (text: string, done: (error?: Error) => void) => {
        if (!isFull) file += text;
        done(isFull ? Object.assign(new Error('no space left'), { code: 'ENOSPC' }) : undefined);
      },
    } as unknown as Writable;
    const write = createOutput(disk, lost);
    write('one\n');
    write('two\n');
    isFull = false;
    write('three\n');
    write('four\n');
    expect(told).toEqual(['lost: ENOSPC', 'back after 2']);
    expect(file).toBe('half a li\nthree\nfour\n');
  });

  test('because nobody reads it, does not fill the memory', async () => {
    told.length = 0;
    const pipe = new PassThrough();
    const write = createOutput(pipe, lost);
    for (let line = 0; line < 1_000; line++) write(`${'x'.repeat(9_999)}\n`);
    expect(pipe.writableLength).toBeLessThan(1_100_000);
    expect(told).toEqual(['lost: nobody reads it']);
    pipe.resume();
    await expect.poll(() => told[1]).toMatch(/^back after 8\d\d$/);
  });
});
