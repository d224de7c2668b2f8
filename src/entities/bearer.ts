/** What the words around a person's name say of who bears it: a man or a woman, a ruler, a judge. For partial.ts. */
import { endingIn, groupsAtEnd } from '../text/endings.ts';
import { fold } from '../text/fold.ts';
import { roles as roleWords, titles } from './lexicon.ts';
import type { Spelling } from './spelling.ts';

export interface Bearer {
  readonly sex?: 'male' | 'female';
  /** A ruler is called by a given name: King Hussein is no Mr Hussein. */
  readonly isRuler?: true;
  /** The title or role right before the name: "judge". */
  readonly role?: string;
  /** Those in an apposition after it: "X, a judge". */
  readonly roles?: readonly string[];
  /** True for "the Institute" that is not one "of" anything. */
  readonly isDefinite?: true;
  /** True where years of a life follow: "X (1871–1944)". */
  readonly isDated?: true;
}

/** Characters before a name that are looked at. */
export const bearerReach = 40;

const femaleWords =
  'mrs|ms|miss|mme|mlle|madame?|mademoiselle|frau|fraulein|señora|senora|señorita|signora|sra|lady|dame|queen|princess|empress|duchess|countess|baroness|sister|mother|wife|daughter|widow|aunt|niece|actress|businesswoman|spokeswoman|congresswoman|chairwoman|policewoman|begum|smt|hajiya|doña|grandmother|girlfriend|stepmother|stepdaughter';
const maleWords =
  'mr|messrs|monsieur|herr|señor|senor|signor|sr|sir|lord|king|prince|emperor|duke|count|baron|sultan|brother|father|husband|son|widower|uncle|nephew|actor|businessman|spokesman|congressman|chairman|policeman|shri|alhaji|don|pope|imam|ayatollah|grandfather|boyfriend|stepfather|stepson';
const rulerWords =
  'king|queen|emperor|empress|pope|sultan|shah|tsar|czar|tsarina|kaiser|negus|caliph|prince|princess|crown prince|crown princess|archduke|emir';

const courtesy = (words: string) => endingIn(new RegExp(`(?:^|[^\\p{L}])(?:${words})\\.?,?\\s+$`, 'iu'));
const [isFemale, isMale] = [courtesy(femaleWords), courtesy(maleWords)];
const isRuler = endingIn(new RegExp(`(?:^|[^\\p{L}])(?:${rulerWords})\\s+$`, 'iu'));
const wordBefore = groupsAtEnd(/(?:(\p{L}+)|(\p{Lu}\p{L}{1,4})\.)\s$/u);
const isDefinite = endingIn(/\bthe $/iu);

/** `before`: the text up to the name; `after`: the text behind it. */
export function bearerAround(before: string, after: string): Bearer {
  const [word = '', short = ''] = wordBefore(before) ?? [];
  const role = roleOf(word || short);
  const [, apposition = ''] =
    /^,? (?:an?|the|is an?|is the|was an?|was the|who is the|who is an?) ((?:[\p{Ll}-]+ ?){1,3})/u.exec(after) ?? [];
  const roles = apposition.split(' ').flatMap((word) => roleOf(word) ?? []);
  return {
    ...(isFemale(before) ? { sex: 'female' } : isMale(before) ? { sex: 'male' } : {}),
    ...(isRuler(before) ? { isRuler: true } : {}),
    ...(role ? { role } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(isDefinite(before) && !/^ (?:of|for)\b/u.test(after) ? { isDefinite: true } : {}),
    ...(/^\s*\([^)]*(?:\d{3,4}|\bborn\b)/u.test(after) ? { isDated: true } : {}),
  };
}

const shortTitles: Readonly<Record<string, string>> = {
  ...{
    gen: 'general',
    col: 'colonel',
    lt: 'lieutenant',
    maj: 'major',
    capt: 'captain',
    sgt: 'sergeant',
    sen: 'senator',
  },
  ...{
    rep: 'representative',
    gov: 'governor',
    prof: 'professor',
    pres: 'president',
    justice: 'judge',
    premier: 'minister',
  },
};
/** Everybody is called so. */
const courtesies =
  /^(?:mr|mrs|ms|miss|mx|sir|dame|lord|lady|mme|mlle|monsieur|madame|don|dona|sr|sra|st|saint|dr|doctor|shri|smt)$/;

function roleOf(word: string): string | undefined {
  const folded = fold(word);
  if (courtesies.test(folded) || !(titles.has(folded) || roleWords.has(folded))) return undefined;
  return shortTitles[folded] ?? folded;
}

/** What stands before it in the article, wherever that says something; a title may be taken for part of the name. */
export function bearerOf({ named }: Spelling, article: string): Bearer {
  const all = named.filter((one) => one.article === article).flatMap(({ occurrences }) => occurrences);
  const bearers = all.flatMap(({ bearer, text }) => [bearer, bearerAround(text.replace(/\S+$/u, ''), '')]);
  const sex = bearers.map((bearer) => bearer.sex).find((one) => one !== undefined);
  const role = bearers.map((bearer) => bearer.role).find((one) => one !== undefined);
  const isRuler = bearers.some((bearer) => bearer.isRuler);
  return { ...(sex ? { sex } : {}), ...(role ? { role } : {}), ...(isRuler ? { isRuler } : {}) };
}

export const bearersIn = ({ named }: Spelling, article: string): Bearer[] =>
  named.filter((one) => one.article === article).flatMap(({ occurrences }) => occurrences.map(({ bearer }) => bearer));

/** Before and after the name, wherever it stands in the article: "Justice Minister X", "X, a judge". */
export const rolesOf = (spelling: Spelling, article: string): Set<string> =>
  new Set(bearersIn(spelling, article).flatMap(({ role, roles }) => [...(role ? [role] : []), ...(roles ?? [])]));
