/** What the gateway does to a bot that is connected: whether it comes back, by which way, and whether anybody notices. */
import { describe, expect, test } from 'vitest';
import { RefusedError } from '../../../src/discord/connection.ts';
import { botIn, hastyClock, openedBed, openedRoom, patient } from './bed.ts';

/** Every connection from here on, and the identifies among them. */
const counted = (bed: Awaited<ReturnType<typeof openedBed>>) => {
  const before = bed.room.faults.connects;
  return {
    connects: () => bed.room.faults.connects - before,
    /** Beside the one of the start. */
    identifies: () => bed.bot.identifies() - 1,
  };
};

describe('a connection comes back', () => {
  test.each([
    ['asked to reconnect', (faults) => faults.reconnect(), 1, 0],
    ['told that its session is over, but may be resumed', (faults) => faults.endSessions(true), 0, 0],
    ['told that its session is over for good', (faults) => faults.endSessions(false), 1, 1],
    ['reset', (faults) => faults.reset(), 1, 0],
    ['closed with 1000', (faults) => faults.close(1000), 1, 1],
    ['closed with 4000, an unknown error', (faults) => faults.close(4000), 1, 0],
    ['closed with 4001, an unknown opcode', (faults) => faults.close(4001), 1, 0],
    ['closed with 4002, a frame that can’t be read', (faults) => faults.close(4002), 1, 0],
    ['closed with 4003, not identified', (faults) => faults.close(4003), 1, 1],
    ['closed with 4005, identified twice', (faults) => faults.close(4005), 1, 1],
    ['closed with 4007, a wrong sequence', (faults) => faults.close(4007), 1, 1],
    ['closed with 4008, too many frames', (faults) => faults.close(4008), 1, 1],
    ['closed with 4009, a session that took too long', (faults) => faults.close(4009), 1, 0],
    ['closed with a code that nobody knows', (faults) => faults.close(4999), 1, 0],
  ] satisfies [string, (faults: Awaited<ReturnType<typeof openedRoom>>['faults']) => void, number, number][])(
    '%s',
    async (_, happens, connects, identifies) => {
      const bed = await openedBed({ clock: hastyClock });
      const count = counted(bed);
      happens(bed.room.faults);
      await expect.poll(count.connects, patient).toBe(connects);
      await bed.isWell();
      expect(count.connects()).toBe(connects);
      expect(count.identifies()).toBe(identifies);
      expect(bed.logged).toEqual([]);
      expect(bed.bot.shards().map(({ state }) => state)).toEqual(['ready']);
      expect(bed.observed.every(({ outcome }) => outcome === 'answered')).toBe(true);
    },
  );

  test('whose heartbeats nobody acknowledges, and resumes', async () => {
    const bed = await openedBed({ clock: hastyClock }, {}, ({ faults }) => {
      faults.gateway.heartbeatMs = 100;
    });
    const count = counted(bed);
    bed.room.faults.gateway.acknowledges = false;
    await expect.poll(count.connects, patient).toBeGreaterThan(0);
    bed.room.faults.gateway.acknowledges = true;
    await bed.isWell();
    expect(count.identifies()).toBe(0);
  });

  test('to a Discord that has forgotten its session, and identifies', async () => {
    const bed = await openedBed({ clock: hastyClock });
    const count = counted(bed);
    bed.room.faults.gateway.isForgetful = true;
    bed.room.faults.reset();
    await bed.isWell();
    expect(count.identifies()).toBe(1);
  });

  test('many times in a row, without a single identify', async () => {
    const bed = await openedBed({ clock: hastyClock });
    const count = counted(bed);
    for (let time = 0; time < 5; time++) {
      bed.room.faults.reset();
      await bed.isWell();
    }
    expect(count.connects()).toBe(5);
    expect(count.identifies()).toBe(0);
  });
});

