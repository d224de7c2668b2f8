/**
 * Two people, places or bodies of one name: what articles say of them that can't be true of one. What an article says
 * nothing of goes with neither, unless there is far more of one of them. For spelling.ts.
 */
import { endingIn } from '../text/endings.ts';
import { fold } from '../text/fold.ts';
import { familiesOf } from '../text/kindred.ts';
import { termOf } from '../text/words.ts';
import { countryStems, isCountry } from './country-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { nameTokens } from './keys.ts';
import { isDemonym } from './lexicon.ts';
import type { Named, Occurrence } from './typing.ts';

/** What the words around a name say of whose it is; all of it may be left out. */
export interface Said {
  /** The country that a place is said to lie in, as `countryKey` has it. */
  readonly country?: string;
  /** The country whose newspaper, bank or airline a body is said to be, in the same way. */
  readonly nation?: string;
  readonly born?: number;
  readonly calling?: Calling;
}

interface Calling {
  readonly kind: 'office' | 'sport' | 'trade' | 'learning';
  readonly noun: string;
  /** "A farmer", of whom the reader hasn't heard. */
  readonly isUnknown: boolean;
}

/** Characters on either side of a name that are looked at. */
export const saidReach = 60;

const nounsOf: Readonly<Record<Calling['kind'], string>> = {
  office:
    'president minister premier chancellor senator lawmaker congressman congresswoman governor mayor ambassador general colonel admiral brigadier judge magistrate prosecutor king queen emir sultan',
  sport:
    'boxer footballer striker midfielder goalkeeper winger cricketer batsman bowler sprinter cyclist jockey swimmer skier golfer wrestler gymnast quarterback rower judoka snooker-player darts-player',
  trade:
    'farmer shopkeeper driver baker butcher nurse midwife teacher plumber carpenter tailor fisherman student waiter waitress mechanic electrician labourer laborer cleaner cook hairdresser barber grocer shepherd housewife seamstress cashier bricklayer welder miner gardener',
  learning: 'economist historian physicist chemist mathematician botanist astronomer philosopher geologist linguist',
};
const kindOf = new Map(
  (Object.keys(nounsOf) as Calling['kind'][]).flatMap((kind) =>
    nounsOf[kind].split(' ').map((noun) => [noun, kind] as const),
  ),
);
/** What anybody may have been before. */
const earlier = new Set(['student', 'teacher', 'driver', 'cook']);

const callingBefore = /(?:\b(an?|the)\s+)?(?:\b[\p{Ll}-]+\s+)?\b([\p{L}-]+),?\s+$/iu;
/** Cheap: before most names no calling stands. */
const hasCallingBefore = endingIn(new RegExp(`(?:${[...kindOf.keys()].join('|')}),?\\s+$`, 'iu'));

/** "X, a boxer from Leeds", "the judge, X,", "farmer X". */
function callingAround(before: string, after: string): Calling | undefined {
  const [, article = '', phrase = ''] = /^,? (?:(?:is|was) )?(an?|the) ((?:[\p{Ll}-]+ ?){1,4})/u.exec(after) ?? [];
  const [, ahead = '', noun = ''] = (hasCallingBefore(before) && callingBefore.exec(before)) || [];
  const said = (phrase.split(/\b(?:of|in|from|at|for|who|and|with|to)\b/u)[0] ?? '').trim().split(' ');
  for (const [word, by] of [...said.map((one) => [one, article] as const), [noun, ahead] as const]) {
    const kind = kindOf.get(word.toLowerCase());
    if (kind) return { kind, noun: word.toLowerCase(), isUnknown: /^an?$/iu.test(by) };
  }
  return undefined;
}

