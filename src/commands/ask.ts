/** /ask: a plain question, answered by the passages that are likeliest to hold the answer. */
import { answerAbout, answerByWords, type Wanted } from '../answer/find.ts';
import type { Answer, Asked, Command, EntityType, Library } from '../model.ts';
import { boundedQuery, queryCharsMax } from '../search/query.ts';

const suggestionsMax = 25;

/** What a question asks for, by how it begins. */
const questions: readonly (Wanted & { readonly begins: RegExp })[] = [
  { begins: /^(?:who|whom|whose)\b/iu, kind: 'who', prefer: ['person', 'organisation'] },
  { begins: /^where\b/iu, kind: 'where', prefer: ['place'] },
  { begins: /^(?:when|in (?:what|which) year|on (?:what|which) (?:day|date))\b/iu, kind: 'event', prefer: ['event'] },
  { begins: /^what (?:happen|took place)/iu, kind: 'event', prefer: ['event', 'place'] },
  { begins: /^what\b/iu, kind: 'what', prefer: ['organisation', 'event'] },
];
const plain: Wanted = { kind: 'quote', prefer: [] };

/** All of the question but for a name: "who is X?" asks for X, as /who does. */
const aboutAName =
  /^(?:tell me about|what (?:happened|took place) (?:in|at|to|on)|(?:who|what|where|when)(?:['’]s|\s+(?:is|was|are|were)))\s+(?:the\s+)?(.+?)\s*\?*$/iu;

export const ask: Command = {
  name: 'ask',
  description: 'A plain question, answered with the passages that hold the answer',
  option: { name: 'question', description: 'In your own words', required: true, charsMax: queryCharsMax },
  example: '/ask when did the ceasefire begin?',
  suggest: (library, typed) => suggestionsFor(library, typed),
  answer: async (library, query): Promise<Answer> => {
    const asked: Asked = { command: 'ask', query };
    const words = boundedQuery(query);
    const wanted = questions.find(({ begins }) => begins.test(words.trim())) ?? plain;
    if (isAName(library, aboutAName.exec(words)?.[1] ?? words, wanted)) return answerAbout(library, asked, wanted);
    return answerByWords(library, asked, [], () => {
      const looked = library.names.lookup(words, wanted.prefer);
      return looked.kind === 'one' ? [looked.entity] : looked.kind === 'none' ? looked.nearest : [];
    });
  },
};

/** More words than these are no misspelled name. */
const nameWordsMax = 5;

function isAName({ names }: Library, words: string, { prefer }: Wanted): boolean {
  const isShort = words.trim().split(/\s+/u).length <= nameWordsMax;
  const looked = isShort ? names.lookup(words, prefer) : names.called(words, prefer);
  return looked?.kind === 'several' || (looked?.kind === 'one' && looked.by !== 'spelling');
}

/** An event whose name is no name alone takes an article: the siege of Norrby. */
const openings: readonly { readonly type: EntityType; readonly opening: string; readonly fits?: RegExp }[] = [
  { type: 'event', opening: 'When was the', fits: /(?:^|\s)\p{Ll}/u },
  { type: 'person', opening: 'Who is' },
  { type: 'place', opening: 'What happened in' },
  { type: 'organisation', opening: 'What is' },
];
const namesPerOpening = 6;

/** A question that is being typed goes on with a name; before anything is typed, questions that the library answers. */
function suggestionsFor(library: Library, typed: string): { label: string; value: string }[] {
  const asValue = (question: string) => ({ label: question, value: question });
  const [, before = '', begun = ''] = /^(.*\s)(\S{2,})$/u.exec(typed) ?? [];
  if (begun)
    return library.names
      .complete(begun, [], suggestionsMax)
      .map(({ name }) =>
        asValue(`${before}${name}${/^(?:who|what|where|when|how|why|which)\b/iu.test(before) ? '?' : ''}`),
      );
  if (typed.trim()) return [];
  return openings.flatMap(({ fits, opening, type }) =>
    library.names.entities
      .filter((entity) => entity.type === type && (fits?.test(entity.name) ?? true))
      .slice(0, namesPerOpening)
      .map(({ name }) => asValue(`${opening} ${name.replace(/^the\s+/iu, '')}?`)),
  );
}
