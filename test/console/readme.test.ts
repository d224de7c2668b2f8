import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectionOf } from '../../bench/questions.ts';
import { answerTo, commands } from '../../src/commands/index.ts';
import { readmeFile, readmeOf } from '../../src/console/readme.ts';
import { openLibrary } from '../../src/library.ts';

test('the README shows the commands and an answer as they are (npm run readme writes them)', async () => {
  const readme = readFileSync(readmeFile, 'utf8');
  expect(await readmeOf(readme)).toBe(readme);
});

test('each example of a command is answered from the articles that come with Footnote', async () => {
  const library = await openLibrary(collectionOf('corpus').folder);
  for (const { example, name } of commands) {
    const { kind } = await answerTo(library, { command: name, query: example.slice(`/${name} `.length) });
    expect(kind, example).not.toBe('nothing');
  }
});
