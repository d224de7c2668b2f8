/** What speaks for a name's type, mention by mention: its own words, and the words before and after it. */
import type { EntityType } from '../model.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import type { Casing } from './casing.ts';
import {
  directions,
  eventHeads,
  isDemonym,
  knownPlaces,
  organisationHeads,
  placeFronts,
  placeHeads,
  roles,
  speechVerbs,
} from './lexicon.ts';
import type { Run } from './runs.ts';

export type NamedType = Exclude<EntityType, 'untyped'>;

/** One reason: its type, its weight, and the words to explain it with. */
export interface Evidence {
  readonly type: NamedType;
  readonly weight: number;
  readonly reason: string;
  /** Counts only where nothing else speaks. */
  readonly isFallback?: true;
}

/** Characters looked at on either side of a mention. */
const reach = 48;
const placePrepositions = /(?:^|\s)(?:in|at|near|outside|inside|around|across|throughout)\s+(?:the\s+)?$/;
const prepositionBefore = /(?:^|\s)(?:of|on|in|at|from|to|with|by|for|about|against|into|over|near|and)\s+(?:the\s+)?$/;
const weakPrepositions = /(?:^|\s)(?:from|to|into|towards?|over|between)\s+(?:the\s+)?$/;
const placeNounBefore =
  /(?:city|town|village|province|port|region|district|island|capital|governorate|state)\s+of\s+(?:the\s+)?$/;
const directionBefore =
  /(?:north|south|east|west)(?:ern|east|west|eastern|western)?\s+(?:of\s+)?$|(?:central|coastal)\s+$/;
const membersBefore =
  /(?:members?|fighters?|militants?|troops|units?|leaders?|head|chief|commander|director)\s+(?:of|from)\s+(?:the\s+)?$/;
const membersAfter =
  /^(?:['’]s)?\s+(?:fighters?|militants?|militia|troops|units?|forces?|spokes\w+|officials?|members?)\b/;
const placeNounAfter =
  /^\s+(?:airfield|air base|airbase|airport|province|city|border|countryside|port|region|district|coast|highway|governorate)\b/;
const residentAfter =
  /^(?:['’]s?)\s+(?:government|president|capital|border|borders|economy|foreign|military|army|parliament|prime)\b/;

export function evidenceOf(text: string, run: Run, casing: Casing): Evidence[] {
  const found: Evidence[] = [];
  const add = (type: NamedType, weight: number, reason: string) => found.push({ type, weight, reason });
  const name = text.slice(run.start, run.end);
  const words = run.words.map((word) => fold(word.text).replace(/'s?$/, ''));
  ownWords(name, words, add);
  if (couldBePerson(run, words, casing)) {
    found.push({
      type: 'person',
      weight: 1,
      reason: 'two to four words that never stand in small letters',
      isFallback: true,
    });
  }
  const before = text.slice(Math.max(run.sentence.start, run.start - reach), run.start);
  const after = text.slice(run.end, Math.min(run.sentence.end, run.end + reach));
  if (run.titles.length > 0) add('person', 3, `the title "${run.titles.join(' ')}" before it`);
  around(fold(before), fold(after), add);
  return found;
}

/** "Anna Lindqvist", but not "Iranian Cooperation" or "Main Street". */
const couldBePerson = ({ words: own }: Run, words: readonly string[], casing: Casing): boolean =>
  words.length >= 2 &&
  words.length <= 4 &&
  own.every(({ text }) => /^[\p{L}\p{M}'’]+$/u.test(text) && !/^\p{Lu}{2,}$/u.test(text) && text !== 'of') &&
  !words.some((word) => knownPlaces.has(word) || isDemonym(word) || directions.has(word) || casing.isOrdinary(word));

type Add = (type: NamedType, weight: number, reason: string) => void;

function ownWords(name: string, words: readonly string[], add: Add): void {
  const last = words.at(-1) ?? '';
  const head = words.includes('of') ? (words[words.indexOf('of') - 1] ?? '') : last;
  if (knownPlaces.has(words.join(' '))) add('place', 4, 'a country or city known to the platform');
  if (words.length > 1) {
    if (eventHeads.has(head)) add('event', 3, `its head "${head}"`);
    else if (organisationHeads.has(head) || organisationHeads.has(last)) add('organisation', 3, `its head "${head}"`);
    else if (placeHeads.has(head) || placeHeads.has(last)) add('place', 3, `its head "${head}"`);
    else if (placeFronts.has(words[0]!)) add('place', 2, `its first word "${words[0]}"`);
  } else if (/^(?:\p{Lu}[\p{Lu}\p{N}]{1,6}|(?:\p{Lu}\.){2,})$/u.test(name))
    add('organisation', 2, 'an abbreviation in capitals');
}

function around(before: string, after: string, add: Add): void {
  const previous = wordsOf(before).at(-1)?.text ?? '';
  const next = wordsOf(after)[0]?.text ?? '';
  if (/\s$/.test(before) && roles.has(previous)) add('person', 2.5, `the role "${previous}" before it`);
  if (/^\s/.test(after) && speechVerbs.has(next) && !prepositionBefore.test(before))
    add('person', 1.2, `the verb "${next}" after it`);
  const apposition = /^,\s+(?:(?:the|a|an|his|her|its|their|who)\s+)?((?:[\p{L}'-]+\s+){0,4})/u.exec(after)?.[1] ?? '';
  const role = wordsOf(apposition).find(({ text }) => roles.has(text))?.text;
  if (role) add('person', 2.5, `the role "${role}" after it`);
  if (/^,\s+who\b/.test(after)) add('person', 2, '"who" after it');
  if (placeNounBefore.test(before)) add('place', 3, 'a place noun before it');
  else if (placePrepositions.test(before)) add('place', 1, 'a preposition of place before it');
  else if (weakPrepositions.test(before)) add('place', 0.4, 'a preposition of direction before it');
  if (directionBefore.test(before)) add('place', 1.5, 'a direction before it');
  if (placeNounAfter.test(after)) add('place', 2.5, 'a place noun after it');
  if (residentAfter.test(after)) add('place', 1, 'a government or border of it');
  if (membersBefore.test(before)) add('organisation', 1.2, 'members before it');
  if (membersAfter.test(after)) add('organisation', 1.2, 'members after it');
}

/** Below this the evidence is no ground for a type; of several mentions less is needed of each. */
const floorOf = (mentions: number): number => (mentions >= 3 ? 0.6 : 1);

/** The type that most speaks for, on the average of the mentions and a little for their number. */
export function typeOf(evidence: readonly Evidence[], mentions: number): EntityType {
  return (
    strongest(
      evidence.filter(({ isFallback }) => !isFallback),
      mentions,
    ) ??
    strongest(evidence, mentions) ??
    'untyped'
  );
}

function strongest(evidence: readonly Evidence[], mentions: number): NamedType | null {
  const sums = new Map<NamedType, number>();
  for (const { type, weight } of evidence) sums.set(type, (sums.get(type) ?? 0) + weight);
  let best: NamedType | null = null;
  let bestScore = floorOf(mentions);
  for (const [type, sum] of sums) {
    const score = sum / mentions + 0.25 * Math.log(1 + sum);
    if (score > bestScore) [best, bestScore] = [type, score];
  }
  return best;
}
