/**
 * The names nearest to what someone typed, whole or in part, by sound and by letters: the last resort of lookup.ts.
 * Sound forgives spellings, letters forgive typing errors.
 */
import type { EntityType } from '../model.ts';
import { nameTokens, withoutTitles } from './keys.ts';
import type { Entry, NameIndex } from './name-index.ts';
import { romanise } from './romanise.ts';
import { type NameSound, nameSoundOf, partDistance, soundDistance } from './sound-distance.ts';

export interface Near {
  readonly entry: Entry;
  /** On the scale of `soundDistance`. */
  readonly distance: number;
}

/** Farther names aren't worth offering. */
const nearMax = 0.5;
/** What a part of a name counts behind a whole one: its last word, then another. */
const partCosts = { last: 0.02, other: 0.035 } as const;
/** A typing error counts less than a letter that makes another name: this much of its share of the letters. */
const typingShare = 0.85;
/** A letter more or less at the end makes another word (Iraq, Iraqi) more often than it is a slip. */
const endCost = 1.7;
const typingLettersMin = 4;
const otherTypeCost = 0.004;

/** One for each entity, nearest first. */
export function nearestEntries(index: NameIndex, typed: string, prefer: readonly EntityType[]): Near[] {
  const tokens = withoutTitles(nameTokens(romanise(typed).text));
  const sound = nameSoundOf(typed);
  const best = new Map<Entry['entity'], Near>();
  for (const entry of index.like(tokens)) {
    const own = Math.min(distanceBySound(sound, entry), distanceByLetters(tokens, entry.tokens));
    if (own > nearMax) continue;
    const distance = own + (prefer.length === 0 || prefer.includes(entry.entity.type) ? 0 : otherTypeCost);
    const known = best.get(entry.entity);
    if (!known || distance < known.distance) best.set(entry.entity, { entry, distance });
  }
  return [...best.values()].sort((a, b) => a.distance - b.distance || a.entry.entity.id - b.entry.entity.id);
}

function distanceBySound(typed: NameSound, entry: Entry): number {
  const whole = soundDistance(typed, entry.sound());
  if (entry.tokens.length < 2) return whole;
  const { distance, isAtEnd } = partDistance(typed, entry.sound());
  return Math.min(whole, distance + (isAtEnd ? partCosts.last : partCosts.other));
}

/** Word by word, for a slip in one word of several is a slip in that word; as one where words are run together. */
function distanceByLetters(typed: readonly string[], own: readonly string[]): number {
  if (typed.length > own.length || (typed.length === 1 && own.length === 1)) {
    return lettersDistance(typed.join(''), own.join(''));
  }
  if (typed.length > 1) return wordsDistance(typed, own);
  let best = lettersDistance(typed[0] ?? '', own.join(''));
  own.forEach((word, at) => {
    const cost = at === own.length - 1 ? partCosts.last : partCosts.other;
    best = Math.min(best, lettersDistance(typed[0] ?? '', word) + cost);
  });
  return best;
}

/** Several words, each near one of the name's, in any order: the worst of them, or 1. */
function wordsDistance(typed: readonly string[], own: readonly string[]): number {
  const left = [...own];
  let worst = 0;
  for (const word of typed) {
    const distances = left.map((other) => (other === word ? 0 : lettersDistance(word, other)));
    const least = Math.min(...distances);
    worst = Math.max(worst, least);
    left.splice(distances.indexOf(least), 1);
  }
  return worst + (left.length > 0 ? partCosts.other : 0);
}

/** Letters typed wrongly, left out, doubled or exchanged with their neighbour, as a share of all. */
export function lettersDistance(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (a === b) return 0;
  if (/\p{N}/u.test(a + b)) return 1;
  if (Math.min(a.length, b.length) < typingLettersMin || Math.abs(a.length - b.length) > 0.4 * length) return 1;
  const isOtherEnd = a.length !== b.length && (a.startsWith(b) || b.startsWith(a));
  return Math.min(1, ((isOtherEnd ? endCost : 1) * typingShare * slips(a, b)) / length);
}

/** Optimal string alignment distance (Damerau 1964): an exchange of two neighbours is one slip. */
function slips(a: string, b: string): number {
  let before = new Uint16Array(b.length + 1);
  let above = Uint16Array.from({ length: b.length + 1 }, (_, at) => at);
  let current = new Uint16Array(b.length + 1);
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1));
      const isExchange = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isExchange) least = Math.min(least, before[column - 2]! + 1);
      current[column] = least;
    }
    [before, above, current] = [above, current, before];
  }
  return above[b.length]!;
}
