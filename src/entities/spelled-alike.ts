/** Spellings of one name that sound the same, or differ by one slip of the pen. For merge.ts. */

import { haveTwoOwners, isNationalBody } from './called-alike.ts';
import { beginsWithSurname } from './east-asian-names.ts';
import { type Gazetteer, nameKey } from './gazetteer.ts';
import type { Groups } from './groups.ts';
import { nameTokens, oneSpelling } from './keys.ts';
import { isDemonym } from './lexicon.ts';
import { consonantsOf } from './name-index.ts';
import { isExchange } from './nearest.ts';
import { type NameSound, nameSoundOf, soundDistance } from './sound-distance.ts';
import { agree, type Spelling, shareArticle } from './spelling.ts';
import { isAbbreviation } from './trim.ts';
import { areManAndWoman } from './two-people.ts';

/** How far apart two spellings of one name may sound, by the letters of the shorter. */
const distanceMax = (letters: number): number => (letters <= 4 ? 0.05 : letters <= 6 ? 0.09 : 0.11);

/** The same of people whom no article names together: Hansen is not Hanson. */
const apartDistanceMax = 0.08;

/** The same where the type of one is unknown. */
const untypedDistanceMax = 0.05;
const untypedLettersMin = 5;

/** The same where two types speak against it, and one article for it. */
const sureDistanceMax = 0.03;
const sureLettersMin = 9;

interface Sounded {
  readonly at: number;
  readonly spelling: Spelling;
  readonly sound: NameSound;
  readonly letters: number;
  readonly consonants: string;
  /** Its words, each in one of its spellings. */
  readonly words: ReadonlySet<string>;
  readonly hasDemonym: boolean;
  readonly isSurnameFirst: boolean;
}

export function joinSounds(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const buckets = new Map<string, Sounded[]>();
  spellings.forEach((spelling, at) => {
    const { text, tokens, isShared } = spelling;
    if (isShared || isAbbreviation(text) || /\d/.test(text)) return;
    const entry = soundedOf(spelling, at);
    const compared = new Set<Sounded>();
    const skeletons = new Set([tokens[0]!, tokens.at(-1)!, tokens.join('')].flatMap(skeletonsOf));
    for (const bucket of [...skeletons].flatMap((skeleton) => bucketsOf(skeleton, entry))) {
      const others = buckets.get(bucket) ?? [];
      for (const other of others) {
        if (!isNear(entry, other) || compared.has(other)) continue;
        compared.add(other);
        if (groups.rootOf(other.at) !== groups.rootOf(at) && soundsSame(entry, other, gazetteer))
          groups.join(other.at, at);
      }
      if (others.length === 0) buckets.set(bucket, others);
      others.push(entry);
    }
  });
}

/** Of those with one skeleton: in as many words, or with the same consonants all through. */
const bucketsOf = (skeleton: string, { consonants, spelling }: Sounded): string[] => [
  `${skeleton} ${spelling.tokens.length}`,
  `${skeleton} ${consonants}`,
];

function soundedOf(spelling: Spelling, at: number): Sounded {
  const { text, type, tokens } = spelling;
  const letters = tokens.join('');
  return {
    ...{ at, spelling, sound: nameSoundOf(text), letters: letters.length },
    consonants: consonantsOf(letters.replace(/^abd[aeiou]?l?/u, 'abd')),
    words: new Set(tokens.map(oneSpelling)),
    hasDemonym: tokens.some(isDemonym),
    isSurnameFirst: type === 'person' && beginsWithSurname(text),
  };
}

/** A cheap look before the costly one. */
const isNear = (a: Sounded, b: Sounded): boolean => Math.abs(a.letters - b.letters) <= 3;

/**
 * The first three consonants in broad classes, a kh heard as such and as a mere h: only names that share them in their
 * first word, their last or as a whole are compared.
 */
const skeletonsOf = (word: string): string[] =>
  [word, word.replace(/^kh/u, '')].map((one) => consonantsOf(one).slice(0, 3) || one[0] || '');

/** Two towns of the gazetteer are two, however alike they are spelled: Samara and Samarra; but an article makes no other town. */
export function areTwoPlaces(a: string, b: string, gazetteer: Gazetteer): boolean {
  const [one, other] = [gazetteer.place(a), gazetteer.place(b)];
  if (one === null || other === null || nameKey(a) === nameKey(b)) return false;
  if (plainOf(a) === plainOf(b)) return false;
  return (one.country === '') === (other.country === '');
}

/** Without the article, and with one letter for each vowel that has several: Mansoura, al-Mansurah. */
const plainOf = (name: string): string =>
  nameTokens(name)
    .map((token) =>
      token
        .replace(/ou|oo/g, 'u')
        .replace(/ee/g, 'i')
        .replace(/[ae][iy]/g, 'ai')
        .replace(/(?<=[aeiou])h$/, ''),
    )
    .join(' ');

