import { expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const library = libraryFrom({
  'late.md': `---
title: The ceasefire of the valley
---

The ceasefire of the valley held. A ceasefire was signed by both sides on 4 March 1931, and the ceasefire lasted.
`,
  'early.md': `---
title: Norrby
---

Norrby is a town of mills and weavers on the river. In May 1802 a ceasefire was signed there.

Norrby was burned on 3 October 1889. The attack came at night.
`,
});
const event = async (query: string) => quotesOf(await answerTo(library, { command: 'event', query }));

test('events of a kind are told in order of time', async () => {
  const quotes = await event('ceasefire');
  expect(quotes[0]).toContain('May 1802');
  expect(quotes[1]).toContain('4 March 1931');
});

test('events of a place are told in order of time', async () => {
  const quotes = await event('Norrby');
  expect(quotes[0]).toContain('May 1802');
  expect(quotes[1]).toContain('3 October 1889');
});

test('of one event the passage that tells it best opens', async () => {
  expect((await event('the ceasefire of the valley'))[0]).toContain('held');
});
