import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/answer/reading.ts';
import { throughGate } from '../../src/discord/gate.ts';
import { askedFrom } from '../../src/discord/pages.ts';
import { render, renderCitation, renderSentence } from '../../src/discord/render.ts';
import { placeLineOf } from '../../src/discord/shorten.ts';
import { everyComponent, textDisplays } from '../../src/discord/size.ts';
import { words } from '../../src/discord/words.ts';
import { placeOf } from '../../src/ingest/place.ts';
import type { Asked, Choice, Quote } from '../../src/model.ts';
import { articleOf, foundIn, quoteOf, spansOf } from './articles.ts';
import { libraryWith } from './library.ts';
import { buttonsOf, contentsOf, labelsOf, pagesOf, quotationsOf } from './rendered.ts';

const asked: Asked = { command: 'who', query: 'Soleimani' };
const longWords = 'a question of many words '.repeat(7).trim();
const open = { private: false };
const alone = { private: true };

const article = articleOf({
  title: 'A Bridge Too Few',
  publisher: 'The Ferry Times',
  published: '2016-04-13',
  url: 'https://ferry.example/bridge?id=7',
  paragraphs: [
    ['Ada Lovell built the *first* bridge.', 'It stood for ten years.', 'Nobody was hurt when it fell.'],
    ['The second bridge was never built.', 'Ada Lovell had left the town by then.'],
    ['Buy at www.spam.example now: the ferry still runs.'],
  ],
  spam: 'www.spam.example',
});
const library = libraryWith([article]);
const found = (quote: Quote, words = 'Ada Lovell') => ({ quote, matches: spansOf(quote, words), alsoIn: [] });

describe('a source', () => {
  it('tells its language, where facts were found and why it has a label in words for people', () => {
    const reason = `${'Some words in it seem to have been exchanged. '.repeat(6)}Quotes are exact.`;
    const labels = [{ kind: 'machine-rewritten', text: 'reads as machine-rewritten', reason }] as const;
    const labelled = {
      ...articleOf({ title: 'A Bridge', paragraphs: [['It stood.']], labels }),
      lang: { value: 'de', from: 'its words' },
      published: { value: { iso: '2016-04-13', precision: 'day' as const }, from: 'url-path' },
    };
    const card = contentsOf(
      render({ kind: 'source', asked, article: labelled, outline: [], paragraphs: 1, opening: [] }, 0, open),
    ).join('\n');
    expect(card).toContain('-# German (its words) · ');
    expect(card).toContain('**Published** 2016-04-13 (its address)');
    expect(card).toContain('Quotes are exact.');
  });

  it('says once where most facts were found, and in one line what is not stated', () => {
    const stated = {
      ...articleOf({ title: 'A Bridge', publisher: 'The Harrow Courier', paragraphs: [['It stood.']] }),
      authors: { value: ['Ann Reed'], from: 'line 2' },
      published: { value: null, from: 'not stated' },
    };
    const card = contentsOf(
      render({ kind: 'source', asked, article: stated, outline: [], paragraphs: 1, opening: [] }, 0, open),
    ).join('\n');
    expect(card).toContain('**Author** Ann Reed (line 2)\n**Publisher** The Harrow Courier\n');
    expect(card.match(/front matter/gu)).toHaveLength(1);
    expect(card).toContain('-# Not stated: date, address');
  });

  it('whose language has no name shows the tag', () => {
    expect(words.language('not a tag')).toBe('not a tag');
  });
});

