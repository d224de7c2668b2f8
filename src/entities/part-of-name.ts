/** Is one name a part or another form of a longer one, word by word? For partial.ts. */
import { isGivenName, isSameGivenName } from './given-names.ts';
import { nameSoundOf, soundDistance } from './sound-distance.ts';
import type { Spelling } from './spelling.ts';
import { areManAndWoman } from './two-people.ts';

/** "J." and "John" are one, "V." and "K. Venugopal" are not. */
export const fitsInitial = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

export const holds = (long: readonly string[], short: readonly string[]): boolean =>
  long.some((_, at) => short.every((token, offset) => long[at + offset] === token));

export const isNumber = (token: string): boolean => /^[ivx]+$/.test(token);

/** "J. K. Okafor" for Jane Okafor, where one of all `bearers` of the surname is a John. */
export function isOpenInitial(
  long: readonly string[],
  short: readonly string[],
  bearers: readonly (readonly string[])[],
): boolean {
  const [initial, given] = [long[0]!, short[0]!];
  if (initial.length > 1 || given.length === 1) return false;
  return bearers.some(([first = '', ...rest]) => {
    const isOther = first.length > 1 && first !== given && !isSameGivenName(first, given);
    return isOther && first.startsWith(initial) && rest.at(-1) === short.at(-1);
  });
}

/** Its words in order, an initial for any word that begins so; the last one must be the last, or a ruler's before the number. */
export function isPartOf(short: readonly string[], long: Spelling): boolean {
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
          // "Kemi Abara" is nobody's "M. K. Abara": a name in full stands for the initial that is next.
          (other.length === 1 && at === from && token.startsWith(other) && short.length > 1)),
    );
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}

/** In one article: "Rosa Quispe" of "Rosa Elena Quispe Mamani", "Bill Hartley" for "William Hartley", "R. T. Ames" for "Bob Ames". */
export function isLooselyPartOf(short: readonly string[], long: readonly string[]): boolean {
  const [first, last] = [short[0]!, short.at(-1)!];
  // "K. F. Chow" of "Chow Ka-fai".
  if (first.length === 1 && short.length === long.length && last === long[0])
    return short.slice(0, -1).every((token, at) => token.length === 1 && long[at + 1]!.startsWith(token));
  if (short.length < long.length && first.length > 1) {
    const isPart = isInOrder(short, long) && short.every((token) => token.length > 1);
    if (isPart && (first === long[0] || lastOf(long) === last)) return true;
  }
  return isFamiliarForm(short, long);
}

/** "Bill Hartley" for "William Hartley". */
export function isFamiliarForm(short: readonly string[], long: readonly string[]): boolean {
  const [first, last] = [short[0]!, short.at(-1)!];
  const isFamiliar = first !== long[0] && isSameGivenName(first, long[0]!) && lastOf(long) === last;
  return isFamiliar && areTheSame(short.slice(1, -1), long.slice(1, -1));
}

/** "Nagy Imre" for "Imre Nagy", "Jae-hyuk Lee" for "Lee Jae-hyuk"; but Kimani Peter is no Peter Kimani. */
export function isTurned(one: readonly string[], other: readonly string[]): boolean {
  const { length } = one;
  if (length < 2 || length !== other.length || one.some(isGivenName)) return false;
  const isRotated = (by: number) => one.every((token, at) => token.length > 1 && token === other[(at + by) % length]);
  return isRotated(1) || isRotated(length - 1);
}

/** Middle names of which one side leaves some out, or gives initials. */
const areTheSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || (a.length <= b.length ? isInOrder(a, b) : isInOrder(b, a));

/** How far apart two spellings of one word may sound, in names that share another word. */
const wordDistanceMax = 0.1;
const wordLettersMin = 4;

/**
 * In one article: "Saad Rafiq" of "Khawaja Saad Rafique", "Abdul Rahman" for "Rami Abdulrahman": each of its words sounds like
 * one of the longer name's, in their order, the last like the last.
 */
export function soundsLikePartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return short.length === long.length && endsAsOne(short, long);
  if (short.some(({ length }) => length === 1)) return false;
  let from = 0;
  for (const token of short) {
    const found = long.findIndex((other, at) => at >= from && soundsLike(token, other));
    if (found < 0) return false;
    from = found + 1;
  }
  return from === long.length || (long.length === from + 1 && isNumber(long.at(-1)!));
}

/** A surname that is written as two words: "Abdul Rahman", of "Rami Abdulrahman". */
const endsAsOne = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 2 && short.every(({ length }) => length > 1) && soundsLike(short.join(''), long.at(-1)!);

const soundsLike = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= wordLettersMin &&
    !areManAndWoman(a, b) &&
    soundDistance(nameSoundOf(a), nameSoundOf(b), wordDistanceMax) <= wordDistanceMax);
