/**
 * How far the name of an event reaches from the noun that it turns on: "Bay of Pigs | Invasion", "Battle | of New Orleans".
 */
import type { Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { nameHeads, ofHeads } from './event-words.ts';
import type { Gazetteer } from './gazetteer.ts';
import {
  directions,
  functionWords,
  isCalendarWord,
  isDemonym,
  organisationFronts,
  organisationHeads,
  placeHeads,
  roles,
  titles,
} from './lexicon.ts';
import type { Token } from './tokens.ts';

export const wordsMax = 7;
export const space = /^['’]?\s+$/;
export const near = /^(?:['’]?\s+|[-‐‑–])$/u;
const hyphen = /^[-‐‑–]$/u;
const year = /^(?:1\d{3}|20\d\d)$/;
export const roman = /^[IVXL]{1,6}$/;
const joint = /^(?:of|for|de|d|du|des|del|della|di|da|do|dos|en|a|on|in|to|from|at)$/;
/** "Scramble for Africa", "Flight to Varennes": heads that go on with another word than "of". */
const ownJoints: Readonly<Record<string, RegExp>> = {
  march: /^(?:on|to)$/,
  walk: /^to$/,
  flight: /^(?:to|from)$/,
  retreat: /^from$/,
  race: /^to$/,
  scramble: /^for$/,
  miracle: /^(?:on|at)$/,
  rumble: /^in$/,
  thrilla: /^in$/,
  gunfight: /^at$/,
  mutiny: /^on$/,
  war: /^on$/,
};
/** "the Storming of the Bastille": a verb's noun, of which something follows. */
export const doing = /^\p{Lu}\p{Ll}{3,}ing$/u;
export const isOther = ({ folded }: Token): boolean => {
  const word = folded.replace(/'s?$/, '');
  return organisationHeads.has(word) || placeHeads.has(word);
};

/** "Government of | National Accord". */
export function isOfBody(tokens: readonly Token[], first: number): boolean {
  const [small, body] =
    tokens[first - 1]?.text === 'the' ? [tokens[first - 2], tokens[first - 3]] : [tokens[first - 1], tokens[first - 2]];
  return /^(?:of|for)$/.test(small?.text ?? '') && body?.isCapital === true && organisationHeads.has(body.folded);
}

/** A later head takes all before it along: "World Cup Organising Committee", "Sheffield World Masters Trophy". */
export function goesOn(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + 4; at++) {
    const token = tokens[at]!;
    if (!token.isCapital || (at > from && !near.test(token.gap))) return false;
    if (isOther(token) || nameHeads.has(token.folded)) return true;
  }
  return false;
}

export const withoutOwner = (word: string): string => word.replace(/['’ʼ]s?$/u, '');
const owners =
  /^(?:queen|king|prince|princess|president|mayor|lord|emperor|governor|people|women|men|children|workers|farmers|miners|students|peasants|citizen|citizens)['’]?s?$/i;
export const ordinal =
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|great|grand|super|new|world|civil|royal|long|black|red|white|green|blue|gulf|cold|[ivxl]+)$/;

/** The first word of the name that ends with the noun at `at`; `at` itself where nothing before it belongs to it. */
export function leftOf(tokens: readonly Token[], at: number, gazetteer: Gazetteer): number {
  let first = at;
  while (first > 0 && at - first < wordsMax) {
    const gap = tokens[first]!.gap;
    const before = tokens[first - 1]!;
    if (/^Saint$|^St$/.test(before.text) && /^\.?\s+$/.test(gap)) {
      first--;
      break;
    }
    if (!near.test(gap)) break;
    if (before.isCapital) {
      if (!belongsBefore(tokens, first - 1, at, gazetteer)) break;
      first--;
      continue;
    }
    if (year.test(before.text) && space.test(gap) && isYearBefore(tokens[first - 2])) {
      first--;
      break;
    }
    const isDay = /^\d{1,2}$/.test(before.text) && first < at && isMonth.test(tokens[first]!.text);
    if ((isDay || isCounted(before.text, tokens[at]!.folded)) && space.test(gap)) {
      first--;
      break;
    }
    const step = smallBefore(tokens, first - 1);
    if (step === 0 || !belongsBefore(tokens, first - 1 - step, at, gazetteer)) break;
    first -= 1 + step;
  }
  return first;
}

/** "25 January Revolution". */
const isMonth = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "24th Olympiad"; "228 Incident" and "8888 Uprising" have a day for their name. */
const isCounted = (number: string, head: string): boolean =>
  /^\d+(?:st|nd|rd|th)$/.test(number) ||
  (/^\d{3,4}$/.test(number) && /^(?:incident|uprising|rising|coup|revolution|protests)$/.test(head));

/** Not in "since 2012 World Cups have …" or "in 2012 Cup games": there the year is a time. */
const isYearBefore = (before: Token | undefined): boolean =>
  before === undefined || !/^(?:in|since|until|by|before|after|from|to|of)$/i.test(before.text);

/** How many small words lead back from `at` to another capital: "Bay of | Pigs", "Expedition of the | Thousand". */
function smallBefore(tokens: readonly Token[], at: number): number {
  const [small, before] = [tokens[at]!, tokens[at - 1]];
  if (!before || !space.test(small.gap)) return 0;
  // "Kentucky Campaign of the | American Civil War": each is an event of its own.
  if (nameHeads.has((before.text === 'of' ? tokens[at - 2] : before)?.folded ?? '')) return 0;
  if (/^(?:of|de|del|di|du|da)$/.test(small.text) && before.isCapital)
    return organisationHeads.has(before.folded) ? 0 : 1;
  if (
    small.text === 'and' &&
    before.isCapital &&
    /^(?:the|its|their|a|this|that|whose)$/i.test(tokens[at - 2]?.text ?? '')
  )
    return 1;
  const [over] = [tokens[at - 2]];
  return small.text === 'the' && before.text === 'of' && over?.isCapital && space.test(before.gap) ? 2 : 0;
}

function belongsBefore(tokens: readonly Token[], at: number, head: number, gazetteer: Gazetteer): boolean {
  const token = tokens[at]!;
  const word = withoutOwner(token.text);
  const isOwner = word !== token.text;
  if (!token.isCapital) return false;
  if (isOwner && !owners.test(token.text)) {
    // "the Bishop's Regatta" is one name, "Britain's Open" two.
    const isLed =
      /^(?:expedition|campaign|offensive|landing|landings|initiative|raid|trial|trials|march|withdrawal|invasion)$/.test(
        tokens[head]!.folded,
      );
    if (isLed || at !== head - 1 || (gazetteer.place(word)?.size === 'n' && tokens[head]!.folded !== 'cup'))
      return false;
  }
  const folded = fold(word);
  const isCount =
    /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|eighty|hundred)$/.test(
      folded,
    );
  if (isCount && token.opens && !/^(?:years?|days?|weeks?|power|party|nations|points)$/.test(tokens[at + 1]!.folded))
    return false;
  const isPrefix = folded === 'all' && /^[-‐‑–]$/u.test(tokens[at + 1]!.gap);
  if (functionWords.has(folded) && !isCount && !isPrefix && !ordinal.test(folded)) return false;
  if (/^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/.test(folded))
    return (
      (at < head - 1 && /^(?:night|morning)$/.test(tokens[at + 1]!.folded)) ||
      (/^(?:good|bloody|black|easter|holy|ash|palm|red|super)$/.test(tokens[at - 1]?.folded ?? '') &&
        space.test(token.gap))
    );
  if (isCalendarWord(folded) && !/^(?:day|massacre|revolution|uprising|movement|rising)$/.test(tokens[head]!.folded)) {
    return (
      /^(?:october|september|february|march|april|may|june|july|november|december|january|august)$/.test(folded) &&
      head - at <= 2
    );
  }
  if (
    !isOwner &&
    titles.has(folded) &&
    !gazetteer.place(word) &&
    !/^(?:grand|prince|king|queen|president|presidents|general|saint|st|field|capital)$/.test(folded)
  )
    return false;
  if (!isOwner && roles.has(folded) && !titles.has(folded) && token.opens) return false;
  if (isCount || !token.opens || (isOwner && /^(?:day|eve|birthday)$/.test(tokens[head]!.folded))) return true;
  const isOrdinary = gazetteer.isWord(word) && !gazetteer.place(word) && !isDemonym(folded);
  return !isOrdinary || ordinal.test(folded) || organisationFronts.has(folded) || directions.has(folded);
}

/** What a year tells from others of its kind: "Great Flood of 1993". */
const dated =
  /^(?:floods?|storm|famine|blizzard|earthquake|hurricane|fires?|freeze|drought|crash|panic|massacre|wars?|rising|revolt|revolutions|epidemic|plague)$/;

/** The last word of the name: after "of", with a number, or the noun itself. */
export function rightOf(tokens: readonly Token[], at: number, first: number, gazetteer: Gazetteer): number {
  const { folded } = tokens[at]!;
  const [next, second, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!next || !space.test(next.gap) || tokens[at]!.text !== withoutOwner(tokens[at]!.text)) return at;
  const isWorldWar = folded === 'war' && tokens[at - 1]?.folded === 'world';
  if (
    roman.test(next.text) &&
    (isWorldWar || next.text !== 'I' || !second || second.gap !== ' ' || !/^\p{Ll}/u.test(second.text))
  )
    return at + 1;
  if (/^(?:One|Two|Three)$/.test(next.text) && folded === 'war') return at + 1;
  if (next.text === 'of' && second && year.test(second.text) && dated.test(folded))
    return space.test(second.gap) && tokens[at + 3]?.gap !== '-' ? at + 2 : at;
  if (!ofHeads.has(folded) && folded !== 'copa' && !(first === at && doing.test(tokens[at]!.text))) return at;
  if (/^d['’]\p{Lu}/u.test(next.text)) return capitalsFrom(tokens, at + 1, gazetteer);
  if (folded === 'copa' && next.isCapital) return capitalsFrom(tokens, at + 1, gazetteer);
  if (!joint.test(next.text) || !second) return at;
  const isGreat =
    first === at || tokens.slice(first, at).every(({ folded: word }) => ordinal.test(word) || isDemonym(word));
  if (year.test(second.text) && next.text === 'of') return isGreat && space.test(second.gap) ? at + 2 : at;
  if (/^(?:on|in|to|for|from|at)$/.test(next.text) && !ownJoints[folded]?.test(next.text)) return at;
  if (
    /^(?:conference|council|fire|trial|race|raid|rebellion|revolt|revolution|massacre)$/.test(folded) &&
    first < at &&
    !isGreat
  )
    return at;
  if (/^(?:conference|council|race|raid|trial|diet|revolution|revolutions|rebellion|revolt)$/.test(folded) && !isGreat)
    return at;
  const opener = second.text === 'the' || second.text === 'la' || second.text === 'los' ? third : second;
  if (
    !opener?.isCapital ||
    isCalendarWord(opener.folded) ||
    !/^(?:\s+|['’])$/.test(second.gap) ||
    !/^(?:\s+|['’])$/.test(opener.gap)
  )
    return at;
  // Church councils were held in towns; a Council of Ministers sits.
  if (folded === 'council' && !'cmltv'.includes(gazetteer.place(opener.text)?.size ?? '-')) return at;
  return capitalsFrom(tokens, tokens.indexOf(opener), gazetteer);
}

/** From a capital on, as far as the name of one thing goes. */
function capitalsFrom(tokens: readonly Token[], from: number, gazetteer: Gazetteer): number {
  let last = from;
  while (last + 1 < tokens.length && last - from < wordsMax) {
    const next = tokens[last + 1]!;
    if (/['’ʼ]s?$/u.test(tokens[last]!.text) || isCalendarWord(next.folded)) break;
    const over = tokens[last + 2];
    if (next.isCapital && near.test(next.gap)) last++;
    // "Battle of Pul-i-Sang".
    else if (over?.isCapital && hyphen.test(next.gap) && hyphen.test(over.gap)) last += 2;
    else if (
      next.text === 'and' &&
      over?.isCapital &&
      space.test(next.gap) &&
      space.test(over.gap) &&
      tokens[last + 3]?.isCapital !== true &&
      gazetteer.place(over.text) === null &&
      !isDemonym(over.folded) &&
      gazetteer.isWord(over.text)
    )
      last += 2;
    else if (next.text === 'the' && over?.isCapital && space.test(next.gap)) last += 2;
    else break;
  }
  return last;
}

/** Of those that overlap the longest. */
export function longest(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => other.start < span.end && span.start < other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
