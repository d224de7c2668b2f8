import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readingOf } from '../../src/answer/reading.ts';
import { answerTo, commands } from '../../src/commands/index.ts';
import { bundledCorpus } from '../../src/config.ts';
import { withOmissions } from '../../src/discord/escape.ts';
import type { Page } from '../../src/discord/parts.ts';
import { render } from '../../src/discord/render.ts';
import { openLibrary } from '../../src/library.ts';
import type { Answer, Library, Quote } from '../../src/model.ts';
import { libraryWith } from '../discord/library.ts';
import { town } from '../discord/town.ts';
import { asSeen } from '../discord/visible-text.ts';
import { describeInBrowser } from './chromium.ts';
import { pageBed, type Reader } from './page-bed.ts';

const view = { private: false };

/** The source's own characters, sliced anew, with what is not its author's left out. */
function sourceText({ article, end, start }: Quote): string {
  const gaps = article.marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }));
  return asSeen(withOmissions(article.text.slice(start, end), gaps, []).text);
}

const quotationsOf = ({ quotes }: Page): string[] =>
  quotes.filter(({ as }) => as === 'quotation').map(({ quote }) => sourceText(quote));

/** What is seen of each quotation, character by character. */
const seenIn = (message: Locator): Promise<string[]> => message.locator('blockquote').allInnerTexts();

async function expectQuotes(message: Locator, answer: Answer, page: number): Promise<number> {
  const wanted = quotationsOf(render(answer, page, view));
  await expect.poll(() => seenIn(message)).toEqual(wanted);
  return wanted.length;
}

/** Asks, looks at the first pages, then at what stands around the first quote and at its citation. */
async function lookThrough({ ask, messages, press }: Reader, library: Library, line: string): Promise<number> {
  const [, command = '', query = ''] = /^\/(\S+) ?(.*)$/u.exec(line) ?? [];
  const answer = await answerTo(library, { command, query });
  const message = await ask(line);
  let seen = await expectQuotes(message, answer, 0);
  if (answer.kind !== 'found') return seen;
  const [shown] = render(answer, 0, view).quotes;
  const quote = shown!.quote;
  await press(message, 'Before and after');
  const reading = readingOf(quote.article, quote.start, quote);
  seen += await expectQuotes(messages().last(), reading, 0);
  await press(message, 'Cite');
  const cited = await messages().last().locator('.text').allInnerTexts();
  expect(cited.join('\n')).toContain(sourceText(quote));
  for (let page = 1; page <= 2; page++) {
    const next = message.getByRole('button', { name: 'Next ›' });
    if ((await next.count()) === 0 || (await next.isDisabled())) break;
    await next.click();
    seen += await expectQuotes(message, answer, page);
  }
  return seen;
}

describeInBrowser('each quote on the page is the source, character by character', () => {
  const bed = pageBed(town);
  test.each([
    '/who Ada Lovell',
    '/who Lovell',
    '/who Nobody Known',
    '/event Flood',
    '/where Harrow',
    '/quote "counted 1,204 stones"',
    '/quote "a bench"',
    '/source walk',
    '/source notes',
    '/sources',
    '/help',
  ])('%s', async (line) => {
    const kind = (await answerTo(town, { command: line.split(' ')[0]!.slice(1), query: line.replace(/^\S+ ?/u, '') }))
      .kind;
    const seen = await lookThrough(await bed.reader(), town, line);
    expect(seen > 0).toBe(kind === 'found' || kind === 'source');
  });
});

describeInBrowser('each quote of the articles that come with the project, too', () => {
  let library: Library = libraryWith([]);
  const bed = pageBed(() => library);
  beforeAll(async () => {
    library = await openLibrary(bundledCorpus);
  });
  test.each(commands.map(({ example }) => example))('%s', async (example) => {
    await lookThrough(await bed.reader(), library, example);
  });
});
