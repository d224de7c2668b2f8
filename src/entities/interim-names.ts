/**
 * Names for the moment in which a few articles have changed: in all others they are as they were found before, in the changed ones
 * they are found by themselves, and join those before by their very spelling. What only all articles together tell (that a
 * surname is the same man's, that a word is none) waits until names are found anew.
 */
import type { Entity, EntityType, Mention } from '../model.ts';

export interface Changed {
  /** By passage as it was: what it is now. Of gone passages there is nothing. */
  readonly moved: ReadonlyMap<number, number>;
  /** Found in the passages that weren't there before, by their present numbers. */
  readonly found: readonly Entity[];
  /** As it stands in the text now. */
  readonly textOf: (mention: Mention) => string;
}

/** Most mentioned first, as names are. */
export function interimEntities(before: readonly Entity[], { found, moved, textOf }: Changed): Entity[] {
  const entities = before.flatMap((entity): Omit<Entity, 'id'>[] => {
    const { mentions, name, surfaces, type } = entity;
    const left = mentions.flatMap((mention) => {
      const passage = moved.get(mention.passage);
      return passage === undefined ? [] : [{ ...mention, passage }];
    });
    if (left.length === 0) return [];
    if (left.length === mentions.length) return [{ name, type, surfaces, mentions: left }];
    const counted = surfacesOf(left, textOf);
    return [
      {
        name: counted.some(({ text }) => text === name) ? name : counted[0]!.text,
        type,
        surfaces: counted,
        mentions: left,
      },
    ];
  });
  const bySpelling = new Map<string, number>();
  entities.forEach(({ surfaces, type }, at) => {
    for (const { text } of surfaces) {
      const key = keyOf(type, text);
      if (!bySpelling.has(key)) bySpelling.set(key, at);
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

function surfacesOf(mentions: readonly Mention[], textOf: Changed['textOf']): Entity['surfaces'] {
  const counts = new Map<string, number>();
  for (const mention of mentions) counts.set(textOf(mention), (counts.get(textOf(mention)) ?? 0) + 1);
  return sorted(counts);
}

const sorted = (counts: ReadonlyMap<string, number>): Entity['surfaces'] =>
  [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
