/** Words of a question that a passage holds in another word: "disease", where it tells of cholera. */
import type { Passage, QueryWord } from '../model.ts';
import type { RelatedWords } from '../text/related-words.ts';
import { languageOf, passageWords } from './passage-words.ts';

const none: ReadonlySet<number> = new Set();

/** The numbers of the words of which a passage holds a synonym, a derived word, or a kind. A name stands for itself alone. */
export function relatedWordsIn(
  words: readonly QueryWord[],
  related: RelatedWords,
): (passage: Passage) => ReadonlySet<number> {
  const numbers = new Map<string, number>();
  words.forEach(({ terms, text }, at) => {
    if (!isName(text)) for (const term of terms) numbers.set(term, at);
  });
  /** Of terms met before: passages that answer one question have many words in common. */
  const met = new Map<string, readonly number[]>();
  const numbersFor = (term: string): readonly number[] => {
    const before = met.get(term);
    if (before) return before;
    const found = related(term).flatMap((other) => numbers.get(other) ?? []);
    met.set(term, found);
    return found;
  };
  return (passage) => {
    if (!languageOf(passage.article.lang.value).startsWith('en')) return none;
    return new Set(passageWords(passage).terms.flatMap((term) => (term ? numbersFor(term) : [])));
  };
}

const isName = (text: string): boolean => /^\p{Lu}/u.test(text);
