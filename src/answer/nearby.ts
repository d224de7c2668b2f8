/** Whether a passage says anything near what was said, though in no wording of its: what is shown beside words that stand nowhere. */
import type { Hit, Searched } from '../model.ts';
import { passageWords } from '../search/passage-words.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';

/** Share of the words, by rarity, that it must hold: of invented sentences on other matters, one passage holds a quarter by chance. */
const nearCoverage = 1 / 3;
/** One word in common is chance, however rare it is. */
const sharedMin = 2;
/** Words in a row are less so: then it may hold less of the rest. */
const runWords = 3;
const runCoverage = 0.15;

/** `searched` for the words that tell something of what was said. */
export function isNearby(said: string, { words }: Searched, { coverage, passage }: Hit): boolean {
  if (coverage < runCoverage) return false;
  const { terms } = passageWords(passage);
  const shared = words.filter((word) => terms.some((term) => word.terms.has(term)));
  if (coverage >= nearCoverage && shared.length >= Math.min(sharedMin, words.length)) return true;
  const held = new Set(shared.map(({ text }) => fold(text)));
  const own = foldedWords(said);
  const source = ` ${foldedWords(passage.article.text.slice(passage.start, passage.end)).join(' ')} `;
  return own.some((_, at) => {
    const run = own.slice(at, at + runWords);
    return run.length === runWords && run.some((word) => held.has(word)) && source.includes(` ${run.join(' ')} `);
  });
}

const foldedWords = (text: string): string[] => wordsOf(text).map((word) => fold(word.text));
