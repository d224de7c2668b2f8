/**
 * Candidate names in a sentence: runs of capitalised words, with the small words that belong inside a name. What in a
 * run is the name, and what only stands before or after it, trim.ts says.
 */
import type { Span } from '../model.ts';
import type { Word } from '../text/words.ts';
import type { Casing } from './casing.ts';
import { isEastAsianSurname } from './east-asian-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isRespelled, joined } from './joints.ts';
import { articles, eventHeads, functionWords, isDemonym, organisationHeads, particles, titles } from './lexicon.ts';
import { isStateAbbreviation, isTitle } from './run-words.ts';
import type { Token } from './tokens.ts';
import { namesIn } from './trim.ts';

/** A run of words taken for a name, and the sentence around it. */
export interface Run extends Span {
  readonly words: readonly Word[];
  /** Folded titles that stood before the name: "president", "general". */
  readonly titles: readonly string[];
  readonly sentence: Span;
}

/** What names are read with. */
export interface Reading {
  readonly casing: Casing;
  readonly gazetteer: Gazetteer;
}

export function runsIn(tokens: readonly Token[], sentence: Span, reading: Reading): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const unit = knownNameAt(tokens, at, reading.gazetteer);
    const opens = unit > 1 || tokens[at]!.isCapital || startsWithArticle(tokens, at);
    const last = opens ? lastOfRun(tokens, at, at + Math.max(unit, 1) - 1, reading) : -1;
    if (last < at) {
      at++;
      continue;
    }
    const first = withNumber(tokens, at, last, reading);
    const end = isNumbered(tokens[last]!, tokens[last + 1]) ? last + 1 : last;
    if (isLabel(tokens, first, end, reading)) {
      at = end + 1;
      continue;
    }
    runs.push(...namesIn(tokens.slice(first, end + 1), sentence, reading, tokens[first - 1]));
    at = end + 1;
  }
  return runs;
}

/** "BOXING - Lind meets …", "**Health.** Clinics …": ordinary words that only say what the line is about. */
function isLabel(tokens: readonly Token[], first: number, last: number, { gazetteer }: Reading): boolean {
  if (first > 0) return false;
  const words = tokens.slice(0, last + 1);
  const isCommon = ({ text }: Token) =>
    gazetteer.isWord(text) && 'v-'.includes(gazetteer.place(text)?.size ?? '-') && !gazetteer.isOrganisation(text);
  const next = tokens[last + 1];
  if (next && /^\s+[-–—]+\s+$/u.test(next.gap))
    return words.every((word) => /^\p{Lu}{2,}$/u.test(word.text) && isCommon(word));
  const isBold = /^\s*[*_]{2}/.test(tokens[0]!.gap) && (!next || /^(?:[.:][*_]{2}|[*_]{2}[.:]?|[-‐])/u.test(next.gap));
  return isBold && words.every((word) => isCommon(word) && !gazetteer.isPersonalName(word.text));
}

const hyphen = /^[-‐‑–?]$/u;
const isCut = ({ gap }: Token): boolean => !/^\s+$/.test(gap) && !hyphen.test(gap);
const unitWordsMax = 5;

/** How many words from `at` on are one name known beforehand: "Bosnia and Herzegovina", "Standard & Poor's"; else 0. */
export function knownNameAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): number {
  const first = tokens[at]!;
  if (!first.isCapital) return 0;
  let longest = 0;
  let name = first.text;
  for (let count = 2; count <= unitWordsMax; count++) {
    const word = tokens[at + count - 1];
    const isJoined = word && /^\s*&\s*$/.test(word.gap);
    if (!word) break;
    if (isCut(word) && !isJoined && !(isAbbreviatedFront(tokens[at + count - 2]!) && /^\.\s+$/.test(word.gap))) break;
    name += `${isJoined ? ' &' : ''} ${word.text}`;
    if (!word.isCapital) continue;
    if (gazetteer.isOrganisation(name) && !(first.opens && first.folded === 'the')) longest = count;
    const place = gazetteer.place(name.replace(/^St /, 'Saint ')) ?? gazetteer.place(name);
    if (place && !(place.size === 'v' && functionWords.has(first.folded))) longest = count;
  }
  return longest;
}

const isAbbreviatedFront = ({ folded }: Token): boolean => /^(?:st|ste|mt|ft|pt)$/.test(folded);

