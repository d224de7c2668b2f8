/**
 * A library in which little has changed since it was built, for the moment until it is built anew: what is new is laid over
 * what was before. Only the new articles are read, so that it is there at once, however large the library.
 */
import { interimEntities } from './entities/interim-names.ts';
import { keptEntities, savedEntities } from './entities/kept-entities.ts';
import { createNames, namesOf, type SavedNames } from './entities/names.ts';
import { passagesOf } from './ingest/passages.ts';
import {
  assembled,
  type BuiltLibrary,
  knownNames,
  knownWords,
  type PackedArticle,
  type RestoredLibrary,
  unpacked,
  withOwnArrays,
} from './library.ts';
import type { Article, Corrections, Library, Mention, Passage, Problem } from './model.ts';
import { createEngine, type SavedEngine, splicedEngine } from './search/engine.ts';
import { createPhrases, joinedPhrases, restoredPhrases, type SavedPhrases } from './search/phrases.ts';

/** Articles as they are now: those that weren't there before, and the keys of all in order. */
export interface Change {
  readonly keys: readonly string[];
  readonly fresh: readonly Article[];
  readonly problems: readonly Problem[];
  readonly corrections: Corrections;
}

/** What to lay over a library, as plain data. */
export interface Amendment extends Pick<Change, 'fresh' | 'problems'> {
  /** Of each article, in order: its number before or, below zero, -1 less its number among the new. */
  readonly order: Int32Array;
  /** Of each passage before: its number now, or -1 where it is gone; and the numbers of the new ones. */
  readonly moved: Int32Array;
  readonly placed: Int32Array;
  readonly alias: Corrections['alias'];
  /** Of all articles; the rest is of the new ones alone. */
  readonly names: SavedNames;
  readonly engine: SavedEngine;
  readonly phrases: SavedPhrases;
}

/** Below so many passages the whole is made as soon. */
const passagesMin = 800;
/** Where more is new, finding its names takes as long as finding all. */
const freshShareMax = 0.2;

/** The numbers of the keys that are of no article in the library. */
export function strangersIn({ articles }: BuiltLibrary, keys: readonly string[]): number[] {
  const known = new Set(articles.map(({ key }) => key));
  return [...keys.keys()].filter((number) => !known.has(keys[number]!));
}

/** Null where the whole takes no longer. */
export function amendmentOf(before: BuiltLibrary, { corrections, fresh, keys, problems }: Change): Amendment | null {
  const order = orderOf(before.articles, keys);
  if (!order) return null;
  const freshPassages = fresh.map(passagesOf);
  const moved = new Int32Array(before.articles.reduce((sum, { passageCount }) => sum + passageCount, 0)).fill(-1);
  const firsts = firstsOf(before.articles);
  const placed: number[] = [];
  let next = 0;
  for (const number of order) {
    const own = number < 0 ? freshPassages[-1 - number]!.length : before.articles[number]!.passageCount;
    for (let at = 0; at < own; at++, next++)
      if (number < 0) placed.push(next);
      else moved[firsts[number]! + at] = next;
  }
  if (next < passagesMin || placed.length > freshShareMax * next) return null;
  const passages = freshPassages.flat().map((passage, number): Passage => ({ ...passage, id: placed[number]! }));
  const names = namesNow(before, { passages, corrections, moved });
  return {
    ...{ fresh, problems, order, moved, placed: Int32Array.from(placed), alias: corrections.alias },
    names: names.saved(),
    engine: createEngine(passages, names).saved(),
    phrases: createPhrases(fresh).saved(),
  };
}

/** Null where what is left stands in another order than before. */
function orderOf(before: readonly PackedArticle[], keys: readonly string[]): Int32Array | null {
  const numbers = new Map(before.map(({ key }, number) => [key, number]));
  let fresh = 0;
  const order = Int32Array.from(keys, (key) => numbers.get(key) ?? -1 - fresh++);
  const left = order.filter((number) => number >= 0);
  return left.every((number, at) => at === 0 || left[at - 1]! < number) ? order : null;
}

/** Of each article, the number of its first passage. */
function firstsOf(articles: readonly PackedArticle[]): number[] {
  let next = 0;
  return articles.map(({ passageCount }) => {
    next += passageCount;
    return next - passageCount;
  });
}

interface NewPassages {
  readonly passages: readonly Passage[];
  readonly corrections: Corrections;
  readonly moved: Int32Array;
}

function namesNow({ articles, names }: BuiltLibrary, { corrections, moved, passages }: NewPassages) {
  const own = createNames(
    passages.map((passage, id) => ({ ...passage, id })),
    knownNames(),
    corrections,
  );
  const found = own.entities.map((entity) => ({
    ...{ id: entity.id, name: entity.name, type: entity.type, surfaces: entity.surfaces },
    mentions: entity.mentions.map((mention) => ({ ...mention, passage: passages[mention.passage]!.id })),
  }));
  const firsts = firstsOf(articles);
  const texts = new Map<number, string>();
  const goneTextOf = ({ passage, start, end }: Mention): string => {
    const number = firsts.findLastIndex((first) => first <= passage);
    const text = texts.get(number) ?? unpacked(articles[number]!).text;
    texts.set(number, text);
    return text.slice(start, end).replace(/\s+/gu, ' ');
  };
  const entities = interimEntities(keptEntities(names.entities), { found, goneTextOf, moved });
  return namesOf({ entities: savedEntities(entities) }, corrections.alias);
}

/** `before` is the very library that the amendment was made for. */
export function amendedLibrary(before: RestoredLibrary, amendment: Amendment): Library {
  const { alias, fresh, moved, order, placed, problems } = amendment;
  const articles = Array.from(order, (number) => (number < 0 ? fresh[-1 - number]! : before.articles[number]!));
  const left = moved.reduce((count, id) => count + Number(id >= 0), 0);
  const passages = new Array<Passage>(left + placed.length);
  for (const [number, id] of moved.entries()) if (id >= 0) passages[id] = { ...before.passages[number]!, id };
  const added = fresh.flatMap(passagesOf);
  for (const [number, id] of placed.entries()) passages[id] = { ...added[number]!, id };
  const engine = splicedEngine(
    passages,
    before.engine.saved(),
    { moved, placed, fresh: amendment.engine },
    knownWords(),
  );
  const places = new Map(articles.map((article, place) => [article, place]));
  const phrases = joinedPhrases(
    [
      restoredPhrases(
        before.articles.map((article) => (places.has(article) ? article : null)),
        before.phrases.saved(),
      ),
      restoredPhrases(fresh, withOwnArrays(amendment.phrases)),
    ],
    (article) => places.get(article)!,
  );
  const names = namesOf(withOwnArrays(amendment.names), alias);
  return assembled({ articles, problems }, { passages, names, engine, phrases });
}
