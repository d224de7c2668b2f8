/**
 * Many spellings, one entity. Names meet by their key, by an abbreviation, by a spelling that sounds the same, by the
 * noun that says what they are; a part of a name goes to the one it is part of (partial.ts). A wrong merge is worse
 * than a missed one.
 */
import type { EntityType } from '../model.ts';
import { aliasKeyOf } from './aliases.ts';
import { relationReason } from './around.ts';
import { type Gazetteer, nameKey } from './gazetteer.ts';
import { createGroups, type Groups } from './groups.ts';
import { initialsOf, nameTokens, spellingKeys } from './keys.ts';
import { directions, isDemonym, organisationTails, samePlaceTails } from './lexicon.ts';
import { joinPartial } from './partial.ts';
import { type NameSound, nameSoundOf, soundDistance } from './sound-distance.ts';
import { isAbbreviation } from './trim.ts';
import type { Named } from './typing.ts';

/** One spelling with one type; a name of one word that could be a person's, in one article. */
export interface Spelling {
  readonly text: string;
  readonly type: EntityType;
  readonly tokens: readonly string[];
  /** Ids of the articles it stands in. */
  readonly articles: ReadonlySet<string>;
  readonly count: number;
  /** True for a name of one word that could be part of a person's: it is joined article by article. */
  readonly isBare: boolean;
  /** True for somebody named as another's relation: "her brother X". */
  readonly isRelation: boolean;
  readonly named: readonly Named[];
}

/** Groups of what is one entity. */
export function mergedNames(
  named: readonly Named[],
  expansions: ReadonlyMap<string, string>,
  gazetteer: Gazetteer,
): Named[][] {
  const spellings = spellingsOf(named, gazetteer);
  const groups = createGroups(spellings.length);
  joinKeys(spellings, groups, gazetteer);
  joinAliases(spellings, groups);
  joinSounds(spellings, groups, gazetteer);
  joinAbbreviations(spellings, expansions, groups);
  joinTails(spellings, groups);
  joinFirms(spellings, groups, gazetteer);
  joinPartial(spellings, groups);
  return groups.all().map((group) => group.flatMap((at) => spellings[at]!.named));
}

function spellingsOf(named: readonly Named[], gazetteer: Gazetteer): Spelling[] {
  const scopeOf = (one: Named): string => {
    const { text } = one.occurrences[0]!;
    const isPerson = one.type === 'person' || (one.type === 'untyped' && !gazetteer.place(text));
    const isBare = nameTokens(text).length === 1 && isPerson && !isAbbreviation(text);
    return isBare ? `${one.key}\n${one.type}\n${one.article}` : `${one.key}\n${one.type}`;
  };
  return [...Map.groupBy(named, scopeOf)].map(([scope, alike]) => {
    const counts = new Map<string, number>();
    for (const { text } of alike.flatMap(({ occurrences }) => occurrences))
      counts.set(text, (counts.get(text) ?? 0) + 1);
    const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
    const text = sorted.find((one) => !isAbbreviation(one)) ?? sorted[0]!;
    return {
      ...{ text, type: alike[0]!.type, tokens: nameTokens(text), isBare: scope.split('\n').length === 3 },
      isRelation: alike.every(({ evidence }) => evidence.some(({ reason }) => reason === relationReason)),
      articles: new Set(alike.map(({ article }) => article)),
      count: alike.reduce((sum, { occurrences }) => sum + occurrences.length, 0),
      named: alike,
    };
  });
}

/** One type, or one of them unknown. */
const agree = (a: Spelling, b: Spelling): boolean => a.type === b.type || a.type === 'untyped' || b.type === 'untyped';

function joinKeys(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const byKey = new Map<string, number[]>();
  spellings.forEach(({ text, isBare, articles }, at) => {
    const scope = isBare ? [...articles][0]! : '';
    for (const key of isAbbreviation(text) ? [text.replaceAll('.', '')] : spellingKeys(text)) {
      const place = `${scope}\n${key}`;
      byKey.set(place, [...(byKey.get(place) ?? []), at]);
    }
  });
  for (const alike of byKey.values()) {
    const types = new Set(alike.map((at) => spellings[at]!.type).filter((type) => type !== 'untyped'));
    for (const [position, a] of alike.entries()) {
      for (const b of alike.slice(position + 1)) {
        const [one, other] = [spellings[a]!, spellings[b]!];
        const isOneType = one.type === other.type || (types.size === 1 && agree(one, other));
        if (isOneType && !areTwoPlaces(one.text, other.text, gazetteer)) groups.join(a, b);
      }
    }
  }
}

