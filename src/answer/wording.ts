/**
 * Where in the library a wording stands, to the letter or nearly: candidates by rare words and by runs of words found
 * exactly, each set side by side with what was said.
 */
import type { Article, Difference, Library, Span } from '../model.ts';
import { type Alignment, aligned, type Hunk, type SaidUnit } from '../text/alignment.ts';
import { overlaps } from '../text/span.ts';
import { type Unit, unitsOf } from '../text/units.ts';
import { termOf } from '../text/words.ts';
import { type Said, saidOf } from './said.ts';

export interface Wording {
  readonly article: Article;
  /** From the first word that answers to what was said to the last: one span a block, in order. */
  readonly spans: readonly Span[];
  readonly differences: readonly Difference[];
  /** No word differs, but what brackets and "…" tell of. */
  readonly isExact: boolean;
  /** Share of words that are the same on both sides, those that carry meaning above all: 0 to 1. */
  readonly similarity: number;
  /** Words that are the same. */
  readonly sameCount: number;
}

/** Places of one wording that are told apart; more are a sign that it is no wording of anybody's. */
const exactMax = 20;
const hitsMax = 5;
/** Places that are set side by side with what was said. */
const candidatesMax = 6;
/** Pieces of a saying between its gaps that are looked for, the longest ones. */
const partsMax = 6;
/** Windows into which a long saying is cut to be searched by its words: an engine's query holds no more. */
const windowUnits = 14;
const windowsMax = 6;
/** Of what one question may cost at the index, how much each window may. */
const windowShare = 0.25;
/** Characters on both sides of where the rest of what was said may stand, beside half as many again as it has. */
const marginChars = 300;
const roomShare = 1.5;
/** Cells of all alignments, each some 20 ns. */
const cellsMax = 1_000_000;
/** Words that say nothing by themselves. */
const stopWordWeight = 0.3;

/** Share and number of words that must be the same for a wording to be an altered one of the source's. */
const nearSimilarity = 0.65;
const nearWordsMin = 4;

/** `wordsMin`: fewer where somebody has said that it is a phrase and wants it found. */
export const isNear = ({ similarity, sameCount }: Wording, wordsMin = nearWordsMin): boolean =>
  similarity >= nearSimilarity && sameCount >= wordsMin;

/** Best first. `share`: of what one message may cost, how much this saying may. */
export async function wordingsOf(library: Library, text: string, share = 1): Promise<Wording[]> {
  const said = saidOf(text);
  if (said.units.length === 0) return [];
  const wordings: Wording[] = [];
  let cells = cellsMax * share;
  for (const place of await candidatesFor(library, said, share)) {
    const unitsMax = Math.floor(cells / said.units.length);
    if (unitsMax < said.units.length) break;
    const { aligned: count, wording } = wordingAt(said, place, unitsMax);
    cells -= count * said.units.length;
    if (wording) wordings.push(wording);
  }
  const byPlace = new Map(wordings.map((wording) => [`${wording.article.id} ${wording.spans[0]!.start}`, wording]));
  return [...byPlace.values()].sort((a, b) => b.similarity - a.similarity || Number(b.isExact) - Number(a.isExact));
}

interface Place {
  readonly article: Article;
  readonly span: Span;
  readonly votes: number;
  /** Characters of what was said that stand before and after the words that were found here. */
  readonly before: number;
  readonly after: number;
}

type Part = readonly [from: number, to: number];

async function candidatesFor(library: Library, said: Said, share: number): Promise<Place[]> {
  const { text, units, parts } = said;
  const places: Place[] = [];
  const around = ([from, to]: Part) => ({ before: units[from]!.start, after: text.length - units[to - 1]!.end });
  const words = ([from, to]: Part) => text.slice(units[from]!.start, units[to - 1]!.end);
  const find = (part: Part, limit: number) => {
    const found = library.phrases.find(words(part), limit);
    places.push(...found.map((place) => ({ ...place, ...around(part), votes: lengthOf(part) })));
    return found.length > 0;
  };
  const longest = parts.filter((part) => lengthOf(part) > 0).sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const part of longest.slice(0, Math.ceil(partsMax * share))) {
    if (find(part, exactMax) || lengthOf(part) < 4) continue;
    for (const piece of thirdsOf(part)) if (lengthOf(piece) > 1) find(piece, hitsMax);
  }
  if (places.some(({ votes }) => votes === units.length)) return regionsOf(places, said);
  const step = Math.max(windowUnits, Math.ceil(units.length / Math.ceil(windowsMax * share)));
  for (let from = 0; from < units.length; from += step) {
    const window = [from, Math.min(units.length, from + windowUnits)] as const;
    const { hits } = await library.engine.search(words(window), hitsMax, windowShare);
    for (const { passage, coverage } of hits) {
      const votes = coverage * windowUnits * 0.5;
      places.push({ article: passage.article, span: passage, votes, ...around(window) });
    }
  }
  return regionsOf(places, said);
}

const lengthOf = ([from, to]: Part): number => to - from;

function thirdsOf([from, to]: Part): readonly Part[] {
  const third = Math.ceil((to - from) / 3);
  const [one, two] = [from + third, Math.min(from + 2 * third, to)];
  return [
    [from, one],
    [one, two],
    [two, to],
  ];
}

/**
 * Where all of it may stand: a place of the whole is that place; others have room around them for the rest, and those near
 * one another are one. The most voted for first.
 */
