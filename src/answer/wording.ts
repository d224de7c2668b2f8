/**
 * Where in the library a wording stands, to the letter or nearly: candidates by rare words and by runs of words found
 * exactly, each set side by side with what was said.
 */
import type { Article, Difference, Library, Span } from '../model.ts';
import { type Alignment, aligned, type Hunk, type SaidUnit } from '../text/alignment.ts';
import { overlaps } from '../text/span.ts';
import { type Unit, unitsOf } from '../text/units.ts';
import { termOf } from '../text/words.ts';
import { wordCandidates } from './candidates.ts';
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
/** Windows into which a long saying is cut to be searched by its words: an engine's query holds no more. */
const windowUnits = 14;
const windowsMax = 8;
/** Characters on both sides of a hit in which the rest of what was said may stand, beside its own length. */
const marginChars = 300;
/** Cells of an alignment: some 30 ms and 20 MB. */
const cellsMax = 4_000_000;
/** Words that say nothing by themselves. */
const stopWordWeight = 0.3;

/** Share and number of words that must be the same for a wording to be an altered one of the source's. */
const nearSimilarity = 0.65;
const nearWordsMin = 4;

/** `wordsMin`: fewer where somebody has said that it is a phrase and wants it found. */
export const isNear = ({ similarity, sameCount }: Wording, wordsMin = nearWordsMin): boolean =>
  similarity >= nearSimilarity && sameCount >= wordsMin;

/** Best first. */
export async function wordingsOf(library: Library, text: string): Promise<Wording[]> {
  const said = saidOf(text);
  if (said.units.length === 0) return [];
  const places = await candidatesFor(library, said);
  const wordings = places.flatMap((place) => wordingAt(said, place) ?? []);
  const byPlace = new Map(wordings.map((wording) => [`${wording.article.id} ${wording.spans[0]!.start}`, wording]));
  return [...byPlace.values()].sort((a, b) => b.similarity - a.similarity || Number(b.isExact) - Number(a.isExact));
}

interface Place {
  readonly article: Article;
  readonly span: Span;
  readonly votes: number;
}

async function candidatesFor(library: Library, said: Said): Promise<Place[]> {
  const { text, units, parts } = said;
  const places: Place[] = [];
  const words = ([from, to]: readonly [number, number]) => text.slice(units[from]!.start, units[to - 1]!.end);
  const find = (part: readonly [number, number], limit: number) => {
    const found = library.phrases.find(words(part), limit);
    places.push(...found.map((place) => ({ ...place, votes: part[1] - part[0] })));
    return found.length > 0;
  };
  for (const part of parts) {
    if (part[1] === part[0] || find(part, exactMax)) continue;
    const count = part[1] - part[0];
    if (count < 4) continue;
    const third = Math.ceil(count / 3);
    const [one, two] = [part[0] + third, part[0] + 2 * third];
    for (const piece of [
      [part[0], one],
      [one, Math.min(two, part[1])],
      [two, part[1]],
    ] as const)
      if (piece[1] - piece[0] > 1) find(piece, hitsMax);
  }
  const isFound = places.some(({ votes }) => votes === units.length);
  if (!isFound) {
    const step = Math.max(windowUnits, Math.ceil(units.length / windowsMax));
    for (let from = 0; from < units.length; from += step) {
      const window = words([from, Math.min(units.length, from + windowUnits)]);
      for (const { passage, coverage } of (await wordCandidates(library, window, 0)).slice(0, hitsMax))
        places.push({ article: passage.article, span: passage, votes: coverage * windowUnits * 0.5 });
    }
  }
  return regionsOf(places, said);
}

/**
 * Where all of it may stand: a place of the whole is that place; others have room around them for the rest, and those near
 * one another are one. The most voted for first.
 */
function regionsOf(places: readonly Place[], { text, parts, units }: Said): Place[] {
  const hasGap = parts.length > 1;
  const room = text.length + marginChars;
  const whole = places.filter(({ votes }) => !hasGap && votes === units.length);
  if (whole.length > 0) return whole;
  const regions: Place[] = [];
  const inOrder = places.toSorted((a, b) => a.span.start - b.span.start);
  for (const group of Map.groupBy(inOrder, ({ article }) => article.id).values()) {
    for (const { article, span, votes } of group) {
      const wide = { start: Math.max(0, span.start - room), end: Math.min(article.text.length, span.end + room) };
      const last = regions.at(-1);
      // What "…" leaves out may be long; without it all stands in one place.
      if (last?.article !== article || !(hasGap || overlaps(last.span, wide)))
        regions.push({ article, span: wide, votes });
      else {
        const joined = { start: last.span.start, end: Math.max(last.span.end, wide.end) };
        regions[regions.length - 1] = { article, span: joined, votes: last.votes + votes };
      }
    }
  }
  return regions.sort((a, b) => b.votes - a.votes).slice(0, candidatesMax);
}

function wordingAt(said: Said, { article, span }: Place): Wording | null {
  const { units, ends } = bodyUnits(article, span, Math.floor(cellsMax / said.units.length));
  const alignment = aligned(said.units, units, ends);
  if (!alignment) return null;
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
    for (const sentence of block.sentences) {
      if (!overlaps(sentence, span)) continue;
      for (const unit of unitsOf(article.text, sentence))
        if (!article.marks.some((mark) => overlaps(mark, unit))) units.push(unit);
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