function soundsSame(a: Sounded, b: Sounded, gazetteer: Gazetteer): boolean {
  const [one, other] = [a.spelling, b.spelling];
  if (!agree(one, other) && !isSureTogether(a, b)) return false;
  // Most are told apart by this alone.
  const letters = Math.min(a.letters, b.letters);
  const distance = soundDistance(a.sound, b.sound, distanceMax(letters));
  const isSlipped = () => isSlip(one.tokens, other.tokens, gazetteer);
  if (distance > distanceMax(letters) && !isSlipped()) return false;
  if (areTwoPlaces(one.text, other.text, gazetteer) || haveTwoOwners(one, other)) return false;
  // A country's short name begins with one letter in English: Qana is not Ghana.
  const isCountry = ({ text, type }: Spelling) => type === 'place' && gazetteer.place(text)?.size === 'n';
  const isShort = Math.min(a.letters, b.letters) <= shortCountryMax;
  if (isShort && one.text[0] !== other.text[0] && isCountry(one) !== isCountry(other)) return false;
  // A surname alone is somebody of its own article, a ministry without a country the one of its own.
  const isOwn = (spelling: Spelling) => spelling.isBare || isNationalBody(spelling);
  if ((isOwn(one) || isOwn(other)) && !shareArticle(one, other)) return false;
  if (a.hasDemonym !== b.hasDemonym) return false;
  // Syllables of Korea and China are names apart by a single sound: Kim Yong-nam is not Kim Jong-nam.
  if (a.isSurnameFirst && b.isSurnameFirst) return false;
  const differing = one.tokens.filter((token) => !b.words.has(oneSpelling(token)));
  const differingToo = other.tokens.filter((token) => !a.words.has(oneSpelling(token)));
  const [last, lastToo] = [one.tokens.at(-1)!, other.tokens.at(-1)!];
  if (last !== lastToo && (isNumber(last) || isNumber(lastToo))) return false;
  if (one.type !== 'place' && areManAndWoman(last, lastToo)) return false;
  // A ministry of Iraq is none of Iran.
  const isOwner = (token: string) => isDemonym(token) || 'ncrm'.includes(gazetteer.place(token)?.size ?? '-');
  if (one.type === 'organisation' && differing.some(isOwner) && differingToo.some(isOwner)) return false;
  const isPluralOnly = one.tokens.every(
    (token, at) => token === other.tokens[at] || `${token}s` === other.tokens[at] || token === `${other.tokens[at]}s`,
  );
  if (isPluralOnly) return one.type === 'organisation' && one.tokens.length >= 3;
  // Ordinary words are spelled one way: "Northern Army" is not "Northern Arm".
  const isWord = (token: string) =>
    token.length > 2 && one.tokens.length === other.tokens.length && gazetteer.isWord(token);
  const isOneSound = one.type === 'place' && distance <= oneSoundMax;
  if (differing.some(isWord) && !(one.type === 'person' || isOneSound || isSlipped())) return false;
  const isTyped = one.type !== 'untyped' && other.type !== 'untyped';
  if (!isTyped && letters < untypedLettersMin) return false;
  const isApart = one.type === 'person' && !shareArticle(one, other);
  const typedMax = Math.min(distanceMax(letters), isApart ? apartDistanceMax : 1);
  const most = !agree(one, other) ? sureDistanceMax : isTyped ? typedMax : untypedDistanceMax;
  return distance <= most || (isTyped && isSlipped());
}

/** So many letters tell a country from a town by their first alone. */
const shortCountryMax = 5;

/** Two places heard alike are one though a part of their names is a word: Ayn Issa, Ain Issa. */
const oneSoundMax = 0.02;
const slipLettersMin = 6;

/** Two neighbouring letters of one word exchanged, and no name by itself: "Human Rigths Watch", "Kandhaar". */
function isSlip(one: readonly string[], other: readonly string[], gazetteer: Gazetteer): boolean {
  if (one.length !== other.length) return false;
  const at = one.findIndex((token, index) => token !== other[index]);
  if (at < 0 || one.some((token, index) => index > at && token !== other[index])) return false;
  const [a, b] = [one[at]!, other[at]!];
  const isKnown = (word: string) =>
    gazetteer.isWord(word) || gazetteer.isPersonalName(word) || gazetteer.place(word) !== null;
  return Math.min(a.length, b.length) >= slipLettersMin && isExchange(a, b) && !(isKnown(a) && isKnown(b));
}

/** "Mehmed I" is not Mehmed II. */
const isNumber = (token: string): boolean => /^(?:[ivx]+|\d+)$/.test(token);

/** In one article two long names of several words that sound the same are one, whatever their types. */
const isSureTogether = ({ spelling, letters }: Sounded, other: Sounded): boolean =>
  spelling.tokens.length > 1 &&
  other.spelling.tokens.length > 1 &&
  Math.min(letters, other.letters) >= sureLettersMin &&
  spelling.type !== 'event' &&
  other.spelling.type !== 'event' &&
  shareArticle(spelling, other.spelling);