function regionsOf(places: readonly Place[], { parts, units }: Said): Place[] {
  const hasGap = parts.length > 1;
  const whole = places.filter(({ votes }) => !hasGap && votes === units.length);
  if (whole.length > 0) return whole;
  const regions: Place[] = [];
  const wide = places.map(withRoom).sort((a, b) => a.span.start - b.span.start);
  for (const group of Map.groupBy(wide, ({ article }) => article.id).values()) {
    for (const place of group) {
      const last = regions.at(-1);
      // What "…" leaves out may be long; without it all stands in one place.
      if (last?.article !== place.article || !(hasGap || overlaps(last.span, place.span))) regions.push(place);
      else {
        const joined = { start: last.span.start, end: Math.max(last.span.end, place.span.end) };
        regions[regions.length - 1] = { ...last, span: joined, votes: last.votes + place.votes };
      }
    }
  }
  return regions.sort((a, b) => b.votes - a.votes).slice(0, candidatesMax);
}

function withRoom(place: Place): Place {
  const { after, article, before, span } = place;
  const start = Math.max(0, span.start - roomShare * before - marginChars);
  const end = Math.min(article.text.length, span.end + roomShare * after + marginChars);
  return { ...place, span: { start, end } };
}

/** Beside the wording, how many units of the article were aligned. */
function wordingAt(
  said: Said,
  { article, span }: Place,
  unitsMax: number,
): { wording: Wording | null; aligned: number } {
  const { units, ends } = bodyUnits(article, span, unitsMax);
  const alignment = aligned(said.units, units, ends);
  return { wording: alignment && wordingOf(said, article, units, alignment), aligned: units.length };
}

function wordingOf(said: Said, article: Article, units: readonly Unit[], alignment: Alignment): Wording {
  const whole = { start: units[alignment.from]!.start, end: units[alignment.to - 1]!.end };
  const hunks = alignment.hunks.map((hunk) => differenceOf(said, article, units, hunk));
  const spans = article.blocks
    .filter((block) => block.body && overlaps(block, whole))
    .map(({ start, end }) => ({ start: Math.max(start, whole.start), end: Math.min(end, whole.end) }));
  const isExact = hunks.every(({ kind }) => kind === 'inserted' || kind === 'elided');
  const sameCount = alignment.hunks.reduce((count, hunk) => count - (hunk.said[1] - hunk.said[0]), said.units.length);
  const similarity = similarityOf(said, article, units, alignment);
  return { article, spans, differences: hunks, isExact, similarity, sameCount };
}

/** Units of the body within a span, and after which of them a sentence or a block ends. */
function bodyUnits(article: Article, span: Span, unitsMax: number): { units: Unit[]; ends: Set<number> } {
  const units: Unit[] = [];
  const ends = new Set<number>();
  for (const block of article.blocks) {
    if (!block.body || !overlaps(block, span)) continue;
    const marks = article.marks.filter((mark) => overlaps(mark, block));
    for (const sentence of block.sentences) {
      if (!overlaps(sentence, span)) continue;
      for (const unit of unitsOf(article.text, sentence))
        if (!marks.some((mark) => overlaps(mark, unit))) units.push(unit);
      ends.add(units.length - 1);
    }
    if (units.length > unitsMax) break;
  }
  return { units: units.slice(0, unitsMax), ends };
}

function differenceOf({ units: said }: Said, article: Article, units: readonly Unit[], hunk: Hunk): Difference {
  const saidSpan = spanOver(said, hunk.said);
  const source = spanOver(units, hunk.text);
  const isInserted = saidSpan !== null && said.slice(...hunk.said).every((unit) => unit.isInserted);
  const kind = hunk.isGap ? 'elided' : isInserted ? 'inserted' : !source ? 'added' : !saidSpan ? 'dropped' : 'changed';
  return { kind, said: saidSpan, source: source && withinBlock(article, source) };
}

const spanOver = (units: readonly Unit[], [from, to]: readonly [number, number]): Span | null =>
  from < to ? { start: units[from]!.start, end: units[to - 1]!.end } : null;

/** A quote stands within one block: of words in several, those in the first. */
function withinBlock({ blocks }: Article, span: Span): Span {
  const block = blocks.find((one) => overlaps(one, span));
  return block ? { start: span.start, end: Math.min(span.end, block.end) } : span;
}

function similarityOf(
  { text, units: said }: Said,
  article: Article,
  units: readonly Unit[],
  { hunks }: Alignment,
): number {
  const lang = article.lang.value ?? 'en';
  const weigh = (from: string, words: readonly Unit[]) =>
    words.reduce((sum, { start, end }) => sum + weightOf(from.slice(start, end), lang), 0);
  const weighSaid = (words: readonly SaidUnit[]) =>
    weigh(
      text,
      words.filter(({ isInserted }) => !isInserted),
    );
  let [odd, dropped] = [0, 0];
  for (const hunk of hunks) {
    const words = said.slice(...hunk.said);
    odd += weighSaid(words);
    const isOwn = hunk.isGap || (words.length > 0 && words.every(({ isInserted }) => isInserted));
    if (!isOwn) dropped += weigh(article.text, units.slice(...hunk.text));
  }
  const total = weighSaid(said);
  const same = total - odd;
  // Dice's coefficient: what is the same, as a share of both sides.
  return total === 0 ? 0 : (2 * same) / (total + same + dropped);
}

const weightOf = (word: string, lang: string): number => (termOf(word, lang) === null ? stopWordWeight : 1);
