/**
 * What speaks for a passage that was found by the words of a question, each a pure function of what the passage holds of
 * them. The features, in about this order of worth, are those of learning to rank for passages (LETOR's and others').
 */
import { roles } from '../entities/lexicon.ts';
import type { EntityType } from '../model.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import type { Feature } from './features.ts';
import { type Place, type Question, type Reading, shareOf } from './question.ts';

/** An inventor says less of who invented than the word itself does. */
const kindredWorth = 0.75;
/** As long as a passage gets (ingest/passages.ts). */
const passageCharsMax = 900;

type Read = (reading: Reading) => boolean | number;

/** Of a passage that was found by a name there is nothing to say. */
const read =
  (of: Read): Feature['of'] =>
  ({ candidate: { reading } }) =>
    reading === undefined ? 0 : of(reading);

export const questionFeatures: readonly Feature[] = [
  {
    name: 'holds',
    why: 'the more of the question a passage and what stands over it hold, the likelier is the answer there',
    of: read(holdsOf),
  },
  {
    name: 'article',
    why: 'an article that is about the question answers it more likely',
    of: read(({ question, hit }) => evidenceOf(question, hit.article)),
  },
  {
    name: 'section',
    why: 'what stands around a passage says what it goes on about',
    of: read(({ question, hit }) => evidenceOf(question, hit.section)),
  },
  {
    name: 'headings',
    why: 'a title or heading in the words of the question announces the answer',
    of: read(({ question, inHeadings }) => evidenceOf(question, shareOf(question, inHeadings))),
  },
  {
    name: 'length',
    why: 'a whole passage says more than a fragment or a caption',
    of: read(({ hit: { passage } }) => Math.min(1, (passage.end - passage.start) / passageCharsMax)),
  },
  {
    name: 'names missing',
    why: 'a name of the question that neither passage nor headings hold speaks against it',
    of: read((reading) => -namesMissing(reading)),
  },
  {
    name: 'kind of answer',
    why: 'who wants a person, when a date, where a place, how many a number, in the sentence that answers',
    of: read(answersInKind),
  },
  {
    name: 'defines',
    why: '"X is a …" at the head of a sentence says what X is',
    of: read(defines),
  },
  {
    name: 'closeness',
    why: 'words that stand near each other belong together',
    of: read(nearnessOf),
  },
];

/** Share of the question's names, by rarity, that neither the passage nor what stands over it holds. */
export function namesMissing({ question: { words, names }, places, inHeadings }: Reading): number {
  const held = new Set(places.map(({ word }) => word));
  let missing = 0;
  let all = 0;
  words.forEach(({ rarity }, at) => {
    if (!names[at]) return;
    all += rarity;
    if (!held.has(at) && !inHeadings.has(at)) missing += rarity;
  });
  return all === 0 ? 0 : missing / all;
}

/** Share of the question, by rarity, that the passage and what stands over it hold. */
export function holdsOf({ question, places, inHeadings, kindred }: Reading): number {
  const held = new Set(places.map(({ word }) => word));
  return shareOf(question, held.union(inHeadings)) + kindredWorth * shareOf(question, kindred);
}

/** A share of the question, counted in words that nothing holds: the same share of a longer question is more evidence. */
export const evidenceOf = ({ possible, rarest }: Question, share: number): number => (share * possible) / rarest;

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre';
const day = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const date = new RegExp(
  `\\b(?:1[0-9]|20)\\d\\d\\b|\\b\\d{1,2}\\.? (?:${month})\\b|\\b(?:${month}) \\d{1,2}\\b|\\b\\d{3,4} (?:bc|ad|bce|ce)\\b|\\b(?:${day})\\b|\\b(?:century|decade|yesterday|last (?:week|month|year))\\b|[年月日]`,
  'u',
);
const everyDate = new RegExp(date, 'gu');
const numeral =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|quarter|twice';
const number = new RegExp(
  `\\d|\\b(?:${numeral}|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|\\p{L}*zehn|\\p{L}*zig|hundert|tausend|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille)\\b|[一二三四五六七八九十百千万]`,
  'u',
);
/** How long in time or space: a number, and before long a unit of either. */
const extent = new RegExp(
  `(?:\\d|\\b(?:${numeral}|an?|one|few|several|some|many|for)\\b)[\\s-]*(?:[\\p{L}\\d]+[\\s-]+){0,2}(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|millennia|mm|cm|k?m|(?:milli|centi|kilo)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|fathoms?)\\b`,
  'u',
);
const reason =
  /\b(?:because|since|due to|owing to|so that|in order to|therefore|thus|caused?|reasons?|led to|result(?:ed|s)?|after|to avoid|weil|denn|damit|da|um|parce que|car|afin|pour|porque|para|perche|per)\b|потому|因为|لأن/u;
