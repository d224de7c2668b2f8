/**
 * What a search library gives by itself: MiniSearch as its README sets it up (prefix search, and fuzzy at 0.2), over
 * the same passages. The figure that Footnote's own ranking has to beat.
 */
import MiniSearch from 'minisearch';
import type { Library } from '../src/model.ts';
import { goldOf, type Question } from './questions.ts';
import { placeOf, type Result } from './score.ts';

export function createBaseline(library: Library): (question: Question) => Result {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(
    library.passages.map(({ id, article, start, end }) => ({
      id,
      title: article.title.value ?? '',
      text: article.text.slice(start, end),
    })),
  );
  return (question) => {
    const words = question.ask.replace(/^\/\S+\s+/u, '');
    const entries = index.search(words, { prefix: true, fuzzy: 0.2 }).map(({ id }) => {
      const { article, start, end } = library.passages[Number(id)]!;
      return [{ article, text: article.text.slice(start, end) }];
    });
    return { question, place: placeOf(goldOf(question), entries), isNothing: entries.length === 0 };
  };
}