/** "X (1924–2018)", "X (born 1946)". */
function bornIn(after: string): number | undefined {
  const [, year] =
    /^\s*\((?:born|b\.|née \p{L}+,)?\s*(?:[\p{L}\d .]+ )?(1\d{3}|20\d\d)(?:\)|\s*[-–—])/u.exec(after) ?? [];
  const isBirth = year !== undefined && /^\s*\((?:born|b\.)|^\s*\([^)]*\d{4}\s*[-–—]/u.test(after);
  return isBirth ? Number(year) : undefined;
}

/** The same for a country and its people: "France", "French"; '' where it is no country's. */
function countryKey(word: string): string {
  if (/^(?:the )?(?:United States|U\.?S\.?A?\.?|Americans?)$/u.test(word)) return 'united states';
  if (
    /^(?:the )?(?:United Kingdom|U\.?K\.?|Britain|British|English|England|Scottish|Scotland|Welsh|Wales)$/u.test(word)
  )
    return 'united kingdom';
  const folded = fold(word.replace(/^the /u, ''));
  if (!(isCountry(word) || isDemonym(folded))) return '';
  const family = familiesOf(termOf(folded, 'en') ?? folded).find((one) => /^\p{Lu}/u.test(one));
  const stem = fold(family ?? folded).slice(0, 4);
  return countryStems().has(stem) ? stem : '';
}

const usStates =
  /^(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)$/;
const provinces =
  /^(?:Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Qu[eé]bec|Saskatchewan)$/;

const country = '(?:the )?(\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?)';
/** "X, the capital of Libya", "X, in Lebanon", "X, Chile."; but "X, Chile and Peru" is a list. */
const placedIn = [
  new RegExp(`^,? (?:(?:is|was) )?(?:an?|the|one of the) (?:[\\p{Ll}-]+ ){1,4}(?:of|in) ${country}`, 'u'),
  new RegExp(`^,? in ${country}`, 'u'),
  new RegExp(`^, ${country}(?=[.;:)]|, \\p{Ll}| [(–—-])`, 'u'),
];
/** Bodies of one country; a party, a group or a firm may be at home in one and called by another. */
const nationalNoun = '(?:newspaper|daily|weekly|broadcaster|magazine|channel|bank|airline)';
const nationBefore = new RegExp(`(\\p{Lu}\\p{L}+)\\s+(?:[\\p{Ll}-]+\\s+){0,2}${nationalNoun}\\s+$`, 'u');
const hasNationBefore = endingIn(nationBefore);
const nationAfter = new RegExp(`^, (?:an?|the) (\\p{Lu}\\p{L}+) (?:\\p{Ll}+ ){0,2}${nationalNoun}\\b`, 'u');

function nationAround(before: string, after: string): string {
  const said = hasNationBefore(before) ? nationBefore.exec(before) : nationAfter.exec(after);
  return countryKey(said?.[1] ?? '');
}

function countryAround(before: string, after: string): string {
  // "The Khabur, in Syria": a river or a range may lie in several.
  if (/\bthe $/iu.test(before)) return '';
  for (const said of placedIn.map((pattern) => pattern.exec(after)?.[1])) {
    // "The capital of Syria Ahmed": a name goes on where a country's has ended.
    for (const name of said ? [said, said.split(' ')[0]!] : []) {
      const key =
        countryKey(name) || (usStates.test(name) ? countryKey('US') : provinces.test(name) ? countryKey('Canada') : '');
      if (key !== '') return key;
    }
  }
  return '';
}

/** `before`: the text up to the name; `after`: the text behind it. */
export function saidAround(before: string, after: string): Said {
  const [born, calling] = [bornIn(after), callingAround(before, after)];
  const [key, nation] = [countryAround(before, after), nationAround(before, after)];
  return {
    ...(born !== undefined && { born }),
    ...(calling && { calling }),
    ...(key !== '' && { country: key }),
    ...(nation !== '' && { nation }),
  };
}

const sportOr = (a: Calling, b: Calling): boolean => a.kind === 'sport' && b.kind !== 'sport';
const tradeOr = (a: Calling, b: Calling): boolean =>
  a.kind === 'trade' && !earlier.has(a.noun) && (b.kind === 'office' || b.kind === 'learning');

/** One of them is nobody that the reader knows of, and nobody has both callings. */
function areTwoCallings(a: Calling, b: Calling): boolean {
  if (a.kind === 'trade' && b.kind === 'trade')
    return a.noun !== b.noun && a.isUnknown && b.isUnknown && !earlier.has(a.noun) && !earlier.has(b.noun);
  return (a.isUnknown || b.isUnknown) && (sportOr(a, b) || sportOr(b, a) || tradeOr(a, b) || tradeOr(b, a));
}

/** All that one article says of one name. */
interface Claim {
  readonly named: Named;
  readonly countries: ReadonlySet<string>;
  readonly born: ReadonlySet<number>;
  readonly callings: readonly Calling[];
}

function claimOf(named: Named): Claim {
  const said = named.occurrences.map((one) => one.said);
  const isPerson = named.type === 'person';
  return {
    named,
    countries: new Set(
      isPerson ? [] : said.flatMap(({ country: key, nation }) => (named.type === 'place' ? key : nation) ?? []),
    ),
    born: new Set(isPerson ? said.flatMap(({ born }) => born ?? []) : []),
    callings: isPerson ? said.flatMap(({ calling }) => calling ?? []) : [],
  };
}

const isSilent = ({ born, callings, countries }: Claim): boolean => born.size + callings.length + countries.size === 0;

function contradict(a: Claim, b: Claim, isBoth: (one: Calling, other: Calling) => boolean): boolean {
  const areApart = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) =>
    one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
  if (areApart(a.countries, b.countries)) return true;
  if (areApart(a.born, b.born))
    return [...a.born].every((year) => [...b.born].every((other) => Math.abs(year - other) > 1));
  if (a.born.size > 0 && b.born.size > 0) return false;
  return a.callings.some((one) => b.callings.some((other) => areTwoCallings(one, other) && !isBoth(one, other)));
}

