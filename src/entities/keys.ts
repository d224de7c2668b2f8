/** Forms of a name under which its spellings meet: folded, without articles, titles and punctuation. */
import { fold } from '../text/fold.ts';
import { articles, titles } from './lexicon.ts';

/** "Bashar al-Assad" → ["bashar", "assad"]: what names are compared by. */
export function nameTokens(name: string): string[] {
  const tokens = fold(name)
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/[.'"]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const bare = tokens.filter((token, at) => !(articles.has(token) && at < tokens.length - 1) && token !== 'the');
  return bare.length > 0 ? bare : tokens;
}

/** Without titles in front, as long as something is left. */
export function withoutTitles(tokens: readonly string[]): readonly string[] {
  const first = tokens.findIndex((token) => !titles.has(token));
  return first > 0 ? tokens.slice(first) : tokens;
}

/**
 * Keys for spellings that differ in hyphens, doubled letters, a final h, and a few letters that romanisations swap
 * (q/k, ou/u, ee/i), with the article kept and without it: "Deir ez-Zor" meets "Deir Ezzor", "al-Assad" meets "Assad".
 */
export function spellingKeys(name: string): string[] {
  const joined = nameTokens(name.replace(/[-‐‑]/gu, '')).join('');
  return [...new Set([joined, nameTokens(name).join('')].map(sounded))];
}

/**
 * A coarser key, for what someone types: vowels in two classes, and letters that ears and keyboards take for each other.
 * Too coarse to say that two names of the library are one.
 */
export const soundKeys = (name: string): string[] => [
  ...new Set(
    spellingKeys(name).map((key) =>
      key
        .replace(/ph/g, 'f')
        .replace(/[wv]/g, 'v')
        .replace(/[cz]/g, 's')
        .replace(/[eiyj]/g, 'i')
        .replace(/[ou]/g, 'u')
        .replace(/(\p{L})\1/gu, '$1'),
    ),
  ),
];

const sounded = (letters: string): string =>
  letters
    .replaceAll('q', 'k')
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/(?<=[aeiou])h$/, '');

export const initialsOf = (name: string): string =>
  nameTokens(name)
    .filter((token) => !/^(?:of|the|and|for)$/.test(token))
    .map((token) => token[0])
    .join('');
