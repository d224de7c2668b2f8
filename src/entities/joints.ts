/**
 * The small words inside a name, "of", "for", "and", "al": whether a run of capitalised words goes on after one. Used by
 * runs.ts.
 */
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
  organisationFronts,
  organisationHeads,
  particles,
  placeFronts,
  placeHeads,
  titles,
} from './lexicon.ts';
import { legalForm } from './organisation-words.ts';
import type { Reading } from './runs.ts';
import type { Token } from './tokens.ts';

const hyphen = /^[-‐‑–?]$/u;

/** How many words after `last` belong to the name: the next, or small words and the one after them. */
export function joined(tokens: readonly Token[], first: number, last: number, reading: Reading): number {
  const [word, next] = [tokens[last]!, tokens[last + 1]!];
  const after = (offset: number): Token | undefined => tokens[last + offset];
  const isNear = (offset: number) => /^['’]?\s+$/.test(after(offset)?.gap ?? '');
  const isName = (offset: number) => {
    const token = after(offset);
    return token?.isCapital === true && !functionWords.has(token.folded) && !isCalendarWord(token.folded);
  };
  if (/^(?:d|dell|dall|l)['’]\p{Lu}/u.test(next.text)) return 1;
  if (next.isCapital) return isCalendarWord(next.folded) && !reading.casing.isOrdinary(next.text) ? 0 : 1;
  const small = next.text;
  if (legalForm.test(small)) return 1;
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
  if (small === 'and')
    return isName(2) && isNear(2) && (isPair(tokens, first, last, reading) || isRealm(tokens, first, last, reading))
      ? 2
      : 0;
  if (!joints.has(small)) return 0;
  const isSpaced = second?.text === 'the' || (small === 'for' && (second?.text === 'a' || second?.text === 'an'));
  if (small === 'of' && isSpaced && first === last && word.opens && crowds.test(word.folded)) return 0;
  const [owner, step] = isSpaced ? [third, 3] : [second, 2];
  if (!owner || !isName(step) || !isNear(2) || !isNear(step)) return 0;
  return goesOn(small, tokens.slice(first, last + 1), owner, tokens[last + step + 1], reading) && !isTitled(word)
    ? step
    : 0;
}

/** "Security and Co-operation": one word that some write with a hyphen. */
export const isRespelled = (word: Token, next: Token | undefined): boolean =>
  word.folded === 'co' && next !== undefined && hyphen.test(next.gap) && /^(?:operati|ordinat)/.test(next.text);

/** "Fighters of the Quds Force fled": many of those whom a sentence tells of, not a name that begins so. */
const crowds =
  /^(?:fighters|troops|forces|units|guards|volunteers|militias|commandos|brigades|battalions|divisions|detachments|staff|partners|services|workers|people|democrats|families)$/;

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
  if (small === 'in') {
    // "People in Need": plain words that have no capital by themselves.
    const isCause = run.length === 1 && isCommonNoun && !head.opens && gazetteer.isWord(owner.text);
    return isPlace ? inHeads.has(head.folded) && run.length > 1 : isCause && !gazetteer.place(head.text);
  }
  // "Tiger Forces of Colonel Anna Lind"
  if (small === 'of' && next?.isCapital && ranks.test(owner.folded)) return false;
  const isOrganised = forHeads.has(head.folded) || run.some(({ text }) => text === 'of');
  if (small === 'for' || small === 'without' || small === 'against' || small === 'on' || small === 'to') {
    const isCause = gazetteer.isWord(owner.text) || owner.folded === 'islam' || next?.gap === '-';
    return (
      (small === 'for' || forHeads.has(head.folded)) &&
      isOrganised &&
      isCause &&
      !isPlace &&
      !(run.length === 1 && head.opens && small !== 'for')
    );
  }
  const named = run.slice(
    Math.max(0, run.findLastIndex(({ folded }) => titles.has(folded) || folded === 'detective') + 1),
  );
  const isPersonal =
    run.length > 1 &&
    named.length > 0 &&
    gazetteer.isPersonalName(named[0]!.text) &&
    !ofHeads.has(head.folded) &&
    gazetteer.isPersonalName(head.text);
  if (!ofHeads.has(head.folded) && (!isCommonNoun || isPersonal || (run.length === 1 && head.opens))) return false;
  const isOwned = isPlace || /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u.test(owner.text);
  const isBare =
    /^(?:forces|court|assembly|congress|council|parliament)$/.test(head.folded) &&
    run.every(({ folded }) => folded === 'the' || organisationFronts.has(folded) || organisationHeads.has(folded));
  const isOffice =
    officialHeads.test(head.folded) && run.every(({ text, folded }) => folded === 'the' || gazetteer.isWord(text));
  const isCountry = gazetteer.place(owner.text)?.size === 'n';
  const count = isCountry && run[0]!.folded === 'the' ? run.length - 1 : run.length;
  if (count > 1 && isOwned && !keepsOf.has(head.folded) && !isBare && !isOffice) return false;
  if (isOwned && !isPlace && unitHeads.test(head.folded)) return false;
  const isSomebody =
    gazetteer.isPersonalName(owner.text) &&
    !gazetteer.isWord(owner.text) &&
    !isLarge(owner, gazetteer) &&
    next !== undefined &&
    !placeHeads.has(next.folded) &&
    (next.isCapital || articles.has(next.text) || particles.has(next.text));
  const isNoBody = run.length === 1 && !organisationHeads.has(head.folded) && !/^\p{Lu}{2,}$/u.test(head.text);
  return !isSomebody || placeFronts.has(head.folded) || isNoBody;
}

const ranks =
  /^(?:colonel|col|general|gen|captain|capt|major|maj|lieutenant|lt|brigadier|sergeant|commander|marshal|admiral|mr|mrs|ms|dr|sheikh|president|prime)$/;

/** Public bodies that bear their country's name: "Electoral Commission of Zambia". */
const officialHeads = /^(?:commission|corporation|authority|board|council|committee|agency|service|chamber)$/;

/** A unit has a number or a name of its own: "the 35th Brigade of the PMF". */
const unitHeads =
  /^(?:brigade|brigades|division|divisions|battalion|battalions|regiment|squadron|corps|company|unit|units|wing)$/;

const isLarge = ({ text }: Token, gazetteer: Gazetteer): boolean => 'ncrm'.includes(gazetteer.place(text)?.size ?? '-');

/** "Party of Action and Solidarity", "Food and Drug Administration": two ordinary words of one name. */
function isPair(tokens: readonly Token[], first: number, last: number, { gazetteer }: Reading): boolean {
  const [a, second] = [tokens[last]!, tokens[last + 2]!];
  const b = isRespelled(second, tokens[last + 3]) ? tokens[last + 3]! : second;
  const isCommon = ({ text, folded }: Token) =>
    (gazetteer.isWord(text) || folded === 'islam') &&
    !isLarge({ text } as Token, gazetteer) &&
    (!titles.has(folded) || folded === 'justice') &&
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

/** "Islamic State of Iraq and Syria", "Kingdom of Great Britain and Ireland": one realm of two lands. */
function isRealm(tokens: readonly Token[], first: number, last: number, { gazetteer }: Reading): boolean {
  const of = tokens.slice(first, last).findLastIndex(({ text }) => text === 'of');
  return (
    of > 0 &&
    first + of === last - 1 &&
    /^(?:state|kingdom|republic|emirate|union)$/.test(tokens[first + of - 1]!.folded) &&
    [tokens[last]!, tokens[last + 2]!].every(({ text }) => gazetteer.place(text) !== null)
  );
}
