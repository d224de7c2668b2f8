/** Which entities a passage names, kept as numbers: a list for each passage would take more than the names themselves. */
import type { Entity } from '../model.ts';

/** Entities in their own order; none for a passage that names nothing. */
export function entitiesByPassage(entities: readonly Entity[]): (passage: number) => readonly Entity[] {
  const passagesOf = ({ mentions }: Entity) => new Set(mentions.map(({ passage }) => passage));
  let last = -1;
  for (const { mentions } of entities) for (const { passage } of mentions) last = Math.max(last, passage);
  /** Where the numbers of each passage begin, and after the last passage their end. */
  const starts = new Uint32Array(last + 2);
  for (const entity of entities) for (const passage of passagesOf(entity)) starts[passage + 1]! += 1;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const numbers = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  entities.forEach((entity, number) => {
    for (const passage of passagesOf(entity)) numbers[next[passage]!++] = number;
  });
  return (passage) =>
    passage > last ? [] : Array.from(numbers.subarray(starts[passage], starts[passage + 1]), (at) => entities[at]!);
}
