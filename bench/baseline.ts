/**
 * What a search library gives by itself to a reader who asks by commands: MiniSearch as its README sets it up, over the
 * same passages. The figure that Footnote's own ranking has to beat.
 */
import type { Library } from '../src/model.ts';
import { goldOf, type Question } from './questions.ts';
import { placeOf, type Result } from './score.ts';
import { passageText, searchLibraries } from './search-libraries.ts';

export function createBaseline(library: Library): (question: Question) => Result {
  const texts = library.passages.map(passageText);
  const { search } = searchLibraries[0]!.index(texts);
  return (question) => {
    const words = question.ask.replace(/^\/\S+\s+/u, '');
    const hits = search(words, texts.length);
    const entries = hits.map(({ id }) => [{ article: library.passages[id]!.article, text: texts[id]!.text }]);
    return { question, place: placeOf(goldOf(question), entries), isNothing: hits.length === 0 };
  };
}
