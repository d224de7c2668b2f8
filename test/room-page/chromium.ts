/** Tests that need a browser. */
import { describe } from 'vitest';
import { missingChromium } from './browser.ts';

/** Where there is no browser, a build machine fails, and a person's is told and goes on. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (missingChromium === null) describe(name, tests);
  else if (process.env['CI']) throw new Error(missingChromium);
  else {
    console.warn(`Passed over: ${name}. ${missingChromium}`);
    describe.skip(name, tests);
  }
}
