/**
 * What an article calls for short after it has named it in full: "the Observatory", "the Ferry Company", "the Mining
 * Institute", "Shell". Each rule needs the longer name in the same article, and no other that it fits. For merge.ts.
 */
import { aliasKeyOf } from './aliases.ts';
import { haveTwoOwners, isNationalBody } from './called-alike.ts';
import type { Gazetteer } from './gazetteer.ts';
import { file, type Groups, only } from './groups.ts';
import { oneSpelling } from './keys.ts';
import { directions, isDemonym, organisationHeads } from './lexicon.ts';
import { withoutLegalForm } from './organisation-forms.ts';
import { isNamedAsPlace, type Spelling, startIn, townsOf } from './spelling.ts';
import { isAbbreviation } from './trim.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Nouns by which alone a text goes on to call a body; not those of bodies that every country has. */
const loneHeads = setOf(`
  academy agency alliance army association authority bank board brigade bureau centre center chamber club coalition college command commission committee company confederation
  consortium corporation council court department directorate division faculty federation force forces foundation front fund group hospital inspectorate institute institution
  league library ministry mission movement museum network observatory office organisation organization party regiment school secretariat service society team tribunal trust
  union unit university`);

/** Heads that keep the words before them when the town or the country falls away: "the Dredging Company". */
const keptHeads = setOf(`
  agency airline association authority bank board brewery club college commission committee company corporation council foundation fund hospital institute museum railway school
  society trust union university works`);
const ordinaryFronts = setOf('first second royal national new general federal state central great');
const partyAdjectives = setOf("islamic arab national people's peoples popular socialist revolutionary");
const ministries = setOf('ministry department');
const papers = setOf(
  'chronicle echo express gazette guardian herald independent journal mail mirror monitor nation news observer post press standard star sun telegraph times tribune',
);

const isDefinite = ({ named }: Spelling, article: string): boolean =>
  named.some((one) => one.article === article && one.occurrences.every(({ bearer }) => bearer.isDefinite));

/** Members of a party, and the word for them in its name. */
const adherents: Readonly<Record<string, string>> = {
  ...{
    democrats: 'democratic',
    liberals: 'liberal',
    socialists: 'socialist',
    conservatives: 'conservative',
    republicans: 'republican',
  },
  ...{
    greens: 'green',
    communists: 'communist',
    nationalists: 'nationalist',
    radicals: 'radical',
    progressives: 'progressive',
  },
};

/** "Teck-Rowan" may look like somebody's surname. */
const isOneWord = ({ type, text }: Spelling): boolean => type === 'person' && !/\s/u.test(text);

interface Known {
  readonly isPlace: (word: string) => boolean;
  readonly isWord: (word: string) => boolean;
}
type Rule = (short: readonly string[], long: readonly string[], known: Known) => boolean;

const small = /^(?:of|for|in|on|at|and|against|to)$/;
const singular = (word: string): string => oneSpelling(word).replace(/(?<=[a-z]{3})s$/, '');
const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length < long.length && short.every((token, at) => token === long[at]);
const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length < long.length && short.every((token, at) => token === long[long.length - short.length + at]);

/** "the Observatory" after "Syrian Observatory for Human Rights". */
const isHead: Rule = ([head = '', ...more], long) => {
  if (more.length > 0 || !loneHeads.has(head)) return false;
  const cut = long.findIndex((token) => small.test(token));
  return long.length > 1 && long[(cut < 0 ? long.length : cut) - 1] === head;
};

/** "Ferry Company" after "Lindholt Ferry Company", "Savannah Bank" after "First Savannah Bank". */
const isWithoutFront: Rule = (short, long, { isPlace }) =>
  short.length > 1 &&
  (keptHeads.has(short.at(-1)!) || isOwnBody(short)) &&
  endsWith(long, short) &&
  long
    .slice(0, long.length - short.length)
    .every((token) => ordinaryFronts.has(token) || isDemonym(token) || isPlace(token));
/** "Salvation Government" says which it is; each country has an Interior Ministry, and each front a Southern Army. */
const isOwnBody = (tokens: readonly string[]): boolean =>
  organisationHeads.has(tokens.at(-1)!) &&
  !isNationalBody({ type: 'organisation', tokens }) &&
  !tokens.some((token) => directions.has(token) || ordinaryFronts.has(token));

