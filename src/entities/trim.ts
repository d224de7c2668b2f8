/**
 * What in a run of capitalised words is the name: cut where a title stands within, without titles, peoples and
 * sentence-opening words before it, and without the possessive after it.
 */
import type { Span } from '../model.ts';
import type { Casing } from './casing.ts';
import type { Gazetteer } from './gazetteer.ts';
import {
  directions,
  functionWords,
  isCalendarWord,
  isDemonym,
  organisationHeads,
  particles,
  titleFronts,
  titles,
} from './lexicon.ts';
import { withoutOpening } from './opening.ts';
import { isForeignBody } from './organisation-words.ts';
import { headNouns, isAbbreviation, isSomebody, isStateAbbreviation, isTitle, isTitleAt, nameOf } from './run-words.ts';
import type { Reading, Run } from './runs.ts';
import type { Token } from './tokens.ts';

export { isAbbreviation } from './run-words.ts';

/** Bodies that any country has: "Iranian Foreign Ministry" is the ministry of a people, "Iraqi Army" an army's own name. */
const generic = /^(?:ministry|ministries|government|parliament|cabinet|embassy|consulate|police|court|judiciary)$/;
const genericFronts = new Set(
  'foreign interior defence defense finance justice oil supreme security health education energy'.split(' '),
);

/** Titles that are as often a part of a name: "Ahmad Shah Massoud", "Imran Khan". */
const nameLike = new Set(
  'shah sultan king khan emir prince pasha bey agha sheikh lama baron dean marshal earl duke pope bishop cardinal judge major canon deacon'.split(
    ' ',
  ),
);

/** The names in a run: cut where a title stands within. */
export function namesIn(run: readonly Token[], sentence: Span, reading: Reading, previous?: Token): Run[] {
  if (isKnownBody(run, reading)) return [wholeOf(run, sentence, reading)];
  const cut = run.findIndex(
    (word, at) =>
      at > 0 &&
      isTitleAt(run, at) &&
      !isTitleAt(run, at - 1) &&
      !run.slice(0, at).some(({ folded }) => isForeignBody(folded)) &&
      run[at - 1]!.isCapital &&
      !hangsOn(word, run[at + 1]) &&
      !isOfBody(run, at) &&
      !(nameLike.has(word.folded) && isSomebody(run[at - 1]!, reading.gazetteer)) &&
      isPerson(run.slice(at), reading),
  );
  if (cut < 0 || isDemonym(run[cut - 1]!.folded) || (cut === 1 && isOpeningWord(run[0]!, reading))) {
    return [namedPart(run, sentence, reading, previous) ?? []].flat();
  }
  return [...namesIn(run.slice(0, cut), sentence, reading, previous), ...namesIn(run.slice(cut), sentence, reading)];
}

