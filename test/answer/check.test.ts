import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkOf } from '../../src/answer/check.ts';
import { differencesTold } from '../../src/answer/differences.ts';
import { verify } from '../../src/answer/quote.ts';
import type { Checked } from '../../src/model.ts';
import { unitsOf } from '../../src/text/units.ts';
import { bundledArticles } from '../bundled-articles.ts';
import { harbour } from '../harbour.ts';
import { libraryFrom } from '../library-from.ts';

const library = libraryFrom({
  ...harbour,
  'spy.md': `---
title: The keeper of the light
author: Mira Oddvik
publisher: The Northern Almanac
---

The keeper was not, as the town believed, a spy. He kept the gun-
powder of the fort in his cellar, which is a well-known story. The council paid him 1,204 crowns a year.

“Nobody asked me,” he wrote, “and so I said nothing.” That was in 1911.
`,
});
const check = (query: string) => checkOf(library, { command: 'check', query });
const one = async (query: string): Promise<Checked> => {
  const { checks } = await check(query);
  expect(checks).toHaveLength(1);
  return checks[0]!;
};
const told = ({ differences, quotes, said }: Checked): string =>
  quotes[0] ? differencesTold(differences, said, quotes[0].article) : '';

describe('a quotation is to the letter', () => {
  test.each([
    'He says “the keeper was not, as the town believed, a spy”.',
    '"THE KEEPER WAS NOT, AS THE TOWN BELIEVED, A SPY"',
    '> The keeper was not, as the town\n> believed, a spy.',
    '„He kept the gunpowder of the fort“',
    '“which is a well known story”',
    '“Nobody asked me,” he wrote, “and so I said nothing.”'.replace(/^“/, '«').replace(/”$/, '»'),
    'The keeper was not, as the town believed, a spy.',
    '“The council paid him 1,204 crowns a year. ‘Nobody asked me,’ he wrote”',
  ])('%j', async (message) => {
    const checked = await one(message);
    expect(checked).toMatchObject({ verdict: 'exact', differences: [], misnamed: [] });
    expect(checked.quotes[0]?.article.path).toBe('spy.md');
  });

  test('with words left out at "…" and put in in brackets, which are told', async () => {
    const elided = await one('“The keeper was … a spy”');
    expect(elided.verdict).toBe('exact');
    expect(told(elided)).toBe('“…” leaves out “not, as the town believed”');
    const inserted = await one('“[T]he keeper was not, as [they] believed, a spy [sic]”');
    expect(inserted.verdict).toBe('exact');
    expect(told(inserted)).toBe('“they” put in for “the town”; “sic” put in');
  });

  test('with the other sources that say the same', async () => {
    const { alsoIn, verdict } = await one('“Dubrovska signed it, and Vandermeer signed it after her.”');
    expect(verdict).toBe('exact');
    expect(alsoIn).toHaveLength(1);
  });
});

describe('a quotation is altered', () => {
  test.each([
    ['“The keeper was, as the town believed, a spy.”', '“not” left out'],
    ['“The keeper was not, as the town believed, a cook.”', '“cook” where the source has “spy”'],
    ['“The keeper was not, as the whole town believed, a spy.”', '“whole” added'],
    ['“The council paid him 1,304 crowns a year.”', '“1,304” where the source has “1,204”'],
    ['“He kept the gun powder of the fort in his cellar”', ''],
  ])('%s: %s', async (message, difference) => {
    const checked = await one(message);
    expect(checked.verdict).toBe(difference ? 'altered' : 'exact');
    expect(told(checked)).toBe(difference);
  });
});

describe('a quotation is from another source than the message names', () => {
  test.each([
    'In “The keeper of the light”: “the dock would stand still until the wages rose”',
    'Mira Oddvik wrote: “the dock would stand still until the wages rose”',
    'The Northern Almanac says “the dock would stand still until the wages rose”',
    '> the dock would stand still until the wages rose\n> — The keeper of the light',
  ])('%j', async (message) => {
    const { misnamed, verdict } = await one(message);
    expect(verdict).toBe('exact');
    expect(misnamed).toHaveLength(1);
  });

  test('but not when it stands there as well', async () => {
    const { misnamed, quotes } = await one('In “A reprint”: “It raised wages by a tenth.”');
    expect(misnamed).toEqual([]);
    expect(quotes[0]?.article.path).toBe('copy.md');
    expect((await one('Mira Oddvik wrote: “Nobody asked me”')).misnamed).toEqual([]);
  });
});

describe('a quotation is not in the library', () => {
  test('when no source says anything like it, and then the nearest passage is there', async () => {
    const { quotes, verdict } = await one(
      '“The strike of the bakers ended when the chairman of the union fled abroad.”',
    );
    expect(verdict).toBe('absent');
    expect(quotes).toHaveLength(1);
    expect(await one('“Purple elephants orbit Neptune quietly every second Wednesday”')).toMatchObject({
      verdict: 'absent',
      quotes: [],
    });
  });

  test('and no passage is called near that shares one word with it, or words that stand anywhere', async () => {
    const { quotes, verdict } = await one('“The elephants raised their heads”');
    expect(verdict).toBe('absent');
    expect(quotes).toEqual([]);
    expect((await one('“Elephants will have raised wages by some”')).quotes).toHaveLength(1);
  });

  test('when only a common turn of phrase is shared', async () => {
    expect((await one('“he was not a painter”')).verdict).toBe('absent');
  });
});

