/**
 * An abbreviation and what it stands for: where a text says so ("Guards Corps (GC)", "known by its initials GC"), or
 * where just one name of its article, else of the library, has these initials. For merge.ts.
 */
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { aliasKeyOf } from './aliases.ts';
import { type Groups, only } from './groups.ts';
import { initialsOf, nameTokens, spellingKeys } from './keys.ts';
import { isDemonym, organisationHeads } from './lexicon.ts';
import { withoutLegalForm } from './organisation-forms.ts';
import { agree, type Spelling, shareArticle } from './spelling.ts';
import { isAbbreviation } from './trim.ts';

/** Words that abbreviations may leave out, in the languages that names of bodies come in. */
const smallWords: ReadonlySet<string> = new Set(
  `of the and for in on at to by with a an de del du des la le les l d et en au aux pour par sur contre y e el los las para por con da do das dos di della dello
   dei degli delle il lo gli i per der die das den dem und fur von vom im am zu zur zum van het een voor ve och for av pa dan untuk ng sa al el as`.split(
    /\s+/u,
  ),
);

/** "SEA Games": an abbreviation, and words after it. */
const shortFront = /^(\p{Lu}{2,5}) (?=\p{Lu}\p{Ll})/u;

const lettersOf = (short: string): string => short.replace(/[.-]/g, '').toLowerCase();

/** "MoD", "BoJ", "SPLM-N": two capitals or more, in a word that is no name of its own. */
export const isShortForm = (text: string): boolean =>
  isAbbreviation(text) ||
  /^\p{Lu}{2,5}-\p{Lu}{1,2}$/u.test(text) ||
  /^(?=(?:\p{Ll}*\p{Lu}){2})\p{Lu}[\p{Lu}\p{Ll}]{1,4}\p{Lu}s?$/u.test(text);

/** True when the abbreviation takes the beginning of each word in turn: "UNSMIL" of "UN Support Mission in Libya". */
export function fitsInitials(short: string, long: string): boolean {
  const letters = lettersOf(short);
  const words = withoutLegalForm(wordsOf(long));
  if (isOfCapitals(short, long)) return true;
  if (words.length < 2 || letters.length < 2 || !/^\p{Lu}/u.test(short)) return false;
  if (initialsOf(long) === letters || fitsWords(letters, wordsOf(long))) return true;
  return fitsWords(letters, words);
}

function fitsWords(letters: string, words: readonly string[]): boolean {
  const fits = (at: number, word: number): boolean => {
    const own = words[word];
    if (own === undefined) return at === letters.length;
    if (smallWords.has(own) && fits(at, word + 1)) return true;
    for (let count = 1; count <= own.length && letters[at + count - 1] === own[count - 1]; count++) {
      if (fits(at + count, word + 1)) return true;
    }
    return false;
  };
  return fits(0, 0);
}

/** "KMG" of "KazMunayGas": the capitals of one word that has several. */
const isOfCapitals = (short: string, long: string): boolean =>
  /^(?:\p{Lu}\p{Ll}+){2,}$/u.test(long) && long.replace(/\P{Lu}+/gu, '') === short;

/** With the articles that names are compared without. */
const wordsOf = remembered((name): readonly string[] =>
  fold(name)
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/[.'"]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the'),
);

/** One letter a word, small words and the legal form in or out: "BOJ" of "Bank of Japan", "FPB" of "Front pour la Paix au Burundi". */
const areInitials = (letters: string, name: string): boolean => {
  const words = wordsOf(name);
  if (areLetters(letters, words) || areLetters(letters, withoutLegalForm(words))) return true;
  // "UKIP" takes all of "UK Independence Party".
  const spread = name.replace(/(?<!\p{L})\p{Lu}{2,4}(?!\p{L})/gu, (short) => [...short].join(' '));
  return spread !== name && areLetters(letters, wordsOf(spread));
};

function areLetters(letters: string, words: readonly string[]): boolean {
  const fits = (at: number, word: number): boolean => {
    const own = words[word];
    if (own === undefined) return at === letters.length;
    const isFirst = letters[at] === own[0] || (letters[at] === 'x' && own.startsWith('ex'));
    return (smallWords.has(own) && fits(at, word + 1)) || (isFirst && fits(at + 1, word + 1));
  };
  return fits(0, 0);
}

/** "PAN" of "National Action Party", "FDLR" of "Democratic Forces for the Liberation of Rwanda": languages that say the noun first. */
function turnedInitialsOf(name: string): string {
  const parts: string[] = [''];
  for (const word of wordsOf(name)) {
    if (smallWords.has(word)) parts.push('');
    else parts.push(word[0]! + parts.pop()!);
  }
  return parts.join('');
}

