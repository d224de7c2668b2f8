/** /timeline: what happened around a subject, dated sentence by dated sentence, in order of time. */
import { timelineOf } from '../answer/timeline.ts';
import type { Command } from '../model.ts';
import { queryCharsMax } from '../search/query.ts';

const suggestionsMax = 25;

export const timeline: Command = {
  name: 'timeline',
  description: 'Dated sentences about a subject, in order of time',
  option: { name: 'subject', description: 'A name, or words', required: true, charsMax: queryCharsMax },
  example: '/timeline Palmyra',
  suggest: (library, typed) =>
    library.names.complete(typed, [], suggestionsMax).map(({ name }) => ({ label: name, value: name })),
  answer: (library, query) => timelineOf(library, { command: 'timeline', query }),
};
