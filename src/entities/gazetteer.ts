/**
 * Names and words known beforehand: countries, populated places, organisations, personal names, English words. Reads the text that
 * scripts/gazetteer.ts makes; the tables stay the sorted text they are and are searched by halving, so that opening
 * them costs next to nothing.
 */
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { type Table, tableOf } from '../text/sorted-lines.ts';

/** Country, capital, region or water; and places of half a million, a hundred thousand, fifteen thousand and fewer inhabitants. */
export type PlaceClass = 'n' | 'c' | 'r' | 'm' | 'l' | 't' | 'v';

export interface KnownPlace {
  readonly size: PlaceClass;
  /** ISO 3166 code, "SY"; empty for a region. */
  readonly country: string;
}

export interface Gazetteer {
  place(name: string): KnownPlace | null;
  /** A place of another spelling that sounds the same to a coarse ear. */
  soundsLikePlace(name: string): KnownPlace | null;
  /** True for a body so broadly known that texts don't say what it is. */
  isOrganisation(name: string): boolean;
  /** True for a given name or a surname met somewhere in the world. */
  isPersonalName(word: string): boolean;
  /** True for an English word that is written small. */
  isWord(word: string): boolean;
}

export const sectionBreak = '\n\n';

/** The form under which names are kept: folded, without apostrophes, with spaces for hyphens. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/['.`]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim();

const arabicArticle = /^(?:al|ad|an|ar|as|ash|at|az|el) (?=..)/;
/** "As" before a space is the English word. */
const startsWithArticle = /^(?:(?:al|el)[- ]|(?:ad|an|ar|as|ash|at|az)-)/i;
export const soundLettersMin = 4;

/** How a place's key sounds to a coarse ear: without the article, vowels in three classes, letters doubled or silent left out. */
export const placeSound = (key: string): string =>
  key
    .replace(arabicArticle, '')
    .replaceAll(' ', '')
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'f')
    .replace(/gh/g, 'g')
    .replace(/[qc]/g, 'k')
    .replaceAll('z', 's')
    .replace(/[ou]+w?|aw|au/g, 'u')
    .replace(/a[iy]|e[iy]|[eiy]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[aiu])h$/, '');

/** Knows nothing: every name stands by what its texts say. */
export const emptyGazetteer: Gazetteer = {
  place: () => null,
  soundsLikePlace: () => null,
  isOrganisation: () => false,
  isPersonalName: () => false,
  isWord: () => false,
};

export function createGazetteer(text: string): Gazetteer {
  const sections = text.split(sectionBreak);
  if (sections.length !== 5) throw new Error(`The gazetteer has ${sections.length} sections instead of 5`);
  const [places, sounds, bodies, names, words] = sections.map(tableOf) as [Table, Table, Table, Table, Table];
  const known = (value: string | null): KnownPlace | null =>
    value ? { size: value[0] as PlaceClass, country: value.slice(1) } : null;
  const place = remembered((name) => {
    const key = nameKey(name);
    return known(places(key) ?? (startsWithArticle.test(name) ? places(key.replace(arabicArticle, '')) : null));
  });
  const soundsLikePlace = remembered((name) => {
    const sound = placeSound(nameKey(name));
    return sound.length < soundLettersMin ? null : known(sounds(sound));
  });
  const isOrganisation = remembered((name) => bodies(nameKey(name)) !== null);
  const isPersonalName = remembered((word) => names(nameKey(word)) !== null);
  const isWord = remembered((word) => formsOf(fold(word)).some((form) => words(form) !== null));
  return { place, soundsLikePlace, isOrganisation, isPersonalName, isWord };
}

/** A word as it may stand in the list: as it is, or without the ending that grammar gave it. */
export function formsOf(word: string): string[] {
  const forms = [word];
  const without = (ending: string, ...instead: readonly string[]) => {
    if (word.length - ending.length >= 2 && word.endsWith(ending))
      forms.push(...instead.map((end) => word.slice(0, -ending.length) + end));
  };
  without("'s", '');
  without('s', '');
  without('es', '');
  without('ies', 'y');
  without('ed', '', 'e');
  without('ing', '', 'e');
  without('ly', '');
  without('ness', '');
  return forms;
}
