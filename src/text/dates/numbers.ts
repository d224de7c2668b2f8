/** What tells a count, a size or a label from a year: the words around four digits. */

const counted =
  'people|persons?|civilians?|fighters?|troops?|soldiers?|militants?|rebels?|men|women|children|families|residents|refugees|migrants|prisoners|detainees|police|officers|workers|students|employees|members|protesters|demonstrators|victims|casualties|deaths|dead|wounded|killed|injured|houses|homes|buildings|villages|tanks|vehicles|cars|trucks|aircraft|planes|ships|boats|missiles|rockets|shells|bombs|rounds|tons?|tonnes?|kilos?|kg|km|kilomet\\w+|miles?|met(?:er|re)s?|feet|foot|ft|inches|cm|mm|hectares|acres|square|cubic|litres?|liters?|gallons|barrels|watts?|MW|kW|megawatts|volts|dollars?|euros?|pounds|rubles|roubles|rials?|lira|yen|yuan|rupees|dirhams|dinars|cents|percent|per\\s+cent|points|votes|seats|pages?|words|copies|hours?|hrs|GMT|UTC|local\\s+time|local|EST|CET|times|degrees|calories|patients|cases|schools|shops|jobs|beds|species|islands|items|sheep|horses|camels|goats|cattle|stones|steps|million|billion|thousand|hundred|hp|rpm|or\\s+so';

const countAfter = new RegExp(
  `^\\s*-?\\s*(?:(?:more|other|additional|armed|foreign|\\p{Lu}\\p{Ll}+(?:n|ese|ish|i)|\\p{Ll}+)\\s+)?(?:${counted})\\b`,
  'u',
);
const countRightAfter = new RegExp(`^\\s*-?\\s*(?:${counted})\\b`, 'u');

/** True where the number before `after` counts or measures something. */
export const isCount = (after: string): boolean => countRightAfter.test(after);

/** "Room 1215", "Boeing 747", "p. 1999", "Resolution 1701", "some 2000", "a force of 1500". */
const labelBefore =
  /(?:\b(?:rooms?|flights?|boeing|airbus|resolutions?|nos?\.?|numbers?|pages?|pp?\.|articles?|sections?|chapters?|decrees?|orders?|laws?|bills?|files?|cases?|route|highway|road|line|building|apartment|suite|gate|box|windows|model|type|mark|unit|brigade|battalion|regiment|station|bus|train|tram|channel|area code|code|id|isbn|vol\.?|figure|fig\.|table|item|psalms?)|\b(?:some|about|over|nearly|almost|roughly|approximately|least|most|than|only|another|around\s+some)|\b(?:force|army|crowd|total|group|population|number|fleet|garrison|maximum|minimum|height|altitude|distance|speed|capacity|sum|price|cost|average|range|weight)\s+of(?:\s+\p{L}+)?)\s*$/iu;

/** True where four digits count, measure or label something and so are no year. */
export function isNumber(digits: string, before: string, after: string): boolean {
  if (labelBefore.test(before)) return true;
  if (
    countRightAfter.test(after) ||
    countRightAfter.test(after.replace(/^(?:\s+(?:to|and|or)\s+|\s*[-–]\s*)[\d,]+/u, ''))
  )
    return true;
  const isRound = Number(digits) % 50 === 0;
  // "in 2000 small villages", but "in 2015 foreign fighters came".
  return isRound && (countAfter.test(after) || /^\s+\p{Ll}+s\b(?!\s+(?:was|is|had|has))/u.test(after));
}
