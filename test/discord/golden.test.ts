import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/answer/reading.ts';
import { answerTo } from '../../src/commands/index.ts';
import { unrendered } from '../../src/discord/escape.ts';
import { throughGate } from '../../src/discord/gate.ts';
import type { Page } from '../../src/discord/parts.ts';
import { render, renderCitation, renderSentence } from '../../src/discord/render.ts';
import { textDisplays } from '../../src/discord/size.ts';
import { words } from '../../src/discord/words.ts';
import type { Choice, Found, NamesAnswer, Quote } from '../../src/model.ts';
import { foundIn, quoteOf, spansOf } from './articles.ts';
import { articles, town } from './town.ts';

const open = { private: false };
const alone = { private: true };
const asked = async (command: string, query: string): Promise<Page> =>
  render(await answerTo(town, { command, query }), 0, open);

const found = (quote: Quote, words: string, alsoIn: readonly Quote[] = []): Found => ({
  quote,
  matches: spansOf(quote, words),
  alsoIn,
});
const { bridge, flood, notes, brother, walk } = articles;
const ada = foundIn(
  { command: 'who', query: 'Ada Lovel' },
  [
    found(quoteOf(bridge, 0, 0, 2), 'Ada Lovell'),
    found(quoteOf(notes, 0), 'Ada Lovell', [quoteOf(flood, 2), quoteOf(brother, 1)]),
    found(quoteOf(flood, 0, 0, 1), 'Ada Lovell'),
    found(quoteOf(bridge, 2, 0, 1), 'Ada Lovell'),
  ],
  {
    subject: {
      name: 'Ada Lovell',
      type: 'person',
      surfaces: ['Ada Lovell', 'Lovell', 'A. Lovell', 'Miss Lovell', 'Ada'],
    },
    note: '“Ada Lovel” was taken for Ada Lovell.',
    total: 31,
  },
);
const longWords =
  'path that follows the River Wend between hedges past a gate and a bench with the hills of the next county';
const mile = (n: number): Found => found(quoteOf(walk, n, 0, 1), 'River Wend');
const miles = foundIn({ command: 'quote', query: longWords }, [mile(0), mile(1), mile(2), mile(3)]);
const stones = foundIn({ command: 'quote', query: '"counted 1,204 stones"' }, [
  found(quoteOf(notes, 1, 0, 1), '1,204'),
]);
const choiceOf = (label: string): Choice => ({
  label,
  detail: 'person · 3 mentions',
  ask: { command: 'who', query: `"${label}"` },
});
const names = Array.from({ length: 12 }, (_, n) => choiceOf(`Lovell of Mill ${n + 1}`));
const lovell = { command: 'who', query: 'Lovell' };

const index: NamesAnswer['groups'] = [
  {
    type: 'person',
    entries: Array.from({ length: 38 }, (_, n) => ({
      name: `Lovell of *Mill* ${n + 1}`,
      mentions: n + 1,
      sources: 1,
      ask: { command: 'who', query: `"Lovell of *Mill* ${n + 1}"` },
    })),
  },
  {
    type: 'place',
    entries: ['Estwick', 'River Wend'].map((name) => ({
      name,
      mentions: 4,
      sources: 2,
      ask: { command: 'where', query: `"${name}"` },
    })),
  },
];

const messages: Record<string, () => Promise<Page> | Page> = {
  'found-first-page': () => render(ada, 0, open),
  'found-last-page': () => render(ada, 99, open),
  'found-private': () => render(ada, 0, alone),
  'found-with-markdown-in-the-source': () => render(stones, 0, open),
  'found-by-words-too-long-for-a-button': () => render(miles, 0, open),
  'which-one-of-a-few': () => render({ kind: 'choose', asked: lovell, choices: names.slice(0, 2) }, 0, open),
  'which-one-of-many': () => render({ kind: 'choose', asked: lovell, choices: names }, 0, open),
  nothing: () =>
    render(
      {
        kind: 'nothing',
        asked: lovell,
        reason: 'Nothing in this library answers “Lovel”.',
        searched: { articles: 5, passages: 31 },
        nearest: names.slice(0, 3),
      },
      0,
      open,
    ),
  source: () => asked('source', 'After the Flood'),
  'source-that-states-nothing': () => asked('source', 'notes'),
  'source-with-an-outline': () => asked('source', 'walk'),
  timeline: () =>
    render(
      foundIn({ command: 'timeline', query: 'River Wend' }, [
        { ...mile(0), when: { text: 'spring of 1911', from: '1911-03-01', to: '1911-05-31', isReckoned: false } },
        { ...mile(1), when: { text: '12 *May*', from: '1911-05-12', to: '1911-05-12', isReckoned: true } },
        { ...mile(2), when: { text: 'mid-December', from: null, to: null, isReckoned: false } },
      ]),
      0,
      open,
    ),
  names: () => render({ kind: 'names', asked: { command: 'names', query: '' }, total: 40, groups: index }, 1, open),
  'names-of-one-type': () =>
    render(
      { kind: 'names', asked: { command: 'names', query: 'places' }, total: 40, groups: index.slice(1) },
      0,
      alone,
    ),
  shelf: () => asked('sources', ''),
  help: () =>
    render(
      {
        kind: 'help',
        asked: { command: 'help', query: '' },
        articles: 5,
        commands: [
          { usage: '/who name', description: 'Who someone is', example: '/who Ada Lovell' },
          { usage: '/help', description: 'What you can ask', example: '/help' },
        ],
      },
      0,
      open,
    ),
  'before-and-after': () => {
    const quote = quoteOf(bridge, 1, 1);
    return render(readingOf(bridge, quote.start, quote), 0, alone);
  },
  'reading-on': () => render(readingOf(walk, quoteOf(walk, 9).start), 0, open),
  'check-exact': () => asked('check', 'In “After the Flood”: “She stood on it through the night … a lamp.”'),
  'check-altered': () => asked('check', '“Bram Lovell was not elected *mayor* after the war.” So much for that.'),
  'check-from-another-source': () => asked('check', 'In “After the Flood”: “The council laughed at it.”'),
  'check-several': () =>
    asked('check', '“The council laughed at it.” “The mayor laughed at it, and then he left.” “Bring your own cup.”'),
  'check-absent': () => asked('check', 'I think that the council wanted another engineer for the bridge.'),
  'passages-of-a-message': async () =>
    render(await answerTo(town, { command: 'passages', query: 'Was it the mayor who opened the bridge?' }), 0, alone),
  citation: () => renderCitation(quoteOf(flood, 0)),
  sentence: () => renderSentence(words.staleButton),
};

describe('messages, as they were looked at and found right', () => {
  it.each(Object.entries(messages))('%s', async (name, made) => {
    const page = await made();
    for (const { quote, display, as } of page.quotes) {
      expect(quote.article.text.slice(quote.start, quote.end)).toBe(quote.text);
      const { content } = textDisplays(page.components).find(({ id }) => id === display)!;
      if (as === 'citation') expect(unrendered(content)).toContain(quote.text);
      else if (!quote.text.includes('spam')) expect(unrendered(content)).toBe(quote.text);
    }
    const components = throughGate(page, town);
    await expect(`${JSON.stringify(components, null, 2)}\n`).toMatchFileSnapshot(`../golden/discord/${name}.json`);
  });
});
