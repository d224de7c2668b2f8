import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const library = libraryFrom({
  'gannet.txt': `The Gannet

The ferry Gannet left Orvik with ninety people on the evening of 4 March 1931. She was new, and her captain, Ivar Holm, was proud of her.

She sank off the Teeth at two in the morning, after her rudder had broken, and eleven people drowned.

The owners paid for a bell that rings in Orvik each spring. Children learn the names of those who were lost.
`,
  'tram.txt': `Changes at the tramway

Mara Voss resigned as head of the Orvik tramway on 3 May 2019, an hour after the report had come out. Nobody thanked her.

The report speaks of nine collisions in two years. The tramway has forty cars and a depot by the harbour.

A new head is looked for. Voss had been there for eleven years, and had come from the harbour office.
`,
  'harbour.txt': `Notes on the harbour

The harbour office at Orvik keeps the tide tables, which go back to 1860. They are read by nobody but the clerk.

Ceasefires are rung in with the harbour bell; the last one was in May 1945.
`,
});
const asked = (query: string) => answerTo(library, { command: 'event', query });
const firstFor = async (query: string) => quotesOf(await asked(query))[0];

describe('what happened, asked for in words that are not the text’s', () => {
  test('is answered by the passage that tells of it', async () => {
    expect(await firstFor('sinking of the Gannet')).toContain('She sank off the Teeth');
    expect(await firstFor('voss quits')).toContain('Mara Voss resigned');
    expect(await firstFor('gannet shipwreck')).toContain('She sank off the Teeth');
  });

  test('is so in capitals as well', async () => {
    expect(await firstFor('GANNET SINKS')).toContain('She sank off the Teeth');
  });

  test.each(['Concorde crash', 'sinking of the Titanic', 'death of Stalin', 'wedding of Mara Lind'])(
    'is not answered by what only shares a word with it: %s',
    async (query) => {
      expect((await asked(query)).kind).toBe('nothing');
    },
  );

  test('of what did not happen to a thing: what did, and all that is told of it', async () => {
    const answer = await answerTo(
      libraryFrom({
        'a.txt': 'Norrvik\n\nThe siege of Norrvik began in May 1808. Norrvik fell in June 1808.\n',
        'b.txt': 'Two towns\n\nNorrvik was rebuilt by 1820. The fire of Norrvik in 1814 is told by nobody else.\n',
      }),
      { command: 'event', query: 'wedding at Norrvik' },
    );
    expect(answer).toMatchObject({
      kind: 'nothing',
      nearest: expect.arrayContaining([
        expect.objectContaining({ ask: { command: 'event', query: '"siege of Norrvik"' } }),
      ]),
    });
    expect(answer.kind === 'nothing' && answer.nearest.at(-1)?.ask).toEqual({ command: 'event', query: '"Norrvik"' });
  });
});
