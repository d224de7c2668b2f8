/**
 * Many spellings, one entity. Surfaces meet by their key, by an abbreviation, by a spelling one letter away, and a
 * surname by the one full name that ends in it. A wrong merge is worse than a missed one.
 */
import { distance } from 'fastest-levenshtein';
import type { EntityType } from '../model.ts';
import { initialsOf, nameTokens, spellingKeys } from './keys.ts';
import { isDemonym, knownPlaces, placeTails } from './lexicon.ts';

/** A spelling with its count and the type that its own mentions speak for. */
export interface Surface {
  readonly text: string;
  readonly count: number;
  readonly type: EntityType;
  /** False where only its shape speaks for its type. */
  readonly isSure: boolean;
  /** Ids of the articles it stands in. */
  readonly articles: ReadonlySet<string>;
}

/** One letter of difference in names at least this long; shorter ones are too often two names. */
const oneEditLettersMin = 7;

/** Share of a surname's articles that hold the full name as well. */
const togetherMin = 0.8;

/** Groups of indexes into `surfaces`, each one entity. */
export function mergedSurfaces(surfaces: readonly Surface[], expansions: ReadonlyMap<string, string>): number[][] {
  const groups = createGroups(surfaces.length);
  const firstByKey = new Map<string, number>();
  surfaces.forEach(({ text }, at) => {
    for (const key of isAbbreviation(text) ? [text.replaceAll('.', '')] : spellingKeys(text)) {
      const first = firstByKey.get(key);
      if (first === undefined) firstByKey.set(key, at);
      else groups.join(first, at);
    }
  });
  joinAbbreviations(surfaces, expansions, groups.join);
  joinSpellings(surfaces, groups.join);
  joinPlaces(surfaces, groups.join);
  joinPartial(surfaces, groups);
  return groups.all();
}

const isAbbreviation = (text: string): boolean => /^(?:\p{Lu}[\p{Lu}\p{N}]{1,6}|(?:\p{Lu}\.){2,})$/u.test(text);

/** An abbreviation and its expansion: where a text gives it in brackets, or where just one name has these initials. */
function joinAbbreviations(
  surfaces: readonly Surface[],
  expansions: ReadonlyMap<string, string>,
  join: (a: number, b: number) => void,
): void {
  const byText = new Map(surfaces.map(({ text }, at) => [text, at]));
  const byInitials = new Map<string, number[]>();
  surfaces.forEach(({ text }, at) => {
    if (nameTokens(text).length < 2) return;
    const initials = initialsOf(text);
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), at]);
  });
  surfaces.forEach(({ text }, at) => {
    if (!isAbbreviation(text)) return;
    const stated = byText.get(expansions.get(text) ?? '');
    if (stated !== undefined) {
      join(stated, at);
      return;
    }
    const letters = text.replaceAll('.', '').toLowerCase();
    const derived = (letters.length >= 3 ? byInitials.get(letters) : undefined) ?? [];
    const keys = new Set(derived.map((index) => spellingKeys(surfaces[index]!.text)[0]));
    if (keys.size === 1) join(derived[0]!, at);
  });
}

function joinSpellings(surfaces: readonly Surface[], join: (a: number, b: number) => void): void {
  const entries = surfaces
    .map((surface, at) => ({
      at,
      type: surface.type,
      tokens: nameTokens(surface.text),
      key: spellingKeys(surface.text)[0]!,
    }))
    .filter(({ key }) => key.length >= oneEditLettersMin)
    .sort((a, b) => a.key.length - b.key.length);
  // Spellings one letter apart share their beginning or their end: only those are compared.
  const buckets = new Map<string, typeof entries>();
  for (const entry of entries) {
    for (const bucket of [`^${entry.key.slice(0, 3)}`, `$${entry.key.slice(-3)}`]) {
      for (const other of buckets.get(bucket) ?? []) if (isSameName(entry, other)) join(other.at, entry.at);
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), entry]);
    }
  }
}

type Spelled = { readonly type: EntityType; readonly tokens: readonly string[]; readonly key: string };

function isSameName(a: Spelled, b: Spelled): boolean {
  if (Math.abs(a.key.length - b.key.length) > 1 || a.tokens.length !== b.tokens.length) return false;
  if (a.type !== b.type && a.type !== 'untyped' && b.type !== 'untyped') return false;
  if (knownPlaces.has(a.tokens.join(' ')) && knownPlaces.has(b.tokens.join(' '))) return false;
  if (a.tokens.some(isDemonym) !== b.tokens.some(isDemonym)) return false;
  return a.tokens.every((token, at) => {
    const other = b.tokens[at]!;
    if (token === other) return true;
    // A number or a plural is another name; but "Guard Corps" and "Guards Corps" in a long one are the same.
    if (/\d/.test(token + other)) return false;
    if (`${token}s` === other || `${other}s` === token) return a.tokens.length >= 3;
    return Math.min(token.length, other.length) >= oneEditLettersMin - 1 && distance(token, other) === 1;
  });
}

/** "Khmeimim Air Base" → "Khmeimim": a place with and without the noun that says what it is. */
function joinPlaces(surfaces: readonly Surface[], join: (a: number, b: number) => void): void {
  const byTokens = new Map(surfaces.map(({ text }, at) => [nameTokens(text).join(' '), at]));
  surfaces.forEach(({ text, type }, at) => {
    const tokens = nameTokens(text);
    while (type === 'place' && tokens.length > 1 && placeTails.has(tokens.at(-1)!)) {
      tokens.pop();
      const bare = byTokens.get(tokens.join(' '));
      if (bare !== undefined) join(bare, at);
    }
  });
}

/** "Assad", "Ali Khamenei" → the one longer name of a person that ends so. */
function joinPartial(surfaces: readonly Surface[], groups: Groups): void {
  const tokens = surfaces.map(({ text }) => nameTokens(text));
  const byLast = new Map<string, number[]>();
  surfaces.forEach((surface, at) => {
    const last = tokens[at]!.at(-1);
    if (surface.type !== 'person' || tokens[at]!.length < 2 || !last) return;
    byLast.set(last, [...(byLast.get(last) ?? []), at]);
  });
  surfaces.forEach((surface, at) => {
    const own = tokens[at]!;
    if (surface.type !== 'person' && surface.type !== 'untyped') return;
    if (isAbbreviation(surface.text)) return;
    const longer = (byLast.get(own.at(-1) ?? '') ?? []).filter(
      (index) => tokens[index]!.length > own.length && own.every((token) => tokens[index]!.includes(token)),
    );
    const people = new Set(longer.map(groups.rootOf));
    const isPerson = surface.type === 'person' && surface.isSure;
    const isSure = isPerson || longer.some((index) => surfaces[index]!.isSure || goesWith(surface, surfaces[index]!));
    if (people.size === 1 && isSure) groups.join(longer[0]!, at);
  });
}

/** A surname stands where the full name does; a name inside another's (Hezbollah, Kata'ib Hezbollah) also elsewhere. */
const goesWith = (short: Surface, long: Surface): boolean =>
  [...short.articles].filter((id) => long.articles.has(id)).length >= togetherMin * short.articles.size;

interface Groups {
  readonly join: (a: number, b: number) => void;
  readonly rootOf: (index: number) => number;
  readonly all: () => number[][];
}

/** Disjoint sets with path halving. */
function createGroups(size: number): Groups {
  const parents = Array.from({ length: size }, (_, at) => at);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  return {
    rootOf,
    join: (a, b) => {
      parents[rootOf(b)] = rootOf(a);
    },
    all: () => [...Map.groupBy(parents.keys(), rootOf).values()].map((group) => [...group]),
  };
}
