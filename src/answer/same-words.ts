/** Which words two copies of a text may differ in: what English adds and drops without saying anything else, or writes in two ways. */
import type { Unit } from '../text/units.ts';

/**
 * Stop words would be too many: "before" and "after", "of" and "against", "we" and "they" are such. And English alone: articles of
 * other languages tell who did what to whom (den, der), or are pronouns too (la, le).
 */
const littleWords = new Set(['a', 'an', 'the', 'that', 'also']);
/** "A few came" is not "few came". */
const ofAmounts = new Set(['few', 'little']);

const isEnglish = (lang: string | null): boolean => /^en(?:-|$)/i.test(lang ?? '');

export const isLittleWord = (units: readonly Unit[], at: number, lang: string | null): boolean =>
  littleWords.has(units[at]!.key) && isEnglish(lang) && !ofAmounts.has(units[at + 1]?.key ?? '');

/** After letters enough that no two words become one: "prise" and "prize", "filled" and "filed" stay apart. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{4})is(e[drs]?|ers|ing|ations?|ational)$/u, 'iz$1'],
  [/(?<=\p{L}{3})ys(e[drs]?|ing)$/u, 'yz$1'],
  [/(?<=\p{L}{3})our(\p{L}*)$/u, 'or$1'],
  [/(?<=\p{L}{2})([bt])re(s?)$/u, '$1er$2'],
  [/(?<=\p{L}{2})([cf])ence(s?)$/u, '$1ense$2'],
  [/(?<=\p{L}{4})ll(ed|ing|ers?)$/u, 'l$1'],
];

/** What all of those have, for most words have none of it. */
const mayBeSpelled = /[iy]s|our|[bt]re|[cf]ence|ll/;

/** A folded word in one of the ways that English writes it; of other languages as it stands. */
export function writtenAlike(word: string, lang: string | null): string {
  if (!mayBeSpelled.test(word) || !isEnglish(lang)) return word;
  const [ending, written] = spellings.find(([each]) => each.test(word)) ?? [];
  return ending && written ? word.replace(ending, written) : word;
}

/** How many words on either side are the same, none where they differ: "harbour master" is "harbourmaster". */
export function sameWords(
  a: readonly string[],
  i: number,
  b: readonly string[],
  j: number,
): readonly [number, number] | null {
  const [one, other] = [a[i]!, b[j]!];
  if (one === other) return [1, 1];
  // Digits that stand apart are another number.
  if (/\p{N}/u.test(one + other)) return null;
  if (other === one + (a[i + 1] ?? ' ')) return [2, 1];
  return one === other + (b[j + 1] ?? ' ') ? [1, 2] : null;
}