/** "Combatant Clerics" after "Association of Combatant Clerics". */
const isWhatFollowsOf: Rule = (short, long, { isPlace }) =>
  short.length > 1 &&
  endsWith(long, short) &&
  /^(?:of|for)$/.test(long[long.length - short.length - 1]!) &&
  organisationHeads.has(long[long.length - short.length - 2] ?? '') &&
  !isPlace(short.join(' '));

/** "Balai Citoyen" and "Le Balai Citoyen". */
const isWithoutArticle: Rule = (short, long) =>
  long.length === short.length + 1 &&
  /^(?:le|la|les|los|las|il|lo|gli|der|die|das)$/.test(long[0]!) &&
  endsWith(long, short);

/** "Mining Institute" after "Kharkiv Institute of Mining". */
const isTurned: Rule = (short, long, { isPlace }) => {
  const [head, about] = [short.at(-1)!, short.slice(0, -1)];
  const at = long.indexOf(head);
  if (about.length === 0 || !organisationHeads.has(head) || at < 0 || !/^(?:of|for)$/.test(long[at + 1] ?? ''))
    return false;
  const rest = long.slice(at + 2);
  if (!long.slice(0, at).every((token) => isPlace(token) || isDemonym(token))) return false;
  return about.length === rest.length && about.every((token, index) => singular(token) === singular(rest[index]!));
};

/** "Energy Ministry" after "Ministry of Energy and Industry". */
const isPartOfMinistry: Rule = (short, long) => {
  const head = short.find((token) => ministries.has(token));
  if (head === undefined || long[0] !== head || long[1] !== 'of') return false;
  const about = short
    .filter((token) => token !== head && !small.test(token))
    .map(singular)
    .join(' ');
  const fields = long
    .slice(2)
    .join(' ')
    .split(/ and /u)
    .map((field) => field.split(' ').map(singular).join(' '));
  return fields.length > 1 && fields.includes(about);
};

/** "Yeongnam" after "Yeongnam Shipbuilding & Marine Engineering": a word that names nothing else. */
const isFirstWord: Rule = (short, long, { isPlace, isWord }) =>
  startsWith(long, short) &&
  short.length <= 2 &&
  short.every((word) => word.length > 3 && !isWord(word) && !isPlace(word) && !isDemonym(word));

/** "Shell" after "Royal Dutch Shell Plc". */
const isLastOfFirm: Rule = ([word = '', ...more], long, { isPlace }) => {
  const core = withoutLegalForm(long);
  const isFirm = core.length < long.length && core.length > 1 && core.at(-1) === word;
  return isFirm && more.length === 0 && !organisationHeads.has(word) && !isPlace(word);
};

/** "the Nation" after "Daily Nation", "the Evening News" after "Manchester Evening News". */
const isPaper: Rule = (short, long, { isPlace }) =>
  papers.has(short.at(-1)!) &&
  endsWith(long, short) &&
  long
    .slice(0, long.length - short.length)
    .every((token) => /^(?:daily|sunday|morning)$/.test(token) || isPlace(token));

/** "Hebrew University" after "Hebrew University of Jerusalem". */
const isWithoutSeat: Rule = (short, long) =>
  short.length > 1 &&
  organisationHeads.has(short.at(-1)!) &&
  startsWith(long, short) &&
  /^(?:of|for|in|at)$/.test(long[short.length]!);

/** "Dawa Party" and "Islamic Dawa Party". */
const isWithoutAdjective: Rule = (short, long, { isPlace, isWord }) =>
  short.length > 1 &&
  long.length === short.length + 1 &&
  endsWith(long, short) &&
  partyAdjectives.has(long[0]!) &&
  short.some((token) => !isWord(token) && !isPlace(token) && !isDemonym(token) && !organisationHeads.has(token));

/** "Christian Democrats" and "Christian Democratic Party". */
const isAdherents: Rule = (short, long) => {
  const adjective = adherents[short.at(-1)!];
  if (adjective === undefined) return false;
  const name = [...short.slice(0, -1), adjective, 'party'];
  const cut = long.findIndex((token) => small.test(token));
  const whole = cut < 0 ? long : long.slice(0, cut);
  const isSame = (words: readonly string[]) => name.join(' ') === words.join(' ');
  return isSame(whole) || (isDemonym(whole[0]!) && isSame(whole.slice(1)));
};

