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
  const numbers = new Map<string, number[]>();
  words.forEach(({ terms, text }, at) => {
    if (isName(text)) return;
    for (const other of [...terms].flatMap(related)) {
      const known = numbers.get(other);
      if (known) known.push(at);
      else numbers.set(other, [at]);
    }
  });
  return (passage) => {
    if (!languageOf(passage.article.lang.value).startsWith('en')) return none;
    const found = new Set<number>();
    for (const term of passageWords(passage).terms) for (const number of numbers.get(term) ?? none) found.add(number);
    return found;
  };
}

const isName = (text: string): boolean => /^\p{Lu}/u.test(text);
