/** Any bot in a room with a page, and a reader who looks at it in a browser. */
import { Routes } from 'discord.js';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openPage } from '../../src/room/page/server.ts';
import { type Answers, answering, commands, connectedBot, openedRoom } from '../room/bot.ts';
import { launch } from './browser.ts';
import { type Reader, readerAt } from './page-bed.ts';

interface Around {
  readonly commands?: readonly object[];
  readonly context?: BrowserContextOptions;
  readonly attachmentBytesMax?: number;
  /** How long the bot may take to answer; on a machine that is busy it takes as long as it takes. */
  readonly responseMs?: number;
}

/** One browser for the tests of a file; a room, a bot and a page for each reader. */
export function anyBotBed() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return {
    get browser() {
      return browser;
    },
    readerWith: async (answers: Answers, around: Around = {}): Promise<Reader> => {
      const { attachmentBytesMax, context = {}, responseMs = 20_000 } = around;
      const room = await openedRoom({
        responseMs,
        quietMs: 50,
        ...(attachmentBytesMax && { attachmentBytesMax }),
      });
      const { client } = await connectedBot(room, answering(answers));
      const body = around.commands ?? commands;
      await client.rest.put(Routes.applicationCommands(client.application.id), { body });
      const served = await openPage({ room, port: 0 });
      const page = await browser.newPage(context);
      onTestFinished(async () => {
        await page.close();
        await served.close();
      });
      await page.goto(served.address);
      await page.locator('body[data-ready]').waitFor();
      return readerAt(page);
    },
  };
}