/**
 * Within one article: two of a name where its own words put them into two countries or years of birth; what it says nothing of
 * is of whom it spoke last. Callings tell nothing here: one article tells all that somebody has been.
 */
export function apartInArticle(named: Named, gazetteer: Gazetteer): Named[] {
  if (!mayBeSeveral(named, gazetteer) || named.occurrences.length < 2) return [named];
  const groups: { readonly claims: Claim[]; readonly occurrences: Occurrence[] }[] = [];
  let last: (typeof groups)[number] | undefined;
  for (const occurrence of [...named.occurrences].sort((a, b) => a.start - b.start)) {
    const claim = { ...claimOf({ ...named, occurrences: [occurrence] }), callings: [] };
    const own = isSilent(claim)
      ? last
      : groups.find(({ claims }) => !claims.some((one) => contradict(one, claim, () => true)));
    last = own ?? { claims: [], occurrences: [] };
    if (!own) groups.push(last);
    if (!isSilent(claim)) last.claims.push(claim);
    last.occurrences.push(occurrence);
  }
  return groups.length < 2 ? [named] : groups.map(({ occurrences }) => ({ ...named, occurrences }));
}

/** So many times as many articles speak of one as of all others: what says nothing is of that one. */
const farMore = 3;

/** By name in its article: which of its namesakes it is; nothing of a name that one thing alone bears. */
export function namesakes(all: readonly Named[], gazetteer: Gazetteer): ReadonlyMap<Named, string> {
  const senses = new Map<Named, string>();
  for (const alike of Map.groupBy(all, ({ key, type }) => `${type}\n${key}`).values()) {
    if (alike.length < 2 || !mayBeSeveral(alike[0]!, gazetteer)) continue;
    const claims = alike.map(claimOf);
    const isBoth = (one: Calling, other: Calling) =>
      claims.some(({ callings }) =>
        [one, other].every(({ kind, noun }) => callings.some((own) => own.kind === kind && own.noun === noun)),
      );
    const groups: Claim[][] = [];
    for (const claim of claims) {
      if (isSilent(claim)) continue;
      const own = groups.find((group) => !group.some((member) => contradict(member, claim, isBoth)));
      if (own) own.push(claim);
      else groups.push([claim]);
    }
    if (groups.length < 2) continue;
    const senseOf = (group: readonly Claim[]) =>
      [...group[0]!.countries][0] ?? `namesake ${groups.indexOf(group as Claim[])}`;
    for (const group of groups) for (const { named } of group) senses.set(named, senseOf(group));
    const usual = usualOf(groups, gazetteer);
    for (const claim of usual ? claims.filter(isSilent) : []) senses.set(claim.named, senseOf(usual!));
  }
  return senses;
}

/** A country is one, and a region or a river lies in several; a surname alone goes with who is called so in its article. */
function mayBeSeveral({ occurrences, type }: Named, gazetteer: Gazetteer): boolean {
  const { text } = occurrences[0]!;
  if (type === 'person') return nameTokens(text).length > 1;
  return type === 'organisation' || (type === 'place' && !/^[nr]$/.test(gazetteer.place(text)?.size ?? ''));
}

/** Whom everybody means who says nothing of it: the place that is broadly known, or who is spoken of far more. */
function usualOf(groups: readonly Claim[][], gazetteer: Gazetteer): Claim[] | undefined {
  const { occurrences, type } = groups[0]![0]!.named;
  if (type === 'place') {
    const known = gazetteer.place(occurrences[0]!.text)?.country;
    const key = known ? countryKey(englishOf(known)) : '';
    const own = groups.find((group) => group.some(({ countries }) => countries.has(key)));
    if (own) return own;
  }
  const [most, second] = [...groups].sort((a, b) => b.length - a.length);
  return most!.length >= farMore * second!.length ? most : undefined;
}

const displayed = new Intl.DisplayNames('en', { type: 'region' });
const englishOf = (code: string): string => (code === '' ? '' : (displayed.of(code) ?? ''));