/** "al-Assad", "al Qaeda", "de Groot": a small word opens a name. */
function startsWithArticle(tokens: readonly Token[], at: number): boolean {
  const [word, next, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (!next) return false;
  if (articles.has(word.text) && hyphen.test(next.gap) && next.isCapital) return true;
  if (!smallOpenings.test(word.text) || !/^\s+$/.test(next.gap)) return false;
  return (
    next.isCapital ||
    (/^(?:der|den|la|las|los)$/.test(next.text) && third?.isCapital === true && /^\s+$/.test(third.gap))
  );
}

/** Particles that English has no word like. */
const smallOpenings = /^(?:al|el|bin|ibn|bint|abu|de|di|del|della|dos|van|von|ter|ten)$/;

/** "14th Brigade", "5+5 Commission", "2nd Battalion The Rifles", "22nd Indiana": the number before a body's name is part of it. */
function withNumber(tokens: readonly Token[], first: number, last: number, { gazetteer }: Reading): number {
  const joint = tokens.slice(first, last).findIndex(({ text }) => text === 'of');
  const head = tokens[joint > 0 ? first + joint - 1 : last]!.folded;
  const number = tokens[first - 1];
  if (!number || !/^\s+$/.test(tokens[first]!.gap)) return first;
  const isOrdinal = /^\d+(?:st|nd|rd|th)$/.test(number.text);
  if (isOrdinal && (units.test(tokens[first]!.folded) || isLand(tokens, first, last, gazetteer))) return first - 1;
  if (!(organisationHeads.has(head) || eventHeads.has(head))) return first;
  if (isOrdinal) return first - 1;
  if (/^\d{1,3}$/.test(number.text) && units.test(head)) return first - 1;
  const isSum = /^\d$/.test(number.text) && number.gap === '+' && /^\d$/.test(tokens[first - 2]?.text ?? '');
  return isSum ? first - 2 : first;
}

const units = /^(?:squadron|group|wing|brigade|division|battalion|regiment|corps|commando|hospital|battery)$/;

/** A land whose troops are numbered; "the 4th Indiana district" is another thing. */
const isLand = (tokens: readonly Token[], first: number, last: number, gazetteer: Gazetteer): boolean => {
  const next = tokens[last + 1];
  const isAlone = !next || !/^\s+$/.test(next.gap) || functionWords.has(next.folded) || speechless.test(next.folded);
  const name = tokens.slice(first, last + 1).map(({ text }) => text);
  return isAlone && 'nr'.includes(gazetteer.place(name.join(' '))?.size ?? '-');
};

/** What troops do, in the past. */
const speechless = /(?:ed|held|fell|fought|broke|stood|lost|took|drove)$/;

/** "Division 13", "Route 24": a number that tells one of a kind from the others. */
const isNumbered = (head: Token, next: Token | undefined): boolean =>
  next !== undefined && numberedHeads.test(head.folded) && /^\d{1,4}$/.test(next.text) && /^\s+$/.test(next.gap);

const numberedHeads =
  /^(?:division|brigade|battalion|regiment|squadron|unit|route|highway|channel|radio|sector|zone|block|gate|camp|checkpoint|pier|reactor|terminal|interstate)$/;

const isPossessive = (word: string): boolean => /['’ʼ]s?$/u.test(word);

/** Index of the last word of the run that starts at `first` and reaches `last` at least. */
function lastOfRun(tokens: readonly Token[], first: number, from: number, reading: Reading): number {
  let last = from;
  while (last + 1 < tokens.length) {
    const unit = last > first ? knownNameAt(tokens, last, reading.gazetteer) : 0;
    if (unit > 1) last += unit - 1;
    const word = tokens[last]!;
    const next = tokens[last + 1];
    if (!next || (isPossessive(word.text) && !isOwnerInName(word, next, reading))) break;
    const step = hyphen.test(next.gap)
      ? hyphenated(tokens, first, last, reading)
      : isOpenGap(word, next, tokens, last)
        ? joined(tokens, first, last, reading)
        : nicknamed(tokens, last);
    if (step === 0) break;
    last += step;
  }
  return last;
}

/** White space; a full stop after an initial or a title; the apostrophe of a plural owner; "&". */
function isOpenGap(word: Token, next: Token, tokens: readonly Token[], last: number): boolean {
  if (/^\s+$/.test(next.gap)) return true;
  if (/^\s*&\s*$/.test(next.gap)) return next.isCapital;
  if (/^['’]\s+$/.test(next.gap)) return word.text.endsWith('s') && !isDemonym(word.folded);
  if (!/^\.\s*$/.test(next.gap)) return false;
  const isBeforeParticle = particles.has(next.text) && tokens[last + 2]?.isCapital;
  const isInitial =
    /^\p{Lu}$/u.test(word.text) && (next.isCapital || isBeforeParticle || !(last === 0 && tokens.length > 2));
  const isFirm = word.folded === 'corp' && tokens[last - 1]?.isCapital === true && !isTitle(tokens[last - 1]!);
  return isInitial || (titles.has(word.folded) && word.text.length <= 5 && !isFirm) || isAbbreviatedFront(word);
}

/** "People's Protection Units": an ordinary word owns within the name; "Russia's Army" ends after Russia. */
const isOwnerInName = (word: Token, next: Token, { gazetteer, casing }: Reading): boolean => {
  const owner = word.text.replace(/['’ʼ]s?$/u, '');
  if (titles.has(word.folded.replace(/'s?$/, '')) && ofOffice.test(next.folded) && next.isCapital) return true;
  return (
    next.isCapital &&
    /^\s+$/.test(next.gap) &&
    !titles.has(owner.toLowerCase()) &&
    (/^(?:people|worker|women|children|farmer|men|patriot|citizen)s?$/i.test(owner) ||
      (gazetteer.isWord(owner) && !gazetteer.isPersonalName(owner))) &&
    !gazetteer.place(owner) &&
    !casing.standsAlone(owner)
  );
};

/** "Prime Minister's Office", "Queen's Bench". */
const ofOffice =
  /^(?:office|bench|council|guard|court|commission|committee|college|cup|palace|fund|secretariat|department)$/;

/** How many words a hyphen joins: parts of one name, not two names side by side; "Tse-tung", "Port-au-Prince". */
function hyphenated(tokens: readonly Token[], first: number, last: number, reading: Reading): number {
  const [word, next, over] = [tokens[last]!, tokens[last + 1]!, tokens[last + 2]];
  // "Sen. Anna Lind, R-Tenn."
  if (/^[RDI]$/.test(word.text) && isStateAbbreviation(next.text)) return 0;
  if (articles.has(word.folded) && next.isCapital) return 1;
  const isSmallJoint =
    articles.has(next.text) || particles.has(next.text) || /^(?:en|sur|upon|on|in|au|aux|i|e|o|y)$/.test(next.text);
  if (isSmallJoint && over?.isCapital && /^[-‐‑–\s]$/u.test(over.gap)) return 2;
  if (isRespelled(word, next)) return 1;
  if (next.isCapital) return standsByItself(word, reading) && standsByItself(next, reading) ? 0 : 1;
  const isSecondSyllable =
    next.text.length <= 5 &&
    word.text.length <= 6 &&
    (!adjectiveEnds.has(next.text) || (last > first && isEastAsianSurname(tokens[last - 1]!.text))) &&
    !/\d/.test(next.text) &&
    (last > first || /^\p{Lu}\p{Ll}/u.test(word.text)) &&
    !standsByItself(word, reading) &&
    (last > first || (tokens[last + 2]?.isCapital === true && !reading.gazetteer.isWord(next.text)));
  return isSecondSyllable ? 1 : 0;
}

const adjectiveEnds = new Set(
  'led held run born made era like wide style bound owned level day time old long based type class free only size rich poor off on up in out to year run shot line pro ex mid'.split(
    ' ',
  ),
);

/** True for a word that is a name by itself: both parts of "Russia-Iran" are, those of "Jean-Claude" aren't. */
const standsByItself = ({ text, folded }: Token, { casing, gazetteer }: Reading): boolean => {
  const size = gazetteer.place(text)?.size;
  return (
    isDemonym(folded) ||
    (size !== undefined && 'ncrm'.includes(size)) ||
    gazetteer.isOrganisation(text) ||
    (casing.standsAlone(text) && !gazetteer.isPersonalName(text))
  );
};

/** 'Salif "Bébé" Zongo': a nickname of one word between two parts of a name. */
function nicknamed(tokens: readonly Token[], last: number): number {
  const [nick, next] = [tokens[last + 1]!, tokens[last + 2]];
  const isQuoted = /^\s*["“'‘]$/u.test(nick.gap) && nick.isCapital && next?.isCapital && /^["”'’]\s+$/u.test(next.gap);
  return isQuoted ? 2 : 0;
}
