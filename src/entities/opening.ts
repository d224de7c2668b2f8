/** Whether the first word of a run is part of the name, or only stands where a sentence begins. Used by trim.ts. */
import {
  directions,
  eventFronts,
  functionWords,
  isCalendarWord,
  isDemonym,
  namePrefixes,
  organisationFronts,
  placeFronts,
  roles,
} from './lexicon.ts';
import { teamFronts } from './organisation-words.ts';
import { headNouns, isAbbreviation, isTitle, loneBodies, nameOf } from './run-words.ts';
import type { Reading } from './runs.ts';
import type { Token } from './tokens.ts';

/** Without function words in front, and without the ordinary word that a sentence opens with. */
export function withoutOpening(run: readonly Token[], reading: Reading): readonly Token[] {
  const { gazetteer, casing } = reading;
  let words = run;
  const isUnit = () =>
    words.length > 1 &&
    [2, 3, 4].some((count) => words.length >= count && gazetteer.place(nameOf(words.slice(0, count))));
  // Inside a sentence a capital makes them part of the name: "Second World War".
  const isFunction = ({ folded, opens, text }: Token) =>
    functionWords.has(folded) &&
    !isAbbreviation(text) &&
    !(text.length === 1 && /^\./.test(words[1]?.gap ?? '')) &&
    (opens || text.length === 1 || /^(?:the|an|his|her|its)$/.test(folded));
  while (words.length > 0 && isFunction(words[0]!) && !isUnit()) {
    words = words.slice(1);
  }
  const first = words[0];
  if (!first?.opens || words.length < 2 || words.length < run.length || isTitle(first) || isUnit()) return words;
  const isSomebody = gazetteer.isPersonalName(words[1]!.text) && !headNouns.has(words.at(-1)!.folded);
  if (isSomebody && /^(?:born|raised|educated)$/.test(first.folded)) return words.slice(1);
  if (isAbbreviation(first.text) || /^(?:\d|\p{L}$)/u.test(first.text) || eventFronts.has(first.folded)) return words;
  if (namePrefixes.has(first.folded) || teamFronts.has(first.folded)) return words;
  if (directions.has(first.folded) || (first.folded === 'task' && words[1]!.folded === 'force')) return words;
  if (!casing.isOrdinary(first.text)) return words;
  const next = words[1]!;
  if (isPartOfTitle(first, next, words.length, reading)) return words;
  if (next.text === 'of' || next.text === 'for' || next.text === 'and' || next.gap.includes('-')) return words;
  const surname = words.find(({ text, isCapital }, at) => at > 0 && isCapital && text.length > 1) ?? next;
  const isGiven =
    gazetteer.isPersonalName(first.text) && !casing.isSmall(first.text) && !casing.isOrdinary(surname.text);
  if (isGiven || placeFronts.has(first.folded)) return words;
  const isHeaded = headNouns.has(words.at(-1)!.folded) && !headNouns.has(first.folded);
  const isAdverb = /(?:ly|ing)$/.test(first.folded);
  return isHeaded && !isAdverb && (organisationFronts.has(first.folded) || !casing.isSmall(first.text))
    ? words
    : words.slice(1);
}

/** "Orient Overseas": an ordinary word with a capital inside a sentence shows that the one before it belongs to it. */
const isPartOfTitle = (first: Token, next: Token, count: number, { casing, gazetteer }: Reading): boolean =>
  next.isCapital &&
  /^\s+$/.test(next.gap) &&
  !/(?:ly|ing|ed)$/.test(first.folded) &&
  !roles.has(first.folded) &&
  !isTitle(next) &&
  gazetteer.isWord(next.text) &&
  casing.isOrdinary(next.text) &&
  !gazetteer.isPersonalName(next.text) &&
  !gazetteer.place(next.text) &&
  !isDemonym(next.folded) &&
  !isCalendarWord(next.folded) &&
  !(count === 2 && (loneBodies.test(next.folded) || loneOffices.test(next.folded)));

/** Offices and bodies that a sentence may open with after any word. */
const loneOffices =
  /^(?:government|council|court|church|state|house|opposition|coalition|president|commission|ministry)$/;
