/** What goes on for minutes and hours, in simulated time: the bot waits, spends few identifies, and comes back by itself. */
import { describe, expect, test } from 'vitest';
import { limited, type RestHappening } from '../../../src/room/faults.ts';
import { botIn, hastyClock, openedBed, openedRoom, patient } from './bed.ts';
import { createSimulatedTime } from './simulated-time.ts';

const minute = 60_000;
const unavailable: RestHappening = { kind: 'answer', status: 503, body: '<html>No server is available</html>' };

async function simulatedBed() {
  const time = createSimulatedTime();
  return { time, bed: await openedBed({ clock: time.bot }, { clock: time.room }) };
}

describe('a gateway that is down', () => {
  test('for a minute is waited for', async () => {
    const { bed, time } = await simulatedBed();
    bed.room.faults.gateway.isDown = true;
    bed.room.faults.reset();
    await time.pass(minute, 5_000);
    bed.room.faults.gateway.isDown = false;
    await bed.isWell();
    expect(bed.logged.filter((line) => line.includes('new connection'))).toEqual([]);
  });

  test('for longer gets a new connection when it is up, and the old one never stirs', async () => {
    const { bed, time } = await simulatedBed();
    const { faults } = bed.room;
    faults.gateway.isDown = true;
    faults.reset();
    await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('connecting');
    await time.pass(2 * minute, 5_000);
    await expect
      .poll(() => bed.logged, patient)
      .toContain('There has been no connection to Discord for 103 s. A new connection is made.');
    faults.gateway.isDown = false;
    const passing = async () => {
      await time.pass(10_000);
      return bed.logged.at(-1);
    };
    await expect.poll(passing, patient).toBe('Connected to Discord again.');
    await bed.isWell();
    const { connects } = faults;
    // Twice as long as the library pauses before it tries again.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(faults.connects).toBe(connects);
    expect(bed.observed.every(({ outcome }) => outcome === 'answered')).toBe(true);
  });
});

