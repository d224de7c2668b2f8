/** Two people whose names are nearly one, or of whom one seems to be called by a part of the other's name. For partial.ts. */
import { fold } from '../text/fold.ts';
import { bearerOf, rolesOf } from './bearer.ts';
import { type Spelling, startIn } from './spelling.ts';

/** The surnames of a man and a woman of one family: Kowalski and Kowalska, Petrov and Petrova. */
export function areManAndWoman(a: string, b: string): boolean {
  const [man, woman] = a.length < b.length || (a.length === b.length && b.endsWith('a')) ? [a, b] : [b, a];
  const stem = /^(\p{L}+(?:sk|ck|zk|n))(?:iy|ii|ij|i|y)$/u.exec(man)?.[1];
  if (stem !== undefined) return [`${stem}a`, `${stem}aya`, `${stem}aia`].includes(woman);
  return /\p{L}{2}(?:ov|ev|in|yn)$/u.test(man) && woman === `${man}a`;
}

/** `short` has no more words than `long`, and yet isn't somebody else's shorter form. */
export const areTwoPeople = (long: Spelling, short: Spelling): boolean =>
  isIntroducedAsKin(long, short) ||
  isRelationOfBefore(long, short) ||
  isRelationOfBefore(short, long) ||
  isForebear(long, short) ||
  isNamedAfter(long, short) ||
  isHalfOf(long, short);

const kin: ReadonlySet<string> = new Set(
  'brother sister son daughter father mother cousin nephew niece uncle aunt grandson grandfather'.split(' '),
);

/** "Omar Haddad spoke. Omar Karim Haddad, the brother, did not": who is named after another and as somebody's kin is no longer form of him. */
const isIntroducedAsKin = (long: Spelling, short: Spelling): boolean =>
  [...long.articles].some(
    (article) =>
      startIn(short, article) < startIn(long, article) && [...rolesOf(long, article)].some((role) => kin.has(role)),
  );

/** "Rina Sabet spoke. Her husband, R. T. Sabet, did not." */
const isRelationOfBefore = (relation: Spelling, other: Spelling): boolean =>
  relation.isRelation &&
  !other.isRelation &&
  [...relation.articles].some((article) => startIn(other, article) < startIn(relation, article));

const isFrontOf = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 1 && short.length < long.length && short.every((token, at) => token === long[at]);

/** What a son or a father has behind the name that both bear. */
const generation = /^(?:[ivx]+|jr|jnr|junior|sr|snr|senior|filho|neto|sobrinho)$/;

/** "Mirwa San Bel, named for her father, Mirwa San". */
const isForebear = (long: Spelling, short: Spelling): boolean =>
  short.isRelation && isFrontOf(short.tokens, long.tokens);

/** Alfred Lunt II is somebody else than the Alfred Lunt of before, or of another article; but a pope may lose his number. */
const isNamedAfter = (long: Spelling, short: Spelling): boolean =>
  isFrontOf(short.tokens, long.tokens) &&
  short.tokens.length === long.tokens.length - 1 &&
  generation.test(long.tokens.at(-1)!) &&
  ![...short.articles].some(
    (article) => startIn(long, article) < startIn(short, article) || bearerOf(short, article).isRuler,
  );

/** All that folding makes one. */
const hyphen = /[-‐-―−]/u;
/** Kwame Asante is no Kwame Asante-Boateng. */
const isHalfOf = (long: Spelling, short: Spelling): boolean =>
  long.tokens.length === short.tokens.length + 1 &&
  hyphen.test(long.text) &&
  new RegExp(`(?:^|\\s)${short.tokens.at(-1)!}[-‐‑]\\p{L}+$`, 'u').test(fold(long.text)) &&
  !fold(short.text).includes('-');
