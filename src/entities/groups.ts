/** Disjoint sets with path halving: what merging joins. */
export interface Groups {
  readonly join: (a: number, b: number) => void;
  readonly rootOf: (index: number) => number;
  readonly all: () => number[][];
}

export function createGroups(size: number): Groups {
  const parents = Array.from({ length: size }, (_, at) => at);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  return {
    rootOf,
    join: (a, b) => {
      parents[rootOf(b)] = rootOf(a);
    },
    all: () => [...Map.groupBy(parents.keys(), rootOf).values()].map((group) => [...group]),
  };
}
