/** The real bot in a room, its page, and readers who look at it in a browser. */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createDesk } from '../../src/discord/desk.ts';
import type { Library } from '../../src/model.ts';
import { type OpenedRoom, openRoomWithPage } from '../../src/room/open.ts';
import { desktop, launch } from './browser.ts';

const picturesFolder = fileURLToPath(new URL('../../test-results/', import.meta.url));

export interface Reader {
  readonly page: Page;
  /** A command line, typed key by key and sent. */
  ask(line: string): Promise<Locator>;
  /** Presses a button of a message and waits for what it brings: a new message, or the same one changed. */
  press(message: Locator, button: string): Promise<void>;
  messages(): Locator;
  /** Once there are so many. */
  message(number: number): Promise<Locator>;
  picture(name: string): Promise<void>;
}

/** One browser for the tests of a file, and a room of its own for each test. */
export function pageBed(library: Library | (() => Library)) {
  let browser: Browser;
  let opened: OpenedRoom;
  let bot: Bot;
  /** What the browser complained of; a test that expects none sees to it. */
  const faults: string[] = [];
  const roomOrigin = () => new URL(opened.room.restUrl).origin;
  beforeAll(async () => {
    browser = await launch();
    opened = await openRoomWithPage({ port: 0, about: ['Passages.'], examples: ['/who Ada Lovell', '/help'] });
    bot = await startBot({
      token: opened.room.token,
      restUrl: opened.room.restUrl,
      desk: createDesk(typeof library === 'function' ? library : () => library),
      log: () => {},
    });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
    await opened?.close();
  });
  return {
    get address() {
      return opened.address;
    },
    get room() {
      return opened.room;
    },
    stopBot: () => bot.stop(),
    /** A new tab, and so a new reader, who sees what is in the channel already. */
    reader: async (options: BrowserContextOptions = desktop): Promise<Reader> => {
      const page = await (await browser.newContext({ ...options, locale: 'en-GB' })).newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('request', (request) => {
        // Files of the bot come from the room itself.
        const isOurs = new URL(request.url()).hostname === 'localhost' || request.url().startsWith(roomOrigin());
        if (!isOurs) faults.push(`It asked for ${request.url()}`);
      });
      await page.goto(opened.address);
      await page.locator('body[data-ready]').waitFor();
      return readerAt(page);
    },
  };
}

export function readerAt(page: Page): Reader {
  const messages = () => page.locator('.message');
  const message = async (number: number) => {
    // What was asked stands there at once, and isn't answered yet.
    await expect.poll(() => page.locator('.message:not(.pending)').count()).toBe(number);
    return messages().nth(number - 1);
  };
  return {
    page,
    messages,
    message,
    ask: async (line) => {
      const count = await messages().count();
      await page.locator('#line').focus();
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      // A command without options was only chosen so far.
      if (!line.includes(' ')) await page.keyboard.press('Enter');
      return message(count + 1);
    },
    press: async (from, button) => {
      const before = await messages().allInnerTexts();
      await from.getByRole('button', { name: button, exact: true }).first().click();
      await expect.poll(() => messages().allInnerTexts()).not.toEqual(before);
    },
    picture: async (name) => {
      mkdirSync(picturesFolder, { recursive: true });
      await page.screenshot({ path: `${picturesFolder}${name}.png` });
    },
  };
}
