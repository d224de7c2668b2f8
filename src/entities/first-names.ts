/** Who bears a first name, however theirs is spelled: Sergei and Sergey. Beneath lookup.ts. */
import type { Entity, Lookup } from '../model.ts';
import type { Entry, NameIndex } from './name-index.ts';
import { nameDistance, sameNameDistanceMax } from './sound-distance.ts';

/** People found by one word that is a part of their names: with all whose first name sounds so. */
export function withFirstNames(index: NameIndex, tokens: readonly string[], found: Lookup, choicesMax: number): Lookup {
  const known =
    found.kind === 'several' ? found.entities : found.kind === 'one' && found.by === 'part' ? [found.entity] : [];
  const [token, ...others] = tokens;
  if (token === undefined || others.length > 0 || known.length === 0) return found;
  if (!known.every(({ type }) => type === 'person')) return found;
  const all = [...new Set([...known, ...firstNameBearers(index, token)])].sort((a, b) => a.id - b.id);
  return all.length === known.length ? found : { kind: 'several', entities: all.slice(0, choicesMax) };
}

/** Nobody where it is no first name of this library, or one's surname: whoever asks for Ivanov doesn't ask for an Iwan. */
function firstNameBearers(index: NameIndex, token: string): readonly Entity[] {
  const holders = index.byToken(token).filter(isLongName);
  if (holders.length === 0 || holders.some(({ tokens }) => tokens.at(-1) === token)) return [];
  const isSame = (word: string) => nameDistance(word, token) <= sameNameDistanceMax;
  const alike = index.like([token]).filter((entry) => isLongName(entry) && entry.tokens.slice(0, -1).some(isSame));
  return alike.map(({ entity }) => entity);
}

const isLongName = ({ entity, tokens }: Entry): boolean => entity.type === 'person' && tokens.length > 1;
