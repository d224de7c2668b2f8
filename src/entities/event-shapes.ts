/** Names of events that their shape gives away, with no noun of happening: "Partygate", "the Running of the Bulls", "Minsk II". */
import { doing, near, space } from './event-reach.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isDemonym, organisationHeads, placeHeads } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** "Watergate scandal", "9/11 attacks". */
export const nounAfter =
  /^\s+(?:affair|scandal|crisis|attacks?|massacre|bombings?|killings|uprising|revolution|disaster|disturbances|celebrations?(?= of)|pandemic|epidemic|invasion|war|referendum|hearings|tournament|festival|fires?|bushfires|floods?|storms?|outbreak|protests?|riots?|offensive|ceasefire|truce|raids?|landings?|tsunami|earthquake|coup|campaign|genocide|rebellion|rising|murders|plot|trials?|case|movement|tests?(?= (?:at|in|against))|series(?= against))(?![\p{L}-])/u;
/** After these names of days and of things that happened once, such a noun goes on with the name: "Boxing Day | tsunami". */
export const goesOnSmall = /(?:\bDay|^(?:The |the )?\p{L}+)$/u;
/** What befell another event, or came of it: "Boston Marathon | bombing", "Annan Plan | referendum". */
export const nounOfEvent =
  /^\s+(?:bombings?|attacks?|massacre|stampede|riots|invasion|referendum|hijacking|shootings?|trial|murders|disaster)(?![\p{L}-])/u;

/** "Warsaw Pact invasion", "May Day coup": what came of another event, or of a pact or a day. */
export const befalls =
  /^(?:invasion|referendum|campaign|march|bombings?|attacks?|talks|crash|coup|riots|hijacking|protests)$/;

/** To these things are done; they do none: "Garissa University attack", "USS Cole bombing". */
export const suffers =
  /^(?:USS|HMS|MV|RMS|SS)\s|(?:University|School|College|Academy|Hotel|Hospital|Mall|Market|Stadium|Arena|Theatre|Theater|Cinema|Nightclub|Club|Towers?|Building|Embassy|Consulate|Mosque|Church|Cathedral|Temple|Synagogue|Shrine|Station|Airport|Bridge|Barracks|Prison|Camp|Museum|Factory|Cafe|Café|Restaurant)\s+(?:\p{Ll}+\s+)?$/u;

/** "Partygate": an ordinary word before "-gate"; Southgate and Harrogate are places and people. */
export function isScandal(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const { text, folded } = tokens[at]!;
  const stem = folded.slice(0, -4);
  if (
    /^(?:north|south|east|west|new|high|moor|bishop|bishops|alder|kings|queens|church|mar|rei|rams|har|wood|lud|bill|fish|castle|mill|wood|sea|tail|flood|toll|stone)$/.test(
      stem,
    )
  )
    return false;
  const isTold = /^(?:scandal|affair|tapes|papers|hearings|inquiry|row)$/.test(tokens[at + 1]?.text ?? '');
  return (
    gazetteer.place(text) === null &&
    !gazetteer.isPersonalName(text) &&
    (isTold || gazetteer.isWord(stem) || gazetteer.isPersonalName(stem))
  );
}

/** "the Bogotazo", "Rotherfest". */
export function isFeast(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const { text, opens } = tokens[at]!;
  if (gazetteer.isWord(text) || gazetteer.place(text) || gazetteer.isPersonalName(text)) return false;
  return text.endsWith('azo') ? /^(?:the|el)$/i.test(tokens[at - 1]?.text ?? '') : !opens || text.length > 7;
}

/** "the Second Chimurenga": a word of no language's dictionary and nobody's name, of which there was more than one. */
export function isCountedName(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const [before, name, over] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (!/^(?:First|Second|Third)$/.test(tokens[at]!.text) || !/^the$/i.test(before?.text ?? '') || !name?.isCapital)
    return false;
  if (!/^\p{Lu}\p{Ll}{4,}$/u.test(name.text) || !space.test(name.gap) || (over?.isCapital && near.test(over.gap)))
    return false;
  return (
    !gazetteer.isWord(name.text) &&
    !gazetteer.isPersonalName(name.text) &&
    gazetteer.place(name.text) === null &&
    !isDemonym(name.folded) &&
    !/^(?:Reich|Volksraad|Duma)$/.test(name.text)
  );
}

/** "Geneva II", "Minsk I": a place of talks and their number. */
export function isRoundAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const [{ text, opens, gap }, number, over] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (opens || !number || !/^(?:I{1,3}|IV|V)$/.test(number.text) || number.gap !== ' ') return false;
  const isAlone = over === undefined || (number.text.length === 1 ? !space.test(over.gap) : !over.isCapital);
  const isLed = tokens[at - 1]?.isCapital === true && near.test(gap);
  return isAlone && !isLed && gazetteer.place(text) !== null && !gazetteer.isPersonalName(text);
}

/** "the Harrying of the North", "the Running of the Bulls": what is done to something, in capitals. */
export function isDoing(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const { text, folded, opens } = tokens[at]!;
  return (
    doing.test(text) &&
    !opens &&
    tokens[at - 1]?.text === 'the' &&
    tokens[at + 1]?.text === 'of' &&
    gazetteer.isWord(folded) &&
    !organisationHeads.has(folded) &&
    !placeHeads.has(folded)
  );
}
