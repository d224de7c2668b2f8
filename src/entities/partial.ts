/**
 * Parts of people's names: "Assad", "C. Banda", "Menelik" go to the one person named in full in the same article, else
 * to the one in the library; where several fit, a part stays by itself and is a choice.
 */
import type { Groups } from './groups.ts';
import { spellingKeys } from './keys.ts';
import type { Spelling } from './merge.ts';
import { nameSoundOf, soundDistance } from './sound-distance.ts';
import { isAbbreviation } from './trim.ts';

/** How far apart a surname and the last word of a full name may sound in one article, when short and when longer. */
const surnameDistanceMax = { short: 0.05, long: 0.09 };
const longSurnameLettersMin = 6;
const surnameLettersMin = 5;
/** What the words around each mention must say for a place, on average. */
const placeLeanMin = 1;

export function joinPartial(spellings: readonly Spelling[], groups: Groups): void {
  const byToken = new Map<string, number[]>();
  const byArticle = new Map<string, number[]>();
  spellings.forEach(({ type, tokens, articles }, at) => {
    if (type !== 'person' || tokens.length < 2) return;
    for (const token of new Set(tokens)) byToken.set(token, [...(byToken.get(token) ?? []), at]);
    for (const id of articles) byArticle.set(id, [...(byArticle.get(id) ?? []), at]);
  });
  const order = [...spellings.keys()].sort((a, b) => spellings[b]!.tokens.length - spellings[a]!.tokens.length);
  const left: number[] = [];
  for (const at of order) {
    const short = spellings[at]!;
    if ((short.type !== 'person' && !short.isBare) || isAbbreviation(short.text)) continue;
    if (short.isBare && leansToPlace(short)) {
      left.push(at);
      continue;
    }
    const longer = (byToken.get(short.tokens.at(-1)!) ?? [])
      .concat(short.isBare ? [] : (byToken.get(short.tokens[0]!) ?? []))
      .filter((index) => index !== at && isPartOf(short.tokens, spellings[index]!.tokens));
    const near = longer.filter((index) => [...short.articles].some((id) => spellings[index]!.articles.has(id)));
    const leading = near.filter((index) => !spellings[index]!.isRelation);
    const one =
      only(near, groups) ??
      only(leading, groups) ??
      only(
        near.filter((index) => isNumber(spellings[index]!.tokens.at(-1)!)),
        groups,
      ) ??
      only(near.length > 0 ? [] : middles(short), groups) ??
      givenName(short) ??
      (near.length === 0 ? only(longer, groups) : null) ??
      soundsLikeOne(short, near, longer);
    if (one !== null) groups.join(one, at);
    else if (short.isBare) left.push(at);
  }
  joinLeft(left, spellings, groups);

  /** "Huanca" of "Jorge Huanca Mamani": the first of two surnames. */
  function middles(short: Spelling): number[] {
    if (short.type !== 'person' || !short.isBare) return [];
    const all = byArticle.get([...short.articles][0]!) ?? [];
    return all.filter(
      (index) => spellings[index]!.tokens.length === 3 && spellings[index]!.tokens[1] === short.tokens[0],
    );
  }

  /** "Emre", after "Emre Yıldız" in the same article. */
  function givenName(short: Spelling): number | null {
    if (short.type !== 'person' || !short.isBare || !actsAsPerson(short)) return null;
    const article = [...short.articles][0]!;
    const alike = (byArticle.get(article) ?? []).filter((index) => spellings[index]!.tokens[0] === short.tokens[0]);
    const isSurname = (byArticle.get(article) ?? []).some(
      (index) => surnameOf(spellings[index]!.tokens) === short.tokens[0],
    );
    return isSurname ? null : only(alike, groups);
  }

  function soundsLikeOne(short: Spelling, near: readonly number[], longer: readonly number[]): number | null {
    if (near.length > 0 || longer.length > 0 || !short.isBare || short.text.length < surnameLettersMin) return null;
    const own = nameSoundOf(short.tokens[0]!);
    const article = [...short.articles][0]!;
    const alike = (byArticle.get(article) ?? []).filter((index) => {
      const last = surnameOf(spellings[index]!.tokens);
      return (
        last.length >= surnameLettersMin &&
        soundDistance(own, nameSoundOf(last)) <=
          (short.text.length >= longSurnameLettersMin ? surnameDistanceMax.long : surnameDistanceMax.short)
      );
    });
    return only(alike, groups);
  }
}

/** True where the words around it speak rather for a place: "the upper Loa", beside somebody called Loa. */
const leansToPlace = ({ named, count }: Spelling): boolean => {
  const sum = (wanted: string) =>
    named
      .flatMap(({ occurrences }) => occurrences.flatMap(({ around }) => around))
      .reduce((total, { type, weight }) => total + (type === wanted ? weight : 0), 0);
  return sum('place') >= placeLeanMin * count && sum('person') <= 0;
};

/** True where the words around it speak for a person, not only its likeness to a person's name. */
const actsAsPerson = ({ named }: Spelling): boolean =>
  named.some(({ occurrences }) =>
    occurrences.some(({ around }) => around.some(({ type, weight }) => type === 'person' && weight > 0)),
  );

const isNumber = (token: string): boolean => /^[ivx]+$/.test(token);
const surnameOf = (tokens: readonly string[]): string =>
  isNumber(tokens.at(-1)!) && tokens.length > 1 ? tokens.at(-2)! : tokens.at(-1)!;

/** Its words in order, an initial for any word that begins so; the last one must be the last, or a ruler's before the number. */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length || (short.length === long.length && !short.some((token) => token.length === 1)))
    return false;
  if (short.join(' ') === long.join(' ')) return false;
  const initials = (tokens: readonly string[]) => tokens.filter((token) => token.length === 1 && !isNumber(token));
  // "George W. Bush" is not "George H. W. Bush".
  if (short[0]!.length > 1 && initials(short).length > 0 && initials(long).length > initials(short).length)
    return false;
  if (short.length === 1 && long[0] === short[0] && isNumber(long.at(-1)!)) return long.length === 2;
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
  // A given name alone is anybody's; "Gertrude Bell" is part of "Gertrude Margaret Lowthian Bell".
  return surnameOf(long) === short.at(-1);
}

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
