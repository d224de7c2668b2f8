/**
 * Candidate names in a sentence: runs of capitalised words, with the small words that belong inside a name. What in a
 * run is the name, and what only stands before or after it, trim.ts says.
 */
import type { Span } from '../model.ts';
import type { Word } from '../text/words.ts';
import type { Casing } from './casing.ts';
import type { Gazetteer } from './gazetteer.ts';
import {
  articles,
  eventFronts,
  eventHeads,
  forHeads,
  functionWords,
  inHeads,
  isCalendarWord,
  isDemonym,
  keepsOf,
  ofHeads,
  organisationHeads,
  particles,
  placeFronts,
  titles,
} from './lexicon.ts';
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
    const first = withNumber(tokens, at, last);
    runs.push(...namesIn(tokens.slice(first, last + 1), sentence, reading));
    at = last + 1;
  }
  return runs;
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

/** "al-Assad": the article in small letters opens a name. */
function startsWithArticle(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]!, tokens[at + 1]];
  return next !== undefined && articles.has(word.text) && hyphen.test(next.gap) && next.isCapital;
}

/** "14th Brigade", "5+5 Commission": the number before a body's name is part of it. */
function withNumber(tokens: readonly Token[], first: number, last: number): number {
  const joint = tokens.slice(first, last).findIndex(({ text }) => text === 'of');
  const head = tokens[joint > 0 ? first + joint - 1 : last]!.folded;
  const number = tokens[first - 1];
  if (!number || !/^\s+$/.test(tokens[first]!.gap) || !(organisationHeads.has(head) || eventHeads.has(head)))
    return first;
  if (/^\d+(?:st|nd|rd|th)$/.test(number.text)) return first - 1;
  const isSum = /^\d$/.test(number.text) && number.gap === '+' && /^\d$/.test(tokens[first - 2]?.text ?? '');
  return isSum ? first - 2 : first;
}

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
  const isInitial = /^\p{Lu}$/u.test(word.text) && !(last === 0 && tokens.length > 2 && !next.isCapital);
  return isInitial || (titles.has(word.folded) && word.text.length <= 5) || isAbbreviatedFront(word);
}

