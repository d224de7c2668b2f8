/**
 * Two wordings side by side: where what was said stands in a longer text, and in which words the two differ. The cheapest
 * edit script that may begin and end anywhere in the text (semi-global alignment, Sellers 1980), over words; words left out
 * in one stretch cost less than as many here and there (affine gaps, Gotoh 1982).
 */
import { sameAt, type Unit, unitsJoinedMax } from './units.ts';

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

/** Null when no word of what was said is in the text. Takes time, and two bytes of memory, with the product of both lengths. */
export function aligned(
  said: readonly SaidUnit[],
  text: readonly Unit[],
  sentenceEnds: ReadonlySet<number>,
): Alignment | null {
  const width = text.length + 1;
  const moves = new Uint8Array((said.length + 1) * width);
  /** Whether, where a word that wasn't said led to a place, the one before it wasn't either. */
  const goesOn = new Uint8Array(moves.length);
  const isSame = sameness(said, text);
  // The costs of one word said and of those that a move from it may reach; the rows take turns.
  const rows = Array.from({ length: unitsJoinedMax + 1 }, () => new Float32Array(width).fill(Number.POSITIVE_INFINITY));
  const rowOf = (i: number) => rows[i % rows.length]!;
  const offer = (i: number, j: number, value: number, how: number) => {
    const row = rowOf(i);
    if (value >= row[j]!) return;
    row[j] = value;
    moves[i * width + j] = how;
  };
  rowOf(0).fill(0);
  said.forEach((unit, i) => {
    const row = rowOf(i);
    const next = rowOf(i + 1);
    const added = unit.isInserted ? cost.inserted : cost.added;
    const isAtEnd = i === 0 || i === said.length - 1;
    const isAcross = (j: number) =>
      (i === 0 && sentenceEnds.has(j)) || (i === said.length - 1 && sentenceEnds.has(j - 1));
    // What it costs to come here by a word that wasn't said.
    let dropping = Number.POSITIVE_INFINITY;
    for (let j = 0; j < width; j++) {
      const at = i * width + j;
      if (dropping < row[j]!) {
        row[j] = dropping;
        moves[at] = move.text;
      }
      const value = row[j]!;
      if (i > 0 && j + 1 < width) {
        if (unit.isAfterGap) offer(i, j + 1, value + cost.inGap, move.gap);
        else {
          const [first, further] = [value + cost.dropped, dropping + cost.droppedNext];
          goesOn[at + 1] = Number(further < first);
          dropping = Math.fround(Math.min(first, further));
        }
      }
      if (value + added < next[j]!) {
        next[j] = value + added;
        moves[at + width] = move.said;
      }
      if (j + 1 === width) continue;
      const same = isSame(i, j);
      if (same) offer(i + same[0], j + same[1], value, sameMove(...same));
      const changed = !isAtEnd ? cost.changed : isAcross(j) ? cost.changedAcrossSentences : cost.changedAtEnd;
      if (value + changed < next[j + 1]!) {
        next[j + 1] = value + changed;
        moves[at + width + 1] = move.changed;
      }
    }
    row.fill(Number.POSITIVE_INFINITY);
  });
  const last = rowOf(said.length);
  const end = last.reduce((best, value, j) => (value < last[best]! ? j : best), 0);
  return traced(moves, goesOn, said.length * width + end, width);
}

const single = [1, 1] as const;

/** As `sameAt`, which only words that are joined to the next need to be asked. */
function sameness(said: readonly Unit[], text: readonly Unit[]) {
  const numbers = new Map<string, number>();
  const numbered = (units: readonly Unit[]) =>
    Int32Array.from(units, ({ key }) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  const goesOn = (units: readonly Unit[]) =>
    Uint8Array.from(units, (_, at) => Number(units[at + 1]?.isJoined ?? false));
  const [ofSaid, ofText] = [numbered(said), numbered(text)];
  const [saidGoesOn, textGoesOn] = [goesOn(said), goesOn(text)];
  const [saidFirst, textFirst] = [said, text].map((units) => Uint16Array.from(units, ({ key }) => key.charCodeAt(0)));
  return (i: number, j: number): readonly [number, number] | null => {
    if (ofSaid[i] === ofText[j]) return single;
    if (saidFirst![i] !== textFirst![j] || !(saidGoesOn[i] || textGoesOn[j])) return null;
    return sameAt(said, i, text, j);
  };
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