describe('a connection is closed for good', () => {
  const token =
    'Discord does not accept the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN.';
  const intents =
    'Discord does not allow the intents that were asked for; Footnote asks for none, so another program uses this token or this code was changed.';
  const other = (code: number, name: string) =>
    `Discord has closed the connection for good, with code ${code} (${name}).`;
  const codes = [
    [4004, token],
    [4012, other(4012, 'InvalidAPIVersion')],
    [4013, other(4013, 'InvalidIntents')],
    [4014, intents],
  ] as const;

  test.each(codes)('with %i while it runs: the bot says so, and tries no more', async (code, sentence) => {
    const bed = await openedBed({ clock: hastyClock });
    const count = counted(bed);
    bed.room.faults.close(code);
    const refused = await bed.bot.ended;
    expect(refused).toBeInstanceOf(RefusedError);
    expect(refused).toMatchObject({ message: sentence, exitCode: 78 });
    expect(bed.bot.shards().map(({ state }) => state)).toEqual(['closed']);
    expect(count.connects()).toBe(0);
  });

  test.each(codes)('with %i when it identifies: the start fails', async (code, sentence) => {
    const room = await openedRoom();
    room.faults.gateway.identifyAnswer = code;
    const failure = await botIn(room).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RefusedError);
    expect(failure).toMatchObject({ message: sentence, exitCode: 78 });
    expect(room.faults.connects).toBe(1);
  });

  test('by a token that is taken back: noticed when the bot asks whether it may identify', async () => {
    const bed = await openedBed({ clock: hastyClock });
    bed.room.faults.rest({
      path: '/gateway/bot',
      what: { kind: 'answer', status: 401, body: { message: '401: Unauthorized', code: 0 } },
    });
    bed.room.faults.endSessions(false);
    expect(await bed.bot.ended).toMatchObject({ message: token, exitCode: 78 });
    expect(bed.bot.identifies()).toBe(1);
  });
});

describe('Discord wants other shards than there are', () => {
  test.each([4010, 4011])(
    'and closes with %i while the bot runs, which asks how many and makes those',
    async (code) => {
      const bed = await openedBed({ clock: hastyClock });
      bed.room.faults.gateway.shards = 2;
      bed.room.faults.close(code);
      await expect.poll(() => bed.bot.shards().map(({ state }) => state), patient).toEqual(['ready', 'ready']);
      await bed.isWell();
      expect(bed.logged.slice(-2)).toEqual([
        'Discord wants another number of shards. A new connection is made.',
        'Connected to Discord again.',
      ]);
    },
  );

  test.each([4010, 4011])('and closes with %i when it identifies: the start asks anew', async (code) => {
    const room = await openedRoom();
    const { gateway } = room.faults;
    gateway.identifyAnswer = code;
    const log = () => {
      gateway.shards = 2;
      gateway.identifyAnswer = 'ready';
    };
    const bed = await botIn(room, { clock: hastyClock, log });
    expect(bed.bot.shards().map(({ state }) => state)).toEqual(['ready', 'ready']);
  });
});

describe('a frame is passed over', () => {
  test.each([
    ['that is no JSON', '{"op":'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a list', '[]'],
    ['that is a word', '"hello"'],
    ['that is an empty object', '{}'],
    ['of bytes', new Uint8Array([0x78, 0x9c, 0xff, 0x00])],
    ['of an opcode that nobody knows', '{"op":99,"d":null}'],
    ['of an event that nobody knows', '{"op":0,"t":"WEATHER_CHANGE","s":1,"d":{}}'],
    ['of an interaction of a type that nobody knows', '{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"type":77}}'],
    ['that asks for a heartbeat', '{"op":1,"d":null}'],
    ['that acknowledges a heartbeat that there was not', '{"op":11}'],
  ])('%s', async (_, frame) => {
    const bed = await openedBed({ clock: hastyClock });
    const count = counted(bed);
    bed.room.faults.send(frame);
    await bed.isWell();
    expect(count.connects()).toBe(0);
    expect(bed.logged).toEqual([]);
  });
});
