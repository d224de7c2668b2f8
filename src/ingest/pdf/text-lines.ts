/** Segments of one region → its lines, run by run: of a script that runs leftwards the page is looked at in a mirror. */
import type { Segment, TextLine } from './layout.ts';
import { mostUsed } from './segments.ts';

/** Each run's lines go one way. */
export const textLines = (segments: readonly Segment[]): TextLine[][] => byDirection(segments).map(linesOf);

function byDirection(segments: readonly Segment[]): Segment[][] {
  const runs: { leftwards: boolean; segments: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const run = runs.at(-1);
    const isWorded = /\p{L}{2}/u.test(segment.text);
    const leftwards = isWorded ? runsLeftwards(segment.text) : (run?.leftwards ?? false);
    const own = leftwards ? { ...segment, left: -segment.right, right: -segment.left } : segment;
    if (run?.leftwards === leftwards) run.segments.push(own);
    else runs.push({ leftwards, segments: [own] });
  }
  return runs.map((run) => run.segments);
}

/** Segments of one row. */
function linesOf(segments: readonly Segment[]): TextLine[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const last = rows.at(-1)?.[0];
    if (last && Math.abs(segment.y - last.y) < 0.3 * Math.min(segment.size, last.size)) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row): TextLine => {
    const cells = row.sort((a, b) => a.left - b.left);
    const [first, last] = [cells[0] as Segment, cells.at(-1) as Segment];
    return {
      ...first,
      ...mostUsed(cells),
      text: cells.map(({ text }) => text).join(' '),
      left: first.left,
      right: Math.max(last.right, ...cells.map(({ right }) => right)),
      cells,
    };
  });
}

const runsLeftwards = (text: string): boolean =>
  (text.match(/[\u0590-\u08ff]/g)?.length ?? 0) > (text.match(/[\p{Script=Latin}]/gu)?.length ?? 0);
