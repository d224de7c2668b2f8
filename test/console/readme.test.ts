import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readmeFile, readmeOf } from '../../src/console/readme.ts';

test('the README shows the commands and an answer as they are (npm run readme writes them)', async () => {
  const readme = readFileSync(readmeFile, 'utf8');
  expect(await readmeOf(readme)).toBe(readme);
});