test('several quotations are checked one by one, and those beyond are counted', async () => {
  const { checks } = await check('“It raised wages by a tenth.” and “It raised wages by a fifth.” and “so”');
  expect(checks.map(({ verdict }) => verdict)).toEqual(['exact', 'altered']);
  const many = await check(Array.from({ length: 9 }, (_, n) => `“It raised ${n + 2} wages.”`).join(' '));
  expect(many.checks.length + many.left).toBe(9);
  expect((await check('“It raised wages.” “It raised wages.”')).checks).toHaveLength(1);
});

test('a message without words has nothing to check', async () => {
  expect((await check('!!! 🧱')).checks).toEqual([]);
});

describe('any passage of any article', () => {
  const shelf = libraryFrom(Object.fromEntries(bundledArticles.map(({ file, text }) => [file, text])));
  const passages = shelf.passages.filter(({ article, start, end }) => {
    const text = article.text.slice(start, end);
    // What readers don't see, and what a message takes for its own.
    return unitsOf(text).length >= 10 && !/[“”"«»[\]…]|\.\.\.|https?:|^\s*[-—–>]/u.test(text);
  });
  const passage = fc.nat(passages.length - 1).map((index) => {
    const { article, start, end } = passages[index]!;
    return { article, text: article.text.slice(start, end), units: unitsOf(article.text.slice(start, end)) };
  });
  const checkedIn = async (said: string): Promise<Checked> => {
    const { checks } = await checkOf(shelf, { command: 'check', query: `“${said}”` });
    for (const { quotes } of checks) for (const quote of quotes) verify(quote, shelf);
    return checks[0]!;
  };
  const runs = { numRuns: 60 };

  test('is to the letter, whatever its case, marks, dashes and lines', async () => {
    const variations: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.replaceAll(' ', '\n'),
      (text) => text.replaceAll("'", '’'),
      (text) => text.replaceAll('-', '‑').replaceAll('–', '—'),
      (text) => text.replace(/(\p{L}{3})(\p{L}{3})/gu, '$1\u00ad$2'),
      (text) => `*${text}*`,
    ];
    await fc.assert(
      fc.asyncProperty(passage, fc.subarray([...variations]), async ({ text }, chosen) => {
        const said = chosen.reduce((made, vary) => vary(made), text);
        expect((await checkedIn(said)).verdict).toBe('exact');
      }),
      runs,
    );
  });

  test('is altered by one word changed, dropped, added or moved, and that word is told', async () => {
    const edit = fc.constantFrom('changed', 'dropped', 'added', 'moved');
    await fc.assert(
      fc.asyncProperty(passage, edit, fc.nat(), async ({ text, units }, how, at) => {
        const index = 1 + (at % (units.length - 3));
        const [word, next] = [units[index]!, units[index + 1]!];
        fc.pre(word.key !== next.key && !word.isJoined && !next.isJoined && !units[index + 2]!.isJoined);
        const [own, other] = [text.slice(word.start, word.end), text.slice(next.start, next.end)];
        const between = text.slice(word.end, next.start);
        const put = { changed: 'zebra', dropped: '', added: `zebra ${own}`, moved: other + between + own }[how];
        const said = text.slice(0, word.start) + put + text.slice(how === 'moved' ? next.end : word.end);
        fc.pre(how !== 'dropped' || units[index - 1]!.key !== word.key);
        const checked = await checkedIn(said);
        expect(checked.verdict).toBe('altered');
        const words = checked.differences.map(({ said: mine, source }) => [
          mine && said.slice(mine.start, mine.end),
          source && checked.quotes[0]!.article.text.slice(source.start, source.end),
        ]);
        if (how === 'changed') expect(words).toEqual([['zebra', own]]);
        if (how === 'dropped') expect(words).toEqual([[null, own]]);
        if (how === 'added') expect(words).toEqual([['zebra', null]]);
        if (how === 'moved') expect(words.flat().join(' ')).toMatch(new RegExp(`${own}|${other}`, 'u'));
      }),
      runs,
    );
  });

  test('is not there when its words are of another world', async () => {
    const word = fc.constantFrom(
      ...'zebra quark violin tundra mango ferret opal saffron the of and in was a'.split(' '),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 8, maxLength: 40 }), async (words) => {
        expect((await checkedIn(words.join(' '))).verdict).toBe('absent');
      }),
      runs,
    );
  });
});

describe('what a message may cost is bounded, whatever it says', () => {
  const body = library.articles
    .map(({ text }) => text)
    .join(' ')
    .replace(/[“”"]/gu, '');
  const words = body.split(/\s+/u);
  const every = (count: number, instead: string) =>
    words.map((word, at) => (at % count === count - 1 ? instead : word)).join(' ');

  test.each([
    ['one long quotation, altered', every(7, 'otherwise')],
    ['hundreds of gaps', every(3, '…')],
    ['hundreds of quotations', every(2, '”\n“')],
    ['some long quotations', every(150, 'otherwise ”\n\n“')],
    ['words that nobody wrote', 'Vandermere Dubrowska bridgge '.repeat(200)],
    ['no spaces at all', words.join('')],
    ['marks that never close', '“ '.repeat(3_000)],
  ])('%s', async (_, message) => {
    const search = vi.fn(library.engine.search);
    const find = vi.fn(library.phrases.find);
    const engine = Object.assign({}, library.engine, { search });
    const watched = Object.assign({}, library, { engine, phrases: { find } });
    await checkOf(watched, { command: 'check', query: `“${message.repeat(9).slice(0, 5_998)}”` });
    expect(search.mock.calls.length).toBeLessThanOrEqual(15);
    expect(find.mock.calls.length).toBeLessThanOrEqual(40);
  });
});
