/** `npm run bench:page`: what the room's page weighs, and how long it takes to load and to show an answer, in a Chromium. */

import { bundledCorpus } from '../src/config.ts';
import { startBot } from '../src/discord/bot.ts';
import { createDesk } from '../src/discord/desk.ts';
import { openLibrary } from '../src/library.ts';
import { openRoomWithPage } from '../src/room/open.ts';
import { desktop, launch, missingChromium } from '../test/room-page/browser.ts';

const loads = 20;
const line = '/who Soleimani';

/** What the browser itself measured, in milliseconds since the page was asked for. */
const loadedMs = 'performance.getEntriesByType("navigation")[0].loadEventEnd';
const readyMs = 'performance.getEntriesByName("ready")[0].startTime';
const bytes = 'performance.getEntries().reduce((sum, { decodedBodySize = 0 }) => sum + decodedBodySize, 0)';

if (missingChromium !== null) throw new Error(missingChromium);
const library = await openLibrary(bundledCorpus);
const { address, close, room } = await openRoomWithPage({ port: 0 });
const bot = await startBot({
  token: room.token,
  restUrl: room.restUrl,
  desk: createDesk(() => library),
  log: () => {},
});
const browser = await launch();
const figures: Record<'loaded' | 'ready' | 'answer', number[]> = { loaded: [], ready: [], answer: [] };
let weight = 0;
for (let load = 0; load < loads; load++) {
  // Each in a context of its own: nothing is cached.
  const page = await browser.newPage(desktop);
  await page.goto(address, { waitUntil: 'load' });
  await page.locator('body[data-ready]').waitFor();
  figures.ready.push(Number(await page.evaluate(readyMs)));
  figures.loaded.push(Number(await page.evaluate(loadedMs)));
  weight = Number(await page.evaluate(bytes));
  const count = await page.locator('.message').count();
  await page.locator('#line').pressSequentially(line);
  const started = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('.message').nth(count).waitFor();
  figures.answer.push(performance.now() - started);
  await page.close();
}
await browser.close();
await bot.stop();
await close();

const at = (times: readonly number[], part: number): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(0)} ms`;
};
console.log(`The page, all its files: ${(weight / 1_000).toFixed(1)} kB, unpacked`);
for (const [name, times] of Object.entries(figures)) {
  console.log(`${name}: median ${at(times, 0.5)}, slowest of ${loads} ${at(times, 1)}`);
}
