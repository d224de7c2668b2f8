/**
 * Entities as a library keeps them: every mention is three numbers in one array, and an object while somebody reads it. A
 * library has some five mentions to a passage, of which few are ever asked for.
 */
import type { Entity, Mention } from '../model.ts';

/** Plain data, to be kept. */
export interface SavedEntities {
  readonly entities: readonly Omit<Entity, 'mentions'>[];
  /** Of each entity, the number of its first mention; at the end, how many mentions there are. */
  readonly firsts: Uint32Array;
  /** Of each mention: its passage, start and end. */
  readonly places: Uint32Array;
}

/** Mentions made that stay at hand, at least until so many others have been made: some five megabytes. */
const atHandMax = 100_000;

export function savedEntities(entities: readonly Entity[]): SavedEntities {
  const firsts = new Uint32Array(entities.length + 1);
  entities.forEach(({ mentions }, at) => {
    firsts[at + 1] = firsts[at]! + mentions.length;
  });
  const places = new Uint32Array(3 * firsts.at(-1)!);
  let next = 0;
  for (const { mentions } of entities) {
    for (const { passage, start, end } of mentions) {
      places.set([passage, start, end], next);
      next += 3;
    }
  }
  return { entities: entities.map(({ id, name, type, surfaces }) => ({ id, name, type, surfaces })), firsts, places };
}

/** Their mentions are no properties of their own: a copy made by spreading has none. */
export function keptEntities({ entities, firsts, places }: SavedEntities): readonly Entity[] {
  let atHand = new Map<number, readonly Mention[]>();
  let atHandCount = 0;
  const mentionsOf = (number: number): readonly Mention[] => {
    const known = atHand.get(number);
    if (known) return known;
    const [first, end] = [firsts[number]!, firsts[number + 1]!];
    const mentions = Array.from({ length: end - first }, (_, index): Mention => {
      const at = 3 * (first + index);
      return { passage: places[at]!, start: places[at + 1]!, end: places[at + 2]! };
    });
    atHandCount += mentions.length;
    if (atHandCount > atHandMax) {
      atHand = new Map();
      atHandCount = mentions.length;
    }
    atHand.set(number, mentions);
    return mentions;
  };

  class KeptEntity implements Entity {
    readonly id: number;
    readonly name: string;
    readonly type: Entity['type'];
    readonly surfaces: Entity['surfaces'];

    constructor({ id, name, type, surfaces }: Omit<Entity, 'mentions'>) {
      this.id = id;
      this.name = name;
      this.type = type;
      this.surfaces = surfaces;
    }

    get mentions(): readonly Mention[] {
      return mentionsOf(this.id);
    }
  }
  return entities.map((entity) => new KeptEntity(entity));
}
