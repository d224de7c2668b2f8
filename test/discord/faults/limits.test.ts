/** Limits that say nothing of how long, or more than anybody waits: each costs one request, and is told. */
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../../src/discord/bot.ts';
import type { Clock } from '../../../src/discord/clock.ts';
import { createDesk } from '../../../src/discord/desk.ts';
import { limited, type RestHappening } from '../../../src/room/faults.ts';
import { town } from '../town.ts';
import { hastyClock, openedRoom, patient } from './bed.ts';

/** As of who stands before Discord, and has had enough of this address. */
const page = (headers: Record<string, string>): RestHappening => ({
  kind: 'answer',
  status: 429,
  body: '<title>You are being rate limited</title>',
  headers: { 'content-type': 'text/html', ...headers },
});

test.each([
  ['without a time', page({}), 'Discord answered 429', 5_000],
  ['with a time that is none', page({ 'retry-after': 'soon' }), 'Discord answered 429', 5_000],
  ['with a time that is past', page({ 'retry-after': '-5' }), 'Discord answered 429', 5_000],
  ['of ten minutes', limited(600), 'Discord asks to wait 600050 ms', 600_050],
] as const)('a limit %s is told, and costs one request an attempt', async (_, what, why, waitMs) => {
  const room = await openedRoom();
  const logged: string[] = [];
  const lift = room.faults.rest({ path: '/commands', what });
  const { promise: lifted, resolve: goOn } = Promise.withResolvers<void>();
  let isLifted = false;
  const clock: Clock = {
    ...hastyClock,
    wait: (ms, signal) => (ms === waitMs && !isLifted ? lifted : hastyClock.wait(ms, signal)),
  };
  const asked = () => room.requests.filter(({ path }) => path.endsWith('/commands')).length;
  const log = (line: string) => logged.push(line);
  const bot = await startBot({ token: room.token, restUrl: room.restUrl, desk: createDesk(() => town), log, clock });
  onTestFinished(() => bot.stop());
  expect(asked()).toBe(1);
  expect(logged).toContain(
    `Discord could not be given the commands: ${why}. Members may see none, or old ones. Trying again in ${Math.ceil(waitMs / 1_000)} s.`,
  );
  lift();
  isLifted = true;
  goOn();
  await expect.poll(() => room.commands.length, patient).toBeGreaterThan(0);
});
