/**
 * Parts of people's names: "Assad", "C. Banda", "Menelik" go to the one person named in full in the same article, else
 * to the one in the library; where several fit, who is a man or a woman and who was named by then decide, or nothing does.
 */
import { type Bearer, bearerAfter } from './bearer.ts';
import { beginsWithSurname } from './east-asian-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isSameGivenName } from './given-names.ts';
import type { Groups } from './groups.ts';
import { spellingKeys } from './keys.ts';
import { nameSoundOf, soundDistance } from './sound-distance.ts';
import { aheadCharsMax, type Spelling, startIn } from './spelling.ts';
import { isAbbreviation } from './trim.ts';

/** How far apart a surname and the last word of a full name may sound in one article, when short and when longer. */
const surnameDistanceMax = { short: 0.05, long: 0.1 };
const longSurnameLettersMin = 6;
const surnameLettersMin = 5;
/** So many articles name somebody whom the others need not name in full. */
const articlesOfKnownMin = 2;
/** Names that two articles on one subject have in common, at least. */
const sharedNamesMin = 2;
/** An article that names so few things needs to share but one. */
const fewNamesMax = 6;

export function joinPartial(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const byToken = new Map<string, number[]>();
  const byArticle = new Map<string, number[]>();
  const inArticle = new Map<string, number[]>();
  spellings.forEach(({ type, tokens, articles, isBare }, at) => {
    if (!isBare) for (const id of articles) file(inArticle, id, at);
    if (type !== 'person' || tokens.length < 2 || isBare) return;
    for (const token of new Set(tokens)) file(byToken, token, at);
    for (const id of articles) file(byArticle, id, at);
  });
  const order = [...spellings.keys()].sort((a, b) => spellings[b]!.tokens.length - spellings[a]!.tokens.length);
  const left: number[] = [];
  for (const at of order) {
    const short = spellings[at]!;
    if ((short.type !== 'person' && !short.isBare) || isAbbreviation(short.text)) continue;
    const one = short.isBare ? (short.leansToPlace ? null : ofBare(short)) : ofSeveral(short, at);
    if (one !== null) groups.join(one, at);
    else if (short.isBare) left.push(at);
  }
  joinLeft(left, spellings, groups);

  /** "C. Banda", "Rosa Quispe", "Bill Hartley": more than one word of a longer name, or another form of it. */
  function ofSeveral(short: Spelling, at: number): number | null {
    const sharing = [...new Set(short.tokens.flatMap((token) => byToken.get(token) ?? []))].filter(
      (index) => index !== at,
    );
    const longer = sharing.filter((index) => isPartOf(short.tokens, spellings[index]!));
    const near = longer.filter((index) => isTogether(short, index));
    if (near.length > 0)
      return (
        only(near, groups) ??
        only(
          near.filter((index) => !spellings[index]!.isRelation),
          groups,
        )
      );
    const looser = sharing.filter(
      (index) => isTogether(short, index) && isLooselyPartOf(short.tokens, spellings[index]!.tokens),
    );
    const far = longer.filter((index) => fitsInitial(short.tokens[0]!, spellings[index]!.tokens[0]!));
    return only(looser, groups) ?? only(far, groups);
  }

  function ofBare(short: Spelling): number | null {
    const token = short.tokens.at(-1)!;
    const [article] = [...short.articles] as [string];
    const bearer = bearerOf(short, article);
    const people = byArticle.get(article) ?? [];
    const isReached = (index: number) => startIn(spellings[index]!, article) <= startIn(short, article) + aheadCharsMax;
    const bearers = people.filter((index) => bearsAsSurname(spellings[index]!, token) && isReached(index));
    if (bearer.isRuler)
      return only(
        people.filter((index) => isRulerCalled(spellings[index]!, token, article)),
        groups,
      );
    if (bearers.length > 0) return oneOf(bearers, short, bearer, article);
    const partly = people.filter((index) => isReached(index) && holds(spellings[index]!.tokens, short.tokens));
    if (partly.length > 0) {
      const isName = short.type === 'person' || !gazetteer.isWord(token);
      const before = partly.filter((index) => startIn(spellings[index]!, article) < startIn(short, article));
      return isName && before.length > 0 ? only(partly, groups) : null;
    }
    const elsewhere = (byToken.get(token) ?? []).filter((index) => bearsAsSurname(spellings[index]!, token));
    if (elsewhere.length > 0) return isTelling(elsewhere, token, article) ? only(elsewhere, groups) : null;
    const alike = soundingLike(short, people);
    return alike.length > 0 ? oneOf(alike, short, bearer, article) : null;
  }

  /** Of several who bear the name: the only man or woman, the only one who is nobody's relation, the only one named by then. */
  function oneOf(bearers: readonly number[], short: Spelling, bearer: Bearer, article: string): number | null {
    const { sex } = bearer;
    const sexes = new Map(bearers.map((index) => [index, sexOf(groups.rootOf(index), bearers, article)]));
    const fitting = sex ? bearers.filter((index) => (sexes.get(index) ?? sex) === sex) : bearers;
    const sure = sex ? bearers.filter((index) => sexes.get(index) === sex) : [];
    const named = fitting.filter((index) => startIn(spellings[index]!, article) < startIn(short, article));
    return (
      only(fitting, groups) ??
      only(sure, groups) ??
      only(
        fitting.filter((index) => !spellings[index]!.isRelation),
        groups,
      ) ??
      only(
        fitting.filter((index) => isNumber(spellings[index]!.tokens.at(-1)!)),
        groups,
      ) ??
      only(named, groups)
    );
  }

  function sexOf(root: number, bearers: readonly number[], article: string): Bearer['sex'] {
    const own = bearers.filter((index) => groups.rootOf(index) === root);
    return own.map((index) => bearerOf(spellings[index]!, article).sex).find((sex) => sex !== undefined);
  }

  function isTogether({ articles }: Spelling, index: number): boolean {
    return !articles.isDisjointFrom(spellings[index]!.articles);
  }

  /** In another article a surname alone says who is meant if it is rare, if several articles tell of its bearer, or both tell of the same things. */
  function isTelling(elsewhere: readonly number[], token: string, article: string): boolean {
    const articles = new Set(elsewhere.flatMap((index) => [...spellings[index]!.articles])).difference(
      new Set([article]),
    );
    if (articles.size === 0) return false;
    if (articles.size >= articlesOfKnownMin || (!gazetteer.isPersonalName(token) && !gazetteer.isWord(token)))
      return true;
    const own = namesIn(article);
    return [...articles].some((other) => {
      const shared = own.intersection(namesIn(other)).size;
      return shared >= (own.size <= fewNamesMax ? 1 : sharedNamesMin);
    });
  }

  /** Everything named in an article but by a part of a name, as groups stand now. */
  function namesIn(article: string): Set<number> {
    return new Set((inArticle.get(article) ?? []).map(groups.rootOf));
  }

  function soundingLike(short: Spelling, people: readonly number[]): number[] {
    if (short.text.length < surnameLettersMin) return [];
    const own = nameSoundOf(short.tokens.at(-1)!);
    const most = short.text.length >= longSurnameLettersMin ? surnameDistanceMax.long : surnameDistanceMax.short;
    return people.filter((index) => {
      const last = surnameOf(spellings[index]!);
      return last.length >= surnameLettersMin && soundDistance(own, nameSoundOf(last)) <= most;
    });
  }
}

