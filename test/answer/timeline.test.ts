import { describe, expect, test } from 'vitest';
import { commandFor } from '../../src/answer/find.ts';
import { verify } from '../../src/answer/quote.ts';
import { answerTo } from '../../src/commands/index.ts';
import type { Found } from '../../src/model.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const mill: Readonly<Record<string, string>> = {
  'mill.md': `---
title: The mill at Norrby
published: 1931-06-04
---

Norrby has a mill on the river. It was built between May 1802 and March 1803. In mid-December the ice took the wheel of Norrby.

Norrby was rebuilt in 1931. On Tuesday the council of Norrby praised it. In March the river had flooded Norrby.
`,
  'list.txt': `Water mills

The mill of Norrby burned on 3 October 1889. Estwick never had one.
`,
  'copy.txt': `Water mills of the valley

The mill of Norrby burned on 3 October 1889. Nobody knows why it did.
`,
};
const library = libraryFrom(mill);
const ask = (query: string) => answerTo(library, { command: 'timeline', query });
const foundBy = async (query: string): Promise<readonly Found[]> => {
  const answer = await ask(query);
  if (answer.kind !== 'found') throw new Error(`The answer is "${answer.kind}"`);
  return answer.found;
};

describe('a timeline', () => {
  test('gives dated sentences about its subject in order of time, in their own words for the date', async () => {
    expect((await foundBy('Norrby')).map(({ when }) => [when?.text, when?.from, when?.to])).toEqual([
      ['between May 1802 and March 1803', '1802-05-01', '1803-03-31'],
      ['3 October 1889', '1889-10-03', '1889-10-03'],
      ['1931', '1931-01-01', '1931-12-31'],
      ['March', '1931-03-01', '1931-03-31'],
      ['Tuesday', '1931-06-02', '1931-06-02'],
      ['mid-December', null, null],
    ]);
  });

  test('says which have no year, and puts them last', async () => {
    expect(await ask('Norrby')).toMatchObject({ note: 'The last sentence gives a date without a year.' });
  });

  test('quotes each sentence to the letter, with what it goes on from', async () => {
    const found = await foundBy('Norrby');
    for (const { quote, matches } of found) {
      verify(quote, library);
      for (const match of matches) expect(match.start >= quote.start && match.end <= quote.end).toBe(true);
    }
    expect(quotesOf(await ask('Norrby'))).toContain(
      'Norrby has a mill on the river. It was built between May 1802 and March 1803.',
    );
  });

  test('quotes no sentence without whom it is about, and takes no “it” for a person', async () => {
    const letters = libraryFrom({
      'letters.md': `# Letters\n\nThe letter of Mira Oddvik was long. It was sent in May 1911.\n
Mira Oddvik came to Norrby in 1899. She taught there. In the spring of 1904, she left.\n
Jon Hale stayed. He wrote to Mira Oddvik in 1907.\n`,
    });
    expect(quotesOf(await answerTo(letters, { command: 'timeline', query: 'Mira Oddvik' }))).toEqual([
      'Mira Oddvik came to Norrby in 1899.',
      'Mira Oddvik came to Norrby in 1899. She taught there. In the spring of 1904, she left.',
      'Jon Hale stayed. He wrote to Mira Oddvik in 1907.',
    ]);
  });

  test('holds the same sentence of two sources once', async () => {
    const burned = (await foundBy('Norrby')).filter(({ when }) => when?.text === '3 October 1889');
    expect(burned.map(({ alsoIn }) => alsoIn.length)).toEqual([1]);
  });

  test('answers words as well as names', async () => {
    expect((await foundBy('ice wheel')).map(({ when }) => when?.text)).toEqual(['mid-December']);
  });

  test('answers the words where the name has no date', async () => {
    const truces = libraryFrom({
      'truce.txt': 'The truce\n\nThe ceasefire in Syria held. Nobody had believed in the ceasefire in Syria.\n',
      'later.txt': 'The harvest\n\nA ceasefire was signed on 3 May 1990, and the harvest came in.\n',
    });
    expect(truces.names.lookup('ceasefire')).toMatchObject({ kind: 'one', entity: { name: 'ceasefire in Syria' } });
    const answer = await answerTo(truces, { command: 'timeline', query: 'ceasefire' });
    expect(quotesOf(answer)).toEqual(['A ceasefire was signed on 3 May 1990, and the harvest came in.']);
  });

  test('says so where nothing is dated, and where nothing is found', async () => {
    const estwick = library.names.entities.find(({ name }) => name === 'Estwick');
    const offered = [{ ask: { command: commandFor(estwick!.type, 'quote') } }, { ask: { command: 'event' } }];
    expect(await ask('Estwick')).toMatchObject({ kind: 'nothing', nearest: offered });
    expect(await ask('zeppelin')).toMatchObject({ kind: 'nothing' });
  });
});
