/** `npm run pictures`: makes the pictures of the README in docs/, of the real bot in the room's page, in a Chromium. */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { bundledCorpus } from '../src/config.ts';
import { startBot } from '../src/discord/bot.ts';
import { createDesk } from '../src/discord/desk.ts';
import { openLibrary } from '../src/library.ts';
import { createManualClock } from '../src/room/clock.ts';
import { openRoomWithPage } from '../src/room/open.ts';
import { desktop, launch, missingChromium, phone } from '../test/room-page/browser.ts';

/** Always the same, so that a picture changes only when what it shows does. */
const moment = Date.UTC(2026, 10, 22, 10, 24);

const folder = fileURLToPath(new URL('../docs/', import.meta.url));

const pictures: readonly { readonly name: string; readonly line: string; readonly look: BrowserContextOptions }[] = [
  {
    name: 'answer-desktop',
    line: '/who Soleimani',
    look: { ...desktop, viewport: { width: 960, height: 720 }, deviceScaleFactor: 2 },
  },
  { name: 'answer-phone', line: '/event Aleppo', look: phone },
];

if (missingChromium !== null) throw new Error(missingChromium);
mkdirSync(folder, { recursive: true });
const library = await openLibrary(bundledCorpus);
const browser = await launch();
for (const { line, look, name } of pictures) {
  const { address, close, room } = await openRoomWithPage({ port: 0, clock: createManualClock(moment) });
  const bot = await startBot({
    token: room.token,
    restUrl: room.restUrl,
    desk: createDesk(() => library),
    log: () => {},
  });
  const page = await browser.newPage({ ...look, locale: 'en-GB', timezoneId: 'UTC' });
  await page.goto(address);
  await page.locator('body[data-ready]').waitFor();
  await page.locator('#line').pressSequentially(line);
  await page.keyboard.press('Enter');
  await page.locator('.message').waitFor();
  // Without a caret that blinks.
  await page.evaluate('document.activeElement.blur()');
  await page.screenshot({ path: `${folder}${name}.png` });
  console.log(`docs/${name}.png: ${line}`);
  await bot.stop();
  await close();
}
await browser.close();