/** "People's Protection Units": an ordinary word owns within the name; "Russia's Army" ends after Russia. */
const isOwnerInName = (word: Token, next: Token, { gazetteer, casing }: Reading): boolean => {
  const owner = word.text.replace(/['’ʼ]s?$/u, '');
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

/** How many words a hyphen joins: parts of one name, not two names side by side; "Tse-tung", "Port-au-Prince". */
function hyphenated(tokens: readonly Token[], first: number, last: number, reading: Reading): number {
  const [word, next, over] = [tokens[last]!, tokens[last + 1]!, tokens[last + 2]];
  if (articles.has(word.folded) && next.isCapital) return 1;
  const isSmallJoint =
    articles.has(next.text) || particles.has(next.text) || /^(?:en|sur|upon|on|in|au|aux|i|e|o|y)$/.test(next.text);
  if (isSmallJoint && over?.isCapital && /^[-‐‑–\s]$/u.test(over.gap)) return 2;
  if (next.isCapital) return standsByItself(word, reading) && standsByItself(next, reading) ? 0 : 1;
  const isSecondSyllable =
    next.text.length <= 5 &&
    word.text.length <= 6 &&
    !adjectiveEnds.has(next.text) &&
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
    (casing.standsAlone(text) && !gazetteer.isPersonalName(text))
  );
};

/** 'Salif "Bébé" Zongo': a nickname of one word between two parts of a name. */
function nicknamed(tokens: readonly Token[], last: number): number {
  const [nick, next] = [tokens[last + 1]!, tokens[last + 2]];
  const isQuoted = /^\s*["“'‘]$/u.test(nick.gap) && nick.isCapital && next?.isCapital && /^["”'’]\s+$/u.test(next.gap);
  return isQuoted ? 2 : 0;
}

/** How many words after `last` belong to the name: the next, or small words and the one after them. */
function joined(tokens: readonly Token[], first: number, last: number, reading: Reading): number {
  const [word, next] = [tokens[last]!, tokens[last + 1]!];
  const after = (offset: number): Token | undefined => tokens[last + offset];
  const isNear = (offset: number) => /^['’]?\s+$/.test(after(offset)?.gap ?? '');
  const isName = (offset: number) => {
    const token = after(offset);
    return token?.isCapital === true && !functionWords.has(token.folded) && !isCalendarWord(token.folded);
  };
  if (next.isCapital) return isCalendarWord(next.folded) && !reading.casing.isOrdinary(next.text) ? 0 : 1;
  const small = next.text;
  const [second, third] = [after(2), after(3)];
  if (articles.has(small) && second && hyphen.test(second.gap) && isName(2)) return 2;
  if (particles.has(small) && isName(2) && isNear(2)) return 2;
  if (
    particles.has(small) &&
    second &&
    third &&
    isNear(2) &&
    (particles.has(second.text) || articles.has(second.text))
  ) {
    if (isName(3) && (isNear(3) || hyphen.test(third.gap))) return 3;
  }
  if (small === 'and') return isName(2) && isNear(2) && isPair(tokens, first, last, reading) ? 2 : 0;
  if (!joints.has(small)) return 0;
  const [owner, step] = second?.text === 'the' ? [third, 3] : [second, 2];
  if (!owner || !isName(step) || !isNear(2) || !isNear(step)) return 0;
  return goesOn(small, tokens.slice(first, last + 1), owner, tokens[last + step + 1], reading) && !isTitled(word)
    ? step
    : 0;
}

const joints = new Set(['of', 'for', 'in', 'without', 'against', 'on', 'to']);
const isTitled = ({ folded }: Token): boolean =>
  titles.has(folded) &&
  !ofHeads.has(folded) &&
  !/^(?:defen[cs]e|foreign|interior|finance|justice|field|general|supreme)$/.test(folded);

/** True when the small word and what it leads to are part of the name: "Ministry of Defence", not "Army of Colombia". */
function goesOn(
  small: string,
  run: readonly Token[],
  owner: Token,
  next: Token | undefined,
  reading: Reading,
): boolean {
  const { gazetteer } = reading;
  const head = run.at(-1)!;
  const isPlace = gazetteer.place(owner.text) !== null && !(gazetteer.isWord(owner.text) && !isLarge(owner, gazetteer));
  const isCommonNoun = gazetteer.isWord(head.text) && !isLarge(head, gazetteer);
  if (small === 'for' && run.length === 2 && eventFronts.has(run[0]!.folded)) return true;
  if (small === 'in') return inHeads.has(head.folded) && run.length > 1 && isPlace;
  const isOrganised = forHeads.has(head.folded) || run.some(({ text }) => text === 'of');
  if (small === 'for' || small === 'without' || small === 'against' || small === 'on' || small === 'to') {
    const isCause = gazetteer.isWord(owner.text) || owner.folded === 'islam';
    return (
      (small === 'for' || forHeads.has(head.folded)) &&
      isOrganised &&
      isCause &&
      !isPlace &&
      !(run.length === 1 && head.opens && small !== 'for')
    );
  }
  const isPersonal =
    run.length > 1 &&
    gazetteer.isPersonalName(run[0]!.text) &&
    !ofHeads.has(head.folded) &&
    gazetteer.isPersonalName(head.text);
  if (!ofHeads.has(head.folded) && (!isCommonNoun || isPersonal || (run.length === 1 && head.opens))) return false;
  const isOwned = isPlace || /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u.test(owner.text);
  if (run.length > 1 && isOwned && !keepsOf.has(head.folded)) return false;
  const isSomebody =
    gazetteer.isPersonalName(owner.text) && !gazetteer.isWord(owner.text) && next?.isCapital === true && !isPlace;
  return !isSomebody || placeFronts.has(head.folded) || (run.length === 1 && !organisationHeads.has(head.folded));
}

const isLarge = ({ text }: Token, gazetteer: Gazetteer): boolean => 'ncrm'.includes(gazetteer.place(text)?.size ?? '-');

/** "Party of Action and Solidarity", "Food and Drug Administration": two ordinary words of one name. */
function isPair(tokens: readonly Token[], first: number, last: number, { gazetteer }: Reading): boolean {
  const [a, b] = [tokens[last]!, tokens[last + 2]!];
  const isCommon = ({ text, folded }: Token) =>
    (gazetteer.isWord(text) || folded === 'islam') &&
    !isLarge({ text } as Token, gazetteer) &&
    !titles.has(folded) &&
    !isDemonym(folded);
  const isWithin = tokens.slice(first, last).some(({ text }) => text === 'of' || text === 'for');
  if (!isCommon(a) || !(isCommon(b) || /ology$/.test(b.folded) || (isWithin && isDemonym(b.folded)))) return false;
  if (isWithin) return !organisationHeads.has(b.folded);
  if (organisationHeads.has(a.folded) && !forHeads.has(b.folded)) return false;
  let end = last + 2;
  while (tokens[end + 1]?.isCapital && /^\s+$/.test(tokens[end + 1]!.gap) && end < last + 5) end++;
  const isHeaded =
    end > last + 2 && (organisationHeads.has(tokens[end]!.folded) || eventHeads.has(tokens[end]!.folded));
  return isHeaded || /^(?:for|of)$/.test(tokens[end + 1]?.text ?? '');
}
