/** What the lines of a region share, margins and distances, and what follows from it for each line. */
import type { BodyStyle, TextLine } from './layout.ts';

/** A difference of sizes that readers see. */
export const sizeStep = 0.07;
/** In the size of the text. */
export const indentMin = 0.55;

export interface Frame {
  readonly left: number;
  readonly right: number;
  /** Between baselines, by size of text. */
  readonly leading: ReadonlyMap<number, number>;
}

export function frameOf(lines: readonly TextLine[], body: BodyStyle): Frame {
  const own = lines.filter(({ size }) => Math.abs(size - body.size) <= body.size * sizeStep);
  const measured = own.length >= 3 ? own : lines;
  const rights = measured.map(({ right }) => right).sort((a, b) => a - b);
  const lefts = new Map<number, number>();
  for (const { left } of measured) lefts.set(Math.round(left), (lefts.get(Math.round(left)) ?? 0) + 1);
  const common = [...lefts].filter(([, count]) => count >= measured.length * 0.2).map(([left]) => left);
  return {
    left: common.length > 0 ? Math.min(...common) : Math.min(...measured.map(({ left }) => left)),
    right: rights[Math.min(rights.length - 1, Math.floor(rights.length * 0.97))] ?? 0,
    leading: leadings(lines),
  };
}

const sizeKey = (size: number): number => Math.round(size * 2) / 2;

/** The usual distance of lines of one size: the one met most, or the least that is met as often as a third of it. */
function leadings(lines: readonly TextLine[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (!next || Math.abs(next.size - line.size) > line.size * sizeStep || next.y - line.y > line.size * 3) return;
    const key = sizeKey(line.size);
    const own = counts.get(key) ?? new Map<number, number>();
    const distance = Math.round((next.y - line.y) * 2) / 2;
    counts.set(key, own.set(distance, (own.get(distance) ?? 0) + 1));
  });
  return new Map(
    [...counts].map(([key, own]) => {
      const most = Math.max(...own.values());
      return [key, Math.min(...[...own].filter(([, count]) => count >= most / 3).map(([distance]) => distance))];
    }),
  );
}

export const leadingOf = (frame: Frame, size: number): number => {
  const usual = frame.leading.get(sizeKey(size));
  return usual && usual < size * 2.6 ? Math.max(usual, size) : size * 1.35;
};

export const isShort = (line: TextLine, frame: Frame): boolean => frame.right - line.right > line.size * 2;

/** The first word of the next line would still have fitted, even if it were as many times wider. */
export function isClosed(lines: readonly TextLine[], at: number, frame: Frame, times: number): boolean {
  const [line, next] = [lines[at] as TextLine, lines[at + 1]];
  if (!next) return isShort(line, frame);
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0;
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const needed = Math.min(word, 20) * letter + line.size * 0.35;
  return rightEdge(lines, at, frame) - line.right > needed * times;
}

/** Of a quotation set in from both sides: its own. */
export function rightEdge(lines: readonly TextLine[], at: number, frame: Frame): number {
  const line = lines[at] as TextLine;
  if (line.left < frame.left + line.size * indentMin) return Math.max(frame.right, line.right);
  let right = line.right;
  let count = 1;
  for (const step of [-1, 1]) {
    for (let near = at + step; Math.abs(near - at) < 12; near += step) {
      const other = lines[near];
      if (!other || Math.abs(other.left - line.left) > 2 || Math.abs(other.size - line.size) > 0.5) break;
      right = Math.max(right, other.right);
      count++;
    }
  }
  return count >= 3 ? right : Math.max(frame.right, line.right);
}
