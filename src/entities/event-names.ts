/**
 * Names of events where they stand in a sentence: a capitalised noun of happening with what belongs to it on either side
 * ("Safari Rally", "Battle of New Orleans", "Operation Sabre"), and feasts and happenings that everybody knows.
 */
import type { Span } from '../model.ts';
import { everyMatch } from '../text/every-match.ts';
import { fold } from '../text/fold.ts';
import { isStopped, styleOf } from './casing.ts';
import {
  goesOn,
  isOfBody,
  isOther,
  leftOf,
  longest,
  near,
  ordinal,
  rightOf,
  roman,
  space,
  withoutOwner,
  wordsMax,
} from './event-reach.ts';
import {
  goesOnSmall,
  isCountedName,
  isDoing,
  isFeast,
  isRoundAt,
  isScandal,
  nounAfter,
  nounOfEvent,
} from './event-shapes.ts';
import {
  knownEvents,
  loneHeads,
  nameHeads,
  ofHeads,
  openingOfHeads,
  operationFronts,
  stormFronts,
  stormKinds,
  weakFronts,
  weakHeads,
} from './event-words.ts';
import type { Gazetteer } from './gazetteer.ts';
import { functionWords, isCalendarWord, isDemonym, organisationHeads, titles } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

/** "An offensive called Dawn of the Hills", "codenamed “We Are Coming”". */
const codeName =
  /(?:\b(?:operation|offensive|campaign|exercise|exercises|manoeuvres|maneuvers|mission|drill|drills|push|battle)\b[^.;:“”"]{0,30}?\b(?:called|named|dubbed|known as)|\bcode-?named?)\s*[:,]?\s*(?:Operation\s+)?["“‘']?(?<name>\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:of|the|for|and|in|to)\s+)*\p{Lu}[\p{L}’'-]*){0,6})/gu;

/** Cheap: most sentences have no word that an event's name turns on. */
const cue = new RegExp(
  `(?<!\\p{L})(?:${[
    ...new Set([
      ...nameHeads,
      ...ofHeads,
      ...loneHeads,
      ...stormFronts,
      ...operationFronts,
      'copa',
      'rallye',
      'superstorm',
    ]),
  ]
    .flatMap((word) => [`${word[0]!.toUpperCase()}${word.slice(1)}`, word.toUpperCase()])
    .join(
      '|',
    )})(?!\\p{L})|\\p{Lu}\\p{Ll}{3,}(?:gate|azo|fest|mageddon|pocalypse|loppet|ing(?= of))(?!\\p{L})|\\p{Lu}\\p{Ll}{2,} (?:I{1,3}|I?V)(?![\\p{L}’'])|(?:First|Second|Third) \\p{Lu}|(?<!\\p{L})(?:operation|exercise|hurricane|typhoon|cyclone)\\s+["“‘']?\\p{Lu}`,
  'u',
);

/** Names of events in one sentence, in order. */
export function eventNamesIn(text: string, sentence: Span, gazetteer: Gazetteer): Span[] {
  const words = text.slice(sentence.start, sentence.end);
  const hasCue = cue.test(words);
  const known = everyMatch(words, knownEvents);
  if (!hasCue && known.length === 0 && words.search(codeName) < 0) return [];
  const tokens = tokensOf(text, sentence);
  const isPlain = styleOf(tokens, isStopped(words)) === 'plain';
  if (!isPlain) return longest(tokens.flatMap((_, at) => headlineNameAt(tokens, at, gazetteer) ?? []));
  const named = everyMatch(words, codeName).map(({ index, 0: all, groups }) => {
    const start = sentence.start + index + all.indexOf(groups!['name']!);
    return { start, end: start + groups!['name']!.length };
  });
  const found = (hasCue ? tokens.flatMap((_, at) => nameAt(tokens, at, gazetteer) ?? []) : []).map(
    ({ start, end }) => ({
      start,
      end:
        end +
        (goesOnSmall.test(text.slice(start, end))
          ? nounLength(text.slice(end, sentence.end))
          : (nounOfEvent.exec(text.slice(end, sentence.end))?.[0].length ?? 0)),
    }),
  );
  for (const { index, 0: name } of known) {
    const start = sentence.start + index;
    const end = start + name.length;
    if (!isKnownHere(tokens, { start, end }, gazetteer)) continue;
    found.push({ start, end: end + nounLength(text.slice(end, sentence.end)) });
  }
  return longest([...named, ...found]);
}

const nounLength = (after: string): number => nounAfter.exec(after)?.[0].length ?? 0;