describe('passages found', () => {
  const answer = foundIn(asked, [found(quoteOf(article, 0, 0, 1)), found(quoteOf(article, 1, 0, 1))], {
    subject: { name: 'Ada Lovell', type: 'person', surfaces: ['Ada Lovell', 'Lovell', 'A. Lovell'] },
    note: '“Ada Lovel” was taken for Ada Lovell.',
    total: 14,
  });

  it('stand under who was asked for and how much there is', () => {
    const [head, note] = contentsOf(render(answer, 0, open));
    expect(head).toBe(
      '### Ada Lovell\n-# person · the best 2 of 14 passages in 1 source · also written Lovell, A. Lovell',
    );
    expect(note).toBe('“Ada Lovel” was taken for Ada Lovell.');
  });

  it('found by words are not counted beyond those that are shown', () => {
    const [head] = contentsOf(render({ ...answer, subject: null }, 0, open));
    expect(head).toBe('### “Soleimani”\n-# the best 2 passages in 1 source');
  });

  it('of a timeline stand under their date, and are the first, not the best', () => {
    const dated = (text: string) => ({ text, from: '1911-05-12', to: '1911-05-12', isReckoned: false });
    const entries = [
      { ...found(quoteOf(article, 0, 0, 1)), when: dated('12 May 1911') },
      { ...found(quoteOf(article, 1, 0, 1)), when: dated('that day') },
    ];
    const [head, first, quotation] = contentsOf(render(foundIn(asked, entries, { total: 14 }), 0, open));
    expect(head).toContain('the first 2 of 14 dated sentences in 1 source');
    expect(first).toBe('**12 May 1911**');
    expect(quotation).toMatch(/^> \*\*Ada Lovell\*\* built/);
  });

  it('are quotations with what matches in bold', () => {
    expect(quotationsOf(render(answer, 0, open))).toEqual([
      '> **Ada Lovell** built the \\*first\\* bridge. It stood for ten years.',
      '> The second bridge was never built. **Ada Lovell** had left the town by then.',
    ]);
  });

  it('name title, publisher, date and place under each', () => {
    const place = placeLineOf(placeOf(article, quoteOf(article, 0, 0, 1)), 100);
    expect(contentsOf(render(answer, 0, open))[3]).toBe(
      `-# **A Bridge Too Few**\n-# The Ferry Times · 2016-04-13 · ${place}`,
    );
  });

  it('have buttons to read around, to cite, and to open the source at the passage', () => {
    const buttons = buttonsOf(render(answer, 0, open));
    expect(buttons.slice(0, 3).map(({ label }) => label)).toEqual(['Before and after', 'Cite', 'Open']);
    expect(buttons[2]?.url).toMatch(/^https:\/\/ferry\.example\/bridge\?id=7#:~:text=Ada%20Lovell/);
  });

  it('end with Remove for everyone’s answer, with Share for a private one', () => {
    expect(labelsOf(render(answer, 0, open)).at(-1)).toBe('Remove');
    expect(labelsOf(render(answer, 0, alone)).at(-1)).toBe('Share');
  });

  it('say when a source states no date, when it deserves a warning, and where else the words stand', () => {
    const copy = articleOf({ title: 'A Copy', path: 'copy.md', paragraphs: [['Ada Lovell built the bridge.']] });
    const labels = [{ kind: 'machine-rewritten', text: 'reads as machine-rewritten', reason: 'because' }] as const;
    const bare = articleOf({ title: null, path: 'bare.txt', paragraphs: [['Ada Lovell built the bridge.']], labels });
    const entry = { ...found(quoteOf(bare, 0)), alsoIn: [quoteOf(copy, 0)] };
    const under = contentsOf(render(foundIn(asked, [entry]), 0, open)).at(-1);
    expect(under).toContain('**bare.txt**\n-# date not stated');
    expect(under).toContain('⚠ reads as machine-rewritten');
    expect(under).toContain('also in A Copy');
    expect(labelsOf(render(foundIn(asked, [entry]), 0, open))).not.toContain('Open');
  });

  it('show what is not the author’s as left out', () => {
    expect(quotationsOf(render(foundIn(asked, [found(quoteOf(article, 2))]), 0, open))).toEqual([
      '> Buy at \\[…] now: the ferry still runs.',
    ]);
  });

  it('are shortened at the end of a sentence, and say so outside the quotation', () => {
    const sentences = [
      'Ada Lovell came.',
      ...Array.from({ length: 5 }, (_, n) => `${n} ${'is a long time '.repeat(20)}ago.`),
    ];
    const long = articleOf({ title: 'Long', paragraphs: [sentences] });
    const page = render(foundIn(asked, [found(quoteOf(long, 0, 0, 5))]), 0, open);
    const shown = page.quotes[0]?.quote.text ?? '';
    expect(sentences.join(' ').startsWith(shown)).toBe(true);
    expect(shown).toMatch(/ago\.$/);
    expect(shown.length).toBeLessThan(1_000);
    expect(contentsOf(page).at(-1)).toContain('(shortened: 3 more sentences in the source)');
  });

  it('are shortened so that what matches is seen', () => {
    const sentences = [
      ...Array.from({ length: 5 }, (_, n) => `${n} ${'is a long time '.repeat(20)}ago.`),
      'Ada Lovell came.',
    ];
    const long = articleOf({ title: 'Long', paragraphs: [sentences] });
    const page = render(foundIn(asked, [found(quoteOf(long, 0, 0, 5))]), 0, open);
    expect(quotationsOf(page)).toEqual(['> **Ada Lovell** came.']);
    expect(contentsOf(page).at(-1)).toContain('(shortened: 5 more sentences in the source)');
  });

  it('hold a question that is too long for a button, to be read back from the message', () => {
    const page = render(foundIn({ command: 'quote', query: longWords }, [found(quoteOf(article, 0))]), 0, alone);
    const display = textDisplays(page.components).find(({ content }) => content.startsWith('-# Asked'));
    expect(askedFrom(display?.content ?? '')).toBe(longWords);
    expect(buttonsOf(page).every(({ custom_id = '' }) => custom_id.length <= 100)).toBe(true);
  });
});

describe('a stretch of an article', () => {
  it('shows the quote that the reader came from in bold, and where it stands', () => {
    const page = render(readingOf(article, 0, quoteOf(article, 0, 1)), 0, alone);
    expect(quotationsOf(page)[0]).toBe(
      '> Ada Lovell built the \\*first\\* bridge. **It stood for ten years.** Nobody was hurt when it fell.',
    );
    expect(labelsOf(page)).toEqual(['Open', 'Share']);
  });

  it('has a line above the quote that is a paragraph, and no paragraph of bold', () => {
    const contents = contentsOf(render(readingOf(article, 0, quoteOf(article, 1, 0, 1)), 0, alone));
    expect(contents.join('\n')).not.toContain('> **');
    expect(contents.indexOf(`-# ${words.thePassage}`) + 1).toBe(
      contents.findIndex((content) => content.startsWith('> The second bridge')),
    );
  });

  it('goes on with Later and back with Earlier', () => {
    const long = articleOf({
      title: 'Long',
      paragraphs: Array.from({ length: 12 }, (_, n) => [`Paragraph ${n} ${'goes on and on '.repeat(20)}here.`]),
    });
    const first = render(readingOf(long, 0), 0, alone);
    expect(labelsOf(first)).toEqual(['Later ›', 'Share']);
    const at = Number(/:(\d+)$/.exec(buttonsOf(first)[0]?.custom_id ?? '')?.[1]);
    expect(at).toBeGreaterThanOrEqual(first.quotes.at(-1)!.quote.end);
    expect(labelsOf(render(readingOf(long, at), 0, alone))).toEqual(['‹ Earlier', 'Later ›', 'Share']);
  });
});

describe('many short paragraphs', () => {
  it('are read on with none left out, though a message holds only some of them', () => {
    const list = articleOf({ title: 'List', paragraphs: Array.from({ length: 40 }, (_, n) => [`Item ${n}.`]) });
    const seen: string[] = [];
    for (let at: number | undefined = 0; at !== undefined; ) {
      const page = render(readingOf(list, at), 0, open);
      throughGate(page, libraryWith([list]));
      seen.push(...page.quotes.map(({ quote }) => quote.text));
      const later = buttonsOf(page).find(({ label }) => label.startsWith('Later'));
      at = later && Number(/:(\d+)$/.exec(later.custom_id ?? '')?.[1]);
    }
    expect(seen).toEqual(Array.from({ length: 40 }, (_, n) => `Item ${n}.`));
  });
});

describe('a citation', () => {
  it('is given to read and, in a code block, to paste', () => {
    const contents = contentsOf(renderCitation(quoteOf(article, 1)));
    expect(contents[1]).toContain('“The second bridge was never built.” — “A Bridge Too Few”');
    expect(contents[3]).toMatch(/^```md\n> The second bridge was never built\.\n> — .*\n```$/s);
  });

  it('leaves the code block where the words would end it', () => {
    const fenced = articleOf({ title: 'F', paragraphs: [['Use ``` to begin.']] });
    const page = renderCitation(quoteOf(fenced, 0));
    throughGate(page, libraryWith([fenced]));
    expect(contentsOf(page).at(-1)).toContain('\\> Use \\`\\`\\` to begin.');
  });
});

const choice = (label: string, query = label): Choice => ({
  label,
  detail: 'person · 2 mentions',
  ask: { command: 'who', query },
});

describe('a choice', () => {
  it('of a few has a button each, of many a menu, and none twice', () => {
    const few = render({ kind: 'choose', asked, choices: [choice('Ada'), choice('Bea'), choice('Ada')] }, 0, open);
    expect(contentsOf(few)).toEqual([
      '### “Soleimani”: which one?',
      '**Ada**\n-# person · 2 mentions',
      '**Bea**\n-# person · 2 mentions',
    ]);
    expect(labelsOf(few)).toEqual(['Show', 'Show', 'Remove']);
    const many = Array.from({ length: 40 }, (_, n) => choice(`Person ${n}`));
    const page = render({ kind: 'choose', asked, choices: many }, 0, open);
    throughGate(page, library);
    const menu = everyComponent(page.components).find(({ type }) => type === 3) as unknown as { options: unknown[] };
    expect(menu.options).toHaveLength(25);
    expect(contentsOf(page).at(-1)).toContain('The first 25 of 40');
  });

  it('works with names of any length', () => {
    const long = [choice('x', longWords), choice('y', `${longWords} y`), choice('', '*'.repeat(200))];
    const page = render({ kind: 'choose', asked: { command: 'who', query: longWords }, choices: long }, 0, open);
    throughGate(page, library);
    expect(new Set(buttonsOf(page).map(({ custom_id }) => custom_id)).size).toBe(4);
  });
});

describe('nothing found', () => {
  const nothing = { kind: 'nothing', asked, searched: { articles: 3, passages: 1_200 } } as const;

  it('is an answer: what was searched, and the nearest names to press', () => {
    const page = render({ ...nothing, reason: 'Nothing answers “*x*”.', nearest: [choice('Ada')] }, 0, open);
    expect(contentsOf(page)).toEqual([
      'Nothing answers “\\*x\\*”.\n-# Searched 1,200 passages in 3 articles. Perhaps this?',
    ]);
    expect(labelsOf(page)).toEqual(['Ada', 'Remove']);
  });

  it('offers nothing where nothing is near', () => {
    const page = render({ ...nothing, reason: 'No.', nearest: [] }, 0, open);
    expect(contentsOf(page)).toEqual(['No.\n-# Searched 1,200 passages in 3 articles']);
  });
});

describe('the shelf', () => {
  const articles = Array.from({ length: 20 }, (_, n) =>
    articleOf({ title: `Article ${n}`, path: `${n}.md`, publisher: 'P', paragraphs: [['Text.']] }),
  );

  it('lists eight articles a page, with a menu that opens their cards', () => {
    const pages = pagesOf({ kind: 'shelf', asked: { command: 'sources', query: '' }, articles, unread: 2 });
    expect(pages).toHaveLength(3);
    expect(contentsOf(pages[2]!)[0]).toBe('### Sources\n-# 20 articles · 2 files could not be read · page 3 of 3');
    expect(contentsOf(pages[2]!)[1]).toContain('**Article 19**\n-# P · date not stated');
    for (const page of pages) throughGate(page, library);
  });

  it('says so when it is empty', () => {
    const page = render({ kind: 'shelf', asked, articles: [], unread: 0 }, 0, open);
    expect(contentsOf(page)[1]).toBe('There are no articles here yet.');
  });
});

describe('the help', () => {
  it('lists every command with an example', () => {
    const command = { usage: '/who name', description: 'Who someone is', example: '/who Ada' };
    const bare = { usage: '/help', description: 'This', example: '/help' };
    const page = render({ kind: 'help', asked, commands: [command, bare], articles: 9 }, 0, open);
    expect(contentsOf(page)[1]).toBe('**/who name** Who someone is\n-# for example /who Ada\n**/help** This');
  });
});

describe('a sentence', () => {
  it('is shown as it is', () => {
    expect(contentsOf(renderSentence('# Sorry'))).toEqual(['\\# Sorry']);
  });
});
