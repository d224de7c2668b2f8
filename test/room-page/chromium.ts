/** The browser that looks at the page: Debian's Chromium, or the one that CHROMIUM names. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const missing = `There is no Chromium at ${executablePath}: install Debian's package chromium, or set CHROMIUM to another one`;

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

/** Where there is no browser, a build machine fails, and a person's is told and goes on. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (isThere) describe(name, tests);
  else if (process.env['CI']) throw new Error(missing);
  else describe.skip(`${name} (passed over: ${missing})`, tests);
}
