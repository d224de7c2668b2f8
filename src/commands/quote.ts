/** /quote: passages by their words, or by an exact phrase in quotation marks. */
import { answerByWords, foundAnswer, nothing } from '../answer/find.ts';
import { nearestWording } from '../answer/nearest-wording.ts';
import type { Answer, Asked, Command, Library, Passage, Span } from '../model.ts';
import type { Candidate } from '../search/features.ts';
import { boundedQuery, exactPhraseOf, queryCharsMax } from '../search/query.ts';
import { overlaps } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';

const suggestionsMax = 25;
/** Places of one wording; more are a sign that it isn't worth quoting. */
const phrasesMax = 200;

export const quote: Command = {
  name: 'quote',
  description: 'Passages with these words, or with "an exact phrase" in quotation marks',
  option: {
    name: 'words',
    description: 'Words, or an exact phrase in quotation marks',
    required: true,
    charsMax: queryCharsMax,
  },
  example: '/quote "de-escalation zones"',
  suggest: suggestionsFor,
  answer: async (library, query): Promise<Answer> => {
    const asked: Asked = { command: 'quote', query };
    const words = boundedQuery(query);
    const phrase = exactPhraseOf(words);
    if (phrase) {
      const exact = phraseCandidates(library, phrase);
      if (exact.length > 0) return foundAnswer(asked, exact, { kind: 'quote' });
      const near = await nearestWording(library, asked, phrase);
      if (near) return near;
      const missed = nothing(library, asked, []);
      const loose = { label: 'These words in any order', detail: phrase, ask: { command: 'quote', query: phrase } };
      return {
        ...missed,
        reason: `No passage has exactly the words “${phrase}”.`,
        nearest: wordsOf(phrase).length > 1 ? [loose, ...missed.nearest] : missed.nearest,
      };
    }
    const exact = wordsOf(words).length > 1 ? phraseCandidates(library, words) : [];
    return answerByWords(library, asked, exact, () => nearestOf(library, words));
  },
};

/** What is begun in quotation marks stays in them; before anything is typed, names of several words, as an exact phrase. */
function suggestionsFor({ names }: Library, typed: string): { label: string; value: string }[] {
  const isPhrase = /^\s*["“„«]/u.test(typed);
  const begun = typed.replace(/^\s*["“„«]/u, '');
  const all = names.complete(begun, [], suggestionsMax).map(({ name }) => name);
  if (begun.trim()) return all.map((name) => ({ label: name, value: isPhrase ? `"${name}"` : name }));
  const phrases = all.filter((name) => name.includes(' '));
  return (phrases.length > 0 ? phrases : all).map((name) => ({ label: name, value: `"${name}"` }));
}

function nearestOf(library: Library, words: string) {
  const looked = library.names.lookup(words);
  if (looked.kind === 'one') return [looked.entity];
  return looked.kind === 'several' ? looked.entities : looked.nearest;
}

function sentencesAround({ article, block }: Passage, span: Span): Span {
  const sentences = article.blocks[block]!.sentences.filter((sentence) => overlaps(sentence, span));
  return { start: sentences[0]!.start, end: sentences.at(-1)!.end };
}

/** The passages that hold the phrase; where it runs over the end of one, the sentences that it stands in. */
function phraseCandidates(library: Library, phrase: string): Candidate[] {
  const byPassage = new Map<string, { passage: Passage; spans: Span[] }>();
  for (const { article, span } of library.phrases.find(phrase, phrasesMax)) {
    const within = library.passagesIn(article, span);
    const [first, last] = [within[0], within.at(-1)];
    if (!first || !last) continue;
    const passage = first === last ? first : { ...first, ...sentencesAround(first, span) };
    const key = `${passage.article.id} ${passage.start}`;
    const entry = byPassage.get(key) ?? { passage, spans: [] };
    byPassage.set(key, entry);
    entry.spans.push(span);
  }
  const articles = new Set<string>();
  return [...byPassage.values()].map(({ passage, spans }) => {
    const isFirstInArticle = !articles.has(passage.article.id);
    articles.add(passage.article.id);
    return { passage, spans, relevance: 1, coverage: 1, together: 1, isFullName: false, isFirstInArticle };
  });
}
