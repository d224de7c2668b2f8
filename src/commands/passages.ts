/** Find passages: what the library says nearest to what a message says. */
import { wordCandidates } from '../answer/candidates.ts';
import { foundAnswer, nothing } from '../answer/find.ts';
import { tellingWords } from '../answer/telling.ts';
import type { MessageCommand } from '../model.ts';

/** Share of the telling words, by rarity, that a passage must hold: a message says more than any passage does. */
const coverageMin = 0.15;

export const passages: MessageCommand = {
  name: 'passages',
  label: 'Find passages',
  description: 'The passages nearest to what a message says',
  answer: async (library, message) => {
    const asked = { command: 'passages', query: tellingWords(library, message) };
    const near = await wordCandidates(library, asked.query, coverageMin);
    if (near.length > 0) return foundAnswer(asked, near, { kind: 'quote' });
    return { ...nothing(library, asked, []), reason: 'No passage in this library says anything near that.' };
  },
};