/** "Easter Island", "Christmas Carol Banda": another capital behind it, and it is something else. */
function isKnownHere(tokens: readonly Token[], { start, end }: Span, gazetteer: Gazetteer): boolean {
  const first = tokens.findIndex((token) => token.start === start);
  const next = tokens.find((token) => token.start >= end);
  const isAlone = tokens[first] !== undefined && tokens[first].end === end;
  if (isAlone && tokens[first]!.opens && functionWords.has(tokens[first]!.folded)) return false;
  // "Ramadan Shalah" is somebody.
  const isFollowed =
    next?.isCapital && space.test(next.gap) && !nameHeads.has(next.folded) && !isCalendarWord(next.folded);
  if (isAlone && isFollowed && gazetteer.isPersonalName(tokens[first]!.text) && gazetteer.isPersonalName(next.text))
    return false;
  const before = tokens[first - 1];
  if (before?.isCapital && near.test(tokens[first]!.gap) && titles.has(before.folded)) return false;
  return !(next?.isCapital && space.test(next.gap) && isOther(next)) && !/^['’]s$/u.test(next?.text ?? '');
}

function nameAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): Span | null {
  const { text, isCapital, folded } = tokens[at]!;
  if (isSmallFront(tokens, at, gazetteer)) return fronted(tokens, at);
  if (!isCapital || (folded === 'march' && isMonth(tokens, at))) return null;
  if (/(?:gate|azo|fest|mageddon|pocalypse|loppet)$/u.test(text)) {
    const isNamed = text.endsWith('gate') ? isScandal(tokens, at, gazetteer) : isFeast(tokens, at, gazetteer);
    if (isNamed) return spanOf(tokens, at, at);
  }
  if (isCountedName(tokens, at, gazetteer) || isRoundAt(tokens, at, gazetteer)) return spanOf(tokens, at, at + 1);
  if (isDoing(tokens, at, gazetteer)) return headed(tokens, at, gazetteer);
  if (stormFronts.has(folded) || operationFronts.has(folded))
    return fronted(tokens, at) ?? (/^Great$/.test(tokens[at - 1]?.text ?? '') ? headed(tokens, at, gazetteer) : null);
  if (nameHeads.has(folded) || ofHeads.has(folded) || folded === 'copa') return headed(tokens, at, gazetteer);
  return loneHeads.has(folded) ? alone(tokens, at) : null;
}

/** Verbs in headlines: "Norrby Strikes Back". */
const verbLike =
  /^(?:strikes?|talks|attacks?|protests|raids?|marche?s?|fires?|floods?|rush|panic|trials?|crash|purges?|shield|process|race|leap|trek|spill|awards|bombing|landing|tour|shock|meeting|plague)$/;