const isKnownBody = (run: readonly Token[], { gazetteer }: Reading): boolean =>
  (run.length > 1 || /['’]s$/u.test(run[0]!.text)) &&
  run[0]!.isCapital &&
  (run.length > 1 ? [nameOf(run), spelledOut(run)] : [spelledOut(run)]).some((name) => gazetteer.isOrganisation(name));

const spelledOut = (run: readonly Token[]): string =>
  run.map(({ text, gap }, at) => (at > 0 && gap.includes('&') ? `& ${text}` : text)).join(' ');

/** A body known beforehand, whatever titles stand in its name; an owner's ending only where it is part of the name. */
function wholeOf(run: readonly Token[], sentence: Span, { gazetteer }: Reading): Run {
  const last = run.at(-1)!;
  const owner = gazetteer.isOrganisation(spelledOut(run)) ? 0 : (/['’ʼ]s?$/u.exec(last.text)?.[0].length ?? 0);
  return { start: run[0]!.start, end: last.end - owner, words: run, titles: [], sentence };
}

/** "Expert-Grup": a hyphen makes a title part of a name, unless it joins two titles. */
const hangsOn = (word: Token, next: Token | undefined): boolean =>
  next !== undefined && /^[-‐‑–]$/u.test(next.gap) && !isTitle(next) && titles.has(word.folded) === false;

/** "Office of the High Commissioner for Human Rights": an office that another is part of. */
const isOfBody = (run: readonly Token[], at: number): boolean =>
  run[at + 1]?.text === 'for' &&
  /(?:^| )of the(?: \p{Lu}\p{L}+)?$/u.test(
    run
      .slice(0, at)
      .map(({ text }) => text)
      .join(' '),
  );

const isOpeningWord = (word: Token, { casing }: Reading): boolean =>
  word.opens && !isAbbreviation(word.text) && (functionWords.has(word.folded) || casing.isOrdinary(word.text));

/** Words that could be the name after a title: the last of them no noun that heads other names. */
function isPerson(words: readonly Token[], { casing, gazetteer }: Reading): boolean {
  const rest = words.slice(
    Math.max(
      0,
      words.findIndex((_, at) => !isTitleAt(words, at)),
    ),
  );
  const last = rest.at(-1);
  if (!last || isTitle(last) || isDemonym(last.folded)) return false;
  const name = last.text.replace(/['’ʼ]s?$/u, '');
  if (rest.some(({ folded }) => isForeignBody(folded)) || (rest.length > 1 && organisationHeads.has(rest[0]!.folded)))
    return false;
  const isCommon = gazetteer.isWord(name) && !gazetteer.isPersonalName(name);
  const opening = rest[0]!.text;
  if (isCommon && gazetteer.isWord(opening) && !gazetteer.isPersonalName(opening)) return false;
  if (rest.length === 1 && (headNouns.has(last.folded) || isCommon || casing.isOrdinary(name))) return false;
  return (
    !headNouns.has(last.folded) ||
    (rest.length > 1 &&
      gazetteer.isPersonalName(opening) &&
      !/ing$/.test(opening) &&
      gazetteer.isPersonalName(last.text))
  );
}

/** "In Lebanon I saw them", where Leopold I did. */
function withoutPronoun(words: readonly Token[], { gazetteer }: Reading): readonly Token[] {
  const place = words.length > 1 && words.at(-1)!.text === 'I' ? nameOf(words.slice(0, -1)) : '';
  const isKnown = 'ncrm'.includes(gazetteer.place(place)?.size ?? '-') && !gazetteer.isPersonalName(place);
  return isKnown ? words.slice(0, -1) : words;
}

function namedPart(run: readonly Token[], sentence: Span, reading: Reading, previous: Token | undefined): Run | null {
  let words = withoutPronoun(withoutOpening(run, reading), reading);
  const { named, before } = withoutTitles(words, reading);
  words = withoutPeople(withoutDirection(named, reading), reading);
  while (words.length > 0 && (isLeftOver(words) || isHonour(words))) words = words.slice(0, -1);
  const last = words.at(-1);
  if (!last || (words.every(isNoName) && !(words.length > 1 && reading.gazetteer.place(nameOf(words))))) return null;
  const preposition = words[0] === run[0] ? previous : words[0] === run[1] ? run[0] : undefined;
  const isPlaced = preposition !== undefined && placePrepositions.test(preposition.folded);
  const isState = last.gap === ', ' && isStateAbbreviation(last.text);
  if (words.length === 1 && !isState && isDropped(last, before, reading) && !(isPlaced && isPlainPlace(last, reading)))
    return null;
  if (words.every((word) => isTitle(word) || (functionWords.has(word.folded) && !isAbbreviation(word.text)))) {
    if (!words.every((word) => couldBeSurname(word, reading))) return null;
  }
  const end = last.end - (/['’ʼ]s?$/u.exec(last.text)?.[0].length ?? 0);
  return { start: words[0]!.start, end, words, titles: before, sentence };
}

/** "Near Hit": a word of the language that a preposition shows to be a town. */
const placePrepositions = /^(?:in|near|at|around|from|of|outside|inside|between|toward|towards)$/;
const isPlainPlace = ({ text, opens }: Token, { gazetteer }: Reading): boolean =>
  !opens && gazetteer.place(text) !== null;

/** "Foreign Minister X", "Secretary of State X", "Iranian President X" → X and its titles. */
function withoutTitles(run: readonly Token[], reading: Reading): { named: readonly Token[]; before: string[] } {
  const before: string[] = [];
  let named = run;
  const isTown = run.length > 1 && 'cml'.includes(reading.gazetteer.place(nameOf(run))?.size ?? '-');
  if (run.length === 1 || isTown || !isPerson(run, reading)) return { named: withoutOffice(run, reading), before };
  while (named.length > 0) {
    const first = named[0]!;
    const titleAt = named.findIndex(isTitle);
    if (before.length > 0 && first.text === 'of' && named.length > 2) before.push(first.folded, named[1]!.folded);
    if (before.length > 0 && first.text === 'of' && named.length > 2) named = named.slice(2);
    else if (isTitleAt(named, 0) && named.length > 1 && !hangsOn(first, named[1])) {
      if (
        !titles.has(first.folded) &&
        !titleFronts.has(first.folded) &&
        reading.gazetteer.isPersonalName(first.text) &&
        reading.casing.isCapitalised(first.text) &&
        !reading.casing.isSmall(first.text) &&
        before.length === 0
      )
        break;
      before.push(first.folded);
      named = named.slice(1);
    } else if (isDemonym(first.folded) && titleAt > 0 && titleAt <= 3) named = named.slice(1);
    else if (directions.has(first.folded) && isDemonym(named[1]?.folded ?? '') && titleAt > 1 && titleAt <= 4)
      named = named.slice(2);
    else if (services.test(first.folded) && titleAt > 0 && titleAt <= 2 && titles.has(named[titleAt]!.folded))
      named = named.slice(titleAt);
    else break;
  }
  return { named, before: before.filter((word) => word !== 'of') };
}

/** "Army Lt. Gen. X", "Marine Corps Maj. X": the service whose rank it is. */
const services = /^(?:army|navy|marines?|air|coast|guard|police)$/;

/** "John Major", "Moin Khan": a title that is the surname here. */
const isSurnamed = (run: readonly Token[], gazetteer: Gazetteer): boolean => {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (run.length < 2 || run.length > 3 || !nameLike.has(last.folded) || !gazetteer.isPersonalName(last.text))
    return false;
  if ('ncrm'.includes(gazetteer.place(first.text)?.size ?? '-') || isDemonym(first.folded) || isTitle(first))
    return false;
  return gazetteer.isPersonalName(first.text) || /^(?:khan|shah|pasha|bey|agha)$/.test(last.folded);
};

/** "UN Secretary-General" → UN: an office after the body or country that it is of. */
function withoutOffice(run: readonly Token[], { gazetteer }: Reading): readonly Token[] {
  let words = run;
  if (isSurnamed(run, gazetteer)) return run;
  const isOffice = (word: Token) => isTitle(word) && !organisationHeads.has(word.folded);
  while (words.length > 1 && isOffice(words.at(-1)!)) words = words.slice(0, -1);
  if (words.length === run.length) return run;
  const isOwner =
    words.length > 0 &&
    words.every(({ text }) => isAbbreviation(text) || gazetteer.place(text) || gazetteer.place(nameOf(words)));
  if (isOwner || isOffice(words.at(-1)!)) return words;
  return words.every(({ text, isCapital }) => isCapital && gazetteer.isWord(text)) ? [] : run;
}

/** "Eastern Aleppo" is a part of Aleppo; "South Sudan" and "West Bank" are names of their own. */
function withoutDirection(words: readonly Token[], { gazetteer }: Reading): readonly Token[] {
  const [first] = words;
  const isPart =
    words.length >= 2 &&
    directions.has(first!.folded) &&
    !headNouns.has(words.at(-1)!.folded) &&
    gazetteer.place(nameOf(words)) === null &&
    gazetteer.place(nameOf(words.slice(1))) !== null;
  return isPart ? words.slice(1) : words;
}

/** "Iranian Foreign Ministry" → "Foreign Ministry"; "Syrian Democratic Forces" stays. */
function withoutPeople(words: readonly Token[], { gazetteer }: Reading): readonly Token[] {
  const [first, second] = words;
  if (!first || !second || !isDemonym(first.folded)) return words;
  const rest = words.slice(1);
  if (rest.length === 1 && isAbbreviation(second.text) && !second.gap.includes('-')) return rest;
  const isNamed = ({ text }: Token) => gazetteer.isPersonalName(text) && !gazetteer.isWord(text);
  if (rest.length === 2 && rest.every(isNamed) && !gazetteer.place(nameOf(words))) return rest;
  const isGeneric =
    generic.test(rest.at(-1)!.folded) && rest.slice(0, -1).every(({ folded }) => genericFronts.has(folded));
  return isGeneric && !second.gap.includes('-') ? rest : words;
}

/** A small word at the end, or a people after "of": "the General Staff of the Russian …". */
const isLeftOver = (words: readonly Token[]): boolean => {
  const last = words.at(-1)!;
  const isSmall = !last.isCapital && !/^\d/.test(last.text) && !last.gap.includes('-');
  return (
    (isSmall && (particles.has(last.text) || /^(?:of|the|for|and|in)$/.test(last.text))) ||
    (isDemonym(last.folded) && words.some(({ text }) => text === 'of'))
  );
};

/** "Fiona Ashworth QC". */
const isHonour = (words: readonly Token[]): boolean =>
  words.length > 2 && /^(?:QC|KC|SC|MP|MEP|MSP|TD|OBE|CBE|MBE|KBE|PhD|MD|JP|SJ|OP|OFM)$/.test(words.at(-1)!.text);

/** "King", "Bishop": titles and roles that are surnames as well; "President" and "Leader" are not. */
const couldBeSurname = ({ text, folded }: Token, { casing, gazetteer }: Reading): boolean =>
  gazetteer.isPersonalName(text) && casing.standsAlone(text) && (!titles.has(folded) || nameLike.has(folded));

/** A word alone that is better taken for none: an ordinary one, an office, a body that could be any. */
function isDropped(word: Token, before: readonly string[], { casing, gazetteer }: Reading): boolean {
  const name = word.text.replace(/['’ʼ]s?$/u, '');
  if (isAbbreviation(name))
    return /^(?:AM|PM|TV|OK|ID|QC|KC|MVP|OT|RIP|AIDS|HIV|DNA|FAQ|ASAP|DIY|PC|CD|DVD|USD|EUR|GBP|CHF|JPY|CNY|INR|NGN|KES|ZAR|CAPS|AKA|PS|C[EFOT]O|II|III|IV|VI|VII|VIII|IX|XI|XII|MP|MPs|PhD|GDP|GMT|BST)$/.test(
      name,
    );
  if (before.length > 0) return false;
  if (isBody(word, name, casing, gazetteer)) return false;
  const place = gazetteer.place(name);
  // "Man of the match", "AMAZING".
  const isWordLike = gazetteer.isWord(name) && !'nc'.includes(place?.size ?? '-');
  if (word.opens && word.folded === 'police' && !casing.standsAlone(name)) return true;
  if (isWordLike && place !== null && word.opens && name.length <= 3 && !casing.standsAlone(name)) return true;
  if (isWordLike && place === null && name.length > 6 && /^\p{Lu}+$/u.test(name)) return true;
  const isKnown =
    place !== null && ('ncr'.includes(place.size) || ('ml'.includes(place.size) && !gazetteer.isWord(name)));
  if (isKnown && !casing.isSmall(name)) return false;
  if (word.opens && 'ml'.includes(place?.size ?? '-') && !casing.isSmall(name) && !/ing$/.test(word.folded))
    return false;
  if (word.opens) return casing.isOrdinary(name);
  if (casing.isOrdinary(name)) return true;
  return headNouns.has(word.folded) && gazetteer.isWord(name) && !gazetteer.isPersonalName(name)
    ? casing.isSmall(name)
    : false;
}

/** "Amnesty named it": a body known beforehand, but for a plural that a sentence opens with. */
const isBody = ({ opens }: Token, name: string, casing: Casing, gazetteer: Gazetteer): boolean =>
  gazetteer.isOrganisation(name) &&
  name.length > 3 &&
  !casing.isSmall(name) &&
  !(opens && /s$/.test(name) && gazetteer.isWord(name.slice(0, -1)));

function isNoName({ text, folded }: Token): boolean {
  if (isAbbreviation(text)) return false;
  const bare = folded.replace(/'s?$/, '');
  return (
    isDemonym(bare) ||
    isCalendarWord(bare) ||
    directions.has(bare) ||
    functionWords.has(bare) ||
    /^\p{L}$/u.test(bare) ||
    /^[\d.,]+(?:st|nd|rd|th)?$/.test(bare) ||
    /^(?:and|of|for|the)$/.test(bare)
  );
}
