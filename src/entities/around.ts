/** What the words around a mention say of its type: titles, roles, verbs, prepositions, appositions. */
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import type { Add, Evidence } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isDemonym, organisationNouns, placeNouns, roles, speechVerbs, titles } from './lexicon.ts';
import type { Run } from './runs.ts';

/** Characters looked at on either side of a mention. */
const reach = 64;

/** Whom a text names so it goes on to call by a given name. */
export const relationReason = 'a relation before it';

type Cue = readonly [pattern: RegExp, type: Parameters<Add>[0], weight: number, reason: string];

const before: readonly Cue[] = [
  [
    /(?:advanc\w+ (?:on|to|towards?|into)|push\w* (?:into|towards?)|enter(?:ed|s|ing)?|reach(?:ed|es|ing)?|retook|retaken|recaptur\w+|seiz\w+|liberat\w+|shell(?:ed|s|ing)(?: of)?|bombard\w+(?: of)?|clear(?:ed|ing)|storm(?:ed|ing)|surround\w+|withdr[ae]w\w* from|evacuat\w+(?: from)?|displaced from|positions (?:in|at|near|around)|toward) (?:the )?$/,
    'place',
    0.9,
    'words of a campaign before it',
  ],
  [
    /(?:^|\s)(?:peak|island|village|town|city|river|hill|port|suburb|province|region|capital|base|mountain|lake|oasis|crossing|district)(?: too)?, $/,
    'place',
    2,
    'a noun of places before it',
  ],
  [/(?:^|\s)(?:in|near|outside|inside|throughout) (?:the )?$/, 'person', -0.5, 'a preposition of place before it'],
  [
    /(?:city|town|village|province|port|region|district|island|capital|governorate|state|valley|mountains?|outskirts|suburbs?|hamlet|oblast|area|river|border|airport|banks|coast|shores|(?:cities|towns|villages|provinces|ports|regions|districts|islands|communities|residents|inhabitants|palace|castle|monastery)) of (?:the )?$/,
    'place',
    3,
    'a noun of places before it',
  ],
  [
    /(?:^|\s)(?:city|town|village|river|lake|mount|island|suburb|hamlet|port) $/,
    'place',
    2,
    'a noun of places before it',
  ],
  [
    /(?:^|\s)(?:in|near|outside|inside|throughout|across) (?:the )?(?:(?:city|town|village) of )?$/,
    'place',
    1.3,
    'a preposition of place before it',
  ],
  [/(?:^|\s)(?:at|around|between|towards?|via|through) (?:the )?$/, 'place', 0.6, 'a preposition of place before it'],
  [/(?:^|\s)(?:from|to|into|over|off|onto) (?:the )?$/, 'place', 0.4, 'a preposition of direction before it'],
  [
    /(?:arriv\w+ in|travell?\w* to|fl[ei]w\w* (?:to|from)|born in|liv\w+ in|based in|sail\w* (?:to|from|for)|head\w* (?:to|for)|retreat\w* (?:to|from)|return\w* to|fled (?:to|from)?|road (?:to|from)|north of|south of|east of|west of|miles (?:from|of)|km (?:from|of)|kilomet\w+ (?:from|of)|captured|besieged|recaptured|occup\w+|mayor of|governor of|people of|residents of|countryside of|centre of|center of|half of|parts of|north-?east of|south-?east of|north-?west of|south-?west of) (?:the )?$/,
    'place',
    1.2,
    'words of movement or position before it',
  ],
  [
    /(?:^|\s)(?:(?:north|south|east|west)(?:ern|east|west|-?eastern|-?western)?|central|coastal|downtown|rural|upper|lower|mainland|occupied|inland) $/,
    'place',
    1.6,
    'a direction before it',
  ],
  [
    /(?:members?|fighters?|militants?|troops|units?|leaders?|commander|spokes\w+|shares|employees|ranks|founder|arm|wing|branch|board|chief executive|ceo|chairman|chairwoman) (?:of|from|for|in|at) (?:the )?$/,
    'organisation',
    1.4,
    'members or officers before it',
  ],
  [
    /(?:joined|founded|co-founded|fund\w* by|acquir\w+|sued|works? for|worked for|employed by|backed by|supported by|owned by|published by|published in|writing in|according to the|group|company|firm|newspaper|magazine|daily|movement|party|agency|operator|charity|broadcaster|producer) $/,
    'organisation',
    1.1,
    'words of organisations before it',
  ],
  [/(?:^|\s)the $/, 'person', -0.9, '"the" before it'],
  [
    /(?:his|her|their|my|our|your|'s) (?:\w+ )?(?:grandfather|grandmother|brother|sister|wife|husband|son|daughter|father|mother|uncle|aunt|cousin|nephew|niece|friend|colleague|successor|predecessor|deputy|boss|rival),? (?:sir |lady )?$/,
    'person',
    2.5,
    relationReason,
  ],
  [
    /(?:named|called|nicknamed|born|married|widow of|son of|daughter of|brother of|wife of|aged|arrest of|trial of|death of|killing of|assassination of|funeral of|biography of|met with|told|accused|thanked|replaced|succeeded) $/,
    'person',
    0.9,
    'words of people before it',
  ],
];

const after: readonly Cue[] = [
  [
    /^ (?:axis|front|frontline|pocket|junction|heights|salient|sector|basin|oil ?field|gas ?field|barracks|outskirts|bank|reservoir|power station|camp|canal|gorge|pass|quarter|island|islands|communities|axis)\b/,
    'place',
    1.5,
    'a noun of places after it',
  ],
  [/^,? \(?(?:aged )?\d\d(?:,|\)|$)/, 'person', 2.5, 'an age after it'],
  [/^,? who\b/, 'person', 2, '"who" after it'],
  [/^ (?:himself|herself)\b/, 'person', 3, '"himself" or "herself" after it'],
  [
    /^'s?,? (?:\w+ )?(?:brother|sister|wife|husband|son|sons|daughter|father|mother|uncle|aunt|cousin|nephew|widow|parents|lawyers?|death|predecessor|successor|career|hands?|face|voice|life|remarks|aides?|biographers?|body|grave|desk|office)\b/,
    'person',
    1.4,
    "somebody's relations or doings after it",
  ],
  [/^,? (?:and|or) (?:his|her)\b/, 'person', 1, '"and his" after it'],
  [
    /^(?:'s)? (?:fighters?|militants?|militia|militiamen|spokes\w+|officials?|members?|supporters|shares?|stock|executives?|employees|gunmen|chief|leader|leadership|commander|boss|coach|striker|defender|goalkeeper|midfielder|fans|contractors|mercenaries|subsidiary|headquarters|bureau|loyalists|ministers|lawmakers|deputies|mps)\b/,
    'organisation',
    1.3,
    'members or officers after it',
  ],
  [
    /^ (?:airfield|air base|airbase|airport|province|city|border|countryside|port|region|district|coast|highway|governorate|town|village|valley|river|area|county|suburb|neighbou?rhood|prison|dam|crossing|hills|mountains|plain|road|peninsula|refinery|hospital|station|hotel)\b/,
    'place',
    2,
    'a noun of places after it',
  ],
  [
    /^(?:'s) (?:government|president|capital|border|borders|economy|parliament|prime|population|coast|coastline|airport|mayor|port|streets|outskirts|suburbs|residents|northern|southern|eastern|western|north|south|east|west|central bank|territory|currency|exports|old city|harbour|harbor)\b/,
    'place',
    1.4,
    'what only a place has after it',
  ],
  [
    /^,? (?:the )?(?:capital|birthplace|(?:largest|biggest|main|second) (?:city|town|port)|home to)\b/,
    'place',
    1.5,
    'words of places after it',
  ],
  [/^-(?:based|born|born|area|bound)\b/, 'place', 2.2, '"-based" or "-born" after it'],
  [
    /^-(?:led|backed|allied|linked|affiliated|aligned|run|controlled|owned|funded)\b/,
    'organisation',
    0.5,
    '"-led" or "-backed" after it',
  ],
  [
    /^ (?:announced|reported|published|launched|was founded|were founded|owns|operates|employs|acquired|sells|manufactures|merged|issued|deployed|controls|controlled)\b/,
    'organisation',
    0.8,
    'a verb of organisations after it',
  ],
  [/^ \((?:the )?[a-z]{2,6}\)/, 'organisation', 1, 'an abbreviation in brackets after it'],
];

export function aroundEvidence(text: string, run: Run, gazetteer: Gazetteer): Evidence[] {
  const found: Evidence[] = [];
  const add: Add = (type, weight, reason) => found.push({ type, weight, reason });
  const { sentence } = run;
  const left = fold(text.slice(Math.max(sentence.start, run.start - reach), run.start));
  const plainRight = text.slice(run.end, Math.min(sentence.end, run.end + reach));
  const right = fold(plainRight);
  if (run.titles.length > 0) add('person', 3, `the title "${run.titles.join(' ')}" before it`);
  for (const [pattern, type, weight, reason] of before) if (pattern.test(left)) add(type, weight, reason);
  for (const [pattern, type, weight, reason] of after) if (pattern.test(right)) add(type, weight, reason);
  plural(text.slice(run.start, run.end), left, add);
  previousWord(left, add);
  speech(left, right, add);
  apposition(plainRight, add);
  dateline(text, run, right, add);
  const country = /^,\s+((?:\p{Lu}[\p{L}.]*\s?){1,3})/u.exec(plainRight)?.[1]?.trim();
  if (country && 'ncr'.includes(gazetteer.place(country)?.size ?? '-') && !/(?:,|and)\s+$/.test(left))
    add('place', 0.9, `"${country}" after it`);
  return found;
}

/** "the Houthis", "the Vipers": many, who are no one person. */
function plural(name: string, left: string, add: Add): void {
  if (!/(?:^|\s)the $/.test(left) || !/^\p{Lu}\p{Ll}{2,}[^su]s$/u.test(name)) return;
  add('organisation', 1, '"the" before it and a plural');
  add('person', -1.2, '"the" before it and a plural');
}

function previousWord(left: string, add: Add): void {
  const previous = /(?:^|[\s"(-])([\p{L}'-]+),?\s$/u.exec(left)?.[1] ?? '';
  if (!roles.has(previous) && !titles.has(previous)) return;
  const isOf = /(?:^|\s)(?:the|a|an)\s+[\p{L}'-]+,\s$/u.test(left);
  if (/\s$/.test(left)) add('person', isOf ? 1.5 : 2.5, `the role "${previous}" before it`);
}

const afterPreposition = /(?:^|\s)(?:of|on|in|at|from|to|with|by|for|about|against|into|over|near|and) (?:the )?$/;
/** Verbs that only people are the subject of. */
const personal =
  /^ (?:recalled|recalls|remembered|remembers|smiled|laughed|shrugged|sighed|died|resigned|married|was born|wrote|explained|joked|nodded|grew up|thinks|thought|believes|believed)\b/;

function speech(left: string, right: string, add: Add): void {
  if (afterPreposition.test(left)) return;
  const next = wordsOf(right)[0]?.text ?? '';
  if (personal.test(right)) add('person', 1.6, 'a verb of people after it');
  else if (/^\s/.test(right) && speechVerbs.has(next)) {
    add('person', /(?:^|\s)the $/.test(left) ? 0.3 : 0.8, `the verb "${next}" after it`);
    add('organisation', 0.3, `the verb "${next}" after it`);
  }
  if (/["”,] (?:said|says|added|asked|replied|recalled|explained|wrote|told) $/.test(left))
    add('person', 1.8, 'who speaks a quotation');
}

/** "X, a port city", "X, the gas exporter", "X, the adviser to". */
function apposition(right: string, add: Add): void {
  // Words with capitals are other names: only small ones say what this one is.
  const described =
    /^(?:,|\s+is|\s+was|\s+\()\s*(?:the|a|an|his|her|its|their|one of the|then|now|who is|who was)\s+((?:[\p{L}'’-]+\s*){1,6})/u;
  const bare = /^,\s+((?:[\p{Ll}'’-]+\s*){1,2})/u;
  const phrase = described.exec(right)?.[1];
  const words = phrase ?? bare.exec(right)?.[1];
  if (!words) return;
  // The last noun before a small word is what the phrase turns on: "the Guards Corps commander".
  let said: Parameters<Add> | undefined;
  for (const word of words.trim().split(/\s+/)) {
    if (
      /^(?:of|in|on|at|from|to|for|with|by|and|that|which|said|says|told|where|near|has|had|is|was|who|whose)$/.test(
        word,
      )
    )
      break;
    if (roles.has(word)) said = ['person', 2.3, `the role "${word}" after it`];
    else if (phrase && organisationNouns.has(word) && !isDemonym(word))
      said = ['organisation', 1.8, `"${word}" after it`];
    else if (phrase && placeNouns.has(word)) said = ['place', 1.8, `"${word}" after it`];
  }
  if (said) add(...said);
}

/** "BEIRUT, Lebanon (AP) —": where a report was written. */
function dateline(text: string, run: Run, right: string, add: Add): void {
  const isFirst = /^[\s*_"“]*$/.test(text.slice(run.sentence.start, run.start));
  const isShouted = /^[\p{Lu}\s'’.-]+$/u.test(text.slice(run.start, run.end));
  if (isFirst && isShouted && /^(?:,? [^.]{0,40})?(?:\s[-–—]+\s|\s?—\s?|\s?\([^)]{2,24}\)\s?[-–—])/.test(right))
    add('place', 3, 'it opens a report');
}
