/** What merging works on: one spelling with one type, in one article or in all, and how two of them may be compared. */
import type { EntityType } from '../model.ts';
import { relationReason } from './around.ts';
import { isNationalBody } from './called-alike.ts';
import type { Gazetteer } from './gazetteer.ts';
import { nameTokens, oneSpelling, withoutTitles } from './keys.ts';
import { particles } from './lexicon.ts';
import { apartInArticle, namesakes } from './namesakes.ts';
import { isTeamKey, senseOfKey } from './senses.ts';
import { isAbbreviation } from './trim.ts';
import type { Named } from './typing.ts';

/** A name of one word that could be a person's, and an abbreviation, are joined article by article. */
export interface Spelling {
  readonly text: string;
  readonly type: EntityType;
  readonly tokens: readonly string[];
  /** Ids of the articles it stands in. */
  readonly articles: ReadonlySet<string>;
  /** By article, where it stands first. */
  readonly starts: ReadonlyMap<string, number>;
  readonly count: number;
  /** True for a name of one word that could be part of a person's. */
  readonly isBare: boolean;
  /** True for what each article may use in its own way: a bare name, an abbreviation, a body's name of one word. */
  readonly isLocal: boolean;
  /** True where several people of its article bear that name: this is one place where it stands. */
  readonly isShared: boolean;
  /** True for somebody named as another's relation: "her brother X". */
  readonly isRelation: boolean;
  /** True where the words around it in its article speak for a place: "the upper Loa", beside somebody called Loa. */
  readonly leansToPlace: boolean;
  /** True for a team under its town's name: never the town. */
  readonly isTeam: boolean;
  /** What its article has another of under this name stands for something else; '' where there is none. */
  readonly sense: string;
  /** Of a body that every country has, whose it is; of a place, what sort of place; of namesakes, which of them. '' where nothing says so. */
  readonly owner: string;
  readonly named: readonly Named[];
}

const capitalsMin = 4;

/** True for "IRGC", but not for a name that a dateline or a headline has in capitals: "MADRID", "CHIRAC". */
export const isShortForm = (type: EntityType, text: string, gazetteer: Gazetteer): boolean =>
  isAbbreviation(text) &&
  !(
    text.length >= capitalsMin &&
    !text.includes('.') &&
    ((type === 'place' && gazetteer.place(text) !== null) || (type === 'person' && gazetteer.isPersonalName(text)))
  );

/** One type, or one of them unknown. */
export const agree = (a: Spelling, b: Spelling): boolean =>
  a.type === b.type || a.type === 'untyped' || b.type === 'untyped';

export const shareArticle = (a: Spelling, b: Spelling): boolean => !a.articles.isDisjointFrom(b.articles);

/** Where in the article it stands first; after everything where it doesn't. */
export const startIn = ({ starts }: Spelling, article: string): number =>
  starts.get(article) ?? Number.POSITIVE_INFINITY;

function startsOf(named: readonly Named[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { article, occurrences } of named)
    for (const { start } of occurrences) starts.set(article, Math.min(start, starts.get(article) ?? start));
  return starts;
}

const isNational = ({ type, occurrences }: Named): boolean =>
  isNationalBody({ type, tokens: nameTokens(occurrences[0]!.text) });
const isPlace = ({ type }: Named): boolean => type === 'place';
const ownerOf = (named: Named): string => {
  const [first] = named.occurrences;
  return isNational(named) ? first!.owner : isPlace(named) ? first!.placeKind : '';
};

/** Where a text says of one name that it is a country and that it is a state, these are two; what it says nothing of goes with the one before it. */
function byKind(named: Named): Named[] {
  const kinds = new Set(named.occurrences.map(({ placeKind }) => placeKind).filter(Boolean));
  if (kinds.size === 0) return [named];
  const [first] = kinds;
  let kind = first!;
  const dated = [...named.occurrences]
    .sort((a, b) => a.start - b.start)
    .map((one) => {
      kind = one.placeKind || kind;
      return { ...one, placeKind: kind };
    });
  return [...Map.groupBy(dated, ({ placeKind }) => placeKind).values()].map((occurrences) => ({
    ...named,
    occurrences,
  }));
}

/** An article may speak of the Foreign Ministry of one country, and of another's. */
const byOwner = (named: Named): Named[] =>
  isPlace(named)
    ? byKind(named)
    : isNational(named)
      ? [...Map.groupBy(named.occurrences, ({ owner }) => owner).values()].map((occurrences) => ({
          ...named,
          occurrences,
        }))
      : [named];