function file(files: Map<string, number[]>, key: string, at: number): void {
  const filed = files.get(key);
  if (filed) filed.push(at);
  else files.set(key, [at]);
}

/** "J." and "John" are one, "V." and "K. Venugopal" are not. */
const fitsInitial = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** What stands before it in the article, wherever that says something; a title may be taken for part of the name. */
function bearerOf({ named }: Spelling, article: string): Bearer {
  const all = named.filter((one) => one.article === article).flatMap(({ occurrences }) => occurrences);
  const bearers = all.flatMap(({ bearer, text }) => [bearer, bearerAfter(text.replace(/\S+$/u, ''))]);
  const sex = bearers.map((bearer) => bearer.sex).find((one) => one !== undefined);
  return { ...(sex ? { sex } : {}), ...(bearers.some(({ isRuler }) => isRuler) ? { isRuler: true } : {}) };
}

const holds = (long: readonly string[], short: readonly string[]): boolean =>
  long.some((_, at) => short.every((token, offset) => long[at + offset] === token));

/** "King Hussein" is a Hussein II or a prince who is named in full, never a Mr Hussein. */
const isRulerCalled = (person: Spelling, token: string, article: string): boolean =>
  person.tokens.includes(token) &&
  ((person.tokens[0] === token && isNumber(person.tokens.at(-1)!)) || bearerOf(person, article).isRuler === true);