/** In a line whose capitals say nothing: a head after what can only be a name: "ASIAN CUP", "U.S. OPEN". */
function headlineNameAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): Span | null {
  const { folded, isCapital } = tokens[at]!;
  if (!isCapital || !nameHeads.has(folded) || verbLike.test(folded)) return null;
  let first = at;
  while (first > 0 && at - first < 4) {
    const { text, folded: before, isCapital: isUpper } = tokens[first - 1]!;
    const isName =
      isDemonym(before) || gazetteer.place(text) !== null || !gazetteer.isWord(text) || ordinal.test(before);
    if (!isUpper || !near.test(tokens[first]!.gap) || !isName || functionWords.has(before) || /['’]s?$/iu.test(text))
      break;
    first--;
  }
  const last = rightOf(tokens, at, first, gazetteer) === at + 1 && roman.test(tokens[at + 1]!.text) ? at + 1 : at;
  const isBare = tokens
    .slice(first, at)
    .every(({ folded: before }) => ordinal.test(before) && before !== 'world' && before !== 'grand');
  return isBare ? null : spanOf(tokens, first, last);
}

/** "operation Olive Branch", but "the operation Turkey began". */
function isSmallFront(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const [front, next] = [tokens[at]!, tokens[at + 1]];
  if (!/^(?:operation|exercise|hurricane|typhoon|cyclone)$/.test(front.text) || !next?.isCapital) return false;
  const isName = next.gap.trim() !== '' || (gazetteer.place(next.text) === null && !isDemonym(next.folded));
  return isName && !functionWords.has(next.folded) && !isCalendarWord(next.folded);
}

/** "of March 1921", "on March 3": the month, no march. */
const isMonth = (tokens: readonly Token[], at: number): boolean =>
  /^\d/.test(tokens[at + 1]?.text ?? '') ||
  /^(?:of|in|on|since|until|till|by|from|to|late|early|mid|last|next|this|and)$/i.test(tokens[at - 1]?.text ?? '');

const spanOf = (tokens: readonly Token[], first: number, last: number): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end - (/['’ʼ]s?$/u.exec(tokens[last]!.text)?.[0].length ?? 0),
});

/** "Operation Peace for Galilee", "Tropical Storm Ana". */
function fronted(tokens: readonly Token[], at: number): Span | null {
  const isStorm = stormFronts.has(tokens[at]!.folded);
  const isQuoted = (token: Token) => /^\s+["“‘']$/u.test(token.gap);
  let last = at;
  while (last + 1 < tokens.length && last - at < wordsMax) {
    const next = tokens[last + 1]!;
    const over = tokens[last + 2];
    const isOpen = near.test(next.gap) || (last === at && isQuoted(next));
    if (!isOpen || /['’]s$/u.test(tokens[last]!.text) || (isStorm && last > at && !/^[-‐‑–]$/u.test(next.gap))) break;
    const isJoint = last > at && !isStorm && /^(?:of|for|the|and|in|to)$/.test(next.text);
    if (/^[-‐‑–]$/u.test(next.gap) && over?.isCapital && /^[-‐‑–]$/u.test(over.gap)) last += 2;
    else if (next.isCapital || /^\d{1,3}[A-Z]?$/.test(next.text)) {
      if (last > at && isCalendarWord(next.folded)) break;
      last++;
    } else if (isJoint && over?.isCapital && space.test(over.gap) && !(next.text === 'in' || next.text === 'and'))
      last += 2;
    else break;
  }
  const name = tokens[at + 1];
  if (last === at || (last === at + 1 && (isOther(name!) || functionWords.has(name!.folded)))) return null;
  let first = at;
  while (first > 0 && stormKinds.has(tokens[first - 1]!.folded) && tokens[first - 1]!.isCapital) first--;
  const isLoose = tokens[at]!.folded === 'storm' && first === at && tokens[at]!.opens && !name!.isCapital;
  return isLoose ? null : spanOf(tokens, first, last);
}

/** What an event's noun has on either side. */
function headed(tokens: readonly Token[], at: number, gazetteer: Gazetteer): Span | null {
  const { folded, opens } = tokens[at]!;
  const first = leftOf(tokens, at, gazetteer);
  const last = rightOf(tokens, at, first, gazetteer);
  const next = tokens[last + 1];
  const isPartOfOther = next?.isCapital && near.test(next.gap) && (isOther(next) || goesOn(tokens, last + 1));
  if (
    isPartOfOther ||
    (last > at && folded !== 'charge' && organisationHeads.has(tokens[last]!.folded)) ||
    isOfBody(tokens, first)
  )
    return null;
  if (first === at && last === at) return alone(tokens, at);
  if (last > at && first === at) return opens && !openingOfHeads.has(folded) ? null : spanOf(tokens, first, last);
  if (last === at && !nameHeads.has(folded)) return null;
  const before = tokens.slice(first, at);
  if (weakHeads.has(folded) && last === at && !isSupported(before, folded, gazetteer)) return null;
  if (isSomebody(before, folded, gazetteer)) return null;
  return spanOf(tokens, first, last);
}

/** "Damascus Spring", "German Autumn": a place or a people had it; Silver Spring is a town. */
const isSeason = /^(?:spring|summer|autumn|winter)$/;

/** What a weak head needs before it: a place, a people, a number, or the words that go with it. */
function isSupported(before: readonly Token[], head: string, gazetteer: Gazetteer): boolean {
  const last = before.at(-1)!;
  if (weakFronts[head]?.test(fold(withoutOwner(last.text)))) return true;
  if (last.folded === 'great') return true;
  if (isSeason.test(head)) {
    const whole = `${last.text} ${head}`;
    const isKnown = gazetteer.place(last.text) !== null && gazetteer.place(whole) === null;
    return isKnown || isDemonym(last.folded);
  }
  if (weakFronts[head] && !/^(?:fire|day|plague|test)$/.test(head)) return false;
  if (/^(?:national|republican|democratic|people|free)$/.test(last.folded) && head === 'rally') return false;
  if (head === 'open' && before.length > 1) return true;
  if (head === 'fair' && last.folded === 'vanity') return false;
  if (head === 'pact' && last.folded === 'warsaw') return false;
  if (
    head === 'day' ||
    head === 'event' ||
    head === 'concert' ||
    head === 'race' ||
    head === 'rally' ||
    head === 'march' ||
    head === 'bowl' ||
    head === 'exhibition'
  )
    return true;
  if (before.some(({ text }) => /^\d/.test(text))) return true;
  const isNew = !gazetteer.isWord(last.text) && !gazetteer.isPersonalName(last.text);
  if (isNew) return true;
  return before.some(
    ({ text, folded }) =>
      isDemonym(fold(withoutOwner(folded))) ||
      gazetteer.place(withoutOwner(text)) !== null ||
      /^(?:\p{Lu}\.){2,}$/u.test(text) ||
      /^(?:US|UK)$/.test(text) ||
      /^(?:world|european|masters|safari)$/.test(folded),
  );
}

/** "Doris Day", "Kathleen Battle": a given name before a head that is a surname as well. */
function isSomebody(before: readonly Token[], head: string, gazetteer: Gazetteer): boolean {
  if (
    before.length > 2 ||
    /['’]s?$/u.test(before.at(-1)!.text) ||
    !/^(?:day|battle|fair|march|race|strike|raid|war|cup|rush|open|masters|fire|eve|bowl|games|awards)$/.test(head)
  )
    return false;
  const [given] = before;
  return (
    gazetteer.isPersonalName(given!.text) &&
    !gazetteer.isWord(given!.text) &&
    gazetteer.place(given!.text) === null &&
    gazetteer.isPersonalName(head)
  );
}

/** "the Troubles", "the Blitz". */
function alone(tokens: readonly Token[], at: number): Span | null {
  const token = tokens[at]!;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const isLone = /^(?:the|after|before|since|during)$/i.test(before?.text ?? '') && space.test(token.gap);
  if (!loneHeads.has(token.folded) || token.opens || !isLone) return null;
  if (next?.isCapital && near.test(next.gap)) return null;
  return spanOf(tokens, at, at);
}
