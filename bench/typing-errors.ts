/** One typing error in a question, as thumbs make them; the same for the same question on every machine. */
import { eng } from 'stopword';
import { createRandom } from './random.ts';

/** Shorter words are seldom what a question turns on. */
const lettersMin = 5;
const stopWords = new Set(eng);

/** Keys beside each other on a QWERTY keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** Null where no word is long enough. The first letter stays: people rarely miss it. */
export function withTypingError(question: string): string | null {
  const words = [...question.matchAll(/\p{L}+/gu)].filter(
    ([word]) => word.length >= lettersMin && !stopWords.has(word.toLowerCase()),
  );
  if (words.length === 0) return null;
  const random = createRandom(seedOf(question));
  const { 0: word, index } = random.pick(words);
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const swapped = before + after.charAt(0) + letter + after.slice(1);
  const wrong = random.pick([
    before + after,
    before + letter + letter + after,
    before + random.pick(neighboursOf(letter)) + after,
    // Two letters that are the same can't be swapped.
    swapped === word ? before + after : swapped,
  ]);
  return question.slice(0, index) + wrong + question.slice(index + word.length);
}

function neighboursOf(letter: string): readonly string[] {
  const row = rows.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return ['e'];
  const at = row.indexOf(letter.toLowerCase());
  return [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
}

const seedOf = (text: string): number =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) >>> 0, 7);
