/** How often each word of the library stands in small letters and in capitals: what tells a name from a sentence's start. */
import type { Passage } from '../model.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';

export interface Casing {
  /** True when the word, at a sentence's start, is better taken for an ordinary word. */
  isOrdinary(word: string): boolean;
  /** True when the word was met with a capital inside a sentence. */
  isCapitalised(word: string): boolean;
}

interface Counts {
  small: number;
  /** With a capital, not first in its sentence. */
  capital: number;
}

/** A line in which nearly every word is capitalised is a headline, and tells nothing of its words. */
const headlineShare = 0.8;

export function casingOf(passages: readonly Passage[]): Casing {
  const counts = new Map<string, Counts>();
  for (const passage of passages) {
    for (const { words, isHeadline } of sentencesIn(passage)) {
      if (isHeadline) continue;
      words.forEach((word, at) => {
        const isSmall = !isCapital(word);
        if (!isSmall && at === 0) return;
        const key = fold(word);
        const count = counts.get(key) ?? { small: 0, capital: 0 };
        if (isSmall) count.small++;
        else count.capital++;
        counts.set(key, count);
      });
    }
  }
  const countOf = (word: string): Counts => counts.get(fold(word)) ?? { small: 0, capital: 0 };
  return {
    isOrdinary: (word) => {
      const { small, capital } = countOf(word);
      return small > capital || (small === 0 && capital === 0 && /(?:ing|ly|ed)$/.test(fold(word)));
    },
    isCapitalised: (word) => countOf(word).capital > 0,
  };
}

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

function* sentencesIn({ article, start, end, block }: Passage) {
  for (const sentence of article.blocks[block]?.sentences ?? []) {
    if (sentence.start < start || sentence.end > end) continue;
    const words = wordsOf(article.text, sentence).map(({ text }) => text);
    const capitals = words.filter(isCapital).length;
    yield { words, isHeadline: words.length >= 3 && capitals / words.length >= headlineShare };
  }
}
