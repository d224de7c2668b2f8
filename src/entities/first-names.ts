/** Who bears a first name, however theirs is spelled: Sergei and Sergey. Beneath lookup.ts. */
import type { Entity } from '../model.ts';
import type { Entry, NameIndex } from './name-index.ts';
import { nameDistance, sameNameDistanceMax } from './sound-distance.ts';

/** Nobody where it is no first name of this library, or one's surname: whoever asks for Ivanov doesn't ask for an Iwan. */
export function firstNameBearers(index: NameIndex, token: string): readonly Entity[] {
  const holders = index.byToken(token).filter(isLongName);
  if (holders.length === 0 || holders.some(({ tokens }) => tokens.at(-1) === token)) return [];
  const isSame = (word: string) => nameDistance(word, token) <= sameNameDistanceMax;
  const alike = index.like([token]).filter((entry) => isLongName(entry) && entry.tokens.slice(0, -1).some(isSame));
  return alike.map(({ entity }) => entity);
}

const isLongName = ({ entity, tokens }: Entry): boolean => entity.type === 'person' && tokens.length > 1;
