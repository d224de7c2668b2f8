/**
 * Parts of people's names: "Assad", "C. Banda", "Menelik" go to the one person named in full in the same article, else
 * to the one in the library; where several fit, who is a man or a woman and who was named by then decide, or nothing does.
 */
import { type Bearer, bearerOf, bearersIn, rolesOf } from './bearer.ts';
import { beginsWithSurname } from './east-asian-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { file, type Groups, only } from './groups.ts';
import { nameTokens, spellingKeys } from './keys.ts';
import {
  fitsInitial,
  holds,
  isFamiliarForm,
  isLooselyPartOf,
  isNumber,
  isOpenInitial,
  isPartOf,
  isTurned,
  soundsLikePartOf,
} from './part-of-name.ts';
import { nameSoundOf, soundDistance } from './sound-distance.ts';
import { aheadCharsMax, isShortForm, type Spelling, startIn } from './spelling.ts';
import { areManAndWoman, areTwoPeople } from './two-people.ts';

/** How far apart a surname and the last word of a full name may sound in one article, when short and when longer. */
const surnameDistanceMax = { short: 0.05, long: 0.12 };
const longSurnameLettersMin = 6;
const surnameLettersMin = 5;
/** So many articles name somebody whom the others need not name in full. */
const articlesOfKnownMin = 2;
/** Names that two articles on one subject have in common, at least. */
const sharedNamesMin = 2;
const shortlyCharsMax = 160;
const besideCharsMax = 60;
/** An article that names so few things needs to share but one. */
const fewNamesMax = 6;

