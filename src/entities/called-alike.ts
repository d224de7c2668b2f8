/**
 * What several things are called alike, and what tells them apart: a Foreign Ministry is that of the country named before
 * it, or that its article is about; Georgia is a country or a state, as the text says. For spelling.ts and merge.ts.
 */
import { groupsAtEnd } from '../text/endings.ts';
import { fold } from '../text/fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Groups } from './groups.ts';
import { spellingKeys } from './keys.ts';
import { isDemonym } from './lexicon.ts';
import type { Spelling } from './spelling.ts';

const heads =
  /^(?:ministry|department|parliament|congress|senate|cabinet|government|treasury|assembly|court|bank|army|navy|police|force|commission|council|agency|office|embassy|guard|house|service|authority|directorate)$/;
const fronts =
  /^(?:foreign|interior|defen[cs]e|finance|justice|health|education|energy|oil|trade|agriculture|transport|labou?r|information|internal|external|national|central|federal|supreme|high|constitutional|electoral|general|air|security|coast|people|state|home|upper|lower|religious|economic|economy|environment|tourism|culture|water|planning|affairs|election|human|rights|and|of|for|customs|revenue|intelligence|prime|minister|ministers|representatives|deputies|commons|appeals?|cassation|republican|presidential|royal|military)$/;

/** True for a name that says which office it is and not whose. */
export const isNationalBody = ({ type, tokens }: Pick<Spelling, 'type' | 'tokens'>): boolean =>
  type === 'organisation' &&
  tokens.some((token) => heads.test(token)) &&
  tokens.every((token) => heads.test(token) || fronts.test(token));

const stemLetters = 4;
/** "Syrian" and "Syria" have one. */
const stemOf = (country: string): string => fold(country).slice(0, stemLetters);

const ownerBefore = groupsAtEnd(/(\p{Lu}\p{L}+)(['’]s)?\s+$/u);

/** Whose a body is, by the words up to it and after it: "Russian ", "Syria's ", " of Iraq"; else ''. */
export function ownerAround(before: string, after: string, gazetteer: Gazetteer): string {
  const isCountry = (word: string) => gazetteer.place(word)?.size === 'n';
  const [word = '', owns] = ownerBefore(before) ?? [];
  if (word !== '' && (owns ? isCountry(word) : isDemonym(fold(word)))) return stemOf(word);
  const owner = /^ of (?:the )?(\p{Lu}\p{L}+)/u.exec(after)?.[1] ?? '';
  return owner !== '' && isCountry(owner) ? stemOf(owner) : '';
}

const placeKinds: readonly (readonly [kind: string, nouns: RegExp])[] = [
  ['country', /^(?:country|nation|republic|kingdom|sultanate)$/],
  ['state', /^(?:state|province|county|governorate|prefecture)$/],
  ['town', /^(?:city|town|village|port|suburb|hamlet)$/],
  ['water', /^(?:river|lake|sea)$/],
];

/** "Georgia, a country in the Caucasus", "Georgia, the American state": what sort of place a text says that it is; else ''. */
export function placeKindAfter(after: string): string {
  const words = /^, (?:a|an|the|one of the) ((?:[\p{L}-]+ ?){1,4})/u.exec(after)?.[1]?.split(' ') ?? [];
  for (const word of words) {
    if (/^(?:of|in|on|at|and|to|from|that|which|where|whose)$/.test(word)) return '';
    const kind = placeKinds.find(([, nouns]) => nouns.test(word));
    if (kind) return kind[0];
  }
  return '';
}

/** Two that stand beside the names of two countries. */
export const haveTwoOwners = (a: Pick<Spelling, 'owner'>, b: Pick<Spelling, 'owner'>): boolean =>
  a.owner !== b.owner && a.owner !== '' && b.owner !== '';

/** Across articles, those of one country are one: by the words before them, else by the places of their article. */
export function joinNationalBodies(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const bodies = [...spellings.keys()].filter((at) => isNationalBody(spellings[at]!));
  if (bodies.length === 0) return;
  const countries = countriesOf(spellings, gazetteer);
  const first = new Map<string, number>();
  for (const at of bodies) {
    const { tokens, articles, owner } = spellings[at]!;
    for (const article of articles) {
      const country = owner || countries.get(article);
      if (country === undefined) continue;
      const key = `${country} ${spellingKeys(tokens.join(' '))[0]}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, at);
      else groups.join(known, at);
    }
  }
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** By article: the country of most of the places that it names. */
function countriesOf(spellings: readonly Spelling[], gazetteer: Gazetteer): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { type, text, named } of spellings) {
    const place = type === 'place' ? gazetteer.place(text) : null;
    if (!place || place.country === '' || !'ncml'.includes(place.size)) continue;
    for (const { article, occurrences } of named) {
      const own = counts.get(article) ?? new Map<string, number>();
      own.set(place.country, (own.get(place.country) ?? 0) + occurrences.length);
      counts.set(article, own);
    }
  }
  return new Map(
    [...counts].flatMap(([article, own]) => {
      const [best, second] = [...own].sort(([, a], [, b]) => b - a);
      if (!best || best[1] === second?.[1]) return [];
      return [[article, stemOf(countryNames.of(best[0]) ?? best[0])]];
    }),
  );
}
