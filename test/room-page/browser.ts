/** The browser that looks at the page: Debian's Chromium, or the one that CHROMIUM names. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';

/** Null where there is one; else what to do about it. */
export const missingChromium: string | null = existsSync(executablePath)
  ? null
  : `There is no Chromium at ${executablePath}: install Debian's package chromium, or set CHROMIUM to another one`;

/** Nothing from elsewhere, and no sandbox, since root has none. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args });

export const desktop: BrowserContextOptions = { viewport: { width: 1100, height: 800 }, colorScheme: 'dark' };
export const phone: BrowserContextOptions = {
  viewport: { width: 380, height: 760 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  colorScheme: 'light',
};