describe('a Discord that closes every connection as soon as it is made', () => {
  const line = 'Discord closes the connection as soon as it is made';

  test('is left in peace', async () => {
    const bed = await openedBed({ pauses: { firstMs: 60_000, mostMs: 60_000 } });
    const { faults } = bed.room;
    faults.gateway.closesOnConnect = 4000;
    faults.reset();
    await expect.poll(() => bed.logged, patient).toContain(`${line}. A new connection is made.`);
    // The next attempt fails as this one did, and then nobody knocks any more.
    await expect
      .poll(() => bed.logged.at(-1), patient)
      .toMatch(/^Discord can't be reached: .* Trying again in \d+ s\.$/);
    const { connects } = faults;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(faults.connects).toBe(connects);
    expect(connects).toBeLessThan(60);
  });
});

describe('a clock that is set', () => {
  const hour = 60 * minute;

  test.each([-hour, hour])('by %i ms changes nothing of how the bot comes back', async (byMs) => {
    const { bed, time } = await simulatedBed();
    time.bot.set(byMs);
    bed.room.faults.endSessions(false);
    const passing = async () => {
      await time.pass(1_000);
      return bed.bot.identifies();
    };
    await expect.poll(passing, patient).toBe(2);
    await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('ready');
    await bed.isWell();
    expect(bed.logged).toEqual([]);
  });

  test('while the gateway is down is not taken for a long outage', async () => {
    const { bed, time } = await simulatedBed();
    bed.room.faults.gateway.isDown = true;
    bed.room.faults.reset();
    await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('connecting');
    time.bot.set(hour);
    await time.pass(minute / 2, 5_000);
    expect(bed.logged.filter((line) => line.includes('new connection'))).toEqual([]);
    bed.room.faults.gateway.isDown = false;
    await bed.isWell();
  });
});

describe('sessions that end as soon as they begin', () => {
  test('cost five identifies in ten minutes, and the host is told', async () => {
    const { bed, time } = await simulatedBed();
    const { faults } = bed.room;
    faults.gateway.identifyAnswer = 'invalid session';
    faults.endSessions(false);
    const alerts = () => bed.logged.filter((line) => line.includes('ended the session of shard 0 5 times'));
    const passing = async () => {
      await time.pass(10_000, 500);
      return alerts().length;
    };
    await expect.poll(passing, patient).toBe(1);
    expect(bed.bot.identifies()).toBe(5);
    faults.gateway.identifyAnswer = 'ready';
    // Nothing happens until the first of them is ten minutes old, and no new connection is made for it.
    await time.pass(5 * minute, 5_000);
    expect(bed.bot.identifies()).toBe(5);
    expect(bed.logged.some((line) => line.includes('new connection'))).toBe(false);
    await time.pass(6 * minute, 5_000);
    await bed.isWell();
    expect(alerts()).toHaveLength(1);
  });
});

describe('few identifies that Discord allows today', () => {
  test('are kept, from the start on, until there are more', async () => {
    const time = createSimulatedTime();
    const room = await openedRoom({ clock: time.room });
    room.faults.gateway.remainingStarts = 100;
    const logged: string[] = [];
    const starting = botIn(room, { clock: time.bot, log: (line) => logged.push(line) });
    await expect
      .poll(() => logged, patient)
      .toEqual([
        'Discord allows 100 more starts today of 1000; the bot waits for 60 minutes and keeps the rest for you. Find out why it starts so often.',
      ]);
    await time.pass(59 * minute, minute);
    expect(room.faults.connects).toBe(1);
    room.faults.gateway.remainingStarts = null;
    // The hour counts from when the bot began to wait, which may be later than when it said so.
    const asked = () => room.requests.filter(({ path }) => path.endsWith('/gateway/bot')).length;
    const before = asked();
    const passing = async () => {
      if (asked() === before) await time.pass(minute, minute);
      return asked();
    };
    await expect.poll(passing, { ...patient, interval: 500 }).toBeGreaterThan(before);
    const bed = await starting;
    await bed.isWell();
    expect(bed.bot.identifies()).toBe(1);
  });

  test('none of which is left: are waited for, and it is told once', async () => {
    const time = createSimulatedTime();
    const room = await openedRoom({ clock: time.room });
    room.faults.gateway.remainingStarts = 0;
    const logged: string[] = [];
    const starting = botIn(room, { clock: time.bot, log: (line) => logged.push(line) });
    await expect.poll(() => logged.length, patient).toBe(1);
    await time.pass(50 * minute, minute);
    expect(logged).toEqual([
      'Discord allows 0 more starts today of 1000; the bot waits for 60 minutes and keeps the rest for you. Find out why it starts so often.',
    ]);
    room.faults.gateway.remainingStarts = null;
    const passing = async () => {
      await time.pass(minute, minute);
      return room.faults.identifies;
    };
    await expect.poll(passing, { ...patient, interval: 500 }).toBe(1);
    await (await starting).isWell();
  });

  test('are kept while it runs', async () => {
    const { bed, time } = await simulatedBed();
    bed.room.faults.gateway.remainingStarts = 10;
    bed.room.faults.endSessions(false);
    await expect.poll(() => bed.logged.length, patient).toBe(1);
    expect(bed.logged[0]).toContain('Discord allows 10 more starts today of 1000');
    expect(bed.bot.identifies()).toBe(1);
    bed.room.faults.gateway.remainingStarts = 900;
    await time.pass(24 * 60 * minute, 60 * minute);
    await bed.isWell();
  });
});

describe('a REST that is down', () => {
  test('when a session has ended is asked again before anything is spent', async () => {
    const { bed, time } = await simulatedBed();
    const mend = bed.room.faults.rest({ path: '/gateway/bot', what: unavailable });
    bed.room.faults.endSessions(false);
    const asked = () => bed.room.requests.filter(({ path, status }) => path.endsWith('/gateway/bot') && status === 503);
    const passing = async () => {
      await time.pass(2_000);
      return asked().length;
    };
    await expect.poll(passing, patient).toBeGreaterThan(8);
    expect(bed.bot.identifies()).toBe(1);
    mend();
    await expect
      .poll(async () => {
        await time.pass(10_000);
        return bed.bot.shards()[0]?.state;
      }, patient)
      .toBe('ready');
    await bed.isWell();
    expect(bed.bot.identifies()).toBe(2);
  });

  test.each([false, true])(
    'at the start asks to wait for half an hour (for all: %s), and is left alone',
    async (isGlobal) => {
      const time = createSimulatedTime();
      const room = await openedRoom({ clock: time.room });
      const mend = room.faults.rest({ path: '/gateway/bot', what: limited(1_800, isGlobal) });
      const logged: string[] = [];
      const starting = botIn(room, { clock: time.bot, log: (line) => logged.push(line) });
      await expect.poll(() => logged.length, patient).toBe(1);
      expect(logged[0]).toMatch(
        /^Discord can't be reached: Discord asks to wait 1800\d\d\d ms\. Trying again in 180\d s\.$/,
      );
      await time.pass(30 * minute, 30_000);
      expect(room.requests).toHaveLength(1);
      mend();
      await time.pass(minute, 5_000);
      await (await starting).isWell();
    },
  );

  test('when a session has ended asks to wait for half an hour, and is left alone', async () => {
    const { bed, time } = await simulatedBed();
    const mend = bed.room.faults.rest({ path: '/gateway/bot', what: limited(1_800) });
    bed.room.faults.endSessions(false);
    await expect
      .poll(() => bed.logged, patient)
      .toEqual([
        'Discord asks to wait for 31 minutes before it tells how many starts are left; the bot waits with the next until then.',
      ]);
    const asked = () => bed.room.requests.filter(({ status }) => status === 429).length;
    await time.pass(30 * minute, 30_000);
    expect(asked()).toBe(1);
    mend();
    await time.pass(minute, 5_000);
    await expect.poll(() => bed.bot.shards()[0]?.state, patient).toBe('ready');
    await bed.isWell();
  });

  test.each([
    ['answers 502', { kind: 'answer', status: 502, body: '<html></html>' }, 'Discord answered 502'],
    ['resets every connection', { kind: 'reset' }, 'ECONNRESET'],
    ['closes every connection', { kind: 'close' }, 'other side closed'],
    ['answers nonsense', { kind: 'answer', status: 200, body: { hello: 'world' } }, 'not Discord; check DISCORD_API,'],
    [
      'is a page to log in at',
      { kind: 'answer', status: 200, body: '<html></html>' },
      'not Discord; check DISCORD_API,',
    ],
    ['is a page that refuses', { kind: 'answer', status: 403, body: '<html></html>' }, 'Discord answered 403. Trying'],
  ] as const)('at the start and %s is tried again until it is up', async (_, what, why) => {
    const room = await openedRoom();
    const mend = room.faults.rest({ path: '/gateway/bot', what });
    const logged: string[] = [];
    const starting = botIn(room, { pauses: { firstMs: 10, mostMs: 20 }, log: (line) => logged.push(line) });
    await expect.poll(() => logged.length, patient).toBeGreaterThan(2);
    expect(logged[0]).toMatch(/^Discord can't be reached: .* Trying again in 1 s\.$/);
    expect(logged[0]).toContain(why);
    expect(room.faults.connects).toBe(0);
    mend();
    await (await starting).isWell();
  });

  test('for the commands alone leaves the bot answering with those that Discord has', async () => {
    const bed = await openedBed();
    await bed.bot.stop();
    const logged: string[] = [];
    bed.room.faults.rest({ path: '/commands', what: unavailable });
    await botIn(bed.room, { log: (line) => logged.push(line) });
    await bed.isWell();
    expect(logged[0]).toBe(
      'Discord could not be given the commands: Discord answered 503. Members may see none, or old ones. Trying again in 5 s.',
    );
  });

  test('for the commands alone at the start gives Discord the commands once it is over', async () => {
    const room = await openedRoom();
    const mend = room.faults.rest({ path: '/commands', what: unavailable });
    const logged: string[] = [];
    const starting = botIn(room, { log: (line) => logged.push(line), clock: hastyClock });
    await expect.poll(() => logged.join('\n'), patient).toContain('Trying again in 10 s');
    expect(room.commands).toEqual([]);
    mend();
    await (await starting).isWell();
    expect(room.commands.length).toBeGreaterThan(10);
  });
});