const isNumber = (token: string): boolean => /^[ivx]+$/.test(token);

/** The last word, but for a ruler's number and for names that begin with the surname. */
function surnameOf({ tokens, text }: Spelling): string {
  if (beginsWithSurname(text)) return tokens[0]!;
  return isNumber(tokens.at(-1)!) && tokens.length > 1 ? tokens.at(-2)! : tokens.at(-1)!;
}

/** By this word alone the person may be called: a surname, or the name of a ruler with a number. */
const bearsAsSurname = (person: Spelling, token: string): boolean =>
  surnameOf(person) === token ||
  (person.tokens.length === 2 && person.tokens[0] === token && isNumber(person.tokens[1]!));

/** Its words in order, an initial for any word that begins so; the last one must be the last, or a ruler's before the number. */
function isPartOf(short: readonly string[], long: Spelling): boolean {
  const { tokens } = long;
  if (short.length > tokens.length || (short.length === tokens.length && !short.some((token) => token.length === 1)))
    return false;
  if (short.join(' ') === tokens.join(' ')) return false;
  const [number, other] = [short.at(-1)!, tokens.at(-1)!];
  if (isNumber(number) && isNumber(other) && number !== other) return false;
  const initials = (words: readonly string[]) => words.filter((token) => token.length === 1 && !isNumber(token));
  // "George W. Bush" is not "George H. W. Bush".
  if (short[0]!.length > 1 && initials(short).length > 0 && initials(tokens).length > initials(short).length)
    return false;
  if (!isInOrder(short, tokens)) return false;
  // A given name alone is anybody's; "Gertrude Bell" is part of "Gertrude Margaret Lowthian Bell".
  return lastOf(tokens) === short.at(-1);
}

const lastOf = (tokens: readonly string[]): string =>
  isNumber(tokens.at(-1)!) && tokens.length > 1 ? tokens.at(-2)! : tokens.at(-1)!;

function isInOrder(short: readonly string[], long: readonly string[]): boolean {
  let from = 0;
  for (const token of short) {
    const found = long.findIndex(
      (other, at) =>
        at >= from &&
        (other === token ||
          (token.length === 1 && other.startsWith(token)) ||
          (other.length === 1 && token.startsWith(other) && short.length > 1)),
    );
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}

/** In one article: "Rosa Quispe" of "Rosa Elena Quispe Mamani", "Bill Hartley" for "William Hartley", "R. T. Ames" for "Bob Ames". */
function isLooselyPartOf(short: readonly string[], long: readonly string[]): boolean {
  const [first, last] = [short[0]!, short.at(-1)!];
  if (short.length < long.length && first.length > 1) {
    const isPart = isInOrder(short, long) && short.every((token) => token.length > 1);
    if (isPart && (first === long[0] || lastOf(long) === last)) return true;
  }
  const isFamiliar = first !== long[0] && isSameGivenName(first, long[0]!) && lastOf(long) === last;
  return isFamiliar && areTheSame(short.slice(1, -1), long.slice(1, -1));
}

/** Middle names of which one side leaves some out, or gives initials. */
const areTheSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || (a.length <= b.length ? isInOrder(a, b) : isInOrder(b, a));

/** The one group that all belong to. */
function only(found: readonly number[], groups: Groups): number | null {
  const roots = new Set(found.map(groups.rootOf));
  return roots.size === 1 ? found[0]! : null;
}

/** What found no full name: one spelling in several articles is one entity. */
function joinLeft(left: readonly number[], spellings: readonly Spelling[], groups: Groups): void {
  const first = new Map<string, number>();
  for (const at of left) {
    const { tokens } = spellings[at]!;
    const key = spellingKeys(tokens.join(' '))[0]!;
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    else groups.join(known, at);
  }
}
