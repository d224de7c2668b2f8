/** Of a long text, the words that tell most about it: what can be asked of an index that takes short questions. */
import type { Library } from '../model.ts';
import { queryCharsMax, termsMax } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import { termOf, wordsOf } from '../text/words.ts';

/** Each word once, in order, joined by spaces. Of its own result it gives the same. */
export function tellingWords(library: Library, text: string): string {
  const languages = new Set(library.articles.map(({ lang }) => lang.value ?? 'en'));
  const isTelling = (word: string) => languages.values().some((lang) => termOf(word, lang) !== null);
  const words = new Map<string, { text: string; weight: number; at: number }>();
  for (const { text: word, start } of wordsOf(text)) {
    const key = fold(word);
    if (words.has(key) || !isTelling(word)) continue;
    words.set(key, { text: word, weight: weightOf(word, library), at: start });
  }
  const heaviest = [...words.values()].sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, termsMax);
  let kept = heaviest;
  const joined = () =>
    kept
      .toSorted((a, b) => a.at - b.at)
      .map((word) => word.text)
      .join(' ');
  while (joined().length > queryCharsMax) kept = kept.slice(0, -1);
  return joined();
}

/** Words of the library over unknown ones; names and numbers over other words; long words over short ones. */
const weightOf = (word: string, library: Library): number =>
  (library.engine.knows(word) ? 100 : 0) + (/^[\p{Lu}\p{N}]/u.test(word) ? 10 : 0) + Math.min(word.length, 9);
