import { describe, expect, test } from 'vitest';
import { createIdentifyBudget, identifiesMax, type SessionStarts } from '../../src/discord/identify-budget.ts';
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

  test('is given up by who waits for it', async () => {
    const { budget, clock } = budgetWith(() => ({ total: 1000, remaining: 3, resetAfterMs: hourMs }));
    const stopping = new AbortController();
    const taking = budget.take(0, stopping.signal);
    await clock.pass(0);
    stopping.abort(new Error('stopped'));
    await expect(taking).rejects.toThrow('stopped');
  });
});