export function spellingsOf(all: readonly Named[], gazetteer: Gazetteer): Spelling[] {
  const named = all.flatMap(byOwner).flatMap((one) => apartInArticle(one, gazetteer));
  const senses = namesakes(named, gazetteer);
  const whose = (one: Named) => senses.get(one) ?? ownerOf(one);
  const shared = sharedParts(named);
  const isBare = ({ type, occurrences }: Named): boolean => {
    const { text } = occurrences[0]!;
    const isPerson = type === 'person' || (type === 'untyped' && !gazetteer.place(text));
    return isPerson && !isAbbreviation(text) && isOneWord(tokensOf(type, text));
  };
  const isLocal = (one: Named): boolean => {
    const { text } = one.occurrences[0]!;
    const isOneWordBody = one.type === 'organisation' && isOneWord(nameTokens(text));
    return isBare(one) || isShortForm(one.type, text, gazetteer) || isOneWordBody || isNational(one);
  };
  const scopeOf = (one: Named): string => {
    const scope = `${one.key}\n${one.type}\n${whose(one)}`;
    return isLocal(one) ? `${scope}\n${one.article}` : scope;
  };
  const isShared = ({ article, occurrences }: Named) => {
    const part = shared.get(`${article}\n${tokensOf('person', occurrences[0]!.text).at(-1)}`);
    return part !== undefined && (part.keys.size > 1 || occurrences[0]!.start + aheadCharsMax < part.start);
  };
  return [...Map.groupBy(named, scopeOf).values()].flatMap((alike) => {
    const bare = isBare(alike[0]!);
    const isOwn = isLocal(alike[0]!);
    const whole = {
      ...spellingOf(alike),
      owner: whose(alike[0]!),
      isBare: bare,
      isLocal: isOwn,
      leansToPlace: bare && leansToPlace(alike),
    };
    // Where several people of an article bear the name, each place where it stands alone is decided by itself.
    if (!bare || !isShared(alike[0]!)) return [whole];
    return alike.flatMap((one) =>
      one.occurrences.map((occurrence) => ({
        ...{ ...whole, isShared: true, count: 1, text: occurrence.text },
        ...{ starts: new Map([[one.article, occurrence.start]]), named: [{ ...one, occurrences: [occurrence] }] },
      })),
    );
  });
}

/** A headline may call by surname whom the story then names in full; so far ahead it is somebody else. */
export const aheadCharsMax = 800;

/** What the words around each mention must say for a place, on average. */
const placeLeanMin = 1.3;

function leansToPlace(named: readonly Named[]): boolean {
  const all = named.flatMap(({ occurrences }) => occurrences);
  const sum = (wanted: string) =>
    all.flatMap(({ around }) => around).reduce((total, { type, weight }) => total + (type === wanted ? weight : 0), 0);
  return sum('place') >= placeLeanMin * all.length && sum('person') <= 0;
}

/** Words that are places of their own somewhere in the library. */
export const townsOf = (spellings: readonly Spelling[]): ReadonlySet<string> =>
  new Set(spellings.flatMap(({ type, tokens }) => (type === 'place' && tokens.length === 1 ? tokens : [])));

/** Lindholt is a town before it is short for a Lindholt Ferry Company, as soon as anything says so. */
export const isNamedAsPlace = ({ tokens, named }: Spelling, towns: ReadonlySet<string>): boolean =>
  tokens.length === 1 && (towns.has(tokens[0]!) || leansToPlace(named));

/** Small words that begin whole names as well: Abu Nidal, Ben Bella. */
const kinWords = /^(?:al|el|ul|bin|ben|ibn|bint|abu|abd)$/;

/** "Assad", "van der Veen": a surname may have small words before it. */
const isOneWord = (tokens: readonly string[]): boolean =>
  tokens.slice(0, -1).every((token) => particles.has(token) && !kinWords.test(token));

function spellingOf(alike: readonly Named[]): Omit<Spelling, 'owner'> {
  const counts = new Map<string, number>();
  for (const { text } of alike.flatMap(({ occurrences }) => occurrences)) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
  const text = sorted.find((one) => !isAbbreviation(one)) ?? sorted[0]!;
  return {
    ...{ text, type: alike[0]!.type, tokens: tokensOf(alike[0]!.type, text) },
    ...{ isBare: false, isLocal: false, isShared: false, leansToPlace: false },
    isRelation: alike.every(({ evidence }) => evidence.some(({ reason }) => reason === relationReason)),
    isTeam: isTeamKey(alike[0]!.key),
    sense: senseOfKey(alike[0]!.key),
    articles: new Set(alike.map(({ article }) => article)),
    starts: startsOf(alike),
    count: alike.reduce((sum, { occurrences }) => sum + occurrences.length, 0),
    named: alike,
  };
}

/** People's names word for word, each initial of "R.T. Ames" by itself, without titles, in one of the spellings that each has. */
function tokensOf(type: EntityType, text: string): readonly string[] {
  const tokens = nameTokens(text.replace(/(?<!\p{L})(\p{Lu}\.)(?=\p{Lu}\.)/gu, '$1 '));
  if (type === 'person') return withoutTitles(tokens).map(oneSpelling);
  return type === 'untyped' ? tokens.map(oneSpelling) : tokens;
}

interface Part {
  readonly keys: ReadonlySet<string>;
  /** Where the first of the full names stands. */
  readonly start: number;
}

/** By article and word: people's full names that hold it. */
function sharedParts(named: readonly Named[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { article, type, occurrences, key } of named) {
    const tokens = tokensOf('person', occurrences[0]!.text);
    if (type !== 'person' || isOneWord(tokens)) continue;
    const { start } = occurrences[0]!;
    for (const token of tokens) {
      const known = parts.get(`${article}\n${token}`);
      parts.set(`${article}\n${token}`, {
        keys: new Set([...(known?.keys ?? []), key]),
        start: Math.min(start, known?.start ?? start),
      });
    }
  }
  return parts;
}
