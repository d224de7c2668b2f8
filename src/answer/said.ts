/** What somebody says that a source says, word by word: with "…" for what they left out and brackets for what they put in. */

import type { Span } from '../model.ts';
import type { SaidUnit } from '../text/alignment.ts';
import { unitsOf } from '../text/units.ts';

export interface Said {
  readonly text: string;
  readonly units: readonly SaidUnit[];
  /** Between the gaps, in order: index ranges of units. */
  readonly parts: readonly (readonly [from: number, to: number])[];
}

const gapPattern = /[[(]\s*(?:\.{3,4}|…|\. \. \.)\s*[\])]|\.{3,4}|…|⋯|(?:\. ){2}\./gu;
const bracketPattern = /\[[^[\]\n]{1,120}\]/gu;

export function saidOf(text: string): Said {
  const gaps = [...text.matchAll(gapPattern)].map(spanOf);
  const brackets = [...text.matchAll(bracketPattern)].map(spanOf);
  const plain = unitsOf(text);
  const units = plain.map((unit, index): SaidUnit => {
    const before = plain[index - 1];
    const isAfterGap = before !== undefined && gaps.some(({ start, end }) => before.end <= start && end <= unit.start);
    return { ...unit, ...(isAfterGap && { isAfterGap }), ...(isIn(brackets, unit) && { isInserted: true }) };
  });
  const starts = [0, ...units.flatMap(({ isAfterGap }, index) => (isAfterGap ? [index] : []))];
  const parts = starts.map((from, index) => [from, starts[index + 1] ?? units.length] as const);
  return { text, units: units.map((unit, index) => withEnding(units, unit, index)), parts };
}

/** "attack[ed]", "[t]he": of a word that is in brackets in part, all was put in by whoever wrote the brackets. */
function withEnding(units: readonly SaidUnit[], unit: SaidUnit, index: number): SaidUnit {
  const before = unit.isJoined ? units[index - 1] : undefined;
  const after = units[index + 1]?.isJoined ? units[index + 1] : undefined;
  return before?.isInserted || after?.isInserted ? { ...unit, isInserted: true } : unit;
}

const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => ({ start: index, end: index + length });

const isIn = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start <= start && end <= span.end);
