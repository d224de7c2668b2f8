/** What speaks for a name's type, summed: reasons with weights, from its own words, its neighbours and its article. */
import type { EntityType } from '../model.ts';

export type NamedType = Exclude<EntityType, 'untyped'>;

/** One reason: its type, its weight (below zero it speaks against), and the words to explain it with. */
export interface Evidence {
  readonly type: NamedType;
  readonly weight: number;
  readonly reason: string;
}

export type Add = (type: NamedType, weight: number, reason: string) => void;

/** Below this the evidence is no ground for a type. */
const typeFloor = 0.9;
/** The same where nothing at all speaks for another type. */
const uncontestedFloor = 0.6;
const contestedFrom = 0.05;

/** Share of what the mentions of one article say, of what all mentions say, and what their number adds. */
const articleShare = 0.5;
const allShare = 1;
const numberShare = 0.25;

/** What the words around so many mentions say, summed by type. */
export interface Spoken {
  readonly sums: ReadonlyMap<NamedType, number>;
  readonly mentions: number;
}

/** What speaks for each type of a name in one article. */
export interface Grounds {
  /** Of the name's own words and of its article: counted once. */
  readonly own: readonly Evidence[];
  /** Of the words around its mentions in the article, and everywhere. */
  readonly inArticle: Spoken;
  readonly everywhere: Spoken;
}

export function scoresOf({ own, inArticle, everywhere }: Grounds): Map<NamedType, number> {
  const scores = new Map<NamedType, number>();
  const add = (type: NamedType, weight: number) => scores.set(type, (scores.get(type) ?? 0) + weight);
  for (const [type, sum] of sumsOf(own)) add(type, sum);
  for (const [type, sum] of inArticle.sums) add(type, (articleShare * sum) / Math.max(1, inArticle.mentions));
  for (const [type, sum] of everywhere.sums) {
    add(type, (allShare * sum) / Math.max(1, everywhere.mentions) + numberShare * Math.log(1 + Math.max(0, sum)));
  }
  return scores;
}

export function sumsOf(evidence: Iterable<Evidence>): Map<NamedType, number> {
  const sum = new Map<NamedType, number>();
  for (const { type, weight } of evidence) sum.set(type, (sum.get(type) ?? 0) + weight);
  return sum;
}

/** The type that most speaks for, when it is enough. */
export function typeOf(scores: ReadonlyMap<NamedType, number>): EntityType {
  let type: EntityType = 'untyped';
  let [best, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [next, score] of scores) {
    if (score > best) [type, best, second] = [next, score, best];
    else if (score > second) second = score;
  }
  const floor = second <= contestedFrom ? uncontestedFloor : typeFloor;
  return best >= floor ? type : 'untyped';
}