/** `titles`: of articles, by id. */
export function joinPartial(
  spellings: readonly Spelling[],
  titles: ReadonlyMap<string, string>,
  groups: Groups,
  gazetteer: Gazetteer,
): void {
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
    if (isShortForm(short.type, short.text, gazetteer)) continue;
    // "M. A. Duvallier" may not look like a person's name by itself.
    if (short.type !== 'person' && !short.isBare) {
      const one = short.type === 'untyped' && short.tokens.length > 1 ? ofSeveralHere(short, at) : null;
      if (one !== null) groups.join(one, at);
      continue;
    }
    const one = short.isBare ? (short.leansToPlace ? null : ofBare(short)) : ofSeveral(short, at);
    if (one !== null) groups.join(one, at);
    else if (short.isBare) left.push(at);
  }
  joinLeft(left, spellings, groups);

  function ofSeveralHere(short: Spelling, at: number): number | null {
    const people = [...short.articles].flatMap((article) => byArticle.get(article) ?? []);
    return only(
      people.filter((index) => index !== at && isPartOf(short.tokens, spellings[index]!)),
      groups,
    );
  }

  /** "C. Banda", "Rosa Quispe", "Bill Hartley": more than one word of a longer name, or another form of it. */
  function ofSeveral(short: Spelling, at: number): number | null {
    const bearers = bearersOf(short);
    const sharing = [...new Set(short.tokens.flatMap((token) => byToken.get(token) ?? []))].filter(
      (index) =>
        index !== at &&
        !areTwoPeople(spellings[index]!, short) &&
        !isOpenInitial(spellings[index]!.tokens, short.tokens, bearers),
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
    const far = [
      ...longer.filter((index) => fitsInitial(short.tokens[0]!, spellings[index]!.tokens[0]!)),
      ...sharing.filter((index) => isFamiliarForm(short.tokens, spellings[index]!.tokens)),
    ];
    const turned = sharing.filter((index) => isTurned(short.tokens, spellings[index]!.tokens));
    return (
      only(turned, groups) ?? only(looser, groups) ?? only(soundingLikePart(short, at), groups) ?? only(far, groups)
    );
  }

  /** The names of all who have the surname. */
  function bearersOf({ tokens }: Spelling): (readonly string[])[] {
    return (byToken.get(tokens.at(-1)!) ?? []).map((index) => spellings[index]!.tokens);
  }

  function soundingLikePart(short: Spelling, at: number): number[] {
    const people = [...short.articles].flatMap((article) => byArticle.get(article) ?? []);
    return people.filter(
      (index) =>
        index !== at &&
        soundsLikePartOf(short.tokens, spellings[index]!.tokens) &&
        !areTwoPeople(spellings[index]!, short),
    );
  }

  function ofBare(short: Spelling): number | null {
    const token = short.tokens.at(-1)!;
    const [article] = [...short.articles] as [string];
    const bearer = bearerOf(short, article);
    const people = byArticle.get(article) ?? [];
    const isReached = (index: number) => startIn(spellings[index]!, article) <= startIn(short, article) + aheadCharsMax;
    const bearers = people.filter((index) => bearsAsSurname(spellings[index]!, token) && isReached(index));
    if (bearer.isRuler) {
      const rulers = people.filter((index) => isRulerCalled(spellings[index]!, token, article));
      return only(rulers, groups) ?? only(namedBefore(rulers, short, article), groups);
    }
    if (bearers.length > 0) return oneOf(bearers, short, bearer, article);
    const partly = people.filter((index) => isReached(index) && holds(spellings[index]!.tokens, short.tokens));
    if (partly.length > 0) {
      const isName = short.type === 'person' || !gazetteer.isWord(token);
      const known = namedBefore(partly, short, article);
      if (!isName || known.length === 0) return null;
      return only(partly, groups) ?? subjectAmong(partly, article) ?? only(known, groups);
    }
    const elsewhere = (byToken.get(token) ?? []).filter((index) => bearsAsSurname(spellings[index]!, token));
    if (elsewhere.length > 0) return isTelling(elsewhere, token, article) ? only(elsewhere, groups) : null;
    const alike = soundingLike(short, people);
    return alike.length > 0 ? oneOf(alike, short, bearer, article) : null;
  }

  /** Of several who bear the name: the only man or woman, the only one who is nobody's relation, the only one named by then. */
  function oneOf(all: readonly number[], short: Spelling, bearer: Bearer, article: string): number | null {
    const { sex, role } = bearer;
    const isOther = (index: number) => (sexOf(groups.rootOf(index), all, article) ?? sex) !== sex;
    // Whoever reads on knows only those who have been named.
    const known = namedBefore(all, short, article).filter((index) => !sex || !isOther(index));
    const bearers = known.length > 0 ? known : all;
    const inRole = role ? bearers.filter((index) => rolesOf(spellings[index]!, article).has(role)) : [];
    const sexes = new Map(bearers.map((index) => [index, sexOf(groups.rootOf(index), bearers, article)]));
    const fitting = sex ? bearers.filter((index) => (sexes.get(index) ?? sex) === sex) : bearers;
    const sure = sex ? bearers.filter((index) => sexes.get(index) === sex) : [];
    return (
      only(fitting, groups) ??
      only(inRole, groups) ??
      only(sure, groups) ??
      only(
        isRightAfter(short, bearers, article) ? [] : fitting.filter((index) => !spellings[index]!.isRelation),
        groups,
      ) ??
      only(
        fitting.filter((index) => isNumber(spellings[index]!.tokens.at(-1)!)),
        groups,
      ) ??
      (sex || role ? null : subjectAmong(fitting, article)) ??
      only(namedBefore(fitting, short, article), groups)
    );
  }

  /** Somebody's relation, told of by itself so shortly before, may be meant as well as who is named first. */
  function isRightAfter(short: Spelling, bearers: readonly number[], article: string): boolean {
    const placesOf = (index: number) =>
      spellings[index]!.named.flatMap((one) => (one.article === article ? one.occurrences : []));
    const relations = bearers.filter((index) => spellings[index]!.isRelation).flatMap(placesOf);
    const others = bearers.filter((index) => !spellings[index]!.isRelation).flatMap(placesOf);
    const at = startIn(short, article);
    return relations.some(
      ({ start, end }) =>
        end < at &&
        at - end < shortlyCharsMax &&
        !others.some((other) => other.end < at && other.end > start - besideCharsMax),
    );
  }

  function namedBefore(found: readonly number[], short: Spelling, article: string): number[] {
    return found.filter((index) => startIn(spellings[index]!, article) < startIn(short, article));
  }

  /** On a page about one of several who bear the name, it is that one: who is named in full in the title, or first of all and with dates. */
  function subjectAmong(found: readonly number[], article: string): number | null {
    const title = nameTokens(titles.get(article) ?? '');
    const inTitle = found.filter((index) => {
      const { tokens } = spellings[index]!;
      return title.includes(tokens[0]!) && title.includes(tokens.at(-1)!);
    });
    const [first] = [...(byArticle.get(article) ?? [])].sort(
      (a, b) => startIn(spellings[a]!, article) - startIn(spellings[b]!, article),
    );
    const opening = first !== undefined && hasDates(spellings[first]!, article) ? groups.rootOf(first) : null;
    return (
      only(inTitle, groups) ??
      only(
        found.filter((index) => groups.rootOf(index) === opening),
        groups,
      )
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
      if (last.length < surnameLettersMin || areManAndWoman(short.tokens.at(-1)!, last)) return false;
      return soundDistance(own, nameSoundOf(last)) <= most;
    });
  }
}

const hasDates = (spelling: Spelling, article: string): boolean =>
  bearersIn(spelling, article).some(({ isDated }) => isDated);

/** "King Hussein" is a Hussein II or a prince who is named in full, never a Mr Hussein. */
const isRulerCalled = (person: Spelling, token: string, article: string): boolean =>
  person.tokens.includes(token) &&
  ((person.tokens[0] === token && isNumber(person.tokens.at(-1)!)) || bearerOf(person, article).isRuler === true);

/** The last word, but for a ruler's number and for names that begin with the surname. */
function surnameOf({ tokens, text }: Spelling): string {
  if (beginsWithSurname(text)) return tokens[0]!;
  return isNumber(tokens.at(-1)!) && tokens.length > 1 ? tokens.at(-2)! : tokens.at(-1)!;
}

/** By this word alone the person may be called: a surname, or the name of a ruler with a number. */
const bearsAsSurname = (person: Spelling, token: string): boolean =>
  surnameOf(person) === token ||
  (person.tokens.length === 2 && person.tokens[0] === token && isNumber(person.tokens[1]!));

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
