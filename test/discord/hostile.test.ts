/** Sources that hold whatever a file can hold, of any length: every message made from them is one that Discord takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/answer/reading.ts';
import { throughGate } from '../../src/discord/gate.ts';
import { render, renderCitation } from '../../src/discord/render.ts';
import { textDisplays } from '../../src/discord/size.ts';
import type { Article, Asked, FoundAnswer } from '../../src/model.ts';
import { foundAnywhere, foundIn, hostileArticles } from './articles.ts';
import { libraryWith } from './library.ts';
import { buttonsOf, contentsOf, pagesOf } from './rendered.ts';
import { asSeen, visibleText } from './visible-text.ts';

const asked: Asked = { command: 'who', query: 'Soleimani' };
const longWords = 'a question of many words '.repeat(7).trim();
const open = { private: false };
const alone = { private: true };

describe('any source, however hostile', () => {
  const answers: fc.Arbitrary<{ answer: FoundAnswer; article: Article }> = hostileArticles.chain((hostile) =>
    fc
      .record({
        found: fc.array(foundAnywhere(hostile), { minLength: 1, maxLength: 12 }),
        query: fc.constantFrom('x', '**bold** <@1>', longWords, 'قاسم سلیمانی'),
        surfaces: fc.array(fc.constantFrom('*', '<@1>', 'x'.repeat(400), 'قاسم'), { maxLength: 6 }),
        note: fc.option(fc.constantFrom('short', '*'.repeat(900)), { nil: undefined }),
      })
      .map(({ found: entries, query, surfaces, note }) => ({
        article: hostile,
        answer: foundIn({ command: 'quote', query }, entries, {
          ...(note && { note }),
          subject: { name: hostile.title.value ?? 'none', type: 'untyped', surfaces },
        }),
      })),
  );

  it('gives pages that Discord takes, with every quotation vouched for', () => {
    fc.assert(
      fc.property(answers, ({ answer, article: hostile }) => {
        const from = libraryWith([hostile]);
        const pages = pagesOf(answer);
        for (const page of pages) throughGate(page, from);
        const shown = pages.flatMap((page) => page.quotes.map(({ quote }) => quote));
        // Every passage is there, whole or shortened, in order; one that is there already is not shown again.
        for (const { quote } of answer.found) {
          expect(shown.some(({ start, end }) => quote.start <= start && end <= quote.end)).toBe(true);
        }
        expect(new Set(shown.map(({ start, end }) => `${start} ${end}`)).size).toBe(shown.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is seen as it is by an eye that is not ours, and does nothing', () => {
    fc.assert(
      fc.property(answers, ({ answer }) => {
        for (const page of pagesOf(answer)) {
          for (const content of contentsOf(page)) {
            // Our own small print and headings; what they hold must stay text.
            const lines = content.split('\n').map((line) => line.replace(/^(?:-# |### )/u, ''));
            if (!content.startsWith('> ')) for (const line of lines) visibleText(line);
          }
          for (const { quote, display } of page.quotes) {
            const { content } = textDisplays(page.components).find(({ id }) => id === display)!;
            const marks = quote.article.marks.filter(({ start, end }) => start < quote.end && quote.start < end);
            if (marks.length === 0) expect(asSeen(visibleText(content))).toBe(asSeen(quote.text));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('can be read on in, before and after a quote, within the limits', () => {
    const readings = hostileArticles.chain((hostile) =>
      fc.record({ entry: foundAnywhere(hostile), at: fc.nat(hostile.text.length), hostile: fc.constant(hostile) }),
    );
    fc.assert(
      fc.property(readings, ({ hostile, entry, at }) => {
        const from = libraryWith([hostile]);
        throughGate(render(readingOf(hostile, at), 0, open), from);
        const around = render(readingOf(hostile, entry.quote.start, entry.quote), 0, alone);
        throughGate(around, from);
        const seen = around.quotes.some(({ quote }) => quote.start < entry.quote.end && entry.quote.start < quote.end);
        expect(seen).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('can be read from the start to the end without a gap', () => {
    fc.assert(
      fc.property(hostileArticles, (hostile) => {
        const wanted = hostile.blocks.flatMap((block) => block.sentences);
        let at = 0;
        let seen = 0;
        for (let step = 0; ; step++) {
          if (step > 2 * wanted.length) throw new Error('Reading on has no end');
          const page = render(readingOf(hostile, at), 0, open);
          for (const { quote } of page.quotes) {
            for (; seen < wanted.length && wanted[seen]!.end <= quote.end; seen++) {
              expect(quote.start).toBeLessThanOrEqual(wanted[seen]!.start);
            }
          }
          const later = buttonsOf(page).find(({ label }) => label.startsWith('Later'));
          if (!later) break;
          at = Number(/:(\d+)$/.exec(later.custom_id ?? '')?.[1]);
        }
        expect(seen).toBe(wanted.length);
      }),
      { numRuns: 60 },
    );
  });

  it('can be cited and has a card', () => {
    const cited = hostileArticles.chain((hostile) => foundAnywhere(hostile));
    fc.assert(
      fc.property(cited, ({ quote }) => {
        const from = libraryWith([quote.article]);
        const shown = render(foundIn(asked, [{ quote, matches: [], alsoIn: [] }]), 0, open).quotes[0]!.quote;
        throughGate(renderCitation(shown), from);
        const outline = Array.from({ length: 40 }, (_, n) => ({
          title: '#'.repeat(n),
          level: 2,
          paragraphs: n,
          start: n,
        }));
        throughGate(
          render({ kind: 'source', asked, article: quote.article, outline, paragraphs: 9, opening: [shown] }, 0, open),
          from,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('can stand on the shelf', () => {
    fc.assert(
      fc.property(fc.array(hostileArticles, { maxLength: 12 }), (hostile) => {
        const page = render({ kind: 'shelf', asked, articles: hostile, unread: 1 }, 0, open);
        throughGate(page, null);
      }),
      { numRuns: 40 },
    );
  });

  const when = fc.record({
    text: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('*'.repeat(300), '**<@1>** # x')),
    from: fc.constantFrom('1802-05-01', null),
    to: fc.constantFrom('1803-03-31', null),
    isReckoned: fc.boolean(),
  });

  it('can stand in a timeline, whatever its words for a date are', () => {
    fc.assert(
      fc.property(answers, when, ({ answer, article: hostile }, date) => {
        const dated = { ...answer, found: answer.found.map((found) => ({ ...found, when: date })) };
        for (const page of pagesOf(dated)) throughGate(page, libraryWith([hostile]));
      }),
      { numRuns: 15 },
    );
  });

  it('can give any names to the index, each on one page', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('*'.repeat(200), '<@1>', '木'.repeat(90), 'قاسم سلیمانی', '-# x\n# y'),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 80 }), (names) => {
        const entries = names.map((own, at) => ({
          name: own,
          mentions: at + 1,
          sources: 1,
          ask: { command: 'who', query: `"${own}"` },
        }));
        const pages = pagesOf({ kind: 'names', asked, total: names.length, groups: [{ type: 'person', entries }] });
        for (const page of pages) throughGate(page, null);
        const lines = pages.flatMap(contentsOf).flatMap((content) => content.match(/ · [\d,]+$/gmu) ?? []);
        expect(lines.length).toBe(names.length);
      }),
      { numRuns: 60 },
    );
  });
});
