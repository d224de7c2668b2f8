/**
 * Events where they stand in a sentence: a noun of happening, and what it is about either after it ("siege of Deir ez-Zor")
 * or before it ("Kargil conflict", "1979 revolution").
 */
import type { Entity, Mention, Passage, Span } from '../model.ts';
import { datesWithin, type Interval } from '../text/dates.ts';
import { everyMatch } from '../text/every-match.ts';
import { fold } from '../text/fold.ts';
import { capital, compoundAt, monthNames } from './event-compounds.ts';
import {
  type EventClass,
  eventClassOf,
  eventNouns,
  everydayNouns,
  introducedNouns,
  introducible,
  namedNouns,
  ofPeople,
  ofPlaces,
  unnamedByOrganisation,
} from './event-nouns.ts';
import { befalls, suffers } from './event-shapes.ts';
import { functionWords, isCalendarWord, isDemonym, titles } from './lexicon.ts';

/** An entity before it has its number. */
export type Draft = Omit<Entity, 'id'>;

/** A name where it stands. */
export interface Named extends Span {
  readonly of: Draft;
}

/** An event where it stands. */
export interface Occurrence extends Mention {
  readonly text: string;
  readonly noun: string;
  readonly kind: EventClass;
  /** What it is about: a name's key, a people, a year. */
  readonly about: string;
  readonly dates: readonly Interval[];
}

const nounPattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${eventNouns.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');
/** Words between a name and the noun: "Syrian civil war", "Sewol ferry disaster", "anti-Sikh riots". */
const adjective =
  "(?:civil|peace|proxy|border|hostage|refugee|climate|nuclear|presidential|parliamentary|senate|gubernatorial|mayoral|state|national|provincial|regional|federal|leadership|general|local|legislative|municipal|bank|banking|gas|oil|debt|trade|military|air|ground|naval|suicide|terror|terrorist|chemical|missile|airport|port|embassy|school|hotel|station|metro|church|mosque|synagogue|temple|prison|hospital|market|university|stadium|theatre|theater|nightclub|café|dam|mine|mining|factory|barracks|submarine|ship|food|bread|salt|water|bus|train|tram|plane|car|ferry|rail|tube|pipeline|space|shuttle|financial|economic|currency|political|constitutional|world|independence|liberation|guerrilla|drug|drugs|arms|spy|doping|corruption|bribery|phone-hacking|student|students['’]|schoolgirls?|women['’]s|workers['’]|miners['’]|peasant|peasants['’]|slave|tax|language|race|influenza|flu|witch|treason|murder|war[- ]crimes|death|conspiracy|gang|rape|mortgage|match-fixing|expenses|abuse|donors?|unity|reconciliation|fuel|fodder|communal|cholera|ebola|polio|gold|land|leadership|succession|cod|football|letter|bomb|truck|subway|marathon|cave|valley|post-election|pre-election|anti-\\p{L}+|pro-\\p{L}+|armed|popular|failed|foiled|bloody|great)";
const adjectivesOnly = new RegExp(`^\\s+(?:${adjective}\\s+){0,2}$`, 'u');
/** "Exxon Valdez | oil": capitals that stand together right before the noun and what goes with it. */
const capitalsBefore = new RegExp(
  `(?:^|(?<before>[\\p{L}’'-]+)(?:,|:)?\\s+["“‘]?)(?<name>${capital}(?:\\s+(?:(?:of|de|del|and|the|al)\\s+)?${capital}){0,4})\\s+(?<between>(?:${adjective}\\s+){0,2})$`,
  'u',
);
const demonymBefore = new RegExp(
  `(?<![\\p{L}-])(?<people>\\p{Lu}\\p{L}+(?:[-–]\\p{Lu}\\p{L}+)?)\\s+(?:${adjective}\\s+){0,2}$`,
  'u',
);
/** "1979 revolution", "July 1966 counter-coup", "September 11 attacks", "7 October attacks". */
const timeBefore = new RegExp(
  `(?<![\\p{N}\\p{L}.,-])(?<time>(?:${monthNames}\\s+)?(?:1\\d{3}|20\\d\\d)(?:[-–]\\d{2,4})?|${monthNames}\\s+\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\s+${monthNames})\\s+(?:\\p{Lu}\\p{Ll}+(?:ic|an|ese|ish|i)\\s+)?(?:${adjective}\\s+){0,2}$`,
  'u',
);
const determiner = '(?:the|a|an|its|his|her|their|all|both|this|that)';
/** What may stand between "of" and the name: "the Russian ambassador to", "the town of". */
const gapToName = new RegExp(
  `^\\s+(?:${determiner}\\s+)?(?:(?!(?:was|were|is|are|had|has|have|that|which|who|whom|by|and|or|but|with|from|since|during|after|before|when|where|as|than|said|will|would|more|least|this|last|next|late|early|mid)\\b)[\\p{L}’'-]+\\s+){0,4}$`,
  'u',
);
/** What the name is said to be belongs to it: "the Marine barracks", "Hodeidah's fishing harbour". */
const tail =
  /^(?:['’]s\s+(?:\p{Ll}+\s+)?)?\s*\b(?:barracks|embassy|consulate|airport|airfield|air\s?base|base|bridge|dam|hospital|school|mosque|church|district|city|province|governorate|ambassador|president|leader|minister|general|commander|government|army|convoy|pipeline|port|harbour|harbor|parliament|camp)\b/u;
const rolePattern =
  /^\s+(?:the|a|an|his|her|their|its)\s+(?:(?:\p{Lu}\p{L}+|former|senior|top|deputy|then|chief)\s+){0,2}(?:ambassador|president|prime minister|foreign minister|defen[cs]e minister|minister|king|queen|emperor|shah|tsar|czar|archduke|governor|mayor|general|commander|leader|bishop|archbishop|pope|sultan|premier|chancellor|consul|envoy|journalist|hostages?|prisoners?)\b/u;
const unreal =
  /\b(?:no|any|every|each|another|such|possible|potential|future|planned|feared|expected|further|more|new)\s+$/iu;

/** Events within a passage, in order; `named` are the names in it, in order. */
export function occurrencesIn(passage: Passage, named: readonly Named[]): Occurrence[] {
  const { article, id } = passage;
  // What is about an event is a part of it, and no other one.
  const subjects = named.filter(({ of }) => of.type !== 'event');
  const found: Occurrence[] = [];
  for (const sentence of article.blocks[passage.block]?.sentences ?? []) {
    if (sentence.start < passage.start || sentence.end > passage.end) continue;
    const words = article.text.slice(sentence.start, sentence.end);
    for (const match of everyMatch(words, nounPattern)) {
      const start = sentence.start + match.index;
      const noun = { start, end: start + match[0].length };
      if (named.some((name) => name.start < noun.end && noun.start < name.end)) continue;
      if (found.some((event) => event.start < noun.end && noun.start < event.end)) continue;
      const other = named.find(
        ({ of, end }) => of.type === 'event' && end <= noun.start && /^\s+$/u.test(article.text.slice(end, noun.start)),
      );
      if (other && !befalls.test(match[0])) continue;
      const event = other
        ? { start: other.start, end: noun.end, about: keyOf(other.of.name) }
        : eventAt(article.text, sentence, noun, subjects);
      if (!event) continue;
      found.push({
        ...{ start: event.start, end: event.end, passage: id, about: event.about },
        text: article.text.slice(event.start, event.end).replace(/\s+/gu, ' '),
        noun: fold(match[0]),
        kind: eventClassOf(fold(match[0]))!,
        dates: datesWithin(article, sentence).flatMap(({ value }) => value ?? []),
      });
    }
  }
  return found;
}

interface Event extends Span {
  readonly about: string;
}

function eventAt(text: string, sentence: Span, noun: Span, named: readonly Named[]): Event | null {
  const word = text.slice(noun.start, noun.end);
  const folded = fold(word);
  const kind = eventClassOf(folded)!;
  const before = text.slice(sentence.start, noun.start);
  if (unreal.test(before)) return null;
  if ((namesItself.has(kind.name) || isMet(text, noun, named, folded)) && !/^\p{Lu}/u.test(word)) {
    const event = namedBefore(text, sentence, noun, named, folded, before);
    if (event) return event;
  }
  return (
    toldAfter(text, sentence, noun, named, kind, before) ??
    ((kind.isNamed || namedNouns.has(folded)) && !/^\p{Lu}/u.test(word)
      ? namedBefore(text, sentence, noun, named, folded, before)
      : null)
  );
}

/** Of these a name before the noun tells more than what stands behind: "the Chernobyl disaster in Ukraine". */
const namesItself: ReadonlySet<string> = new Set(['disaster', 'crisis', 'massacre', 'revolution', 'coup']);

/** Who meets or where tells more, too: "the G20 summit in Brisbane", "the Geneva talks on Yemen". */
function isMet(text: string, noun: Span, named: readonly Named[], folded: string): boolean {
  if (!/^(?:summit|conference|process|talks|negotiations)$/.test(folded)) return false;
  const name = named.findLast(({ end }) => end <= noun.start);
  if (!name || !adjectivesOnly.test(text.slice(name.end, noun.start))) return false;
  return name.of.type === 'place' || (folded === 'summit' && name.of.type !== 'person');
}

/** "siege of Deir ez-Zor", "bombing of the Marine barracks", "assassination of the ambassador". */
function toldAfter(
  text: string,
  sentence: Span,
  noun: Span,
  named: readonly Named[],
  kind: EventClass,
  before: string,
): Event | null {
  const after = text.slice(noun.end, sentence.end);
  const joint = new RegExp(`^\\s+(?<joint>${kind.joints.replaceAll(' ', '|')})(?=\\s)`, 'u').exec(after);
  if (!joint) return null;
  const word = fold(text.slice(noun.start, noun.end));
  const isPlain =
    everydayNouns.has(word) &&
    !/\b(?:the|this|that|’s|'s|first|second|third|last|final)\s+(?:\p{L}+\s+)?$/iu.test(before);
  const from = noun.end + joint[0].length;
  const next = named.find(({ start }) => start >= from);
  if (next && gapToName.test(text.slice(from, next.start)) && !isPlain) {
    // "in" before a person or a body is another thing: "war in Parliament".
    const isPlaced = joint.groups!['joint'] !== 'in' && joint.groups!['joint'] !== 'at';
    // A body meets every other week.
    const isRoutine = kind.name === 'talks' && next.of.type === 'organisation';
    if (!isRoutine && (isPlaced || next.of.type === 'place' || next.of.type === 'untyped')) {
      const end = next.end + (tail.exec(text.slice(next.end, sentence.end))?.[0].length ?? 0);
      return { start: noun.start, end: Math.min(end, sentence.end), about: keyOf(next.of.name) };
    }
  }
  const role =
    kind.joints === 'of' && kind.name !== 'founding' ? rolePattern.exec(text.slice(from, sentence.end)) : null;
  if (!role || isPlain) return null;
  return { start: noun.start, end: from + role[0].length, about: fold(role[0]).trim() };
}

/** "Kargil conflict", "Syrian civil war", "1979 revolution". */
function namedBefore(
  text: string,
  sentence: Span,
  noun: Span,
  named: readonly Named[],
  folded: string,
  before: string,
): Event | null {
  const name = named.findLast(({ end }) => end <= noun.start && end > sentence.start);
  if (
    introducedNouns.has(folded) &&
    !/(?<!\p{L})the(?=\s+\p{Lu}(?:[^,;:.]|(?<=\b\p{Lu})\.)*$)/iu.test(before.slice(-60))
  )
    return null;
  if (name && name.start >= sentence.start && adjectivesOnly.test(text.slice(name.end, noun.start))) {
    const { type } = name.of;
    const isThe = /(?<!\p{L})the\s+$/iu.test(text.slice(0, name.start).slice(-6));
    const isDated = yearLength(text.slice(sentence.start, name.start)) > 0;
    const isRoutine =
      ((type === 'organisation' || type === 'person') &&
        unnamedByOrganisation.has(folded) &&
        !isDated &&
        !(isThe && /^(?:bombing|protests)$/.test(folded)) &&
        !suffers.test(text.slice(name.start, noun.start))) ||
      (type === 'untyped' && folded === 'games');
    // "Putin war" is no name, "Dreyfus affair" is one.
    const isPersonal =
      type === 'person' &&
      noun.start - name.end <= 1 &&
      ofPeople.test(folded) &&
      !(isThe && introducible.test(folded)) &&
      !(isThe && /\s/u.test(text.slice(name.start, name.end)) && ofPlaces.test(folded));
    if (
      !isRoutine &&
      !isPersonal &&
      !isVerb(folded, text.slice(sentence.start, name.start), text.slice(name.end, noun.start))
    ) {
      const start = pairedStart(text, name, named);
      const year = yearLength(text.slice(sentence.start, start));
      return { start: start - year, end: noun.end + attempted(text, noun, sentence), about: keyOf(name.of.name) };
    }
  }
  const time = timeBefore.exec(before);
  if (time) {
    const about = time[0].trim().toLowerCase();
    return { start: sentence.start + time.index, end: noun.end + attempted(text, noun, sentence), about };
  }
  const capitals = capitalsAt(before, folded);
  if (capitals && !named.some(({ end }) => end > sentence.start + capitals.start && end <= noun.start)) {
    const start = sentence.start + capitals.start;
    return { start, end: noun.end, about: keyOf(capitals.name) };
  }
  const compound = compoundAt(before, folded);
  if (compound) {
    const start = sentence.start + compound.start;
    const within = named.find((one) => one.end > start && one.end <= noun.start);
    if (compound.isFlight) return { start, end: noun.end, about: keyOf(compound.name) };
    if (within?.of.type !== 'organisation' && within?.of.type !== 'event')
      return { start, end: noun.end, about: keyOf(within?.of.name ?? compound.name) };
  }
  const people = demonymBefore.exec(before);
  const isPeople = people?.groups?.['people']?.split(/[-–]/u).every((part) => isDemonym(fold(part)));
  const isOwn =
    /^(?:war|conflict|revolution|uprising|revolt|rebellion|insurgency|crisis|coup|genocide|massacre|intifada|famine|elections?|referendum|affair|invasion|intervention|armistice|flu|plague|rising|reunification|unification)$/;
  if (!people || !isPeople || !isOwn.test(folded)) return null;
  return { start: sentence.start + people.index, end: noun.end, about: fold(people.groups!['people']!) };
}

const yearLength = (before: string): number =>
  /(?<![\p{N}\p{L}.,-])(?:1\d{3}|20\d\d)\s+$/u.exec(before)?.[0].length ?? 0;

/** Capitals that nobody took for a name: "the Mau Mau uprising", "the Sewol ferry disaster". */
function capitalsAt(before: string, noun: string): { start: number; name: string } | null {
  const match = capitalsBefore.exec(before);
  const name = match?.groups?.['name'];
  if (!match || !name) return null;
  const isIntroduced = /^(?:the|a|this|that|[’']s)$/i.test(match.groups!['before'] ?? '');
  const words = name.split(/\s+/u);
  const isOpening = match.groups!['before'] === undefined || /["“‘]/u.test(match[0]);
  if (
    words.length === 1 &&
    (isOpening || functionWords.has(fold(name)) || isCalendarWord(fold(name)) || isDemonym(fold(name)))
  )
    return null;
  if (isOpening && functionWords.has(fold(words[0]!))) {
    if (words.length === 1 || words[0] !== 'The') return null;
    return { start: match.index + match[0].indexOf(name) + 4, name: name.slice(4) };
  }
  if (titles.has(fold(words[0]!)) || (!isIntroduced && everydayNouns.has(noun))) return null;
  return { start: match.index + match[0].lastIndexOf(name), name };
}

/** A year tells these from others of their kind. */
const ofYear =
  /^(?:famine|floods?|earthquake|hurricane|fire|massacre|war|epidemic) of (?:1\d{3}|20\d\d)(?![\p{L}\p{N}-])/u;

/** "coup attempt", "famine of 1943": how much of what stands behind belongs to the noun. */
const attempted = (text: string, noun: Span, sentence: Span): number =>
  /^\s+(?:attempts?|plot)(?![\p{L}-])/u.exec(text.slice(noun.end, sentence.end))?.[0].length ??
  (ofYear.test(text.slice(noun.start, noun.end + 9)) ? ' of 1943'.length : 0);

/** "Norrby attacks" may be what Norrby does; "the Norrby attacks" and "Norrby peace talks" are not. */
const isVerb = (noun: string, before: string, between: string): boolean =>
  /^(?:attacks|strikes|raids|talks|protests|marches|clashes|battles|revolts|fires|floods|conflicts|campaigns|pushes|deals|votes|advances|releases|falls)$/.test(
    noun,
  ) &&
  between.trim() === '' &&
  !/\b(?:the|these|those|all|recent|new|first|second|third|last|during|after|before|since|in|of|at|from|to|for|on|about|over|with|\d{4})\s+$/iu.test(
    before,
  );

/** "The Norrby and Estwick massacre": two names before the noun are one event's. */
function pairedStart(text: string, name: Named, named: readonly Named[]): number {
  const other = named.findLast(({ end }) => end < name.start);
  const isPair =
    other &&
    /^\s+and\s+$/u.test(text.slice(other.end, name.start)) &&
    /\bthe\s+$/iu.test(text.slice(0, other.start).slice(-5));
  return isPair ? other.start : name.start;
}

export const keyOf = (name: string): string => fold(name).replace(/^the\s+/, '');
