import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/discord/clock.ts';
import { createDials, createOutage } from '../../src/discord/dials.ts';

const session = { sequence: 7, sessionId: 's', shardId: 0, shardCount: 1, resumeURL: 'wss://resume.example' };

/** The library's manager, as far as dials see it. */
function followed() {
  const lines: string[] = [];
  const dials = createDials(createOutage(systemClock, (line) => lines.push(line)));
  let kept: unknown = session;
  const manager = Object.assign(new EventEmitter(), {
    options: {
      retrieveSessionInfo: async (_shard: number) => kept,
      updateSessionInfo: async (_shard: number, one: unknown) => {
        kept = one;
      },
    },
  });
  dials.follow(manager as never);
  const closed = (shardId: number, code = 1006) => manager.emit('closed', { shardId, code });
  const hello = (shardId: number) => manager.emit('hello', { shardId });
  return { closed, dials, hello, lines, manager };
}

test('a session is kept through attempts that come to nothing, and by turns not at its own address', async () => {
  const { closed, hello, manager } = followed();
  const { options } = manager;
  hello(0);
  closed(0);
  expect(await options.retrieveSessionInfo(0)).toBe(session);
  const { resumeURL: _, ...other } = session;
  for (const expected of [other, session, other]) {
    closed(0);
    await options.updateSessionInfo(0, null);
    expect(await options.retrieveSessionInfo(0)).toEqual(expected);
  }
  // It is Discord that ends it now.
  hello(0);
  await options.updateSessionInfo(0, null);
  expect(await options.retrieveSessionInfo(0)).toBeNull();
});

test('an outage of several shards is told once, and is over when all are back', () => {
  const { closed, hello, lines } = followed();
  for (const shard of [0, 1, 0, 1]) closed(shard);
  expect(lines).toHaveLength(1);
  hello(1);
  expect(lines).toHaveLength(1);
  hello(0);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('is there again');
});

test('a connection that Discord closes before it says hello has come about', () => {
  const { closed, dials, lines } = followed();
  closed(0, 4000);
  expect(dials.hasFailed(0)).toBe(false);
  expect(lines).toEqual([]);
});
