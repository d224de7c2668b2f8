import { describe, expect, test } from 'vitest';
import { createIdentifyBudget, identifiesMax, type SessionStarts } from '../../src/discord/identify-budget.ts';
import { createIdentifyThrottle } from '../../src/discord/identify-throttle.ts';
import { createFakeClock } from './fake-clock.ts';

const hourMs = 3_600_000;
const plenty: SessionStarts = { total: 1000, remaining: 990, resetAfterMs: 0 };

function budgetWith(starts: () => SessionStarts = () => plenty) {
  const clock = createFakeClock();
  const alerts: string[] = [];
  const budget = createIdentifyBudget({ clock, starts: async () => starts(), alert: (line) => alerts.push(line) });
  return { clock, alerts, budget, signal: new AbortController().signal };
}

describe('the budget of identifies', () => {
  test('lets five of a shard through in ten minutes, and the next when the first is ten minutes old', async () => {
    const { alerts, budget, clock, signal } = budgetWith();
    for (let count = 0; count < identifiesMax; count++) await budget.take(0, signal);
    let isThrough = false;
    const sixth = budget.take(0, signal).then(() => {
      isThrough = true;
    });
    await clock.pass(10 * 60_000 - 1);
    expect(isThrough).toBe(false);
    expect(alerts).toEqual([
      'Discord has ended the session of shard 0 5 times within ten minutes; the bot waits for 10 minutes before it starts another.',
    ]);
    await clock.pass(1);
    await sixth;
    await budget.take(1, signal);
  });

  test('spends at most thirty in an hour of sessions that are ended at once', async () => {
    const { budget, clock, signal } = budgetWith();
    let identifies = 0;
    const storm = async () => {
      for (;;) {
        await budget.take(0, signal);
        identifies++;
        await clock.wait(5_000);
      }
    };
    storm().catch(() => {});
    await clock.pass(hourMs - 1);
    expect(identifies).toBe(30);
  });

  test('stops while Discord allows few more, until its count begins anew', async () => {
    let remaining = 100;
    const { alerts, budget, clock, signal } = budgetWith(() => ({ total: 1000, remaining, resetAfterMs: hourMs }));
    let isThrough = false;
    const taking = budget.take(0, signal).then(() => {
      isThrough = true;
    });
    await clock.pass(hourMs - 1);
    expect(isThrough).toBe(false);
    expect(alerts[0]).toContain('Discord allows 100 more starts today of 1000');
    remaining = 1000;
    await clock.pass(1);
    await taking;
  });

  test('counts those that wait for their turn, which Discord doesn’t know of yet', async () => {
    const { alerts, budget, clock, signal } = budgetWith(() => ({ total: 1000, remaining: 103, resetAfterMs: hourMs }));
    const turns: (() => void)[] = [];
    const turn = () => new Promise<void>((resolve) => turns.push(resolve));
    let through = 0;
    for (let shard = 0; shard < 40; shard++) void budget.take(shard, signal, turn).then(() => through++);
    await clock.pass(1_000);
    expect([turns.length, through, alerts.length]).toEqual([3, 0, 37]);
    for (const go of turns.splice(0)) go();
    await clock.pass(0);
    expect(through).toBe(3);
  });

  test('is given up by who waits for it', async () => {
    const { budget, clock } = budgetWith(() => ({ total: 1000, remaining: 3, resetAfterMs: hourMs }));
    const stopping = new AbortController();
    const taking = budget.take(0, stopping.signal);
    await clock.pass(0);
    stopping.abort(new Error('stopped'));
    await expect(taking).rejects.toThrow('stopped');
  });

  test('is not spent while Discord does not even say how much is left', async () => {
    let fails = 4;
    const { alerts, budget, clock, signal } = budgetWith(() => {
      if (fails-- > 0) throw new Error('503');
      return plenty;
    });
    let isThrough = false;
    const taking = budget.take(0, signal).then(() => {
      isThrough = true;
    });
    await clock.pass(14_999);
    expect([isThrough, budget.isWaiting(), budget.recent()]).toEqual([false, true, 0]);
    await clock.pass(1);
    await taking;
    expect([budget.isWaiting(), budget.recent()]).toEqual([false, 1]);
    expect(alerts).toEqual([]);
  });

  test.each([-hourMs, hourMs])('counts as before when the clock is set by %i ms', async (byMs) => {
    const { budget, clock, signal } = budgetWith();
    for (let count = 0; count < identifiesMax; count++) await budget.take(0, signal);
    clock.set(byMs);
    let isThrough = false;
    const sixth = budget.take(0, signal).then(() => {
      isThrough = true;
    });
    await clock.pass(10 * 60_000 - 1);
    expect(isThrough).toBe(false);
    await clock.pass(1);
    await sixth;
  });
});

describe('the throttle of identifies', () => {
  test('lets through as many at once as Discord allows, and the next five seconds later', async () => {
    const clock = createFakeClock();
    const throttle = createIdentifyThrottle(2, clock);
    const { signal } = new AbortController();
    const through: number[] = [];
    for (const shard of [0, 1, 2, 3, 4]) void throttle(shard, signal).then(() => through.push(shard));
    await clock.pass(0);
    expect(through).toEqual([0, 1]);
    await clock.pass(5_000);
    expect(through).toEqual([0, 1]);
    await clock.pass(250);
    expect(through).toEqual([0, 1, 2, 3]);
    await clock.pass(5_250);
    expect(through).toEqual([0, 1, 2, 3, 4]);
  });

  test('lets through after five seconds when the clock was set back meanwhile', async () => {
    const clock = createFakeClock();
    const throttle = createIdentifyThrottle(1, clock);
    const { signal } = new AbortController();
    await throttle(0, signal);
    clock.set(-hourMs);
    let isThrough = false;
    const next = throttle(0, signal).then(() => {
      isThrough = true;
    });
    await clock.pass(5_250);
    expect(isThrough).toBe(true);
    await next;
  });
});
