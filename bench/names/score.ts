/** Counts → precision, recall, F1; and what a failure is. Pure. */

export interface Counts {
  /** Found and right. */
  readonly right: number;
  /** All that was found. */
  readonly found: number;
  /** All that is labelled. */
  readonly labelled: number;
}

export interface Score extends Counts {
  /** Null where there was nothing to measure. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Failure {
  /** "missed", "wrong type": what `--failures` groups by. */
  readonly kind: string;
  readonly what: string;
}

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function scoreOf({ right, found, labelled }: Counts): Score {
  const precision = share(right, found);
  const recall = share(right, labelled);
  const f1 =
    precision === null || recall === null ? null : right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { right, found, labelled, precision, recall, f1 };
}
