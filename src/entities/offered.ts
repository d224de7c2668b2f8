/** Which names that hold what was typed, or are near to it, are worth showing to a reader. Beneath lookup.ts. */
import type { EntityType } from '../model.ts';
import type { Entry } from './name-index.ts';
import { type Near, nearMax } from './nearest.ts';
import type { Writing } from './romanise.ts';

const offeredMax = 5;
/** Farther than this only what other scripts leave unsaid is in common: London has the letters of "condition". */
const latinDistanceMax = 0.34;
/** Of three letters, one that differs is most of the name. */
const shortDistanceMax = 0.2;
const shortLettersMax = 3;

/** The nearest few. */
export function offered(near: readonly Near[], letters: number, writing: Writing): readonly Near[] {
  const most = letters <= shortLettersMax ? shortDistanceMax : writing === 'latin' ? latinDistanceMax : nearMax;
  return near.filter(({ distance }) => distance <= most).slice(0, offeredMax);
}

/**
 * Whoever asks who the ambassador is, or where the east of a city, doesn't ask for the "assassination of the ambassador" or
 * the "recapture of the east of" it: an event in the text's own words. One with a name may be all that is called so: Waterloo.
 */
export const isUnasked = ({ entity, text }: Entry, prefer: readonly EntityType[]): boolean =>
  entity.type === 'event' && prefer.length > 0 && !prefer.includes('event') && /^\p{Ll}/u.test(text);
