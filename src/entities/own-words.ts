/** What a name's own words say of its type: heads, fronts, endings, and what is known of them beforehand. */
import { fold } from '../text/fold.ts';
import type { Word } from '../text/words.ts';
import type { Casing } from './casing.ts';
import { beginsWithSurname } from './east-asian-names.ts';
import type { Add, Evidence, NamedType } from './evidence.ts';
import type { Gazetteer, PlaceClass } from './gazetteer.ts';
import { isGivenName } from './given-names.ts';
import {
  articles,
  directions,
  eventFronts,
  eventHeads,
  functionWords,
  isDemonym,
  organisationFronts,
  organisationHeads,
  particles,
  placeFronts,
  placeHeads,
} from './lexicon.ts';
import { firmTails, isForeignBody, legalForm, surnameHeads, teamFronts } from './organisation-words.ts';
import { loneBodies } from './run-words.ts';
import { isAbbreviation } from './trim.ts';

const placeWeights: Readonly<Record<PlaceClass, readonly [weight: number, what: string]>> = {
  n: [5, 'a country known beforehand'],
  c: [4.5, 'a capital known beforehand'],
  r: [3.5, 'a region or water known beforehand'],
  m: [3.5, 'a city of more than half a million'],
  l: [2.5, 'a city of more than a hundred thousand'],
  t: [1.7, 'a town known beforehand'],
  v: [1, 'a small place known beforehand'],
};

/** Endings of places, people and companies in many languages; weak, for names that nothing else tells. */
const endings: readonly (readonly [RegExp, NamedType, string])[] = [
  [
    /(?:stan|burg|burgh|ville|abad|pur|grad|shire|land|polis|stadt|dorf|heim|gorod|kand|kent|hafen|furt|vik|mouth|haven|bridge|wick)$/,
    'place',
    'an ending of places',
  ],
  [
    /(?:ov|ova|ev|eva|enko|sky|skiy|skyi|ski|ska|vich|vych|wicz|dze|shvili|yan|oglu|zadeh|nejad|pour|escu|sson|ez|ini|elli|opoulos|akis|ides|uk)$/,
    'person',
    'an ending of surnames',
  ],
  [
    /(?:prom|gaz|bank|neft|tel|corp|soft|tech|media|news|air|avia|petro|oil|press|net|werk|werke|trans|chem|pharma|tron|com|ware|vision|mobil|metall|blatt|zeitung|bras|visa|invest|fin|jet|pay|gesellschaft|konzern|bolaget|banken|verket)$/,
    'organisation',
    'an ending of companies',
  ],
];

