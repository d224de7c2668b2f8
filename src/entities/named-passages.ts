/** Which entities a passage names, kept as numbers: a list for each passage would take more than the names themselves. */
import type { Entity } from '../model.ts';
import type { SavedEntities } from './kept-entities.ts';

/** The `entities` of `saved`, in their order; none for a passage that names nothing. */
export function entitiesByPassage(
  { firsts, places }: SavedEntities,
  entities: readonly Entity[],
): (passage: number) => readonly Entity[] {
  let last = -1;
  for (let at = 0; at < places.length; at += 3) last = Math.max(last, places[at]!);
  /** Calls for each entity of each passage, once. */
  const forEach = (call: (passage: number, number: number) => void): void => {
    for (let number = 0; number < entities.length; number++) {
      let before = -1;
      for (let mention = firsts[number]!; mention < firsts[number + 1]!; mention++) {
        const passage = places[3 * mention]!;
        // Mentions are in the order of passages.
        if (passage !== before) call(passage, number);
        before = passage;
      }
    }
  };
  /** Where the numbers of each passage begin, and after the last passage their end. */
  const starts = new Uint32Array(last + 2);
  forEach((passage) => {
    starts[passage + 1]! += 1;
  });
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const numbers = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  forEach((passage, number) => {
    numbers[next[passage]!++] = number;
  });
  return (passage) =>
    passage > last ? [] : Array.from(numbers.subarray(starts[passage], starts[passage + 1]), (at) => entities[at]!);
}
