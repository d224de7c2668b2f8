/** /sources: the shelf, every article of the library. */
import type { Command } from '../model.ts';

export const sources: Command = {
  name: 'sources',
  description: 'The shelf: every article in the library',
  example: '/sources',
  answer: async (library, query) => ({
    kind: 'shelf',
    asked: { command: 'sources', query },
    articles: library.articles.toSorted((a, b) =>
      (a.title.value ?? a.path).localeCompare(b.title.value ?? b.path, 'en'),
    ),
    unread: library.problems.filter(({ fatal }) => fatal).length,
  }),
};