export function ownEvidence(name: string, own: readonly Word[], gazetteer: Gazetteer, casing: Casing): Evidence[] {
  const found: Evidence[] = [];
  const add: Add = (type, weight, reason) => found.push({ type, weight, reason });
  const all = own.map(({ text }) => fold(text).replace(/'s?$/, ''));
  // "Division 13" turns on its noun.
  const words = all.length > 1 && /^\d+$/.test(all.at(-1)!) ? all.slice(0, -1) : all;
  const isShort = words.length === 1 && isAbbreviation(name);
  knownBeforehand(name, words, gazetteer, add);
  if (isShort) {
    if (!isCountry(name, gazetteer)) add('organisation', 2, 'an abbreviation in capitals');
  } else if (all.length > 1) heads(name, words, own, gazetteer, add);
  else if (mediaHeads.test(words[0] ?? '')) add('organisation', 1.2, 'a word that newspapers are called by');
  else if (loneBodies.test(words[0] ?? '')) add('organisation', 1.6, 'a body that news names by one word');
  else endingOf(words[0] ?? '', gazetteer, add);
  // People are mostly named in full first, and villages are not.
  if (/^al-\p{L}+$/iu.test(name)) add('place', 0.4, 'one word with the Arabic article');
  const isHeaded =
    found.some(({ weight, type }) => weight >= 1.6 && type !== 'place') ||
    found.some(({ reason }) => reason.startsWith('its '));
  const isPersonal = couldBeSomebody(words, gazetteer) || isSomebodys(words, gazetteer);
  if (!isShort && !(isHeaded && !isPersonal)) personalNames(words, own, gazetteer, casing, add);
  return found;
}

/** "UAE", "U.S.": an abbreviation that is a country or region, not a village that happens to be spelled so. */
const isCountry = (name: string, gazetteer: Gazetteer): boolean => 'ncr'.includes(gazetteer.place(name)?.size ?? '-');

function knownBeforehand(name: string, words: readonly string[], gazetteer: Gazetteer, add: Add): void {
  if (gazetteer.isOrganisation(name) || gazetteer.isOrganisation(name.replace(/^The /, '')))
    knownOrganisation(name, words, gazetteer, add);
  if (words.length === 1 && isAbbreviation(name) && name.length <= 5 && !isCountry(name, gazetteer)) return;
  const place = gazetteer.place(name.replace(/^St\.? /, 'Saint ')) ?? gazetteer.place(name);
  if (!place) {
    const alike = words.some((word) => gazetteer.isWord(word)) ? null : gazetteer.soundsLikePlace(name);
    if (alike)
      add(
        'place',
        placeWeights[alike.size][0] * (gazetteer.isPersonalName(name) ? 0.25 : 0.6),
        'it sounds like a town known beforehand',
      );
    return;
  }
  const [weight, what] = placeWeights[place.size];
  const isAlone = words.length === 1;
  const isSmall = !'ncr'.includes(place.size);
  const isWord = isAlone && isSmall && gazetteer.isWord(name);
  const isPerson = isAlone && isSmall && place.size !== 'm' && gazetteer.isPersonalName(name);
  const isShouted = isAlone && isSmall && isAbbreviation(name) && name.length <= 3;
  add('place', weight * (isWord ? 0.5 : isPerson ? 0.6 : 1) * (isShouted ? 0.3 : 1) + (isAlone ? 0 : 0.5), what);
}

/** "Ford" and "Shell" are as well a surname and a word: then only weakly. */
function knownOrganisation(name: string, words: readonly string[], gazetteer: Gazetteer, add: Add): void {
  const isAlone = words.length === 1 && !isAbbreviation(name);
  const isWord = isAlone && gazetteer.isWord(name);
  if (isWord && name.length <= 3) {
    add('organisation', 1.2, 'an organisation known beforehand');
    return;
  }
  // A club may be known by its city's name alone.
  if ('cm'.includes(gazetteer.place(name)?.size ?? '-')) {
    add('organisation', 1.2, 'an organisation known beforehand');
    return;
  }
  const isPerson = isAlone && gazetteer.isPersonalName(name);
  add('organisation', isPerson ? (isWord ? 2.2 : 1.6) : isWord ? 3 : 4.5, 'an organisation known beforehand');
}

/** "Imperial College London", "Liberation Movement-North". */
function isSeated(words: readonly string[], own: readonly Word[], gazetteer: Gazetteer): boolean {
  const isWhere = directions.has(words.at(-1)!) || gazetteer.place(own.at(-1)!.text) !== null;
  return words.length >= 3 && isWhere && seatedHeads.test(words.at(-2)!);
}
const seatedHeads =
  /^(?:academy|bank|centre|center|clinic|college|council|exchange|festival|foundation|front|hospital|institute|movement|museum|party|school|society|theatre|theater|trust|union|university)$/;

/** The noun that a name turns on: its last word, or the one before "of". */
function heads(name: string, words: readonly string[], own: readonly Word[], gazetteer: Gazetteer, add: Add): void {
  const joint = words.findIndex((word, at) => at > 0 && /^(?:of|for|in|against|without)$/.test(word));
  const isWhole = bodyEnds.test(words.at(-1)!);
  const head = words[joint > 0 && !isWhole ? joint - 1 : words.length - 1] ?? '';
  const isCommon = gazetteer.isWord(head);
  const weight = couldBeSomebody(words, gazetteer) && !mediaHeads.test(head) ? 1.6 : 3;
  if (own.some(({ text }) => isForeignBody(fold(text))))
    add('organisation', 2.4, 'a word of organisations in another language');
  if (name.includes('&')) add('organisation', 2, '"&" in it');
  if (legalForm.test(own.at(-1)!.text)) add('organisation', 4, `the legal form "${own.at(-1)!.text}"`);
  if (isRegiment(own, gazetteer)) add('organisation', 6, 'a number and whose troops they are');
  if (eventFronts.has(words[0]!)) add('event', 4, `its first word "${words[0]}"`);
  else if (/\b(?:people'?s?|national|federalist|democratic|progressives?) congress$/.test(words.join(' ')))
    add('organisation', 3, 'a parliament or a party by its last words');
  else if (eventHeads.has(head)) add('event', 3, `its head "${head}"`);
  else if (organisationHeads.has(head)) add('organisation', weight, `its head "${head}"`);
  else if (placeHeads.has(head)) add('place', weight, `its head "${head}"`);
  else if ((placeFronts.has(words[0]!) || words[0] === 'county') && words.length <= 3 && !beginsWithSurname(name))
    add('place', isSomebodys(words, gazetteer) ? 1 : 2.2, `its first word "${words[0]}"`);
  else if (bodyFronts.test(words[0]!)) add('organisation', 1.8, `its first word "${words[0]}"`);
  else if (words.indexOf('international') > 0) add('organisation', 2, '"International" in it');
  else if (directions.has(head) && gazetteer.place(words.slice(0, -1).join(' ')))
    add('place', 2, 'a place and a direction');
  else if (head === 'state') add('place', gazetteer.place(words.slice(0, -1).join(' ')) ? 3 : 1, 'its head "state"');
  else if (firmTails.has(head))
    add('organisation', couldBeSomebody(words, gazetteer) ? 1.2 : 2.4, `its last word "${head}"`);
  else if (teamTails.test(head)) add('organisation', 2, `its last word "${head}"`);
  else if (teamFronts.has(words[0]!) && words.length <= 3) add('organisation', 2.2, `its first word "${words[0]}"`);
  else if (isPlural(words, gazetteer)) add('organisation', 1.6, 'a plural as its last word');
  else if (joint > 0 && isCommon) add('organisation', 1.2, 'ordinary words joined into a name');
  else if (organisationFronts.has(words[0]!) || isPeople(words[0]!, gazetteer))
    add('organisation', 1.2, `its first word "${words[0]}"`);
  if (/^red cross$/.test(words.slice(-2).join(' '))) add('organisation', 3, 'its head "Red Cross"');
  if (isSeated(words, own, gazetteer)) add('organisation', 3, 'a body and where it is');
  if (directions.has(words[0]!) && words.length === 2 && gazetteer.place(own[1]!.text))
    add('place', 2, 'a direction and a place');
  if (
    own.some(({ text }) => isAbbreviation(text) && !/^[IVX]+$/.test(text)) &&
    !placeHeads.has(head) &&
    !eventHeads.has(head)
  )
    add('organisation', 1, 'an abbreviation in it');
}

/** "7th Arkansas": a regiment by its number and its land. */
const isRegiment = ([number, ...land]: readonly Word[], gazetteer: Gazetteer): boolean =>
  /^\d+(?:st|nd|rd|th)$/.test(number?.text ?? '') && gazetteer.place(land.map(({ text }) => text).join(' ')) !== null;

/** "Desert Hawks", "Pelican Foods": many of a kind, no given name before them. */
const isPlural = (words: readonly string[], gazetteer: Gazetteer): boolean => {
  const [first, last] = [words[0]!, words.at(-1)!];
  const isGiven =
    gazetteer.isPersonalName(first) &&
    (!gazetteer.isWord(first) || (isGivenName(first) && gazetteer.isPersonalName(last))) &&
    !'ncrm'.includes(gazetteer.place(first)?.size ?? '-');
  return (
    last.length >= 5 &&
    /[^su]s$/.test(last) &&
    gazetteer.isWord(last) &&
    (gazetteer.isWord(last.slice(0, -1)) || last.endsWith('ves')) &&
    !isGiven
  );
};

/** "Georgi" and "Adrian" are nobody from Georgia or Adria; "Canadian" is. */
const isPeople = (word: string, gazetteer: Gazetteer): boolean =>
  isDemonym(word) &&
  (!gazetteer.isPersonalName(word) || gazetteer.isWord(word) || (/(?:ian|ean|ese)$/.test(word) && !isGivenName(word)));

/** "City of London Police": the whole is the body. */
const bodyEnds = /^(?:police|corporation|hospital|orchestra|authority|council|museum)$/;

/** Bodies that are named by what follows: "Radio Qorveth", "Task Force Lion". */
const bodyFronts =
  /^(?:radio|task|headquarters|team|group|bank|union|club|institute|association|federation|confederation|grupo|groupe|battalion|regiment|brigade|squadron|division)$/;

/** Last words of clubs' names. */
const teamTails = /^(?:united|wanderers|athletic|albion|hotspur|argyle|orient|thistle|alexandra|hibernian|academical)$/;

/** Heads of newspapers and the like, which few people are called. */
const mediaHeads =
  /^(?:post|times|news|tribune|herald|gazette|journal|telegraph|observer|chronicle|television|weekly|daily|echo)$/;

/** "Ben Lind", "Glen Parsons", "Val Kerr": no mountain, no valley. */
const isSomebodys = ([first, last = '']: readonly string[], gazetteer: Gazetteer): boolean =>
  /^(?:ben|glen|val|tal|khan|isla|costa)$/.test(first ?? '') && gazetteer.isPersonalName(last);

/** "Robert Church", "Anna Banks": a head that is as well a surname, after a given name. */
const couldBeSomebody = (words: readonly string[], gazetteer: Gazetteer): boolean =>
  words.length === 2 &&
  surnameHeads.has(words[1]!) &&
  gazetteer.isPersonalName(words[0]!) &&
  !gazetteer.isOrganisation(words[0]!) &&
  !gazetteer.isWord(words[0]!) &&
  !placeFronts.has(words[0]!) &&
  gazetteer.isPersonalName(words[1]!);

/** "Minsk II": what was agreed there the second time; a ruler has a personal name. */
const isRound = ([place, number, ...more]: readonly Word[], gazetteer: Gazetteer): boolean =>
  more.length === 0 &&
  /^[IVX]+$/.test(number?.text ?? '') &&
  'ncml'.includes(gazetteer.place(place!.text)?.size ?? '-') &&
  !isGivenName(fold(place!.text));

function endingOf(word: string, gazetteer: Gazetteer, add: Add): void {
  if (gazetteer.isWord(word) || word.length < 5) return;
  for (const [pattern, type, reason] of endings) if (pattern.test(word)) add(type, 0.6, reason);
}

/** "Anna Lindqvist", "W. E. B. Du Bois", but not "Iranian Cooperation" or "Main Street". */
function personalNames(
  words: readonly string[],
  own: readonly Word[],
  gazetteer: Gazetteer,
  casing: Casing,
  add: Add,
): void {
  const parts = own.filter(
    ({ text }, at) => !(particles.has(text) || articles.has(fold(text))) || at === own.length - 1,
  );
  const last = words.at(-1)!;
  const isNoPerson = own.some(
    ({ text }) =>
      /\d/.test(text) ||
      (isAbbreviation(text) && !/\./.test(text) && !/^[IVX]+$/.test(text)) ||
      /^(?:of|for|and|in|the)$/.test(text),
  );
  if (
    isNoPerson ||
    words.some((word) => isPeople(word, gazetteer)) ||
    parts.some(({ text }) => functionWords.has(fold(text)) && text !== 'I')
  )
    return;
  const isName = ({ text }: Word) => gazetteer.isPersonalName(text.replace(/['’ʼ]s?$/u, ''));
  if (parts.length === 1) {
    if (own.length === 1 && isName(parts[0]!) && !gazetteer.isWord(last))
      add('person', gazetteer.place(last) ? 0.4 : 0.8, 'a personal name');
    return;
  }
  if (parts.length > 6) return;
  const first = parts[0]!;
  if (isRound(own, gazetteer)) {
    add('event', 2.4, 'a place and a number');
    return;
  }
  const isOrdinary = ({ text }: Word) =>
    gazetteer.isWord(text) && (casing.isSmall(text) || !gazetteer.isPersonalName(text)) && text.length > 2;
  if (/^\p{Lu}(?:\.\p{Lu}\.?)*\.?$/u.test(first.text)) add('person', 1.6, 'initials before it');
  const isNounLast = isOrdinary(parts.at(-1)!) && !gazetteer.isPersonalName(parts.at(-1)!.text);
  if (isName(first) && !isOrdinary(first)) add('person', isNounLast ? 0.5 : 1.7, 'a personal name as its first word');
  if (isNounLast) add('organisation', 0.4, 'an ordinary noun as its last word');
  if (isName(parts.at(-1)!) && !isOrdinary(parts.at(-1)!)) add('person', 0.8, 'a personal name as its last word');
  if (/^[IVX]+$/.test(own.at(-1)!.text)) add('person', 1.2, 'a number of a ruler');
  if (
    own.slice(1).some(({ text }) => /^(?:bin|ibn|bint|van|von|abu|ben)$/i.test(text)) ||
    /^(?:al|el)$/i.test(own.at(-2)?.text ?? '')
  )
    add('person', 0.8, 'a particle of personal names');
  if (parts.some(isOrdinary) || gazetteer.place(words.join(' '))) return;
  const isHeard = isName(first) || isName(parts.at(-1)!);
  add('person', parts.length > 4 ? 0.4 : isHeard || parts.length === 2 ? 0.9 : 0.7, 'no ordinary word in it');
}
