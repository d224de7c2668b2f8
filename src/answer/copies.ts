/**
 * The same text twice — a wire story, a repost — is one entry with "also in …". That says that the other source says the same,
 * so word for word nothing may differ but spelling, articles and the like, and whole sentences at the ends: one word makes
 * "released" of "executed", in any language.
 */
import type { Article, Span } from '../model.ts';
import { type Unit, unitsOf } from '../text/units.ts';
import { blockOf } from './quote.ts';
import { roughOf } from './rough.ts';
import { isLittleWord, sameWords, writtenAlike } from './same-words.ts';

/** A stretch of an article. */
export interface Stretch {
  readonly article: Article;
  readonly span: Span;
}

export interface Copies<T> {
  readonly first: T;
  readonly others: readonly T[];
}

/** Shared runs of five words, of the shorter stretch: unrelated texts share less than .08, and what shares more is compared. */
const runWords = 5;
const windowRuns = 4;
const sharedRunsMin = 0.5;
/** Words of the shorter stretch that both must hold, in one piece. */
const sharedWordsMin = 0.8;
/** Below this a stretch has too few runs to be told by them. */
const wordsMin = 12;
/** Entries that are compared word by word, as many as an answer shows; those after them only as a whole. */
const comparedMax = 30;

/** Entries in their order, each copy with the first of its kind; the one by who published it before those that carry it. */
export function withCopiesJoined<T>(entries: readonly T[], stretchOf: (entry: T) => Stretch): Copies<T>[] {
  const groups: T[][] = [];
  /** Of the first groups. */
  const reads: Read[] = [];
  const bySame = new Map<string, T[]>();
  const byRun = new Map<number, number[]>();
  const isAlone = aloneAmong(entries.map(stretchOf));
  for (const [number, entry] of entries.entries()) {
    if (groups.length >= comparedMax && isAlone(number)) {
      groups.push([entry]);
      continue;
    }
    const read = readingOf(stretchOf(entry));
    const members = bySame.get(read.same) ?? copiedIn(read);
    if (members) {
      members.push(entry);
      bySame.set(read.same, members);
      continue;
    }
    const group = [entry];
    groups.push(group);
    bySame.set(read.same, group);
    if (groups.length > comparedMax) continue;
    reads.push(read);
    if (read.words < wordsMin) continue;
    for (const run of read.signs) {
      const at = byRun.get(run);
      if (at) at.push(groups.length - 1);
      else byRun.set(run, [groups.length - 1]);
    }
  }

  /** The members of the first group of which this is nearly a copy. */
  function copiedIn(read: Read): T[] | undefined {
    if (groups.length >= comparedMax || read.words < wordsMin) return undefined;
    const near = new Set<number>();
    for (const run of read.signs) for (const at of byRun.get(run) ?? []) near.add(at);
    const at = [...near].sort((a, b) => a - b).find((index) => isCopy(read, reads[index]!));
    return at === undefined ? undefined : groups[at];
  }

  return groups.map((members) => {
    const first = members.reduce((best, next) => (isRather(stretchOf(next), stretchOf(best)) ? next : best));
    return { first, others: members.filter((member) => member !== first) };
  });
}

/** True of one that surely has the words of no other: told without reading its words. */
function aloneAmong(stretches: readonly Stretch[]): (number: number) => boolean {
  if (stretches.length <= comparedMax) return () => false;
  const roughs = stretches.map(({ article, span }) => roughOf(article.text, span));
  const counts = new Map<number, number>();
  for (const rough of roughs) counts.set(rough, (counts.get(rough) ?? 0) + 1);
  return (number) => counts.get(roughs[number]!) === 1;
}

/** What of a stretch tells whether it is a copy. */
interface Read {
  /** The same for the same words in the same order. */
  readonly same: string;
  /** A hash for each five words in a row, each once. */
  readonly runs: ReadonlySet<number>;
  /** Those of them by which a copy is looked for: whoever shares eight words in a row shares one. */
  readonly signs: readonly number[];
  readonly words: number;
  /** Made where it is first asked for: few stretches are near to another. */
  readonly content: () => Content;
}

function isCopy(a: Read, b: Read): boolean {
  const [short, long] = a.runs.size < b.runs.size ? [a, b] : [b, a];
  const shared = short.runs.intersection(long.runs).size;
  return shared >= sharedRunsMin * short.runs.size && saySame(a.content(), b.content());
}

/** Passages are met in many answers, and read once. */
const readings = new WeakMap<Article, Map<number, Read & { readonly end: number }>>();

