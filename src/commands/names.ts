/** /names: the index of names, as at the back of a book. */
import { indexWords, namesAnswer } from '../answer/names-index.ts';
import type { Command } from '../model.ts';
import { queryCharsMax } from '../search/query.ts';

export const names: Command = {
  name: 'names',
  description: 'The index of names: people, organisations, places and events, with how often each is mentioned',
  option: {
    name: 'which',
    description: 'people, organisations, places, events, or the first letters',
    required: false,
    charsMax: queryCharsMax,
  },
  example: '/names people',
  suggest: (_, typed) =>
    indexWords
      .filter((word) => word.startsWith(typed.trim().toLowerCase()))
      .map((word) => ({ label: word, value: word })),
  answer: async (library, query) => namesAnswer(library, { command: 'names', query }),
};
