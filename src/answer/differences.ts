/** In which words a saying and its source differ, told to people. */
import type { Article, Difference, Span } from '../model.ts';
import { wordsOf } from '../text/words.ts';

const toldMax = 6;
const wordsCharsMax = 80;
/** So many are told; of more their number. */
const elidedWordsMax = 5;

/** "“cook” where the source has “spy”; “not” left out". Empty when nothing differs. */
export function differencesTold(differences: readonly Difference[], said: string, { text }: Article): string {
  const told = differences.slice(0, toldMax).map((difference) => toldOf(difference, said, text));
  const more = differences.length - told.length;
  return [...told, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

function toldOf(difference: Difference, said: string, text: string): string {
  const own = inMarks(said, difference.said);
  const source = inMarks(text, difference.source);
  switch (difference.kind) {
    case 'changed':
      return `${own} where the source has ${source}`;
    case 'added':
      return `${own} added`;
    case 'dropped':
      return `${source} left out`;
    case 'inserted':
      return source ? `${own} put in for ${source}` : `${own} put in`;
    case 'elided': {
      const count = difference.source ? wordsOf(text, difference.source).length : 0;
      return count <= elidedWordsMax ? `“…” leaves out ${source}` : `“…” leaves out ${count} words`;
    }
  }
}

const inMarks = (text: string, span: Span | null): string =>
  span ? `“${shortened(text.slice(span.start, span.end))}”` : '';

/** On one line; of many words the first and the last. */
function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= wordsCharsMax) return line;
  const half = wordsCharsMax / 2;
  const [head, tail] = [line.slice(0, half), line.slice(-half)];
  return `${head.slice(0, head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : half)} … ${tail.slice(tail.indexOf(' ') + 1)}`.toWellFormed();
}