function readingOf({ article, span }: Stretch): Read {
  const known = readings.get(article) ?? new Map<number, Read & { readonly end: number }>();
  readings.set(article, known);
  const before = known.get(span.start);
  if (before?.end === span.end) return before;
  const stretch = { article, span };
  const units = unitsOf(article.text, span);
  const { words } = contentOf(stretch, units);
  let content: Content | undefined;
  const same = sameOf(units.length > 0 ? units.map(({ key }) => key) : [article.text.slice(span.start, span.end)]);
  const read = {
    end: span.end,
    same,
    ...runsOf(words),
    words: units.length,
    content: () => (content ??= contentOf(stretch)),
  };
  known.set(span.start, read);
  return read;
}

/** FNV-1a, one word after the other. */
const hashed = (hash: number, word: string): number => {
  let next = hash;
  for (let index = 0; index < word.length; index++) next = Math.imul(next ^ word.charCodeAt(index), 0x01000193);
  return Math.imul(next ^ 32, 0x01000193);
};
const hashStart = 0x811c9dc5;

/** Two hashes, from either end: together they tell apart all that a library holds. */
const sameOf = (words: readonly string[]): string =>
  `${words.reduce(hashed, hashStart)} ${words.reduceRight(hashed, hashStart)} ${words.length}`;

function runsOf(words: readonly string[]): Pick<Read, 'runs' | 'signs'> {
  const runs: number[] = [];
  for (let at = 0; at + runWords <= words.length; at++) {
    let hash = hashStart;
    for (let next = at; next < at + runWords; next++) hash = hashed(hash, words[next]!);
    runs.push(hash >>> 0);
  }
  return { runs: new Set(runs), signs: leastOf(runs) };
}

/** The least of every `windowRuns` in a row (winnowing; Schleimer, Wilkerson and Aiken 2003). */
function leastOf(runs: readonly number[]): number[] {
  const least = new Set<number>();
  for (let at = 0; at + windowRuns <= runs.length; at++) least.add(Math.min(...runs.slice(at, at + windowRuns)));
  return [...least];
}

/** The words that say something, in order, and where among them a sentence begins or what stands before the text has ended. */
interface Content {
  readonly words: readonly string[];
  readonly starts: ReadonlySet<number>;
}

function contentOf({ article, span }: Stretch, units: readonly Unit[] = unitsOf(article.text, span)): Content {
  const lang = article.lang.value;
  const sentences = (blockOf(article, span)?.sentences ?? []).filter(({ start }) => start >= span.start);
  const words: string[] = [];
  const starts = new Set([0]);
  let next = 0;
  units.forEach(({ key, start }, at) => {
    const isStart = sentences[next] && sentences[next]!.start <= start;
    if (isStart || isAfterDateline(article.text, span.start, start)) starts.add(words.length);
    while (sentences[next] && sentences[next]!.start <= start) next++;
    if (!isLittleWord(units, at, lang)) words.push(writtenAlike(key, lang));
  });
  return { words, starts: starts.add(words.length) };
}

const dateline = /^\p{Lu}[^.!?;:()]{1,60}\([^()]{2,30}\)\s*[-–—:]\s*$/u;
const datelineCharsMax = 100;

/** "PORT ELLERY, 7 May (Reuters) – ": what an agency puts before its text. */
const isAfterDateline = (text: string, from: number, at: number): boolean =>
  at - from <= datelineCharsMax && dateline.test(text.slice(from, at));

/** One may have sentences before or after what both hold. */
function saySame(a: Content, b: Content): boolean {
  for (const at of b.starts) if (runTogether(a, 0, b, at)) return true;
  for (const at of a.starts) if (runTogether(a, at, b, 0)) return true;
  return false;
}

/** Word by word from there on, until one of them ends, and the other a sentence. */
function runTogether(a: Content, fromA: number, b: Content, fromB: number): boolean {
  let [i, j] = [fromA, fromB];
  while (i < a.words.length && j < b.words.length) {
    const same = sameWords(a.words, i, b.words, j);
    if (!same) return false;
    i += same[0];
    j += same[1];
  }
  const isMost = i - fromA >= sharedWordsMin * a.words.length || j - fromB >= sharedWordsMin * b.words.length;
  return isMost && a.starts.has(i) && b.starts.has(j);
}

/** Who published a text is named before who carried it, and a text without a warning before one with. */
function isRather(one: Stretch, other: Stretch): boolean {
  const carried = ({ article }: Stretch) => Number(article.via.value !== null) + Number(article.labels.length > 0);
  return carried(one) < carried(other);
}