/** Two towns of the gazetteer are two, however alike they are spelled: Samara and Samarra. */
function areTwoPlaces(a: string, b: string, gazetteer: Gazetteer): boolean {
  const [one, other] = [gazetteer.place(a), gazetteer.place(b)];
  if (one === null || other === null || nameKey(a) === nameKey(b)) return false;
  return (one.country === '') === (other.country === '');
}

/** Other names of what is broadly known: ISIS and Daesh, Peking and Beijing. */
function joinAliases(spellings: readonly Spelling[], groups: Groups): void {
  const byKey = new Map<string, number>();
  spellings.forEach(({ text, type }, at) => {
    const key = aliasKeyOf(text);
    if (key === undefined) return;
    const first = byKey.get(`${key} ${type}`) ?? byKey.get(`${key} untyped`);
    if (first === undefined) byKey.set(`${key} ${type}`, at);
    else groups.join(first, at);
  });
}

const smallWords = /^(?:of|the|and|for|in|on|de|del|du|la|le|y|e)$/;

/** True when the abbreviation takes the beginning of each word in turn: "UNSMIL" of "UN Support Mission in Libya". */
export function fitsInitials(short: string, long: string): boolean {
  const letters = short.replaceAll('.', '').toLowerCase();
  const words = nameTokens(long);
  if (words.length < 2 || letters.length < 2 || !/^\p{Lu}/u.test(short)) return false;
  if (initialsOf(long) === letters) return true;
  const fits = (at: number, word: number): boolean => {
    const own = words[word];
    if (own === undefined) return at === letters.length;
    if (smallWords.test(own) && fits(at, word + 1)) return true;
    for (let count = 1; count <= own.length && letters[at + count - 1] === own[count - 1]; count++) {
      if (fits(at + count, word + 1)) return true;
    }
    return false;
  };
  return fits(0, 0);
}

/** An abbreviation and its expansion: where a text gives it in brackets, or where just one name has these initials. */
function joinAbbreviations(
  spellings: readonly Spelling[],
  expansions: ReadonlyMap<string, string>,
  groups: Groups,
): void {
  const byText = Map.groupBy(spellings.keys(), (at) => spellings[at]!.text);
  const byInitials = new Map<string, number[]>();
  spellings.forEach(({ text, tokens, type }, at) => {
    if (tokens.length < 2 || type === 'person' || isAbbreviation(text)) return;
    const initials = initialsOf(text);
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), at]);
  });
  spellings.forEach((short, at) => {
    if (!isAbbreviation(short.text) && !expansions.has(short.text)) return;
    const stated = byText
      .get(expansions.get(short.text) ?? '')
      ?.find((index) => spellings[index]!.type !== 'person' || agree(spellings[index]!, short));
    if (stated !== undefined) {
      groups.join(stated, at);
      return;
    }
    const letters = short.text.replaceAll('.', '').toLowerCase();
    const derived = (byInitials.get(letters) ?? []).filter((index) => agree(spellings[index]!, short));
    const together = derived.filter((index) => [...spellings[index]!.articles].some((id) => short.articles.has(id)));
    const fitting = letters.length >= 3 ? derived : together;
    const own = fitting.filter((index) => !isDemonym(spellings[index]!.tokens[0]!));
    const best = own.length > 0 ? own : fitting;
    const roots = new Set(best.map(groups.rootOf));
    const keys = new Set(best.map((index) => spellingKeys(spellings[index]!.text)[0]));
    if (keys.size === 1 || roots.size === 1) groups.join(best[0]!, at);
  });
}

/** How far apart two spellings of one name may sound, by the letters of the shorter. */
const distanceMax = (letters: number): number => (letters <= 4 ? 0.05 : letters <= 6 ? 0.09 : 0.12);

/** The same where the type of one is unknown. */
const untypedDistanceMax = 0.05;
const untypedLettersMin = 5;

interface Sounded {
  readonly at: number;
  readonly spelling: Spelling;
  readonly sound: NameSound;
  readonly letters: number;
  readonly consonants: string;
}

function joinSounds(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const buckets = new Map<string, Sounded[]>();
  spellings.forEach((spelling, at) => {
    const { text, tokens } = spelling;
    if (isAbbreviation(text) || /\d/.test(text)) return;
    const entry = {
      at,
      spelling,
      sound: nameSoundOf(text),
      letters: tokens.join('').length,
      consonants: consonantsOf(tokens.join('')),
    };
    const skeletons = new Set([skeletonOf(tokens[0]!), skeletonOf(tokens.at(-1)!)]);
    for (const skeleton of skeletons) {
      const bucket = skeleton;
      for (const other of buckets.get(bucket) ?? []) {
        if (
          isNear(entry, other) &&
          groups.rootOf(other.at) !== groups.rootOf(at) &&
          soundsSame(entry, other, gazetteer)
        )
          groups.join(other.at, at);
      }
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), entry]);
    }
  });
}

