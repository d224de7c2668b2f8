/**
 * Two wordings side by side: where what was said stands in a longer text, and in which words the two differ. The cheapest
 * edit script that may begin and end anywhere in the text (semi-global alignment, Sellers 1980), over words; words left out
 * in one stretch cost less than as many here and there (affine gaps, Gotoh 1982).
 */
import { sameAt, type Unit } from './units.ts';

/** A word of what was said. */
export interface SaidUnit extends Unit {
  /** Words of the text may be left out before it: "…" stands there. */
  readonly isAfterGap?: boolean;
  /** In square brackets: put in by whoever said it. */
  readonly isInserted?: boolean;
}

/** A stretch in which the two differ: index ranges of units, either of which may be empty. */
export interface Hunk {
  readonly said: readonly [from: number, to: number];
  readonly text: readonly [from: number, to: number];
  /** True where "…" says that words are left out. */
  readonly isGap: boolean;
}

export interface Alignment {
  /** The units of the text that were said, from the first to the last that match. */
  readonly from: number;
  readonly to: number;
  readonly hunks: readonly Hunk[];
}

const cost = {
  /** A word of the text that wasn't said, and each further one of that stretch; and a word said that isn't in the text. */
  dropped: 2,
  droppedNext: 0.8,
  added: 2.1,
  changed: 1.9,
  /** The first word or the last: a little more than to drop the one beside it. */
  changedAtEnd: 2.05,
  /** At the beginning or end: more likely a word put in than the next sentence's word changed. */
  changedAcrossSentences: 2.5,
  inserted: 0.2,
  /** Near before far, where "…" leaves the choice. */
  inGap: 0.001,
} as const;

const move = { start: 0, said: 1, text: 2, changed: 3, gap: 4, same: 5 } as const;
/** A matching move tells how many units it takes on both sides. */
const sameMove = (said: number, text: number): number => move.same + said * 8 + text;

/** Null when no word of what was said is in the text. Takes time and memory with the product of both lengths. */
export function aligned(
  said: readonly SaidUnit[],
  text: readonly Unit[],
  sentenceEnds: ReadonlySet<number>,
): Alignment | null {
  const width = text.length + 1;
  const costs = new Float32Array((said.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const moves = new Uint8Array(costs.length);
  /** Of coming to a place by a word that wasn't said; and whether the one before it wasn't either. */
  const dropping = new Float32Array(costs.length).fill(Number.POSITIVE_INFINITY);
  const goesOn = new Uint8Array(costs.length);
  costs.fill(0, 0, width);
  const offer = (at: number, value: number, how: number) => {
    if (value < costs[at]!) {
      costs[at] = value;
      moves[at] = how;
    }
  };
  for (let i = 0; i <= said.length; i++) {
    const unit = said[i];
    for (let j = 0; j < width; j++) {
      const at = i * width + j;
      offer(at, dropping[at]!, move.text);
      const value = costs[at]!;
      if (!unit) continue;
      if (i > 0 && j + 1 < width) {
        if (unit.isAfterGap) offer(at + 1, value + cost.inGap, move.gap);
        else {
          dropping[at + 1] = Math.min(value + cost.dropped, dropping[at]! + cost.droppedNext);
          goesOn[at + 1] = Number(dropping[at]! + cost.droppedNext < value + cost.dropped);
        }
      }
      offer(at + width, value + (unit.isInserted ? cost.inserted : cost.added), move.said);
      if (j + 1 === width) continue;
      const same = sameAt(said, i, text, j);
      if (same) offer(at + same[0] * width + same[1], value, sameMove(...same));
      const isAtEnd = i === 0 || i === said.length - 1;
      const isAcross = (i === 0 && sentenceEnds.has(j)) || (i === said.length - 1 && sentenceEnds.has(j - 1));
      offer(
        at + width + 1,
        value + (isAcross ? cost.changedAcrossSentences : isAtEnd ? cost.changedAtEnd : cost.changed),
        move.changed,
      );
    }
  }
  let end = said.length * width;
  for (let j = 0; j < width; j++) if (costs[said.length * width + j]! < costs[end]!) end = said.length * width + j;
  return traced(moves, goesOn, end, width);
}

/** Back along the moves that led to the end. */
function traced(moves: Uint8Array, goesOn: Uint8Array, end: number, width: number): Alignment | null {
  const hunks: Hunk[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  let at = end;
  /** Puts a step before the hunk that it touches, or makes it one. */
  const differ = (i: number, j: number, nextI: number, nextJ: number, isGap: boolean) => {
    const next = hunks.at(-1);
    const isTouching = next?.said[0] === nextI && next.text[0] === nextJ && next.isGap === isGap;
    if (isTouching) hunks.pop();
    const [saidTo, textTo] = isTouching ? [next.said[1], next.text[1]] : [nextI, nextJ];
    hunks.push({ said: [i, saidTo], text: [j, textTo], isGap });
  };
  let isDropping = false;
  for (let how = moves[at]!; isDropping || how !== move.start; how = moves[at]!) {
    if (isDropping) how = move.text;
    isDropping = how === move.text && goesOn[at] === 1;
    const i = Math.floor(at / width);
    const j = at % width;
    const [said, text] = takenBy(how);
    at -= said * width + text;
    if (how >= move.same) {
      first = j - text;
      if (last < 0) last = j;
    } else differ(i - said, j - text, i, j, how === move.gap);
  }
  return last < 0 ? null : { from: first, to: last, hunks: hunks.reverse() };
}

function takenBy(how: number): readonly [said: number, text: number] {
  if (how >= move.same) return [(how - move.same) >> 3, (how - move.same) & 7];
  if (how === move.said) return [1, 0];
  return how === move.changed ? [1, 1] : [0, 1];
}
