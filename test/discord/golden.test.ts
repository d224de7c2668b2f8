import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/answer/reading.ts';
import { answerTo } from '../../src/commands/index.ts';
import { unrendered } from '../../src/discord/escape.ts';
import { throughGate } from '../../src/discord/gate.ts';
import type { Page } from '../../src/discord/parts.ts';
import { render, renderCitation, renderSentence } from '../../src/discord/render.ts';
import { textDisplays } from '../../src/discord/size.ts';
import { words } from '../../src/discord/words.ts';
import { quoteOf } from './articles.ts';
import { articles, town } from './town.ts';

const open = { private: false };
const asked = async (command: string, query: string, page = 0, view = open): Promise<Page> =>
  render(await answerTo(town, { command, query }), page, view);
const names = Array.from({ length: 12 }, (_, n) => `Lovell the ${n + 1}th`);

const messages: Record<string, () => Promise<Page> | Page> = {
  'who-first-page': () => asked('who', 'Ada Lovell'),
  'who-last-page': () => asked('who', 'Ada Lovell', 99),
  'who-private': () => asked('who', 'Bram Lovell', 0, { private: true }),
  'quote-with-markdown-in-the-source': () => asked('quote', '"counted 1,204 stones"'),
  'quote-too-long-for-a-button': () =>
    asked(
      'quote',
      'path that follows the River Wend between hedges past a gate and a bench with the hills of the next county',
    ),
  'which-one-of-a-few': () =>
    render(
      { kind: 'choose', asked: { command: 'who', query: 'Lovell' }, choices: names.slice(0, 2).map(choiceOf) },
      0,
      open,
    ),
  'which-one-of-many': () =>
    render({ kind: 'choose', asked: { command: 'who', query: 'Lovell' }, choices: names.map(choiceOf) }, 0, open),
  nothing: () => asked('who', 'Cornelius Vane'),
  source: () => asked('source', 'After the Flood'),
  'source-that-states-nothing': () => asked('source', 'notes'),
  shelf: () => asked('sources', ''),
  help: () => asked('help', ''),
  'before-and-after': () => {
    const quote = quoteOf(articles.bridge, 1, 1);
    return render(readingOf(articles.bridge, quote.start, quote), 0, { private: true });
  },
  'reading-on': () => render(readingOf(articles.walk, quoteOf(articles.walk, 9).start), 0, open),
  citation: () => renderCitation(quoteOf(articles.flood, 0)),
  sentence: () => renderSentence(words.staleButton),
};

const choiceOf = (label: string) => ({
  label,
  detail: 'person · 3 mentions',
  ask: { command: 'who', query: `"${label}"` },
});

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
