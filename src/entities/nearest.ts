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
  /** What of the name was typed: all of it, its last word or words, or another part. */
  readonly of: 'whole' | 'end' | 'part';
}

/** Farther names aren't worth offering. */
export const nearMax = 0.4;
/** What a part of a name counts behind a whole one: its last word, then another. */
const partCosts = { end: 0.02, part: 0.035 } as const;
/** A typing error counts less than a letter that makes another name: this much of its share of the letters. */
const typingShare = 0.85;
/** A letter more or less at the end makes another word (Iraq, Iraqi) more often than it is a slip. */
const endCost = 1.7;
const typingLettersMin = 4;
const exchangeCost = 0.7;
/** As much as anybody types. */
const lettersMax = 200;
const otherTypeCost = 0.004;
/** Never fewer than lookup.ts offers, nor nearer than what it counts as a choice. */
const offeredMax = 12;
const choiceMax = 0.18;

/** One for each entity, nearest first. */
export function nearestEntries(
  index: NameIndex,
  typed: string,
  prefer: readonly EntityType[],
  max: number = nearMax,
): Near[] {
  const tokens = withoutTitles(nameTokens(romanise(typed).text));
  const sound = nameSoundOf(typed);
  const best = new Map<Entry['entity'], Near>();
  let limit = max;
  for (const entry of index.like(tokens)) {
    const match = nearer(bySound(sound, tokens, entry, limit), byLetters(tokens, entry.tokens));
    if (match.distance > limit) continue;
    const distance = match.distance + (prefer.length === 0 || prefer.includes(entry.entity.type) ? 0 : otherTypeCost);
    const known = best.get(entry.entity);
    if (!known || distance < known.distance) best.set(entry.entity, { entry, distance, of: match.of });
    // What is farther than those that will be offered needn't be measured to the end.
    if (!known && best.size % offeredMax === 0) {
      const distances = [...best.values()].map((near) => near.distance).sort((a, b) => a - b);
      limit = Math.min(limit, Math.max(distances[offeredMax - 1]!, choiceMax));
    }
  }
  return [...best.values()].sort((a, b) => a.distance - b.distance || a.entry.entity.id - b.entry.entity.id);
}

type Match = Pick<Near, 'distance' | 'of'>;
const none: Match = { distance: 1, of: 'whole' };
const nearer = (a: Match, b: Match): Match => (b.distance < a.distance ? b : a);

function bySound(typed: NameSound, tokens: readonly string[], entry: Entry, limit: number): Match {
  const whole = soundDistance(typed, entry.sound(), limit);
  if (entry.tokens.length < 2 || !haveTheSameInitials(tokens, entry.tokens)) return { distance: whole, of: 'whole' };
  const { distance, isAtEnd } = partDistance(typed, entry.sound(), Math.min(whole, limit));
  return nearer({ distance: whole, of: 'whole' }, partly(distance, isAtEnd));
}

const partly = (distance: number, isAtEnd: boolean): Match =>
  isAtEnd ? { distance: distance + partCosts.end, of: 'end' } : { distance: distance + partCosts.part, of: 'part' };

/** Word by word, for a slip in one word of several is a slip in that word; as one where words are run together. */
function byLetters(typed: readonly string[], own: readonly string[]): Match {
  if (!haveTheSameInitials(typed, own)) return none;
  if (typed.length > own.length || (typed.length === 1 && own.length === 1)) {
    return { distance: lettersDistance(typed.join(''), own.join('')), of: 'whole' };
  }
  if (typed.length > 1) {
    const distance = wordsDistance(typed, own);
    return typed.length === own.length ? { distance, of: 'whole' } : partly(distance, false);
  }
  return own.reduce(
    (best, word, at) => nearer(best, partly(lettersDistance(typed[0] ?? '', word), at === own.length - 1)),
    { ...none, distance: lettersDistance(typed[0] ?? '', own.join('')) },
  );
}

/** George W. Bush is not a part of George H. W. Bush. */
export const haveTheSameInitials = (typed: readonly string[], own: readonly string[]): boolean => {
  const [asked, borne] = [typed, own].map((tokens) => tokens.filter(({ length }) => length === 1).length);
  return asked === 0 || asked === borne;
};

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
  return worst;
}

/** Letters typed wrongly, left out, doubled or exchanged with their neighbour, as a share of all; 1 when too many. */
function lettersDistance(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.max(a.length, b.length);
  const slipsMax = Math.floor((nearMax * length) / typingShare);
  if (Math.min(a.length, b.length) < typingLettersMin || Math.abs(a.length - b.length) > slipsMax) return 1;
  if (length > lettersMax) return 1;
  if (/\p{N}/u.test(a) || /\p{N}/u.test(b)) return 1;
  const count = slips(a, b, slipsMax);
  if (count > slipsMax) return 1;
  // Two neighbours exchanged make another name less often than another letter does.
  const cost = count === 1 && isExchange(a, b) ? exchangeCost : count;
  const isOtherEnd = a.length !== b.length && (a.startsWith(b) || b.startsWith(a));
  return Math.min(1, ((isOtherEnd ? endCost : 1) * typingShare * cost) / length);
}

/** The same letters, two neighbours exchanged. */
export function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

let before = new Uint16Array(lettersMax + 1);
let above = new Uint16Array(lettersMax + 1);
let current = new Uint16Array(lettersMax + 1);

/** Optimal string alignment distance (Damerau 1964): an exchange of two neighbours is one slip. Above `most`: some more. */
function slips(a: string, b: string, most: number): number {
  for (let column = 0; column <= b.length; column++) above[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    const previous = row > 1 ? a.charCodeAt(row - 2) : -1;
    current[0] = row;
    let leastOfRow = row;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let least = above[column - 1]! + (letter === other ? 0 : 1);
      if (above[column]! + 1 < least) least = above[column]! + 1;
      if (current[column - 1]! + 1 < least) least = current[column - 1]! + 1;
      const isExchange = column > 1 && previous === other && letter === b.charCodeAt(column - 2);
      if (isExchange && before[column - 2]! + 1 < least) least = before[column - 2]! + 1;
      current[column] = least;
      if (least < leastOfRow) leastOfRow = least;
    }
    [before, above, current] = [above, current, before];
    if (leastOfRow > most) return most + 1;
  }
  return above[b.length]!;
}