const namesRole = (text: string): boolean =>
  wordsOf(fold(text)).some((word) => roles.has(word.text.replace(/s$/u, '')));

/** 1 where the sentence that holds most of the question holds what it asks for, less where another one does. */
function answersInKind(reading: Reading): number {
  const { question, sentences, best } = reading;
  if (question.wants === null || question.wants === 'definition' || reading.places.length === 0) return 0;
  const { text } = reading.hit.passage.article;
  const isAnswer = ({ start, end }: { readonly start: number; readonly end: number }): boolean => {
    // What the question itself holds is no answer to it.
    const own = reading.places.filter((place) => place.start >= start && place.end <= end);
    const rest = own.reduceRight(
      (left, place) =>
        left.slice(0, place.start - start) + ' '.repeat(place.end - place.start) + left.slice(place.end - start),
      text.slice(start, end),
    );
    switch (question.wants) {
      case 'date':
        return date.test(fold(rest));
      case 'number':
        // A year is no count.
        return number.test(fold(rest).replace(everyDate, ' '));
      case 'extent':
        return extent.test(fold(rest));
      case 'reason':
        return reason.test(fold(rest));
      case 'person':
        return namesOne(reading, rest, 'person') || namesRole(rest);
      default:
        return namesOne(reading, rest, 'place');
    }
  };
  if (isAnswer(best)) return 1;
  return sentences.some((sentence) => sentence !== best && isAnswer(sentence)) ? 0.4 : 0;
}

const namesOne = ({ named }: Reading, text: string, type: EntityType): boolean =>
  named.some((entity) => entity.type === type && entity.surfaces.some((surface) => text.includes(surface.text)));

const isDefinition =
  /^\s*(?:\([^)]{2,60}\)\s*)?(?:,\s+(?:a|an|the|or|also)\b|(?:is|are|was|were|means|refers to|consists of)\b|(?:ist|sind|war|waren|est|sont|etait|es|son|era|e|sao)\b|[—–:-]\s)/u;

/**
 * 1 where the question's words stand at the head of a sentence and are said to be something; less where an article opens
 * that has them in its title.
 */
function defines({ question, places, sentences, hit, inHeadings }: Reading): number {
  if (question.wants !== 'definition') return 0;
  const { text, blocks } = hit.passage.article;
  const tells = sentences.some((sentence) => {
    const own = places.filter(({ start }) => sentence.start <= start && start < sentence.end);
    const last = own.at(-1);
    if (!last || own.length < Math.min(2, question.words.length)) return false;
    const head = text.slice(sentence.start, own[0]!.start).trim();
    return (
      head.split(/\s+/u).length <= 3 && own.some(({ end }) => isDefinition.test(fold(text.slice(end, sentence.end))))
    );
  });
  if (tells) return 1;
  return inHeadings.size > 0 && blocks.findIndex(({ body }) => body) === hit.passage.block ? 0.5 : 0;
}

/** The mean over neighbours in the question, by rarity, of how near they come to each other in the passage. */
function nearnessOf({ question: { words }, places }: Reading): number {
  if (words.length < 2) return 0;
  const at = new Map<number, Place[]>();
  for (const place of places) at.set(place.word, [...(at.get(place.word) ?? []), place]);
  let sum = 0;
  let all = 0;
  for (let first = 0; first + 1 < words.length; first++) {
    const rarity = words[first]!.rarity + words[first + 1]!.rarity;
    all += rarity;
    let best = 0;
    for (const one of at.get(first) ?? [])
      for (const other of at.get(first + 1) ?? []) best = Math.max(best, 1 / Math.max(1, Math.abs(other.at - one.at)));
    sum += rarity * best;
  }
  return all === 0 ? 0 : sum / all;
}
