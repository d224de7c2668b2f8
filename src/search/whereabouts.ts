/** Whether a sentence says where a place is, and what kind of place: features of a subject. */
import { isCountry } from '../entities/country-names.ts';
import { directions, isCalendarWord, placeNouns } from '../entities/lexicon.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';

/** What stands around a name: before it, folded; itself, and what comes after it, as they are written. */
export interface Surroundings {
  readonly before: string;
  readonly own: string;
  readonly written: string;
}

const anyOf = (words: ReadonlySet<string>): string => `(?:${[...words].join('|')})`;
const oneKind = anyOf(placeNouns);
const kind = `${oneKind}s?`;
const determiner = '(?:the|a|an|one of the|its|their)';
const word = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*";
const side = anyOf(directions);
const at = `(?:in|on|near|at|along|between|outside|opposite|beside|off|to(?=\\s+the\\s+${side}\\b)|(?:(?:kilomet(?:er|re)s|km|miles)\\s+)?${side}\\s+of)`;
/** A name, or a word for a part of the land: not "in December", nor "in the readings". */
const somewhere = `(?:the\\s+)?(?:[\\p{Ll}-]+\\s+){0,2}(?<place>\\p{Lu}[\\p{L}’'-]*|(?:${side}|${kind})\\b)`;

/** "Norrby in …", "Norrby, in …", "Norrby (…": of a country they tell what it does there, or who is there. */
const beside = new RegExp(`^\\s*[,(]?\\s*${at}\\s+${somewhere}`, 'u');
/** "Norrby, a port on …", "Norrby is a town in …", "Norrby lies on …", "Norrby port in …" */
const told = new RegExp(
  `^(?:\\s*[,(]\\s*${determiner}\\s+(?:${word}\\s+){0,5}?|\\s+(?:is|was|are|were)\\s+(?:${determiner}\\s+(?:${word},?\\s+){0,6}?|(?:located|situated|built)\\s+)|\\s+(?:lies|lay|stands|stood|sits|sat)\\s+(?:${word}\\s+){0,3}?|\\s+(?:${word}\\s+)?${kind}\\s+)${at}\\s+${somewhere}`,
  'u',
);
/** "the port of", and "the ports of Norrby and": in the streets of Norrby are streets. */
const kindBefore = new RegExp(
  `(?:^|[\\s"“'(-])(?:${oneKind}(?:\\s+(?:of|called|named))?|${kind}(?:\\s+of)?(?:\\s+[\\p{L}'’-]+(?:\\s+[\\p{L}'’-]+)?(?:,|\\s+and)){1,4})\\s*$`,
  'u',
);
const kindAfter = new RegExp(
  `^(?:\\s+(?:${word}\\s+)?|\\s*,\\s+${determiner}\\s+(?:${word}\\s+){0,4}?|\\s+(?:is|was)\\s+${determiner}\\s+(?:${word},?\\s+){0,4}?)${kind}\\b`,
  'u',
);

const countryNames = 500;
const isKnownCountry = remembered(isCountry, countryNames);

export function saysWhere({ before, own, written }: Surroundings): boolean {
  const found = (isGoverned(before) ? null : told.exec(written)) ?? (isKnownCountry(own) ? null : beside.exec(written));
  return found !== null && !isCalendarWord(fold(found.groups?.['place'] ?? ''));
}

const preposition = /(?:^|\s)(?:in|at|to|from|for|of|on|with|by|over|into|near|against)(?:\s+the)?\s*$/u;

/** "Success in Norrby was a …" says nothing of Norrby; "the town of Norrby was a …" does. */
export const isGoverned = (before: string): boolean => preposition.test(before) && !kindBefore.test(before);

export const saysWhatPlace = ({ before, written }: Surroundings): boolean =>
  kindBefore.test(before) || kindAfter.test(written);
