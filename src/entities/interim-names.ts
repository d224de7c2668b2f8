/**
 * Names for the moment in which a few articles have changed: in all others they are as they were found before, in the changed ones
 * they are found by themselves, and join those before by their very spelling. What only all articles together tell (that a
 * surname is the same man's, that a word is none) waits until names are found anew.
 */
import type { Entity, EntityType, Mention } from '../model.ts';

export interface Changed {
  /** Of each passage as it was: its number now, or -1 when it is gone. */
  readonly moved: Int32Array;
  /** Found in the passages that weren't there before, by their present numbers. */
  readonly found: readonly Entity[];
  /** As it stood in a passage that is gone. */
  readonly goneTextOf: (mention: Mention) => string;
}

/** Most mentioned first, as names are. */
export function interimEntities(before: readonly Entity[], { found, goneTextOf, moved }: Changed): Entity[] {
  const entities = before.flatMap(({ mentions, name, surfaces, type }): Omit<Entity, 'id'>[] => {
    const left = mentions.flatMap((mention) => {
      const passage = moved[mention.passage]!;
      return passage < 0 ? [] : [{ ...mention, passage }];
    });
    if (left.length === 0) return [];
    if (left.length === mentions.length) return [{ name, type, surfaces, mentions: left }];
    const gone = mentions.filter(({ passage }) => moved[passage]! < 0);
    const counted = withoutThose(surfaces, gone.map(goneTextOf));
    const isThere = counted.some(({ text }) => text === name);
    return [{ name: isThere ? name : counted[0]!.text, type, surfaces: counted, mentions: left }];
  });
  const bySpelling = new Map<string, number>();
  entities.forEach(({ surfaces, type }, at) => {
    for (const { text } of surfaces) {
      // What few passages tell no type of is of that which it has elsewhere.
      for (const key of [keyOf(type, text), keyOf('untyped', text)]) if (!bySpelling.has(key)) bySpelling.set(key, at);
    }
  });
  for (const { mentions, name, surfaces, type } of found) {
    const at = surfaces.map(({ text }) => bySpelling.get(keyOf(type, text))).find((one) => one !== undefined);
    const known = at === undefined ? undefined : entities[at];
    if (at === undefined || !known) entities.push({ name, type, surfaces, mentions });
    else entities[at] = { ...known, ...joined(known, { surfaces, mentions }) };
  }
  return entities
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1))
    .map((entity, id) => ({ id, ...entity }));
}

const keyOf = (type: EntityType, text: string): string => `${type}\n${text}`;

type Spelled = Pick<Entity, 'surfaces' | 'mentions'>;

function joined(a: Spelled, b: Spelled): Spelled {
  const counts = new Map<string, number>();
  for (const { count, text } of [...a.surfaces, ...b.surfaces]) counts.set(text, (counts.get(text) ?? 0) + count);
  return {
    surfaces: sorted(counts),
    mentions: [...a.mentions, ...b.mentions].sort(
      (one, other) => one.passage - other.passage || one.start - other.start,
    ),
  };
}

/** A name told in other words than its mentions keeps what it was called. */
function withoutThose(surfaces: Entity['surfaces'], texts: readonly string[]): Entity['surfaces'] {
  const gone = Map.groupBy(texts, (text) => text);
  const left = surfaces.map(({ text, count }) => [text, count - (gone.get(text)?.length ?? 0)] as const);
  const counted = sorted(new Map(left.filter(([, count]) => count > 0)));
  return counted.length > 0 ? counted : surfaces;
}

const sorted = (counts: ReadonlyMap<string, number>): Entity['surfaces'] =>
  [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
