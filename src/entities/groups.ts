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

/** The one group that all belong to. */
export function only(found: readonly number[], groups: Groups): number | null {
  const roots = new Set(found.map(groups.rootOf));
  return roots.size === 1 ? found[0]! : null;
}

/** Puts a number with those that are filed under one key. */
export function file(files: Map<string, number[]>, key: string, at: number): void {
  const filed = files.get(key);
  if (filed) filed.push(at);
  else files.set(key, [at]);
}
