/**
 * Which words of English speak for which: "cholera" for "disease", "murdered" for "killed". Reads the text that
 * scripts/related-words.ts makes of WordNet; a word in two ways of bending is kindred.ts's.
 */
import { remembered } from './remembered.ts';
import { tableOf } from './sorted-lines.ts';

/** The terms (words.ts) that speak for a term; a kind of thing speaks for what it is a kind of, and not the other way. */
export type RelatedWords = (term: string) => readonly string[];

/** Some words have a thousand that speak for them. */
const rememberedMax = 1_000;

const none: readonly string[] = [];
export const noRelatedWords: RelatedWords = () => none;

export function createRelatedWords(text: string): RelatedWords {
  const lines = tableOf(text);
  return remembered((term) => lines(term)?.split(' ') ?? none, rememberedMax);
}
