/** What someone may be about to type: names that begin so, hold such a word, or nearly sound or spell so. For autocomplete. */
import { distance } from 'fastest-levenshtein';
import type { Entity } from '../model.ts';
import { nameTokens, withoutTitles } from './keys.ts';
import type { NameIndex } from './name-index.ts';
import { nearestEntries } from './nearest.ts';
import { romanise } from './romanise.ts';
import { nameSoundOf, prefixDistance } from './sound-distance.ts';

export interface Completion {
  readonly entity: Entity;
  /** 0: the name begins so; 1: a word of it does; 2 and more: nearly so. */
  readonly rank: number;
}

/** A word's beginning may differ by one letter from four typed on, by two from seven. */
const slipsAllowed = (typed: string): number => (typed.length >= 7 ? 2 : typed.length >= 4 ? 1 : 0);
const beginningDistanceMax = 0.2;
/** Of three Latin letters one that differs is most of what was typed, and of fewer all. */
const shortLettersMax = 3;
const shortDistanceMax = 0.1;

export function completionsOf(index: NameIndex, typed: string, limit: number): Completion[] {
  const tokens = nameTokens(romanise(typed).text);
  const sure = beginning(index, tokens);
  const bare = withoutTitles(tokens);
  const untitled = sure.length === 0 && bare.length < tokens.length ? beginning(index, bare) : [];
  if (new Set([...sure, ...untitled].map(({ entity }) => entity)).size >= limit) return [...sure, ...untitled];
  return [...sure, ...untitled, ...nearly(index, typed, bare)];
}

const beginning = (index: NameIndex, tokens: readonly string[]): Completion[] =>
  index.beginning(tokens).map(({ entity, isWhole }) => ({ entity, rank: isWhole ? 0 : 1 }));

/** Names with a word that nearly begins so, then names near as a whole. */
function nearly(index: NameIndex, typed: string, tokens: readonly string[]): Completion[] {
  const last = tokens.at(-1) ?? '';
  const letters = romanise(typed).writing === 'latin' ? new Set(tokens.join('')).size : Number.POSITIVE_INFINITY;
  if (letters < shortLettersMax) return [];
  const most = letters === shortLettersMax ? shortDistanceMax : beginningDistanceMax;
  const allowed = slipsAllowed(last);
  const sound = nameSoundOf(typed);
  const found: Completion[] = [];
  for (const entry of index.beginningLike(last)) {
    if (tokens.length > entry.tokens.length) continue;
    const isNear =
      allowed > 0 &&
      tokens.length === 1 &&
      entry.tokens.some((word) => distance(word.slice(0, last.length), last) <= allowed);
    const away = isNear ? 0.1 : prefixDistance(sound, entry.sound(), most);
    if (away <= most) found.push({ entity: entry.entity, rank: 2 + away });
  }
  for (const { entry, distance: away } of nearestEntries(index, typed, [], most)) {
    if (away <= most) found.push({ entity: entry.entity, rank: 2 + away });
  }
  return found;
}