/** A cheap look before the costly one: of nearly one length, in as many words or with the same consonants all through. */
const isNear = (a: Sounded, b: Sounded): boolean =>
  Math.abs(a.letters - b.letters) <= 3 &&
  (a.spelling.tokens.length === b.spelling.tokens.length || a.consonants === b.consonants);

/** The first two consonants in broad classes: only names that share them in their first or last word are compared. */
const skeletonOf = (token: string): string => consonantsOf(token).slice(0, 2) || token[0] || '';

const consonantsOf = (letters: string): string =>
  letters
    .replace(/[aeiouyhw'-]+/g, '')
    .replace(/[ckqgx]/g, 'k')
    .replace(/[sz]/g, 's')
    .replace(/[dt]/g, 't')
    .replace(/[bp]/g, 'p')
    .replace(/[fv]/g, 'f')
    .replace(/(.)\1+/g, '$1');

/** "Labour" and "Labor", "Organisation" and "Organization" are one word. */
const american = (word: string): string =>
  word
    .replace(/our(?=s?$)/, 'or')
    .replace(/is(?=ations?$|e[drs]?$)/, 'iz')
    .replace(/ence$/, 'ense')
    .replace(/tre$/, 'ter')
    .replace(/mme$/, 'm');

function soundsSame(a: Sounded, b: Sounded, gazetteer: Gazetteer): boolean {
  const [one, other] = [a.spelling, b.spelling];
  if (!agree(one, other)) return false;
  if (areTwoPlaces(one.text, other.text, gazetteer)) return false;
  if (one.tokens.some(isDemonym) !== other.tokens.some(isDemonym)) return false;
  const differing = one.tokens.filter((token, at) => american(token) !== american(other.tokens[at] ?? ''));
  const isPluralOnly = one.tokens.every(
    (token, at) => token === other.tokens[at] || `${token}s` === other.tokens[at] || token === `${other.tokens[at]}s`,
  );
  if (isPluralOnly) return one.type === 'organisation' && one.tokens.length >= 3;
  // Ordinary words are spelled one way: "Northern Army" is not "Northern Arm".
  if (differing.some((token) => gazetteer.isWord(token)) && !(one.type === 'person')) return false;
  const letters = Math.min(a.letters, b.letters);
  const isTyped = one.type !== 'untyped' && other.type !== 'untyped';
  if (!isTyped && letters < untypedLettersMin) return false;
  return soundDistance(a.sound, b.sound) <= (isTyped ? distanceMax(letters) : untypedDistanceMax);
}

/** "Khmeimim Air Base" → "Khmeimim", "Thyssenkrupp AG" → "Thyssenkrupp": with and without the noun that says what it is. */
/** Endings of firms' names: what stands before them is told by its first word alone, "Borealis Metals Corp" by "Borealis". */
const firmTails = /^(?:corp|corporation|inc|ltd|limited|plc|ag|gmbh|llc|holdings|company|pjsc|oao)$/;

function joinFirms(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const firms = spellings.flatMap(({ tokens, type }, at) =>
    type === 'organisation' && tokens.length > 1 && firmTails.test(tokens.at(-1)!) ? [at] : [],
  );
  spellings.forEach((short, at) => {
    const [word] = short.tokens;
    if (short.tokens.length !== 1 || short.type === 'place' || short.type === 'event' || gazetteer.place(word!)) return;
    if (isAbbreviation(short.text) || isDemonym(word!)) return;
    const near = firms.filter(
      (index) =>
        spellings[index]!.tokens[0] === word && [...short.articles].some((id) => spellings[index]!.articles.has(id)),
    );
    if (new Set(near.map(groups.rootOf)).size === 1) groups.join(near[0]!, at);
  });
}

function joinTails(spellings: readonly Spelling[], groups: Groups): void {
  const byTokens = Map.groupBy(spellings.keys(), (at) => spellings[at]!.tokens.join(' '));
  spellings.forEach((long, at) => {
    const rest = [...long.tokens];
    const tails = long.type === 'place' ? samePlaceTails : long.type === 'organisation' ? organisationTails : null;
    if (!tails || directions.has(rest[0]!)) return;
    while (rest.length > 1 && tails.has(rest.at(-1)!)) {
      rest.pop();
      const bare = (byTokens.get(rest.join(' ')) ?? []).filter((index) => {
        const short = spellings[index]!;
        const isTogether = [...long.articles].some((id) => short.articles.has(id));
        return long.type === short.type ? long.type === 'place' || isTogether : short.type === 'untyped' && isTogether;
      });
      if (bare.length > 0) {
        for (const index of bare) groups.join(index, at);
        return;
      }
    }
  });
}
