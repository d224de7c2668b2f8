import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const first = async (files: Readonly<Record<string, string>>, command: string, query: string) =>
  quotesOf(await answerTo(libraryFrom(files), { command, query }));

describe('what comes first', () => {
  test('for /who is the passage that says who someone is, though others name the person more often', async () => {
    const [quote] = await first(
      {
        'a.txt': 'A long walk\n\nMira Castell walked on. Mira Castell stopped at the mill. Mira Castell slept.\n',
        'b.txt': 'The mill\n\nMira Castell, the engineer who built the mill, came from the north.\n',
      },
      'who',
      'Mira Castell',
    );
    expect(quote).toContain('the engineer who built the mill');
  });

  test('for /what is the sentence whose subject the whole question is', async () => {
    const [quote] = await first(
      {
        'a.txt':
          'Two courts\n\nThe Tarn court was the older one, and the river court met in summer.\n\nThe river court is a council of fishers that settles quarrels about nets.\n',
      },
      'what',
      'river court',
    );
    expect(quote).toContain('is a council of fishers');
  });

  test('for /where says where the place is, before what happened there', async () => {
    const quotes = await first(
      {
        'a.txt': 'News\n\nOberlin Falls saw a fire in the spring, and the mayor spoke.\n',
        'b.txt': 'A guide\n\nOberlin Falls, a town on the northern bank of the Sill, has two bridges.\n',
      },
      'where',
      'Oberlin Falls',
    );
    expect(quotes[0]).toContain('northern bank');
  });

  test('for /where takes neither a date nor what is done there for where it is', async () => {
    const quotes = await first(
      {
        'a.txt': 'Oberlin Falls\n\nThe fire of Oberlin Falls in December 1921 was told twice.\n',
        'b.txt':
          'A guide\n\nTwo roads, of which one is closed, lead to Oberlin Falls on the northern bank of the Sill.\n',
      },
      'where',
      'Oberlin Falls',
    );
    expect(quotes[0]).toContain('northern bank');
  });

  test('is a passage of another source, before a second one of the same', async () => {
    const quotes = await first(
      {
        'a.txt':
          'Tomas Brill\n\nTomas Brill is the baker of Tarn.\n\nTomas Brill is a baker who became the judge of Tarn in 1931.\n',
        'b.txt': 'Two\n\nIn the evening, after the long rehearsal, the choir heard Tomas Brill, the baker.\n',
      },
      'who',
      'Tomas Brill',
    );
    expect(quotes[1]).toContain('choir');
  });

  test('for /event at a place is the passage with an event of its name, where none is dated', async () => {
    const [quote] = await first(
      {
        'a.txt': 'A walk\n\nVellmar began as a mill. Vellmar was taken for a town when the war came to it.\n',
        'b.txt': 'The siege\n\nAll who were in the siege of Vellmar spoke of it afterwards, and none wrote.\n',
      },
      'event',
      'Vellmar',
    );
    expect(quote).toContain('siege of Vellmar');
  });

  test('of one event is the passage that tells of it best, though another has a date', async () => {
    const [quote] = await first(
      {
        'a.txt':
          'Two visits\n\nThe harbour master paid a visit to Tarn about which much was said.\n\nOn 3 May 1912 a fire broke out. The master of the harbour spoke about it, and a visit to the mayor was put off.\n',
      },
      'event',
      'harbour master visit to Tarn',
    );
    expect(quote).toContain('about which much was said');
  });

  test('for words is the passage that holds them side by side', async () => {
    const [quote] = await first(
      {
        'a.txt': 'Notes\n\nThe salt of the county was under a tax.\n',
        'b.txt': 'Law\n\nThe bridge was built by the salt tax.\n',
      },
      'quote',
      'salt taxes',
    );
    expect(quote).toContain('by the salt tax');
  });
});