/** Without the small words of any language: "fpb" of "Front pour la Paix au Burundi". */
export const plainInitialsOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => !smallWords.has(word))
    .map((word) => word[0])
    .join('');

/** Between a name and an abbreviation of it, or the other way round. */
const bracket = /^\s*\(\s*(?:the |or |an? )?["“]?$/u;
const introduction =
  /^\s*,? (?:or|known (?:\p{L}+ ){0,3}as|abbreviated (?:as |to )?|also called|called) (?:the )?["“]?$/u;
const initialsSaid =
  /^\s*,? ?\(?(?:(?:also|better|commonly|generally|locally|usually|widely) )?(?:known|referred to|abbreviated|called)? ?(?:by|under|as|after|from) (?:its|their|the) (?:\p{L}+[- ]){0,3}(?:initials|acronym|abbreviation|letters)(?: of)?,? (?:the )?["“]?$/u;

/** Which of two names is short for the other, as `gap`, the words between them, says; null when it says no such thing. */
export function statesExpansion(first: string, gap: string, second: string): 'first' | 'second' | null {
  const isBracket = bracket.test(gap);
  if (!isBracket && !introduction.test(gap) && !initialsSaid.test(gap)) return null;
  const [isFirstShort, isSecondShort] = [isShortForm(first), isShortForm(second)];
  if (fitsInitials(second, first)) return 'second';
  if (isFirstShort && isBracket && fitsInitials(first, second)) return 'first';
  if (isFirstShort || !isSecondShort) return null;
  if (isBracket && isOfCompound(second, first)) return 'second';
  if (initialsSaid.test(gap)) return 'second';
  // Initials of its name in another language: "Peace Party (BP)", after a name that no place or person has.
  if (second.length >= foreignLettersMin)
    return isHeaded(first) || (!isBracket && nameTokens(first).length >= longNameWordsMin) ? 'second' : null;
  return isBracket && partyEnd.test(first) && aliasKeyOf(second) === undefined ? 'second' : null;
}

/** Whose initials may be two letters. */
const partyEnd = /\s(?:Alliance|Front|League|Movement|Party|Union)$/u;

/** "Bundesnachrichtendienst (BND)": letters of one long word in their order, its first before them. */
const compoundLettersMin = 12;
function isOfCompound(short: string, long: string): boolean {
  const words = wordsOf(long);
  const [letters, word = ''] = [lettersOf(short), words[0]];
  if (words.length > 1 || word.length < compoundLettersMin || word[0] !== letters[0]) return false;
  let at = 0;
  return [...letters].every((letter) => {
    at = word.indexOf(letter, at) + 1;
    return at > 0;
  });
}

const foreignLettersMin = 3;
const longNameWordsMin = 4;
const isHeaded = (name: string): boolean => {
  const words = nameTokens(name);
  return words.length >= 3 && words.some((word) => organisationHeads.has(word));
};

/** "US" is no University Square: what everybody knows an abbreviation for gives way only to a name of its own article. */
const isKnownOtherwise = ({ text }: Spelling, together: readonly number[]): boolean =>
  aliasKeyOf(text) !== undefined && (together.length === 0 || lettersOf(text).length < ownLettersMin);
const ownLettersMin = 3;
const beginningsMin = 4;

/** What is named by its founding act is easily taken for it: the Government of National Accord; and "the BoV" for a place. */
const couldStandFor = (long: Spelling, short: Spelling): boolean =>
  agree(long, short) ||
  (long.type === 'organisation' &&
    short.type === 'place' &&
    !isAbbreviation(short.text) &&
    shareArticle(long, short)) ||
  // "the MCG" for a cricket ground.
  ((long.type === 'event' || (long.type === 'place' && long.tokens.length >= foreignLettersMin)) &&
    short.type === 'organisation' &&
    shareArticle(long, short));

/** Abbreviations that stand for something of their own articles, whatever everybody takes them for: a Danish Refugee Council is no Congo. */
export function ownMeanings(spellings: readonly Spelling[], expansions: ReadonlyMap<string, string>): Set<number> {
  const longs = spellings.filter(({ type, tokens }) => type === 'organisation' && tokens.length >= 2);
  const isOwn = (short: Spelling): boolean => {
    const key = isShortForm(short.text) ? aliasKeyOf(short.text) : undefined;
    if (key === undefined) return false;
    const stated = [...short.articles].map((article) => expansions.get(`${article}\n${short.text}`)).find(Boolean);
    if (stated !== undefined) return aliasKeyOf(stated) !== key;
    const letters = lettersOf(short.text);
    if (letters.length < ownLettersMin) return false;
    return longs.some(
      (long) => shareArticle(long, short) && areInitials(letters, long.text) && aliasKeyOf(long.text) !== key,
    );
  };
  return new Set([...spellings.keys()].filter((at) => isOwn(spellings[at]!)));
}

/** `expansions`: by article and abbreviation, the name that the article says it stands for. */
export function joinAbbreviations(
  spellings: readonly Spelling[],
  expansions: ReadonlyMap<string, string>,
  groups: Groups,
): void {
  const byText = Map.groupBy(spellings.keys(), (at) => spellings[at]!.text);
  const longs = spellings.flatMap(({ text, tokens, type }, at) =>
    tokens.length >= 2 && type !== 'person' && !isAbbreviation(text) ? [at] : [],
  );
  const byInitial = Map.groupBy(longs, (at) => spellings[at]!.tokens[0]![0]!);
  const bodies = longs.filter((at) => spellings[at]!.type === 'organisation');
  const byTurned = Map.groupBy(bodies, (at) => turnedInitialsOf(spellings[at]!.text));
  const left: number[] = [];
  spellings.forEach((short, at) => {
    const stated = statedFor(short);
    if (stated !== undefined) groups.join(stated, at);
    else if (shortFront.test(short.text)) {
      const one = frontedFor(short);
      if (one !== undefined) groups.join(one, at);
    } else if (isShortForm(short.text)) {
      const one = derivedFor(short);
      if (one !== undefined) groups.join(one, at);
      else if (isAbbreviation(short.text)) left.push(at);
    }
  });
  joinAlike(left);

  function statedFor(short: Spelling): number | undefined {
    for (const article of short.articles) {
      const long = expansions.get(`${article}\n${short.text}`);
      const found = long === undefined ? [] : (byText.get(long) ?? []);
      const one = found.find((index) => spellings[index]!.type !== 'person' || agree(spellings[index]!, short));
      if (one !== undefined) return one;
    }
    return undefined;
  }

  /** The one name with these initials: in the article, else in the library. */
  function derivedFor(short: Spelling): number | undefined {
    const letters = lettersOf(short.text);
    const fitting = (byInitial.get(letters[0]!) ?? []).filter((index) => {
      const long = spellings[index]!;
      if (!couldStandFor(long, short)) return false;
      // "VALCO", beginnings of words, is told from words by its capitals and its article alone.
      const isOfBeginnings = letters.length >= beginningsMin && shareArticle(long, short);
      return areInitials(letters, long.text) || (isOfBeginnings && fitsInitials(short.text, long.text));
    });
    if (fitting.length === 0) return turnedFor(short, letters);
    const together = fitting.filter((index) => shareArticle(spellings[index]!, short));
    const near = together.length > 0 || letters.length < 3 ? together : fitting;
    if (isKnownOtherwise(short, together)) return undefined;
    const own = near.filter((index) => !isDemonym(spellings[index]!.tokens[0]!));
    const best = own.length > 0 ? own : near;
    const isOne =
      new Set(best.map(groups.rootOf)).size === 1 ||
      new Set(best.map((index) => spellingKeys(spellings[index]!.text)[0])).size === 1;
    return isOne ? best[0] : undefined;
  }

  /** "AU Commission" after "African Union Commission", in its own article only. */
  function frontedFor(short: Spelling): number | undefined {
    const [front, rest] = [lettersOf(shortFront.exec(short.text)![1]!), short.tokens.slice(1)];
    const found = longs.filter((index) => {
      const { text, tokens, type } = spellings[index]!;
      if (type !== short.type || tokens.length < rest.length + 2 || !shareArticle(spellings[index]!, short))
        return false;
      const isEnd = rest.every((token, at) => token === tokens[tokens.length - rest.length + at]);
      const before = text.split(/\s+/u).slice(0, -rest.length).join(' ');
      return isEnd && areInitials(front, before.replace(/^(North|South)(east|west)/u, '$1 $2'));
    });
    return only(found, groups) ?? undefined;
  }

  /** In its own article only, and where nobody knows it for anything else. */
  function turnedFor(short: Spelling, letters: string): number | undefined {
    if (aliasKeyOf(short.text) !== undefined) return undefined;
    if (letters.length < foreignLettersMin) return undefined;
    const turned = (byTurned.get(letters) ?? []).filter((index) => shareArticle(spellings[index]!, short));
    return only(turned, groups) ?? undefined;
  }

  /** What its own article leaves open goes with the same letters elsewhere, when those stand for one thing. */
  function joinAlike(open: readonly number[]): void {
    for (const at of open) {
      const alike = (byText.get(spellings[at]!.text) ?? []).filter((index) => agree(spellings[index]!, spellings[at]!));
      const known = alike.filter((index) => !open.includes(index));
      const roots = new Set((known.length > 0 ? known : alike).map(groups.rootOf));
      if (roots.size === 1 || known.length === 0) groups.join((known[0] ?? alike[0])!, at);
    }
  }
}
