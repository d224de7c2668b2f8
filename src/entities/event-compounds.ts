/**
 * Events whose noun has any words before it, where "the" says that there is but one: "the Itaewon crowd crush", "the Tokyo
 * subway sarin attack", "the 1954 banana strike". Beneath event-phrases.ts.
 */
import { fold } from '../text/fold.ts';
import { plainFormOf } from '../text/word-forms.ts';
import { functionWords, isCalendarWord, titles } from './lexicon.ts';

export const monthNames = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** A word with a capital, in the source of a pattern. */
export const capital = "(?:\\d(?=\\p{Lu}))?\\p{Lu}[\\p{L}’'.]*(?:[-–]\\p{L}[\\p{L}’']*)*";

const pattern = new RegExp(
  `(?<![\\p{L}-])(?:[Tt]he|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[’']s)\\s+(?<what>(?:${monthNames}\\s+)?(?:1\\d{3}|20\\d\\d)|${capital}(?:\\s+(?:(?:of|de|del|and|the|al)\\s+)?${capital}){0,4})\\s+(?<between>(?:\\p{Ll}[\\p{L}’'-]+\\s+){1,2})$`,
  'u',
);

/** Of these one bears the name or the year. */
const nouns =
  /^(?:siege|massacre|genocide|pogrom|uprising|revolt|rebellion|mutiny|coup|crisis|affair|scandal|conspiracy|fiasco|famine|epidemic|pandemic|outbreak|plague|embargo|boycott|heist|robbery|earthquake|tsunami|flood|hurricane|typhoon|cyclone|eruption|avalanche|landslide|wildfire|fires?|crash|derailment|sinking|collapse|disaster|accident|stampede|tragedy|catastrophe|shipwreck|spill|storm|crush|feud|strikes?|raid|attacks?|bombings?|shootings?|explosion|hijacking|poisonings?|kidnapping|murders|killings|trials?|case|protests?|riots?|march|expedition|hearings|inquiry|investigation|exodus|airlift|evacuation)$/;
/** Armies do these every day. */
const military =
  /^(?:military|air|ground|naval|armed|army|missile|artillery|drone|rocket|police|security|militia|rebel|government)\b/;

interface Compound {
  readonly start: number;
  readonly name: string;
  readonly isFlight: boolean;
}

/** "the Pan Am Flight 73 | hijacking". */
const flight = /(?:(?<![\p{L}-])\p{Lu}[\p{L}’'-]*\s+){0,4}Flight\s+\p{Lu}{0,2}\d{1,4}\s+$/u;

/** The event whose `noun` (folded) stands behind `before`: where in it the name begins, and what it is named by. */
export function compoundAt(before: string, noun: string): Compound | null {
  const flown = nouns.test(noun) ? flight.exec(before) : null;
  if (flown) return { start: flown.index, name: flown[0].trim(), isFlight: true };
  const match = nouns.test(noun) ? pattern.exec(before) : null;
  if (!match) return null;
  const { between = '', what: name = '' } = match.groups!;
  const isNoun = (word: string) => !functionWords.has(word) && !/ed$/u.test(word) && plainFormOf(word) === word;
  if (!between.trim().split(/\s+/u).every(isNoun) || military.test(between)) return null;
  const first = fold(name.split(/\s/u)[0]!);
  if (!/\d/.test(name) && (isCalendarWord(fold(name)) || titles.has(first))) return null;
  return { start: match.index + match[0].indexOf(name), name, isFlight: false };
}