const afterwards: readonly Rule[] = [
  isHead,
  isWithoutFront,
  isTurned,
  isPartOfMinistry,
  isFirstWord,
  isLastOfFirm,
  isPaper,
  isWithoutSeat,
  isWhatFollowsOf,
];
/** These may come before the full name as well. */
const anywhere: readonly Rule[] = [isWithoutAdjective, isAdherents, isWithoutArticle];

export function joinSecondMentions(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const byArticle = new Map<string, number[]>();
  const placesOf = new Map<string, Set<string>>();
  const peopleOf = new Map<string, Set<string>>();
  /** Words of somebody's full name. */
  const fullNamesOf = new Map<string, Set<string>>();
  const note = (words: Map<string, Set<string>>, article: string, tokens: readonly string[]) => {
    const known = words.get(article) ?? new Set();
    words.set(article, known);
    for (const token of tokens) known.add(token);
  };
  spellings.forEach(({ type, tokens, articles, isBare }, at) => {
    for (const article of articles) {
      if (type === 'organisation' && tokens.length > 1) file(byArticle, article, at);
      else if (type === 'place') note(placesOf, article, tokens);
      else if (type === 'person') note(peopleOf, article, tokens);
      if (type === 'person' && !isBare) note(fullNamesOf, article, tokens);
    }
  });
  const towns = townsOf(spellings);
  spellings.forEach((short, at) => {
    if (short.type !== 'organisation' && short.type !== 'untyped' && !isOneWord(short)) return;
    if (isAbbreviation(short.text) || aliasKeyOf(short.text) !== undefined || isNamedAsPlace(short, towns)) return;
    const found = [...short.articles].flatMap((article) => longerIn(short, at, article));
    const roots = new Set(found.map(groups.rootOf));
    if (roots.size === 1) groups.join(found[0]!, at);
  });

  joinShortPlaces(spellings, groups);

  function longerIn(short: Spelling, at: number, article: string): number[] {
    if (short.tokens.length === 1 && short.type !== 'person' && peopleOf.get(article)?.has(short.tokens[0]!)) return [];
    if (short.type === 'person' && fullNamesOf.get(article)?.has(short.tokens.at(-1)!)) return [];
    const known: Known = {
      isPlace: (word) => gazetteer.place(word) !== null || placesOf.get(article)?.has(word) === true,
      isWord: (word) => gazetteer.isWord(word),
    };
    const fits = (rules: readonly Rule[], long: Spelling) =>
      rules.some((rule) => rule(short.tokens, long.tokens, known));
    const isCommon = loneHeads.has(short.tokens.join(' ')) || papers.has(short.tokens.join(' '));
    if (isCommon && !isDefinite(short, article)) return [];
    return (byArticle.get(article) ?? []).filter((index) => {
      const long = spellings[index]!;
      if (index === at || long.tokens.length <= short.tokens.length - 1 || haveTwoOwners(short, long)) return false;
      if (fits(anywhere, long)) return true;
      return startIn(long, article) < startIn(short, article) && fits(afterwards, long);
    });
  }
}

/** "Rio" after "Rio de Janeiro" in one article, where no other place goes on from it. */
function joinShortPlaces(spellings: readonly Spelling[], groups: Groups): void {
  const longs = [...spellings.keys()].filter((at) => spellings[at]!.type === 'place' && seat.test(spellings[at]!.text));
  spellings.forEach((short, at) => {
    if (longs.length === 0 || short.type !== 'place' || short.tokens.length > 1) return;
    const goesOn = longs.filter((index) => {
      const long = spellings[index]!;
      return seat.exec(long.text)![1] === short.text && !long.articles.isDisjointFrom(short.articles);
    });
    const isAfter = (index: number) =>
      [...short.articles].some((article) => startIn(spellings[index]!, article) < startIn(short, article));
    const one = only(goesOn, groups);
    if (one !== null && isAfter(one)) groups.join(one, at);
  });
}
const seat = /^(\p{Lu}\p{L}{2,}) (?:d[aeiou]|del|des|am|an der|sur|upon|ob der) \p{Lu}/u;
