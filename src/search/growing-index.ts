/** An index while passages are added to it, one after another: beneath engine.ts, which packs it when all are read. */
import { type Postings, packed } from './postings.ts';

export interface GrowingIndex {
  /** `terms`: of the next passage, those of each field in order, as often as they stand there. */
  add(terms: readonly (readonly string[])[]): void;
  packed(): Postings;
}

export function createGrowingIndex(fieldCount: number): GrowingIndex {
  /** By term, then by field: how often it stands in which passages. */
  const index = new Map<string, Map<number, Map<number, number>>>();
  const lengths: number[][] = [];
  return {
    add: (terms) => {
      const passage = lengths.length;
      terms.forEach((own, field) => {
        for (const term of own) {
          const byField = index.get(term) ?? new Map<number, Map<number, number>>();
          if (byField.size === 0) index.set(term, byField);
          const counts = byField.get(field);
          if (counts) counts.set(passage, (counts.get(passage) ?? 0) + 1);
          else byField.set(field, new Map([[passage, 1]]));
        }
      });
      // MiniSearch counts an empty field as one word long.
      lengths.push(terms.map((own) => Math.max(1, new Set(own).size)));
    },
    packed: () => {
      const passageCount = lengths.length;
      const meanLengths = Array.from({ length: fieldCount }, (_, field) => {
        const sum = lengths.reduce((all, own) => all + own[field]!, 0);
        return sum / Math.max(1, passageCount);
      });
      return packed(index, (passage) => lengths[passage]!, { passageCount, meanLengths });
    },
  };
}
