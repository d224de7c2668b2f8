/** The mentions of an entity in one passage: mentions are in the order of passages, so that few of thousands are looked at. */
import type { Entity, Mention } from '../model.ts';

export function mentionsIn({ mentions }: Entity, passage: number): readonly Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle]!.passage < passage) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (mentions[end]?.passage === passage) end++;
  return mentions.slice(low, end);
}
